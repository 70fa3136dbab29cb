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

T = TypeVar("T", bound="WarrantRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "ascend",
        "begin",
        "num",
        "sort_field",
        "conversion_max",
        "conversion_min",
        "cur_price_max",
        "cur_price_min",
        "delta_max",
        "delta_min",
        "header",
        "implied_max",
        "implied_min",
        "ipo_period",
        "issuer_list",
        "leverage_ratio_max",
        "leverage_ratio_min",
        "maturity_time_max",
        "maturity_time_min",
        "owner",
        "premium_max",
        "premium_min",
        "price_recovery_ratio_max",
        "price_recovery_ratio_min",
        "price_type",
        "recovery_price_max",
        "recovery_price_min",
        "status",
        "street_max",
        "street_min",
        "strike_price_max",
        "strike_price_min",
        "type_list",
        "vol_max",
        "vol_min",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "ascend",
        "begin",
        "num",
        "sort_field",
    )
)


@_attrs_define(eq=False)
class WarrantRequest:
    """
    Attributes:
        ascend (bool):
        begin (int): Offset of the first row
        num (int): Rows wanted
        sort_field (int): 0 Unknow, 1 Code, 2 CurPrice, 3 PriceChangeVal, 4 ChangeRate, 5 Status, 6 BidPrice, 7
            AskPrice, 8 BidVol, 9 AskVol, 10 Volume, 11 Turnover, 12 Score, 13 Premium, 14 EffectiveLeverage, 15 Delta, 16
            ImpliedVolatility, 17 Type, 18 StrikePrice, 19 BreakEvenPoint, 20 MaturityTime, 21 ListTime, 22 LastTradeTime,
            23 Leverage, 24 InOutMoney, 25 RecoveryPrice, 26 ChangePrice, 27 Change, 28 StreetRate, 29 StreetVol, 30
            Amplitude, 31 WarrantName, 32 Issuer, 33 LotSize, 34 IssueSize, 35 PreCurPrice, 36 AfterCurPrice, 37
            PrePriceChangeVal, 38 AfterPriceChangeVal, 39 PreChangeRate, 40 AfterChangeRate, 41 PreAmplitude, 42
            AfterAmplitude, 43 PreTurnover, 44 AfterTurnover, 45 UpperStrikePrice, 46 LowerStrikePrice, 47
            InLinePriceStatus, 48 LastSettlePrice, 49 Position, 50 PositionChange, 51 MarketCap, 52 Valuation, 53
            ForwardValuation, 54 HistoricalPercentile, 61 HolderQuantity, 62 ShareChangeNum, 63 HoldingDate, 64
            HolderPctChange, 65 HolderChangeAmount, 66 HolderPct.
        conversion_max (Decimal | Unset): Conversion ratio, upper bound
        conversion_min (Decimal | Unset): Conversion ratio, lower bound
        cur_price_max (Decimal | Unset): Last price, upper bound
        cur_price_min (Decimal | Unset): Last price, lower bound
        delta_max (Decimal | Unset): Delta, upper bound
        delta_min (Decimal | Unset): Delta, lower bound
        header (QotHeader | Unset):
        implied_max (Decimal | Unset): Implied volatility, upper bound
        implied_min (Decimal | Unset): Implied volatility, lower bound
        ipo_period (int | Unset): 0 Unknow, 1 Today, 2 Tomorrow, 3 Nextweek, 4 Lastweek, 5 Lastmonth.
        issuer_list (list[int] | Unset): Issuers to keep
        leverage_ratio_max (Decimal | Unset): Gearing, upper bound
        leverage_ratio_min (Decimal | Unset): Gearing, lower bound
        maturity_time_max (str | Unset):
        maturity_time_min (str | Unset):
        owner (RequestSecurity | Unset): A security as a request names it.
        premium_max (Decimal | Unset): Premium percent, upper bound
        premium_min (Decimal | Unset): Premium percent, lower bound
        price_recovery_ratio_max (Decimal | Unset): Distance to call price, percent, upper bound
        price_recovery_ratio_min (Decimal | Unset): Distance to call price, percent, lower bound
        price_type (int | Unset): 0 Unknow, 1 Outside, 2 WithIn.
        recovery_price_max (Decimal | Unset): Call price, upper bound
        recovery_price_min (Decimal | Unset): Call price, lower bound
        status (int | Unset): 0 Unknow, 1 Normal, 2 Suspend, 3 StopTrade, 4 PendingListing.
        street_max (Decimal | Unset): Street rate, upper bound
        street_min (Decimal | Unset): Street rate, lower bound
        strike_price_max (Decimal | Unset): Strike, upper bound
        strike_price_min (Decimal | Unset): Strike, lower bound
        type_list (list[int] | Unset): Warrant kinds to keep
        vol_max (int | Unset): Volume, upper bound
        vol_min (int | Unset): Volume, lower bound
    """

    ascend: bool
    begin: int
    num: int
    sort_field: int
    conversion_max: Decimal | Unset = UNSET
    conversion_min: Decimal | Unset = UNSET
    cur_price_max: Decimal | Unset = UNSET
    cur_price_min: Decimal | Unset = UNSET
    delta_max: Decimal | Unset = UNSET
    delta_min: Decimal | Unset = UNSET
    header: QotHeader | Unset = UNSET
    implied_max: Decimal | Unset = UNSET
    implied_min: Decimal | Unset = UNSET
    ipo_period: int | Unset = UNSET
    issuer_list: list[int] | Unset = UNSET
    leverage_ratio_max: Decimal | Unset = UNSET
    leverage_ratio_min: Decimal | Unset = UNSET
    maturity_time_max: str | Unset = UNSET
    maturity_time_min: str | Unset = UNSET
    owner: RequestSecurity | Unset = UNSET
    premium_max: Decimal | Unset = UNSET
    premium_min: Decimal | Unset = UNSET
    price_recovery_ratio_max: Decimal | Unset = UNSET
    price_recovery_ratio_min: Decimal | Unset = UNSET
    price_type: int | Unset = UNSET
    recovery_price_max: Decimal | Unset = UNSET
    recovery_price_min: Decimal | Unset = UNSET
    status: int | Unset = UNSET
    street_max: Decimal | Unset = UNSET
    street_min: Decimal | Unset = UNSET
    strike_price_max: Decimal | Unset = UNSET
    strike_price_min: Decimal | Unset = UNSET
    type_list: list[int] | Unset = UNSET
    vol_max: int | Unset = UNSET
    vol_min: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "ascend": self.ascend,
            "begin": self.begin,
            "num": self.num,
            "sort_field": self.sort_field,
        }
        _value = self.conversion_max
        if _value is not UNSET:
            _object["conversion_max"] = _value
        _value = self.conversion_min
        if _value is not UNSET:
            _object["conversion_min"] = _value
        _value = self.cur_price_max
        if _value is not UNSET:
            _object["cur_price_max"] = _value
        _value = self.cur_price_min
        if _value is not UNSET:
            _object["cur_price_min"] = _value
        _value = self.delta_max
        if _value is not UNSET:
            _object["delta_max"] = _value
        _value = self.delta_min
        if _value is not UNSET:
            _object["delta_min"] = _value
        _value = self.header
        if _value is not UNSET:
            _object["header"] = _value.to_dict() if isinstance(_value, QotHeader) else write_value(_value)
        _value = self.implied_max
        if _value is not UNSET:
            _object["implied_max"] = _value
        _value = self.implied_min
        if _value is not UNSET:
            _object["implied_min"] = _value
        _value = self.ipo_period
        if _value is not UNSET:
            _object["ipo_period"] = _value
        _value = self.issuer_list
        if _value is not UNSET:
            _object["issuer_list"] = _value
        _value = self.leverage_ratio_max
        if _value is not UNSET:
            _object["leverage_ratio_max"] = _value
        _value = self.leverage_ratio_min
        if _value is not UNSET:
            _object["leverage_ratio_min"] = _value
        _value = self.maturity_time_max
        if _value is not UNSET:
            _object["maturity_time_max"] = _value
        _value = self.maturity_time_min
        if _value is not UNSET:
            _object["maturity_time_min"] = _value
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = _value.to_dict() if isinstance(_value, RequestSecurity) else write_value(_value)
        _value = self.premium_max
        if _value is not UNSET:
            _object["premium_max"] = _value
        _value = self.premium_min
        if _value is not UNSET:
            _object["premium_min"] = _value
        _value = self.price_recovery_ratio_max
        if _value is not UNSET:
            _object["price_recovery_ratio_max"] = _value
        _value = self.price_recovery_ratio_min
        if _value is not UNSET:
            _object["price_recovery_ratio_min"] = _value
        _value = self.price_type
        if _value is not UNSET:
            _object["price_type"] = _value
        _value = self.recovery_price_max
        if _value is not UNSET:
            _object["recovery_price_max"] = _value
        _value = self.recovery_price_min
        if _value is not UNSET:
            _object["recovery_price_min"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.street_max
        if _value is not UNSET:
            _object["street_max"] = _value
        _value = self.street_min
        if _value is not UNSET:
            _object["street_min"] = _value
        _value = self.strike_price_max
        if _value is not UNSET:
            _object["strike_price_max"] = _value
        _value = self.strike_price_min
        if _value is not UNSET:
            _object["strike_price_min"] = _value
        _value = self.type_list
        if _value is not UNSET:
            _object["type_list"] = _value
        _value = self.vol_max
        if _value is not UNSET:
            _object["vol_max"] = _value
        _value = self.vol_min
        if _value is not UNSET:
            _object["vol_min"] = _value
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
            _model.ascend = src_dict["ascend"]
            _model.begin = src_dict["begin"]
            _model.num = src_dict["num"]
            _model.sort_field = src_dict["sort_field"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.ascend = src_dict.get("ascend", UNSET)
            _model.begin = src_dict.get("begin", UNSET)
            _model.num = src_dict.get("num", UNSET)
            _model.sort_field = src_dict.get("sort_field", UNSET)
        _model.conversion_max = src_dict["conversion_max"] if "conversion_max" in src_dict else UNSET
        _model.conversion_min = src_dict["conversion_min"] if "conversion_min" in src_dict else UNSET
        _model.cur_price_max = src_dict["cur_price_max"] if "cur_price_max" in src_dict else UNSET
        _model.cur_price_min = src_dict["cur_price_min"] if "cur_price_min" in src_dict else UNSET
        _model.delta_max = src_dict["delta_max"] if "delta_max" in src_dict else UNSET
        _model.delta_min = src_dict["delta_min"] if "delta_min" in src_dict else UNSET
        _value = src_dict.get("header", UNSET)
        _model.header = QotHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _model.implied_max = src_dict["implied_max"] if "implied_max" in src_dict else UNSET
        _model.implied_min = src_dict["implied_min"] if "implied_min" in src_dict else UNSET
        _model.ipo_period = src_dict["ipo_period"] if "ipo_period" in src_dict else UNSET
        _model.issuer_list = src_dict["issuer_list"] if "issuer_list" in src_dict else UNSET
        _model.leverage_ratio_max = src_dict["leverage_ratio_max"] if "leverage_ratio_max" in src_dict else UNSET
        _model.leverage_ratio_min = src_dict["leverage_ratio_min"] if "leverage_ratio_min" in src_dict else UNSET
        _model.maturity_time_max = src_dict["maturity_time_max"] if "maturity_time_max" in src_dict else UNSET
        _model.maturity_time_min = src_dict["maturity_time_min"] if "maturity_time_min" in src_dict else UNSET
        _value = src_dict.get("owner", UNSET)
        _model.owner = RequestSecurity.from_dict(_value) if isinstance(_value, dict) else _value
        _model.premium_max = src_dict["premium_max"] if "premium_max" in src_dict else UNSET
        _model.premium_min = src_dict["premium_min"] if "premium_min" in src_dict else UNSET
        _model.price_recovery_ratio_max = (
            src_dict["price_recovery_ratio_max"] if "price_recovery_ratio_max" in src_dict else UNSET
        )
        _model.price_recovery_ratio_min = (
            src_dict["price_recovery_ratio_min"] if "price_recovery_ratio_min" in src_dict else UNSET
        )
        _model.price_type = src_dict["price_type"] if "price_type" in src_dict else UNSET
        _model.recovery_price_max = src_dict["recovery_price_max"] if "recovery_price_max" in src_dict else UNSET
        _model.recovery_price_min = src_dict["recovery_price_min"] if "recovery_price_min" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.street_max = src_dict["street_max"] if "street_max" in src_dict else UNSET
        _model.street_min = src_dict["street_min"] if "street_min" in src_dict else UNSET
        _model.strike_price_max = src_dict["strike_price_max"] if "strike_price_max" in src_dict else UNSET
        _model.strike_price_min = src_dict["strike_price_min"] if "strike_price_min" in src_dict else UNSET
        _model.type_list = src_dict["type_list"] if "type_list" in src_dict else UNSET
        _model.vol_max = src_dict["vol_max"] if "vol_max" in src_dict else UNSET
        _model.vol_min = src_dict["vol_min"] if "vol_min" in src_dict else UNSET
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


from ..models.qot_header import QotHeader
from ..models.request_security import RequestSecurity
