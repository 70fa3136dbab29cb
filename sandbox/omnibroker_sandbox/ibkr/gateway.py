"""What all simulated Client Portal operations share: exchange, session, account, options."""

from dataclasses import dataclass, field
from typing import Any, Literal

from omnibroker_sandbox.accounts import Account
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.ibkr.conids import Conids
from omnibroker_sandbox.ibkr.questions import PendingOrders, QuestionPolicy
from omnibroker_sandbox.ibkr.refusals import error, require
from omnibroker_sandbox.ibkr.session import Session

StaleReply = Literal["error_200", "error_400", "live_503"]
"""How a reply to a question that is no longer open is answered; `live_503` places the order anyway."""

MarketDataMode = Literal["realtime", "delayed", "none"]


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of a simulated gateway."""

    ready: bool = False
    pacing: bool = False
    penalty_box: bool = False
    questions: QuestionPolicy = field(default_factory=QuestionPolicy)
    stale_reply: StaleReply = "error_200"
    market_data: MarketDataMode = "realtime"
    session_scoped_orders: bool = True


@dataclass(slots=True)
class Gateway:
    """One simulated gateway process with one paper account."""

    exchange: Exchange
    account_id: str
    options: Options
    conids: Conids
    session: Session = field(default_factory=Session)
    pending: PendingOrders = field(default_factory=PendingOrders)
    running: dict[str, int] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        """Return the account's book at the exchange."""
        return self.exchange.accounts[self.account_id]

    def own(self, account_id: str) -> str:
        """Return the account id of a path if it is this login's account."""
        require(account_id == self.account_id, error(500, f"Invalid account: {account_id}"))
        return account_id

    def first_time(self, step: str) -> bool:
        """Tell whether a step is done for the first time in this brokerage session, and note it."""
        seen = step in self.session.prepared
        self.session.prepared.add(step)
        return not seen

    def authentication(self) -> dict[str, Any]:
        """Return the AuthStatus of this moment."""
        session = self.session
        status: dict[str, Any] = {
            "authenticated": session.authenticated,
            "established": session.authenticated,
            "competing": session.competing,
            "connected": session.logged_in,
            "message": "",
            "MAC": "02:00:00:00:00:01",
        }
        if session.logged_in:
            status["serverInfo"] = {"serverName": "SIM1", "serverVersion": "simulated"}
        return status
