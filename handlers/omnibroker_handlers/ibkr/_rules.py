"""IBKR's order rules of a contract: which order types, times in force and sessions go together."""

from collections.abc import Iterator

from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET
from omnibroker_handlers.ibkr import _answers
from omnibroker_handlers.ibkr._tables import HOURS

# IBKR's names in its rules.
_RULE_TYPE: dict[unified.OrderType, str] = {
    "MARKET": "market",
    "LIMIT": "limit",
    "STOP": "stop",
    "STOP_LIMIT": "stop_limit",
    "TRAILING_STOP": "trailing_stop",
    "TRAILING_STOP_LIMIT": "trailing_stop_limit",
    "MARKET_ON_CLOSE": "marketonclose",
    "LIMIT_ON_CLOSE": "limitonclose",
}
_TIMES: tuple[unified.TimeInForce, ...] = ("DAY", "GTC", "IOC", "OPG")
_SESSIONS: tuple[unified.TradingSession, ...] = ("REGULAR", "EXTENDED", "OVERNIGHT", "ALL")
_AUCTION = frozenset({"MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"})
# The overnight venue takes limit orders only.
_OVERNIGHT = frozenset({"LIMIT"})


def apply(instrument: unified.Instrument, rules: ibkr.ContractRules, account_id: str) -> None:
    """Write the rules into an instrument; an error in them means that it cannot be traded."""
    instrument.tradable = _is_tradable(rules, account_id)
    if _answers.text(rules.error):
        return
    instrument.price_magnifier = _answers.positive(rules.price_magnifier) or "1"
    instrument.combinations = list(_combinations(rules))
    sessions = ["REGULAR"]
    if rules.order_types_outside:
        sessions.append("EXTENDED")
    if rules.overnight_eligible is True:
        sessions.append("OVERNIGHT")
    instrument.sessions = sessions if rules.order_types else UNSET


def _is_tradable(rules: ibkr.ContractRules, account_id: str) -> bool:
    accounts = _names(rules.can_trade_acct_ids)
    allowed = account_id in accounts if account_id else bool(accounts)
    return allowed and not _answers.text(rules.error)


def _combinations(rules: ibkr.ContractRules) -> Iterator[unified.OrderCombination]:
    times = _times_in_force(rules)
    types = {name.casefold() for name in _names(rules.order_types)}
    outside = {name.casefold() for name in _names(rules.order_types_outside)}
    for kind, name in _RULE_TYPE.items():
        for session in _SESSIONS:
            for time in _TIMES:
                if name not in types or time not in times or (session, time) not in HOURS:
                    continue
                only, extended = times[time]
                listed = not only or name in only
                if listed and _goes(kind, session, time, outside=extended and name in outside):
                    if session in {"OVERNIGHT", "ALL"} and rules.overnight_eligible is not True:
                        continue
                    yield unified.OrderCombination(type_=kind, time_in_force=time, session=session)


def _goes(kind: str, session: str, time: str, *, outside: bool) -> bool:
    if kind in _AUCTION:
        return (session, time) == ("REGULAR", "DAY")
    if session == "EXTENDED":
        return outside
    return session == "REGULAR" or kind in _OVERNIGHT


def _times_in_force(rules: ibkr.ContractRules) -> dict[str, tuple[frozenset[str], bool]]:
    """Read rules such as `IOC/MARKET,LIMIT` and `GTC/o,a`: (order types named, also outside hours)."""
    found = {}
    for rule in _names(rules.tif_types):
        name, _, flags = rule.partition("/")
        words = set(flags.split(","))
        only = frozenset(word.casefold() for word in words if len(word) > 1)
        found[name] = (only, "o" in words)
    return found


def _names(value: object) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
