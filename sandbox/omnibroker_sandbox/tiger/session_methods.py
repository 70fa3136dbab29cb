"""Token, licence, quote permission and quotas."""

from typing import Any

from omnibroker_sandbox.tiger import keys
from omnibroker_sandbox.tiger.backend import ACCOUNTS, Backend, Request
from omnibroker_sandbox.tiger.caller import caller
from omnibroker_sandbox.tiger.session import TOKEN_MS

LICENSE = "TBHK"
PERMISSIONS = (
    "usQuoteBasic",
    "usStockQuote",
    "usStockQuoteLv2Totalview",
    "usOptionQuote",
    "hkStockQuoteLv2",
    "CBOEFuturesQuoteLv2",
)
HISTORY_QUOTA = {"kline": 200, "future_kline": 20, "option_kline": 20}
RATES = {"highFreqLimit": 120, "midFreqLimit": 60, "lowFreqLimit": 10}


def user_token_refresh(backend: Backend, _request: Request) -> Any:
    """Return a new token; the one before stays good until it runs out."""
    now = backend.exchange.now_ms
    return {
        "tigerId": keys.TIGER_ID,
        "license": LICENSE,
        "token": backend.session.token(now),
        "createTime": now,
        "expiredTime": now + TOKEN_MS,
    }


def user_license(_backend: Backend, _request: Request) -> Any:
    """Return the licence of the developer id."""
    return {"license": LICENSE}


def grab_quote_permission(backend: Backend, _request: Request) -> Any:
    """Move the quote permission to the calling device."""
    backend.session.grab(caller().device_id)
    return get_quote_permission(backend, {})


def get_quote_permission(backend: Backend, _request: Request) -> Any:
    """List what the calling device may see."""
    if not backend.session.sees_quotes(caller().device_id):
        return []
    return [{"name": name, "expireAt": -1} for name in PERMISSIONS]


def kline_quota(backend: Backend, request: Request) -> Any:
    """Say how many symbols' history may still be read; nothing is refused when it is used up."""
    return [
        _quota(method, quota, sorted(backend.read_history.get(method, ())), request)
        for method, quota in HISTORY_QUOTA.items()
    ]


def _quota(method: str, quota: int, seen: list[str], request: Request) -> dict[str, Any]:
    shown = seen if request.get("with_details") else []
    return {
        "remain": max(quota - len(seen), 0),
        "used": len(seen),
        "method": method,
        "details": shown,
        "symbolDetails": [],
    }


def addon_entitlements(_backend: Backend, _request: Request) -> Any:
    """Say that there is no add-on, and the limits without one."""
    entitlement = {"historyStockLimit": HISTORY_QUOTA["kline"], **RATES, "rateMultiple": 1}
    return {
        "userLevel": 1,
        "activePlan": None,
        "addons": [],
        "effectiveEntitlement": entitlement,
    }


def standing(backend: Backend) -> dict[str, Any]:
    """Return what a client needs to reach this simulated broker, and how its login stands."""
    return {
        "tiger_id": keys.TIGER_ID,
        "license": LICENSE,
        "accounts": list(ACCOUNTS),
        "private_key": keys.developer_private_text(),
        "tiger_public_key": keys.tiger_public_text(),
        "token": backend.session.token(backend.exchange.clock.milliseconds()),
        "quotes_open_to_all": backend.session.open_to_all,
        "quotes_device": backend.session.holder,
    }


OPERATIONS = {
    "user_token_refresh": user_token_refresh,
    "user_license": user_license,
    "grab_quote_permission": grab_quote_permission,
    "get_quote_permission": get_quote_permission,
    "kline_quota": kline_quota,
    "addon_entitlements": addon_entitlements,
}
