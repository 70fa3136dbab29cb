"""The hand-written equivalent: FastAPI, pydantic models, one upstream call by httpx or our engine.

Environment: BENCH_CLIENT = httpx | engine, BENCH_UPSTREAM = the origin of the fake upstream,
BENCH_KEY = the one key that is let in.
"""

import asyncio
import hashlib
import hmac
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Literal

import httpx
from fastapi import Depends, FastAPI, HTTPException, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

DecimalText = Annotated[
    str, Field(pattern=r"^-?(0|[1-9][0-9]{0,27})(\.[0-9]{1,18})?$", max_length=48)
]
PositiveText = Annotated[
    str,
    Field(
        pattern=r"^([1-9][0-9]{0,27}(\.[0-9]{1,18})?|0\.[0-9]{0,17}[1-9]0{0,17})$", max_length=47
    ),
]
Timestamp = Annotated[
    str,
    Field(
        pattern=r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?Z$",
        max_length=30,
    ),
]
AccountId = Annotated[str, Path(pattern="^[a-z0-9][a-z0-9_-]{0,31}:[A-Za-z0-9._-]{1,64}$")]
Kind = Literal[
    "MARKET", "LIMIT", "STOP", "STOP_LIMIT",
    "TRAILING_STOP", "TRAILING_STOP_LIMIT", "MARKET_ON_CLOSE", "LIMIT_ON_CLOSE",
]  # fmt: skip

CONIDS = {"AAPL.US": 265598}  # the instrument is resolved and cached, as in the gateway
ORDER_TYPES = {"LIMIT": "LMT", "MARKET": "MKT", "STOP": "STP", "STOP_LIMIT": "STOP_LIMIT"}
DEADLINE_SECONDS = 10
KEY_DIGEST = hashlib.sha256(os.environ["BENCH_KEY"].encode()).digest()

Post = Callable[[str, bytes], Awaitable[tuple[int, bytes]]]


class Closed(BaseModel):
    """A model that refuses fields which it does not know."""

    model_config = ConfigDict(extra="forbid")


class Money(Closed):
    """An amount as decimal text, with its currency."""

    amount: DecimalText
    currency: Annotated[str, Field(pattern="^[A-Z0-9]{3,10}$")]


class PreviewChange(Closed):
    """A figure of the account before the order, what it adds, and after it."""

    current: Money | None = None
    change: Money | None = None
    after: Money | None = None


class PreviewWarning(Closed):
    """What the broker warns of."""

    code: Annotated[str, Field(max_length=128)] | None = None
    message: Annotated[str, Field(max_length=4096)]


class Trail(Closed):
    """How a trailing stop follows the price."""

    kind: Literal["AMOUNT", "PERCENT"]
    value: PositiveText
    limit_offset: DecimalText | None = None


class IbkrOptions(Closed):
    """Extras that the broker documents."""

    all_or_none: bool | None = None
    ext_operator: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    manual_indicator: bool | None = None
    use_price_management_algo: bool | None = None


class BrokerOptions(Closed):
    """Extras by broker."""

    ibkr: IbkrOptions | None = None


class PreviewOrderRequest(Closed):
    """The order to preview."""

    instrument: Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9.:@_-]{0,95}$")]
    side: Literal["BUY", "SELL"]
    type: Kind
    quantity: PositiveText | None = None
    notional: Money | None = None
    quantity_unit: Literal["SHARE", "CONTRACT", "LOT", "BASE_UNIT"] | None = None
    limit_price: DecimalText | None = None
    stop_price: DecimalText | None = None
    trail: Trail | None = None
    time_in_force: Literal["DAY", "GTC", "IOC", "GTD", "OPG"]
    expires_at: Timestamp | None = None
    session: Literal["REGULAR", "EXTENDED", "OVERNIGHT", "ALL"]
    position_effect: Literal["OPEN", "CLOSE", "AUTO"]
    position_id: Annotated[str, Field(pattern="^[A-Za-z0-9._:@-]{1,96}$")] | None = None
    environment: Literal["paper", "live"] | None = None
    broker_options: BrokerOptions | None = None


class OrderPreview(Closed):
    """What the order would cost."""

    instrument: str
    account_id: str
    broker: str
    connection: str
    amount: Money | None = None
    commission: Money | None = None
    total: Money | None = None
    initial_margin: PreviewChange | None = None
    maintenance_margin: PreviewChange | None = None
    equity: PreviewChange | None = None
    warnings: list[PreviewWarning]
    received_at: Timestamp


class WhatIfAmount(BaseModel):
    """The broker's money texts: "1,905.00 USD (10 Shares)"."""

    amount: str
    commission: str
    total: str


class WhatIfChange(BaseModel):
    """The broker's comma texts."""

    current: str
    change: str
    after: str


class WhatIf(BaseModel):
    """The broker's answer."""

    amount: WhatIfAmount
    equity: WhatIfChange
    initial: WhatIfChange
    maintenance: WhatIfChange
    warn: str | None = None
    error: str | None = None


