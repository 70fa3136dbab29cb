"""What Futu's gateway proves of logins and accounts; what it does not say plainly is not proven."""

from typing import Any

from omnibroker.upstream import state as states
from omnibroker.upstream.futu.answers import member, members
from omnibroker.upstream.state import AccountFacts

# 0 simulates, 1 is real money: the other way round in some documents of the gateway, and wrong there.
_ENVIRONMENTS = {0: "paper", 1: "live"}
_DISABLED = 1
# A master account holds others together, an IPO account subscribes to new issues: neither takes orders.
_NOT_TRADING = frozenset({2, 3})
_NATIVE = ("acc_type", "sim_acc_type", "security_firm")
_READY = 10
_LOG_IN = "OpenD is not logged in at Futu: log in there."
_STARTING = frozenset({1, 2, 7})
_WHAT_TO_DO = {
    3: "OpenD asks for a picture code: enter it there.",
    4: "OpenD asks for the code from the telephone: enter it there.",
    5: "OpenD's login failed: check its account and password.",
    6: "OpenD must be updated before it logs in.",
    9: "Futu's disclaimer is not agreed to yet: agree to it in OpenD's login.",
    11: "OpenD was logged out by Futu, perhaps by another device: log in there again.",
}


def trouble(status: dict[str, Any]) -> tuple[str, str] | None:
    """Return (session state, what to do) for a global state that is no login; None where both logins stand."""
    program = _number(member(status, "program_status").get("type"))
    if program in _STARTING:
        return states.DEGRADED, "OpenD is still logging in; it is asked again."
    logged_in = status.get("qot_logined") is True and status.get("trd_logined") is True
    if logged_in and program in {None, _READY}:
        return None
    return states.NEEDS_HUMAN, _WHAT_TO_DO.get(program or 0, _LOG_IN)


def accounts(answer: dict[str, Any]) -> dict[str, AccountFacts]:
    """Return the accounts of a list that can trade, each with what is proven of it alone.

    Disabled accounts and some roles cannot. An id that is listed twice with different facts proves none.
    """
    found: dict[str, AccountFacts] = {}
    for row in members(answer, "acc_list"):
        name = account_id(row.get("acc_id"))
        if name is None or not _can_trade(row):
            continue
        facts = AccountFacts(_environment(row), None, _native(row))
        found[name] = facts if found.get(name, facts) == facts else AccountFacts(None)
    return found


def account_id(value: Any) -> str | None:
    """Return an account's id as text: gateways send a number or its text; 0 stands for no account."""
    text = value if isinstance(value, str) else str(_number(value))
    return text if text.isascii() and text.isdecimal() and text.strip("0") else None


def _can_trade(row: dict[str, Any]) -> bool:
    is_active = _number(row.get("acc_status")) != _DISABLED
    return is_active and _number(row.get("acc_role")) not in _NOT_TRADING


def _environment(row: dict[str, Any]) -> str | None:
    """Return the environment that trd_env says, unless another field contradicts it.

    Only simulated accounts have a kind of simulation; only real ones belong to a broker entity.
    """
    number = _number(row.get("trd_env"))
    said = None if number is None else _ENVIRONMENTS.get(number)
    witness = {"paper": "security_firm", "live": "sim_acc_type"}.get(said or "")
    return None if witness is None or row.get(witness) else said


def _native(row: dict[str, Any]) -> dict[str, str]:
    """Return what calls for an account want of it: `trd_env`, `markets` (such as "1,2"), kinds, entity."""
    listed = row.get("trd_market_auth_list")
    markets = [_number(market) for market in listed] if isinstance(listed, list) else []
    numbers = {name: _number(row.get(name)) for name in ("trd_env", *_NATIVE)}
    return {
        **{name: str(number) for name, number in numbers.items() if number is not None},
        "markets": ",".join(str(market) for market in markets if market is not None),
    }


def _number(value: Any) -> int | None:
    """Return an integer as it is; anything else, a boolean too, is None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
