from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="JournalStatus")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "durable",
        "owner_epoch",
    )
)
_REQUIRED: frozenset[str] = frozenset(("durable",))


@_attrs_define(eq=False)
class JournalStatus:
    """Where orders are recorded

    Attributes:
        durable (bool): Whether what is recorded outlives the process Example: True.
        owner_epoch (int | Unset): How often a process has become the owner of this journal; absent while none has
            Example: 12.
    """

    durable: bool
    owner_epoch: int | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "durable": self.durable,
        }
        _value = self.owner_epoch
        if _value is not UNSET:
            _object["owner_epoch"] = _value
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
            _model.durable = src_dict["durable"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.durable = src_dict.get("durable", UNSET)
        _model.owner_epoch = src_dict["owner_epoch"] if "owner_epoch" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
