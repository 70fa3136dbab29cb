"""The opponent of rows.py: the generator's own client without our templates, json, a plain mapping."""

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from place import BENCH, ROOT, CannotMeasure

SPECS = ROOT / "generated" / "omnibroker_generated" / "specs"
STOCK = BENCH / "stock"


def generate(api: str) -> None:
    """Generate the stock client of an API as .bench/stock/stock_<api>, unless it stands there."""
    bundle = SPECS / f"{api}.json"
    if not bundle.exists():
        raise CannotMeasure(f"The bundle {bundle.name} is missing: run tools/generate.py.")
    digest = hashlib.sha256(bundle.read_bytes()).hexdigest()
    mark = STOCK / f"{api}.sha256"
    if mark.exists() and mark.read_text() == digest:
        return
    STOCK.mkdir(parents=True, exist_ok=True)
    settings = STOCK / f"{api}.config.json"
    settings.write_text(json.dumps({"literal_enums": True, "post_hooks": []}))
    run_generator(bundle, settings, STOCK / f"stock_{api}")
    mark.write_text(digest)


def run_generator(bundle: Path, settings: Path, target: Path) -> None:
    """One run of the generator with its own templates."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none",
               "--overwrite", "--path", str(bundle), "--config", str(settings),
               "--output-path", str(target)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise CannotMeasure(f"The generator refuses {bundle.name}: {done.stdout[-500:]}")


async def list_bars(client: Any, **asked: str) -> bytes:
    """Decode, map and encode with the stock models and json."""
    from stock_ibkr.api.market_data import marketdata_history_by_conid  # noqa: PLC0415  # generated
    from stock_unified import models  # noqa: PLC0415

    reply = await marketdata_history_by_conid.asyncio_detailed(
        client=client, conid="265598", bar="5mins"
    )
    history = reply.parsed
    bars = [bar(models.Bar, row, history) for row in history.data]
    series = models.BarSeries(
        broker="ibkr",
        connection="ibkr",
        price_source="TRADES",
        volume_unit="SHARE",
        bars=bars,
        **asked,
    )
    return json.dumps(series.to_dict()).encode()


def bar(model: Any, row: Any, history: Any) -> Any:
    """One bar of the broker as one bar of ours."""
    return model(
        open_=text(row.o),
        high=text(row.h),
        low=text(row.l),
        close=text(row.c),
        volume=text(row.v * history.volume_factor),
        start_at=instant(row.t),
        end_at=instant(row.t + history.bar_length * 1000),
    )


def text(number: float) -> str:
    """Decimal text of a number as json gives it, by its shortest form."""
    digits = repr(number)
    if "e" in digits:
        return format(Decimal(digits), "f")
    return digits.removesuffix(".0")


def instant(milliseconds: int) -> str:
    """RFC 3339 text of an instant in epoch milliseconds."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
