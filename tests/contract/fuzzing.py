"""How the contract is fuzzed: every check on, a fixed seed, and the exceptions with their reasons."""

import copy
import os
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig

from simulations import SIMULATIONS

EXAMPLES = int(os.environ.get("OMNIBROKER_FUZZ_EXAMPLES", "20"))
# No answer depends on it: a busy machine must not make one a time-out.
PATIENCE_SECONDS = 60.0
AUTHORIZED = {"Authorization": "Bearer sandbox"}
# 422: understood but refused (an instrument that nobody lists, prices that do not fit the type). The only
# exception; 403, 404 and 409 are the fuzzer's own.
EXPECTED = ["2xx", "3xx", "401", "403", "404", "409", "422", "429"]


def configured(examples: int, checks: dict[str, Any]) -> SchemathesisConfig:
    """Return the settings of a run; `checks` override single checks."""
    return SchemathesisConfig.from_dict(
        {
            "seed": 20_261_121,
            "request-timeout": PATIENCE_SECONDS,
            "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
            "checks": {
                "positive_data_acceptance": {"enabled": True, "expected-statuses": EXPECTED},
                **checks,
            },
            "phases": {"stateful": {"enabled": True}},
        }
    )


def schema_of(bundle: dict[str, Any], examples: int = EXAMPLES, **checks: Any) -> Any:
    """Return a bundle as a schema; each call names the server that it goes to."""
    return schemathesis.openapi.from_dict(bundle, config=configured(examples, checks))


# Requests that name nothing real are all answered alike: what is drawn names a broker's own.
ACCOUNTS = {broker: each.account for broker, each in SIMULATIONS.items()}
INSTRUMENTS = {
    "ibkr": ["AAPL.US", "FX:EURUSD"],
    "tiger": ["AAPL.US", "00700.HK"],
    "futu": ["AAPL.US", "00700.HK"],
    "tradelocker": ["CFD:AAPL.US", "CFD:EURUSD"],
}


def aimed(bundle: dict[str, Any], broker: str) -> dict[str, Any]:
    """Return a bundle whose requests name a simulated broker's connection, account and instruments."""
    aimed = copy.deepcopy(bundle)
    schemas, parameters = aimed["components"]["schemas"], aimed["components"]["parameters"]
    instrument = {"type": "string", "enum": [*INSTRUMENTS[broker], "ZZZZ.US"]}
    found = {
        "account_id": {"type": "string", "enum": [ACCOUNTS[broker]]},
        "connection": {"type": "string", "enum": [broker]},
        "broker": {"type": "string", "enum": [broker]},
        "instrument": instrument,
    }
    for parameter in parameters.values():
        if parameter["name"] in found:
            parameter["schema"] = found[parameter["name"]]
            parameter["example"] = parameter["schema"]["enum"][0]
    for name in ("PlaceOrderRequest", "PreviewOrderRequest"):
        schemas[name]["properties"]["instrument"] = instrument
    return aimed
