"""Reads: one account, or side by side over every source with what is missing said apart."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from omnibroker.dispatch.context import Context, Source
from omnibroker.dispatch.paging import Row, Rows, page
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure
from omnibroker.kit.upstream import Account, Parted, parted
from omnibroker.observe import log
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.problems import from_exception
from omnibroker.upstream.connection import Connection

_PER_ACCOUNT = ("list_positions", "get_portfolio", "list_executions")
_PER_CONNECTION = (
    "list_accounts",
    "search_instruments",
    "get_instrument",
    "get_quotes",
    "list_bars",
    "get_market_status",
)
_ONE_ACCOUNT = ("get_account", "get_balances")
_GRACE_SECONDS = 0.25
_MOST_REASONS = 2000


@dataclass(frozen=True, slots=True)
class Heard:
    """What one source of an answer said: its rows, perhaps without some parts, or why there are none."""

    connection: Connection
    account: Account | None
    result: Parted[Row] | Exception


class Reads:
    """The endpoints that change nothing."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def endpoints(self) -> dict[str, Endpoint]:
        """Return the endpoint of every read that a cell serves (orders have their own desk)."""
        return {
            **dict.fromkeys(_PER_ACCOUNT, self.over_accounts),
            **dict.fromkeys(_PER_CONNECTION, self.over_connections),
            **dict.fromkeys(_ONE_ACCOUNT, self.of_account),
        }

    async def of_account(self, call: Call) -> Reply:
        """Serve a read of the account in the path."""
        context, deadline = self._context, self._context.deadline()
        source = await context.source(call.principal, call.parameters["account_id"], deadline)
        cell = context.cell(call.operation_id, source.connection.broker)
        return Reply(200, await cell(context.view(source), call.parameters))

    async def over_connections(self, call: Call) -> Reply:
        """Serve a read about the market: each connection answers for itself."""
        deadline = self._context.deadline()
        heard = await asyncio.gather(
            *(
                hear(connection, None, self._of_market(call, given, connection, deadline), deadline)
                for connection, given in self._asked(call)
            )
        )
        rows, incomplete = merge(heard)
        if call.operation_id == "list_accounts":
            rows = [self._as_proven(row) for row in rows if self._is_listed(call, row)]
        return page(call, rows, incomplete)

    def _asked(self, call: Call) -> list[tuple[Connection, dict[str, Any]]]:
        """Return whom to ask, and with which parameters: `ibkr@265598` is no other connection's business."""
        selected = self._context.selected(call)
        asked = [(each, self._parameters_for(call, each)) for each in selected]
        own = [(each, given) for each, given in asked if given is not None]
        # Where it is nobody's, everybody says so.
        return own or [(each, call.parameters) for each in selected]

    def _parameters_for(self, call: Call, connection: Connection) -> dict[str, Any] | None:
        """Return a call's parameters without the keys of other connections; None where none is left."""
        asked = call.parameters.get("instrument")
        if asked is None:
            return call.parameters
        keys = asked if isinstance(asked, list) else [asked]
        foreign = self._context.connections.keys() - {connection.name}
        own = [key for key in keys if "@" not in key or key.partition("@")[0] not in foreign]
        if not own:
            return None
        return {**call.parameters, "instrument": own if isinstance(asked, list) else asked}

    def _is_listed(self, call: Call, row: dict[str, Any]) -> bool:
        """Say whether configuration and key both name an account of the login."""
        configured = self._context.connections[row["connection"]].settings.accounts
        named = not configured or row["broker_account_id"] in configured
        return named and call.principal is not None and call.principal.may_reach(row["account_id"])

    def _as_proven(self, row: Row) -> Row:
        """Return an account's row with the environment that was proven for this very account, or none."""
        connection = self._context.connections[row["connection"]]
        proven = connection.account_of(row["broker_account_id"]).environment
        if proven is None:
            return {name: value for name, value in row.items() if name != "environment"}
        return {**row, "environment": proven}

    async def over_accounts(self, call: Call) -> Reply:
        """Serve a read about accounts: each account that the key may reach answers for itself."""
        rows, incomplete = await self.rows(call, self._read)
        if call.operation_id == "list_executions":
            await self._name_orders(rows)
        return page(call, rows, incomplete)

    async def _name_orders(self, executions: Rows) -> None:
        """Say which order each fill belongs to: brokers' rows have their own ids, and some no tag."""
        for row in executions:
            reference = row.get("order_id") or f"broker:{row.get('broker_order_id', '')}"
            found = await self._context.journal.find_order(row["account_id"], reference)
            if found is not None:
                row["order_id"] = found.order_id
                if found.client_order_id:
                    row["client_order_id"] = found.client_order_id
            elif "broker_order_id" in row:
                row.setdefault("order_id", reference)

    async def rows(
        self, call: Call, read: Callable[[Call, Source], Awaitable[Parted[Row]]]
    ) -> tuple[Rows, Rows]:
        """Return (rows, incomplete) of a read over every account that the call selects."""
        deadline = self._context.deadline()
        heard = await asyncio.gather(
            *(
                self._of_accounts(call, connection, read, deadline)
                for connection in self._context.selected(call)
            )
        )
        return merge([one for of_connection in heard for one in of_connection])

    async def _of_accounts(
        self,
        call: Call,
        connection: Connection,
        read: Callable[[Call, Source], Awaitable[Parted[Row]]],
        deadline: float,
    ) -> list[Heard]:
        """Ask every account of one connection; its log-in keeps only itself waiting."""
        try:
            async with asyncio.timeout_at(deadline + _GRACE_SECONDS):
                await connection.ready(deadline)
            accounts = self._context.accounts_of(call, connection)
        except Exception as error:  # noqa: BLE001 - one connection's failure is not the others'
            return [Heard(connection, None, _timely(error))]
        sources = [Source(connection, account, deadline) for account in accounts]
        return await asyncio.gather(
            *(hear(connection, s.account, read(call, s), deadline) for s in sources)
        )

    async def _of_market(
        self, call: Call, given: dict[str, Any], connection: Connection, deadline: float
    ) -> Parted[Row]:
        cell = self._context.cell(call.operation_id, connection.broker)
        await connection.ready(deadline)
        source = Source(connection, connection.of_market(), deadline)
        return parted(await cell(self._context.view(source), given))

    async def _read(self, call: Call, source: Source) -> Parted[Row]:
        cell = self._context.cell(call.operation_id, source.connection.broker)
        return parted(await cell(self._context.view(source), call.parameters))


