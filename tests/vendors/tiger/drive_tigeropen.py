"""Runs the vendor's unmodified client, method by method, and prints what happened as JSON.

Usage: python drive_tigeropen.py <gateway url> <empty folder>; the login of the sandbox comes on stdin.

It runs in a virtual environment of its own, which has the vendor's client and nothing of ours.
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tigeropen.common.consts import BarPeriod, Market, SecurityType
from tigeropen.common.exceptions import ApiException
from tigeropen.common.util import contract_utils, order_utils
from tigeropen.quote.quote_client import QuoteClient
from tigeropen.tiger_open_config import TigerOpenClientConfig
from tigeropen.trade.trade_client import TradeClient

DAY_MS = 86_400_000
Steps = list[tuple[str, Callable[[], Any], Callable[[Any], Any]]]


def configured(url: str, folder: str, login: dict[str, Any]) -> TigerOpenClientConfig:
    """Return a configuration that reaches the sandbox and nothing else."""
    config = TigerOpenClientConfig(enable_dynamic_domain=False, props_path=folder)
    config.tiger_id, config.account = login["tiger_id"], login["accounts"][0]
    config.private_key, config.license = login["private_key"], login["license"]
    config.tiger_public_key, config.token = login["tiger_public_key"], login["token"]
    config.server_url = config.quote_server_url = url
    config.retry_max_tries, config.timeout = 0, 10
    config._device_id = "drive"
    return config


class Drive:
    """The steps in their order, and what later ones need of earlier ones."""

    def __init__(self, config: TigerOpenClientConfig, accounts: list[str]) -> None:
        self.config, self.accounts = config, accounts
        self.trade, self.quote = TradeClient(config), QuoteClient(config, is_grab_permission=False)
        self.stock = contract_utils.stock_contract("AAPL", "USD")
        self.report: dict[str, dict[str, Any]] = {}
        self.bid = self.ask = Decimal(0)
        self.resting = 0

    def run(self) -> None:
        """Run every step; a failing one is reported and the next one still runs."""
        for steps in (
            self.sessions,
            self.quotes,
            self.derivatives,
            self.contracts,
            self.orders,
            self.reading,
            self.fundamentals,
            self.tokens,
        ):
            for name, call, check in steps():
                self.step(name, call, check)

    def step(self, name: str, call: Callable[[], Any], check: Callable[[Any], Any]) -> None:
        """Run one method and note whether its answer is what it should be."""
        try:
            answer = call()
            verdict = bool(check(answer))
            row = {"ok": verdict, "answer": None if verdict else repr(answer)[:400]}
        except Exception as error:  # noqa: BLE001 - whatever the vendor raises belongs in the report
            row = {"ok": False, "answer": f"{type(error).__name__}: {error}"[:400]}
        self.report[name] = row

    def refused(self, call: Callable[[], Any]) -> int:
        """Return the code of a refusal; 0 where there was none."""
        try:
            call()
        except ApiException as refusal:
            return refusal.code
        return 0

    def sessions(self) -> Steps:
        q, t = self.quote, self.trade
        return [
            ("license", q.query_license, lambda a: a == "TBHK"),
            (
                "quotes without permission",
                lambda: self.refused(lambda: q.get_stock_briefs(["AAPL"])),
                lambda a: a == 4000,
            ),
            ("grab_quote_permission", q.grab_quote_permission, lambda a: len(a) == 6),
            ("get_quote_permission", q.get_quote_permission, lambda a: a[0]["expire_at"] == -1),
            ("get_kline_quota", q.get_kline_quota, lambda a: len(a) == 3),
            (
                "get_managed_accounts",
                t.get_managed_accounts,
                lambda a: [each.account_type for each in a] == ["STANDARD", "STANDARD", "PAPER"],
            ),
            ("get_prime_assets", t.get_prime_assets, self.rich),
            ("get_assets", t.get_assets, lambda a: a[0].summary.net_liquidation == 1_000_000),
            (
                "get_aggregate_assets",
                t.get_aggregate_assets,
                lambda a: a.net_liquidation == 1_000_000,
            ),
        ]

    @staticmethod
    def rich(portfolio: Any) -> bool:
        """Tell whether the securities segment holds the opening cash."""
        return portfolio.segments["S"].net_liquidation == 1_000_000

    def quotes(self) -> Steps:
        q = self.quote
        return [
            ("get_market_status", q.get_market_status, lambda a: a[0].trading_status == "TRADING"),
            ("get_symbols", lambda: q.get_symbols(Market.US), lambda a: "AAPL" in a),
            (
                "get_symbol_names",
                lambda: q.get_symbol_names(Market.HK),
                lambda a: ("00700", "TENCENT HOLDINGS LTD") in a,
            ),
            ("get_stock_briefs", self.brief, lambda a: float(a["ask_price"][0]) > 0),
            (
                "briefs of two markets",
                lambda: self.refused(lambda: q.get_stock_briefs(["AAPL", "00700"])),
                lambda a: a == 1010,
            ),
            (
                "get_stock_delay_briefs",
                lambda: q.get_stock_delay_briefs(["AAPL"]),
                lambda a: len(a) == 1,
            ),
            ("get_bars", lambda: q.get_bars(["AAPL"], limit=20), lambda a: len(a) == 20),
            (
                "get_bars:minutes",
                lambda: q.get_bars(["AAPL", "IBM"], BarPeriod.FIVE_MINUTES, limit=10),
                lambda a: len(a) == 20 and a["time"][:10].is_monotonic_increasing,
            ),
            (
                "get_bars_by_page",
                lambda: q.get_bars_by_page(
                    "AAPL", BarPeriod.DAY, total=25, page_size=10, time_interval=0
                ),
                lambda a: len(set(a["time"])) == 25,
            ),
            ("get_timeline", lambda: q.get_timeline(["AAPL"]), lambda a: len(a) > 0),
            ("get_trade_ticks", lambda: q.get_trade_ticks(["AAPL"]), lambda a: len(a) > 0),
            (
                "get_depth_quote",
                lambda: q.get_depth_quote(["AAPL"], Market.US),
                lambda a: len(a["asks"]) == len(a["bids"]) == 10,
            ),
            ("get_trade_metas", lambda: q.get_trade_metas(["AAPL"]), lambda a: len(a) == 1),
            (
                "get_trading_calendar",
                lambda: q.get_trading_calendar(Market.US, "2026-11-02", "2026-11-07"),
                lambda a: len(a) == 5,
            ),
        ]

    def brief(self) -> Any:
        """Ask for a quote and remember bid and ask."""
        frame = self.quote.get_stock_briefs(["AAPL"])
        self.bid, self.ask = (Decimal(str(frame[f"{side}_price"][0])) for side in ("bid", "ask"))
        return frame

    def derivatives(self) -> Steps:
        q = self.quote
        return [
            ("get_option_expirations", self.expirations, lambda a: len(a) == 3),
            ("get_option_chain", self.chain, lambda a: len(a) == 18 and "delta" in a),
            ("get_option_briefs", self.option_briefs, lambda a: len(a) == 1),
            ("get_option_bars", self.option_bars, lambda a: len(a) > 0),
            ("get_future_exchanges", q.get_future_exchanges, lambda a: a["code"][0] == "CME"),
            ("get_future_contracts", lambda: q.get_future_contracts("CME"), lambda a: len(a) == 5),
            (
                "get_current_future_contract",
                lambda: q.get_current_future_contract("ES"),
                lambda a: len(a) == 1,
            ),
            ("get_future_brief", lambda: q.get_future_brief(["ESmain"]), lambda a: len(a) == 1),
            (
                "get_future_bars",
                lambda: q.get_future_bars(["ESmain"], BarPeriod.DAY, limit=5),
                lambda a: len(a) == 5,
            ),
        ]

    def expirations(self) -> Any:
        """Ask for the expiry dates of Apple's options."""
        return self.quote.get_option_expirations(["AAPL"])

    def chain(self) -> Any:
        """Ask for the chain of the last date."""
        day = self.expirations()["date"].iloc[-1]
        return self.quote.get_option_chain("AAPL", day, return_greek_value=True)

    def option_briefs(self) -> Any:
        """Ask for a quote by the 21-character identifier."""
        return self.quote.get_option_briefs([self.chain()["identifier"].iloc[0]])

    def option_bars(self) -> Any:
        """Ask for daily bars by the identifier."""
        return self.quote.get_option_bars([self.chain()["identifier"].iloc[0]])

    def contracts(self) -> Steps:
        t = self.trade
        return [
            (
                "get_contracts",
                lambda: t.get_contracts(["AAPL", "IBM"]),
                lambda a: [each.primary_exchange for each in a] == ["NASDAQ", "NYSE"],
            ),
            ("get_contract", lambda: t.get_contract("AAPL"), lambda a: a.name == "APPLE INC"),
            ("get_contract:unknown", lambda: t.get_contract("NOPE"), lambda a: a is None),
        ]

    def order(self, make: Callable[..., Any], *terms: Any, mark: str, **fields: Any) -> Any:
        """Return an order for Apple that is marked and stays in regular hours."""
        order = make(fields.pop("account", self.accounts[0]), self.stock, *terms, **fields)
        order.user_mark, order.outside_rth = mark, False
        return order

    def orders(self) -> Steps:
        market, limit = order_utils.market_order, order_utils.limit_order
        place, ask = self.trade.place_order, float(self.ask)
        return [
            (
                "preview_order",
                lambda: self.trade.preview_order(self.order(limit, "BUY", 10, ask, mark="p")),
                lambda a: a["is_pass"] and a["commission"] == 1,
            ),
            (
                "place_order:market",
                lambda: place(self.order(market, "BUY", 10, mark="drive-1")),
                lambda a: a > 2**53,
            ),
            ("place_order:resting", self.rest, lambda a: a == self.resting),
            ("modify_order", self.modify, lambda a: a == self.resting),
            (
                "get_order",
                lambda: self.trade.get_order(id=self.resting),
                lambda a: (a.quantity, a.user_mark, a.status.name) == (7, "drive-2", "HELD"),
            ),
            ("cancel_order", lambda: self.trade.cancel_order(id=self.resting), lambda a: a),
            ("get_order:cancelled", self.wait_for_cancel, lambda a: a == "CANCELLED"),
            ("place_order:bracket", self.bracket, lambda a: len(a.sub_ids) == 2),
            ("place_order:duplicate", self.duplicate, lambda a: a == 1100),
            (
                "place_order:paper",
                lambda: place(self.order(market, "BUY", 1, mark="d-4", account=self.accounts[2])),
                lambda a: a,
            ),
            (
                "place_order:refused",
                lambda: self.refused(lambda: place(self.order(market, "SELL", 99, mark="no"))),
                lambda a: a == 1200,
            ),
            (
                "get_estimate_tradable_quantity",
                lambda: self.trade.get_estimate_tradable_quantity(
                    self.order(limit, "BUY", 10, ask, mark="e")
                ),
                lambda a: a.tradable_quantity > 1000,
            ),
        ]

    def rest(self) -> Any:
        """Place an order that stays open."""
        price = float(round(self.bid * Decimal("0.8"), 2))
        order = self.order(order_utils.limit_order, "BUY", 5, price, mark="drive-2")
        self.resting = self.trade.place_order(order)
        return order.id

    def modify(self) -> Any:
        """Change quantity and price of the resting order, as the client resends it."""
        order = self.trade.get_order(id=self.resting)
        price = float(round(self.bid * Decimal("0.81"), 2))
        return self.trade.modify_order(order, quantity=7, limit_price=price)

    def wait_for_cancel(self) -> str:
        """Ask for the status until the cancel has taken effect, at most fifty times."""
        status = ""
        for _ in range(50):
            status = self.trade.get_order(id=self.resting).status.name
            if status != "PENDING_CANCEL":
                break
            time.sleep(0.1)
        return status

    def bracket(self) -> Any:
        """Place a limit order with two exits."""
        up, down = (float(round(self.ask * Decimal(each), 2)) for each in ("1.2", "0.8"))
        legs = [
            order_utils.order_leg("PROFIT", up, time_in_force="DAY", outside_rth=False),
            order_utils.order_leg("LOSS", down, time_in_force="DAY", outside_rth=False),
        ]
        through = float(round(self.ask * Decimal("1.05"), 2))
        make = order_utils.limit_order_with_legs
        order = self.order(make, "BUY", 3, through, mark="drive-3", order_legs=legs)
        self.trade.place_order(order)
        return order

    def duplicate(self) -> int:
        """Place an order with a number that was used."""
        order = self.trade.create_order(
            self.accounts[0], self.stock, "BUY", "MKT", 1, time_in_force="DAY"
        )
        order.order_id = self.trade.get_order(id=self.resting).order_id
        return self.refused(lambda: self.trade.place_order(order))

    def reading(self) -> Steps:
        t, now = self.trade, int(time.time() * 1000)
        span = {"start_time": now - DAY_MS, "end_time": now + DAY_MS}
        return [
            ("get_orders", lambda: t.get_orders(**span), lambda a: len(a) == 5),
            (
                "get_orders:paged",
                lambda: t.get_orders(**span, limit=2, page_token=""),
                lambda a: len(a.result) == 2 and a.next_page_token,
            ),
            ("get_open_orders", t.get_open_orders, lambda a: len(a) == 2),
            ("get_cancelled_orders", lambda: t.get_cancelled_orders(**span), lambda a: len(a) == 1),
            ("get_filled_orders", lambda: t.get_filled_orders(**span), lambda a: len(a) == 2),
            (
                "get_transactions",
                lambda: t.get_transactions(symbol="AAPL"),
                lambda a: sum(each.filled_quantity for each in a) == 13,
            ),
            (
                "get_positions",
                lambda: t.get_positions(sec_type=SecurityType.ALL),
                lambda a: [each.position_qty for each in a] == [13],
            ),
        ]

    def fundamentals(self) -> Steps:
        q = self.quote
        span = {"begin_date": "2025-01-01", "end_date": "2026-01-01"}
        return [
            (
                "get_financial_report",
                lambda: q.get_financial_report(
                    ["AAPL"], Market.US, ["total_revenue"], "Annual", **span
                ),
                lambda a: len(a) == 1,
            ),
            (
                "get_corporate_dividend",
                lambda: q.get_corporate_dividend(["AAPL"], Market.US, **span),
                lambda a: len(a) == 4,
            ),
            (
                "get_corporate_earnings_calendar",
                lambda: q.get_corporate_earnings_calendar(Market.US, **span),
                lambda a: len(a) == 48,
            ),
            (
                "get_stock_fundamental",
                lambda: q.get_stock_fundamental(["AAPL"], Market.US),
                lambda a: len(a) == 1,
            ),
        ]

    def tokens(self) -> Steps:
        return [
            ("query_token", self.renew, lambda a: a),
            ("with the new token", self.trade.get_managed_accounts, lambda a: len(a) == 3),
            ("with a false token", self.with_false_token, lambda a: a == 2400),
        ]

    def renew(self) -> Any:
        """Ask for a new token and use it from now on."""
        self.config.token = self.trade.query_token()
        return self.config.token

    def with_false_token(self) -> int:
        """Call with a token that the server never gave."""
        self.config.token = "bm90IG9uZSBvZiBvdXJz"
        return self.refused(self.trade.get_managed_accounts)


def main() -> None:
    """Drive the client that the arguments and the login describe."""
    logging.disable(logging.CRITICAL)
    login = json.load(sys.stdin)
    drive = Drive(configured(sys.argv[1], sys.argv[2], login), login["accounts"])
    drive.run()
    sys.stdout.write(json.dumps(drive.report))


if __name__ == "__main__":
    main()
