"""Placing, changing, cancelling and deleting orders."""

from collections.abc import Callable

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import ACTIVE, AccountEntry, Gateway, header_of
from omnibroker_sandbox.futu.order_ids import needed_order, order_id, order_id_ex
from omnibroker_sandbox.futu.refusals import Refused, failure, require
from omnibroker_sandbox.futu.statuses import CHANGED, DELETED, SHORT, TICKET, asked
from omnibroker_sandbox.futu.tickets import check_power, goes_short, instrument_of, read_ticket
from omnibroker_sandbox.instruments import Kind
from omnibroker_sandbox.orders import NEVER, Order, OrderRefused

NORMAL, CANCEL, DISABLE, ENABLE, DELETE = 1, 2, 3, 4, 5
CHANGEABLE = (
    "qty",
    "price",
    "adjust_price",
    "adjust_side_and_limit",
    "aux_price",
    "trail_type",
    "trail_value",
    "trail_spread",
)
REMEMBERED_MS = 90_000
IDEMPOTENCY_KEY = "Idempotency-Key"


def place_order(gateway: Gateway, parameters: wire.Body, body: wire.Body) -> Answer:
    """Place an order; the answer of a packet that was seen before is given again."""
    return _once(gateway, parameters, body, _place)


def modify_order(gateway: Gateway, parameters: wire.Body, body: wire.Body) -> Answer:
    """Change, cancel or delete an order, or cancel all of an account."""
    return _once(gateway, parameters, body, _modify)


def _once(
    gateway: Gateway,
    parameters: wire.Body,
    body: wire.Body,
    act: Callable[[Gateway, wire.Body], Answer],
) -> Answer:
    """Act once for each packet of a key within 90 seconds, refusals too."""
    now, name = gateway.now_ms, _packet(gateway, parameters, body)
    fresh = {key: row for key, row in gateway.packets.items() if row[0] > now - REMEMBERED_MS}
    gateway.packets = fresh
    if name in fresh:
        return fresh[name][1]
    try:
        answer = act(gateway, body)
    except Refused as refusal:
        answer = refusal.answer
    except OrderRefused as refusal:
        short = refusal.code == "insufficient_funds"
        answer = refusals.NO_POWER if short else failure(refusal.text)
    gateway.packets[name] = (now, answer)
    return answer


def _packet(gateway: Gateway, parameters: wire.Body, body: wire.Body) -> tuple[str, ...]:
    own = wire.word(parameters, IDEMPOTENCY_KEY)
    if own:
        return (gateway.caller.id, "key", own)
    packet = wire.child(body, "packet_id")
    numbers = (wire.whole(packet, name) for name in ("conn_id", "serial_no"))
    return (gateway.caller.id, "packet", *(str(number) for number in numbers))


def _active_account(gateway: Gateway, body: wire.Body) -> AccountEntry:
    entry = gateway.unlocked_account(body)
    require(entry.status == ACTIVE, refusals.INACTIVE_ACCOUNT)
    return entry


def _place(gateway: Gateway, body: wire.Body) -> Answer:
    entry = _active_account(gateway, body)
    instrument = instrument_of(gateway, entry, body)
    ticket = read_ticket(gateway, entry, body, instrument)
    check_power(gateway, ticket)
    short = goes_short(gateway, ticket)
    order = gateway.exchange.place(entry.id, ticket.terms)
    order.tags |= {TICKET: dict(body), SHORT: short}
    return _accepted(body, order)


def _accepted(body: wire.Body, order: Order) -> Answer:
    ids = {"order_id": order_id(order), "order_id_ex": order_id_ex(order)}
    return wire.ok({"header": header_of(body), **ids})


def _modify(gateway: Gateway, body: wire.Body) -> Answer:
    entry, operation = _active_account(gateway, body), wire.whole(body, "modify_order_op")
    if body.get("for_all"):
        return _cancel_all(gateway, entry, body)
    order = needed_order(gateway, entry, body)
    _check_allowed(entry, order, operation or 0)
    if operation == DELETE:
        _delete(order)
    elif operation == CANCEL:
        require(not order.is_final, refusals.FINAL_ORDER)
        gateway.exchange.cancel(order.id)
    else:
        _change(gateway, entry, order, body)
    return _accepted(body, order)


def _check_allowed(entry: AccountEntry, order: Order, operation: int) -> None:
    """Refuse operations that the order's market does not know."""
    hk = symbols.market_of(order.instrument) == symbols.HK
    deletable = entry.is_real and (hk or order.instrument.kind is Kind.FUTURE)
    allowed = {NORMAL, CANCEL} | ({DELETE} if deletable else set())
    text = "not simulated" if operation in {DISABLE, ENABLE} else "not for this order"
    require(operation in allowed, failure(f"modify_order_op {operation}: {text} (simulated)"))


def _delete(order: Order) -> None:
    gone = order.is_final and not order.filled
    require(gone, failure("only ended orders without fills can be deleted (simulated)"))
    order.tags[DELETED] = True


def _change(gateway: Gateway, entry: AccountEntry, order: Order, body: wire.Body) -> None:
    """Give a working order a new total quantity and new prices; what is absent stays."""
    working = not order.is_final and order.cancel_ms == NEVER
    require(working, failure("订单状态不允许修改"))
    changes = {name: body[name] for name in CHANGEABLE if body.get(name) is not None}
    merged = {**asked(order), **changes}
    ticket = read_ticket(gateway, entry, merged, order.instrument, order)
    check_power(gateway, ticket, order)
    gateway.exchange.replace(order.id, ticket.terms)
    order.tags |= {TICKET: merged, CHANGED: gateway.now_ms}


def _cancel_all(gateway: Gateway, entry: AccountEntry, body: wire.Body) -> Answer:
    """Cancel every open order of the account, or of one market."""
    cancels = wire.whole(body, "modify_order_op") == CANCEL
    require(cancels, failure("for_all goes with modify_order_op 2 (simulated)"))
    market = wire.whole(body, "trd_market")
    for order in gateway.orders(entry):
        own = symbols.trd_market(order.instrument, entry.env)
        if not order.is_final and market in {None, 0, own}:
            gateway.exchange.cancel(order.id)
    return wire.ok({"header": header_of(body), "order_id": 0, "order_id_ex": None})


OPERATIONS = {"place_order": place_order, "modify_order": modify_order}
