"""Tiger's words for the unified ones; each table is total, or the rest stands in UNSUPPORTED."""

from omnibroker.kit.tables import known, recognise
from omnibroker_generated.unified import models as unified

# The language of names and messages; nothing is read out of them.
LANGUAGE = "en_US"

SIDE = {"BUY": "BUY", "SELL": "SELL"}
ORDER_TYPE = {
    "MARKET": "MKT",
    "LIMIT": "LMT",
    "STOP": "STP",
    "STOP_LIMIT": "STP_LMT",
    "TRAILING_STOP": "TRAIL",
}
TIME_IN_FORCE = {"DAY": "DAY", "GTC": "GTC", "GTD": "GTD"}
# session → (outside_rth, trading_session_type) of shares in the US, where alone Tiger tells them apart.
HOURS: dict[str, tuple[bool, str | None]] = {
    "REGULAR": (False, None),
    "EXTENDED": (True, "PRE_RTH_POST"),
    "OVERNIGHT": (True, "OVERNIGHT"),
    "ALL": (True, "FULL"),
}
# Everything else trades whenever its market does: the session says which hours these are.
OTHER_HOURS = {"STK": "REGULAR", "OPT": "REGULAR", "FUT": "ALL", "CC": "ALL"}
# Tiger nets positions; whether an order opens or closes cannot be said.
POSITION_EFFECT = {"AUTO": None}
TRAIL_KIND = {"AMOUNT": "aux_price", "PERCENT": "trailing_percent"}
BAR_INTERVAL = {
    "1MIN": "1min",
    "5MIN": "5min",
    "15MIN": "15min",
    "30MIN": "30min",
    "1HOUR": "60min",
    "4HOUR": "4hour",
    "1DAY": "day",
    "1WEEK": "week",
    "1MONTH": "month",
}
OPTION_INTERVAL = {
    "1MIN": "1min",
    "5MIN": "5min",
    "30MIN": "30min",
    "1HOUR": "60min",
    "1DAY": "day",
}
# The time of a future's bar is its end, so of a week or a month the first day is not known.
FUTURE_INTERVAL = {n: p for n, p in BAR_INTERVAL.items() if n not in {"1WEEK", "1MONTH"}}
BAR_ADJUSTMENT = {"NONE": "nr", "FORWARD": "br"}
# Before and after the regular hours are two sessions of Tiger's bars, never one series.
BAR_SESSION = {"REGULAR": "Regular", "OVERNIGHT": "OverNight", "ALL": "All"}
SEARCH_TYPE = {"STOCK": "STK", "ETF": "STK"}
UNSUPPORTED: dict[str, frozenset[str]] = {
    "type": frozenset({"TRAILING_STOP_LIMIT", "MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"}),
    "time_in_force": frozenset({"IOC", "OPG"}),
    "position_effect": frozenset({"OPEN", "CLOSE"}),
    "adjustment": frozenset({"SPLIT", "BACKWARD"}),
    "bar_session": frozenset({"EXTENDED"}),
    "search_type": frozenset(
        {"OPTION", "FUTURE", "FUTURE_OPTION", "FX", "CFD", "CRYPTO", "INDEX", "WARRANT"}
        | {"BOND", "FUND"}
    ),
}

