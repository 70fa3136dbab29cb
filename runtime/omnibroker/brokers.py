"""The brokers of the product, in the order of the matrix's columns: name and title."""

# The one list of them: configuration, contract and specs are compared with it by tests.
TITLES = {
    "tiger": "Tiger Brokers",
    "futu": "Futu",
    "ibkr": "Interactive Brokers",
    "tradelocker": "TradeLocker",
}

# An instrument that each broker lists and that is known to everybody, for trying a login out.
KNOWN_INSTRUMENTS = {
    "tiger": "AAPL.US",
    "futu": "00700.HK",
    "ibkr": "AAPL.US",
    "tradelocker": "CFD:EURUSD",
}
