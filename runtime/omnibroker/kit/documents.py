"""What documents of every broker begin with."""

from typing import Any

from omnibroker.kit.tables import required
from omnibroker.kit.upstream import Upstream


def owner(upstream: Upstream) -> dict[str, Any]:
    """Return whose an order is and when it was heard of, as an order's document says it.

    Raises `upstream_malformed` while it is not proven whether the account is paper or live.
    """
    account = upstream.account
    return {
        "account_id": account.account_id,
        "broker": account.broker,
        "connection": account.connection,
        "environment": required(account.environment, "environment"),
        "simulated": account.simulated,
        "received_at": upstream.received_at,
    }
