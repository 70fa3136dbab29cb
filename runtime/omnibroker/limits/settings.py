"""The limits of a key or an account: typed, and as the pairs of text that people write."""

import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from omnibroker.brokers import TITLES
from omnibroker.config import ACCOUNT_ID, ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import parse
from omnibroker.limits.hours import Hours

_NUMBER = re.compile(r"[0-9]{1,20}(\.[0-9]{1,12})?")
_MARKET = re.compile(r"[A-Z][A-Z0-9]{1,9}")
# A pattern says of what kind it is (`OPT:`, `ibkr@`) without a star: what it matches is never a surprise.
_PATTERN = re.compile(
    r"[A-Za-z0-9_-]+[:@][A-Za-z0-9*.:@_-]{1,90}|[A-Za-z0-9*][A-Za-z0-9*._-]{0,95}"
)
_CURRENCY = re.compile(r"[A-Z0-9]{3,10}")
_DAY_SECONDS = 86_400
_MOST = 1_000_000


class KeyLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a key (or an account) may do at most; a limit that is absent limits nothing.

    `brokers`, `markets`, `instruments` (canonical keys, or patterns such as `*.US`) and `sides` are
    allow-lists; `hours` is a window of each day. `max_quantity` is of one order, in the instrument's own
    unit. `max_value` (of one order) and `daily_value` hold an amount for each currency: an order in another
    currency is refused, never converted. Days are the last 24 hours. `collar` is the greatest distance of a
    price from the market, as a fraction of the market's price.
    """

    brokers: tuple[str, ...] | None = None
    markets: tuple[str, ...] | None = None
    instruments: tuple[str, ...] | None = None
    sides: tuple[str, ...] | None = None
    max_quantity: Decimal | None = None
    max_value: dict[str, Decimal] | None = None
    daily_value: dict[str, Decimal] | None = None
    daily_count: int | None = None
    orders_per_minute: int | None = None
    hours: Hours | None = None
    collar: Decimal | None = None
    duplicate_window_seconds: int | None = None

    @classmethod
    def from_pairs(cls, pairs: Mapping[str, str | int]) -> "KeyLimits":
        """Return the limits that pairs such as `max_value = "10000 USD"` mean.

        Raises ConfigError that says what to write.
        """
        unknown = sorted(set(pairs) - set(_READ))
        if unknown:
            raise ConfigError(f"There is no limit {unknown[0]}; there are {', '.join(_READ)}.")
        return cls(**{name: _READ[name](name, str(text).strip()) for name, text in pairs.items()})

    def to_pairs(self) -> dict[str, str]:
        """Return the limits that are set as the text that `from_pairs` reads."""
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: _text(value) for name, value in fields.items() if value is not None}

    @property
    def needs_value(self) -> bool:
        """Whether what an order is worth must be known."""
        return self.max_value is not None or self.daily_value is not None

    @property
    def needs_name(self) -> bool:
        """Whether the instrument's one canonical name must be known."""
        return self.instruments is not None or self.markets is not None

    @property
    def needs_id(self) -> bool:
        """Whether the broker's own id of the instrument must be known: two orders for it are duplicates."""
        return self.duplicate_window_seconds is not None


def limits_of_accounts(
    tables: Mapping[str, Mapping[str, Any]], connections: Mapping[str, Collection[str] | None]
) -> dict[str, KeyLimits]:
    """Return the limits of each account that the configuration names.

    `connections` are the configured ones with the accounts that they name; None where nobody has to name
    them, as of a simulated broker. Raises ConfigError with the place of the mistake: limits of an account
    that nobody has would limit nothing.
    """
    found = {}
    for account_id, pairs in tables.items():
        try:
            _refuse_nobody(account_id, connections)
            found[account_id] = KeyLimits.from_pairs(pairs)
        except ConfigError as error:
            raise ConfigError(f'[limits."{account_id}"] {error}') from None
    return found


