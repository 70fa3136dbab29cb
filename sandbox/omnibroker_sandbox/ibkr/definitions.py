"""The shapes in which the gateway describes a contract."""

from typing import Any

from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.instruments import Instrument, Kind

ORDER_TYPES = (
    "limit",
    "market",
    "stop",
    "stop_limit",
    "trailing_stop",
    "marketonclose",
    "limitonclose",
)
TIF_TYPES = ("IOC/MARKET,LIMIT", "GTC/o,a", "OPG/LIMIT,MARKET,a", "DAY/o,a")


def secdef_row(gateway: Gateway, instrument: Instrument) -> dict[str, Any]:
    """Return the security definition."""
    expiry = f"{instrument.expiry:%Y%m%d}" if instrument.expiry else None
    return {
        "conid": conids.conid(instrument),
        "currency": instrument.currency,
        "time": 12,
        "chineseName": "&#x6A21;&#x62DF;",
        "allExchanges": conids.routes(instrument),
        "listingExchange": conids.listing(instrument),
        "countryCode": instrument.country,
        "name": instrument.name,
        "assetClass": conids.sec_type(instrument),
        "expiry": expiry,
        "lastTradingDay": expiry,
        "group": instrument.industry or None,
        "putOrCall": instrument.right or None,
        "sector": instrument.sector or None,
        "sectorGroup": instrument.industry or None,
        "strike": wire.plain(instrument.strike) if instrument.strike else "0",
        "ticker": conids.symbol(instrument),
        "undConid": conids.underlying_conid(instrument, gateway.conids.catalogue),
        "multiplier": instrument.multiplier if instrument.expiry else 0,
        "type": "COMMON" if instrument.kind is Kind.STOCK else "",
        "hasOptions": instrument.key == "AAPL.US",
        "fullName": conids.description(instrument),
        "isUS": instrument.country == "US",
        "incrementRules": increment_rules(instrument),
        "displayRule": _display_rule(instrument),
        "isEventContract": False,
        "pageSize": 100,
    }


def contract_row(gateway: Gateway, instrument: Instrument) -> dict[str, Any]:
    """Return the contract's details, in snake_case here."""
    expiry = instrument.expiry
    derivative = expiry is not None
    return {
        "cfi_code": "",
        "symbol": conids.symbol(instrument),
        "cusip": None,
        "expiry_full": f"{expiry:%Y%m}" if expiry else None,
        "con_id": conids.conid(instrument),
        "maturity_date": f"{expiry:%Y%m%d}" if expiry else None,
        "industry": instrument.industry,
        "instrument_type": conids.sec_type(instrument),
        "trading_class": conids.symbol(instrument),
        "valid_exchanges": conids.routes(instrument),
        "allow_sell_long": False,
        "is_zero_commission_security": False,
        "local_symbol": conids.description(instrument),
        "contract_clarification_type": None,
        "classifier": None,
        "currency": instrument.currency,
        "text": conids.description(instrument) if derivative else None,
        "underlying_con_id": conids.underlying_conid(instrument, gateway.conids.catalogue),
        "r_t_h": True,
        "multiplier": wire.plain(instrument.multiplier) if derivative else None,
        "underlying_issuer": None,
        "contract_month": f"{expiry:%Y%m}" if expiry else None,
        "company_name": instrument.name,
        "smart_available": conids.routes(instrument).startswith("SMART"),
        "exchange": "SMART"
        if conids.routes(instrument).startswith("SMART")
        else conids.listing(instrument),
        "category": instrument.industry,
    }


def rules_row(gateway: Gateway, instrument: Instrument, *, is_buy: bool) -> dict[str, Any]:
    """Return the trading rules: types, times in force, price and size steps."""
    bid, ask = gateway.exchange.market.touch(instrument, gateway.exchange.second)
    price = ask if is_buy else bid
    tick = instrument.tick_at(price)
    return {
        "algoEligible": False,
        "overnightEligible": False,
        "costReport": False,
        "canTradeAcctIds": [gateway.account_id],
        "error": None,
        "orderTypes": list(ORDER_TYPES),
        "ibAlgoTypes": [],
        "fraqTypes": [],
        "forceOrderPreview": False,
        "cqtTypes": ["limit", "market"] if instrument.kind is Kind.STOCK else [],
        "orderDefaults": {"LMT": {"LP": str(price)}},
        "orderTypesOutside": ["limit", "stop_limit"],
        "defaultSize": instrument.lot * (100 if instrument.lot == 1 else 1),
        "cashSize": 0,
        "sizeIncrement": instrument.size_step,
        "tifTypes": list(TIF_TYPES),
        "tifDefaults": {"TIF": "DAY", "SIZE": "100.00", "PMALGO": True},
        "limitPrice": price,
        "stopprice": price,
        "orderOrigination": None,
        "preview": True,
        "displaySize": None,
        "fraqInt": 0,
        "cashCcy": instrument.currency,
        "cashQtyIncr": 500,
        "priceMagnifier": None,
        "negativeCapable": False,
        "incrementType": 1,
        "incrementRules": increment_rules(instrument),
        "hasSecondary": False,
        "modTypes": list(ORDER_TYPES),
        "increment": tick,
        "incrementDigits": _digits(str(tick)),
    }


def increment_rules(instrument: Instrument) -> list[dict[str, Any]]:
    """Return the tick table, lowest edge first."""
    return [{"lowerEdge": edge, "increment": step} for edge, step in instrument.ticks]


def _display_rule(instrument: Instrument) -> dict[str, Any]:
    step = str(instrument.tick_at(instrument.base_price))
    rule = {"decimalDigits": _digits(step), "lowerEdge": 0, "wholeDigits": 4}
    return {"magnification": 0, "displayRuleStep": [rule]}


def _digits(step: str) -> int:
    return len(step.partition(".")[2])
