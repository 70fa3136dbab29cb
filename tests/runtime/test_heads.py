"""Heads that come in drops or without end: the connection ends, the others' do not."""

import asyncio

import pytest
import uvicorn
from uvicorn.server import ServerState

from omnibroker.heads import BoundedHeads

VIRTUAL_TIME = True
WHOLE = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\n"


class Line(asyncio.Transport):
    """The server's end of a connection, without a socket."""

    def __init__(self):
        super().__init__()
        self.written, self.closed_at = b"", None

    def write(self, data):
        self.written += data

    def is_closing(self):
        return self.closed_at is not None

    def close(self):
        if self.closed_at is None:
            self.closed_at = asyncio.get_running_loop().time()

    def pause_reading(self):
        """Take note of nothing."""

    def resume_reading(self):
        """Take note of nothing."""


async def answer(_scope, _receive, send):
    """Answer at once, without reading a body."""
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]}
    )
    await send({"type": "http.response.body", "body": b""})


async def wait_for_it(_scope, receive, send):
    """Answer once the body is complete, after a minute."""
    while (await receive()).get("more_body"):
        pass
    await asyncio.sleep(60)
    await answer(None, None, send)


@pytest.fixture
def connect():
    """A new connection: the protocol, and its line."""

    def made(app=answer):
        config = uvicorn.Config(app, lifespan="off", timeout_keep_alive=65, log_level="critical")
        config.load()
        protocol, line = BoundedHeads(config, ServerState(), {}), Line()
        protocol.connection_made(line)
        return protocol, line

    return made


async def lasted(line, since):
    """For how many seconds a line stood; None where it still does after five minutes."""
    await asyncio.sleep(300)
    return None if line.closed_at is None else line.closed_at - since


@pytest.mark.parametrize("drops", [[], [b"G"], [b"GET / HT", b"TP/1.1\r\nhost:"]])
async def test_a_late_head_ends_its_connection(connect, drops):
    """Nothing at all, one letter, a head that stops: ten seconds."""
    protocol, line = connect()
    since = asyncio.get_running_loop().time()
    for drop in drops:
        protocol.data_received(drop)
        await asyncio.sleep(3)
    assert await lasted(line, since) == pytest.approx(10)
    assert line.written == b""


async def test_a_late_head_on_a_used_connection_ends_it_too(connect):
    """The first request is served; the second one comes in drops."""
    protocol, line = connect()
    protocol.data_received(WHOLE)
    await asyncio.sleep(30)
    assert line.written.startswith(b"HTTP/1.1 200")
    since = asyncio.get_running_loop().time()
    for letter in WHOLE[:9]:
        protocol.data_received(bytes([letter]))
        await asyncio.sleep(2)
    assert await lasted(line, since) == pytest.approx(10)


async def test_an_idle_connection_ends_by_its_own_time(connect):
    """Between requests nobody is late for 65 seconds."""
    protocol, line = connect()
    since = asyncio.get_running_loop().time()
    protocol.data_received(WHOLE)
    assert await lasted(line, since) == pytest.approx(65)


async def test_a_slow_answer_is_waited_for(connect):
    """Whoever has sent its whole request is not late, however long the answer takes."""
    protocol, line = connect(wait_for_it)
    since = asyncio.get_running_loop().time()
    for part in (POST, b"{", b"}  "):
        protocol.data_received(part)
        await asyncio.sleep(8)
    assert await lasted(line, since) == pytest.approx(16 + 60 + 65)
    assert line.written.startswith(b"HTTP/1.1 200")


async def test_a_body_that_was_answered_already_may_not_go_on(connect):
    """Ten seconds for the rest of it, byte by byte or not at all; one that ends keeps the connection."""
    protocol, line = connect()
    since = asyncio.get_running_loop().time()
    protocol.data_received(POST)
    for _ in range(3):
        await asyncio.sleep(5)
        protocol.data_received(b"x")
    assert await lasted(line, since) == pytest.approx(10)
    protocol, line = connect()
    since = asyncio.get_running_loop().time()
    protocol.data_received(POST)
    await asyncio.sleep(5)
    protocol.data_received(b"1234" + WHOLE)
    assert await lasted(line, since) == pytest.approx(5 + 65)
    assert line.written.count(b"HTTP/1.1 200") == 2


async def test_an_endless_head_ends_its_connection(connect):
    """Headers without end are kept up to 64 KiB and not one chunk further."""
    protocol, line = connect()
    protocol.data_received(WHOLE[:-2])
    sent = 0
    while line.closed_at is None:
        protocol.data_received(b"x: " + b"y" * 1000 + b"\r\n")
        sent += 1005
        assert sent < 70_000
    assert sent > 60_000
    big, line = connect()
    big.data_received(WHOLE[:-2] + b"x: " + b"y" * 30_000 + b"\r\n\r\n")
    await asyncio.sleep(1)
    assert line.written.startswith(b"HTTP/1.1 200")
