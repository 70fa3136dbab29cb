from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bar_interval import BarInterval
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="BarSeries")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "adjustment",
        "bars",
        "broker",
        "connection",
        "instrument",
        "interval",
        "price_source",
        "received_at",
        "session",
        "data_quality",
        "time_zone",
        "volume_unit",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "adjustment",
        "bars",
        "broker",
        "connection",
        "instrument",
        "interval",
        "price_source",
        "received_at",
        "session",
    )
)


@_attrs_define(eq=False)
class BarSeries:
    """The bars of one instrument from one connection, and how they are made

    Attributes:
        adjustment (str): What past prices are adjusted for Example: SPLIT.
        bars (list[Bar]): The bars, oldest first
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        interval (BarInterval): Length of a bar Example: 1DAY.
        price_source (str): Which prices make the bars Example: TRADES.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        session (str): Which sessions the bars cover Example: REGULAR.
        data_quality (str | Unset): How fresh the newest bar is Example: REALTIME.
        time_zone (str | Unset): Name of a time zone in the IANA database Example: America/New_York.
        volume_unit (str | Unset): What the volume counts Example: SHARE.
    """

    adjustment: str
    bars: list[Bar]
    broker: str
    connection: str
    instrument: str
    interval: BarInterval
    price_source: str
    received_at: str
    session: str
    data_quality: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    volume_unit: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.bars
        _1 = (
            [_item.to_dict() if isinstance(_item, Bar) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "adjustment": self.adjustment,
            "bars": _1,
            "broker": self.broker,
            "connection": self.connection,
            "instrument": self.instrument,
            "interval": self.interval,
            "price_source": self.price_source,
            "received_at": self.received_at,
            "session": self.session,
        }
        _value = self.data_quality
        if _value is not UNSET:
            _object["data_quality"] = _value
        _value = self.time_zone
        if _value is not UNSET:
            _object["time_zone"] = _value
        _value = self.volume_unit
        if _value is not UNSET:
            _object["volume_unit"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["interval"] in (
            "15MIN",
            "1DAY",
            "1HOUR",
            "1MIN",
            "1MONTH",
            "1WEEK",
            "30MIN",
            "4HOUR",
            "5MIN",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.adjustment = src_dict["adjustment"]
            _model.bars = src_dict["bars"]
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.instrument = src_dict["instrument"]
            _model.interval = src_dict["interval"]
            _model.price_source = src_dict["price_source"]
            _model.received_at = src_dict["received_at"]
            _model.session = src_dict["session"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.adjustment = src_dict.get("adjustment", UNSET)
            _model.bars = src_dict.get("bars", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.interval = src_dict.get("interval", UNSET)
            _model.price_source = src_dict.get("price_source", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.session = src_dict.get("session", UNSET)
        _value = _model.bars
        _model.bars = (
            [(Bar.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.data_quality = src_dict["data_quality"] if "data_quality" in src_dict else UNSET
        _model.time_zone = src_dict["time_zone"] if "time_zone" in src_dict else UNSET
        _model.volume_unit = src_dict["volume_unit"] if "volume_unit" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.bar import Bar
