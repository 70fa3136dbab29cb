from typing import Literal

InstrumentType = Literal[
    "BOND", "CFD", "CRYPTO", "ETF", "FUND", "FUTURE", "FUTURE_OPTION", "FX", "INDEX", "OPTION", "STOCK", "WARRANT"
]

INSTRUMENT_TYPE_VALUES: set[InstrumentType] = {
    "BOND",
    "CFD",
    "CRYPTO",
    "ETF",
    "FUND",
    "FUTURE",
    "FUTURE_OPTION",
    "FX",
    "INDEX",
    "OPTION",
    "STOCK",
    "WARRANT",
}


def check_instrument_type(value: str) -> InstrumentType:
    if value in INSTRUMENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INSTRUMENT_TYPE_VALUES!r}")
