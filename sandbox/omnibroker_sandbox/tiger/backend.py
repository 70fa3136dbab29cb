"""What all simulated methods share: exchange, accounts, session, order numbers."""

from dataclasses import dataclass, field
from typing import Any

from omnibroker_sandbox.accounts import Account
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tiger.refusals import PAPER, STANDARD, business, refusal, require
from omnibroker_sandbox.tiger.session import Session

Request = dict[str, Any]
ACCOUNTS = ("67686635", "66804149", "20240830213609658")
PAPER_DIGITS = 17
FIRST_NUMBER = 5001


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of a simulated broker.

    `refuse_inside` lets an order be refused inside the data of a taken answer, as Tiger does at times.
    """

    ready: bool = False
    pacing: bool = False
    refuse_inside: bool = False


@dataclass(slots=True)
class Backend:
    """One developer id with its accounts; `numbers` are the next order numbers, `drawn` those used up."""

    exchange: Exchange
    options: Options
    session: Session
    numbers: dict[str, int] = field(default_factory=dict)
    used: dict[str, dict[int, int]] = field(default_factory=dict)
    read_history: dict[str, set[str]] = field(default_factory=dict)

    def own(self, request: Request) -> str:
        """Return the account of a request if it belongs to this developer id."""
        account_id = str(request.get("account") or "")
        require(account_id in ACCOUNTS, business(f"field 'account' {account_id} is not yours"))
        return account_id

    def account(self, account_id: str) -> Account:
        """Return an account's book at the exchange."""
        return self.exchange.accounts[account_id]

    def next_number(self, account_id: str) -> int:
        """Draw the account's next order number."""
        number = self.numbers.get(account_id, FIRST_NUMBER)
        self.numbers[account_id] = number + 1
        return number

    def refused_order(self, account_id: str, text: str) -> Answer:
        """Return the refusal of an order by the account's trade back end."""
        code, name = (PAPER, "paper") if is_paper(account_id) else (STANDARD, "standard")
        return refusal(code, f"{name} account response error(bad_request:{text})")


def is_paper(account_id: str) -> bool:
    """Tell whether an account trades with play money: its id has 17 digits."""
    return len(account_id) >= PAPER_DIGITS
