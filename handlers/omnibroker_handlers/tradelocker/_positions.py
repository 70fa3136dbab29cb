"""The rows of open positions, for listing them and for closing one."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.positions import (
    get_positions as tradelocker_get_positions,
)
from omnibroker_handlers.tradelocker import _answers, _panels


async def read_row(upstream: Upstream, position_id: str) -> _panels.Row:
    """Read the row of one open position; raises `not_found` where the account has none of this id."""
    account = upstream.account
    calls: list[Awaitable[Any]] = [
        upstream.call(
            tradelocker_get_positions.asyncio_detailed, account_id=account.broker_account_id
        ),
        _panels.read_config(upstream),
    ]
    answer, config = await upstream.gather(calls)
    for row in named_rows(answer, config):
        if _answers.identifier(row.get("id")) == position_id:
            return row
    detail = (
        f"{account.account_id} has no open position {position_id}; GET /v1/positions lists them."
    )
    raise NotSent("not_found", detail)


def named_rows(answer: object, config: tradelocker.Config) -> list[_panels.Row]:
    """Return the rows of an answer by column names."""
    held = _answers.content(answer, tradelocker.PositionsResponse, tradelocker.Positions)
    return _panels.named(config.positions_config, held.positions)
