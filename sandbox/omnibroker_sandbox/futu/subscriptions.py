"""Subscriptions of the gateway's one connection, and the quotas that they use."""

from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import error, failure, require
from omnibroker_sandbox.futu.sessions import SUBSCRIPTION_QUOTA
from omnibroker_sandbox.instruments import Instrument

BASIC, ORDER_BOOK, TICKER, RT, BROKER = 1, 2, 4, 5, 14
NAMES = {
    BASIC: "Basic",
    ORDER_BOOK: "OrderBook",
    TICKER: "Ticker",
    RT: "RT",
    BROKER: "Broker",
    6: "KL_Day",
    7: "KL_5Min",
    8: "KL_15Min",
    9: "KL_30Min",
    10: "KL_60Min",
    11: "KL_1Min",
    12: "KL_Week",
    13: "KL_Month",
    15: "KL_Qurater",
    16: "KL_Year",
    17: "KL_3Min",
    18: "KL_10Min",
    19: "KL_120Min",
    20: "KL_180Min",
    21: "KL_240Min",
}
"""Subscription types; the odd-lot book is not simulated."""
OLD_ENOUGH_MS = 60_000


def subscribe(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Subscribe or unsubscribe each security with each type; one unknown code refuses all."""
    wanted = wire.needed(body, "is_sub_or_un_sub")
    if body.get("is_unsub_all"):
        _drop(gateway, list(gateway.subscriptions))
        return wire.ok({})
    kinds = [
        wire.whole({"sub_type": each}, "sub_type") for each in wire.rows(body, "sub_type_list")
    ]
    rows = wire.rows(body, "security_list")
    require(rows and kinds, error(400, "`security_list` and `sub_type_list` must not be empty"))
    unknown = [kind for kind in kinds if kind not in NAMES]
    require(not unknown, failure(f"unknown sub_type: {unknown} (simulated)"))
    found = symbols.all_needed(gateway.exchange, rows)
    pairs = [(each.key, kind) for each in found for kind in kinds if kind is not None]
    if wanted:
        _add(gateway, found, pairs)
    else:
        _drop(gateway, pairs)
    return wire.ok({})


def _add(gateway: Gateway, found: list[Instrument], pairs: list[tuple[str, int]]) -> None:
    require(all(has_right(gateway, each) for each in found), refusals.NO_QUOTE_RIGHT)
    queues = any(kind == BROKER for _, kind in pairs)
    require(not queues, refusals.NO_QUOTE_RIGHT)
    new = {pair for pair in pairs if pair not in gateway.subscriptions}
    fits = len(gateway.subscriptions) + len(new) <= SUBSCRIPTION_QUOTA
    require(fits, refusals.NO_QUOTA)
    gateway.subscriptions |= dict.fromkeys(new, gateway.now_ms)


def _drop(gateway: Gateway, pairs: list[tuple[str, int]]) -> None:
    known = [pair for pair in pairs if pair in gateway.subscriptions]
    ages = [gateway.now_ms - gateway.subscriptions[pair] for pair in known]
    require(all(age >= OLD_ENOUGH_MS for age in ages), refusals.TOO_YOUNG)
    for pair in known:
        gateway.subscriptions.pop(pair, None)


def has_right(gateway: Gateway, instrument: Instrument) -> bool:
    """Tell whether the login may see live quotes; another device can take the best right of HK."""
    return not (gateway.hk_right_lost and symbols.market_of(instrument) == symbols.HK)


def check(gateway: Gateway, instrument: Instrument, kind: int) -> None:
    """Refuse data of a security that nobody subscribed to, or that the login may not see."""
    require(has_right(gateway, instrument), refusals.NO_QUOTE_RIGHT)
    subscribed = (instrument.key, kind) in gateway.subscriptions
    require(subscribed, refusals.not_subscribed(NAMES[kind]))


def sub_info(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return what this connection subscribed: the shared one, or with a connection per call nothing."""
    return wire.ok(_standing(gateway, own=True))


def query_subscription(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the subscriptions of this connection, or of all."""
    return wire.ok(_standing(gateway, own=not body.get("is_req_all_conn")))


def _standing(gateway: Gateway, *, own: bool) -> dict[str, Any]:
    shared = not gateway.options.connection_per_call
    used = len(gateway.subscriptions)
    shown = _rows(gateway) if shared or not own else []
    connection = {
        "sub_info_list": shown,
        "used_quota": sum(len(row["security_list"]) for row in shown),
        "is_own_conn_data": shared or own,
        "security_firm": None,
        "option_used_quota": None,
    }
    return {
        "conn_sub_info_list": [connection],
        "total_used_quota": used,
        "remain_quota": SUBSCRIPTION_QUOTA - used,
        "option_used_quota": None,
        "option_remain_quota": None,
    }


def _rows(gateway: Gateway) -> list[dict[str, Any]]:
    catalogue = gateway.exchange.catalogue
    by_kind: dict[int, list[dict[str, Any]]] = {}
    for key, kind in sorted(gateway.subscriptions):
        by_kind.setdefault(kind, []).append(symbols.security(catalogue.get(key)))
    return [{"sub_type": kind, "security_list": by_kind[kind]} for kind in sorted(by_kind)]


def used_quota(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return how much of both quotas is used."""
    used = {"used_sub_quota": len(gateway.subscriptions), "used_k_line_quota": len(gateway.history)}
    return wire.ok(used)


OPERATIONS = {
    "subscribe": subscribe,
    "sub_info": sub_info,
    "query_subscription": query_subscription,
    "used_quota": used_quota,
}
