"""What one key or one account was admitted in the last 24 hours, counted without going through it again."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil

import sqlalchemy as sa

from omnibroker.clock import instant_text
from omnibroker.kit.exact import canonical
from omnibroker.limits.values import summed
from omnibroker.storage.tables import admissions

DAY = timedelta(hours=24)
MINUTE = timedelta(minutes=1)


@dataclass(slots=True, eq=False)
class Admission:
    """What limits have set aside for an order or a change: kept, unless nothing was sent.

    `quantity` and `value` (in `currency`) are what it added; `digest` is "" for a change.
    """

    key_id: str
    account_id: str
    instrument: str
    side: str
    quantity: Decimal | None
    value: Decimal | None
    currency: str | None
    digest: str
    admitted_at: datetime
    give_back: Callable[["Admission"], None]
    released: bool = False

    def record(self, connection: sa.Connection, write_id: int) -> None:
        """Count it, in the transaction of its write; a later try takes the place of one that was not sent."""
        connection.execute(sa.delete(admissions).where(admissions.c.write_id == write_id))
        connection.execute(sa.insert(admissions).values(write_id=write_id, **self._row()))

    def release(self) -> None:
        """Give back what was set aside, in memory; a second time changes nothing."""
        if not self.released:
            self.released = True
            self.give_back(self)

    def _row(self) -> dict[str, object]:
        return {
            "key_id": self.key_id,
            "account_id": self.account_id,
            "instrument": self.instrument,
            "side": self.side,
            "quantity": None if self.quantity is None else canonical(self.quantity),
            "value": None if self.value is None else canonical(self.value),
            "currency": self.currency,
            "digest": self.digest,
            "admitted_at": instant_text(self.admitted_at),
            "released": False,
        }


@dataclass(slots=True)
class Ledger:
    """The admissions of one key or account, oldest first, and what they come to."""

    count: int = 0
    sums: dict[str, Decimal] = field(default_factory=dict)
    _day: deque[Admission] = field(default_factory=deque)
    _minute: deque[Admission] = field(default_factory=deque)
    _alike: dict[str, list[Admission]] = field(default_factory=dict)

    def add(self, admission: Admission) -> None:
        """Count one more, the newest."""
        self._day.append(admission)
        self._minute.append(admission)
        self._count(admission, 1)
        if admission.digest:
            self._alike.setdefault(admission.digest, []).append(admission)

    def take_back(self, admission: Admission) -> None:
        """Count one no more; one that has left the day was let go already."""
        for times in (self._day, self._minute):
            if admission in times:
                times.remove(admission)
                if times is self._day:
                    self._let_go(admission)

    def advance(self, now: datetime) -> None:
        """Let go of what is 24 hours old."""
        while self._day and now - self._day[0].admitted_at >= DAY:
            self._let_go(self._day.popleft())
        while self._minute and now - self._minute[0].admitted_at >= MINUTE:
            self._minute.popleft()

    def spent(self, currency: str) -> Decimal:
        """Return the value of the day in a currency."""
        return self.sums.get(currency, Decimal(0))

    def seconds_until(self, most: int, now: datetime) -> int:
        """Return after how many seconds one more order fits into `most` a minute; 0 for now."""
        if len(self._minute) < most:
            return 0
        leaving = self._minute[-most].admitted_at + MINUTE
        return max(1, ceil((leaving - now).total_seconds()))

    def seconds_since(self, digest: str, now: datetime) -> int | None:
        """Return the whole seconds since the like of an order was admitted; None where there is none."""
        alike = self._alike.get(digest)
        return int((now - alike[-1].admitted_at).total_seconds()) if alike else None

    def _let_go(self, admission: Admission) -> None:
        self._count(admission, -1)
        alike = self._alike.get(admission.digest, [])
        if admission in alike:
            alike.remove(admission)
        if not alike:
            self._alike.pop(admission.digest, None)

    def _count(self, admission: Admission, sign: int) -> None:
        if admission.digest:
            self.count += sign
        if admission.value is not None and admission.currency is not None:
            before = self.spent(admission.currency)
            self.sums[admission.currency] = summed(before, sign * admission.value)
