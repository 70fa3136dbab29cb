"""IBKR's words for the unified ones; each table is total, or the rest stands in UNSUPPORTED."""

from omnibroker.kit.tables import known, recognise

SIDE = {"BUY": "BUY", "SELL": "SELL"}
ORDER_TYPE = {
    "MARKET": "MKT",
    "LIMIT": "LMT",
    "STOP": "STP",
    "STOP_LIMIT": "STOP_LIMIT",
    "TRAILING_STOP": "TRAIL",
    "TRAILING_STOP_LIMIT": "TRAILLMT",
    "MARKET_ON_CLOSE": "MOC",
    "LIMIT_ON_CLOSE": "LOC",
}
TIME_IN_FORCE = {"DAY": "DAY", "GTC": "GTC", "IOC": "IOC", "OPG": "OPG"}
# (session, time in force) → (tif, outsideRTH): the overnight venue is chosen by `tif`, for the day only.
HOURS = {
    ("REGULAR", "DAY"): ("DAY", False),
    ("REGULAR", "GTC"): ("GTC", False),
    ("REGULAR", "IOC"): ("IOC", False),
    ("REGULAR", "OPG"): ("OPG", False),
    ("EXTENDED", "DAY"): ("DAY", True),
    ("EXTENDED", "GTC"): ("GTC", True),
    ("EXTENDED", "IOC"): ("IOC", True),
    ("OVERNIGHT", "DAY"): ("OVT", False),
    ("ALL", "DAY"): ("OND", True),
}
# IBKR nets positions; whether an order opens or closes cannot be said.
POSITION_EFFECT = {"AUTO": None}
TRAIL_KIND = {"AMOUNT": "amt", "PERCENT": "%"}
BAR_INTERVAL = {
    "1MIN": "1min",
    "5MIN": "5min",
    "15MIN": "15min",
    "30MIN": "30min",
    "1HOUR": "1h",
    "4HOUR": "4h",
    "1DAY": "1d",
    "1WEEK": "1w",
    "1MONTH": "1m",
}
# IBKR's bars are adjusted for splits, never for dividends.
BAR_ADJUSTMENT = {"SPLIT": None}
BAR_SESSION = {"REGULAR": "false", "EXTENDED": "true", "ALL": "true"}
SEARCH_TYPE = {"STOCK": "STK", "ETF": "STK", "INDEX": "IND", "BOND": "BOND", "FUTURE": "FUT"}
UNSUPPORTED: dict[str, frozenset[str]] = {
    "time_in_force": frozenset({"GTD"}),
    "position_effect": frozenset({"OPEN", "CLOSE"}),
    "adjustment": frozenset({"NONE", "FORWARD", "BACKWARD"}),
    "bar_session": frozenset({"OVERNIGHT"}),
    "search_type": frozenset({"OPTION", "FUTURE_OPTION", "FX", "CFD", "CRYPTO", "WARRANT", "FUND"}),
}

