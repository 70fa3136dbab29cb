"""The gate before the wire: what a key and an account may do, checked and counted in one step."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from omnibroker.clock import instant_text
from omnibroker.kit.errors import NotSent
from omnibroker.limits.checks import check_order, exceeded, value_and_most
from omnibroker.limits.halts import Halts
from omnibroker.limits.intents import OrderIntent
from omnibroker.limits.ledger import DAY, Admission, Ledger
from omnibroker.limits.settings import KeyLimits
from omnibroker.limits.values import summed
from omnibroker.storage.store import Store
from omnibroker.storage.tables import admissions

_KEPT = timedelta(days=30)


def _now() -> datetime:
    return datetime.now(UTC)


class Limits:
    """The limits of one gateway: those of its accounts, what every key and account has used, and its halts.

    One process owns them, and `reserve` does not wait: between a check and its reservation nothing happens.
    """

    def __init__(
        self,
        store: Store,
        account_limits: Mapping[str, KeyLimits] | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.halts = Halts(store, clock)
        self._store = store
        self._of_accounts = dict(account_limits or {})
        self._clock = clock
        self._ledgers: dict[tuple[str, str], Ledger] = {}

    async def load(self) -> None:
        """Take up halts and what was admitted in the last day; raises NotSent `journal_unavailable`."""
        await self.halts.load()
        self._ledgers.clear()
        now = self._clock()
        for row in await self._store.run(lambda connection: _admitted(connection, now)):
            self._add(self._admission(**row))

    def of_account(self, account_id: str) -> KeyLimits | None:
        """Return the limits that the configuration sets for an account."""
        return self._of_accounts.get(account_id)

    def reserve(self, intent: OrderIntent, of_key: KeyLimits | None) -> Admission:
        """Check an order against the halts and both limits and count it; nothing is counted where this raises.

        Raises `trading_halted`, `forbidden`, `limit_exceeded`, `limit_unproven`, `duplicate_order` or
        `rate_limited`.
        """
        self.halts.refuse(intent.account_id, intent.broker)
        now = self._clock()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)  # as the database keeps it
        for whose, limits, ledger in self._holders(intent, of_key):
            ledger.advance(now)
            if limits is not None:
                check_order(intent, limits, whose, now)
                _check_counts(intent, limits, whose, ledger, now)
        return self._add(
            self._admission(
                key_id=intent.key_id,
                account_id=intent.account_id,
                instrument=intent.instrument,
                side=intent.terms.side,
                quantity=intent.added_quantity,
                value=intent.added_value,
                currency=intent.currency,
                digest=intent.digest,
                admitted_at=now,
            )
        )

    def _holders(
        self, intent: OrderIntent, of_key: KeyLimits | None
    ) -> Iterator[tuple[str, KeyLimits | None, Ledger]]:
        yield "key", of_key, self._ledger("key", intent.key_id)
        of_account = self.of_account(intent.account_id)
        yield "account", of_account, self._ledger("account", intent.account_id)

    def _ledger(self, whose: str, name: str) -> Ledger:
        return self._ledgers.setdefault((whose, name), Ledger())

    def _admission(self, **values: Any) -> Admission:
        return Admission(**values, give_back=self._give_back)

    def _ledgers_of(self, admission: Admission) -> tuple[Ledger, Ledger]:
        return (
            self._ledger("key", admission.key_id),
            self._ledger("account", admission.account_id),
        )

    def _add(self, admission: Admission) -> Admission:
        for ledger in self._ledgers_of(admission):
            ledger.add(admission)
        return admission

    def _give_back(self, admission: Admission) -> None:
        for ledger in self._ledgers_of(admission):
            ledger.take_back(admission)


def _check_counts(
    intent: OrderIntent, limits: KeyLimits, whose: str, ledger: Ledger, now: datetime
) -> None:
    """Raise for an order that is too many, or too much, after those of the day."""
    if limits.duplicate_window_seconds is not None:
        _check_duplicate(intent, limits.duplicate_window_seconds, ledger, now)
    most = limits.daily_count
    if most is not None and intent.is_new and ledger.count >= most:
        raise exceeded(whose, "daily_count", most, ledger.count + 1)
    if limits.daily_value is not None:
        _check_daily_value(intent, limits.daily_value, whose, ledger)
    if limits.orders_per_minute is not None:
        _check_rate(limits.orders_per_minute, whose, ledger, now)


def _check_duplicate(intent: OrderIntent, window: int, ledger: Ledger, now: datetime) -> None:
    if not intent.is_new:
        return
    seconds = ledger.seconds_since(intent.digest, now)
    if seconds is not None and seconds < window:
        raise NotSent(
            "duplicate_order",
            f"The same order was placed {max(seconds, 0)} seconds ago, and {window} must lie between: "
            "if it is meant, place it after that.",
        )


def _check_daily_value(
    intent: OrderIntent, amounts: dict[str, Decimal], whose: str, ledger: Ledger
) -> None:
    _, most = value_and_most(intent, amounts, "daily_value", whose)
    if intent.added_value and intent.currency is not None:
        total = summed(ledger.spent(intent.currency), intent.added_value)
        if total > most:
            raise exceeded(whose, "daily_value", most, total, intent.currency)


def _check_rate(most: int, whose: str, ledger: Ledger, now: datetime) -> None:
    seconds = ledger.seconds_until(most, now)
    if seconds:
        raise NotSent(
            "rate_limited",
            f"The {whose}'s orders_per_minute is {most}; send it again in {seconds} seconds.",
            retry_after_seconds=seconds,
        )


def _admitted(connection: sa.Connection, now: datetime) -> list[dict[str, Any]]:
    """Return what was admitted in the last day and not given back, oldest first; forget what is long past."""
    at = admissions.c.admitted_at
    connection.execute(sa.delete(admissions).where(at < instant_text(now - _KEPT)))
    recent = sa.and_(at > instant_text(now - DAY), admissions.c.released.is_(False))
    rows = connection.execute(sa.select(admissions).where(recent).order_by(at)).mappings()
    return [_values(row) for row in rows]


def _values(row: Mapping[Any, Any]) -> dict[str, Any]:
    values = {name: row[name] for name in row if name not in {"write_id", "released"}}
    for name in ("quantity", "value"):
        values[name] = None if row[name] is None else Decimal(row[name])
    return values | {"admitted_at": datetime.fromisoformat(row["admitted_at"])}
