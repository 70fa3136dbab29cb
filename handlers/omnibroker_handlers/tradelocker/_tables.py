"""TradeLocker's words for the unified ones; each table is total, or the rest stands in UNSUPPORTED."""

from omnibroker.kit.tables import recognise
from omnibroker_generated.unified import models as unified

SIDE = {"BUY": "buy", "SELL": "sell"}
ORDER_TYPE = {"MARKET": "market", "LIMIT": "limit", "STOP": "stop"}
# Each type has one life: a market order ends at once, the others live until they are cancelled.
LIFE: dict[unified.OrderType, unified.TimeInForce] = {
    "MARKET": "IOC",
    "LIMIT": "GTC",
    "STOP": "GTC",
}
# Closing is at the market, and what is left at first goes on until it is done.
CLOSE_TERMS: tuple[unified.OrderType, unified.TimeInForce] = ("MARKET", "GTC")
TIME_IN_FORCE = {"GTC": "GTC", "IOC": "IOC"}
# An instrument has one trading session, and a ticket does not name it.
SESSION: dict[unified.TradingSession, None] = {"REGULAR": None}
# Positions do not net: what an order does must be said, and decides which call it is.
POSITION_EFFECT = {"OPEN": "place_order", "CLOSE": "close_position"}
BAR_INTERVAL = {
    "1MIN": "1m",
    "5MIN": "5m",
    "15MIN": "15m",
    "30MIN": "30m",
    "1HOUR": "1H",
    "4HOUR": "4H",
    "1DAY": "1D",
    "1WEEK": "1W",
    "1MONTH": "1M",
}
# Bars are the broker's own prices as they were streamed.
BAR_ADJUSTMENT = {"NONE": None}
# The one session of an instrument is its regular one, and all that there is.
BAR_SESSION = {"REGULAR": None, "ALL": None}
UNSUPPORTED: dict[str, frozenset[str]] = {
    "type": frozenset(
        {"STOP_LIMIT", "TRAILING_STOP", "TRAILING_STOP_LIMIT", "MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"}
    ),
    "time_in_force": frozenset({"DAY", "GTD", "OPG"}),
    "session": frozenset({"EXTENDED", "OVERNIGHT", "ALL"}),
    "position_effect": frozenset({"AUTO"}),
    "adjustment": frozenset({"SPLIT", "FORWARD", "BACKWARD"}),
    "bar_session": frozenset({"EXTENDED", "OVERNIGHT"}),
    "search_type": frozenset({"FX", "CRYPTO", "INDEX", "FUTURE_OPTION", "WARRANT", "BOND", "FUND"}),
}

# What TradeLocker margins or rolls over is a contract for difference, currencies and coins too.
INSTRUMENT_TYPE = {
    "CRYPTO": "CFD",
    "EQUITY": "STOCK",
    "EQUITY_CFD": "CFD",
    "ETF": "ETF",
    "FOREX": "CFD",
    "FUTURES": "FUTURE",
    "FUTURES_CFD": "CFD",
    "INDICES": "CFD",
    "OPTIONS": "OPTION",
    "SPREADBET": "CFD",
}
SEARCH_TYPE = {kind: kind for kind in ("CFD", "STOCK", "ETF", "FUTURE", "OPTION")}
QUANTITY_UNIT = "LOT"
SIDE_READ = {"buy": "BUY", "sell": "SELL"}
POSITION_SIDE_READ: dict[str, unified.PositionSide] = {"buy": "LONG", "sell": "SHORT"}
ORDER_TYPE_READ = {"market": "MARKET", "limit": "LIMIT", "stop": "STOP"}
# Fills refine it: see `order_status`.
ORDER_STATUS = {
    "New": "WORKING",
    "Filled": "FILLED",
    "Cancelled": "CANCELLED",
    "Removed": "CANCELLED",
    "Rejected": "REJECTED",
    "Refused": "REJECTED",
    "Unplaced": "REJECTED",
}
ACCOUNT_STATUS = {"ACTIVE": "OPEN"}
MARKET_STATE: dict[str, unified.MarketState] = {
    "FULLY_OPEN": "OPEN",
    "CLOSED": "CLOSED",
    "TRADING_HALT": "CLOSED",
}
PRICE_SOURCE = {"BID": "BID", "ASK": "ASK", "TRADE": "TRADES"}
RIGHT = {"CALL": "CALL", "PUT": "PUT"}


def capabilities() -> dict[str, tuple[list[str], list[str]]]:
    """Return {request field: (values that can be sent, values that are refused)}, for the capabilities page."""
    return {
        "side": (list(SIDE), []),
        "type": (list(ORDER_TYPE), sorted(UNSUPPORTED["type"])),
        "time_in_force": (list(TIME_IN_FORCE), sorted(UNSUPPORTED["time_in_force"])),
        "session": (list(SESSION), sorted(UNSUPPORTED["session"])),
        "position_effect": (list(POSITION_EFFECT), sorted(UNSUPPORTED["position_effect"])),
        "interval": (list(BAR_INTERVAL), []),
        "adjustment": (list(BAR_ADJUSTMENT), sorted(UNSUPPORTED["adjustment"])),
    }


def order_status(status: object, *, filled: bool) -> str:
    """Return the unified state; an unknown status raises `upstream_malformed`.

    `filled` says whether anything has traded: with a fill nothing was rejected.
    """
    state = recognise(ORDER_STATUS, status, "order status")
    if state == "WORKING" and filled:
        return "PARTIALLY_FILLED"
    return "CANCELLED" if state == "REJECTED" and filled else state
