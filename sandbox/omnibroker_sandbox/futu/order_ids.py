"""The two names of an order and of a fill: a number of 19 digits, and a text."""

from omnibroker_sandbox.futu import wire
from omnibroker_sandbox.futu.gateway import AccountEntry, Gateway
from omnibroker_sandbox.futu.refusals import UNKNOWN_ORDER, Refused
from omnibroker_sandbox.orders import Fill, Order

ORDERS_FROM = 7_245_000_000_000_000_000
FILLS_FROM = 7_247_000_000_000_000_000


def order_id(order: Order) -> int:
    """Return the number of an order."""
    return ORDERS_FROM + order.id


def order_id_ex(order: Order) -> str:
    """Return the server's text of an order."""
    return f"FT{order.id:014X}"


def fill_id(fill: Fill) -> int:
    """Return the number of a fill, which counts all fills of the exchange."""
    return FILLS_FROM + int(fill.id.split(".")[2], 16)


def fill_id_ex(fill: Fill) -> str:
    """Return the server's text of a fill."""
    return f"FF{fill_id(fill) - FILLS_FROM:014X}"


def find_order(gateway: Gateway, entry: AccountEntry, body: wire.Body) -> Order | None:
    """Return the account's order that a number or a text names; None where neither is given."""
    number, text = wire.whole(body, "order_id"), wire.word(body, "order_id_ex")
    if not number and not text:
        return None
    for order in gateway.orders(entry):
        if text == order_id_ex(order) or (not text and number == order_id(order)):
            return order
    raise Refused(UNKNOWN_ORDER)


def needed_order(gateway: Gateway, entry: AccountEntry, body: wire.Body) -> Order:
    """Return the order that a request has to name."""
    order = find_order(gateway, entry, body)
    if order is None:
        raise Refused(UNKNOWN_ORDER)
    return order
