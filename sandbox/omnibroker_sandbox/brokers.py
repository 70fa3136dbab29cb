"""The simulated brokers there are, and what the package of each one gives."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from omnibroker_sandbox import futu, ibkr, tiger, tradelocker
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.faults import App, Simulated

Operation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
RenderError = Callable[[int, str, str], Answer]
Front = Callable[[App], App]


class SimulatedBroker(Simulated, Protocol):
    """One simulated broker: what its controls need, and a coroutine for each operation of its spec."""

    operations: dict[str, Operation]


class Build(Protocol):
    """Makes a simulated broker over an exchange; `ready` starts it with its broker session up."""

    def __call__(self, exchange: Exchange, *, ready: bool) -> SimulatedBroker:
        """Return the simulated broker."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """What a broker's package gives: its simulation, its error answers, and what stands in front, if anything.

    `login()` returns with what a client logs in: names and values of a connection's configuration.
    `render_error(status, code, detail)` answers what no operation covers, in the broker's own form. `front`
    is for a broker whose spec has paths that are not on its wire: it turns a request as the broker's clients
    send it into one of the spec's, and passes on what it does not know (the controls under /sandbox/).
    """

    build: Build
    render_error: RenderError
    login: Callable[[], Mapping[str, Any]] = dict
    front: Front | None = None


SANDBOXES: dict[str, Sandbox] = {
    "futu": Sandbox(futu.build, futu.render_error, futu.login, futu.front),
    "ibkr": Sandbox(ibkr.build, ibkr.render_error),
    "tiger": Sandbox(tiger.build, tiger.render_error, tiger.login, tiger.front),
    "tradelocker": Sandbox(
        tradelocker.build, tradelocker.render_error, tradelocker.login, tradelocker.front
    ),
}
