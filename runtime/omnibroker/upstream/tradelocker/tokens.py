"""TradeLocker's tokens: JSON Web Tokens whose own claims say how long they live."""

import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass, field
from time import time
from typing import Any

from omnibroker import exactjson
from omnibroker.kit.errors import malformed

# How long before its end an access token is replaced, and counts as ended for calls that may have to queue.
_EARLY_SECONDS = 300.0
_SPARE_SECONDS = 15.0
_HEADER_TEXT = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A pair of tokens; the instants are of the loop's clock, endless where the token does not say."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    due_at: float
    ended_at: float


def read(pair: Any, now: float) -> Tokens:
    """Return the tokens of an answer that was asked for at `now`; raises `upstream_malformed`."""
    access = pair.get("accessToken") if isinstance(pair, dict) else None
    if not isinstance(access, str) or not _HEADER_TEXT.fullmatch(access):
        raise malformed("TradeLocker's answer to the log-in has no access token.")
    refresh = pair.get("refreshToken")
    seconds = lifetime(access)
    return Tokens(
        access=access,
        refresh=refresh if isinstance(refresh, str) else "",
        due_at=now + seconds - min(_EARLY_SECONDS, seconds / 2),
        ended_at=now + seconds - min(_SPARE_SECONDS, seconds / 4),
    )


def lifetime(token: str) -> float:
    """Return for how many seconds a fresh token is good; endless where it does not say.

    The difference of two of the broker's instants: clocks differ. The signature is the broker's affair.
    """
    claims = _claims(token)
    ends, began = _instant(claims, "exp"), _instant(claims, "iat")
    if ends is None:
        return float("inf")
    seconds = ends - (time() if began is None else began)
    # A token that is over as it is issued tells of clocks, not of tokens.
    return seconds if seconds > 0 else float("inf")


def _claims(token: str) -> dict[str, Any]:
    parts = token.split(".")
    payload = parts[1] if len(parts) == 3 else ""
    try:
        claims = exactjson.decode(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}


def _instant(claims: dict[str, Any], name: str) -> float | None:
    value = claims.get(name)
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else None
