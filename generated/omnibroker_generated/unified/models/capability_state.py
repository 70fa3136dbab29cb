from typing import Literal

CapabilityState = Literal["EMULATED", "SUPPORTED", "UNSUPPORTED"]

CAPABILITY_STATE_VALUES: set[CapabilityState] = {
    "EMULATED",
    "SUPPORTED",
    "UNSUPPORTED",
}


def check_capability_state(value: str) -> CapabilityState:
    if value in CAPABILITY_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAPABILITY_STATE_VALUES!r}")
