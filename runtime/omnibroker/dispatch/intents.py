"""What an order is to limits: read from the request, and from the broker where a limit needs to know more."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from omnibroker.dispatch.context import Context, Source
from omnibroker.dispatch.documents import not_looked_up
from omnibroker.kit.errors import NotSent, Rejected, UpstreamFailure
from omnibroker.kit.upstream import parted
from omnibroker.limits.clearance import Clearance
from omnibroker.limits.gate import Limits
from omnibroker.limits.intents import OrderIntent, market_of
from omnibroker.limits.settings import KeyLimits
from omnibroker.limits.terms import Terms
from omnibroker.limits.values import (
    Factors,
    MarketPrice,
    added,
    is_bounded,
    unproven,
    value_of,
)
from omnibroker.security import Principal
from omnibroker.upstream.operations import TRADE

# A broker that has no such price, or shows it to nobody without a subscription.
_NO_PRICE = frozenset({"not_entitled", "unsupported_by_broker"})


class Intents:
    """Makes the intents of one gateway.

    The broker is asked (for the instrument's facts, for a price) only where a limit of the key or the
    account needs it, within the request's deadline and ahead of other reads.
    """

    def __init__(self, context: Context, limits: Limits) -> None:
        self._context = context
        self._limits = limits

    async def clear_order(
        self, source: Source, principal: Principal | None, body: Mapping[str, Any]
    ) -> Clearance:
        """Return what an order must pass; raises as `of_order`."""
        holder = _holder(principal)
        return self._clearance(source, holder, await self.of_order(source, holder, body))

    async def clear_change(
        self,
        source: Source,
        principal: Principal | None,
        document: Mapping[str, Any],
        patch: Mapping[str, Any],
    ) -> Clearance:
        """Return what a change of an order must pass; raises as `of_order`."""
        holder = _holder(principal)
        intent = await self.of_change(source, holder, document, patch)
        return self._clearance(source, holder, intent)

    def clear_answer(self, source: Source) -> Clearance:
        """Return what the "yes" to a broker's question must pass."""
        account = source.account
        return Clearance(self._limits, account.account_id, account.broker)

    async def of_order(
        self, source: Source, principal: Principal, body: Mapping[str, Any]
    ) -> OrderIntent:
        """Return the intent of an order in the unified form.

        Raises `limit_unproven`, or NotSent where the broker could not be asked.
        """
        terms = Terms.read(body)
        digest = terms.digest(source.account.account_id, body["instrument"])
        intent = _intent(source, principal, body, "place_order", terms)
        return await self._known(source, principal, replace(intent, digest=digest))

    async def of_change(
        self,
        source: Source,
        principal: Principal,
        document: Mapping[str, Any],
        patch: Mapping[str, Any],
    ) -> OrderIntent:
        """Return the intent of a change of an order: the whole as it will be, and by how much it grows.

        `document` is the order as it is proven now, in the unified form. Raises as `of_order`.
        """
        before = Terms.read(document)
        terms = Terms.read({**document, **patch})
        intent = _intent(source, principal, document, "modify_order", terms)
        more = added(terms.quantity, before.quantity)
        return await self._known(source, principal, replace(intent, added_quantity=more), before)

    def _clearance(self, source: Source, principal: Principal, intent: OrderIntent) -> Clearance:
        return replace(self.clear_answer(source), intent=intent, of_key=principal.limits)

    async def _known(
        self,
        source: Source,
        principal: Principal,
        intent: OrderIntent,
        before: Terms | None = None,
    ) -> OrderIntent:
        """Return an intent with what the limits of its key and account need to know."""
        limits = self._of(principal, intent.account_id)
        with_value = any(each.needs_value for each in limits)
        facts, market = await asyncio.gather(
            self._facts(source, intent, limits, with_value=with_value),
            self._market(source, intent, limits, with_value=with_value),
        )
        intent = replace(_named(intent, facts), market_price=market)
        if _needs_id(intent, limits):
            intent = _marked(intent, facts)
        return _valued(intent, facts, before) if with_value else intent

    def _of(self, principal: Principal, account_id: str) -> list[KeyLimits]:
        both = (principal.limits, self._limits.of_account(account_id))
        return [limits for limits in both if limits is not None]

    async def _facts(
        self, source: Source, intent: OrderIntent, limits: list[KeyLimits], *, with_value: bool
    ) -> dict[str, Any]:
        """Return the instrument in the unified form; empty where nothing of it is needed."""
        to_be_named = "@" in intent.instrument and any(each.needs_name for each in limits)
        to_be_asked = to_be_named or _needs_id(intent, limits)
        if not to_be_asked and (not with_value or intent.terms.notional is not None):
            return {}
        rows = await self._read(source, "get_instrument", {"instrument": intent.instrument})
        if not rows:
            raise unproven(f"{intent.broker} says nothing of {intent.instrument}")
        return rows[0]

    async def _market(
        self, source: Source, intent: OrderIntent, limits: list[KeyLimits], *, with_value: bool
    ) -> MarketPrice | None:
        """Return the market's price; None where none is needed."""
        with_collar = any(each.collar is not None for each in limits) and intent.terms.has_prices
        if not with_collar and (not with_value or is_bounded(intent.terms)):
            return None
        try:
            rows = await self._read(source, "get_quotes", {"instrument": [intent.instrument]})
        except NotSent as error:
            if error.code not in _NO_PRICE:
                raise
            raise unproven(f"{intent.broker} shows no price of {intent.instrument}") from None
        price = MarketPrice.read(rows[0], intent.terms.side) if rows else None
        if price is None or price.quality != "REALTIME":
            raise unproven(f"{intent.broker} has no price of {intent.instrument} in real time")
        return price

    async def _read(
        self, source: Source, operation_id: str, parameters: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return what a cell answers; where it could not, the order that it is for was not sent."""
        connection = source.connection
        cell = self._context.cell(operation_id, connection.broker)
        asking = replace(source, account=connection.asking(source.account), priority=TRADE)
        try:
            answer = parted(await cell(self._context.view(asking), parameters))
            answer.raise_first()
        except Rejected as error:
            raise not_looked_up(error) from error
        except UpstreamFailure as error:
            late = error.code == "upstream_timeout"
            code = "upstream_timeout" if late else "upstream_unavailable"
            raise NotSent(code, f"{error.detail} Nothing was sent.", **error.extra) from error
        return answer.rows


def _holder(principal: Principal | None) -> Principal:
    if principal is None:
        raise NotSent("forbidden", "Orders need a key.")
    return principal


def _intent(
    source: Source,
    principal: Principal,
    body: Mapping[str, Any],
    operation_id: str,
    terms: Terms,
) -> OrderIntent:
    account = source.account
    return OrderIntent(
        key_id=principal.counted_as,
        account_id=account.account_id,
        connection=account.connection,
        broker=account.broker,
        environment=account.environment,
        operation=operation_id,
        instrument=body["instrument"],
        market=market_of(body["instrument"]),
        terms=terms,
        client_order_id=body.get("client_order_id"),
        digest="",
        added_quantity=terms.quantity,
    )


def _needs_id(intent: OrderIntent, limits: list[KeyLimits]) -> bool:
    return intent.is_new and any(each.needs_id for each in limits)


def _marked(intent: OrderIntent, facts: Mapping[str, Any]) -> OrderIntent:
    """Return an intent whose digest names what the broker trades: no second spelling is another order."""
    native_id = facts.get("broker_instrument_id")
    if not native_id:
        raise unproven(f"{intent.broker} gives no id of its own for {intent.instrument}")
    digest = intent.terms.digest(intent.account_id, f"{intent.connection}@{native_id}")
    return replace(intent, digest=digest)


def _named(intent: OrderIntent, facts: Mapping[str, Any]) -> OrderIntent:
    """Return an intent under the instrument's one name: `ibkr@265598` is AAPL.US to every limit."""
    if "@" not in intent.instrument or not facts:
        return intent
    name = facts["instrument"]
    return replace(intent, instrument=name, market=market_of(name) or facts.get("market", ""))


def _valued(intent: OrderIntent, facts: Mapping[str, Any], before: Terms | None) -> OrderIntent:
    terms, market = intent.terms, intent.market_price
    factors = Factors.read(facts) if terms.notional is None else None
    value = value_of(terms, factors, market)
    return replace(
        intent,
        value=value,
        added_value=added(value, _value_before(before, factors, market)),
        currency=factors.currency if factors is not None else terms.currency,
    )


def _value_before(
    before: Terms | None, factors: Factors | None, market: MarketPrice | None
) -> Decimal | None:
    """Return what an order was worth; None for a new one, and where nobody can say: then all of it is new."""
    if before is None:
        return None
    try:
        return value_of(before, factors, market)
    except NotSent:
        return None
