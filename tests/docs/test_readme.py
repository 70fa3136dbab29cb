"""The requests of the README, of the welcome and of the page of clients, sent as they stand there to the sandbox."""

import shlex
import tomllib
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import fuzzing
import httpx
import msgspec
import pytest

from omnibroker import serving
from omnibroker.config import Config
from omnibroker.gateway import create_app
from omnibroker.security import sandbox_store

ROOT = Path(__file__).resolve().parent.parent.parent
README = ROOT / "README.md"
CLIENTS = (ROOT / "docs" / "clients.md").read_text("utf-8")
SETTINGS = {"-H": "headers", "-X": "method", "-d": "content"}


# Each broker of the README: its account there, the limit of its order and what it is changed to.
ORDERS = {
    "ibkr": ("ibkr:DU1234567", "100", "101.5"),
    "tiger": ("tiger:20240830213609658", "100", "101.5"),
    "futu": ("futu:1007002", "100", "101.5"),
    "tradelocker": ("tradelocker:800101", "1", "1.015"),
}
ACCOUNTS = {
    *("ibkr:DU1234567", "tiger:20240830213609658", "tiger:67686635", "tiger:66804149"),
    *("futu:1007001", "futu:1007002", "tradelocker:800101", "tradelocker:800202"),
}


def requests_of_the_readme() -> list[dict[str, Any]]:
    """Each curl line of the README as arguments of httpx."""
    return requests_of(README.read_text("utf-8").split("```sh\n", 1)[1].split("```", 1)[0])


def requests_of(shell: str) -> list[dict[str, Any]]:
    """Each curl line as arguments of httpx, its shell variables filled in as they stand at that line."""
    variables: dict[str, str] = {}
    requests: list[dict[str, Any]] = []
    pending = iter(shlex.split(shell.replace("\\\n", " "), comments=True))
    for token in pending:
        name, assigns, value = token.partition("=")
        if token == "curl":
            requests.append({"method": "", "headers": {}, "content": None})
        elif token in SETTINGS:
            set_option(requests[-1], SETTINGS[token], filled(next(pending), variables))
        elif assigns and name.isidentifier():
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


@asynccontextmanager
async def gateway():
    """The gateway over simulated brokers, as `omnibroker serve --sandbox` runs it: (client, configuration)."""
    async with serving._simulated_brokers(seed=1) as connections:
        config = msgspec.structs.replace(Config(), connections=connections)
        app = create_app(config, sandbox_store(serving.SANDBOX_KEYS))
        await app.start()
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
            yield client, config
        await app.stop()


def of_broker(answers: list[tuple[dict[str, Any], httpx.Response]], broker: str) -> list[Any]:
    """What the requests about one broker's orders were answered, the preview aside."""
    path = f"/accounts/{ORDERS[broker][0]}/orders"
    found = [(asked["url"], answer) for asked, answer in answers if path in asked["url"]]
    return [answer for url, answer in found if not url.endswith("/preview")]


@pytest.mark.slow
async def test_every_request_of_the_readme_does_what_it_says():
    """Accounts, quotes, bars of all brokers; at each of them an order is placed, read, changed and cancelled."""
    async with gateway() as (client, _):
        asked = requests_of_the_readme()
        answers = [(each, await client.request(**each)) for each in asked]
    assert {answer.status_code for _, answer in answers} <= {200, 201, 202}
    accounts, quotes, bars, bars_of_ibkr, preview = [a.json() for _, a in answers[:5]]
    assert {row["account_id"] for row in accounts["items"]} == ACCOUNTS
    assert {row["broker"] for row in quotes["items"]} == {"ibkr", "tiger", "futu"}
    assert {row["broker"] for row in bars["items"]} == {"tiger", "futu"}
    assert [row["broker"] for row in bars_of_ibkr["items"]] == ["ibkr"]
    assert all(len(row["bars"]) == 5 for row in bars["items"] + bars_of_ibkr["items"])
    assert preview["account_id"] == "ibkr:DU1234567"
    for broker, (account, limit, changed) in ORDERS.items():
        placed, read, patched, cancelled = of_broker(answers, broker)
        assert (placed.status_code, read.status_code, cancelled.status_code) == (201, 200, 202)
        found = [answer.json() for answer in (placed, read, patched, cancelled)]
        assert {row["account_id"] for row in found} == {account}
        assert [row["limit_price"] for row in found] == [limit, limit, changed, changed]
    orders = {row["client_order_id"]: row for row in answers[-1][1].json()["items"]}
    assert orders.keys() == {f"{broker}-1" for broker in ORDERS}
    assert {orders[f"{broker}-1"]["limit_price"] for broker in ORDERS} == {"101.5", "1.015"}


@pytest.mark.slow
async def test_every_request_of_the_welcome_works():
    """What `omnibroker serve --sandbox` prints can be pasted: every read has rows, every order is placed."""
    async with gateway() as (client, config):
        words = serving._welcome(config, 9000)
        shell = words.split("Try it:", 1)[1].split("Stop with", 1)[0]
        answers = [await client.request(**each) for each in requests_of(shell)]
    bodies = [answer.json() for answer in answers]
    assert [answer.status_code for answer in answers] == [200] * 6 + [201, 201, 200]
    assert all(body["items"] for body in [*bodies[:6], bodies[-1]])
    assert [body["items"][0]["broker"] for body in bodies[2:6]] == list(config.connections)
    assert all(len(body["items"][0]["bars"]) == 5 for body in bodies[2:6])
    assert {row["client_order_id"] for row in bodies[-1]["items"]} == {"first-1", "first-2"}
    for connection in config.connections.values():
        assert connection.base_url in words


@pytest.mark.slow
async def test_the_program_of_the_page_of_clients_places_one_order_however_often_it_runs():
    """With the generated client: the order of the second run is that of the first."""
    block = CLIENTS.split("```python\n", 1)[1].split("```", 1)[0]
    program, _, last_line = block.rpartition("\n\n\n")
    assert last_line == 'print(asyncio.run(place("ibkr:DU1234567", ticket)).status)\n'
    async with gateway() as (transport, _):
        placed = []
        for _ in range(2):
            names: dict[str, Any] = {}
            exec(program, names)
            transport.base_url = "http://gateway"
            transport.headers["Authorization"] = f"Bearer {names['client'].token}"
            names["client"].set_async_httpx_client(transport)
            placed.append(await names["place"]("ibkr:DU1234567", names["ticket"]))
    assert [order.client_order_id for order in placed] == ["client-1"] * 2
    assert placed[0].order_id == placed[1].order_id


def test_the_settings_of_the_page_of_clients_are_those_of_our_own_contract_tests():
    """Whoever copies them accepts what is accepted here."""
    settings = tomllib.loads(CLIENTS.split("```toml\n", 1)[1].split("```", 1)[0])
    accepted = settings["checks"]["positive_data_acceptance"]["expected-statuses"]
    assert accepted == fuzzing.EXPECTED
    assert settings["request-timeout"] > Config().orders.deadline_seconds