ORDER_SIDE_READ = {"BUY": "BUY", "B": "BUY", "SELL": "SELL", "S": "SELL"}
EXECUTION_SIDE_READ = ORDER_SIDE_READ | {"BOT": "BUY", "SLD": "SELL"}
# The spelling differs by endpoint and moment; keys are in upper case, letters and digits only.
ORDER_TYPE_READ = {
    "MARKET": "MARKET",
    "MKT": "MARKET",
    "LIMIT": "LIMIT",
    "LMT": "LIMIT",
    "STOP": "STOP",
    "STP": "STOP",
    "STOPLIMIT": "STOP_LIMIT",
    "STPLMT": "STOP_LIMIT",
    "TRAIL": "TRAILING_STOP",
    "TRAILINGSTOP": "TRAILING_STOP",
    "TRAILLMT": "TRAILING_STOP_LIMIT",
    "TRAILLIMIT": "TRAILING_STOP_LIMIT",
    "TRAILINGSTOPLIMIT": "TRAILING_STOP_LIMIT",
    "MARKETONCLOSE": "MARKET_ON_CLOSE",
    "MOC": "MARKET_ON_CLOSE",
    "LIMITONCLOSE": "LIMIT_ON_CLOSE",
    "LOC": "LIMIT_ON_CLOSE",
    "MIT": "MARKET_IF_TOUCHED",
    "LIT": "LIMIT_IF_TOUCHED",
    "MIDPRICE": "MIDPRICE",
    "RELATIVE": "RELATIVE",
    "REL": "RELATIVE",
}
# tif → (time in force, session where the tif alone settles it); CLOSE has been seen for day orders.
HOURS_READ: dict[str, tuple[str, str | None]] = {
    "DAY": ("DAY", None),
    "CLOSE": ("DAY", None),
    "GTC": ("GTC", None),
    "IOC": ("IOC", None),
    "OPG": ("OPG", None),
    "OVT": ("DAY", "OVERNIGHT"),
    "OND": ("DAY", "ALL"),
}
# Names compare without regard to case. Fills and reasons refine it: see `order_status`.
ORDER_STATUS = {
    "pendingsubmit": "PENDING_SUBMIT",
    "presubmitted": "HELD",
    "submitted": "WORKING",
    "filled": "FILLED",
    "pendingcancel": "PENDING_CANCEL",
    "precancelled": "PENDING_CANCEL",
    "cancelled": "CANCELLED",
    "inactive": "INACTIVE",
    "warnstate": "INACTIVE",
}
ACCOUNT_STATUS = {
    "O": "OPEN",
    "P": "PENDING",
    "N": "PENDING",
    "A": "ABANDONED",
    "R": "REJECTED",
    "C": "CLOSED",
}
DATA_QUALITY = {"R": "REALTIME", "D": "DELAYED", "Z": "FROZEN", "Y": "DELAYED_FROZEN"}
INSTRUMENT_TYPE = {
    "STK": "STOCK",
    "OPT": "OPTION",
    "FUT": "FUTURE",
    "FOP": "FUTURE_OPTION",
    "CASH": "FX",
    "CFD": "CFD",
    "CRYPTO": "CRYPTO",
    "IND": "INDEX",
    "WAR": "WARRANT",
    "IOPT": "WARRANT",
    "BOND": "BOND",
    "BILL": "BOND",
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
    "CFD": "CONTRACT",
    "CASH": "BASE_UNIT",
    "CRYPTO": "BASE_UNIT",
}


def capabilities() -> dict[str, tuple[list[str], list[str]]]:
    """Return {request field: (values that can be sent, values that are refused)}, for the capabilities page."""
    return {
        "side": (list(SIDE), []),
        "type": (list(ORDER_TYPE), []),
        "time_in_force": _values(TIME_IN_FORCE, "time_in_force"),
        "session": (list(dict.fromkeys(session for session, _ in HOURS)), []),
        "position_effect": _values(POSITION_EFFECT, "position_effect"),
        "interval": (list(BAR_INTERVAL), []),
        "adjustment": _values(BAR_ADJUSTMENT, "adjustment"),
    }


def _values(table: dict[str, str] | dict[str, None], field: str) -> tuple[list[str], list[str]]:
    return list(table), sorted(UNSUPPORTED[field])


def is_order_status(value: object) -> bool:
    """Say whether IBKR's status is one that we know."""
    return isinstance(value, str) and value.casefold() in ORDER_STATUS


def order_status(status: object, *, filled: bool, system_reason: bool) -> str:
    """Return the unified state; an unknown status raises `upstream_malformed`.

    `filled` says whether anything has traded, `system_reason` whether IBKR or the venue gave a reason
    for the end: with it and without a fill the order was rejected.
    """
    key = status.casefold() if isinstance(status, str) else status
    state = recognise(ORDER_STATUS, key, "order status")
    if state == "WORKING" and filled:
        return "PARTIALLY_FILLED"
    if state in {"CANCELLED", "INACTIVE"} and system_reason and not filled:
        return "REJECTED"
    return state


def order_type(value: object) -> str | None:
    """Return the unified order type, IBKR's own word where there is none, or None."""
    if not isinstance(value, str) or not value:
        return None
    key = "".join(letter for letter in value.upper() if letter.isalnum())
    return known(ORDER_TYPE_READ, key) or value[:64]
