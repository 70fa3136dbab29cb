"""Instruments in groups: one question to the broker for each, one failure for all that are in it."""

from collections.abc import Callable, Mapping

from omnibroker.kit.errors import GatewayError
from omnibroker.kit.instruments import Resolved

# Instruments by the name of their group.
Groups = Mapping[str, list[Resolved]]


def grouped(found: list[Resolved], name_of: Callable[[Resolved], str]) -> dict[str, list[Resolved]]:
    """Return instruments by the name that `name_of` gives their group, in the order found."""
    groups: dict[str, list[Resolved]] = {}
    for each in found:
        groups.setdefault(name_of(each), []).append(each)
    return groups


def failures(groups: Groups, failed: Mapping[str, GatewayError]) -> dict[str, GatewayError]:
    """Return {instrument key: error} for each instrument of the groups that failed."""
    return {each.key: error for name, error in failed.items() for each in groups[name]}
