from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.halt_scope import HaltScope
from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="HaltRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "reason",
        "scope",
        "name",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "reason",
        "scope",
    )
)


@_attrs_define(eq=False)
class HaltRequest:
    """What is to be halted or resumed, and why

    Attributes:
        reason (str): Why, for those who find it later; it stands in the audit records Example: Strategy 7 doubles its
            orders.
        scope (HaltScope): `gateway`, everything; `broker`, every connection to one broker; `connection`, one login;
            `account`, one account Example: account.
        name (str | Unset): The broker, connection or account by its name or id; absent for the whole gateway Example:
            ibkr:DU1234567.
    """

    reason: str
    scope: HaltScope
    name: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "reason": self.reason,
            "scope": self.scope,
        }
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["scope"] in (
            "account",
            "broker",
            "connection",
            "gateway",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.reason = src_dict["reason"]
            _model.scope = src_dict["scope"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.reason = src_dict.get("reason", UNSET)
            _model.scope = src_dict.get("scope", UNSET)
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
