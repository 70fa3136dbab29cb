"""How the Client Portal gateway says no: JSON, HTML, or nothing at all, by situation."""

import re
from typing import Any

from omnibroker_sandbox.answers import Answer


class Refused(Exception):
    """Ends an operation with a ready answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer


def error(status: int, text: str) -> Answer:
    """Return the usual JSON error."""
    return Answer(status, {"error": text, "statusCode": status})


def empty(status: int) -> Answer:
    """Return a status without a body."""
    return Answer(status, b"", "text/plain")


def html(status: int, title: str) -> Answer:
    """Return a small HTML page."""
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"
    return Answer(status, page, "text/html")


NO_BRIDGE = error(400, "Bad Request: no bridge")
NOT_AUTHENTICATED = error(401, "not authenticated")
ACCOUNTS_FIRST = error(500, "Please query /accounts first")
PORTFOLIO_FIRST = error(500, "Please query /portfolio/accounts first")
TOO_MANY_REQUESTS = error(429, "Too many requests")
UNAVAILABLE = error(503, "Service Unavailable")
SERVER_ERROR = empty(500)
BAD_REQUEST = 400
WRONG_TYPE = re.compile(
    r'^(?:[^"]*: )?(?P<value>\S.*?) is not of type '
    r'"(?P<wanted>number|integer|boolean|string|array|object)"'
)
"""How a router that checked the body against a schema says that a value has the wrong type."""
_JAVA = {
    "number": "Number",
    "integer": "Number",
    "boolean": "Boolean",
    "string": "String",
    "array": "List",
    "object": "Map",
}
_KINDS_BY_START = {
    '"': "String",
    "t": "Boolean",
    "f": "Boolean",
    "[": "List",
    "{": "Map",
    "n": "Object",
}
PAGES = {404: "Resource not found", 405: "Method Not Allowed"}


def business(text: str) -> Answer:
    """Return a refusal as the order endpoints do: status 200 and an error text."""
    return Answer(200, {"error": text})


def cast_error(value: object, wanted: str) -> Answer:
    """Return the answer to a JSON value of the wrong type."""
    kinds = {str: "String", bool: "Boolean", list: "List", dict: "Map", type(None): "Object"}
    kind = kinds.get(type(value), "Number")
    return error(400, f"java.lang.{kind} cannot be cast to class java.lang.{wanted}")


def render_error(status: int, code: str, detail: str) -> Answer:
    """Answer what no operation covers, as the gateway does; `code` and `detail` are the router's."""
    if status in PAGES:
        return html(status, PAGES[status])
    if status == NOT_AUTHENTICATED.status:
        return NOT_AUTHENTICATED
    if status == BAD_REQUEST and (wrong := WRONG_TYPE.search(detail)):
        return error(status, _cast_text(wrong["value"], wrong["wanted"]))
    return error(status, detail or f"Bad Request: {code}")


def _cast_text(value: str, wanted: str) -> str:
    """Say of a JSON value, known by its first character, that it has the wrong type."""
    kind = _KINDS_BY_START.get(value[0], "Number")
    return f"java.lang.{kind} cannot be cast to class java.lang.{_JAVA[wanted]}"


def require(condition: object, answer: Answer) -> None:
    """Refuse unless the condition holds."""
    if not condition:
        raise Refused(answer)


def body_object(body: Any) -> dict[str, Any]:
    """Return a request body that must be a JSON object."""
    require(isinstance(body, dict), error(400, "Bad Request: a JSON object is expected"))
    return dict(body)
