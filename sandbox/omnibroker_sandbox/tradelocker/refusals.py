"""How TradeLocker says no: `s` and `errmsg`, under an error status or under 200.

Texts that end in "(simulated)" are ours, because nobody has described TradeLocker's.
"""

from typing import Any

from omnibroker_sandbox.answers import Answer


class Refused(Exception):
    """Ends an operation with a ready answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer


def error(status: int, text: str) -> Answer:
    """Return a refusal with a status of its own."""
    return Answer(status, {"s": "error", "errmsg": text})


def business(text: str) -> Answer:
    """Return a refusal as trading operations give it: status 200, and no `d`."""
    return error(200, text)


UNAUTHORIZED = error(401, "Unauthorized (simulated).")
TOO_MANY_REQUESTS = error(429, "Too many requests (simulated).")
WRONG_CREDENTIALS = error(400, "Email, password or server is wrong (simulated).")
WRONG_REFRESH_TOKEN = error(400, "The refresh token is not valid any more (simulated).")
NO_ACCOUNT_NUMBER = error(400, "The header accNum is missing (simulated).")
FOREIGN_ACCOUNT = error(403, "The account does not belong to accNum (simulated).")
UNKNOWN_ACCOUNT = error(404, "There is no such account (simulated).")
UNKNOWN_INSTRUMENT = error(404, "There is no such instrument (simulated).")
UNKNOWN_SESSION = error(404, "There is no such session (simulated).")
UNKNOWN_ORDER = error(404, "There is no such order (simulated).")
UNKNOWN_POSITION = error(404, "There is no such position (simulated).")
DEAD_ROUTE = business("No quotes for this route (simulated).")
FINAL_ORDER = business("The order is final (simulated).")
CLOSED_POSITION = business("The position is closed (simulated).")
CLOSING_ALREADY = business("A closing order of this position is working (simulated).")
OUT_OF_SESSION = business("Order cannot be created since trading out of session is forbidden.")
CLOSE_ONLY = business("Order cannot be created. Only positions closing is allowed")
LONG_STRATEGY = business("strategyId is too long (simulated).")
NOT_POSITIVE = business("{qty=[must be greater than 0]}")
STOP_LOSS = business("SL price is not valid for the order. ")
TAKE_PROFIT = business("TP price is not valid for the order (simulated).")


def render_error(status: int, code: str, detail: str) -> Answer:
    """Answer what no operation covers; `code` and `detail` are the router's."""
    return error(status, detail or code)


def require(condition: object, answer: Answer) -> None:
    """Refuse unless the condition holds."""
    if not condition:
        raise Refused(answer)


def body_object(body: Any) -> dict[str, Any]:
    """Return a request body that must be a JSON object."""
    require(isinstance(body, dict), error(400, "A JSON object is expected (simulated)."))
    return dict(body)
