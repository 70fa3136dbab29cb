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

T = TypeVar("T", bound="RequestTrdHeader")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "acc_id",
        "trd_env",
        "trd_market",
        "jp_acc_type",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "acc_id",
        "trd_env",
        "trd_market",
    )
)


@_attrs_define(eq=False)
class RequestTrdHeader:
    """Environment, account and market of a call.

    Attributes:
        acc_id (int): 0 is refused
        trd_env (int): 0 Simulate, 1 Real. An older page of the gateway prints 1 and 2 instead: following it would send
            simulated orders to a real account.
        trd_market (int): 0 Unknown, 1 HK, 2 US, 3 CN, 4 HKCC, 5 Futures, 6 SG, 7 Crypto, 8 AU, 10 Futures_Simulate_HK,
            11 Futures_Simulate_US, 12 Futures_Simulate_SG, 13 Futures_Simulate_JP, 15 JP, 17 Prediction, 111 MY, 112 CA,
            113 HK_Fund, 123 US_Fund, 124 SG_Fund, 125 MY_Fund, 126 JP_Fund. 4 is the market of real A-share orders, 3 of
            simulated ones; 10 to 13 are simulated futures, 5 real ones. An older page prints 7 for JP. Unknown numbers
            occur, 100 among them.
        jp_acc_type (int | Unset): 0 None, 1 JP_GENERAL, 2 JP_TOKUTEI, 3 JP_NISA_GENERAL, 4 JP_NISA_TSUMITATE, 5
            JP_GENERAL_SHORT, 6 JP_TOKUTEI_SHORT, 7 JP_HONPO_GENERAL, 8 JP_GAIKOKU_GENERAL, 9 JP_HONPO_TOKUTEI, 10
            JP_GAIKOKU_TOKUTEI, 11 JP_DERIVATIVE_LONG, 12 JP_DERIVATIVE_SHORT, 13 JP_HONPO_DERIVATIVE_GENERAL, 14
            JP_GAIKOKU_DERIVATIVE_GENERAL, 15 JP_HONPO_DERIVATIVE_TOKUTEI, 16 JP_GAIKOKU_DERIVATIVE_TOKUTEI.
    """

    acc_id: int
    trd_env: int
    trd_market: int
    jp_acc_type: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "acc_id": self.acc_id,
            "trd_env": self.trd_env,
            "trd_market": self.trd_market,
        }
        _value = self.jp_acc_type
        if _value is not UNSET:
            _object["jp_acc_type"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
        try:
            _model.acc_id = src_dict["acc_id"]
            _model.trd_env = src_dict["trd_env"]
            _model.trd_market = src_dict["trd_market"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.acc_id = src_dict.get("acc_id", UNSET)
            _model.trd_env = src_dict.get("trd_env", UNSET)
            _model.trd_market = src_dict.get("trd_market", UNSET)
        _model.jp_acc_type = src_dict["jp_acc_type"] if "jp_acc_type" in src_dict else UNSET
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
