"""Tiger's assets to balances: segments, currencies, and their sum."""

from decimal import Decimal
from typing import Any

from omnibroker.kit.exact import canonical
from omnibroker.kit.tables import known
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tiger import _answers, _times
from omnibroker_handlers.tiger._tables import SEGMENT

# Unified figure: Tiger's name of it, for a segment and for a global account.
_PRIME = {
    "cash": "cash_balance",
    "net_liquidation": "net_liquidation",
    "buying_power": "buying_power",
    "excess_liquidity": "excess_liquidation",
    "initial_margin": "init_margin",
    "maintenance_margin": "maintain_margin",
    "unrealized_pnl": "unrealized_pl",
    "realized_pnl": "realized_pl",
}
_GLOBAL = {
    "cash": "cash_value",
    "net_liquidation": "net_liquidation",
    "buying_power": "buying_power",
    "available_funds": "available_funds",
    "excess_liquidity": "excess_liquidity",
    "initial_margin": "init_margin_req",
    "maintenance_margin": "maint_margin_req",
    "unrealized_pnl": "unrealized_pn_l",
    "realized_pnl": "realized_pn_l",
}
# What one segment could buy is not there for the other, so it is never added up.
_ADDED = tuple(name for name in _PRIME if name != "buying_power")


def from_prime_assets(upstream: Upstream, assets: tiger.PrimeAssets) -> unified.Balances:
    """Return balances of a standard or paper account; a fund segment within another is not counted twice."""
    segments = _answers.rows(assets.segments or [], tiger.PrimeSegment)
    counted = [segment for segment in segments if not _is_within(segment, segments)]
    figures = [(segment, _figures(segment, _PRIME, _currency(segment))) for segment in counted]
    filled = [(segment, found) for segment, found in figures if found.to_dict()]
    currencies = {_currency(segment) for segment, _ in filled}
    held = [each for segment, _ in filled for each in _held(segment)]
    is_one = len(currencies) == 1
    return unified.Balances(
        **_owner(upstream),
        reporting_currency=_answers.maybe(currencies.pop() if is_one else None),
        totals=_total([found for _, found in filled]),
        by_currency=_by_currency(held, is_one=is_one),
        segments=[_segment(segment.category, found) for segment, found in filled] or UNSET,
        as_of=_answers.maybe(_times.instant(assets.update_timestamp)),
        received_at=upstream.received_at,
    )


def from_global_asset(upstream: Upstream, row: tiger.GlobalAsset) -> unified.Balances:
    """Return balances of a global account; its parts come as lists or as objects keyed by their name."""
    currency = _answers.currency(row.currency)
    segments = [
        (category, _figures(tiger.GlobalAsset.from_dict(part), _GLOBAL, currency))
        for category, part in _keyed(row.segments, "category")
    ]
    values = [_global_currency(code, part) for code, part in _keyed(row.market_values, "currency")]
    return unified.Balances(
        **_owner(upstream),
        reporting_currency=_answers.maybe(currency),
        totals=_figures(row, _GLOBAL, currency),
        by_currency=[each for each in values if each is not None],
        segments=[_segment(name, found) for name, found in segments if found.to_dict()] or UNSET,
        as_of=_answers.maybe(_times.instant(row.update_time)),
        received_at=upstream.received_at,
    )


def _owner(upstream: Upstream) -> dict[str, Any]:
    account = upstream.account
    return {
        "account_id": account.account_id,
        "broker": account.broker,
        "connection": account.connection,
    }


def _is_within(segment: tiger.PrimeSegment, segments: list[tiger.PrimeSegment]) -> bool:
    """Say whether another segment already holds this one: funds within securities."""
    others = [each.consolidated_seg_types for each in segments if each is not segment]
    return segment.category == "F" and any(
        isinstance(names, list) and "FUND" in names for names in others
    )


def _currency(segment: tiger.PrimeSegment) -> str | None:
    return _answers.currency(segment.currency)


