from typing import Literal

QuantityUnit = Literal["BASE_UNIT", "CONTRACT", "LOT", "SHARE"]

QUANTITY_UNIT_VALUES: set[QuantityUnit] = {
    "BASE_UNIT",
    "CONTRACT",
    "LOT",
    "SHARE",
}


def check_quantity_unit(value: str) -> QuantityUnit:
    if value in QUANTITY_UNIT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUANTITY_UNIT_VALUES!r}")
