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

T = TypeVar("T", bound="PlaceOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "code",
        "header",
        "order_type",
        "packet_id",
        "qty",
        "trd_side",
        "adjust_price",
        "adjust_side_and_limit",
        "amount",
        "aux_price",
        "expire_time",
        "fill_outside_rth",
        "position_id",
        "pred_side",
        "price",
        "remark",
        "sec_market",
        "session",
        "time_in_force",
        "trail_spread",
        "trail_type",
        "trail_value",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "code",
        "header",
        "order_type",
        "packet_id",
        "qty",
        "trd_side",
    )
)


@_attrs_define(eq=False)
class PlaceOrderRequest:
    """One order. Price is needed by types 1, 5, 7, 8, 9, 11, 13, aux_price by 10 to 13, trail_type and trail_value by 14
    and 15, trail_spread by 15.

        Attributes:
            code (str): Without prefix; HK 5 digits, A share 6 digits; crypto takes the pair. A prefix wins over sec_market
            header (RequestTrdHeader): Environment, account and market of a call.
            order_type (int): 0 Unknown, 1 Normal, 2 Market, 5 AbsoluteLimit, 6 Auction, 7 AuctionLimit, 8 SpecialLimit, 9
                SpecialLimit_All, 10 Stop, 11 StopLimit, 12 MarketifTouched, 13 LimitifTouched, 14 TrailingStop, 15
                TrailingStopLimit, 16 TWAP_MARKET, 17 TWAP_LIMIT, 18 VWAP_MARKET, 19 VWAP_LIMIT. 16 to 19 are not supported for
                orders.
            packet_id (PacketID): Unique for each write. Sent again within 90 seconds, the same pair gives the first answer
                instead of a second order.
            qty (Decimal): Shares or contracts, without decimals but for crypto
            trd_side (int): 0 Unknown, 1 Buy, 2 Sell, 3 SellShort, 4 BuyBack. Orders take 1 and 2; 3 stands in answers for
                US shorts, 4 is reserved.
            adjust_price (bool | Unset): Let the server move an off-tick price; needs adjust_side_and_limit
            adjust_side_and_limit (Decimal | Unset): Direction and cap of that move as a fraction: 0.015 is up by at most
                1.5 percent, -0.01 down by at most 1 percent
            amount (Decimal | Unset): Amount of money; event contracts only
            aux_price (Decimal | Unset): Trigger price of stop and if-touched orders
            expire_time (str | Unset): With time_in_force 3
            fill_outside_rth (bool | Unset): Fills before and after US hours; limit orders only
            position_id (int | Unset): Position to close (JP)
            pred_side (int | Unset): 0 Unknown, 1 Yes, 2 No.
            price (Decimal | Unset): Three decimals for securities (four below 1 USD, two for US options), nine for futures;
                the rest is cut off
            remark (str | Unset): At most 64 bytes of UTF-8; comes back in the order, the only client order id that lasts
            sec_market (int | Unset): 0 Unknown, 1 HK, 2 US, 31 CN_SH, 32 CN_SZ, 41 SG, 51 JP, 61 AU, 71 MY, 81 CA, 91 FX,
                101 CC, 111 EC. Shanghai and Shenzhen have to be told apart.
            session (int | Unset): 0 NONE, 1 RTH, 2 ETH, 3 ALL, 4 OVERNIGHT. RTH 09:30-16:00, ETH with pre- and post-market,
                ALL 24 hours, OVERNIGHT 20:00-04:00, US Eastern time.
            time_in_force (int | Unset): 0 DAY, 1 GTC, 2 IOC, 3 GTD. 1 lives 90 days at most; 3 needs expire_time; 2 only
                for crypto market orders.
            trail_spread (Decimal | Unset): Distance of the limit; with trailing stop-limit orders
            trail_type (int | Unset): 0 Unknown, 1 Ratio, 2 Amount.
            trail_value (Decimal | Unset): Trailing ratio or amount; with trailing orders
    """

    code: str
    header: RequestTrdHeader
    order_type: int
    packet_id: PacketID
    qty: Decimal
    trd_side: int
    adjust_price: bool | Unset = UNSET
    adjust_side_and_limit: Decimal | Unset = UNSET
    amount: Decimal | Unset = UNSET
    aux_price: Decimal | Unset = UNSET
    expire_time: str | Unset = UNSET
    fill_outside_rth: bool | Unset = UNSET
    position_id: int | Unset = UNSET
    pred_side: int | Unset = UNSET
    price: Decimal | Unset = UNSET
    remark: str | Unset = UNSET
    sec_market: int | Unset = UNSET
    session: int | Unset = UNSET
    time_in_force: int | Unset = UNSET
    trail_spread: Decimal | Unset = UNSET
    trail_type: int | Unset = UNSET
    trail_value: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.header
        _1 = _value.to_dict() if isinstance(_value, RequestTrdHeader) else write_value(_value)
        _value = self.packet_id
        _2 = _value.to_dict() if isinstance(_value, PacketID) else write_value(_value)
        _object: dict[str, Any] = {
            "code": self.code,
            "header": _1,
            "order_type": self.order_type,
            "packet_id": _2,
            "qty": self.qty,
            "trd_side": self.trd_side,
        }
        _value = self.adjust_price
        if _value is not UNSET:
            _object["adjust_price"] = _value
        _value = self.adjust_side_and_limit
        if _value is not UNSET:
            _object["adjust_side_and_limit"] = _value
        _value = self.amount
        if _value is not UNSET:
            _object["amount"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["aux_price"] = _value
        _value = self.expire_time
        if _value is not UNSET:
            _object["expire_time"] = _value
        _value = self.fill_outside_rth
        if _value is not UNSET:
            _object["fill_outside_rth"] = _value
        _value = self.position_id
        if _value is not UNSET:
            _object["position_id"] = _value
        _value = self.pred_side
        if _value is not UNSET:
            _object["pred_side"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.remark
        if _value is not UNSET:
            _object["remark"] = _value
        _value = self.sec_market
        if _value is not UNSET:
            _object["sec_market"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
        _value = self.trail_spread
        if _value is not UNSET:
            _object["trail_spread"] = _value
        _value = self.trail_type
        if _value is not UNSET:
            _object["trail_type"] = _value
        _value = self.trail_value
        if _value is not UNSET:
            _object["trail_value"] = _value
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
            _model.packet_id = src_dict["packet_id"]
            _model.qty = src_dict["qty"]
            _model.trd_side = src_dict["trd_side"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.code = src_dict.get("code", UNSET)
            _model.header = src_dict.get("header", UNSET)
            _model.order_type = src_dict.get("order_type", UNSET)
            _model.packet_id = src_dict.get("packet_id", UNSET)
            _model.qty = src_dict.get("qty", UNSET)
            _model.trd_side = src_dict.get("trd_side", UNSET)
        _value = _model.header
        _model.header = RequestTrdHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _value = _model.packet_id
        _model.packet_id = PacketID.from_dict(_value) if isinstance(_value, dict) else _value
        _model.adjust_price = src_dict["adjust_price"] if "adjust_price" in src_dict else UNSET
        _model.adjust_side_and_limit = (
            src_dict["adjust_side_and_limit"] if "adjust_side_and_limit" in src_dict else UNSET
        )
        _model.amount = src_dict["amount"] if "amount" in src_dict else UNSET
        _model.aux_price = src_dict["aux_price"] if "aux_price" in src_dict else UNSET
        _model.expire_time = src_dict["expire_time"] if "expire_time" in src_dict else UNSET
        _model.fill_outside_rth = src_dict["fill_outside_rth"] if "fill_outside_rth" in src_dict else UNSET
        _model.position_id = src_dict["position_id"] if "position_id" in src_dict else UNSET
        _model.pred_side = src_dict["pred_side"] if "pred_side" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.remark = src_dict["remark"] if "remark" in src_dict else UNSET
        _model.sec_market = src_dict["sec_market"] if "sec_market" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _model.trail_spread = src_dict["trail_spread"] if "trail_spread" in src_dict else UNSET
        _model.trail_type = src_dict["trail_type"] if "trail_type" in src_dict else UNSET
        _model.trail_value = src_dict["trail_value"] if "trail_value" in src_dict else UNSET
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


from ..models.packet_id import PacketID
from ..models.request_trd_header import RequestTrdHeader
