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

T = TypeVar("T", bound="WarrantSnapshotExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "break_even_point",
        "conversion_price",
        "conversion_rate",
        "delta",
        "end_trade_time",
        "end_trade_timestamp",
        "implied_volatility",
        "in_line_price_status",
        "ipop",
        "issue_volumn",
        "issuer_code",
        "leverage",
        "lower_strike_price",
        "maturity_time",
        "maturity_timestamp",
        "owner",
        "premium",
        "price_recovery_ratio",
        "recovery_price",
        "score",
        "street_rate",
        "street_volumn",
        "strike_price",
        "upper_strike_price",
        "warrant_type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class WarrantSnapshotExData:
    """
    Attributes:
        break_even_point (Decimal | None | Unset): Break-even price
        conversion_price (Decimal | None | Unset):
        conversion_rate (Decimal | Unset): Conversion ratio
        delta (Decimal | Unset):
        end_trade_time (str | Unset): Last trading day text
        end_trade_timestamp (Decimal | None | Unset): Last trading day, epoch seconds
        implied_volatility (Decimal | Unset): Implied volatility, percent
        in_line_price_status (int | None | Unset): In/out of range (inline warrants)
        ipop (Decimal | None | Unset): In/out of the money, percent, positive is in
        issue_volumn (int | Unset): Issued volume
        issuer_code (None | str | Unset):
        leverage (Decimal | None | Unset): Gearing
        lower_strike_price (Decimal | None | Unset): Lower strike (inline warrants)
        maturity_time (str | Unset): Maturity date text
        maturity_timestamp (Decimal | None | Unset): Maturity, epoch seconds
        owner (Security | Unset): A code without prefix, and its quote market.
        premium (Decimal | Unset): Premium, percent
        price_recovery_ratio (Decimal | None | Unset): Distance of the underlying to the call price, percent
        recovery_price (Decimal | Unset): Call price (bull/bear)
        score (Decimal | None | Unset):
        street_rate (Decimal | Unset): Street rate, percent
        street_volumn (int | Unset): Street volume
        strike_price (Decimal | Unset):
        upper_strike_price (Decimal | None | Unset): Upper strike (inline warrants)
        warrant_type (int | Unset): 0 Unknown, 1 Buy, 2 Sell, 3 Bull, 4 Bear, 5 InLine.
    """

    break_even_point: Decimal | None | Unset = UNSET
    conversion_price: Decimal | None | Unset = UNSET
    conversion_rate: Decimal | Unset = UNSET
    delta: Decimal | Unset = UNSET
    end_trade_time: str | Unset = UNSET
    end_trade_timestamp: Decimal | None | Unset = UNSET
    implied_volatility: Decimal | Unset = UNSET
    in_line_price_status: int | None | Unset = UNSET
    ipop: Decimal | None | Unset = UNSET
    issue_volumn: int | Unset = UNSET
    issuer_code: None | str | Unset = UNSET
    leverage: Decimal | None | Unset = UNSET
    lower_strike_price: Decimal | None | Unset = UNSET
    maturity_time: str | Unset = UNSET
    maturity_timestamp: Decimal | None | Unset = UNSET
    owner: Security | Unset = UNSET
    premium: Decimal | Unset = UNSET
    price_recovery_ratio: Decimal | None | Unset = UNSET
    recovery_price: Decimal | Unset = UNSET
    score: Decimal | None | Unset = UNSET
    street_rate: Decimal | Unset = UNSET
    street_volumn: int | Unset = UNSET
    strike_price: Decimal | Unset = UNSET
    upper_strike_price: Decimal | None | Unset = UNSET
    warrant_type: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.break_even_point
        if _value is not UNSET:
            _object["break_even_point"] = _value
        _value = self.conversion_price
        if _value is not UNSET:
            _object["conversion_price"] = _value
        _value = self.conversion_rate
        if _value is not UNSET:
            _object["conversion_rate"] = _value
        _value = self.delta
        if _value is not UNSET:
            _object["delta"] = _value
        _value = self.end_trade_time
        if _value is not UNSET:
            _object["end_trade_time"] = _value
        _value = self.end_trade_timestamp
        if _value is not UNSET:
            _object["end_trade_timestamp"] = _value
        _value = self.implied_volatility
        if _value is not UNSET:
            _object["implied_volatility"] = _value
        _value = self.in_line_price_status
        if _value is not UNSET:
            _object["in_line_price_status"] = _value
        _value = self.ipop
        if _value is not UNSET:
            _object["ipop"] = _value
        _value = self.issue_volumn
        if _value is not UNSET:
            _object["issue_volumn"] = _value
        _value = self.issuer_code
        if _value is not UNSET:
            _object["issuer_code"] = _value
        _value = self.leverage
        if _value is not UNSET:
            _object["leverage"] = _value
        _value = self.lower_strike_price
        if _value is not UNSET:
            _object["lower_strike_price"] = _value
        _value = self.maturity_time
        if _value is not UNSET:
            _object["maturity_time"] = _value
        _value = self.maturity_timestamp
        if _value is not UNSET:
            _object["maturity_timestamp"] = _value
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.premium
        if _value is not UNSET:
            _object["premium"] = _value
        _value = self.price_recovery_ratio
        if _value is not UNSET:
            _object["price_recovery_ratio"] = _value
        _value = self.recovery_price
        if _value is not UNSET:
            _object["recovery_price"] = _value
        _value = self.score
        if _value is not UNSET:
            _object["score"] = _value
        _value = self.street_rate
        if _value is not UNSET:
            _object["street_rate"] = _value
        _value = self.street_volumn
        if _value is not UNSET:
            _object["street_volumn"] = _value
        _value = self.strike_price
        if _value is not UNSET:
            _object["strike_price"] = _value
        _value = self.upper_strike_price
        if _value is not UNSET:
            _object["upper_strike_price"] = _value
        _value = self.warrant_type
        if _value is not UNSET:
            _object["warrant_type"] = _value
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
        _model.break_even_point = src_dict["break_even_point"] if "break_even_point" in src_dict else UNSET
        _model.conversion_price = src_dict["conversion_price"] if "conversion_price" in src_dict else UNSET
        _model.conversion_rate = src_dict["conversion_rate"] if "conversion_rate" in src_dict else UNSET
        _model.delta = src_dict["delta"] if "delta" in src_dict else UNSET
        _model.end_trade_time = src_dict["end_trade_time"] if "end_trade_time" in src_dict else UNSET
        _model.end_trade_timestamp = src_dict["end_trade_timestamp"] if "end_trade_timestamp" in src_dict else UNSET
        _model.implied_volatility = src_dict["implied_volatility"] if "implied_volatility" in src_dict else UNSET
        _model.in_line_price_status = src_dict["in_line_price_status"] if "in_line_price_status" in src_dict else UNSET
        _model.ipop = src_dict["ipop"] if "ipop" in src_dict else UNSET
        _model.issue_volumn = src_dict["issue_volumn"] if "issue_volumn" in src_dict else UNSET
        _model.issuer_code = src_dict["issuer_code"] if "issuer_code" in src_dict else UNSET
        _model.leverage = src_dict["leverage"] if "leverage" in src_dict else UNSET
        _model.lower_strike_price = src_dict["lower_strike_price"] if "lower_strike_price" in src_dict else UNSET
        _model.maturity_time = src_dict["maturity_time"] if "maturity_time" in src_dict else UNSET
        _model.maturity_timestamp = src_dict["maturity_timestamp"] if "maturity_timestamp" in src_dict else UNSET
        _value = src_dict.get("owner", UNSET)
        _model.owner = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.premium = src_dict["premium"] if "premium" in src_dict else UNSET
        _model.price_recovery_ratio = src_dict["price_recovery_ratio"] if "price_recovery_ratio" in src_dict else UNSET
        _model.recovery_price = src_dict["recovery_price"] if "recovery_price" in src_dict else UNSET
        _model.score = src_dict["score"] if "score" in src_dict else UNSET
        _model.street_rate = src_dict["street_rate"] if "street_rate" in src_dict else UNSET
        _model.street_volumn = src_dict["street_volumn"] if "street_volumn" in src_dict else UNSET
        _model.strike_price = src_dict["strike_price"] if "strike_price" in src_dict else UNSET
        _model.upper_strike_price = src_dict["upper_strike_price"] if "upper_strike_price" in src_dict else UNSET
        _model.warrant_type = src_dict["warrant_type"] if "warrant_type" in src_dict else UNSET
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


from ..models.security import Security
