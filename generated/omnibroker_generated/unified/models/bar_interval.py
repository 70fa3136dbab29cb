from typing import Literal

BarInterval = Literal["15MIN", "1DAY", "1HOUR", "1MIN", "1MONTH", "1WEEK", "30MIN", "4HOUR", "5MIN"]

BAR_INTERVAL_VALUES: set[BarInterval] = {
    "15MIN",
    "1DAY",
    "1HOUR",
    "1MIN",
    "1MONTH",
    "1WEEK",
    "30MIN",
    "4HOUR",
    "5MIN",
}


def check_bar_interval(value: str) -> BarInterval:
    if value in BAR_INTERVAL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BAR_INTERVAL_VALUES!r}")
