"""Gateways over simulated brokers, all in this process, and the orders to send them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from asgi import AsgiEngine, send_request

from omnibroker.security import Principal
from omnibroker.upstream.wire import WireResponse
from simulations import SIMULATIONS

# What an order of an ordinary size has to say at each broker; the rest of it is the same everywhere.
TICKETS = {
    broker: {**each.ticket, "quantity": each.quantity} for broker, each in SIMULATIONS.items()
}
EVERYTHING = frozenset({"market:read", "account:read", "trade:paper", "trade:live", "admin"})


@dataclass
class House:
    """The gateway over one simulated broker, both in this process."""

    gateway: Any
    engine: AsgiEngine
    connection: Any
    account: str

    async def __call__(self, method, path, body=None, *, key="sandbox", query=b"", headers=()):
        """Send JSON to the gateway."""
        own = [(b"authorization", b"Bearer " + key.encode())] if key else []
        kind = b"application/merge-patch+json" if method == "PATCH" else b"application/json"
        if body is not None:
            own.append((b"content-type", kind))
        content = b"" if body is None else json.dumps(body).encode()
        headers = [*own, *headers]
        return await send_request(
            self.gateway, method, path, query=query, headers=headers, chunks=[content]
        )

    async def place(self, client_order_id="c-1", key="sandbox", **fields):
        """Place a limit order far below the market, or as `fields` say; None leaves a field out."""
        return await self(
            "POST", f"/v1/accounts/{self.account}/orders", order(client_order_id, **fields), key=key
        )

    async def control(self, method, name, body=None):
        """Steer the simulated broker."""
        content = b"" if body is None else json.dumps(body).encode()
        answer = await send_request(self.engine.app, method, f"/sandbox/{name}", chunks=[content])
        assert answer.status == 200, answer.body
        return answer.json()

    async def fault(self, path, kind, **members):
        """Arm one fault of the simulated broker."""
        await self.control("PUT", "faults", {"faults": [{"path": path, "kind": kind, **members}]})

    async def broker_orders(self):
        """Return the orders that really exist at the broker."""
        return (await self.control("GET", "book"))["orders"]


def rows_say(house, change):
    """Let IBKR's list of orders be what `change` makes of its rows."""
    send = house.engine.send

    async def changing(request):
        answer = await send(request)
        if not request.target.partition("?")[0].endswith("/iserver/account/orders"):
            return answer
        body = json.loads(answer.body)
        body["orders"] = change(body["orders"])
        return WireResponse(answer.status, answer.headers, json.dumps(body).encode())

    house.engine.send = changing


def order(client_order_id="c-1", **fields):
    """Return a valid order; None leaves a field out."""
    asked = {
        "client_order_id": client_order_id,
        "instrument": "AAPL.US",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "1",
        "limit_price": "100",
        "time_in_force": "DAY",
        "session": "REGULAR",
        "position_effect": "AUTO",
        **fields,
    }
    return {name: value for name, value in asked.items() if value is not None}


@pytest.fixture(scope="session")
def make_order():
    """Build the body of a valid order."""
    return order


@pytest.fixture(scope="session")
def tickets():
    """The same order in each broker's words."""
    return TICKETS


@dataclass
class Street:
    """One gateway over several simulated brokers, all in this process: a house for each."""

    gateway: Any
    houses: dict[str, House]

    async def __call__(self, *request, **options):
        """Send JSON to the gateway."""
        return await next(iter(self.houses.values()))(*request, **options)


@pytest.fixture(scope="session")
def make_street(tmp_path_factory) -> Callable[..., Street]:
    """Build a gateway over simulated brokers: `make_street(["ibkr", …], plans=…, keys={…}, …)`.

    What is left over are settings of every connection; each has its broker's name.
    """
    from omnibroker.config import Audit, Config, Orders, Secret
    from omnibroker.gateway import Gateway
    from omnibroker.security import sandbox_store
    from omnibroker.simulated import connection_to, simulate

    # Drawn where a store is durable: not in the folder that the tests run in.
    audit = Audit(key=Secret(file=str(tmp_path_factory.mktemp("audit") / "audit.key")))

    def make(
        brokers,
        *,
        plans=True,
        ready=False,
        seed=7,
        keys=None,
        store=None,
        orders=None,
        **settings,
    ):
        connections = {
            broker: connection_to(broker, "http://127.0.0.1:5000", **settings) for broker in brokers
        }
        config = Config(connections=connections, orders=Orders(**(orders or {})), audit=audit)
        all_keys = {"sandbox": Principal("sandbox", EVERYTHING, frozenset({"*"})), **(keys or {})}
        gateway = Gateway(config, sandbox_store(all_keys), store=store, plans=plans)
        houses = {}
        for broker, made in gateway.connections.items():
            engine = AsgiEngine(simulate(broker, seed=seed, ready=ready))
            made.engine = made.session._engine = engine
            houses[broker] = House(gateway, engine, made, SIMULATIONS[broker].account)
        return Street(gateway, houses)

    return make


@pytest.fixture(scope="session")
def make_house(make_street) -> Callable[..., House]:
    """Build a gateway over one simulated broker: `make_house(broker=…, plans=…, keys={…}, …)`."""

    def make(*, broker="ibkr", **options):
        return make_street([broker], **options).houses[broker]

    return make


@pytest.fixture
async def house(make_house):
    """A gateway over a simulated broker whose session is not up yet."""
    made = make_house()
    yield made
    await made.connection.session.aclose()
