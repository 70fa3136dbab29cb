"""The matrix at run time: one function per (operation, broker), loaded by name; the only module that does."""

import importlib
import inspect
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any, get_type_hints

from omnibroker import bundles
from omnibroker.kit.upstream import Parted, Upstream

_HANDLERS = "omnibroker_handlers"


class MatrixError(Exception):
    """The spec's `x-upstream` and the handlers' functions disagree."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One handler function with the types of the models that it takes."""

    operation_id: str
    broker: str
    function: Any
    names: frozenset[str]
    models: dict[str, Any]

    async def __call__(self, upstream: Upstream, given: dict[str, Any]) -> Any:
        """Run the handler with what it declares of `given`; return plain JSON-able values.

        `given` holds parameters by their spec names, `request` for the body, and what the dispatcher adds.
        """
        arguments = {
            name: self.models[name].from_dict(value) if name in self.models else value
            for name, value in given.items()
            if name in self.names
        }
        result = await self.function(upstream, **arguments)
        if isinstance(result, Parted):
            return replace(result, rows=[item.to_dict() for item in result.rows])
        return [item.to_dict() for item in result] if isinstance(result, list) else result.to_dict()


class Cells:
    """Every cell of the brokers in use; building it fails where spec and functions disagree."""

    def __init__(self, bundle: dict[str, Any], brokers: list[str]) -> None:
        self._cells: dict[tuple[str, str], Cell] = {}
        promised = {broker: _promised(bundle, broker) for broker in brokers}
        for broker, operations in promised.items():
            self._load(broker, operations)

    def find(self, operation_id: str, broker: str) -> Cell | None:
        """Return the cell, or None where the broker cannot do this."""
        return self._cells.get((operation_id, broker))

    def symbols(self, broker: str) -> Any:
        """Return the broker's `_symbols` module (to_lookup, from_lookup)."""
        return importlib.import_module(f"{_HANDLERS}.{broker}._symbols")

    def values(self, broker: str) -> dict[str, tuple[list[str], list[str]]]:
        """Return {request field: (supported values, unsupported values)} from the broker's tables."""
        tables = importlib.import_module(f"{_HANDLERS}.{broker}._tables")
        values: dict[str, tuple[list[str], list[str]]] = tables.capabilities()
        return values

    def _load(self, broker: str, operations: dict[str, str]) -> None:
        modules = {tag: _module(broker, tag) for tag in sorted(set(operations.values()))}
        for operation_id, tag in operations.items():
            function = getattr(modules[tag], operation_id, None)
            if function is None:
                raise MatrixError(
                    f"The spec promises {operation_id} on {broker}, but {modules[tag].__name__} has no such function."
                )
            self._cells[operation_id, broker] = _cell(operation_id, broker, function)
        for tag, module in modules.items():
            _refuse_strays(module, broker, {name for name, of in operations.items() if of == tag})


def _promised(bundle: dict[str, Any], broker: str) -> dict[str, str]:
    """Return {operation_id: tag} of what the spec promises for a broker; sessions are its upstream module's."""
    return {
        operation["operationId"]: operation["tags"][0]
        for _, _, operation in bundles.operations(bundle)
        if broker in operation.get("x-upstream", {}) and operation["tags"][0] != "sessions"
    }


def _module(broker: str, tag: str) -> ModuleType:
    try:
        return importlib.import_module(f"{_HANDLERS}.{broker}.{tag}")
    except ModuleNotFoundError as error:
        raise MatrixError(f"The handlers of {broker} have no module {tag}: {error}.") from error


def _refuse_strays(module: ModuleType, broker: str, promised: set[str]) -> None:
    """Refuse a handler that the spec does not promise: it could never be called."""
    own = {
        name
        for name, function in inspect.getmembers(module, inspect.iscoroutinefunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    strays = sorted(own - promised)
    if strays:
        raise MatrixError(
            f"{module.__name__} has {', '.join(strays)}, which the spec does not promise on {broker}."
        )


def _cell(operation_id: str, broker: str, function: Any) -> Cell:
    hints = get_type_hints(function)
    models = {
        name: hint
        for name, hint in hints.items()
        if hasattr(hint, "from_dict") and name != "return"
    }
    names = frozenset(inspect.signature(function).parameters) - {"upstream"}
    return Cell(operation_id, broker, function, names, models)
