"""The command `omnibroker journal`: the orders that a gateway has recorded, and the life of one."""

import argparse
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa

from omnibroker.command_options import DEFAULT_CONFIG, Commands, chosen_config, table
from omnibroker.config import Config, ConfigError
from omnibroker.journal.life import life, listed
from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store

T = TypeVar("T")

# What is shown of an order: its member, and the heading.
_COLUMNS = {
    "submitted_at": "ASKED FOR",
    "order_id": "ORDER",
    "client_order_id": "CLIENT'S",
    "broker_order_id": "BROKER'S",
    "account_id": "ACCOUNT",
    "side": "SIDE",
    "quantity": "QUANTITY",
    "instrument": "INSTRUMENT",
    "status": "STATUS",
}


_MOMENT = ("AT", "WHAT", "DETAIL")


def add(commands: Commands) -> None:
    """Add `journal` to the program's commands."""
    journal = commands.add_parser("journal", help="show recorded orders, or the life of one")
    journal.add_argument(
        "order", nargs="?", help="an order's id: the gateway's, the client's or the broker's"
    )
    journal.add_argument("--account", help="orders of this account alone")
    journal.add_argument(
        "--unproven", action="store_true", help="only orders whose outcome a person must look at"
    )
    journal.add_argument(
        "--most", type=_most, default=50, help="how many orders, the newest first (default: 50)"
    )
    journal.add_argument(
        "--config", type=Path, help=f"configuration file (default: {DEFAULT_CONFIG}, if there)"
    )
    journal.set_defaults(run=_journal)


def _journal(options: argparse.Namespace) -> int:
    url = (chosen_config(options) or Config()).journal.existing()
    if options.order is not None:
        return _show_life(url, options.order)

    def work(connection: sa.Connection) -> list[dict[str, Any]]:
        return listed(
            connection, unproven=options.unproven, account_id=options.account, most=options.most
        )

    documents = _read(url, work)
    if documents:
        print(_orders(documents))
    else:
        print("No order is unproven." if options.unproven else "The journal has no order.")
    return 0


def _show_life(url: str, reference: str) -> int:
    found = _read(url, lambda connection: life(connection, reference))
    if not found:
        raise ConfigError(f"The journal has no order {reference}: see `omnibroker journal`.")
    for document, moments in found:
        print(_orders([document]), end="\n\n")
        print(table(_MOMENT, [(moment.at, moment.what, moment.detail) for moment in moments]))
    return 0


def _most(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is no number of orders: write 1 or more")
    return int(text)


def _orders(documents: list[dict[str, Any]]) -> str:
    rows = [[str(document.get(name, "-")) for name in _COLUMNS] for document in documents]
    return table(list(_COLUMNS.values()), rows)


def _read(url: str, work: Callable[[sa.Connection], T]) -> T:
    async def run() -> T:
        store = Store.existing(url)
        try:
            return await store.run(work)
        finally:
            await store.close()

    try:
        return asyncio.run(run())
    except NotSent as error:
        raise ConfigError(f"[journal] {error.detail}") from None
