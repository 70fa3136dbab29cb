"""The brokers of the product, in the order of the matrix's columns: name and title."""

# The one list of them: configuration, contract and specs are compared with it by tests.
TITLES = {
    "tiger": "Tiger Brokers",
    "futu": "Futu",
    "ibkr": "Interactive Brokers",
    "tradelocker": "TradeLocker",
}
