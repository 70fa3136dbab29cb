from typing import Literal

TimeInForce = Literal["DAY", "GTC", "GTD", "IOC", "OPG"]

TIME_IN_FORCE_VALUES: set[TimeInForce] = {
    "DAY",
    "GTC",
    "GTD",
    "IOC",
    "OPG",
}


def check_time_in_force(value: str) -> TimeInForce:
    if value in TIME_IN_FORCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TIME_IN_FORCE_VALUES!r}")
