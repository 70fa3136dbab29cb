from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="AccountPortfolio")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "balances",
        "positions",
    )
)
_REQUIRED: frozenset[str] = frozenset(("account",))


@_attrs_define(eq=False)
class AccountPortfolio:
    """One account with all that it holds; a part that could not be read is absent

    Attributes:
        account (Account): An account at a broker
        balances (Balances | Unset): The broker's own figures of one account; nothing is added up here
        positions (list[Position] | Unset): All positions of the account; absent when they are unknown, empty when there
            are none
    """

    account: Account
    balances: Balances | Unset = UNSET
    positions: list[Position] | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.account
        _1 = _value.to_dict() if isinstance(_value, Account) else write_value(_value)
        _object: dict[str, Any] = {
            "account": _1,
        }
        _value = self.balances
        if _value is not UNSET:
            _object["balances"] = _value.to_dict() if isinstance(_value, Balances) else write_value(_value)
        _value = self.positions
        if _value is not UNSET:
            _object["positions"] = (
                [_item.to_dict() if isinstance(_item, Position) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
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
            _model.account = src_dict["account"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account = src_dict.get("account", UNSET)
        _value = _model.account
        _model.account = Account.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("balances", UNSET)
        _model.balances = Balances.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("positions", UNSET)
        _model.positions = (
            [(Position.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.account import Account
from ..models.balances import Balances
from ..models.position import Position
