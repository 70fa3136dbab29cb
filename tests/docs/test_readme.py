"""The requests of the README, sent as they stand there to the gateway over the simulated broker."""

import shlex
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from omnibroker import serving
from omnibroker.config import Config
from omnibroker.gateway import create_app
from omnibroker.security import sandbox_store

README = Path(__file__).resolve().parent.parent.parent / "README.md"
SETTINGS = {"-H": "headers", "-X": "method", "-d": "content"}


def requests_of_the_readme() -> list[dict[str, Any]]:
    """Each curl line as arguments of httpx, its shell variables filled in."""
    block = README.read_text("utf-8").split("```sh\n", 1)[1].split("```", 1)[0]
    tokens = shlex.split(block, comments=True)
    variables: dict[str, str] = {}
    requests: list[dict[str, Any]] = []
    pending = iter(tokens)
    for token in pending:
        if token == "curl":
            requests.append({"method": "", "headers": {}, "content": None})
        elif token in SETTINGS:
            set_option(requests[-1], SETTINGS[token], filled(next(pending), variables))
        elif not requests:
            name, _, value = token.partition("=")
            variables[name] = filled(value, variables)
        else:
            requests[-1]["url"] = filled(token, variables)
    return [
        {**request, "method": request["method"] or ("POST" if request["content"] else "GET")}
        for request in requests
    ]


def set_option(request: dict[str, Any], name: str, value: str) -> None:
    """Enter one option of curl."""
    if name == "headers":
        field, _, text = value.partition(": ")
        request["headers"][field] = text
    else:
        request[name] = value


def filled(text: str, variables: dict[str, str]) -> str:
    """A word with its shell variables replaced, the longest names first."""
    for name in sorted(variables, key=len, reverse=True):
        text = text.replace(f"${name}", variables[name])
    return text


@pytest.mark.slow
async def test_every_request_of_the_readme_does_what_it_says():
    """Account, quote, bars, preview, place, read, change, cancel, list: nothing fails."""
    async with serving._simulated_brokers(seed=1) as connections:
        config = msgspec.structs.replace(Config(), connections=connections)
        app = create_app(config, sandbox_store(serving.SANDBOX_KEYS))
        await app.start()
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport) as client:
            answers = [await client.request(**each) for each in requests_of_the_readme()]
        await app.stop()
    statuses = [answer.status_code for answer in answers]
    assert statuses == [200, 200, 200, 200, 201, 200, 200, 202, 200]
    bodies = [answer.json() for answer in answers]
    assert [row["account_id"] for row in bodies[0]["items"]] == ["ibkr:DU1234567"]
    assert len(bodies[2]["items"][0]["bars"]) == 5
    assert [body["limit_price"] for body in bodies[4:8]] == ["100", "100", "101.5", "101.5"]
    (order,) = bodies[8]["items"]
    assert (order["client_order_id"], order["status"]) == ("first-1", "CANCELLED")
