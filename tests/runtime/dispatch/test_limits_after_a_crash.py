"""Limits after a process that died between admitting an order and sending it."""

import asyncio

import pytest

from omnibroker.limits.settings import KeyLimits
from omnibroker.security import Principal
from omnibroker.storage.store import Store

EVERYTHING = frozenset({"market:read", "account:read", "trade:paper", "admin"})


async def test_an_order_that_a_crash_kept_from_the_wire_is_not_counted(make_house, tmp_path):
    """Admitted, then the process died before anything was sent: the same id places it afterwards."""
    limits = KeyLimits.from_pairs({"daily_count": "1", "duplicate_window_seconds": "3600"})
    keys = {"small": Principal("small", EVERYTHING, frozenset({"*"}), limits)}
    url = f"sqlite:///{tmp_path}/journal.db"

    async def dying(*_arguments):
        raise asyncio.CancelledError

    first = make_house(keys=keys, ready=True, store=Store.open(url))
    await first.gateway.journal.open()
    await first.gateway.limits.load()
    first.gateway.journal.attempt = dying
    first.gateway.journal.settle = dying
    with pytest.raises(asyncio.CancelledError):
        await first.place("c-1", key="small")
    await first.gateway.store.close()
    await first.connection.session.aclose()
    second = make_house(keys=keys, ready=True, store=Store.open(url))
    await second.gateway.journal.open()
    await second.gateway.limits.load()
    assert (await second.place("c-1", key="small")).status == 201
    assert (await second.place("c-2", key="small")).status == 409
    await second.gateway.journal.close()
    await second.connection.session.aclose()
