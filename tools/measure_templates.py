"""Measure the generator's own templates against ours: reading and writing long answers, as ratios."""

import contextlib
import gc
import importlib
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

import generate

SAMPLES = generate.ROOT / "tests" / "specs" / "samples"
ROUNDS = 31
Model = type[Any]

BAR = {"o": 190.5, "c": 190.75, "h": 191.0, "l": 190.25, "v": 1200.0, "t": 1767225600000}
ORDER = {
    "id": "1799796559", "side": "BUY", "status": "WORKING", "symbol": "AAPL", "quantity": 10, "filled": 0,
    "price": 190.5, "currency": "USD", "exchange": "SMART", "note": None, "placed_at": 1767225600000,
    "contract": {"conid": 265598, "symbol": "AAPL", "exchange": "NASDAQ"}, "unheard_of": "kept",
}  # fmt: skip
ANSWERS = {
    "1,000 bars, 6 required fields": ("Bars", {"data": [BAR] * 1000}),
    "1,000 bars, 6 optional fields": ("LooseBars", {"data": [BAR] * 1000}),
    "1,000 orders, 13 fields, one object each": ("Orders", {"orders": [ORDER] * 1000}),
}


def load(name: str, templates: Path | None, folder: Path) -> Any:
    """The models package of the sample API, generated with `templates` (None: the generator's own)."""
    target = folder / name
    target.mkdir()
    (target / "__init__.py").touch()
    generate.write_bundle("rows", target, SAMPLES)
    with contextlib.redirect_stdout(io.StringIO()):
        generate.write_client("rows", target, templates)
    return importlib.import_module(f"{name}.rows.models")


def built(model: Any) -> Any:
    """A copy of `model` made by its constructors, as a handler makes it."""
    if isinstance(model, list):
        return [built(item) for item in model]
    if not hasattr(model, "to_dict"):
        return model
    fields = [field.name for field in attrs.fields(type(model)) if field.init]
    return type(model)(**{name: built(getattr(model, name)) for name in fields})


def once(work: Callable[[], object]) -> float:
    """Seconds of one run, the collector held off."""
    gc.disable()
    begun = time.perf_counter()
    work()
    spent = time.perf_counter() - begun
    gc.enable()
    return spent


def compare(stock: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """The best of both in alternating rounds: what others do on the machine only ever adds."""
    rounds = [(once(stock), once(ours)) for _ in range(ROUNDS)]
    return min(a for a, _ in rounds), min(b for _, b in rounds)


def report(label: str, times: tuple[float, float]) -> None:
    """One line: microseconds of both and their ratio."""
    stock, ours = (seconds * 1e6 for seconds in times)
    print(f"{label:52} stock {stock:8.0f} us   ours {ours:8.0f} us   {stock / ours:4.1f} x")


def main() -> None:
    """Generate the sample API twice and print one line per answer and direction."""
    with tempfile.TemporaryDirectory() as place:
        sys.path.insert(0, place)
        stock = load("stock", None, Path(place))
        ours = load("ours", generate.TEMPLATES, Path(place))
        for label, (name, answer) in ANSWERS.items():
            old: Model = getattr(stock, name)
            new: Model = getattr(ours, name)
            models = old.from_dict(answer), new.from_dict(answer)
            if json.dumps(models[0].to_dict(), sort_keys=True) != json.dumps(
                models[1].to_dict(), sort_keys=True
            ):
                sys.exit(f"{label}: the two read or write differently")
            report(
                f"read  {label}",
                compare(
                    lambda c=old, a=answer: c.from_dict(a), lambda c=new, a=answer: c.from_dict(a)
                ),
            )
            models = built(models[0]), built(models[1])
            report(f"write {label}", compare(models[0].to_dict, models[1].to_dict))


if __name__ == "__main__":
    main()
