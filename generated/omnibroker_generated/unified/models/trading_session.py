from typing import Literal

TradingSession = Literal["ALL", "EXTENDED", "OVERNIGHT", "REGULAR"]

TRADING_SESSION_VALUES: set[TradingSession] = {
    "ALL",
    "EXTENDED",
    "OVERNIGHT",
    "REGULAR",
}


def check_trading_session(value: str) -> TradingSession:
    if value in TRADING_SESSION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRADING_SESSION_VALUES!r}")