def _figures(row: Any, names: dict[str, str], currency: str | None) -> unified.BalanceFigures:
    figures = unified.BalanceFigures()
    for unified_name, name in names.items():
        setattr(figures, unified_name, _answers.money(getattr(row, name), currency))
    return figures


def _total(figures: list[unified.BalanceFigures]) -> unified.BalanceFigures:
    """Return the figures of the whole account: Tiger's own for one segment, else the sum of each that all have."""
    counted = [each for each in figures if not _is_empty(each)] or figures[:1]
    if len(counted) == 1:
        return unified.BalanceFigures.from_dict(counted[0].to_dict())
    total = unified.BalanceFigures()
    for name in _ADDED:
        setattr(total, name, _sum([getattr(each, name) for each in counted]))
    if total.to_dict():
        total.derived = True
    return total


def _is_empty(figures: unified.BalanceFigures) -> bool:
    """Say whether a segment holds nothing: all that Tiger says of it is zero."""
    return all(figure["amount"] == "0" for figure in figures.to_dict().values())


def _sum(amounts: list[Any]) -> unified.Money | Unset:
    """Add up amounts of one currency; one that is not known leaves the sum unknown."""
    if not amounts or not all(isinstance(each, unified.Money) for each in amounts):
        return UNSET
    currencies = {each.currency for each in amounts}
    if len(currencies) > 1:
        return UNSET
    amount = sum((Decimal(each.amount) for each in amounts), Decimal(0))
    return unified.Money(amount=canonical(amount), currency=currencies.pop())


def _segment(category: object, figures: unified.BalanceFigures) -> unified.SegmentBalance:
    word = _answers.text(category, 64) or "UNKNOWN"
    return unified.SegmentBalance(segment=known(SEGMENT, word) or word, figures=figures)


def _held(segment: tiger.PrimeSegment) -> list[tiger.PrimeCurrencyAsset]:
    return _answers.rows(segment.currency_assets or [], tiger.PrimeCurrencyAsset)


def _by_currency(
    rows: list[tiger.PrimeCurrencyAsset], *, is_one: bool
) -> list[unified.CurrencyBalance]:
    """Return what is held in each currency; where several segments hold one, their cash is added up.

    Rates are to the segment's currency: the account's own where all segments have one.
    """
    found: dict[str, list[tiger.PrimeCurrencyAsset]] = {}
    for row in rows:
        if (code := _answers.currency(row.currency)) is not None:
            found.setdefault(code, []).append(row)
    return [
        _single_currency(code, held[0], is_one=is_one) if len(held) == 1 else _added(code, held)
        for code, held in found.items()
    ]


def _single_currency(
    code: str, row: tiger.PrimeCurrencyAsset, *, is_one: bool
) -> unified.CurrencyBalance:
    return unified.CurrencyBalance(
        currency=code,
        cash=_answers.money(row.cash_balance, code),
        unrealized_pnl=_answers.money(row.unrealized_pl, code),
        realized_pnl=_answers.money(row.realized_pl, code),
        exchange_rate=_answers.maybe(_answers.positive(row.forex_rate) if is_one else None),
    )


def _added(code: str, rows: list[tiger.PrimeCurrencyAsset]) -> unified.CurrencyBalance:
    cash = _sum([_answers.money(row.cash_balance, code) for row in rows])
    return unified.CurrencyBalance(currency=code, cash=cash, derived=True)


def _keyed(value: Any, name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return parts with their names, whether they came as a list or as an object."""
    if isinstance(value, dict):
        return [(key, part) for key, part in value.items() if isinstance(part, dict)]
    rows = value if isinstance(value, list) else []
    return [(str(part.get(name)), part) for part in rows if isinstance(part, dict)]


def _global_currency(code: str, part: dict[str, Any]) -> unified.CurrencyBalance | None:
    currency = _answers.currency(code)
    if currency is None:
        return None
    rate = part.get("exchangeRate", part.get("forexRate"))
    return unified.CurrencyBalance(
        currency=currency,
        cash=_answers.money(part.get("cashBalance"), currency),
        exchange_rate=_answers.maybe(_answers.positive(rate)),
    )
