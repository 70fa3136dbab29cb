"""The signed envelope in which every request arrives, and the one in which every answer leaves."""

import json
import re
from dataclasses import dataclass
from typing import Any

from omnibroker_sandbox.tiger import keys
from omnibroker_sandbox.tiger.refusals import (
    BAD_SIGNATURE,
    UNKNOWN_METHOD,
    Refused,
    common,
    require,
)

METHOD = re.compile(r"^[a-z_]{1,64}$")
NEEDED = ("method", "version", "timestamp", "tiger_id", "charset", "sign_type", "sign")


@dataclass(frozen=True, slots=True)
class Envelope:
    """A request whose signature is right; `content` is biz_content as it was written, or empty."""

    method: str
    content: bytes
    device_id: str
    timestamp: str


def opened(body: bytes) -> Envelope:
    """Return what an envelope holds, or refuse it as Tiger does (code 1000)."""
    fields = _fields(body)
    for name in NEEDED:
        require(isinstance(fields.get(name), str), common(f"field '{name}' cannot be empty"))
    require(fields["sign_type"] == "RSA", common("field 'sign_type' must be RSA"))
    require(fields["tiger_id"] == keys.TIGER_ID, common("failed to get developer information"))
    require(keys.is_developers(fields["sign"], signed_text(fields)), BAD_SIGNATURE)
    require(METHOD.match(fields["method"]), UNKNOWN_METHOD)
    content = fields.get("biz_content") or ""
    require(isinstance(content, str), common("field 'biz_content' must be text holding JSON"))
    _check_version(fields["version"], content)
    return Envelope(
        method=fields["method"],
        content=content.encode(),
        device_id=str(fields.get("device_id") or ""),
        timestamp=fields["timestamp"],
    )


def signed_text(fields: dict[str, Any]) -> str:
    """Return the text that a request's signature covers: every field but `sign`, by name."""
    rows = ((name, fields[name]) for name in sorted(fields) if name != "sign")
    return "&".join(
        f"{name}={value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in rows
    )


def timestamp_of(body: bytes) -> str:
    """Return the time stamp of a request, even of one that is refused; empty where there is none."""
    try:
        return str(_fields(body).get("timestamp") or "")
    except Refused:
        return ""


def taken(content: bytes, timestamp: str, now_ms: int) -> bytes:
    """Wrap the data of an answer; `content` is JSON already, so that its numbers stay exact."""
    tail = json.dumps({"sign": keys.signed(timestamp)}).encode()[1:]
    return b"%s%s, %s" % (opening(now_ms), content or b"null", tail)


def opening(now_ms: int) -> bytes:
    """Return how a wrapped answer begins, for one that is cut off."""
    head = json.dumps({"code": 0, "message": "success", "timestamp": now_ms}).encode()
    return b'%s, "data": ' % head[:-1]


def refused(refusal: dict[str, Any], timestamp: str, now_ms: int) -> bytes:
    """Wrap a refusal: the code and the text, no data.

    The signature covers the request's own time stamp, which is all that Tiger's proves.
    """
    body = {"code": refusal.get("code"), "message": refusal.get("message"), "timestamp": now_ms}
    if timestamp:
        body["sign"] = keys.signed(timestamp)
    return json.dumps(body, ensure_ascii=False).encode()


def _fields(body: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(body)
    except ValueError:
        fields = None
    require(isinstance(fields, dict), common("the request body must be a JSON object"))
    return dict(fields or {})


def _check_version(version: str, content: str) -> None:
    """Compare the envelope's version with the one that biz_content repeats."""
    try:
        document = json.loads(content) if content else {}
    except ValueError:
        document = None
    require(isinstance(document, dict), common("field 'biz_content' must be text holding JSON"))
    repeated = (document or {}).get("version", version)
    require(repeated == version, common("field 'version' differs from that of biz_content"))
