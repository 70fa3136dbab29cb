"""How the contract is fuzzed: every check on, a fixed seed, and the exceptions with their reasons."""

import os
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig

EXAMPLES = int(os.environ.get("OMNIBROKER_FUZZ_EXAMPLES", "20"))
AUTHORIZED = {"Authorization": "Bearer sandbox"}
# 422: understood but refused (an instrument that nobody lists, prices that do not fit the type). The only
# exception; 403, 404 and 409 are the fuzzer's own.
EXPECTED = ["2xx", "3xx", "401", "403", "404", "409", "422", "429"]


def configured(examples: int, checks: dict[str, Any]) -> SchemathesisConfig:
    """Return the settings of a run; `checks` override single checks."""
    return SchemathesisConfig.from_dict(
        {
            "seed": 20_261_121,
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
