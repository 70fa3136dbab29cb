"""The login's accounts, their profit and loss, and the account summary."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import body_object, error, require

ASSET_TYPES = "STK,CFD,OPT,FUT,CASH,CRYPTO"


def brokerage_accounts(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """List the tradable accounts: the pre-flight of quotes and orders."""
    gateway.session.prepared.add("accounts")
    account_id = gateway.account_id
    properties = {
        "hasChildAccounts": False,
        "supportsCashQty": True,
        "supportsFractions": False,
        "allowCustomerTime": False,
        "liteUnderPro": False,
        "noFXConv": False,
        "isProp": False,
        "autoFx": False,
    }
    return Answer(
        200,
        {
            "accounts": [account_id],
            "acctProps": {account_id: properties},
            "aliases": {account_id: account_id},
            "allowFeatures": {
                "snapshotRefreshTimeout": 30,
                "allowFXConv": True,
                "allowDynAccount": False,
                "allowCrypto": True,
                "allowFA": False,
                "allowedAssetTypes": ASSET_TYPES,
            },
            "chartPeriods": {"STK": ["*"], "OPT": ["2h", "1d", "2d", "1w", "1m"]},
            "groups": [],
            "profiles": [],
            "selectedAccount": account_id,
            "serverInfo": {"serverName": "SIM1", "serverVersion": "simulated"},
            "sessionId": f"sim.{gateway.session.epoch}",
            "isFT": False,
            "isPaper": True,
        },
    )


def switch_account(gateway: Gateway, _parameters: wire.Parameters, body: Any) -> Answer:
    """Select the session's account; there is one, so it is set already."""
    wanted = body_object(body).get("acctId")
    require(wanted, error(400, "Bad Request: acctId is missing"))
    gateway.own(str(wanted))
    return Answer(200, {"success": "Account already set"})


def account_profit_and_loss(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the day's profit and loss; the first call of a session is empty."""
    if gateway.first_time("pnl"):
        return Answer(200, {"upnl": {}})
    worth = gateway.exchange.worth(gateway.account_id)
    start = gateway.account.equity_at_day_start or worth.equity
    row = {
        "rowType": 1,
        "dpl": wire.money(worth.equity - start),
        "nl": wire.money(worth.equity),
        "upl": wire.money(worth.unrealised),
        "uel": wire.money(worth.equity - worth.maintenance_margin),
        "mv": wire.money(worth.positions),
    }
    return Answer(200, {"upnl": {f"{gateway.account_id}.Core": row}})


def account_summary(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the short account summary."""
    gateway.own(wire.text(parameters, "accountId"))
    worth, zero = gateway.exchange.worth(gateway.account_id), Decimal(0)
    cash = [
        {"currency": code, "balance": wire.money(amount), "settledCash": wire.money(amount)}
        for code, amount in sorted(gateway.account.cash.items())
    ]
    return Answer(
        200,
        {
            "accountType": "INDIVIDUAL",
            "status": "open",
            "balance": wire.money(worth.equity),
            "SMA": wire.money(worth.available),
            "buyingPower": wire.money(max(worth.available, zero) * 2),
            "availableFunds": wire.money(worth.available),
            "excessLiquidity": wire.money(worth.equity - worth.maintenance_margin),
            "netLiquidationValue": wire.money(worth.equity),
            "equityWithLoanValue": wire.money(worth.equity),
            "regTLoan": zero,
            "securitiesGVP": wire.money(abs(worth.positions)),
            "totalCashValue": wire.money(worth.cash),
            "accruedInterest": zero,
            "regTMargin": wire.money(worth.initial_margin),
            "initialMargin": wire.money(worth.initial_margin),
            "maintenanceMargin": wire.money(worth.maintenance_margin),
            "cashBalances": cash,
        },
    )


OPERATIONS = {
    "brokerage_accounts": brokerage_accounts,
    "switch_account": switch_account,
    "account_profit_and_loss": account_profit_and_loss,
    "account_summary": account_summary,
}
