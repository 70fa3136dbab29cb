from typing import Literal

SessionState = Literal["COMPETING", "DEGRADED", "INITIALISING", "LOGGED_OUT", "NEEDS_HUMAN", "READ_ONLY", "READY"]

SESSION_STATE_VALUES: set[SessionState] = {
    "COMPETING",
    "DEGRADED",
    "INITIALISING",
    "LOGGED_OUT",
    "NEEDS_HUMAN",
    "READ_ONLY",
    "READY",
}


def check_session_state(value: str) -> SessionState:
    if value in SESSION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_STATE_VALUES!r}")
