from typing import Literal

ProblemRetry = Literal["after", "never", "same_id"]

PROBLEM_RETRY_VALUES: set[ProblemRetry] = {
    "after",
    "never",
    "same_id",
}


def check_problem_retry(value: str) -> ProblemRetry:
    if value in PROBLEM_RETRY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROBLEM_RETRY_VALUES!r}")
