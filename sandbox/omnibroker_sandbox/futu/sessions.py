"""Logins, quote rights and the trade lock."""

from hashlib import md5
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, refusals, wire
from omnibroker_sandbox.futu.gateway import ACCOUNTS, CONNECTION, UNLOCK_COOL_DOWN_MS, Gateway
from omnibroker_sandbox.futu.market_states import segment_states
from omnibroker_sandbox.futu.refusals import require

PASSWORD = "sandbox"  # noqa: S105 - everybody's password of a simulation
PASSWORD_MD5 = md5(PASSWORD.encode(), usedforsecurity=False).hexdigest()
SERVER_VERSION, BUILD = 1002, 7108
READY, LOGIN_FAILED = 10, 5
BMP, LEVEL_1, LEVEL_2, NO_RIGHT = 1, 2, 3, 5
SUBSCRIPTION_QUOTA = HISTORY_QUOTA = 300
USER_ID = 1_000_001
FIRM = 1
WRONG_IN_A_ROW = 2


def global_state(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return the state of every market and of both logins."""
    online = gateway.online
    status = {"type": READY if online else LOGIN_FAILED, "str_ext_desc": None}
    return wire.ok(
        {
            **segment_states(gateway),
            "qot_logined": online,
            "trd_logined": online,
            "server_ver": SERVER_VERSION,
            "server_build_no": BUILD,
            "time": gateway.exchange.second,
            "local_time": wire.stamp(gateway.now_ms),
            "program_status": status,
            "qot_svr_ip_addr": None,
            "trd_svr_ip_addr": None,
            "conn_id": CONNECTION,
        }
    )


def user_info(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return quote rights and quotas; without the best HK right only Bmp is left."""
    rights = {
        "hk_qot_right": BMP if gateway.hk_right_lost else LEVEL_2,
        "us_qot_right": LEVEL_1,
        "sg_stock_qot_right": LEVEL_1,
        "us_option_qot_right": LEVEL_1,
        "us_cme_future_qot_right": LEVEL_1,
        "hk_option_qot_right": NO_RIGHT,
        "hk_future_qot_right": NO_RIGHT,
        "cn_qot_right": NO_RIGHT,
        "sh_qot_right": NO_RIGHT,
        "sz_qot_right": NO_RIGHT,
        "cc_qot_right": NO_RIGHT,
    }
    return wire.ok(
        wire.message(
            messages.USER_INFO,
            nick_name="sandbox",
            is_need_agree_disclaimer=False,
            user_id=USER_ID,
            update_type=0,
            has_us_option_qot_right=True,
            sub_quota=SUBSCRIPTION_QUOTA,
            history_kl_quota=HISTORY_QUOTA,
            user_attribution=1,
            is_app_nn_or_mm=True,
            **rights,
        )
    )


def unlock_trade(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Unlock real accounts with the password, or lock them; an empty body locks."""
    chosen = _chosen(body)
    if not body.get("unlock"):
        gateway.unlocked -= chosen
        return wire.ok({})
    require(gateway.now_ms >= gateway.locked_out_until_ms, refusals.COOLING_DOWN)
    _check_password(gateway, wire.word(body, "pwd_md5"))
    gateway.unlocked |= chosen
    return wire.ok({"need_otp": False, "account_result_list": [_result(each) for each in chosen]})


def _chosen(body: wire.Body) -> set[int]:
    """Return the real accounts that are meant: those named, else all of the broker entity."""
    real = {entry.number for entry in ACCOUNTS.values() if entry.is_real}
    named = {int(number) for number in wire.rows(body, "acc_ids")}
    require(named <= real, refusals.UNKNOWN_ACCOUNT)
    if wire.whole(body, "security_firm") not in {None, FIRM}:
        return set()
    return named or real


def _check_password(gateway: Gateway, given: str) -> None:
    if given == PASSWORD_MD5:
        gateway.wrong_passwords = 0
        return
    gateway.wrong_passwords += 1
    if gateway.wrong_passwords >= WRONG_IN_A_ROW:
        gateway.wrong_passwords = 0
        gateway.locked_out_until_ms = gateway.now_ms + UNLOCK_COOL_DOWN_MS
    raise refusals.Refused(refusals.WRONG_PASSWORD)


def _result(number: int) -> dict[str, Any]:
    return {"acc_id": number, "success": True, "security_firm": FIRM, "error_msg": None}


OPERATIONS = {
    "global_state": global_state,
    "user_info": user_info,
    "unlock_trade": unlock_trade,
}
