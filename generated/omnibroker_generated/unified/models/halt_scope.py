from typing import Literal

HaltScope = Literal["account", "broker", "connection", "gateway"]

HALT_SCOPE_VALUES: set[HaltScope] = {
    "account",
    "broker",
    "connection",
    "gateway",
}


def check_halt_scope(value: str) -> HaltScope:
    if value in HALT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HALT_SCOPE_VALUES!r}")
