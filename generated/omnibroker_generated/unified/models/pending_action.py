from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="PendingAction")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "kind",
        "outcome",
        "since",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "kind",
        "outcome",
        "since",
    )
)


@_attrs_define(eq=False)
class PendingAction:
    """A change that was sent and of which it is not proven whether it happened

    Attributes:
        kind (str): What was asked for Example: CANCEL.
        outcome (str): What is known of it Example: UNKNOWN.
        since (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
    """

    kind: str
    outcome: str
    since: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "kind": self.kind,
            "outcome": self.outcome,
            "since": self.since,
        }
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.kind = src_dict["kind"]
            _model.outcome = src_dict["outcome"]
            _model.since = src_dict["since"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.kind = src_dict.get("kind", UNSET)
            _model.outcome = src_dict.get("outcome", UNSET)
            _model.since = src_dict.get("since", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
