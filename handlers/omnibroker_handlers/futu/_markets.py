"""Futu's four numberings of markets, by the prefix of its codes; and what a market settles."""

# Prefix of a code (HK.00700): market of quotes.
QOT_MARKET = {
    "HK": 1,
    "US": 11,
    "SH": 21,
    "SZ": 22,
    "SG": 31,
    "JP": 41,
    "AU": 51,
    "MY": 61,
    "CA": 71,
    "FX": 81,
    "CC": 91,
    "EC": 101,
}
# Prefix: market of a security in an order.
TRD_SEC_MARKET = {
    "HK": 1,
    "US": 2,
    "SH": 31,
    "SZ": 32,
    "SG": 41,
    "JP": 51,
    "AU": 61,
    "MY": 71,
    "CA": 81,
    "FX": 91,
    "CC": 101,
    "EC": 111,
}
# Prefix: market of the header, on real and on simulated accounts. A-shares differ between the two.
TRD_MARKET_REAL = {
    "HK": 1,
    "US": 2,
    "SH": 4,
    "SZ": 4,
    "SG": 6,
    "JP": 15,
    "AU": 8,
    "MY": 111,
    "CA": 112,
}
TRD_MARKET_SIMULATED = {**TRD_MARKET_REAL, "SH": 3, "SZ": 3}
# Prefix: market of the header for futures.
FUTURES_REAL = {"HK": 5, "US": 5, "SG": 5, "JP": 5}
FUTURES_SIMULATED = {"HK": 10, "US": 11, "SG": 12, "JP": 13}
FUTURES = frozenset({5, 10, 11, 12, 13})
# Markets of money funds, which an account holds but never orders here, and their prefixes.
FUNDS = {113: "HK", 123: "US", 124: "SG", 125: "MY", 126: "JP"}
# Futu's names of the header's markets.
TRD_MARKET_NAME = {
    1: "HK",
    2: "US",
    3: "CN",
    4: "HKCC",
    5: "FUTURES",
    6: "SG",
    7: "CRYPTO",
    8: "AU",
    10: "FUTURES_SIMULATE_HK",
    11: "FUTURES_SIMULATE_US",
    12: "FUTURES_SIMULATE_SG",
    13: "FUTURES_SIMULATE_JP",
    15: "JP",
    17: "PREDICTION",
    111: "MY",
    112: "CA",
    113: "HK_FUND",
    123: "US_FUND",
    124: "SG_FUND",
    125: "MY_FUND",
    126: "JP_FUND",
}
ZONE = {
    "HK": "Asia/Hong_Kong",
    "US": "America/New_York",
    "SH": "Asia/Shanghai",
    "SZ": "Asia/Shanghai",
    "SG": "Asia/Singapore",
    "JP": "Asia/Tokyo",
    "AU": "Australia/Sydney",
    "MY": "Asia/Kuala_Lumpur",
    "CA": "America/Toronto",
}
_CURRENCY = {"US": "USD", "SH": "CNH", "SZ": "CNH", "JP": "JPY", "AU": "AUD", "MY": "MYR"}
# Hong Kong codes of counters in renminbi and in US dollars, by the exchange's plan of stock codes.
_FOREIGN_COUNTERS = ("8", "090", "091", "092", "093", "094", "0980", "0981", "0982", "0983", "0984")

PREFIX_OF_QOT_MARKET = {number: prefix for prefix, number in QOT_MARKET.items()}
_PREFIX_OF_SEC_MARKET = {number: prefix for prefix, number in TRD_SEC_MARKET.items()}
# What the header's market settles where a row does not name its security's market.
_PREFIX_OF_TRD_MARKET = {
    number: prefix for prefix, number in TRD_MARKET_REAL.items() if prefix not in {"SH", "SZ"}
} | FUNDS
_PREFIX_OF_SIMULATED_FUTURES = {number: prefix for prefix, number in FUTURES_SIMULATED.items()}
_PREFIX_OF_TRD_MARKET |= _PREFIX_OF_SIMULATED_FUTURES | {7: "CC"}


def prefix_of(sec_market: object, trd_market: object) -> str | None:
    """Return the prefix of a row's code, or None where neither of its markets settles it.

    Simulated futures have a market each, and their security's may be Hong Kong's whatever they are.
    """
    for table, number in (
        (_PREFIX_OF_SIMULATED_FUTURES, trd_market),
        (_PREFIX_OF_SEC_MARKET, sec_market),
        (_PREFIX_OF_TRD_MARKET, trd_market),
    ):
        if isinstance(number, int) and number in table:
            return table[number]
    return None


def currency_of(prefix: str, code: str) -> str | None:
    """Return the currency that a listing trades in, or None where its market has counters in several."""
    if prefix == "HK":
        return None if code.startswith(_FOREIGN_COUNTERS) else "HKD"
    return _CURRENCY.get(prefix)
