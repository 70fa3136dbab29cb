"""The gateway process itself: probes, metrics, and what an administrator may do."""

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import refusals, wire
from omnibroker_sandbox.futu.gateway import ACCOUNTS, Gateway
from omnibroker_sandbox.futu.sessions import FIRM, USER_ID

VERSION = "1.4.85"
STATISTICS = (
    "qot_push_statistics_list",
    "req_reply_statistics_list",
    "place_order_statistics_list",
)
KEEP_ALIVE_SECONDS = 10


def health(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Say that the process is alive, which tells nothing of its login."""
    return Answer(200, "ok", media_type="text/plain")


def readyz(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Say whether the global state works."""
    refusals.require(gateway.online, refusals.NOT_CONNECTED)
    return Answer(200, "ready", media_type="text/plain")


def metrics(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return how many calls were let in, by key, as Prometheus reads it."""
    lines = ["# TYPE futu_auth_events_total counter"]
    for (outcome, key), count in sorted(gateway.events.items()):
        labels = f'iface="rest",outcome="{outcome}",key_id="{key}"'
        lines.append(f"futu_auth_events_total{{{labels}}} {count}")
    return Answer(200, "\n".join([*lines, ""]), media_type="text/plain")


def ws(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Refuse the push stream, which the sandbox does not have."""
    return refusals.error(501, "The sandbox pushes nothing: poll instead (simulated).")


def delay_statistics(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return no statistics: nothing is late here."""
    return wire.ok({name: [] for name in STATISTICS})


def admin_status(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return the state of the process, without an envelope."""
    online = gateway.online
    link = {
        "broker_id": FIRM,
        "name": "FutuSecurities",
        "status": "connected",
        "addr": None,
        "keep_alive_secs": KEEP_ALIVE_SECONDS,
    }
    known = {"online": online, "user_id": USER_ID, "attribution": FIRM}
    return Answer(
        200,
        {
            "version": VERSION,
            "login": known if online else {"online": False, "user_id": None, "attribution": None},
            "platform": {"connected": online},
            "brokers": [link] if online else [],
            "cache": {
                "trade_unlocked": bool(gateway.unlocked),
                "cached_cipher_count": int(bool(gateway.unlocked)),
                "cached_account_count": len(ACCOUNTS),
            },
        },
    )


def admin_reload(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Drop the cached cipher, which locks every real account again."""
    dropped = int(bool(gateway.unlocked))
    gateway.unlocked.clear()
    text = f"dropped {dropped} cached cipher"
    return Answer(200, {"ok": True, "ciphers_dropped": dropped, "message": text})


def admin_shutdown(gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Accept a shutdown: here the process starts again at once."""
    gateway.restart()
    return Answer(200, {"ok": True, "shutting_down_in_secs": 1})


OPERATIONS = {
    "health": health,
    "readyz": readyz,
    "metrics": metrics,
    "ws": ws,
    "delay_statistics": delay_statistics,
    "delay_statistics_post": delay_statistics,
    "admin_status": admin_status,
    "admin_reload": admin_reload,
    "admin_shutdown": admin_shutdown,
}
