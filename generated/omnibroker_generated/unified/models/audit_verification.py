from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="AuditVerification")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "anchored",
        "checkpoints",
        "intact",
        "received_at",
        "records",
        "unanchored",
        "first_bad",
        "reason",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "anchored",
        "checkpoints",
        "intact",
        "received_at",
        "records",
        "unanchored",
    )
)


@_attrs_define(eq=False)
class AuditVerification:
    """What a verification of the whole chain found

    Attributes:
        anchored (int): Number of the last record that a checkpoint outside has seen Example: 4700.
        checkpoints (int): Checkpoints that were compared Example: 312.
        intact (bool): Whether nothing is wrong Example: True.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        records (int): Records that hold, up to the first bad one Example: 4711.
        unanchored (int): Records after that one; a cut among them would not show Example: 11.
        first_bad (int | Unset): Number of the first record that does not hold Example: 1204.
        reason (str | Unset): What is wrong with it Example: its seal does not fit: it was changed.
    """

    anchored: int
    checkpoints: int
    intact: bool
    received_at: str
    records: int
    unanchored: int
    first_bad: int | Unset = UNSET
    reason: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "anchored": self.anchored,
            "checkpoints": self.checkpoints,
            "intact": self.intact,
            "received_at": self.received_at,
            "records": self.records,
            "unanchored": self.unanchored,
        }
        _value = self.first_bad
        if _value is not UNSET:
            _object["first_bad"] = _value
        _value = self.reason
        if _value is not UNSET:
            _object["reason"] = _value
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
            _model.anchored = src_dict["anchored"]
            _model.checkpoints = src_dict["checkpoints"]
            _model.intact = src_dict["intact"]
            _model.received_at = src_dict["received_at"]
            _model.records = src_dict["records"]
            _model.unanchored = src_dict["unanchored"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.anchored = src_dict.get("anchored", UNSET)
            _model.checkpoints = src_dict.get("checkpoints", UNSET)
            _model.intact = src_dict.get("intact", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.records = src_dict.get("records", UNSET)
            _model.unanchored = src_dict.get("unanchored", UNSET)
        _model.first_bad = src_dict["first_bad"] if "first_bad" in src_dict else UNSET
        _model.reason = src_dict["reason"] if "reason" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
