"""Which of the login's quote rights an instrument's prices come under, and whether they are in real time."""

from omnibroker.kit.instruments import Resolved
from omnibroker_generated.futu import models as futu
from omnibroker_handlers.futu import _answers
from omnibroker_handlers.futu._tables import REALTIME_RIGHTS

_LISTED = frozenset({"STOCK", "ETF", "WARRANT"})
# (prefix, kind) → the right's field; a kind that is not named is like a share.
_RIGHT = {
    ("HK", "STOCK"): "hk_qot_right",
    ("HK", "INDEX"): "hk_qot_right",
    ("HK", "OPTION"): "hk_option_qot_right",
    ("HK", "FUTURE"): "hk_future_qot_right",
    ("US", "STOCK"): "us_qot_right",
    ("US", "INDEX"): "us_index_qot_right",
    ("US", "OPTION"): "us_option_qot_right",
    ("SH", "STOCK"): "sh_qot_right",
    ("SZ", "STOCK"): "sz_qot_right",
    ("SG", "STOCK"): "sg_stock_qot_right",
    ("SG", "FUTURE"): "sg_future_qot_right",
    ("JP", "STOCK"): "jp_stock_qot_right",
    ("JP", "FUTURE"): "jp_future_qot_right",
    ("MY", "STOCK"): "my_stock_qot_right",
    ("CC", "CRYPTO"): "cc_qot_right",
}
# US futures have a right for each exchange, by ExchType.
_US_FUTURES = {
    "9": "us_nymex_future_qot_right",
    "10": "us_comex_future_qot_right",
    "11": "us_cbot_future_qot_right",
    "12": "us_cme_future_qot_right",
    "13": "us_cboe_future_qot_right",
}
_OVER_THE_COUNTER = "6"


def is_realtime(info: futu.UserInfoS2C, resolved: Resolved) -> bool:
    """Say whether the login's right makes the prices of an instrument real-time ones; unknown rights do not."""
    field = right_of(resolved)
    return field is not None and _answers.text(getattr(info, field)) in REALTIME_RIGHTS


def right_of(resolved: Resolved) -> str | None:
    """Return the field of the right that an instrument's prices come under, or None where none tells."""
    prefix = resolved.native_id.partition(".")[0]
    kind = "STOCK" if resolved.type in _LISTED else resolved.type
    exchange = resolved.facts.get("exchange")
    if (prefix, kind) == ("US", "FUTURE"):
        return _US_FUTURES.get(exchange) if isinstance(exchange, str) else None
    if (prefix, kind, exchange) == ("US", "STOCK", _OVER_THE_COUNTER):
        return "us_otc_qot_right"
    return _RIGHT.get((prefix, kind))
