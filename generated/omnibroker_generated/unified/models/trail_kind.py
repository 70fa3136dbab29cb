from typing import Literal

TrailKind = Literal["AMOUNT", "PERCENT"]

TRAIL_KIND_VALUES: set[TrailKind] = {
    "AMOUNT",
    "PERCENT",
}


def check_trail_kind(value: str) -> TrailKind:
    if value in TRAIL_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRAIL_KIND_VALUES!r}")
