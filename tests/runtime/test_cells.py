"""The matrix at start-up: spec and handlers agree, in both directions."""

import sys
from types import ModuleType

import pytest

from omnibroker.cells import Cells, MatrixError


class Model:
    """A generated model, as cells know it."""

    def __init__(self, data):
        self.data = data

    @classmethod
    def from_dict(cls, data):
        return cls(dict(data))

    def to_dict(self):
        return self.data


def bundle(*names, broker="fake", tag="things"):
    return {
        "paths": {
            f"/{name}": {"get": {"operationId": name, "tags": [tag], "x-upstream": {broker: ["x"]}}}
            for name in names
        }
    }


@pytest.fixture
def handlers(monkeypatch):
    """Handlers of a broker that exists in this test only: `handlers(tag, function, …)`."""

    def make(tag, *functions):
        package = ModuleType("omnibroker_handlers.fake")
        package.__path__ = []
        module = ModuleType(f"omnibroker_handlers.fake.{tag}")
        for function in functions:
            function.__module__ = module.__name__
            setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, package.__name__, package)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return make


async def get_thing(upstream, request: Model, thing_id: str) -> Model:
    return Model({"asked": request.data, "id": thing_id})


async def list_things(upstream) -> list[Model]:
    return [Model({"n": 1}), Model({"n": 2})]


async def test_a_cell_gets_what_it_declares_as_models(handlers):
    """Parameters by name, the body as its model; the answer comes back as plain values."""
    handlers("things", get_thing, list_things)
    cells = Cells(bundle("get_thing", "list_things"), ["fake"])
    given = {"request": {"a": 1}, "thing_id": "7", "connection": "ignored"}
    assert await cells.find("get_thing", "fake")(None, given) == {"asked": {"a": 1}, "id": "7"}
    assert await cells.find("list_things", "fake")(None, {}) == [{"n": 1}, {"n": 2}]
    assert cells.find("get_thing", "other") is None


def test_a_promise_without_a_function_stops_the_start(handlers):
    """Named: operation, broker, module."""
    handlers("things", get_thing)
    with pytest.raises(MatrixError, match=r"list_things.*fake"):
        Cells(bundle("get_thing", "list_things"), ["fake"])


def test_a_function_without_a_promise_stops_the_start(handlers):
    """It could never be called."""
    handlers("things", get_thing, list_things)
    with pytest.raises(MatrixError, match="list_things"):
        Cells(bundle("get_thing"), ["fake"])


def test_a_missing_module_stops_the_start(handlers):
    """The tag is named."""
    handlers("things", get_thing)
    with pytest.raises(MatrixError, match="nothings"):
        Cells(bundle("get_thing", tag="nothings"), ["fake"])


def test_the_shipped_matrix_is_whole(bundles):
    """Every promised cell of the shipped broker loads."""
    cells = Cells(bundles["unified"], ["ibkr"])
    promised = [
        raw["operationId"]
        for item in bundles["unified"]["paths"].values()
        for raw in item.values()
        if isinstance(raw, dict) and "ibkr" in raw.get("x-upstream", {})
    ]
    assert promised
    assert all(cells.find(name, "ibkr") for name in promised)
