"""A 1,000-row bar answer decoded, mapped and encoded: ours against the stock client and json.

Ours is the handler itself over the generated client; both sides get the same bytes from a client that
answers at once. Prints one JSON line.
"""

import asyncio
import gc
import importlib
import inspect
import json
import random
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from statistics import median
from typing import Any

import stock
from place import CannotMeasure, use_sources

ROWS, ROUNDS, CALLS = 1000, 15, 8
FIRST, STEP = 1_767_364_200_000, 300_000  # 2026-01-02 14:30 UTC, five minutes
ASKED = {
    "instrument": "AAPL.US", "interval": "5MIN", "adjustment": "SPLIT", "session": "REGULAR",
    "received_at": "2026-01-07T20:00:00Z",
}  # fmt: skip
Side = Callable[[], Awaitable[bytes]]


def history() -> bytes:
    """The broker's answer: 1,000 bars from a fixed seed, prices with two digits."""
    draw = random.Random(11)  # noqa: S311  # prices, not secrets
    data = []
    for number in range(ROWS):
        cents = draw.randint(18000, 20000)
        low, high = cents - draw.randint(0, 50), cents + draw.randint(0, 50)
        data.append(
            f'{{"o":{price(cents)},"c":{price(draw.randint(low, high))},"h":{price(high)},'
            f'"l":{price(low)},"v":{draw.randint(1, 90000)}.5,"t":{FIRST + number * STEP}}}'
        )
    head = (
        '"serverId":"20477","symbol":"AAPL","text":"APPLE INC","priceFactor":100,'
        '"startTime":"20260102-14:30:00","high":"20050/472117.45/0","low":"17950/472117.45/0",'
        '"timePeriod":"4d","barLength":300,"mdAvailability":"S","mktDataDelay":0,"outsideRth":false,'
        '"tradingDayDuration":390,"volumeFactor":100,"priceDisplayRule":1,"priceDisplayValue":"2",'
        f'"negativeCapable":false,"messageVersion":2,"points":{ROWS},"travelTime":48'
    )
    return f'{{{head},"data":[{",".join(data)}]}}'.encode()


def price(cents: int) -> str:
    """A price of so many cents, as the broker writes it."""
    return f"{cents // 100}.{cents % 100:02d}"


class Answer:
    """What a generated client reads of an HTTP answer."""

    def __init__(self, content: bytes, decode: Callable[[bytes], Any]) -> None:
        self.status_code = 200
        self.content = content
        self.headers: dict[str, str] = {"content-type": "application/json"}
        self._decode = decode

    def json(self) -> Any:
        """The decoded body."""
        return self._decode(self.content)


class Client:
    """A generated client's transport that answers at once."""

    raise_on_unexpected_status = True

    def __init__(self, content: bytes, decode: Callable[[bytes], Any]) -> None:
        self._answer = Answer(content, decode)

    def get_async_httpx_client(self) -> "Client":
        """Be the HTTP client, too."""
        return self

    async def request(self, **_asked: Any) -> Answer:
        """Answer at once."""
        return self._answer


class Upstream:
    """What a handler is handed, over the client that answers at once."""

    order_id = ""
    received_at = ASKED["received_at"]

    def __init__(self, client: Client, account: Any, resolved: Any) -> None:
        self._client = client
        self.account = account
        self._resolved = resolved

    async def call(self, operation: Any, **parameters: Any) -> Any:
        """Call a generated function; its parsed body."""
        return (await operation(client=self._client, **parameters)).parsed

    async def resolve(self, _key: str) -> Any:
        """The resolved instrument."""
        return self._resolved

    async def gather(self, calls: Sequence[Awaitable[Any]]) -> list[Any]:
        """Await one after the other: there is nothing to wait for."""
        return [await call for call in calls]


def our_side(content: bytes) -> Side:
    """The handler over our generated client, encoded as the gateway encodes."""
    from omnibroker import exactjson  # noqa: PLC0415  # ours, importable after use_sources
    from omnibroker.kit.instruments import Resolved  # noqa: PLC0415
    from omnibroker.kit.upstream import Account  # noqa: PLC0415

    handler = importlib.import_module("omnibroker_handlers.ibkr.market_data").list_bars
    account = Account("ibkr:DU1234567", "DU1234567", "ibkr", "ibkr", "paper", simulated=False)
    upstream = Upstream(Client(content, exactjson.decode), account, resolved(Resolved))
    taken = inspect.signature(handler).parameters
    asked = {**ASKED, "limit": ROWS}
    arguments = {name: value for name, value in asked.items() if name in taken}

    async def side() -> bytes:
        rows = [series.to_dict() for series in await handler(upstream, **arguments)]
        return exactjson.encode({"items": rows})

    return side


def resolved(kind: Any) -> Any:
    """The resolved AAPL.US with whatever other fields the kit's type asks for left empty."""
    known = {"key": "AAPL.US", "native_id": "265598", "type": "STOCK", "currency": "USD",
             "quantity_unit": "SHARE"}  # fmt: skip
    fields = inspect.signature(kind).parameters
    return kind(**{
        name: known.get(name) for name, field in fields.items()
        if name in known or field.default is inspect.Parameter.empty
    })  # fmt: skip


def stock_side(content: bytes) -> Side:
    """The stock client and json."""
    for api in ("ibkr", "unified"):
        stock.generate(api)
    sys.path.insert(0, str(stock.STOCK))
    client = Client(content, json.loads)
    return lambda: stock.list_bars(client, **ASKED)


def bars(encoded: bytes) -> list[dict[str, Any]]:
    """The bars of an encoded series, or of a page with one series; `closed` is ours alone."""
    document = json.loads(encoded)
    series = document["items"][0] if "items" in document else document
    return [{k: v for k, v in bar.items() if k != "closed"} for bar in series["bars"]]


async def measure() -> dict[str, Any]:
    """Alternate both sides in shuffled order; the median ratio of the rounds."""
    content = history()
    sides = {"stock": stock_side(content), "ours": our_side(content)}
    first = {name: bars(await side()) for name, side in sides.items()}
    if first["ours"] != first["stock"] or len(first["ours"]) != ROWS:
        raise CannotMeasure(f"the two sides differ: {first['ours'][0]} and {first['stock'][0]}")
    gc.collect()
    order = random.Random(5)  # noqa: S311  # an order of play
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name in order.sample(list(sides), len(sides)):
            taken[name].append(await timed(sides[name]))
    return figures(taken)


async def timed(side: Side) -> float:
    """CPU milliseconds of one call, over a few."""
    start = time.process_time()
    for _ in range(CALLS):
        await side()
    return (time.process_time() - start) / CALLS * 1000


def figures(taken: dict[str, list[float]]) -> dict[str, Any]:
    """The median of the rounds' ratios, and one sentence."""
    pairs = zip(taken["stock"], taken["ours"], strict=True)
    ratio = median(theirs / mine for theirs, mine in pairs)
    ours, theirs = median(taken["ours"]), median(taken["stock"])
    text = (
        f"{ROWS:,} bars decoded, mapped and encoded: {ours:.2f} ms of CPU with the handler, the generated"
        f" models and msgspec, {theirs:.2f} ms with the stock client and json: {ratio:.2f} times as fast."
    )
    return {"ratio": ratio, "ours_ms": ours, "stock_ms": theirs, "text": text}


def main() -> int:
    """Print the figures as one JSON line."""
    use_sources()
    try:
        found = asyncio.run(measure())
    except (ImportError, AttributeError, CannotMeasure) as problem:
        print(f"the 1,000-row answer cannot be measured: {problem}", file=sys.stderr)
        return 1
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
