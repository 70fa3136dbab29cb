"""IBKR's names of exchanges: the listing registry or market identifier they stand for, and their time zone."""

# Registry code or ISO 10383 MIC: IBKR's names. One security has one key, so each name stands once.
EXCHANGES: dict[str, frozenset[str]] = {
    "US": frozenset(
        {"NASDAQ", "NASDAQ.NMS", "NASDAQ.SCM", "NYSE", "AMEX", "ARCA", "BATS", "IEX", "PINK"}
    ),
    "HK": frozenset({"SEHK"}),
    "SG": frozenset({"SGX"}),
    "JP": frozenset({"TSEJ"}),
    "AU": frozenset({"ASX"}),
    "SH": frozenset({"SEHKNTL"}),
    "SZ": frozenset({"SEHKSZSE"}),
    "XETR": frozenset({"IBIS"}),
    "XFRA": frozenset({"FWB"}),
    "XSTU": frozenset({"SWB"}),
    "XLON": frozenset({"LSE"}),
    "XPAR": frozenset({"SBF"}),
    "XAMS": frozenset({"AEB"}),
    "XBRU": frozenset({"ENEXT.BE"}),
    "XMIL": frozenset({"BVME"}),
    "XMAD": frozenset({"BM"}),
    "XSWX": frozenset({"EBS"}),
    "XWBO": frozenset({"VSE"}),
    "XSTO": frozenset({"SFB"}),
    "XCSE": frozenset({"CPH"}),
    "XHEL": frozenset({"HEX"}),
    "XOSL": frozenset({"OSE"}),
    "XTSE": frozenset({"TSE"}),
    "XTSX": frozenset({"VENTURE"}),
    "XMEX": frozenset({"MEXI"}),
    "XNSE": frozenset({"NSE"}),
}
MARKET: dict[str, str] = {name: market for market, names in EXCHANGES.items() for name in names}

# Where the indices of a registry are computed.
INDEX_EXCHANGES: dict[str, frozenset[str]] = {
    "US": frozenset({"CBOE", "NASDAQ", "NYSE", "AMEX", "ARCA", "CME", "CBOT", "RUSSELL"}),
    "HK": frozenset({"HKFE", "SEHK"}),
    "SG": frozenset({"SGX"}),
    "JP": frozenset({"OSE.JPN", "TSEJ"}),
    "AU": frozenset({"ASX", "SNFE"}),
}
# Of the names that stand for one market alone.
INDEX_MARKET: dict[str, str] = {
    name: market for market, names in INDEX_EXCHANGES.items() for name in names
}

_ZONES: dict[str, str] = {
    "US": "America/New_York",
    "HK": "Asia/Hong_Kong",
    "SG": "Asia/Singapore",
    "JP": "Asia/Tokyo",
    "AU": "Australia/Sydney",
    "SH": "Asia/Shanghai",
    "SZ": "Asia/Shanghai",
    "XETR": "Europe/Berlin",
    "XFRA": "Europe/Berlin",
    "XSTU": "Europe/Berlin",
    "XLON": "Europe/London",
    "XPAR": "Europe/Paris",
    "XAMS": "Europe/Amsterdam",
    "XBRU": "Europe/Brussels",
    "XMIL": "Europe/Rome",
    "XMAD": "Europe/Madrid",
    "XSWX": "Europe/Zurich",
    "XWBO": "Europe/Vienna",
    "XSTO": "Europe/Stockholm",
    "XCSE": "Europe/Copenhagen",
    "XHEL": "Europe/Helsinki",
    "XOSL": "Europe/Oslo",
    "XTSE": "America/Toronto",
    "XTSX": "America/Toronto",
    "XMEX": "America/Mexico_City",
    "XNSE": "Asia/Kolkata",
}
# Derivatives exchanges and the currency venue, by IBKR's names; currencies turn their day in New York.
_OTHER_ZONES: dict[str, str] = {
    "IDEALPRO": "America/New_York",
    "CME": "America/Chicago",
    "CBOT": "America/Chicago",
    "NYMEX": "America/New_York",
    "COMEX": "America/New_York",
    "CFE": "America/Chicago",
    "CBOE": "America/New_York",
    "EUREX": "Europe/Berlin",
    "HKFE": "Asia/Hong_Kong",
    "OSE.JPN": "Asia/Tokyo",
    "SNFE": "Australia/Sydney",
}
# IANA name by IBKR's name of the exchange; one that is not here has no day that we could name.
ZONE: dict[str, str] = _OTHER_ZONES | {name: _ZONES[market] for name, market in MARKET.items()}