async def hear(
    connection: Connection, account: Account | None, read: Awaitable[Parted[Row]], deadline: float
) -> Heard:
    """Await one source; it holds nobody up beyond the deadline, and its failure is its own."""
    try:
        # A little later than the deadline, so that what knows why it is late says so itself.
        async with asyncio.timeout_at(deadline + _GRACE_SECONDS):
            return Heard(connection, account, await read)
    except Exception as error:  # noqa: BLE001 - one source's failure is not the others'
        return Heard(connection, account, _timely(error))


def merge(heard: Sequence[Heard]) -> tuple[Rows, Rows]:
    """Return (rows, incomplete) of what every source said; raises only if none answered."""
    rows: Rows = []
    missing: Rows = []
    errors = [source.result for source in heard if isinstance(source.result, Exception)]
    if errors and len(errors) == len(heard):
        raise _nobody_answered([source.connection.name for source in heard], errors)
    for source in heard:
        if isinstance(source.result, Exception):
            missing.append(_incomplete(source, source.result))
            continue
        rows += source.result.rows
        missing += [
            _incomplete(source, error) | {source.result.by: name}
            for name, error in source.result.failed.items()
        ]
    return rows, missing


def _timely(error: Exception) -> Exception:
    if isinstance(error, TimeoutError):
        return UpstreamFailure("upstream_timeout", "The broker did not answer in time.")
    return error


def _nobody_answered(names: list[str], errors: list[Exception]) -> Exception:
    codes = {error.code if isinstance(error, GatewayError) else "" for error in errors}
    if len(codes) == 1:
        return errors[0]
    problems = [from_exception(error) for error in errors]
    if all(problem.status < HTTPStatus.INTERNAL_SERVER_ERROR for problem in problems):
        # Nothing is broken: each has its own reason why this question has no answer there.
        reasons = "; ".join(
            f"{name}: {problem.detail}" for name, problem in zip(names, problems, strict=True)
        )
        code = next((p.code for p in problems if p.status != HTTPStatus.NOT_FOUND), "not_found")
        return NotSent(code, reasons[:_MOST_REASONS])
    return UpstreamFailure(
        "upstream_unavailable", "No source answered; see /ready for each connection."
    )


def _incomplete(source: Heard, error: Exception) -> Row:
    connection, account = source.connection, source.account
    problem = from_exception(error)
    if problem.code == "internal_error":
        log.error("unexpected_error", connection=connection.name, exc_info=error)
    row = {
        "connection": connection.name,
        "broker": connection.broker,
        "problem": problem.body("incomplete"),
    }
    return {**row, "account_id": account.account_id} if account and account.account_id else row
