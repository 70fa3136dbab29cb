"""Instrument look-up for handlers: canonical key → the broker's form, cached, ambiguity an error."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any, Protocol

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.kit.instruments import Key, Lookup, Resolved, parse
from omnibroker.kit.upstream import Account
from omnibroker.upstream.session import UpstreamSession

_CACHE_SECONDS = 24 * 3600.0
_MAX_STEPS = 4


class Symbols(Protocol):
    """The two pure functions of a broker's `_symbols.py`."""

    to_lookup: Callable[[Key, Account], Lookup | Resolved]
    from_lookup: Callable[[Key, Lookup, Any], "list[Resolved] | Lookup"]


class Instruments:
    """The look-ups of one connection; equal questions at one moment are one look-up.

    `by_session`: the broker quotes only what was looked up in the session that asks, so that what is known
    ends with the session's epoch.
    """

    def __init__(
        self,
        connection: str,
        session: UpstreamSession,
        symbols: Symbols,
        epoch: Callable[[], int],
        *,
        by_session: bool,
    ) -> None:
        self._connection = connection
        self._session = session
        self._symbols = symbols
        self._epoch = epoch
        self._by_session = by_session
        self._known_in = 0
        self._known: dict[tuple[str, str], tuple[float, Resolved]] = {}
        self._running: dict[tuple[str, str], asyncio.Task[Resolved]] = {}

    async def resolve(self, text: str, account: Account, deadline: float) -> Resolved:
        """Return the broker's form of a key, as the account that asks may trade or see it.

        Raises non_canonical_instrument, unknown_instrument, or ambiguous_instrument with the candidates.
        """
        if self._by_session and self._known_in != self._epoch():
            self._known.clear()
            self._known_in = self._epoch()
        question = (account.account_id, text)
        known = self._known.get(question)
        if known is not None and known[0] > monotonic():
            return known[1]
        task = self._running.get(question)
        if task is None:
            task = asyncio.create_task(self._look_up(parse(text), account, deadline))
            self._running[question] = task
            task.add_done_callback(lambda _done: self._running.pop(question, None))
        try:
            async with asyncio.timeout_at(deadline):
                return await asyncio.shield(task)
        except TimeoutError:
            raise UpstreamFailure(
                "upstream_timeout", f"Looking {text} up took longer than the request may."
            ) from None

    async def _look_up(self, key: Key, account: Account, deadline: float) -> Resolved:
        if key.connection and key.connection != self._connection:
            detail = f"{key.text} belongs to the connection {key.connection}."
            raise NotSent("unknown_instrument", detail)
        step: Lookup | Resolved | list[Resolved] = self._symbols.to_lookup(key, account)
        for _ in range(_MAX_STEPS):
            if not isinstance(step, Lookup):
                break
            answer = await self._session.perform(
                step.operation, step.parameters, step.body, deadline=deadline, account=account
            )
            step = self._symbols.from_lookup(key, step, answer)
        found = self._only(key, step)
        self._known[account.account_id, key.text] = (monotonic() + _CACHE_SECONDS, found)
        return found

    def _only(self, key: Key, result: Lookup | Resolved | list[Resolved]) -> Resolved:
        if isinstance(result, Resolved):
            return result
        if isinstance(result, Lookup) or not result:
            raise NotSent(
                "unknown_instrument", f"{self._connection} knows no instrument {key.text}."
            )
        if len(result) > 1:
            candidates = [f"{self._connection}@{item.native_id}" for item in result[:20]]
            raise NotSent(
                "ambiguous_instrument",
                f"{len(result)} instruments fit {key.text}; choose one of the candidates.",
                candidates=candidates,
            )
        return result[0]
