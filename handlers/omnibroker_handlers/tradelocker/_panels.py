"""Rows without names: their columns stand in TradeLocker's configuration, by panel."""

from collections.abc import Mapping

from omnibroker.kit.answers import number, rows, single, text
from omnibroker.kit.errors import malformed
from omnibroker.kit.tables import required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.config import get_config as tradelocker_get_config
from omnibroker_handlers.tradelocker import _answers

# Cells by the names of their columns: text, numbers or None.
Row = Mapping[str, object]


async def read_config(upstream: Upstream) -> tradelocker.Config:
    """Read the columns and limits of the account; places are not fixed."""
    answer = await upstream.call(tradelocker_get_config.asyncio_detailed)
    return _answers.content(answer, tradelocker.ConfigResponse, tradelocker.Config)


def named(panel: object, cells: object) -> list[Row]:
    """Return rows by column names.

    A row with more or fewer cells than the panel has columns raises `upstream_malformed`: the columns
    have changed since they were read, and every cell could be another one.
    """
    columns = _columns(panel)
    listed: list[list[object]] = rows(cells, list)
    if any(len(row) != len(columns) for row in listed):
        raise malformed(
            "TradeLocker's rows do not have the columns of its configuration, which is read again "
            "within five minutes."
        )
    return [dict(zip(columns, row, strict=True)) for row in listed]


def limit(config: tradelocker.Config, name: str) -> int | None:
    """Return a limit of the configuration, or None where it does not have it."""
    for row in rows(config.limits or [], tradelocker.Limits):
        found = number(row.limit) or ""
        if row.limit_type == name and found.isdecimal():
            return int(found)
    return None


def _columns(panel: object) -> list[str]:
    listed = rows(single(panel, tradelocker.PanelConfig).columns, tradelocker.Column)
    columns = [required(text(column.id), "name of a column") for column in listed]
    if len(set(columns)) < len(columns):
        raise malformed("TradeLocker's configuration has two columns of one name.")
    return columns
