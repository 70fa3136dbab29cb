"""Runs the vendor's unmodified client, method by method, and prints what happened as JSON.

Usage: python drive_ibind.py <base url ending in /v1/api/> [<account id>] [<CA file>]

It runs in a virtual environment of its own, which has the vendor's client and nothing of ours.
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from typing import Any

from ibind import IbkrClient
from ibind.client.ibkr_utils import OrderRequest, QuestionType

APPLE = 265598
YES = {
    QuestionType.PRICE_PERCENTAGE_CONSTRAINT: True,
    QuestionType.ORDER_VALUE_LIMIT: True,
    QuestionType.ORDER_SIZE_LIMIT: True,
}
FIELDS = ["31", "84", "86", "85", "88", "7762"]

Steps = list[tuple[str, Callable[[], Any], Callable[[Any], Any]]]


class Drive:
    """The steps in their order, and what later ones need of earlier ones."""

    def __init__(self, url: str, account: str, ca_file: str | None) -> None:
        self.client = IbkrClient(account_id=account, url=url, cacert=ca_file or False)
        self.account = account
        self.report: dict[str, dict[str, Any]] = {}
        self.bid = self.ask = 0.0
        self.resting = ""

    def order(self, kind: str, side: str, quantity: float, **fields: Any) -> OrderRequest:
        """Return a ticket for Apple."""
        return OrderRequest(
            conid=APPLE,
            side=side,
            quantity=quantity,
            order_type=kind,
            acct_id=self.account,
            **{"tif": "GTC", **fields},
        )

    def run(self) -> None:
        """Run every step; a failing one is reported and the next one still runs."""
        for steps in (
            self.sessions,
            self.accounts,
            self.contracts,
            self.market_data,
            self.orders,
            self.order_reading,
            self.portfolio,
            self.farewell,
        ):
            for name, call, check in steps():
                self.step(name, call, check)

    def step(self, name: str, call: Callable[[], Any], check: Callable[[Any], Any]) -> None:
        """Run one method and note whether its answer is what it should be."""
        try:
            answer = call()
            content = getattr(answer, "data", answer)
            verdict = bool(check(content))
            row = {"ok": verdict, "answer": None if verdict else repr(content)[:400]}
        except Exception as error:  # noqa: BLE001 - whatever the vendor raises belongs in the report
            row = {"ok": False, "answer": f"{type(error).__name__}: {error}"[:400]}
        self.report[name] = row

    def sessions(self) -> Steps:
        c = self.client
        return [
            ("authentication_status", c.authentication_status, lambda a: a["connected"]),
            (
                "initialize_brokerage_session",
                lambda: c.initialize_brokerage_session(compete=False),
                lambda a: a["authenticated"],
            ),
            ("check_health", c.check_health, lambda a: a is True),
            ("check_auth_status", c.check_auth_status, lambda a: a is True),
            ("tickle", c.tickle, lambda a: len(a["session"]) == 32),
            ("validate", c.validate, lambda a: a["RESULT"] is True),
            ("reauthenticate", c.reauthenticate, lambda a: a["message"] == "triggered"),
        ]

    def accounts(self) -> Steps:
        c = self.client
        return [
            ("receive_brokerage_accounts", c.receive_brokerage_accounts, lambda a: a["isPaper"]),
            ("switch_account", lambda: c.switch_account(self.account), lambda a: "success" in a),
            ("account_summary", c.account_summary, lambda a: a["netLiquidationValue"] > 0),
            (
                "account_profit_and_loss",
                lambda: (c.account_profit_and_loss(), c.account_profit_and_loss())[1],
                lambda a: f"{self.account}.Core" in a["upnl"],
            ),
        ]

    def contracts(self) -> Steps:
        c = self.client
        apple = str(APPLE)
        return [
            (
                "security_stocks_by_symbol",
                lambda: c.security_stocks_by_symbol(["AAPL", "IBM"]),
                lambda a: set(a) == {"AAPL", "IBM"},
            ),
            (
                "stock_conid_by_symbol",
                lambda: c.stock_conid_by_symbol(["AAPL", "IBM"]),
                lambda a: a == {"AAPL": APPLE, "IBM": 8314},
            ),
            (
                "security_definition_by_conid",
                lambda: c.security_definition_by_conid([apple]),
                lambda a: a["secdef"][0]["ticker"] == "AAPL",
            ),
            (
                "contract_information_by_conid",
                lambda: c.contract_information_by_conid(apple),
                lambda a: a["con_id"] == APPLE,
            ),
            (
                "info_and_rules_by_conid",
                lambda: c.info_and_rules_by_conid(apple, is_buy=True),
                lambda a: "limit" in a["rules"]["orderTypes"],
            ),
            (
                "search_contract_rules",
                lambda: c.search_contract_rules(apple, is_buy=False),
                lambda a: a["increment"] > 0,
            ),
            (
                "search_contract_by_symbol",
                lambda: c.search_contract_by_symbol("AAPL"),
                lambda a: a[0]["conid"] == apple,
            ),
            ("search_strikes_by_conid", self.strikes, lambda a: 200 in a["call"]),
            ("search_secdef_info_by_conid", self.options, lambda a: a[0]["right"] == "C"),
            (
                "security_future_by_symbol",
                lambda: c.security_future_by_symbol("ES"),
                lambda a: len(a["ES"]) == 4,
            ),
            ("currency_pairs", lambda: c.currency_pairs("USD"), lambda a: len(a["USD"]) > 3),
            (
                "currency_exchange_rate",
                lambda: c.currency_exchange_rate("EUR", "USD"),
                lambda a: 0.5 < a["rate"] < 2,
            ),
            (
                "trading_schedule_by_symbol",
                lambda: c.trading_schedule_by_symbol("STK", "AAPL"),
                lambda a: a[0]["timezone"] == "America/New_York",
            ),
        ]

    def month(self) -> str:
        """Return the first listed option month of Apple."""
        found = self.client.search_contract_by_symbol("AAPL").data[0]
        sections = {row["secType"]: row for row in found["sections"]}
        return sections["OPT"]["months"].split(";")[0]

    def strikes(self) -> Any:
        """Ask for the strikes of the first month."""
        return self.client.search_strikes_by_conid(str(APPLE), "OPT", self.month())

    def options(self) -> Any:
        """Ask for one call of the first month."""
        month = self.month()
        return self.client.search_secdef_info_by_conid(
            str(APPLE), "OPT", month, strike="200", right="C"
        )

    def market_data(self) -> Steps:
        c = self.client
        bars = {"bar": "5min", "period": "1h", "outside_rth": True}
        return [
            ("live_marketdata_snapshot", self.snapshot, lambda a: float(a[0]["84"]) > 0),
            (
                "live_marketdata_snapshot_by_symbol",
                lambda: c.live_marketdata_snapshot_by_symbol("IBM", ["31", "84"]),
                lambda a: "bid_price" in a["IBM"],
            ),
            (
                "marketdata_history_by_conid",
                lambda: c.marketdata_history_by_conid(str(APPLE), **bars),
                lambda a: a["data"],
            ),
            (
                "marketdata_history_by_symbol",
                lambda: c.marketdata_history_by_symbol("AAPL", **bars),
                lambda a: a["data"],
            ),
            (
                "marketdata_history_by_symbols",
                lambda: c.marketdata_history_by_symbols(
                    ["AAPL", "IBM", "SPY"], period="1h", bar="5min"
                ),
                lambda a: all(a[symbol] for symbol in ("AAPL", "IBM", "SPY")),
            ),
            (
                "marketdata_history_by_conids",
                lambda: c.marketdata_history_by_conids({"IBM": 8314}, period="1h", bar="5min"),
                lambda a: a["IBM"],
            ),
            ("marketdata_unsubscribe", lambda: c.marketdata_unsubscribe(["8314"]), lambda a: a),
        ]

    def snapshot(self) -> Any:
        """Open the feed, read it, and remember bid and ask."""
        self.client.live_marketdata_snapshot([str(APPLE)], FIELDS)
        answer = self.client.live_marketdata_snapshot([str(APPLE)], FIELDS)
        self.bid, self.ask = float(answer.data[0]["84"]), float(answer.data[0]["86"])
        return answer

    def orders(self) -> Steps:
        c = self.client
        return [
            (
                "whatif_order",
                lambda: c.whatif_order(self.order("LMT", "BUY", 10, price=self.ask), self.account),
                lambda a: a["error"] is None and a["amount"]["total"].endswith("USD"),
            ),
            (
                "place_order",
                lambda: c.place_order(self.order("MKT", "BUY", 10, coid="drive-1"), YES),
                lambda a: a["local_order_id"] == "drive-1",
            ),
            ("place_order:question", self.questioned, lambda a: a["local_order_id"] == "drive-2"),
            ("place_order:resting", self.rest, lambda a: a["order_status"] == "Submitted"),
            ("place_order:bracket", self.bracket, lambda a: len(a) == 3),
            ("place_order:duplicate", self.duplicate, lambda a: "already registered" in a),
            ("modify_order", self.modify, lambda a: a["order_id"] == self.resting),
            (
                "order_status",
                lambda: c.order_status(self.resting),
                lambda a: a["order_status"] == "Submitted" and a["total_size"] == "7",
            ),
            (
                "cancel_order",
                lambda: c.cancel_order(self.resting),
                lambda a: str(a["order_id"]) == self.resting,
            ),
            ("order_status:cancelled", self.wait_for_cancel, lambda a: a == "Cancelled"),
            ("suppress_messages", lambda: c.suppress_messages(["o163"]), lambda a: a["status"]),
            (
                "reset_suppressed_messages",
                c.reset_suppressed_messages,
                lambda a: a["status"] == "submitted",
            ),
        ]

    def questioned(self) -> Any:
        """Place a limit order far through the market; the client answers the question."""
        price = round(self.ask * 1.1, 2)
        order = self.order("LMT", "BUY", 5, price=price, coid="drive-2")
        return self.client.place_order(order, YES)

    def rest(self) -> Any:
        """Place an order that stays open."""
        price = round(self.bid * 0.8, 2)
        order = self.order("LMT", "BUY", 5, price=price, coid="drive-3")
        answer = self.client.place_order(order, YES)
        self.resting = answer.data["order_id"]
        return answer

    def bracket(self) -> Any:
        """Place a parent with two exits."""
        parent = self.order("LMT", "BUY", 3, price=round(self.ask * 1.01, 2), coid="drive-4")
        target = self.order("LMT", "SELL", 3, price=round(self.ask * 1.2, 2), parent_id="drive-4")
        stop = self.order("STP", "SELL", 3, price=round(self.bid * 0.8, 2), parent_id="drive-4")
        return self.client.place_order([parent, target, stop], YES)

    def duplicate(self) -> str:
        """Use a client order id again and return what the client makes of the refusal."""
        try:
            answer = self.client.place_order(self.order("MKT", "BUY", 10, coid="drive-1"), YES)
        except Exception as error:  # noqa: BLE001 - the refusal is the expected result
            return str(error)
        return f"placed again: {answer.data}"

    def modify(self) -> Any:
        """Change quantity and price of the resting order, repeating all other fields."""
        price = round(self.bid * 0.81, 2)
        order = self.order("LMT", "BUY", 7, price=price, coid="drive-3")
        return self.client.modify_order(self.resting, order, YES)

    def wait_for_cancel(self) -> str:
        """Ask for the status until the cancel has taken effect, at most fifty times."""
        status = ""
        for _ in range(50):
            status = self.client.order_status(self.resting).data["order_status"]
            if status != "PendingCancel":
                break
            time.sleep(0.1)
        return status

    def order_reading(self) -> Steps:
        c = self.client
        return [
            (
                "live_orders",
                lambda: (c.live_orders(), c.live_orders())[1],
                lambda a: a["snapshot"] and len(a["orders"]) == 6,
            ),
            (
                "live_orders:filtered",
                lambda: c.live_orders(filters=["filled"], account_id=self.account),
                lambda a: {row["status"] for row in a["orders"]} == {"Filled"},
            ),
            ("live_orders:forced", lambda: c.live_orders(force=True), lambda a: a["orders"] == []),
            (
                "trades",
                lambda: c.trades(days="3", account_id=self.account),
                lambda a: sum(row["size"] for row in a) == 18,
            ),
        ]

    def portfolio(self) -> Steps:
        c = self.client
        return [
            ("portfolio_accounts", c.portfolio_accounts, lambda a: a[0]["id"] == self.account),
            ("portfolio_subaccounts", c.portfolio_subaccounts, lambda a: len(a) == 1),
            (
                "portfolio_account_information",
                c.portfolio_account_information,
                lambda a: a["currency"] == "USD",
            ),
            (
                "portfolio_account_allocation",
                c.portfolio_account_allocation,
                lambda a: a["assetClass"]["long"]["STK"] > 0,
            ),
            ("positions", c.positions, lambda a: a[0]["position"] == 18),
            ("positions:second_page", lambda: c.positions(page=1), lambda a: a == []),
            ("positions2", c.positions2, lambda a: a[0]["conid"] == str(APPLE)),
            (
                "positions_by_conid",
                lambda: c.positions_by_conid(self.account, str(APPLE)),
                lambda a: a[0]["conid"] == APPLE,
            ),
            (
                "position_and_contract_info",
                lambda: c.position_and_contract_info(str(APPLE)),
                lambda a: self.account in a,
            ),
            (
                "invalidate_backend_portfolio_cache",
                c.invalidate_backend_portfolio_cache,
                lambda a: a["message"] == "success",
            ),
            ("portfolio_summary", c.portfolio_summary, lambda a: a["netliquidation"]["amount"] > 0),
            ("get_ledger", c.get_ledger, lambda a: {"USD", "BASE"} <= set(a)),
        ]

    def farewell(self) -> Steps:
        c = self.client
        return [
            (
                "marketdata_unsubscribe_all",
                c.marketdata_unsubscribe_all,
                lambda a: a["unsubscribed"],
            ),
            ("logout", c.logout, lambda a: a["status"] is True),
            ("check_health:logged_out", c.check_health, lambda a: a is False),
        ]


def main() -> int:
    """Drive the client and return 0 if every method answered as it should."""
    logging.disable(logging.CRITICAL)
    url, account, ca_file = [*sys.argv[1:], *("", "", "")][:3]
    drive = Drive(url, account or "DU1234567", ca_file or None)
    drive.run()
    sys.stdout.write(json.dumps(drive.report, indent=2))
    return 0 if all(row["ok"] for row in drive.report.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
