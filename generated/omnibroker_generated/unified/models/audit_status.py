from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="AuditStatus")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "records",
        "checkpoint_at",
        "checkpoint_record",
    )
)
_REQUIRED: frozenset[str] = frozenset(("records",))


@_attrs_define(eq=False)
class AuditStatus:
    """How far the audit chain reaches, and how far a checkpoint outside says so too

    Attributes:
        records (int): Number of the last record Example: 4711.
        checkpoint_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        checkpoint_record (int | Unset): Number of the last record that this process has made a checkpoint of Example:
            4700.
    """

    records: int
    checkpoint_at: str | Unset = UNSET
    checkpoint_record: int | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "records": self.records,
        }
        _value = self.checkpoint_at
        if _value is not UNSET:
            _object["checkpoint_at"] = _value
        _value = self.checkpoint_record
        if _value is not UNSET:
            _object["checkpoint_record"] = _value
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
            _model.records = src_dict["records"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.records = src_dict.get("records", UNSET)
        _model.checkpoint_at = src_dict["checkpoint_at"] if "checkpoint_at" in src_dict else UNSET
        _model.checkpoint_record = src_dict["checkpoint_record"] if "checkpoint_record" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
