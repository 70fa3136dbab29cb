"""How Tiger says no: a code and a text; the status is what the spec makes of that code."""

from omnibroker_sandbox.answers import Answer

OK = 200
SERVER_ERROR, FORBIDDEN, RATE_LIMIT = 1, 4, 5
COMMON_PARAMETER, BUSINESS_PARAMETER = 1000, 1010
DUPLICATE = 1100
STANDARD, PAPER = 1200, 1300
TOKEN, PERMISSION = 2400, 4000
NOT_FOUND, METHOD_NOT_ALLOWED = 404, 405
_STATUSES = (
    (range(1000, 2000), 400),
    (range(2400, 4000), 401),
    (range(4000, 5000), 403),
    (range(4, 5), 403),
    (range(5, 6), 429),
)


class Refused(Exception):
    """Ends an operation with a ready answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer


def refusal(code: int, message: str) -> Answer:
    """Return a refusal as the operations of the spec give it."""
    status = next((status for codes, status in _STATUSES if code in codes), 500)
    return Answer(429 if "rate limit" in message else status, {"code": code, "message": message})


def common(text: str) -> Answer:
    """Return the refusal of a request that is wrong before its method is looked at."""
    return refusal(COMMON_PARAMETER, f"common param error({text})")


def business(text: str) -> Answer:
    """Return the refusal of a field that the method cannot use."""
    return refusal(BUSINESS_PARAMETER, f"biz param error({text})")


def over_limit(method: str, count: int) -> Answer:
    """Return the refusal of one request too many, which travels as text of code 4."""
    text = f"current limiting interface:{method}, up to {count} times per minute"
    return refusal(FORBIDDEN, f"rate limit error({text})")


NO_PERMISSION = refusal(
    PERMISSION,
    "permission denied(Current user and device do not have permissions in the US quote market)",
)
TOKEN_EXPIRED = refusal(TOKEN, "user token error(token is missing, unknown or expired)")
UNKNOWN_METHOD = common("the current requested method does not support")
BAD_SIGNATURE = common("failed to verify signature, please make sure you use the correct rsa keys")


def require(condition: object, answer: Answer) -> None:
    """Refuse unless the condition holds."""
    if not condition:
        raise Refused(answer)


def render_error(status: int, code: str, detail: str) -> Answer:
    """Answer what no operation covers; `code` and `detail` are the router's."""
    if status in {NOT_FOUND, METHOD_NOT_ALLOWED}:
        return UNKNOWN_METHOD
    if status < 500:
        return business(detail or code)
    return refusal(SERVER_ERROR, "server error")
