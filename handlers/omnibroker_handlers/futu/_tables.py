"""Futu's numbers for the unified words; each table is total, or the rest stands in UNSUPPORTED.

Tables that read answers have the numbers as text: what a broker sends as a number is a name, nothing to reckon with.
"""

from collections.abc import Mapping
from typing import TypeVar

from omnibroker.kit import tables
from omnibroker.kit.answers import text
from omnibroker.kit.tables import recognise

V = TypeVar("V")

# The gateway's own page once printed 1 and 2: following it would send simulated orders to a real account.
TRD_ENV = {"paper": 0, "live": 1}
SIDE = {"BUY": 1, "SELL": 2}
ORDER_TYPE = {
    "MARKET": 2,
    "LIMIT": 1,
    "STOP": 10,
    "STOP_LIMIT": 11,
    "TRAILING_STOP": 14,
    "TRAILING_STOP_LIMIT": 15,
}
TIME_IN_FORCE = {"DAY": 0, "GTC": 1}
# US shares: session → (session, fill_outside_rth). Elsewhere there is the market's own session only.
HOURS = {
    "REGULAR": (1, False),
    "EXTENDED": (2, True),
    "ALL": (3, True),
    "OVERNIGHT": (4, True),
}
# Futu nets positions; only its JP accounts can say which one an order closes.
POSITION_EFFECT = {"AUTO": None}
TRAIL_KIND = {"PERCENT": 1, "AMOUNT": 2}
MODIFY, CANCEL = 1, 2
# KLType; the numbers of subscriptions to the same periods are others.
BAR_INTERVAL = {
    "1MIN": 1,
    "5MIN": 6,
    "15MIN": 7,
    "30MIN": 8,
    "1HOUR": 9,
    "4HOUR": 15,
    "1DAY": 2,
    "1WEEK": 3,
    "1MONTH": 4,
}
BAR_ADJUSTMENT = {"NONE": 0, "FORWARD": 1, "BACKWARD": 2}
# US bars of an hour and less.
BAR_SESSION = {"REGULAR": 1, "EXTENDED": 2, "ALL": 3}
UNSUPPORTED: dict[str, frozenset[str]] = {
    # Auction orders of Hong Kong trade in whichever auction comes next, at the open too.
    "type": frozenset({"MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"}),
    # IOC is for coins only; how GTD writes the end of its day is not documented.
    "time_in_force": frozenset({"IOC", "GTD", "OPG"}),
    "position_effect": frozenset({"OPEN", "CLOSE"}),
    "adjustment": frozenset({"SPLIT"}),
    "bar_session": frozenset({"OVERNIGHT"}),
}