ORDER_TYPE_READ = {broker: unified for unified, broker in ORDER_TYPE.items()}
SIDE_READ = {broker: unified for unified, broker in SIDE.items()}
SESSION_READ = {
    "RTH": "REGULAR",
    "PRE_RTH_POST": "EXTENDED",
    "OVERNIGHT": "OVERNIGHT",
    "FULL": "ALL",
}
# Text or number. Whether something has traded refines it: see `order_status`.
ORDER_STATUS = {
    "Initial": "SUBMITTED",
    "-1": "SUBMITTED",
    "PendingSubmit": "WORKING",
    "8": "WORKING",
    "Submitted": "WORKING",
    "5": "WORKING",
    "2": "WORKING",
    "Filled": "FILLED",
    "6": "FILLED",
    "PendingCancel": "PENDING_CANCEL",
    "3": "PENDING_CANCEL",
    "Cancelled": "CANCELLED",
    "4": "CANCELLED",
    "Inactive": "REJECTED",
    "7": "REJECTED",
    "Invalid": "EXPIRED",
    "-2": "EXPIRED",
}
# Who ended an order that was cancelled, Tiger does not say.
END_REASON = {"CANCELLED": "UNKNOWN", "REJECTED": "BROKER", "EXPIRED": "EXPIRY"}
ACCOUNT_TYPE = {
    "CASH": "CASH",
    "MGRN": "MARGIN",
    "RegTMargin": "MARGIN",
    "PMGRN": "PORTFOLIO_MARGIN",
}
ACCOUNT_STATUS = {
    "Funded": "OPEN",
    "Open": "OPEN",
    "New": "PENDING",
    "Pending": "PENDING",
    "Abandoned": "ABANDONED",
    "Rejected": "REJECTED",
    "Closed": "CLOSED",
}
SEGMENT = {"S": "SECURITIES", "C": "COMMODITIES", "F": "FUND", "D": "CRYPTO"}
MARKET_STATE: dict[str, unified.MarketState] = {
    "NOT_YET_OPEN": "CLOSED",
    "PRE_HOUR_TRADING": "PRE",
    "TRADING": "OPEN",
    "MIDDLE_CLOSE": "CLOSED",
    "POST_HOUR_TRADING": "POST",
    # An auction or the end of the day: the documents do not say which.
    "CLOSING": "UNKNOWN",
    "OVERNIGHT_TRADING": "OVERNIGHT",
    "EARLY_CLOSED": "CLOSED",
    "MARKET_CLOSED": "CLOSED",
}
INSTRUMENT_TYPE = {
    "STK": "STOCK",
    "OPT": "OPTION",
    "FUT": "FUTURE",
    "FOP": "FUTURE_OPTION",
    "CASH": "FX",
    "CC": "CRYPTO",
    "WAR": "WARRANT",
    "IOPT": "WARRANT",
    "FUND": "FUND",
}
QUANTITY_UNIT = {
    "STK": "SHARE",
    "FUND": "SHARE",
    "OPT": "CONTRACT",
    "FUT": "CONTRACT",
    "FOP": "CONTRACT",
    "WAR": "CONTRACT",
    "IOPT": "CONTRACT",
    "MLEG": "CONTRACT",
    "CASH": "BASE_UNIT",
    "CC": "BASE_UNIT",
}


def capabilities() -> dict[str, tuple[list[str], list[str]]]:
    """Return {request field: (values that can be sent, values that are refused)}, for the capabilities page."""
    return {
        "side": (list(SIDE), []),
        "type": (list(ORDER_TYPE), sorted(UNSUPPORTED["type"])),
        "time_in_force": (list(TIME_IN_FORCE), sorted(UNSUPPORTED["time_in_force"])),
        "session": (list(HOURS), []),
        "position_effect": (list(POSITION_EFFECT), sorted(UNSUPPORTED["position_effect"])),
        "interval": (list(BAR_INTERVAL), []),
        "adjustment": (list(BAR_ADJUSTMENT), sorted(UNSUPPORTED["adjustment"])),
    }


def status_word(status: object) -> str | None:
    """Return Tiger's status as text, whether it came as text or as a number."""
    if isinstance(status, bool) or not isinstance(status, int | str):
        return None
    return str(status)


def is_order_status(status: object) -> bool:
    """Say whether Tiger's status is one that we know."""
    return status_word(status) in ORDER_STATUS


def order_status(status: object, *, filled: bool) -> str:
    """Return the unified state; an unknown status raises `upstream_malformed`.

    `filled` says whether anything has traded, which Tiger shows in the quantities only: an order with a
    fill was not rejected, whatever ended it.
    """
    state = recognise(ORDER_STATUS, status_word(status), "order status")
    if filled and state in {"SUBMITTED", "WORKING"}:
        return "PARTIALLY_FILLED"
    return "CANCELLED" if filled and state == "REJECTED" else state


def order_type(value: object) -> str | None:
    """Return the unified order type, Tiger's own word where there is none, or None."""
    if not isinstance(value, str) or not value:
        return None
    return known(ORDER_TYPE_READ, value) or value[:64]
