from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.market_state import MarketState
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="MarketStatus")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "instrument",
        "received_at",
        "sessions",
        "status",
        "closes_at",
        "market",
        "opens_at",
        "time_zone",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "instrument",
        "received_at",
        "sessions",
        "status",
    )
)


@_attrs_define(eq=False)
class MarketStatus:
    """Whether an instrument can be traded now, and when next

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        sessions (list[TradingHours]): The hours that are known, earliest first
        status (MarketState): `OPEN`, the regular session; `PRE` and `POST`, extended hours before and after it;
            `OVERNIGHT`, the overnight session; `CLOSED`, none; `UNKNOWN`, the broker's hours do not tell. Example: OPEN.
        closes_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        market (str | Unset): Listing registry, market identifier or venue that the hours belong to Example: US.
        opens_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        time_zone (str | Unset): Name of a time zone in the IANA database Example: America/New_York.
    """

    broker: str
    connection: str
    instrument: str
    received_at: str
    sessions: list[TradingHours]
    status: MarketState
    closes_at: str | Unset = UNSET
    market: str | Unset = UNSET
    opens_at: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.sessions
        _1 = (
            [_item.to_dict() if isinstance(_item, TradingHours) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "instrument": self.instrument,
            "received_at": self.received_at,
            "sessions": _1,
            "status": self.status,
        }
        _value = self.closes_at
        if _value is not UNSET:
            _object["closes_at"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.opens_at
        if _value is not UNSET:
            _object["opens_at"] = _value
        _value = self.time_zone
        if _value is not UNSET:
            _object["time_zone"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["status"] in (
            "CLOSED",
            "OPEN",
            "OVERNIGHT",
            "POST",
            "PRE",
            "UNKNOWN",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.instrument = src_dict["instrument"]
            _model.received_at = src_dict["received_at"]
            _model.sessions = src_dict["sessions"]
            _model.status = src_dict["status"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.sessions = src_dict.get("sessions", UNSET)
            _model.status = src_dict.get("status", UNSET)
        _value = _model.sessions
        _model.sessions = (
            [(TradingHours.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.closes_at = src_dict["closes_at"] if "closes_at" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.opens_at = src_dict["opens_at"] if "opens_at" in src_dict else UNSET
        _model.time_zone = src_dict["time_zone"] if "time_zone" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.trading_hours import TradingHours