def _refuse_nobody(account_id: str, connections: Mapping[str, Collection[str] | None]) -> None:
    name, _, native_id = account_id.partition(":")
    if not native_id or name not in connections:
        raise ConfigError(f"write <connection>:<account>; there is no connection {name}.")
    if not ACCOUNT_ID.fullmatch(account_id):
        raise ConfigError("write one account, such as ibkr:DU1234567: no pattern names several.")
    accounts = connections[name]
    if accounts is not None and native_id not in accounts:
        raise ConfigError(
            f"[connections.{name}] does not name the account {native_id}, so that a mistyped one would "
            f'limit nothing: write it into its `accounts`, as accounts = ["{native_id}"]. Others that '
            "are not named there cannot be reached then."
        )


def _split(name: str, text: str) -> tuple[str, ...]:
    parts = tuple(dict.fromkeys(part for part in re.split(r"[,\s]+", text) if part))
    if not parts:
        raise ConfigError(f"{name} is empty: name what is allowed, or leave the limit out.")
    return parts


def _words(example: str, pattern: re.Pattern[str]) -> Callable[[str, str], tuple[str, ...]]:
    def read(name: str, text: str) -> tuple[str, ...]:
        parts = _split(name, text)
        for part in parts:
            if not pattern.fullmatch(part):
                raise ConfigError(f"{name} {part!r}: write it like `{example}`.")
        return parts

    return read


def _instruments(name: str, text: str) -> tuple[str, ...]:
    parts = _split(name, text)
    for part in parts:
        if not _PATTERN.fullmatch(part) or not part.strip("*"):
            raise ConfigError(f"{name} {part!r}: write a key or a pattern, such as `AAPL.US *.HK`.")
        if "*" not in part:
            _refuse_another_form(name, part)
    return parts


def _refuse_another_form(name: str, key: str) -> None:
    try:
        parse(key)
    except NotSent as error:
        raise ConfigError(f"{name}: {error.detail}") from None


def _amount(name: str, text: str) -> Decimal:
    if not _NUMBER.fullmatch(text) or not Decimal(text):
        raise ConfigError(f"{name} {text!r}: write a number above zero in digits, such as `2500`.")
    return Decimal(text)


def _money(name: str, text: str) -> dict[str, Decimal]:
    amounts: dict[str, Decimal] = {}
    for part in text.split(","):
        amount, _, currency = part.strip().partition(" ")
        if not _CURRENCY.fullmatch(currency.strip()) or currency.strip() in amounts:
            raise ConfigError(
                f"{name} {text!r}: write an amount and its currency, once for each currency, "
                "such as `10000 USD, 80000 HKD`."
            )
        amounts[currency.strip()] = _amount(name, amount)
    return amounts


def _collar(name: str, text: str) -> Decimal:
    fraction = Decimal(text) if _NUMBER.fullmatch(text) else None
    if fraction is None or not 0 < fraction <= 1:
        raise ConfigError(f"{name} {text!r}: write a fraction up to 1, such as `0.05` for 5 %.")
    return fraction


def _whole(most: int) -> Callable[[str, str], int]:
    def read(name: str, text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,7}", text) or not 0 < int(text) <= most:
            raise ConfigError(f"{name} {text!r}: write a whole number from 1 to {most}.")
        return int(text)

    return read


def _hours(_name: str, text: str) -> Hours:
    return Hours.parse(text)


def _brokers(name: str, text: str) -> tuple[str, ...]:
    parts = _split(name, text)
    for part in parts:
        if part not in TITLES:
            raise ConfigError(f"{name} {part!r}: there are {', '.join(TITLES)}.")
    return parts


_READ: dict[str, Callable[[str, str], Any]] = {
    "brokers": _brokers,
    "markets": _words("US HK", _MARKET),
    "instruments": _instruments,
    "sides": _words("BUY SELL", re.compile("BUY|SELL")),
    "max_quantity": _amount,
    "max_value": _money,
    "daily_value": _money,
    "daily_count": _whole(_MOST),
    "orders_per_minute": _whole(_MOST),
    "hours": _hours,
    "collar": _collar,
    "duplicate_window_seconds": _whole(_DAY_SECONDS),
}


def _text(value: Any) -> str:
    match value:
        case Hours():
            return value.text()
        case Decimal():
            return canonical(value)
        case dict():
            return ", ".join(f"{canonical(amount)} {name}" for name, amount in value.items())
        case tuple():
            return " ".join(value)
        case _:
            return str(value)