SIDE_READ = {"1": "BUY", "2": "SELL", "3": "SELL", "4": "BUY"}
# Hong Kong's limit orders (1) may be shown as 5, their form without the pre-opening's extras.
ORDER_TYPE_READ = {
    "1": "LIMIT",
    "2": "MARKET",
    "5": "LIMIT",
    "6": "AUCTION",
    "7": "AUCTION_LIMIT",
    "8": "SPECIAL_LIMIT",
    "9": "SPECIAL_LIMIT_ALL",
    "10": "STOP",
    "11": "STOP_LIMIT",
    "12": "MARKET_IF_TOUCHED",
    "13": "LIMIT_IF_TOUCHED",
    "14": "TRAILING_STOP",
    "15": "TRAILING_STOP_LIMIT",
    "16": "TWAP_MARKET",
    "17": "TWAP_LIMIT",
    "18": "VWAP_MARKET",
    "19": "VWAP_LIMIT",
}
TIME_IN_FORCE_READ = {"0": "DAY", "1": "GTC", "2": "IOC", "3": "GTD"}
SESSION_READ = {"1": "REGULAR", "2": "EXTENDED", "3": "ALL", "4": "OVERNIGHT"}
TRAIL_KIND_READ = {"1": "PERCENT", "2": "AMOUNT"}
# 0 is the stub that some gateways list of an order on its way; 4 and -1 say that nobody knows.
ORDER_STATUS = {
    "-1": "UNKNOWN",
    "0": "PENDING_SUBMIT",
    "1": "HELD",
    "2": "SUBMITTED",
    "3": "REJECTED",
    "4": "UNKNOWN",
    "5": "WORKING",
    "10": "PARTIALLY_FILLED",
    "11": "FILLED",
    "12": "PENDING_CANCEL",
    "13": "PENDING_CANCEL",
    "14": "CANCELLED",
    "15": "CANCELLED",
    "21": "REJECTED",
    "22": "INACTIVE",
    "23": "CANCELLED",
    "24": "CANCELLED",
}
ORDER_STATUS_NAME = {
    "-1": "Unknown",
    "0": "Unsubmitted",
    "1": "WaitingSubmit",
    "2": "Submitting",
    "3": "SubmitFailed",
    "4": "TimeOut",
    "5": "Submitted",
    "10": "Filled_Part",
    "11": "Filled_All",
    "12": "Cancelling_Part",
    "13": "Cancelling_All",
    "14": "Cancelled_Part",
    "15": "Cancelled_All",
    "21": "Failed",
    "22": "Disabled",
    "23": "Deleted",
    "24": "FillCancelled",
}
# States in which an order has not traded, where the gateway leaves the filled quantity out.
UNTRADED = frozenset({"0", "1", "2", "3"})
# A changed fill is the row itself, as it was changed.
FILL_STATUS = {"0": "OK", "1": "BUSTED", "2": "OK"}
POSITION_SIDE = {"0": "LONG", "1": "SHORT"}
ENVIRONMENT = {"0": "paper", "1": "live"}
ACCOUNT_TYPE = {
    "1": "CASH",
    "2": "MARGIN",
    "3": "TFSA",
    "4": "RRSP",
    "5": "SRRSP",
    "6": "DERIVATIVES",
}
ACCOUNT_STATUS = {"0": "OPEN", "1": "DISABLED"}
ACCOUNT_KIND = {"1": "TRADING", "2": "MASTER", "3": "IPO"}
CURRENCY = {
    "HKD": 1,
    "USD": 2,
    "CNH": 3,
    "JPY": 4,
    "SGD": 5,
    "AUD": 6,
    "CAD": 7,
    "MYR": 8,
    "NZD": 9,
}
CURRENCY_READ = {str(number): code for code, number in CURRENCY.items()}
INSTRUMENT_TYPE = {
    "1": "BOND",
    "2": "WARRANT",
    "3": "STOCK",
    "4": "ETF",
    "5": "WARRANT",
    "6": "INDEX",
    "8": "OPTION",
    "10": "FUTURE",
    "11": "FX",
    "12": "CRYPTO",
}
# Hong Kong's warrants trade in board lots of units, as its shares do.
QUANTITY_UNIT = {
    "STOCK": "SHARE",
    "ETF": "SHARE",
    "WARRANT": "SHARE",
    "OPTION": "CONTRACT",
    "FUTURE": "CONTRACT",
    "FX": "BASE_UNIT",
    "CRYPTO": "BASE_UNIT",
}
EXCHANGE = {
    "1": "HK_MainBoard",
    "2": "HK_GEMBoard",
    "3": "HK_HKEX",
    "4": "US_NYSE",
    "5": "US_Nasdaq",
    "6": "US_Pink",
    "7": "US_AMEX",
    "8": "US_Option",
    "9": "US_NYMEX",
    "10": "US_COMEX",
    "11": "US_CBOT",
    "12": "US_CME",
    "13": "US_CBOE",
    "14": "CN_SH",
    "15": "CN_SZ",
    "16": "CN_STIB",
    "17": "SG_SGX",
    "18": "JP_OSE",
    "19": "CC_CRYPTO",
    "20": "MY_MYX",
    "21": "JP_TSE",
    "22": "JP_Nikkei",
}
# Exchange of a future's key: (prefix, ExchType).
FUTURES_EXCHANGE = {
    "CME": ("US", "12"),
    "CBOT": ("US", "11"),
    "NYMEX": ("US", "9"),
    "COMEX": ("US", "10"),
    "HKFE": ("HK", "3"),
    "SGX": ("SG", "17"),
}
RIGHT = {"C": 1, "P": 2}
RIGHT_READ = {"1": "C", "2": "P"}
RIGHT_NAME = {"1": "CALL", "2": "PUT"}
# What is not here is a number that no list has: nobody knows whether the market is open then.
MARKET_STATE = {
    "0": "UNKNOWN",
    "1": "PRE",
    "2": "CLOSED",
    "3": "OPEN",
    "4": "CLOSED",
    "5": "OPEN",
    "6": "CLOSED",
    "8": "PRE",
    "9": "CLOSED",
    "10": "POST",
    "11": "CLOSED",
    "12": "CLOSED",
    "13": "OPEN",
    "14": "CLOSED",
    "15": "OPEN",
    "16": "CLOSED",
    "17": "CLOSED",
    "18": "CLOSED",
    "19": "POST",
    "20": "CLOSED",
    "21": "OPEN",
    "22": "CLOSED",
    "23": "OPEN",
    "24": "CLOSED",
    "25": "OPEN",
    "26": "CLOSED",
    "27": "CLOSED",
    "28": "POST",
    "29": "CLOSED",
    "30": "POST",
    "31": "CLOSED",
    "32": "UNKNOWN",
    "33": "OVERNIGHT",
    "34": "CLOSED",
    "35": "POST",
    "36": "UNKNOWN",
    "37": "OVERNIGHT",
}
# Quote rights under which prices come as they are made; Bmp (1) and No (5) are none.
REALTIME_RIGHTS = frozenset({"2", "3", "4", "6"})


def known(table: Mapping[str, V], number: object) -> V | None:
    """Return the unified word for a descriptive number, or None: descriptions may be new, states may not."""
    return tables.known(table, text(number))


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


def order_status(status: object, *, filled: bool) -> str:
    """Return the unified state; an unknown number raises `upstream_malformed`.

    `filled` says whether anything has traded: then a failed order was no rejection.
    """
    state = recognise(ORDER_STATUS, text(status), "order status")
    if state == "WORKING" and filled:
        return "PARTIALLY_FILLED"
    return "CANCELLED" if state == "REJECTED" and filled else state


def order_type(value: object) -> str | None:
    """Return the unified order type, Futu's own number where there is none, or None."""
    return known(ORDER_TYPE_READ, value) or text(value, 64)
