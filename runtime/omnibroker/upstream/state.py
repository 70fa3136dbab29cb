"""A broker session as a resource: its state, since when, what proves its environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from omnibroker.clock import now_text

READY, READ_ONLY, INITIALISING = "READY", "READ_ONLY", "INITIALISING"
COMPETING, DEGRADED, LOGGED_OUT, NEEDS_HUMAN = "COMPETING", "DEGRADED", "LOGGED_OUT", "NEEDS_HUMAN"


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """What the broker proved of one account: environment, currency, and what its own calls want of it."""

    environment: str | None
    currency: str | None = None
    native: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class SessionState:
    """What is known of one session. `epoch` grows with every renewal: proofs and pre-flights end with it."""

    state: str = LOGGED_OUT
    detail: str | None = None
    since: str = field(default_factory=now_text)
    epoch: int = 0
    accounts: dict[str, AccountFacts] = field(default_factory=dict)
    last_keep_alive_at: str | None = None
    closed_on_request: bool = False

    @property
    def environment(self) -> str | None:
        """The environment that all accounts are proven to be in, if it is one."""
        proven = {facts.environment for facts in self.accounts.values()}
        return proven.pop() if len(proven) == 1 else None

    @property
    def ready(self) -> bool:
        """Whether the broker takes orders on it."""
        return self.state == READY

    @property
    def needs_human(self) -> bool:
        """Whether only a person can bring it back: a login, a second factor, another platform."""
        return self.state in {NEEDS_HUMAN, LOGGED_OUT, COMPETING}

    def become(self, state: str, detail: str | None = None) -> None:
        """Enter a state; leaving READY ends the environment's proof."""
        if state != self.state:
            self.since = now_text()
        if state != READY:
            self.accounts = {
                name: replace(facts, environment=None) for name, facts in self.accounts.items()
            }
        self.state, self.detail = state, detail
