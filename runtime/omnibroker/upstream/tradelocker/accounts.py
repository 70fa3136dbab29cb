"""The accounts of a TradeLocker login, and what proves each one's environment: pure functions."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from omnibroker.config import TradeLockerConnection, is_loopback_url
from omnibroker.kit.errors import malformed

# What the broker's own calls want of an account besides its id.
NUMBER = "accNum"
_OF_HOST = {"demo.tradelocker.com": "paper", "live.tradelocker.com": "live"}
_OF_TYPE = {"demo": "paper", "live": "live"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One account as the login's list has it: `id` goes into paths, `number` into the header."""

    id: str
    number: str
    currency: str | None


def listed(answer: Any) -> list[Listed]:
    """Return the accounts of get_all_accounts that can be called; raises `upstream_malformed`."""
    rows = answer.get("accounts") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise malformed("TradeLocker's list of accounts is not as documented.")
    found = (_listed(row) for row in rows if isinstance(row, dict))
    return [account for account in found if account is not None]


def _listed(row: dict[str, Any]) -> Listed | None:
    native_id, number, currency = (
        _digits(row.get("id")),
        _digits(row.get(NUMBER)),
        row.get("currency"),
    )
    if not native_id or not number:
        return None
    return Listed(native_id, number, currency if isinstance(currency, str) and currency else None)


def _digits(value: Any) -> str:
    """Return an id as text, from text or number; empty for anything else."""
    text = str(value) if isinstance(value, (str, int)) else ""
    return text if text.isascii() and text.isdecimal() else ""


def environment(of_host: str | None, account: Listed, answer: Any) -> str | None:
    """Return what host and get_accounts prove together of one account; None where they do not agree."""
    rows = answer.get("d") if isinstance(answer, dict) else None
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and _digits(row.get("id")) == account.id:
            kind = row.get("type")
            of_type = _OF_TYPE.get(kind.lower()) if isinstance(kind, str) else None
            return of_type if of_type == of_host else None
    return None


def environment_of_host(settings: TradeLockerConnection) -> str | None:
    """Return the environment that a connection's host stands for; nobody trades for real on this machine."""
    if is_loopback_url(settings.base_url):
        return "paper"
    return _OF_HOST.get(urlsplit(settings.base_url).hostname or "")
