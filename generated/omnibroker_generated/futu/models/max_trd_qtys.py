from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="MaxTrdQtys")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "long_required_im",
        "max_buy_back",
        "max_cash_and_margin_buy",
        "max_cash_buy",
        "max_position_sell",
        "max_sell_short",
        "session",
        "short_required_im",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class MaxTrdQtys:
    """Own funds, margin and short sales apart.

    Attributes:
        long_required_im (Decimal | None | Unset): Initial margin to open one long contract (futures/options)
        max_buy_back (Decimal | None | Unset): Max quantity to buy back to close a short
        max_cash_and_margin_buy (Decimal | None | Unset): Max buy with cash and margin
        max_cash_buy (Decimal | Unset): Max buy with own cash, whole lots (0 for futures)
        max_position_sell (Decimal | Unset): Max sell of own position
        max_sell_short (Decimal | None | Unset): Max short sell, long position not included
        session (int | None | Unset): US session the figures are for
        short_required_im (Decimal | None | Unset): Initial margin to open one short contract (futures/options)
    """

    long_required_im: Decimal | None | Unset = UNSET
    max_buy_back: Decimal | None | Unset = UNSET
    max_cash_and_margin_buy: Decimal | None | Unset = UNSET
    max_cash_buy: Decimal | Unset = UNSET
    max_position_sell: Decimal | Unset = UNSET
    max_sell_short: Decimal | None | Unset = UNSET
    session: int | None | Unset = UNSET
    short_required_im: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.long_required_im
        if _value is not UNSET:
            _object["long_required_im"] = _value
        _value = self.max_buy_back
        if _value is not UNSET:
            _object["max_buy_back"] = _value
        _value = self.max_cash_and_margin_buy
        if _value is not UNSET:
            _object["max_cash_and_margin_buy"] = _value
        _value = self.max_cash_buy
        if _value is not UNSET:
            _object["max_cash_buy"] = _value
        _value = self.max_position_sell
        if _value is not UNSET:
            _object["max_position_sell"] = _value
        _value = self.max_sell_short
        if _value is not UNSET:
            _object["max_sell_short"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.short_required_im
        if _value is not UNSET:
            _object["short_required_im"] = _value
        if self._extra or self._source:
            for _key, _value in self.additional_properties.items():
                _object.setdefault(_key, write_value(_value))
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.long_required_im = src_dict["long_required_im"] if "long_required_im" in src_dict else UNSET
        _model.max_buy_back = src_dict["max_buy_back"] if "max_buy_back" in src_dict else UNSET
        _model.max_cash_and_margin_buy = (
            src_dict["max_cash_and_margin_buy"] if "max_cash_and_margin_buy" in src_dict else UNSET
        )
        _model.max_cash_buy = src_dict["max_cash_buy"] if "max_cash_buy" in src_dict else UNSET
        _model.max_position_sell = src_dict["max_position_sell"] if "max_position_sell" in src_dict else UNSET
        _model.max_sell_short = src_dict["max_sell_short"] if "max_sell_short" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.short_required_im = src_dict["short_required_im"] if "short_required_im" in src_dict else UNSET
        _model._extra = None
        _model._source = src_dict
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Properties that the document does not name, picked out of the answer when they are first asked for"""
        if self._extra is None:
            self._extra = {_key: _value for _key, _value in (self._source or {}).items() if _key not in _KNOWN}
        return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
