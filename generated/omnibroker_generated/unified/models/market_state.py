from typing import Literal

MarketState = Literal["CLOSED", "OPEN", "OVERNIGHT", "POST", "PRE", "UNKNOWN"]

MARKET_STATE_VALUES: set[MarketState] = {
    "CLOSED",
    "OPEN",
    "OVERNIGHT",
    "POST",
    "PRE",
    "UNKNOWN",
}


def check_market_state(value: str) -> MarketState:
    if value in MARKET_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKET_STATE_VALUES!r}")
