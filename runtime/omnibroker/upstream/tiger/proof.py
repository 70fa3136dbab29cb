"""What Tiger proves of each account: paper or live, its kind, and its currency."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from omnibroker.kit.errors import GatewayError, malformed
from omnibroker.observe import log
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.tiger import answers

# (operation id, body) -> decoded answer
Ask = Callable[[str, dict[str, Any] | None], Awaitable[Any]]
Facts = dict[str, AccountFacts]

# What an account is called in `native`: Tiger's accountType, which decides how its assets are read.
KIND = "kind"
_GLOBAL = "GLOBAL"
# The kind that Tiger names and the form of the id must say the same.
_FORMS = (
    ("PAPER", re.compile("[0-9]{17}"), "paper"),
    ("STANDARD", re.compile("[0-9]{5,10}"), "live"),
    (_GLOBAL, re.compile("U[0-9]+"), "live"),
    (_GLOBAL, re.compile("DU[0-9]+"), "paper"),
)
_CURRENCY = re.compile("[A-Z]{3}")


def environment(kind: object, account: str) -> str | None:
    """Return what kind and id prove together; None where they disagree or one is unknown."""
    fitting = (where for name, form, where in _FORMS if name == kind and form.fullmatch(account))
    return next(fitting, None)


def accounts(answer: Any) -> Facts:
    """Return {account: facts} of an answer to `accounts`, currencies left open; raises `upstream_malformed`."""
    rows = answer.get("items") if isinstance(answer, dict) else answer
    if not isinstance(rows, list):
        raise malformed("Tiger's answer to accounts holds no list.")
    found: Facts = {}
    for row in rows:
        account = answers.object_of(row, "accounts").get("account")
        if isinstance(account, int) and not isinstance(account, bool):
            account = str(account)
        if not isinstance(account, str) or not account:
            raise malformed("Tiger's answer to accounts names an account without an id.")
        kind = row.get("accountType")
        native = {KIND: kind} if isinstance(kind, str) else {}
        facts = AccountFacts(environment(kind, account), native=native)
        # Two rows that contradict each other prove nothing.
        found[account] = facts if found.get(account, facts) == facts else AccountFacts(None)
    return found


async def with_currencies(facts: Facts, ask: Ask, connection: str) -> Facts:
    """Return the facts with the currency that Tiger reports each account in.

    An account whose assets cannot be read is left without one: it is no reason to refuse the others.
    """
    found = await asyncio.gather(*(_currency(ask, name, facts[name], connection) for name in facts))
    pairs = zip(facts.items(), found, strict=True)
    return {name: replace(known, currency=currency) for (name, known), currency in pairs}


async def _currency(ask: Ask, account: str, facts: AccountFacts, connection: str) -> str | None:
    is_global = facts.native.get(KIND) == _GLOBAL
    try:
        if is_global:
            return _of_rows(await ask(answers.ASSETS, {"account": account}), "items")
        body = {"account": account, "consolidated": True}
        return _of_rows(await ask(answers.PRIME_ASSETS, body), "segments")
    except GatewayError as error:
        log.warning("currency_unknown", connection=connection, account=account, detail=error.detail)
        return None


def _of_rows(answer: Any, member: str) -> str | None:
    """Return the one currency of the rows, those of securities where there are segments."""
    rows = answer.get(member) if isinstance(answer, dict) else None
    named = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    chosen = [row for row in named if row.get("category", "S") == "S"]
    found = {row.get("currency") for row in chosen}
    currency = found.pop() if len(found) == 1 else None
    is_code = isinstance(currency, str) and _CURRENCY.fullmatch(currency)
    return str(currency) if is_code else None
