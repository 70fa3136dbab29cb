"""Runs the vendor's unmodified client, method by method, and prints what happened as JSON.

Usage: python drive_tlapi.py <base URL ending in /backend-api>

It runs in a virtual environment of its own, which has the vendor's client and nothing of ours. The
client waits a second before every request, so the whole drive takes about a minute.
"""

import inspect
import json
import logging
import sys
from collections.abc import Callable
from typing import Any

from tradelocker import TLAPI

PASSWORD = "sandbox"
SERVER = "SANDBOX"
Steps = list[tuple[str, Callable[[], Any], Callable[[Any], Any]]]


def true(answer: Any) -> bool:
    """Tell whether the client reports success."""
    return answer is True


class Drive:
    """The steps in their order, and what later ones need of earlier ones."""

    def __init__(self, environment: str) -> None:
        self.environment = environment
        self.client = TLAPI(
            environment=environment,
            username="drive@example.com",
            password=PASSWORD,
            server=SERVER,
            log_level="critical",
        )
        self.report: dict[str, dict[str, Any]] = {}
        self.btc = 0
        self.bid = self.ask = 0.0
        self.orders: dict[str, int] = {}

    def run(self) -> None:
        """Run every step; a failing one is reported and the next one still runs."""
        for steps in (
            self.login,
            self.instruments,
            self.market_data,
            self.account,
            self.working_orders,
            self.positions,
            self.farewell,
        ):
            for name, call, check in steps():
                self.step(name, call, check)

    def step(self, name: str, call: Callable[[], Any], check: Callable[[Any], Any]) -> None:
        """Run one method and note whether its answer is what it should be."""
        try:
            answer = call()
            verdict = bool(check(answer))
            row = {"ok": verdict, "answer": None if verdict else repr(answer)[:600]}
        except Exception as error:  # noqa: BLE001 - whatever the vendor raises belongs in the report
            row = {"ok": False, "answer": f"{type(error).__name__}: {error}"[:600]}
        self.report[name] = row

    def login(self) -> Steps:
        c = self.client
        return [
            ("get_base_url", c.get_base_url, lambda a: a.endswith("/backend-api")),
            ("get_access_token", c.get_access_token, lambda a: a.count(".") == 2),
            ("get_refresh_token", c.get_refresh_token, lambda a: a.count(".") == 2),
            ("refresh_access_tokens", self.refresh, lambda a: all(old != new for old, new in a)),
            ("get_all_accounts", c.get_all_accounts, lambda a: list(a["accNum"]) == [1, 4]),
            ("login:tokens", self.by_tokens, lambda a: (a.account_id, a.acc_num) == (800202, 4)),
            ("login:wrong_password", self.wrong_password, lambda a: "400" in a),
            ("get_trade_accounts", c.get_trade_accounts, lambda a: a[0]["id"] == "800101"),
            ("get_config", c.get_config, lambda a: len(a["rateLimits"]) == 18),
            (
                "get_route_rate_limit",
                lambda: c.get_route_rate_limit("PLACE_ORDER"),
                lambda a: a["limit"] == 5,
            ),
            (
                "get_price_history_rate_limit",
                c.get_price_history_rate_limit,
                lambda a: a["measure"] == "MINUTES",
            ),
            ("max_price_history_rows", c.max_price_history_rows, lambda a: a == 5000),
        ]

    def refresh(self) -> list[tuple[str, str]]:
        """Renew the tokens and return each with the one before it."""
        before = (self.client.get_access_token(), self.client.get_refresh_token())
        self.client.refresh_access_tokens()
        after = (self.client.get_access_token(), self.client.get_refresh_token())
        return list(zip(before, after, strict=True))

    def by_tokens(self) -> TLAPI:
        """Return a second client that was given tokens instead of a password."""
        return TLAPI(
            environment=self.environment,
            access_token=self.client.get_access_token(),
            refresh_token=self.client.get_refresh_token(),
            acc_num=4,
            log_level="critical",
        )

    def wrong_password(self) -> str:
        """Log in with a wrong password and return what the client makes of the refusal."""
        try:
            TLAPI(
                environment=self.environment,
                username="drive@example.com",
                password="wrong",
                server=SERVER,
                log_level="critical",
            )
        except ValueError as error:
            return str(error)
        return "logged in"

    def instruments(self) -> Steps:
        c = self.client
        return [
            ("get_all_instruments", c.get_all_instruments, lambda a: "BTCUSD" in set(a["name"])),
            ("get_instrument_id_from_symbol_name", self.find, lambda a: a == 206),
            (
                "get_instrument_id_from_symbol_id",
                lambda: c.get_instrument_id_from_symbol_id(315),
                lambda a: a == 278,
            ),
            (
                "get_symbol_name_from_instrument_id",
                lambda: c.get_symbol_name_from_instrument_id(self.btc),
                lambda a: a == "BTCUSD",
            ),
            ("get_trade_route_id", lambda: c.get_trade_route_id(self.btc), lambda a: a == "9912"),
            ("get_info_route_id", lambda: c.get_info_route_id(self.btc), lambda a: a == "452"),
            (
                "get_info_route_id:dead_route",
                lambda: c.get_info_route_id(279),
                lambda a: a == "452",
            ),
            (
                "get_instrument_details",
                lambda: c.get_instrument_details(self.btc),
                lambda a: a["lotStep"] == 0.01 and a["leverage"] == "1.00",
            ),
            (
                "get_session_details",
                lambda: c.get_session_details(1001),
                lambda a: a["blockTrading"] is False,
            ),
            (
                "get_session_status_details",
                lambda: c.get_session_status_details(21),
                lambda a: a["allowedOperations"] == [1, 1, 1],
            ),
        ]

    def find(self) -> int:
        """Find BTCUSD, which trades around the clock."""
        self.btc = self.client.get_instrument_id_from_symbol_name("BTCUSD")
        return self.btc

    def market_data(self) -> Steps:
        c = self.client
        return [
            ("get_quotes", self.quote, lambda a: 0 < a["bp"] < a["ap"]),
            (
                "get_latest_asking_price",
                lambda: c.get_latest_asking_price(self.btc),
                lambda a: a > 0,
            ),
            ("get_latest_bid_price", lambda: c.get_latest_bid_price(self.btc), lambda a: a > 0),
            ("get_market_depth", lambda: c.get_market_depth(self.btc), lambda a: len(a["asks"])),
            (
                "get_daily_bar",
                lambda: c.get_daily_bar(self.btc),
                lambda a: a["l"] <= a["o"] <= a["h"],
            ),
            (
                "get_price_history",
                lambda: c.get_price_history(self.btc, "1H", lookback_period="1D"),
                lambda a: len(a) in {24, 25} and (a["l"] <= a["h"]).all(),
            ),
            (
                "get_price_history:nothing",
                lambda: c.get_price_history(self.btc, "1D", start_timestamp=1, end_timestamp=2),
                lambda a: len(a) == 0,
            ),
        ]

    def quote(self) -> Any:
        """Read the quote and keep both prices, on the tick size."""
        answer = self.client.get_quotes(self.btc)
        self.bid, self.ask = answer["bp"], answer["ap"]
        return answer

    def account(self) -> Steps:
        return [
            (
                "get_account_state",
                self.client.get_account_state,
                lambda a: a["balance"] == a["availableFunds"] == 1_000_000,
            )
        ]

    def near(self, share: float) -> float:
        """Return a price at a share of the bid, on the tick size."""
        return round(self.bid * share)

    def create(self, name: str, **terms: Any) -> Any:
        """Place an order under a strategy id and keep its id."""
        ordered = {"instrument_id": self.btc, "quantity": 0.02, "side": "buy", **terms}
        self.orders[name] = self.client.create_order(strategy_id=f"drive-{name}", **ordered)
        return self.orders[name]

    def refused(self, **terms: Any) -> str:
        """Place an order that is refused and return the refusal."""
        try:
            return f"placed {self.create('refused', **terms)}"
        except Exception as error:  # noqa: BLE001 - the refusal is the expected result
            return str(error)

    def working_orders(self) -> Steps:
        c = self.client
        low, high = {"type_": "limit", "validity": "GTC"}, {"type_": "stop", "validity": "GTC"}
        return [
            (
                "create_order:limit",
                lambda: self.create("limit", price=self.near(0.8), **low),
                lambda a: a > 2**53,
            ),
            (
                "create_order:stop",
                lambda: self.create("stop", stop_price=self.near(1.2), **high),
                lambda a: a > 2**53,
            ),
            ("create_order:off_step", lambda: self.refused(quantity=0.123), lambda a: "lot" in a),
            ("create_order:margin", lambda: self.refused(quantity=90), lambda a: "margin" in a),
            (
                "get_all_orders",
                lambda: c.get_all_orders(history=False),
                lambda a: set(a["id"]) == {self.orders["limit"], self.orders["stop"]},
            ),
            (
                "modify_order",
                lambda: c.modify_order(
                    self.orders["limit"], {"price": str(self.near(0.81)), "qty": "0.03"}
                ),
                true,
            ),
            (
                "get_all_orders:modified",
                lambda: c.get_all_orders(history=False, instrument_id_filter=self.btc),
                lambda a: 0.03 in set(a["qty"]) and self.near(0.81) in set(a["price"]),
            ),
            ("delete_order", lambda: c.delete_order(self.orders["limit"]), true),
            (
                "delete_order:final",
                lambda: c.delete_order(self.orders["limit"]),
                lambda a: a is False,
            ),
            ("delete_all_orders", c.delete_all_orders, true),
            (
                "get_all_orders:history",
                lambda: c.get_all_orders(history=True),
                lambda a: list(a["status"]) == ["Cancelled", "Cancelled"],
            ),
            ("delete_all_orders_manual", c.delete_all_orders_manual, true),
        ]

    def positions(self) -> Steps:
        c = self.client
        levels = {"stop_loss_type": "absolute", "take_profit_type": "absolute"}
        return [
            (
                "create_order:market",
                lambda: self.create(
                    "long", stop_loss=self.near(0.9), take_profit=self.near(1.1), **levels
                ),
                lambda a: a > 2**53,
            ),
            (
                "create_order:opposite",
                lambda: self.create("short", side="sell"),
                lambda a: a > 2**53,
            ),
            ("get_all_positions", c.get_all_positions, self.hedged),
            (
                "get_all_orders:brackets",
                lambda: c.get_all_orders(history=False),
                lambda a: sorted(a["type"]) == ["limit", "stop"] and set(a["side"]) == {"sell"},
            ),
            (
                "get_position_id_from_order_id",
                lambda: c.get_position_id_from_order_id(self.orders["long"]),
                self.is_long_position,
            ),
            (
                "modify_position",
                lambda: c.modify_position(
                    self.orders["position"], {"stopLoss": self.near(0.91), "takeProfit": None}
                ),
                true,
            ),
            (
                "get_all_orders:protected",
                lambda: c.get_all_orders(history=False),
                lambda a: list(a["stopPrice"]) == [self.near(0.91)],
            ),
            (
                "close_position:part",
                lambda: c.close_position(order_id=self.orders["long"], close_quantity=0.01),
                true,
            ),
            (
                "get_all_positions:part",
                c.get_all_positions,
                lambda a: list(a["qty"]) == [0.01, 0.02],
            ),
            (
                "close_position",
                lambda: c.close_position(position_id=self.orders["position"]),
                true,
            ),
            ("close_all_positions", c.close_all_positions, true),
            ("get_all_positions:flat", c.get_all_positions, lambda a: len(a) == 0),
        ]

    def hedged(self, rows: Any) -> bool:
        """Tell whether buying and selling opened two positions, and keep the first one's id."""
        self.orders["position"] = int(rows["id"].iloc[0])
        return list(rows["side"]) == ["buy", "sell"] and list(rows["qty"]) == [0.02, 0.02]

    def is_long_position(self, position_id: Any) -> bool:
        """Tell whether an order leads to the position that it opened."""
        return int(position_id) == self.orders["position"] != self.orders["long"]

    def farewell(self) -> Steps:
        return [
            (
                "get_all_executions",
                self.client.get_all_executions,
                lambda a: len(a) == 5 and round(a["qty"].sum(), 2) == 0.08,
            ),
            ("every_public_method", self.missing, lambda a: a == []),
        ]

    def missing(self) -> list[str]:
        """Return the client's public methods that no step was named after."""
        driven = {name.partition(":")[0] for name in self.report}
        methods = inspect.getmembers(TLAPI, inspect.isfunction)
        return sorted(n for n, _ in methods if not n.startswith("_") and n not in driven)


def main() -> int:
    """Drive the client and return 0 if every method answered as it should."""
    logging.disable(logging.CRITICAL)
    drive = Drive(sys.argv[1].removesuffix("/backend-api"))
    drive.run()
    sys.stdout.write(json.dumps(drive.report, indent=2))
    return 0 if all(row["ok"] for row in drive.report.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
