"""The portfolio surface: accounts, positions in two dialects, summary, ledger, allocation."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.accounts import Position
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.definitions import secdef_row
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import error, require
from omnibroker_sandbox.instruments import MARGINED

PAGE_SIZE = 100
ZERO = Decimal(0)
Rows = list[dict[str, Any]]


def portfolio_accounts(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """List the accounts: the pre-flight of everything under /portfolio."""
    gateway.session.portfolio_prepared = True
    return Answer(200, [_account_row(gateway)])


def portfolio_subaccounts(gateway: Gateway, parameters: wire.Parameters, body: Any) -> Answer:
    """List the sub-accounts: for an individual the account itself."""
    return portfolio_accounts(gateway, parameters, body)


def portfolio_account_information(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Return one account's description."""
    gateway.own(wire.text(parameters, "accountId"))
    return Answer(200, _account_row(gateway))


def portfolio_account_allocation(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Split the positions' value by asset class, sector and group, long and short."""
    gateway.own(wire.text(parameters, "accountId"))
    split: dict[str, dict[str, dict[str, Decimal]]] = {
        name: {"long": defaultdict(Decimal), "short": defaultdict(Decimal)}
        for name in ("assetClass", "sector", "group")
    }
    for position in _open(gateway):
        instrument = position.instrument
        value = _base_value(gateway, position)
        side = "long" if value >= 0 else "short"
        names = (conids.sec_type(instrument), instrument.sector, instrument.industry)
        for part, name in zip(split.values(), names, strict=True):
            part[side][name or "Others"] += value
    cash = wire.money(gateway.exchange.worth(gateway.account_id).cash)
    split["assetClass"]["long" if cash >= 0 else "short"]["CASH"] += cash
    return Answer(200, split)


def positions(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return one page of positions; the first call of a session lacks the contracts' part."""
    gateway.own(wire.text(parameters, "accountId"))
    page = wire.whole(wire.text(parameters, "pageId", "0"), "pageId")
    require(page >= 0, error(400, "Bad Request: pageId must not be negative"))
    lean = gateway.first_time("positions")
    rows = _rows(gateway, lean=lean)
    return Answer(200, rows[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])


def positions2(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return all positions in the newer dialect: here the contract id is text."""
    gateway.own(wire.text(parameters, "accountId"))
    return Answer(200, [_row2(gateway, position) for position in _open(gateway)])


def positions_by_conid(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the account's position in one contract, as a list."""
    gateway.own(wire.text(parameters, "accountId"))
    return Answer(200, _rows_of(gateway, parameters))


def position_and_contract_info(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the position in one contract by account."""
    return Answer(200, {gateway.account_id: _rows_of(gateway, parameters)})


def invalidate_backend_portfolio_cache(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Drop the server's cached positions."""
    gateway.own(wire.text(parameters, "accountId"))
    return Answer(200, {"message": "success"})


def portfolio_summary(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the account's figures by lower-case key; `-s` marks the securities segment."""
    gateway.own(wire.text(parameters, "accountId"))
    worth = gateway.exchange.worth(gateway.account_id)
    cushion = (worth.equity - worth.maintenance_margin) / worth.equity if worth.equity else ZERO
    amounts = {
        "netliquidation": worth.equity,
        "totalcashvalue": worth.cash,
        "settledcash": worth.cash,
        "equitywithloanvalue": worth.equity,
        "previousdayequitywithloanvalue": gateway.account.equity_at_day_start or worth.equity,
        "grosspositionvalue": _gross(gateway),
        "initmarginreq": worth.initial_margin,
        "maintmarginreq": worth.maintenance_margin,
        "availablefunds": worth.available,
        "excessliquidity": worth.equity - worth.maintenance_margin,
        "buyingpower": max(worth.available, ZERO) * 2,
        "accruedcash": ZERO,
        "accrueddividend": ZERO,
    }
    entries = {name: _amount(gateway, amount) for name, amount in amounts.items()}
    entries |= {f"full{name}": _amount(gateway, amounts[name]) for name in _DOUBLED}
    entries |= {f"lookahead{name}": _amount(gateway, amounts[name]) for name in _DOUBLED}
    entries |= {f"{name}-s": _amount(gateway, amounts[name]) for name in _DOUBLED}
    texts = {
        "accountcode": gateway.account_id,
        "accounttype": "INDIVIDUAL",
        "accountready": "true",
        "cushion": wire.plain(cushion.quantize(Decimal("0.0001"))),
        "daytradesremaining": "-1",
        "segmenttitle-s": "Securities",
        "tradingtype-s": "STKNOPT",
    }
    return Answer(200, entries | {name: _value(gateway, value) for name, value in texts.items()})


_DOUBLED = ("initmarginreq", "maintmarginreq", "availablefunds", "excessliquidity")


def get_ledger(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return cash and values by currency, and their sum in the base currency under BASE."""
    gateway.own(wire.text(parameters, "accountId"))
    gateway.exchange.advance()
    account = gateway.account
    held = {position.instrument.currency for position in _open(gateway)}
    currencies = sorted(held | set(account.cash))
    entries = {code: _ledger_entry(gateway, code) for code in currencies}
    entries["BASE"] = _base_entry(gateway, entries)
    return Answer(200, entries)


def _account_row(gateway: Gateway) -> dict[str, Any]:
    account_id = gateway.account_id
    return {
        "id": account_id,
        "PrepaidCrypto-Z": False,
        "PrepaidCrypto-P": False,
        "brokerageAccess": True,
        "accountId": account_id,
        "accountVan": account_id,
        "accountTitle": "Sandbox",
        "displayName": account_id,
        "accountAlias": None,
        "accountStatus": 1_700_000_000_000,
        "currency": gateway.account.base_currency,
        "type": "DEMO",
        "tradingType": "STKNOPT",
        "businessType": "INDEPENDENT",
        "category": "",
        "ibEntity": "IBLLC-US",
        "faclient": False,
        "clearingStatus": "O",
        "covestor": False,
        "noClientTrading": False,
        "trackVirtualFXPortfolio": False,
        "acctCustType": "INDIVIDUAL",
        "parent": {
            "mmc": [],
            "accountId": "",
            "isMParent": False,
            "isMChild": False,
            "isMultiplex": False,
        },
        "desc": account_id,
    }


def _open(gateway: Gateway) -> tuple[Position, ...]:
    gateway.exchange.advance()
    return gateway.account.open_positions()


def _rows(gateway: Gateway, *, lean: bool) -> Rows:
    return [_row(gateway, position, lean=lean) for position in _open(gateway)]


def _rows_of(gateway: Gateway, parameters: wire.Parameters) -> Rows:
    number = wire.whole(wire.text(parameters, "conid"), "conid")
    return [row for row in _rows(gateway, lean=False) if row["conid"] == number]


def _row(gateway: Gateway, position: Position, *, lean: bool) -> dict[str, Any]:
    instrument, account = position.instrument, gateway.account
    price = gateway.exchange.price(instrument)
    row: dict[str, Any] = {
        "acctId": account.id,
        "conid": conids.conid(instrument),
        "contractDesc": conids.description(instrument),
        "position": position.quantity,
        "mktPrice": price,
        "mktValue": wire.money(position.value(price)),
        "currency": instrument.currency,
        "avgCost": _exact(position.average_price * instrument.multiplier),
        "avgPrice": _exact(position.average_price),
        "realizedPnl": wire.money(position.realised),
        "unrealizedPnl": wire.money(position.unrealised(price)),
        "exchs": None,
        "expiry": f"{instrument.expiry:%Y%m%d}" if instrument.expiry else None,
        "putOrCall": instrument.right or None,
        "multiplier": instrument.multiplier if instrument.expiry else None,
        "strike": instrument.strike or 0,
        "exerciseStyle": None,
        "conExchMap": [],
        "assetClass": conids.sec_type(instrument),
        "undConid": conids.underlying_conid(instrument, gateway.conids.catalogue),
        "model": "",
    }
    if lean:
        return row
    contract = secdef_row(gateway, instrument)
    base = _base_fields(gateway, position, price)
    return row | base | {key: contract[key] for key in _CONTRACT_PART}


_CONTRACT_PART = (
    *("incrementRules", "displayRule", "time", "chineseName", "allExchanges", "listingExchange"),
    *("countryCode", "name", "lastTradingDay", "group", "sector", "sectorGroup", "ticker", "type"),
    *("hasOptions", "fullName", "isUS", "isEventContract", "pageSize"),
)


def _base_fields(gateway: Gateway, position: Position, price: Decimal) -> dict[str, Any]:
    rate = _rate(gateway, position)
    return {
        "baseMktPrice": _exact(price * rate),
        "baseMktValue": wire.money(position.value(price) * rate),
        "baseAvgPrice": _exact(position.average_price * rate),
        "baseAvgCost": _exact(position.average_price * position.instrument.multiplier * rate),
        "baseRealizedPnl": wire.money(position.realised * rate),
        "baseUnrealizedPnl": wire.money(position.unrealised(price) * rate),
    }


def _row2(gateway: Gateway, position: Position) -> dict[str, Any]:
    instrument = position.instrument
    price = gateway.exchange.price(instrument)
    return {
        "position": position.quantity,
        "conid": str(conids.conid(instrument)),
        "avgCost": _exact(position.average_price * instrument.multiplier),
        "avgPrice": _exact(position.average_price),
        "currency": instrument.currency,
        "description": conids.description(instrument),
        "isLastToLoq": False,
        "marketPrice": price,
        "marketValue": wire.money(position.value(price)),
        "realizedPnl": wire.money(position.realised),
        "unrealizedPnl": wire.money(position.unrealised(price)),
        "secType": conids.sec_type(instrument),
        "assetClass": conids.sec_type(instrument),
        "timestamp": gateway.exchange.second,
        "sector": instrument.sector,
        "group": instrument.industry,
        "model": "",
    }


def _ledger_entry(gateway: Gateway, currency: str) -> dict[str, Any]:
    account, cash = gateway.account, gateway.account.cash.get(currency, ZERO)
    held = [p for p in _open(gateway) if p.instrument.currency == currency]
    values: dict[str, Decimal] = defaultdict(Decimal)
    unrealised = worth = ZERO
    for position in held:
        price = gateway.exchange.price(position.instrument)
        unrealised += position.unrealised(price)
        margined = position.instrument.kind in MARGINED
        value = position.unrealised(price) if margined else position.value(price)
        values[conids.sec_type(position.instrument)] += value
        worth += value
    figures = {
        "cashbalance": cash,
        "settledcash": cash,
        "netliquidationvalue": cash + worth,
        "stockmarketvalue": values["STK"],
        "stockoptionmarketvalue": values["OPT"],
        "futuremarketvalue": values["FUT"],
        "cryptocurrencyvalue": values["CRYPTO"],
        "unrealizedpnl": unrealised,
        "realizedpnl": account.realised.get(currency, ZERO),
    }
    rate = gateway.exchange.rate(currency, account.base_currency)
    return _ledger_row(gateway, currency, figures) | {
        "exchangerate": rate.quantize(Decimal("1E-7"))
    }


def _base_entry(gateway: Gateway, entries: dict[str, dict[str, Any]]) -> dict[str, Any]:
    names = [name for name in next(iter(entries.values())) if name in _SUMMED]
    figures = {
        name: sum((entry[name] * entry["exchangerate"] for entry in entries.values()), ZERO)
        for name in names
    }
    return _ledger_row(gateway, "BASE", figures) | {"exchangerate": Decimal(1)}


_SUMMED = frozenset(
    {
        *("cashbalance", "settledcash", "netliquidationvalue", "stockmarketvalue"),
        *("stockoptionmarketvalue", "futuremarketvalue", "cryptocurrencyvalue"),
        *("unrealizedpnl", "realizedpnl"),
    }
)
_ALWAYS_ZERO = (
    *("commoditymarketvalue", "corporatebondsmarketvalue", "warrantsmarketvalue", "interest"),
    *("moneyfunds", "funds", "issueroptionsmarketvalue", "futuresonlypnl", "tbondsmarketvalue"),
    *("futureoptionmarketvalue", "cashbalancefxsegment", "tbillsmarketvalue", "dividends"),
)


def _ledger_row(gateway: Gateway, currency: str, figures: dict[str, Decimal]) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(_ALWAYS_ZERO, ZERO)
    row |= {name: wire.money(amount) for name, amount in figures.items()}
    return row | {
        "currency": currency,
        "acctcode": gateway.account_id,
        "key": "LedgerList",
        "secondkey": currency,
        "sessionid": 1,
        "severity": 0,
        "timestamp": gateway.exchange.second,
    }


def _amount(gateway: Gateway, amount: Decimal) -> dict[str, Any]:
    currency = gateway.account.base_currency
    return _entry(gateway, wire.money(amount), currency, None)


def _value(gateway: Gateway, value: str) -> dict[str, Any]:
    return _entry(gateway, ZERO, None, value)


def _entry(
    gateway: Gateway, amount: Decimal, currency: str | None, value: str | None
) -> dict[str, Any]:
    return {
        "amount": amount,
        "currency": currency,
        "isNull": False,
        "timestamp": gateway.exchange.now_ms,
        "value": value,
        "severity": 0,
    }


def _rate(gateway: Gateway, position: Position) -> Decimal:
    return gateway.exchange.rate(position.instrument.currency, gateway.account.base_currency)


def _base_value(gateway: Gateway, position: Position) -> Decimal:
    value = position.value(gateway.exchange.price(position.instrument))
    return wire.money(value * _rate(gateway, position))


def _gross(gateway: Gateway) -> Decimal:
    return sum((abs(_base_value(gateway, position)) for position in _open(gateway)), ZERO)


def _exact(value: Decimal) -> Decimal:
    """Return a figure with the eight decimals that the wire carries."""
    return value.quantize(Decimal("1E-8")).normalize() + ZERO


OPERATIONS = {
    "portfolio_accounts": portfolio_accounts,
    "portfolio_subaccounts": portfolio_subaccounts,
    "portfolio_account_information": portfolio_account_information,
    "portfolio_account_allocation": portfolio_account_allocation,
    "positions": positions,
    "positions2": positions2,
    "positions_by_conid": positions_by_conid,
    "position_and_contract_info": position_and_contract_info,
    "invalidate_backend_portfolio_cache": invalidate_backend_portfolio_cache,
    "portfolio_summary": portfolio_summary,
    "get_ledger": get_ledger,
}
