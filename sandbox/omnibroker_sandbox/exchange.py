"""The simulated market as a whole: accounts, orders, fills, everything exact and repeatable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from omnibroker_sandbox.acceptance import (
    check_terms,
    end_of_life,
    first_state,
    first_trigger,
)
from omnibroker_sandbox.accounts import Account, Worth
from omnibroker_sandbox.catalogue import Catalogue
from omnibroker_sandbox.clock import Clock, SandboxClock, utc_now
from omnibroker_sandbox.fees import commission
from omnibroker_sandbox.funding import Preview, preview
from omnibroker_sandbox.instruments import Instrument, last_second
from omnibroker_sandbox.linkage import children, linked, siblings
from omnibroker_sandbox.market import Market, Quote
from omnibroker_sandbox.matching import Event, Matcher
from omnibroker_sandbox.orders import Fill, Order, OrderRefused, State, Terms
from omnibroker_sandbox.sessions import VENUES, Calendar, utc_day

CANCEL_DELAY_MS = 500
FIRST_ORDER_ID = 910_001
NO_ORDER = 0


class Exchange:
    """One deterministic market: the same seed, clock and calls give the same answers.

    With `always_open` every venue trades around the clock, weekends too, so that a newcomer can
    trade at any hour; published schedules and the expiry of day orders stay real.
    """

    def __init__(
        self,
        seed: int,
        clock: Clock = utc_now,
        *,
        always_open: bool = True,
        cancel_delay_ms: int = CANCEL_DELAY_MS,
    ) -> None:
        self.seed = seed
        self.clock = clock if isinstance(clock, SandboxClock) else SandboxClock(clock)
        self.catalogue = Catalogue()
        self.market = Market(seed, self.catalogue, Calendar(always_open=always_open))
        self._matcher = Matcher(self.market)
        self._cancel_delay_ms = cancel_delay_ms
        self._openings: dict[str, tuple[str, Decimal]] = {}
        self.reset()

    def reset(self) -> None:
        """Forget every order and fill and give each account its opening cash back."""
        self._orders: dict[int, Order] = {}
        self._open_orders: dict[int, Order] = {}
        self._references: dict[tuple[str, str], list[Order]] = {}
        self._fills: list[Fill] = []
        self._now_ms = self.clock.milliseconds()
        self.accounts: dict[str, Account] = {}
        for account_id, (currency, cash) in self._openings.items():
            self._open(account_id, currency, cash)

    # -- accounts

    def open_account(
        self, account_id: str, base_currency: str = "USD", cash: Decimal = Decimal(1_000_000)
    ) -> Account:
        """Open an account with cash in its base currency."""
        if account_id in self._openings:
            raise ValueError(f"Account {account_id} is open already: choose another id.")
        self._openings[account_id] = (base_currency, cash)
        return self._open(account_id, base_currency, cash)

    def _open(self, account_id: str, currency: str, cash: Decimal) -> Account:
        account = Account(account_id, currency, {currency: cash}, equity_at_day_start=cash)
        self.accounts[account_id] = account
        return account

    def worth(self, account_id: str) -> Worth:
        """Value an account now, in its base currency."""
        self.advance()
        return self._worth(self.accounts[account_id])

    def _worth(self, account: Account) -> Worth:
        prices = {p.instrument.key: self.price(p.instrument) for p in account.open_positions()}
        currencies = {p.instrument.currency for p in account.open_positions()} | set(account.cash)
        rates = {code: self.rate(code, account.base_currency) for code in currencies}
        return account.worth(prices, rates)

    # -- prices

    @property
    def second(self) -> int:
        """Return the moment up to which the market has been worked, in epoch seconds."""
        return self._now_ms // 1000

    @property
    def now_ms(self) -> int:
        """Return the moment up to which the market has been worked, in milliseconds."""
        return self._now_ms

    @property
    def today(self) -> date:
        """Return that moment's UTC day."""
        return utc_day(self.second)

    def price(self, instrument: Instrument) -> Decimal:
        """Return the last price now."""
        return self.market.last(instrument, self.second)

    def quote(self, instrument: Instrument) -> Quote:
        """Return the quote now."""
        self.advance()
        return self.market.quote(instrument, self.second)

    def rate(self, source: str, target: str) -> Decimal:
        """Return units of `target` for one unit of `source`, through the dollar where needed."""
        if source == target:
            return Decimal(1)
        for key, inverse in ((f"FX:{source}{target}", False), (f"FX:{target}{source}", True)):
            if pair := self.catalogue.find(key):
                return 1 / self.price(pair) if inverse else self.price(pair)
        if "USD" in {source, target}:
            raise KeyError(f"The sandbox has no rate from {source} to {target}.")
        return self.rate(source, "USD") * self.rate("USD", target)

    # -- orders

    def place(self, account_id: str, terms: Terms) -> Order:
        """Accept an order or raise OrderRefused; it first meets the market at the next call."""
        return self.place_all(account_id, [(terms, None)])[0]

    def place_all(self, account_id: str, rows: Sequence[tuple[Terms, int | None]]) -> list[Order]:
        """Accept several orders at one moment, or none; each may name its parent's place in the row.

        Children of one parent stay HELD until it is filled, and then reduce each other.
        """
        self.advance()
        for terms, parent in rows:
            held = replace(terms, parent_id=NO_ORDER) if parent is not None else terms
            self._check(account_id, held)
        placed: list[Order] = []
        for terms, parent in rows:
            linked = terms if parent is None else _child_terms(terms, placed[parent])
            order = self._new_order(account_id, self._instrument(linked.key), linked)
            self._keep(order)
            placed.append(order)
        return placed

    def _keep(self, order: Order) -> None:
        self._orders[order.id] = self._open_orders[order.id] = order
        place = (order.account_id, order.terms.reference)
        self._references.setdefault(place, []).append(order)

    def check(self, account_id: str, terms: Terms) -> None:
        """Raise OrderRefused exactly where `place` would; nothing is kept."""
        self.advance()
        self._check(account_id, terms)

    def _check(self, account_id: str, terms: Terms) -> None:
        instrument = self._instrument(terms.key)
        check_terms(instrument, terms, self._now_ms)
        self._check_funds(account_id, instrument, terms)

    def _new_order(self, account_id: str, instrument: Instrument, terms: Terms) -> Order:
        now = self._now_ms
        return Order(
            id=FIRST_ORDER_ID + len(self._orders),
            account_id=account_id,
            instrument=instrument,
            terms=terms,
            state=first_state(terms),
            created_ms=now,
            scanned_ms=now,
            ends_ms=end_of_life(instrument, terms, now),
            quantity=terms.quantity,
            trigger_price=first_trigger(self.market, instrument, terms, self.second),
            updated_ms=now,
        )

    def preview(self, account_id: str, terms: Terms) -> Preview:
        """Say what an order would cost, or raise OrderRefused; nothing is kept."""
        self.advance()
        instrument = self._instrument(terms.key)
        check_terms(instrument, terms, self._now_ms)
        return self._preview(account_id, instrument, terms)

    def replace(self, order_id: int, terms: Terms) -> Order:
        """Give a working order new terms at once; `quantity` is the new total, fills included."""
        self.advance()
        order = self._changeable(order_id)
        check_terms(order.instrument, terms, self._now_ms)
        if terms.quantity <= order.filled:
            raise OrderRefused("quantity", "The new quantity is filled already.")
        order.terms, order.quantity = terms, terms.quantity
        order.ends_ms = end_of_life(order.instrument, terms, self._now_ms)
        if not order.triggered:
            second = self.second
            order.trigger_price = first_trigger(self.market, order.instrument, terms, second)
            order.state = (
                State.HELD
                if order.state is State.HELD
                else first_state(replace(terms, parent_id=None))
            )
        order.updated_ms = order.scanned_ms = self._now_ms
        return order

    def cancel(self, order_id: int) -> Order:
        """Ask for a cancel; it takes effect a moment later, and fills may come first."""
        self.advance()
        order = self._changeable(order_id)
        order.cancel_ms = min(order.cancel_ms, self._now_ms + self._cancel_delay_ms)
        order.updated_ms = self._now_ms
        return order

    def reject(self, order_id: int, reason: str) -> Order:
        """Let the venue refuse an accepted order later on."""
        order = self._changeable(order_id)
        self._finish(order, State.REJECTED, self._now_ms, reason)
        return order

    def order(self, order_id: int) -> Order:
        """Return an order as it stands now, or raise OrderRefused."""
        self.advance()
        return self._known(order_id)

    def orders(self, account_id: str) -> list[Order]:
        """Return every order of an account, oldest first."""
        self.advance()
        return [order for order in self._orders.values() if order.account_id == account_id]

    def referenced(self, account_id: str, reference: str) -> list[Order]:
        """Return the orders of an account that carry a reference, oldest first."""
        return list(self._references.get((account_id, reference), ()))

    def fills(self, account_id: str) -> list[Fill]:
        """Return every fill of an account, oldest first."""
        self.advance()
        return [fill for fill in self._fills if fill.account_id == account_id]

    def _instrument(self, key: str) -> Instrument:
        instrument = self.catalogue.find(key)
        if instrument is None:
            raise OrderRefused("unknown_instrument", f"There is no instrument {key!r}.")
        return instrument

    def _known(self, order_id: int) -> Order:
        order = self._orders.get(order_id)
        if order is None:
            raise OrderRefused("unknown_order", f"There is no order {order_id}.")
        return order

    def _changeable(self, order_id: int) -> Order:
        order = self._known(order_id)
        if order.is_final:
            raise OrderRefused("not_open", f"Order {order_id} is {order.state} already.")
        return order

    def _check_funds(self, account_id: str, instrument: Instrument, terms: Terms) -> None:
        if terms.parent_id is None and not self._preview(account_id, instrument, terms).affordable:
            text = "The account's available funds do not cover the initial margin of this order."
            raise OrderRefused("insufficient_funds", text)

    def _preview(self, account_id: str, instrument: Instrument, terms: Terms) -> Preview:
        account = self.accounts[account_id]
        return preview(
            account.positions.get(instrument.key),
            self._worth(account),
            instrument,
            terms,
            price=terms.limit_price or terms.stop_price or self.price(instrument),
            rate=self.rate(instrument.currency, account.base_currency),
        )

    # -- time

    def advance(self) -> None:
        """Work the market up to the clock: fills, triggers, cancels and expiries in time order."""
        target = max(self.clock.milliseconds(), self._now_ms)
        while (midnight := self._next_midnight_ms()) <= target:
            self._work(midnight)
            self._now_ms = midnight
            for account in self.accounts.values():
                self._settle(account)
                account.equity_at_day_start = self._worth(account).equity
        self._work(target)
        self._now_ms = target

    def _settle(self, account: Account) -> None:
        """Close what has expired in cash: options at their worth on expiry, futures at the last price."""
        for position in account.open_positions():
            closed = last_second(position.instrument)
            if closed is not None and closed <= self.second:
                price = self.market.mid(position.instrument, closed)
                account.settle(position, position.instrument.rounded_or_zero(price))

    def _next_midnight_ms(self) -> int:
        """Return the next midnight in New York, where the accounts' day begins."""
        local = VENUES["NYSE"].local(self.second)
        since = local.hour * 3600 + local.minute * 60 + local.second
        return (self.second - since + 86_400) * 1000

    def _work(self, until_ms: int) -> None:
        events = [
            event
            for order in self._open_orders.values()
            if (event := self._matcher.next_event(order, until_ms)) is not None
        ]
        while events:
            event = min(events, key=lambda each: (each.time_ms, each.order.id))
            self._happen(event)
            touched = {
                event.order.id,
                *(order.id for order in linked(self._orders.values(), event.order)),
            }
            events = [each for each in events if each.order.id not in touched]
            for order_id in sorted(touched):
                following = self._matcher.next_event(self._orders[order_id], until_ms)
                events += [following] if following else []

    def _happen(self, event: Event) -> None:
        order = event.order
        if event.price is None:
            cancelled = order.cancel_ms <= event.time_ms or order.terms.tif == "IOC"
            state = State.CANCELLED if cancelled else State.EXPIRED
            self._finish(order, state, event.time_ms)
            return
        self._fill(order, event.price, event.quantity, event.time_ms)

    def _fill(self, order: Order, price: Decimal, quantity: Decimal, time_ms: int) -> None:
        instrument = order.instrument
        value = order.value + price * quantity
        total = commission(instrument, order.filled + quantity, value * instrument.multiplier)
        number = len(self._fills) + 1
        fill = Fill(
            id=f"{self.seed % 65_536:08x}.{order.id:08x}.{number:02x}.01",
            order_id=order.id,
            account_id=order.account_id,
            instrument=instrument,
            side=order.terms.side,
            quantity=quantity,
            price=price,
            fee=total - order.fees,
            time_ms=time_ms,
        )
        profit = self.accounts[order.account_id].apply(fill)
        self._fills.append(replace(fill, realised=profit))
        order.filled, order.value, order.fees = order.filled + quantity, value, total
        order.updated_ms = order.last_fill_ms = time_ms
        order.scanned_ms = time_ms - time_ms % instrument.bucket_ms + instrument.bucket_ms
        self._after_fill(order, quantity, time_ms)

    def _after_fill(self, order: Order, quantity: Decimal, time_ms: int) -> None:
        if not order.remaining:
            order.state = State.FILLED
            self._open_orders.pop(order.id, None)
            for child in children(self._open_orders.values(), order):
                self._release(child, time_ms)
        for sibling in siblings(self._open_orders.values(), order):
            if order.terms.bracket and sibling.remaining > quantity:
                sibling.quantity -= quantity
            else:
                self._finish(sibling, State.CANCELLED, time_ms, "Other order of the group filled")

    def _release(self, child: Order, time_ms: int) -> None:
        child.state = first_state(replace(child.terms, parent_id=None))
        child.scanned_ms = child.updated_ms = time_ms

    def _finish(self, order: Order, state: State, time_ms: int, reason: str = "") -> None:
        order.state, order.updated_ms, order.reason = state, time_ms, reason
        self._open_orders.pop(order.id, None)
        for child in children(self._open_orders.values(), order):
            self._finish(child, State.CANCELLED, time_ms, "Parent order ended")


def _child_terms(terms: Terms, parent: Order) -> Terms:
    return replace(terms, parent_id=parent.id, bracket=f"bracket {parent.id}")
