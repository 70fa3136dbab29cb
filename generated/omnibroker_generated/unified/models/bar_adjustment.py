from typing import Literal

BarAdjustment = Literal["BACKWARD", "FORWARD", "NONE", "SPLIT"]

BAR_ADJUSTMENT_VALUES: set[BarAdjustment] = {
    "BACKWARD",
    "FORWARD",
    "NONE",
    "SPLIT",
}


def check_bar_adjustment(value: str) -> BarAdjustment:
    if value in BAR_ADJUSTMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BAR_ADJUSTMENT_VALUES!r}")