def httpx_post(origin: str) -> tuple[Post, Callable[[], Awaitable[None]]]:
    """Return (post, close) over one shared httpx.AsyncClient."""
    client = httpx.AsyncClient(base_url=origin, timeout=DEADLINE_SECONDS, trust_env=False)

    async def post(path: str, body: bytes) -> tuple[int, bytes]:
        answer = await client.post(path, content=body, headers={"content-type": "application/json"})
        return answer.status_code, answer.content

    return post, client.aclose


def engine_post(origin: str) -> tuple[Post, Callable[[], Awaitable[None]]]:
    """Return (post, close) over the gateway's own engine."""
    from omnibroker.upstream.engine import FastEngine  # noqa: PLC0415  # only this variant has it
    from omnibroker.upstream.wire import Origin, WireRequest  # noqa: PLC0415

    engine = FastEngine(Origin.parse(origin, None))
    headers = ((b"content-type", b"application/json"), (b"accept", b"*/*"))

    async def post(path: str, body: bytes) -> tuple[int, bytes]:
        deadline = asyncio.get_running_loop().time() + DEADLINE_SECONDS
        answer = await engine.send(WireRequest("POST", path, headers, body, deadline, False))
        return answer.status, answer.body

    return post, engine.close


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open the one upstream client for the life of the process."""
    make = {"httpx": httpx_post, "engine": engine_post}[os.environ["BENCH_CLIENT"]]
    app.state.post, close = make(os.environ["BENCH_UPSTREAM"])
    yield
    await close()


app = FastAPI(lifespan=lifespan)
bearer = HTTPBearer()


async def allowed(given: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> None:
    """Let the one key in, compared in constant time."""
    digest = hashlib.sha256(given.credentials.encode()).digest()
    if not hmac.compare_digest(digest, KEY_DIGEST):
        raise HTTPException(401, "Unknown key. Send the key of this benchmark.")


def ticket(order: PreviewOrderRequest, account: str) -> bytes:
    """The broker's order body; the texts have passed their patterns, so they are numbers."""
    if order.type not in ORDER_TYPES or order.quantity is None:
        raise HTTPException(422, "Send a quantity and one of the types " + ", ".join(ORDER_TYPES))
    price = "" if order.limit_price is None else f',"price":{order.limit_price}'
    return (
        f'{{"orders":[{{"acctId":"{account}","conid":{CONIDS[order.instrument]}'
        f',"orderType":"{ORDER_TYPES[order.type]}","side":"{order.side}"'
        f',"tif":"{order.time_in_force}","outsideRTH":false'
        f',"quantity":{order.quantity}{price}}}]}}'
    ).encode()


def plain(text: str) -> str:
    """Turn "1,905.00" into exact decimal text without trailing zeros: "1905"."""
    number = format(Decimal(text.replace(",", "")), "f")
    return number.rstrip("0").rstrip(".") if "." in number else number


def money(text: str) -> Money:
    """Turn "1,905.00 USD (10 Shares)" into an amount and its currency."""
    amount, currency = text.split(" ")[:2]
    return Money(amount=plain(amount), currency=currency)


def change(of: WhatIfChange, currency: str) -> PreviewChange:
    """Turn three comma texts into three amounts of the account's currency."""
    return PreviewChange(
        current=Money(amount=plain(of.current), currency=currency),
        change=Money(amount=plain(of.change), currency=currency),
        after=Money(amount=plain(of.after), currency=currency),
    )


def warnings(text: str | None) -> list[PreviewWarning]:
    """Split "21/You are …" into code and message."""
    if text is None:
        return []
    code, _, message = text.partition("/")
    return [PreviewWarning(code=code, message=message)]


def preview(answer: WhatIf, order: PreviewOrderRequest, account_id: str) -> OrderPreview:
    """Map the broker's answer."""
    total = money(answer.amount.total)
    currency = total.currency
    return OrderPreview(
        instrument=order.instrument,
        account_id=account_id,
        broker="ibkr",
        connection=account_id.partition(":")[0],
        amount=money(answer.amount.amount),
        commission=money(answer.amount.commission),
        total=total,
        initial_margin=change(answer.initial, currency),
        maintenance_margin=change(answer.maintenance, currency),
        equity=change(answer.equity, currency),
        warnings=warnings(answer.warn),
        received_at=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )


@app.post("/v1/accounts/{account_id}/orders/preview", dependencies=[Depends(allowed)])
async def preview_order(
    account_id: AccountId, order: PreviewOrderRequest, request: Request
) -> OrderPreview:
    """Preview an order: one upstream call, mapped."""
    if order.instrument not in CONIDS:
        raise HTTPException(404, "Unknown instrument. Ask for AAPL.US.")
    account = account_id.partition(":")[2]
    path = f"/v1/api/iserver/account/{account}/orders/whatif"
    status, body = await request.app.state.post(path, ticket(order, account))
    if status != httpx.codes.OK:
        raise HTTPException(502, f"The broker answered {status}.")
    return preview(WhatIf.model_validate_json(body), order, account_id)
