"""The two sessions of the gateway: the outer login and the brokerage session on top of it."""

from dataclasses import dataclass, field

IDLE_MS = 360_000
ACTIONS = ("steal", "release", "expire", "logout", "login", "daily_reset")


@dataclass(slots=True)
class Session:
    """Everything that a login, a time-out or the nightly reset changes.

    `prepared` holds the pre-flights made since the brokerage session began, `epoch` counts
    brokerage sessions, `quoted` the conids with an open feed, `searched` the underlyings looked up.
    """

    logged_in: bool = True
    authenticated: bool = False
    competing: bool = False
    epoch: int = 0
    last_seen_ms: int = 0
    prepared: set[str] = field(default_factory=set)
    portfolio_prepared: bool = False
    quoted: dict[int, set[str]] = field(default_factory=dict)
    searched: set[str] = field(default_factory=set)
    suppressed: set[str] = field(default_factory=set)

    def see(self, now_ms: int) -> None:
        """Note a request; after six idle minutes the outer login has died before it arrives."""
        if self.last_seen_ms and now_ms - self.last_seen_ms > IDLE_MS:
            self.log_out()
        self.last_seen_ms = now_ms

    def begin(self) -> None:
        """Start a new brokerage session: nothing of the one before is remembered."""
        self.end_brokerage()
        self.epoch += 1
        self.authenticated = True
        self.competing = False

    def end_brokerage(self) -> None:
        """Drop the brokerage session with its pre-flights, feeds and suppressions."""
        self.authenticated = False
        self.prepared.clear()
        self.quoted.clear()
        self.searched.clear()
        self.suppressed.clear()

    def log_out(self) -> None:
        """End the outer login and with it everything else."""
        self.end_brokerage()
        self.logged_in = False
        self.competing = False
        self.portfolio_prepared = False

    def act(self, action: str, now_ms: int) -> None:
        """Let something happen from outside: see ACTIONS; unknown actions are refused."""
        if action not in ACTIONS:
            raise ValueError(f"Unknown session action {action!r}: use one of {', '.join(ACTIONS)}.")
        if action == "steal":
            self.end_brokerage()
            self.competing = True
        elif action == "release":
            self.competing = False
        elif action == "logout":
            self.log_out()
        elif action == "login":
            self.logged_in, self.last_seen_ms = True, now_ms
        else:
            self.end_brokerage()
            self.portfolio_prepared = self.portfolio_prepared and action == "expire"
