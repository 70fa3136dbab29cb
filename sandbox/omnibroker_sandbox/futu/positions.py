"""Positions of an account, with their costs and the day so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.accounts import ZERO, Position
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, symbols, wire
from omnibroker_sandbox.futu.gateway import AccountEntry, Gateway, header_of
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import Fill, Order

LONG, SHORT = 0, 1
IDS_FROM, IDS_SPAN = 7_246_000_000_000_000_000, 10**12
COST = Decimal("0.001")


@dataclass(slots=True)
class Traded:
    """What was bought and sold, in units and in money."""

    bought: Decimal = ZERO
    sold: Decimal = ZERO
    paid: Decimal = ZERO
    received: Decimal = ZERO

    def add(self, fill: Fill) -> None:
        """Count a fill."""
        value = fill.quantity * fill.price * fill.instrument.multiplier
        if fill.side == "BUY":
            self.bought, self.paid = self.bought + fill.quantity, self.paid + value
        else:
            self.sold, self.received = self.sold + fill.quantity, self.received + value

    @property
    def spent(self) -> Decimal:
        """Return what went out on balance."""
        return self.paid - self.received


def positions(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List what an account holds; a short quantity is negative."""
    entry = gateway.account(body)
    rows = [_row(gateway, entry, each) for each in gateway.ledger(entry).open_positions()]
    kept = [row for row in rows if _wanted(row, body)]
    return wire.ok({"header": header_of(body), "position_list": kept})


def _wanted(row: dict[str, Any], body: wire.Body) -> bool:
    wanted = wire.child(body, "filter_conditions")
    codes, ids = wire.rows(wanted, "code_list"), wire.rows(wanted, "id_list")
    market = wire.whole(wanted, "filter_market")
    least, most = (wire.number(body, f"filter_pl_ratio_{side}") for side in ("min", "max"))
    return (
        (not codes or row["code"] in codes)
        and (not ids or row["position_id"] in ids)
        and (not market or row["trd_market"] == market)
        and (least is None or row["pl_ratio"] >= least)
        and (most is None or row["pl_ratio"] <= most)
    )


def _row(gateway: Gateway, entry: AccountEntry, position: Position) -> dict[str, Any]:
    instrument, quantity = position.instrument, position.quantity
    price = gateway.exchange.price(instrument)
    return wire.message(
        messages.POSITION,
        position_id=position_id(entry, instrument),
        position_side=LONG if quantity > 0 else SHORT,
        code=symbols.code(instrument),
        name=symbols.name(instrument),
        qty=quantity,
        can_sell_qty=_sellable(gateway, entry, instrument, None),
        price=price,
        val=ZERO if instrument.kind is Kind.FUTURE else wire.money(position.value(price)),
        sec_market=symbols.sec_market(instrument),
        currency=symbols.CURRENCIES[instrument.currency],
        trd_market=symbols.trd_market(instrument, entry.env),
        **_costs(gateway, entry, position, price),
        **_today(gateway, entry, position, price),
    )


def _costs(
    gateway: Gateway, entry: AccountEntry, position: Position, price: Decimal
) -> dict[str, Any]:
    """Return costs and profits: diluted cost counts the sales since the position was opened."""
    instrument, quantity = position.instrument, position.quantity
    fills = [each for each in gateway.exchange.fills(entry.id) if each.instrument is instrument]
    spent = _since_flat(fills).spent
    units = quantity * instrument.multiplier
    profit = position.value(price) - spent
    unrealised = position.unrealised(price)
    average = {
        "average_cost_price": position.average_price.quantize(COST),
        "average_pl_ratio": wire.percent(unrealised, abs(position.average_price * units)),
    }
    diluted = (spent / units).quantize(COST)
    return {
        "cost_price": diluted,
        "diluted_cost_price": diluted,
        "pl_val": wire.money(profit),
        "pl_ratio": wire.percent(profit, abs(spent)),
        "unrealized_pl": wire.money(unrealised),
        "realized_pl": wire.money(profit - unrealised),
        **(average if entry.is_real else {}),
    }


def _since_flat(fills: Iterable[Fill]) -> Traded:
    """Add up the fills since nothing was held or the side changed; the last one counts for its rest."""
    traded, held = Traded(), ZERO
    for fill in fills:
        after = held + fill.signed
        if held * after <= 0:
            traded = Traded()
            rest = abs(after)
            value = rest * fill.price * fill.instrument.multiplier
            if after > 0:
                traded.bought, traded.paid = rest, value
            else:
                traded.sold, traded.received = rest, value
        else:
            traded.add(fill)
        held = after
    return traded


def _today(
    gateway: Gateway, entry: AccountEntry, position: Position, price: Decimal
) -> dict[str, Any]:
    """Return what was traded today in the market's time, and the profit since the last close."""
    instrument, traded = position.instrument, Traded()
    zone = symbols.zone_of(instrument)
    day = wire.text_time(gateway.now_ms, zone)[:10]
    for fill in gateway.exchange.fills(entry.id):
        if fill.instrument is instrument and wire.text_time(fill.time_ms, zone)[:10] == day:
            traded.add(fill)
    before = position.quantity - traded.bought + traded.sold
    close = gateway.exchange.quote(instrument).previous_close
    opened_at = before * close * instrument.multiplier
    return {
        "td_pl_val": wire.money(position.value(price) - opened_at - traded.spent),
        "td_trd_val": wire.money(traded.paid + traded.received),
        "td_buy_val": wire.money(traded.paid),
        "td_buy_qty": traded.bought,
        "td_sell_val": wire.money(traded.received),
        "td_sell_qty": traded.sold,
    }


def position_id(entry: AccountEntry, instrument: Instrument) -> int:
    """Return a number of 19 digits that names a security within an account."""
    digest = blake2b(f"{entry.id}|{instrument.key}".encode(), digest_size=8).digest()
    return IDS_FROM + int.from_bytes(digest) % IDS_SPAN


def sellable(
    gateway: Gateway, entry: AccountEntry, instrument: Instrument, without: Order | None
) -> tuple[Decimal, Decimal]:
    """Return how much of a holding may be sold, and how much of a short one bought back."""
    left = _sellable(gateway, entry, instrument, without)
    return max(left, ZERO), max(-left, ZERO)


def _sellable(
    gateway: Gateway, entry: AccountEntry, instrument: Instrument, without: Order | None
) -> Decimal:
    """Return what is held less what open orders close already; negative where it is short."""
    position = gateway.ledger(entry).positions.get(instrument.key)
    held = position.quantity if position else ZERO
    closing = sum(
        (
            order.remaining
            for order in gateway.orders(entry)
            if order.instrument is instrument
            and order is not without
            and not order.is_final
            and order.is_buy is (held < 0)
        ),
        ZERO,
    )
    return max(abs(held) - closing, ZERO).copy_sign(held) if held else ZERO


OPERATIONS = {"positions": positions}
