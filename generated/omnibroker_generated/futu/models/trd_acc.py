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

T = TypeVar("T", bound="TrdAcc")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "acc_id",
        "acc_label",
        "acc_role",
        "acc_status",
        "acc_type",
        "card_num",
        "competition_acc_name",
        "jp_acc_type",
        "security_firm",
        "sim_acc_type",
        "trd_env",
        "trd_market_auth_list",
        "uni_card_num",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class TrdAcc:
    """One business account, simulated or real. Newer gateways add derived keys.

    Attributes:
        acc_id (Any | Unset): Integer, or from gateway 1.4.108 the same digits as text; real ids have 18 digits, more
            than a double holds.
        acc_label (None | str | Unset): Derived by newer gateways: crypto, paper_trade, equity_incentive, ipo_route
        acc_role (int | None | Unset):
        acc_status (int | None | Unset):
        acc_type (int | None | Unset):
        card_num (None | str | Unset): Account card number shown in the app
        competition_acc_name (None | str | Unset): Contest account name
        jp_acc_type (list[int] | Unset):
        security_firm (int | None | Unset): Broker entity
        sim_acc_type (int | None | Unset): Kind of simulated account
        trd_env (int | Unset): 0 Simulate, 1 Real. An older page of the gateway prints 1 and 2 instead: following it
            would send simulated orders to a real account.
        trd_market_auth_list (list[int] | Unset): Markets the account may trade: TrdMarket, not the markets of quotes
        uni_card_num (None | str | Unset): Universal account card number
    """

    acc_id: Any | Unset = UNSET
    acc_label: None | str | Unset = UNSET
    acc_role: int | None | Unset = UNSET
    acc_status: int | None | Unset = UNSET
    acc_type: int | None | Unset = UNSET
    card_num: None | str | Unset = UNSET
    competition_acc_name: None | str | Unset = UNSET
    jp_acc_type: list[int] | Unset = UNSET
    security_firm: int | None | Unset = UNSET
    sim_acc_type: int | None | Unset = UNSET
    trd_env: int | Unset = UNSET
    trd_market_auth_list: list[int] | Unset = UNSET
    uni_card_num: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.acc_id
        if _value is not UNSET:
            _object["acc_id"] = write_value(_value)
        _value = self.acc_label
        if _value is not UNSET:
            _object["acc_label"] = _value
        _value = self.acc_role
        if _value is not UNSET:
            _object["acc_role"] = _value
        _value = self.acc_status
        if _value is not UNSET:
            _object["acc_status"] = _value
        _value = self.acc_type
        if _value is not UNSET:
            _object["acc_type"] = _value
        _value = self.card_num
        if _value is not UNSET:
            _object["card_num"] = _value
        _value = self.competition_acc_name
        if _value is not UNSET:
            _object["competition_acc_name"] = _value
        _value = self.jp_acc_type
        if _value is not UNSET:
            _object["jp_acc_type"] = _value
        _value = self.security_firm
        if _value is not UNSET:
            _object["security_firm"] = _value
        _value = self.sim_acc_type
        if _value is not UNSET:
            _object["sim_acc_type"] = _value
        _value = self.trd_env
        if _value is not UNSET:
            _object["trd_env"] = _value
        _value = self.trd_market_auth_list
        if _value is not UNSET:
            _object["trd_market_auth_list"] = _value
        _value = self.uni_card_num
        if _value is not UNSET:
            _object["uni_card_num"] = _value
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
        _model.acc_id = src_dict["acc_id"] if "acc_id" in src_dict else UNSET
        _model.acc_label = src_dict["acc_label"] if "acc_label" in src_dict else UNSET
        _model.acc_role = src_dict["acc_role"] if "acc_role" in src_dict else UNSET
        _model.acc_status = src_dict["acc_status"] if "acc_status" in src_dict else UNSET
        _model.acc_type = src_dict["acc_type"] if "acc_type" in src_dict else UNSET
        _model.card_num = src_dict["card_num"] if "card_num" in src_dict else UNSET
        _model.competition_acc_name = src_dict["competition_acc_name"] if "competition_acc_name" in src_dict else UNSET
        _model.jp_acc_type = src_dict["jp_acc_type"] if "jp_acc_type" in src_dict else UNSET
        _model.security_firm = src_dict["security_firm"] if "security_firm" in src_dict else UNSET
        _model.sim_acc_type = src_dict["sim_acc_type"] if "sim_acc_type" in src_dict else UNSET
        _model.trd_env = src_dict["trd_env"] if "trd_env" in src_dict else UNSET
        _model.trd_market_auth_list = src_dict["trd_market_auth_list"] if "trd_market_auth_list" in src_dict else UNSET
        _model.uni_card_num = src_dict["uni_card_num"] if "uni_card_num" in src_dict else UNSET
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
