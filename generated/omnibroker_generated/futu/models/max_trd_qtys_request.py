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

T = TypeVar("T", bound="MaxTrdQtysRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "code",
        "header",
        "order_type",
        "price",
        "adjust_price",
        "adjust_side_and_limit",
        "order_id",
        "order_id_ex",
        "position_id",
        "sec_market",
        "session",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "code",
        "header",
        "order_type",
        "price",
    )
)


@_attrs_define(eq=False)
class MaxTrdQtysRequest:
    """
    Attributes:
        code (str): Without prefix; HK 5 digits, A share 6 digits
        header (RequestTrdHeader): Environment, account and market of a call.
        order_type (int): 0 Unknown, 1 Normal, 2 Market, 5 AbsoluteLimit, 6 Auction, 7 AuctionLimit, 8 SpecialLimit, 9
            SpecialLimit_All, 10 Stop, 11 StopLimit, 12 MarketifTouched, 13 LimitifTouched, 14 TrailingStop, 15
            TrailingStopLimit, 16 TWAP_MARKET, 17 TWAP_LIMIT, 18 VWAP_MARKET, 19 VWAP_LIMIT. 16 to 19 are not supported for
            orders.
        price (Decimal): A current price also for market and auction types
        adjust_price (bool | Unset): Let the server move an off-tick price; needs adjust_side_and_limit
        adjust_side_and_limit (Decimal | Unset): Direction and cap of that move as a fraction: 0.015 is up by at most
            1.5 percent, -0.01 down by at most 1 percent
        order_id (int | Unset): Order to be changed, whose own quantity is added
        order_id_ex (str | Unset): The server's order id, in place of order_id
        position_id (int | Unset):
        sec_market (int | Unset): 0 Unknown, 1 HK, 2 US, 31 CN_SH, 32 CN_SZ, 41 SG, 51 JP, 61 AU, 71 MY, 81 CA, 91 FX,
            101 CC, 111 EC. Shanghai and Shenzhen have to be told apart.
        session (int | Unset): 0 NONE, 1 RTH, 2 ETH, 3 ALL, 4 OVERNIGHT. RTH 09:30-16:00, ETH with pre- and post-market,
            ALL 24 hours, OVERNIGHT 20:00-04:00, US Eastern time.
    """

    code: str
    header: RequestTrdHeader
    order_type: int
    price: Decimal
    adjust_price: bool | Unset = UNSET
    adjust_side_and_limit: Decimal | Unset = UNSET
    order_id: int | Unset = UNSET
    order_id_ex: str | Unset = UNSET
    position_id: int | Unset = UNSET
    sec_market: int | Unset = UNSET
    session: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.header
        _1 = _value.to_dict() if isinstance(_value, RequestTrdHeader) else write_value(_value)
        _object: dict[str, Any] = {
            "code": self.code,
            "header": _1,
            "order_type": self.order_type,
            "price": self.price,
        }
        _value = self.adjust_price
        if _value is not UNSET:
            _object["adjust_price"] = _value
        _value = self.adjust_side_and_limit
        if _value is not UNSET:
            _object["adjust_side_and_limit"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_id_ex
        if _value is not UNSET:
            _object["order_id_ex"] = _value
        _value = self.position_id
        if _value is not UNSET:
            _object["position_id"] = _value
        _value = self.sec_market
        if _value is not UNSET:
            _object["sec_market"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
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
            _model.code = src_dict["code"]
            _model.header = src_dict["header"]
            _model.order_type = src_dict["order_type"]
            _model.price = src_dict["price"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.code = src_dict.get("code", UNSET)
            _model.header = src_dict.get("header", UNSET)
            _model.order_type = src_dict.get("order_type", UNSET)
            _model.price = src_dict.get("price", UNSET)
        _value = _model.header
        _model.header = RequestTrdHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _model.adjust_price = src_dict["adjust_price"] if "adjust_price" in src_dict else UNSET
        _model.adjust_side_and_limit = (
            src_dict["adjust_side_and_limit"] if "adjust_side_and_limit" in src_dict else UNSET
        )
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_id_ex = src_dict["order_id_ex"] if "order_id_ex" in src_dict else UNSET
        _model.position_id = src_dict["position_id"] if "position_id" in src_dict else UNSET
        _model.sec_market = src_dict["sec_market"] if "sec_market" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
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


from ..models.request_trd_header import RequestTrdHeader
