"""An order's document: what it takes from its account, what may still be done with it, how it is answered."""

from typing import Any

from omnibroker.dispatch.context import Source
from omnibroker.journal import OrderRow
from omnibroker.kit.errors import NotSent, Rejected
from omnibroker.kit.orders import ENDED
from omnibroker.plans.calls import Reply

# Not there yet: the broker has not said that it has the order, or that the change is done.
_PENDING = frozenset({"PENDING_SUBMIT", "NEEDS_CONFIRMATION", "PENDING_REPLACE", "PENDING_CANCEL"})


def account_facts(source: Source) -> dict[str, Any]:
    """Return the members of an order that its account gives."""
    account = source.account
    return {
        "broker": account.broker,
        "connection": account.connection,
        "environment": account.environment,
        "simulated": account.simulated,
    }


def prices(document: dict[str, Any]) -> dict[str, Any]:
    """Return the price fields of an order."""
    return {
        name: document[name] for name in ("limit_price", "stop_price", "trail") if name in document
    }


def refuse_unless_open(document: dict[str, Any], row: OrderRow) -> None:
    """Raise `order_state_conflict` for an order that has ended, or is not proven to be at the broker."""
    status = document["status"]
    if status in ENDED:
        detail = f"The order {row.order_id} is {status}."
    elif row.broker_order_id is None:
        detail = f"The order {row.order_id} is {status}: it is not proven that the broker has it."
    else:
        return
    raise NotSent("order_state_conflict", detail, order_id=row.order_id)


def refuse_while_asked(row: OrderRow) -> None:
    """Raise `confirmation_pending` for an order about which the broker asks something."""
    if row.question is not None:
        detail = f"The broker asks about {row.order_id}: confirm or cancel it first."
        raise NotSent("confirmation_pending", detail, order_id=row.order_id)


def location(account_id: str, order_id: str) -> str:
    """Return where an order can be read."""
    return f"/v1/accounts/{account_id}/orders/{order_id}"


def written(document: dict[str, Any], done: int = 200) -> Reply:
    """Return the answer to a write: `done`, or 202 while the broker has not finished it."""
    status = 202 if document["status"] in _PENDING else done
    path = location(document["account_id"], document["order_id"])
    return Reply(status, document, (("location", path),))


def not_looked_up(error: Rejected) -> NotSent:
    """Return what an order is told whose look-up the broker refused: there is no order that was rejected."""
    detail = f"The broker refused what the order needs to know. {error.detail} Nothing was sent."
    return NotSent("value_not_supported", detail, **error.extra)
