from typing import Literal

PositionEffect = Literal["AUTO", "CLOSE", "OPEN"]

POSITION_EFFECT_VALUES: set[PositionEffect] = {
    "AUTO",
    "CLOSE",
    "OPEN",
}


def check_position_effect(value: str) -> PositionEffect:
    if value in POSITION_EFFECT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POSITION_EFFECT_VALUES!r}")
