"""The request that every variant answers: one order preview, the same bytes for all."""

import json

ACCOUNT = "DU1234567"
KEY = "ob_bench_0123456789abcdef0123456789abcdef"  # a key of the benchmark only
TARGET = f"/v1/accounts/ibkr:{ACCOUNT}/orders/preview"
WHATIF = f"/v1/api/iserver/account/{ACCOUNT}/orders/whatif"

ORDER: dict[str, str] = {
    "instrument": "AAPL.US",
    "side": "BUY",
    "type": "LIMIT",
    "quantity": "10",
    "limit_price": "190.50",
    "time_in_force": "DAY",
    "session": "REGULAR",
    "position_effect": "AUTO",
}
BODY = json.dumps(ORDER, separators=(",", ":"))

# What the mapped answer must hold; the fake broker says "1,905.00 USD (10 Shares)" and so on.
EXPECTED = {"amount": 1905, "commission": 1, "total": 1906}
