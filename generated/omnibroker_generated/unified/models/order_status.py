from typing import Literal

OrderStatus = Literal[
    "CANCELLED",
    "EXPIRED",
    "FILLED",
    "HELD",
    "INACTIVE",
    "NEEDS_CONFIRMATION",
    "PARTIALLY_FILLED",
    "PENDING_CANCEL",
    "PENDING_REPLACE",
    "PENDING_SUBMIT",
    "REJECTED",
    "SUBMITTED",
    "UNKNOWN",
    "WORKING",
]

ORDER_STATUS_VALUES: set[OrderStatus] = {
    "CANCELLED",
    "EXPIRED",
    "FILLED",
    "HELD",
    "INACTIVE",
    "NEEDS_CONFIRMATION",
    "PARTIALLY_FILLED",
    "PENDING_CANCEL",
    "PENDING_REPLACE",
    "PENDING_SUBMIT",
    "REJECTED",
    "SUBMITTED",
    "UNKNOWN",
    "WORKING",
}


def check_order_status(value: str) -> OrderStatus:
    if value in ORDER_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STATUS_VALUES!r}")
