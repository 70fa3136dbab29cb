"""What a write must pass before the wire, as its gate holds it: limits and halts, or the halts alone."""

from dataclasses import dataclass

from omnibroker.limits.gate import Limits
from omnibroker.limits.intents import OrderIntent
from omnibroker.limits.ledger import Admission
from omnibroker.limits.settings import KeyLimits


@dataclass(frozen=True, slots=True)
class Clearance:
    """The way of one write past the limits.

    `intent` is absent for the "yes" to a broker's question: its order was counted when it was placed.
    A cancel, and a "no", have no clearance at all: they only take away.
    """

    limits: Limits
    account_id: str
    broker: str
    intent: OrderIntent | None = None
    of_key: KeyLimits | None = None

    def reserve(self) -> Admission | None:
        """Check and count, without waiting; raises as `Limits.reserve`. None where there is nothing to count."""
        if self.intent is not None:
            return self.limits.reserve(self.intent, self.of_key)
        self.refuse_halted()
        return None

    def refuse_halted(self) -> None:
        """Raise `trading_halted` if somebody halted meanwhile: asked again right before the wire."""
        self.limits.halts.refuse(self.account_id, self.broker)
