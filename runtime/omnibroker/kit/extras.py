"""The documented extras of a broker in a request: its own, and nobody else's."""

from collections.abc import Mapping
from typing import Any

from omnibroker.kit.errors import NotSent


def broker_options(fields: Mapping[str, Any], broker: str) -> Mapping[str, Any]:
    """Return `broker_options.<broker>` of an order's fields, empty where there are none.

    Those of another broker are refused (`value_not_supported`): left out, they would be lost silently.
    """
    options: Mapping[str, Mapping[str, Any]] = fields.get("broker_options") or {}
    foreign = sorted(options.keys() - {broker})
    if foreign:
        detail = f"broker_options.{foreign[0]} is for another broker; this order goes to {broker}."
        raise NotSent("value_not_supported", detail)
    return options.get(broker) or {}


def no_broker_options(fields: Mapping[str, Any], broker: str) -> None:
    """Refuse all extras (`value_not_supported`), for a broker that documents none of its own."""
    if broker_options(fields, broker):
        detail = f"{broker} has no broker_options of its own: leave broker_options out."
        raise NotSent("value_not_supported", detail)
