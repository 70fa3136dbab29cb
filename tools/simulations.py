"""What a client must know of each simulated broker: its accounts, what an order there has to say, its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Simulation:
    """One simulated broker, as `login()` of its sandbox opens it.

    `account` holds paper money and is what orders are sent to; `neighbour` is another account of the same
    login, `ghost` one that nobody has. `ticket`: the words in which an order differs by broker; its instrument
    trades far above 100. `quantity` is an ordinary one of it, `adjustment` one that its bars can be asked with.
    """

    account: str
    neighbour: str
    ghost: str
    ticket: dict[str, str]
    quantity: str
    adjustment: str


_SHARES = {"instrument": "AAPL.US", "time_in_force": "DAY", "position_effect": "AUTO"}

SIMULATIONS = {
    "ibkr": Simulation(
        account="ibkr:DU1234567",
        neighbour="ibkr:DU7654321",
        ghost="ibkr:DU9999999",
        ticket=_SHARES,
        quantity="10",
        adjustment="SPLIT",
    ),
    "tiger": Simulation(
        account="tiger:20240830213609658",
        neighbour="tiger:67686635",
        ghost="tiger:99999999999999999",
        ticket=_SHARES,
        quantity="10",
        adjustment="NONE",
    ),
    "futu": Simulation(
        account="futu:1007002",
        neighbour="futu:1007001",
        ghost="futu:9999999",
        ticket=_SHARES,
        quantity="10",
        adjustment="FORWARD",
    ),
    "tradelocker": Simulation(
        account="tradelocker:800101",
        neighbour="tradelocker:800202",
        ghost="tradelocker:999999",
        ticket={
            "instrument": "CFD:BTCUSD",
            "quantity_unit": "LOT",
            "time_in_force": "GTC",
            "position_effect": "OPEN",
        },
        quantity="0.1",
        adjustment="NONE",
    ),
}
