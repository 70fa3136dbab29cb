from typing import Literal

PositionSide = Literal["LONG", "SHORT"]

POSITION_SIDE_VALUES: set[PositionSide] = {
    "LONG",
    "SHORT",
}


def check_position_side(value: str) -> PositionSide:
    if value in POSITION_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POSITION_SIDE_VALUES!r}")
