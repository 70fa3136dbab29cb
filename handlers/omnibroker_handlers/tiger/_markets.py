"""Tiger's markets and exchanges of futures: the registries they stand for, and their time zones."""

# Registry of a key: Tiger's market. In China one market of Tiger's holds two registries.
MARKET = {"US": "US", "HK": "HK", "SG": "SG", "SH": "CN", "SZ": "CN"}
# The first two digits of a code say where in mainland China a share is listed.
CHINESE_REGISTRY = {"60": "SH", "68": "SH", "00": "SZ", "30": "SZ"}
# IANA name by Tiger's market.
ZONE = {
    "US": "America/New_York",
    "HK": "Asia/Hong_Kong",
    "SG": "Asia/Singapore",
    "CN": "Asia/Shanghai",
}
# Tiger's exchange of futures: the one in the key.
FUTURE_EXCHANGE = {
    "CME": "CME",
    "CBOT": "CBOT",
    "NYMEX": "NYMEX",
    "COMEX": "COMEX",
    "SGX": "SGX",
    "HKEX": "HKFE",
}
FUTURE_ZONE = {
    "CME": "America/Chicago",
    "CBOT": "America/Chicago",
    "NYMEX": "America/New_York",
    "COMEX": "America/New_York",
    "SGX": "Asia/Singapore",
    "HKFE": "Asia/Hong_Kong",
}


def registry(market: str, symbol: str) -> str | None:
    """Return the listing registry of a share, or None where it is not certain."""
    if market == "CN":
        return CHINESE_REGISTRY.get(symbol[:2]) if len(symbol) == len("600519") else None
    return market if market in MARKET else None
