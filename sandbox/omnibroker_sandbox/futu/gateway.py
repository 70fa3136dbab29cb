"""What all simulated operations share: exchange, accounts, login, trade lock, subscriptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.accounts import Account
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import refusals, symbols, wire
from omnibroker_sandbox.futu.keys import OPEN, Key
from omnibroker_sandbox.futu.refusals import Refused, require
from omnibroker_sandbox.instruments import Kind
from omnibroker_sandbox.orders import Order

SIMULATED, REAL = 0, 1
CASH, MARGIN = 1, 2
ACTIVE, DISABLED = 0, 1
CONNECTION = 4_294_967_294
"""The one connection that all callers of the REST surface share."""
UNLOCK_COOL_DOWN_MS = 60_000
MILLION = Decimal(1_000_000)
STOCKS = frozenset({Kind.STOCK})
OPTIONS = frozenset({Kind.OPTION})
FUTURES = frozenset({Kind.FUTURE})


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One business account of the login; `cash` in units of each currency at the start."""

    number: int
    env: int
    markets: tuple[int, ...]
    kind: int
    currency: str
    cash: Mapping[str, Decimal]
    products: frozenset[Kind]
    sim_type: int | None = None
    status: int = ACTIVE

    @property
    def id(self) -> str:
        """Return the account's name at the exchange."""
        return str(self.number)

    @property
    def is_real(self) -> bool:
        """Tell whether money is real."""
        return self.env == REAL

    @property
    def is_cash(self) -> bool:
        """Tell whether nothing may be borrowed."""
        return self.kind == CASH


ACCOUNTS = {
    entry.number: entry
    for entry in (
        AccountEntry(1007001, SIMULATED, (1,), CASH, "HKD", {"HKD": MILLION}, STOCKS, 1),
        AccountEntry(1007002, SIMULATED, (2,), MARGIN, "USD", {"USD": MILLION}, STOCKS, 1),
        AccountEntry(1007003, SIMULATED, (2,), MARGIN, "USD", {"USD": MILLION}, OPTIONS, 2),
        AccountEntry(1007004, SIMULATED, (11,), MARGIN, "USD", {"USD": MILLION}, FUTURES, 3),
        AccountEntry(
            281756455988000001,
            REAL,
            (1, 2, 4, 113, 123),
            MARGIN,
            "HKD",
            {"HKD": MILLION, "USD": MILLION / 10},
            STOCKS | OPTIONS,
        ),
        AccountEntry(281756455988000002, REAL, (5,), MARGIN, "USD", {"USD": MILLION / 10}, FUTURES),
        AccountEntry(
            281756455988000003, REAL, (1,), CASH, "HKD", {"HKD": Decimal(0)}, STOCKS, None, DISABLED
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Options:
    """How the gateway behaves where versions differ, and what is only enforced when asked for."""

    ready: bool = False
    pacing: bool = False
    stub_orders: bool = False
    connection_per_call: bool = False


@dataclass(slots=True)
class Gateway:
    """One gateway process; `packets` keeps answers of changes by key and packet for 90 seconds."""

    exchange: Exchange
    options: Options
    online: bool = True
    keys_valid: bool = True
    hk_right_lost: bool = False
    unlocked: set[int] = field(default_factory=set)
    wrong_passwords: int = 0
    locked_out_until_ms: int = 0
    subscriptions: dict[tuple[str, int], int] = field(default_factory=dict)
    history: set[str] = field(default_factory=set)
    pushed: list[int] = field(default_factory=list)
    packets: dict[tuple[str, ...], tuple[int, Answer]] = field(default_factory=dict)
    events: dict[tuple[str, str], int] = field(default_factory=dict)
    caller: Key = OPEN

    @property
    def now_ms(self) -> int:
        """Return the moment up to which the market has been worked."""
        return self.exchange.now_ms

    def restart(self) -> None:
        """Start the process again: no subscription, no unlock, no remembered packet."""
        self.subscriptions.clear()
        self.unlocked.clear()
        self.packets.clear()
        self.pushed.clear()
        self.events.clear()
        self.wrong_passwords = self.locked_out_until_ms = 0

    def unlock_all(self) -> None:
        """Unlock trading on every real account."""
        self.unlocked = {entry.number for entry in ACCOUNTS.values() if entry.is_real}

    def account(self, body: wire.Body) -> AccountEntry:
        """Return the account of a request's header: id, environment and market have to agree."""
        header = wire.child(body, "header")
        env, number = wire.whole(header, "trd_env"), wire.whole(header, "acc_id")
        require(env is not None, refusals.error(400, "missing field `header.trd_env`"))
        entry = ACCOUNTS.get(number or 0)
        if entry is None or entry.env != env:
            raise Refused(refusals.UNKNOWN_ACCOUNT)
        require(wire.whole(header, "trd_market") in entry.markets, refusals.WRONG_MARKET)
        return entry

    def unlocked_account(self, body: wire.Body) -> AccountEntry:
        """Return the account of a request's header, which has to be unlocked if money is real."""
        entry = self.account(body)
        free = not entry.is_real or entry.number in self.unlocked
        require(free, refusals.NOT_UNLOCKED)
        return entry

    def ledger(self, entry: AccountEntry) -> Account:
        """Return cash and positions of an account."""
        return self.exchange.accounts[entry.id]

    def orders(self, entry: AccountEntry) -> list[Order]:
        """Return every order of an account, oldest first."""
        return self.exchange.orders(entry.id)


def open_accounts(exchange: Exchange) -> None:
    """Open what is not open yet, and give each account its cash of every currency."""
    for entry in ACCOUNTS.values():
        own = entry.cash[entry.currency]
        if entry.id not in exchange.accounts:
            exchange.open_account(entry.id, entry.currency, own)
        account = exchange.accounts[entry.id]
        account.cash.update(entry.cash)
        rates = {code: exchange.rate(code, entry.currency) for code in entry.cash}
        account.equity_at_day_start = sum(
            (amount * rates[code] for code, amount in entry.cash.items()), Decimal(0)
        )


def header_of(body: wire.Body) -> dict[str, Any]:
    """Return a request's header as answers repeat it."""
    header = wire.child(body, "header")
    names = ("trd_env", "acc_id", "trd_market")
    return {**{name: wire.whole(header, name) for name in names}, "jp_acc_type": None}


def zone_of(body: wire.Body) -> str:
    """Return the time zone of the trading market that a request names."""
    market = wire.whole(wire.child(body, "header"), "trd_market") or 0
    return symbols.ZONES[symbols.TRD_ZONES.get(market, symbols.HK)]
