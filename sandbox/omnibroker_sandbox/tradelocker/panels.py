"""The columns of every row, the rate limits and the other limits: the answer of config."""

from typing import Any

POSITIONS = (
    *("id", "tradableInstrumentId", "routeId", "side", "qty", "avgPrice", "stopLossId"),
    *("takeProfitId", "openDate", "unrealizedPl", "strategyId"),
)
ORDERS = (
    *("id", "tradableInstrumentId", "routeId", "qty", "side", "type", "status", "filledQty"),
    *("avgPrice", "price", "stopPrice", "validity", "expireDate", "createdDate", "lastModified"),
    *("isOpen", "positionId", "stopLoss", "stopLossType", "takeProfit", "takeProfitType"),
    "strategyId",
)
EXECUTIONS = (
    *("id", "price", "side", "createdDate", "qty", "orderId", "positionId"),
    "tradableInstrumentId",
)
ACCOUNT_DETAILS = {
    "balance": "Realised balance",
    "projectedBalance": "Balance with open profit",
    "availableFunds": "Free for new trades",
    "blockedBalance": "Blocked by the broker",
    "cashBalance": "Cash",
    "unsettledCash": "Not settled yet",
    "withdrawalAvailable": "Can be withdrawn",
    "stocksValue": "Value of stocks",
    "optionValue": "Value of options",
    "initialMarginReq": "Initial margin",
    "maintMarginReq": "Maintenance margin",
    "marginWarningLevel": "Warning level, percent",
    "blockedForStocks": "Blocked for stocks",
    "stockOrdersReq": "Needed by orders for stocks",
    "stopOutLevel": "Stop-out level, percent",
    "warningMarginReq": "Margin at the warning level",
    "marginBeforeWarning": "Margin left before the warning",
    "todayGross": "Profit of the day before fees",
    "todayNet": "Profit of the day after fees",
    "todayFees": "Fees of the day",
    "todayVolume": "Lots traded today",
    "todayTradesCount": "Trades of the day",
    "openGrossPnL": "Open profit before fees",
    "openNetPnL": "Open profit after fees",
    "positionsCount": "Open positions",
    "ordersCount": "Working orders",
}
HISTORY_BARS = 5_000
HISTORY_ORDERS = 10_000

RATE_LIMITS = {
    "GET_ACCOUNTS": ("get_accounts", 2, 1),
    "GET_EXECUTIONS": ("get_executions", 2, 1),
    "GET_INSTRUMENTS": ("get_instruments", 2, 1),
    "GET_ORDERS": ("get_orders", 1, 1),
    "GET_ORDERS_HISTORY": ("get_orders_history", 1, 1),
    "GET_POSITIONS": ("get_positions", 1, 1),
    "GET_ACCOUNTS_STATE": ("get_state", 4, 2),
    "GET_INSTRUMENT_DETAILS": ("get_instrument_details", 2, 1),
    "GET_TRADE_SESSIONS": ("get_trade_session", 2, 1),
    "GET_SESSION_STATUSES": ("get_session_status", 2, 1),
    "PLACE_ORDER": ("place_order", 5, 1),
    "MODIFY_ORDER": ("modify_order", 5, 1),
    "MODIFY_POSITION": ("modify_position", 5, 1),
    "DAILY_BAR": ("get_daily_bar", 5, 1),
    "QUOTES": ("get_quotes", 10, 1),
    "DEPTH": ("get_depth", 10, 1),
    "TRADES": ("", 5, 1),
    "QUOTES_HISTORY": ("get_history", 60, 60),
}
"""Rows of (operation, requests, within so many seconds); TRADES has no operation."""
SECONDS_PER_MINUTE = 60


def config() -> dict[str, Any]:
    """Return the whole configuration, its keys in TradeLocker's order."""
    access = ("orders", "ordersHistory", "filledOrders", "positions", "symbolInfo", "marketDepth")
    return {
        "customerAccess": dict.fromkeys(access, True),
        "positionsConfig": _panel("positions", "Positions", POSITIONS),
        "ordersConfig": _panel("orders", "Orders", ORDERS),
        "ordersHistoryConfig": _panel("ordersHistory", "Orders history", ORDERS),
        "filledOrdersConfig": _panel("filledOrders", "Filled orders", EXECUTIONS),
        "accountDetailsConfig": {
            "id": "accountDetails",
            "title": "Account details",
            "columns": [
                {"id": name, "description": text} for name, text in ACCOUNT_DETAILS.items()
            ],
        },
        "rateLimits": [_rate_limit(*row) for row in RATE_LIMITS.items()],
        "limits": [
            {"limitType": "QUOTES_HISTORY_BARS", "limit": HISTORY_BARS},
            {"limitType": "MAX_ORDERS_COUNT_IN_HISTORY", "limit": HISTORY_ORDERS},
        ],
    }


def _panel(name: str, title: str, columns: tuple[str, ...]) -> dict[str, Any]:
    return {"id": name, "title": title, "columns": [{"id": column} for column in columns]}


def _rate_limit(name: str, row: tuple[str, int, int]) -> dict[str, Any]:
    _, limit, seconds = row
    by_minute = seconds % SECONDS_PER_MINUTE == 0
    return {
        "rateLimitType": name,
        "measure": "MINUTES" if by_minute else "SECONDS",
        "intervalNum": seconds // SECONDS_PER_MINUTE if by_minute else seconds,
        "limit": limit,
    }
