"""What differs between the brokers in a schedule: quantities, where faults strike, what a send looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from simulations import SIMULATIONS

# What a fault may be aimed at: (method, path) by the spec of each broker; "" is any method.
Target = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """One broker. `market_key` is the ticket's instrument in the simulated market.

    Quantities: `step` makes each order's quantity unlike any other's of its house.
    `is_place(method, path, body)` knows a new order on the wire, outside of every envelope.
    `troubles` are what may happen to the login, `cures` what ends them all.
    """

    account: str
    market_key: str
    ticket: dict[str, str]
    market_life: str
    small: Decimal
    part: Decimal
    big: Decimal
    step: Decimal
    targets: dict[str, Target]
    is_place: Callable[[str, str, bytes], bool]
    troubles: tuple[str, ...] = ()
    cures: tuple[str, ...] = ()


_OF_SHARES = {
    "market_key": "AAPL.US",
    "market_life": "DAY",
    "small": Decimal(10),
    "part": Decimal(3000),
    "big": Decimal(6000),
    "step": Decimal(1),
}


def _posts(path: str, end: str) -> bool:
    return path.endswith(end)


FACTS = {
    "ibkr": Facts(
        account=SIMULATIONS["ibkr"].account,
        ticket=SIMULATIONS["ibkr"].ticket,
        **_OF_SHARES,
        targets={
            "place": ("POST", "/iserver/account/*/orders"),
            "modify": ("POST", "/iserver/account/*/order/*"),
            "cancel": ("DELETE", "/iserver/account/*/order/*"),
            "reply": ("POST", "/iserver/reply/*"),
            "order": ("GET", "/iserver/account/order/status/*"),
            "orders": ("GET", "/iserver/account/orders"),
        },
        is_place=lambda method, path, _body: method == "POST" and _posts(path, "/orders"),
        troubles=("expire", "steal", "logout"),
        cures=("release", "login"),
    ),
    "tiger": Facts(
        account=SIMULATIONS["tiger"].account,
        ticket=SIMULATIONS["tiger"].ticket,
        **_OF_SHARES,
        targets={
            "place": ("POST", "/place_order"),
            "modify": ("POST", "/modify_order"),
            "cancel": ("POST", "/cancel_order"),
            "number": ("POST", "/order_no"),
            "order": ("POST", "/orders"),
            "orders": ("POST", "/active_orders"),
        },
        is_place=lambda _method, _path, body: b'"place_order"' in body,
        troubles=("steal",),
        cures=("release",),
    ),
    "futu": Facts(
        account=SIMULATIONS["futu"].account,
        ticket=SIMULATIONS["futu"].ticket,
        **_OF_SHARES,
        targets={
            "place": ("POST", "/api/order"),
            "modify": ("POST", "/api/modify-order"),
            "cancel": ("POST", "/api/modify-order"),
            "order": ("POST", "/api/orders"),
            "orders": ("POST", "/api/*orders"),
        },
        is_place=lambda method, path, _body: method == "POST" and _posts(path, "/api/order"),
        troubles=("lock", "restart", "logout"),
        cures=("release", "login"),
    ),
    "tradelocker": Facts(
        account=SIMULATIONS["tradelocker"].account,
        market_key="CRYPTO:BTC-USD",
        ticket=SIMULATIONS["tradelocker"].ticket,
        market_life="IOC",
        small=Decimal("0.10"),
        part=Decimal(3),
        big=Decimal(90),
        step=Decimal("0.01"),
        targets={
            "place": ("POST", "/trade/accounts/*/orders"),
            "modify": ("PATCH", "/trade/orders/*"),
            "cancel": ("DELETE", "/trade/orders/*"),
            "order": ("GET", "/trade/accounts/*/orders"),
            "orders": ("GET", "/trade/accounts/*/ordersHistory"),
        },
        is_place=lambda method, path, _body: method == "POST" and _posts(path, "/orders"),
        troubles=("expire", "close_only"),
        cures=("release",),
    ),
}
BROKERS = tuple(FACTS)
