"""How the gateway says no: `error` under an HTTP status, or `ret_type` and `ret_msg` under 200.

Texts that end in "(simulated)" are ours, because nobody has described the gateway's.
"""

from typing import Any

from omnibroker_sandbox.answers import Answer

FAILED, DISCONNECTED = -1, -200


class Refused(Exception):
    """Ends an operation with a ready answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer


def error(status: int, text: str) -> Answer:
    """Return the one body of all HTTP errors."""
    return Answer(status, {"error": text})


def failure(text: str, *, ret_type: int = FAILED, err_code: int | None = None) -> Answer:
    """Return a refusal of business: status 200, no `s2c`, and the code in front of the text."""
    code = "none" if err_code is None else err_code
    message = f"[err_code={code}] {text}"
    body = {"ret_type": ret_type, "ret_msg": message, "err_code": err_code, "s2c": None}
    return Answer(200, body)


NO_KEY = error(401, "Bearer token missing, invalid or expired (simulated).")
NO_SCOPE = error(403, "forbidden")
MARKET_OF_KEY = error(429, "limit check failed: market not in the whitelist")
BACKEND_DOWN = failure("backend disconnected", ret_type=DISCONNECTED, err_code=DISCONNECTED)
NOT_CONNECTED = error(503, "Not connected to the server (simulated).")
UNKNOWN_ACCOUNT = failure("AccID does not exist")
WRONG_MARKET = failure("the account has no such trd_market (simulated)")
INACTIVE_ACCOUNT = failure("the account is disabled (simulated)")
NOT_UNLOCKED = failure("trade is not unlocked", err_code=-401)
WRONG_PASSWORD = failure("交易密码错误")
COOLING_DOWN = failure("two wrong passwords: wait 60 seconds (simulated)")
NO_QUOTE_RIGHT = failure("无权限获取此行情")
NO_QUOTA = failure("订阅额度不足")
TOO_YOUNG = failure("订阅至少一分钟后才能反订阅")
NO_SIMULATED_FILLS = failure("模拟账户不支持成交查询")
UNKNOWN_ORDER = failure("订单不存在")
FINAL_ORDER = failure("订单已全部成交, 不能撤单")
NO_POWER = failure("购买力不足")


def unknown_security(prefix: str, code: str) -> Answer:
    """Return the refusal of a code that nobody lists."""
    return failure(f"unknown stock: {prefix}.{code}")


def not_subscribed(name: str) -> Answer:
    """Return the refusal of data that nobody subscribed to."""
    return failure(f"请先订阅 {name} 数据")


def too_often(requests: int) -> Answer:
    """Return the refusal of a request beyond Futu's own frequency."""
    return failure(f"请求过于频繁, 30 秒内最多 {requests} 次")


def over_cap(seen: int, cap: int) -> Answer:
    """Return the refusal of a change beyond the key's own limit a minute."""
    reason = f"rate limit exceeded: {seen} orders in the last 60s (cap {cap})"
    return error(429, f"limit check failed: {reason}")


def render_error(status: int, code: str, detail: str) -> Answer:
    """Answer what no operation covers; `code` and `detail` are the router's."""
    return error(status, detail or code)


def require(condition: object, answer: Answer) -> None:
    """Refuse unless the condition holds."""
    if not condition:
        raise Refused(answer)


def body_object(body: Any) -> dict[str, Any]:
    """Return a request body that must be a JSON object; no body is an empty one."""
    require(body is None or isinstance(body, dict), error(400, "a JSON object is expected"))
    return dict(body or {})
