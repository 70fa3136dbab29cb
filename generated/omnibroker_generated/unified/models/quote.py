from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Quote")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "data_quality",
        "instrument",
        "received_at",
        "as_of",
        "ask",
        "ask_size",
        "bid",
        "bid_size",
        "broker_instrument_id",
        "broker_symbol",
        "change",
        "change_percent",
        "close",
        "currency",
        "halted",
        "high",
        "last",
        "last_size",
        "low",
        "mark",
        "open",
        "prior_close",
        "source",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "data_quality",
        "instrument",
        "received_at",
    )
)


@_attrs_define(eq=False)
class Quote:
    """Prices of an instrument at one moment; what the broker does not send is absent

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        data_quality (str): How fresh the prices are Example: REALTIME.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        as_of (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        ask (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        ask_size (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        bid (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        bid_size (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        broker_instrument_id (str | Unset): The broker's own id of the instrument Example: 265598.
        broker_symbol (str | Unset): How the broker writes the instrument Example: AAPL.
        change (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        change_percent (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent
            Example: -1.25.
        close (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        halted (bool | Unset): Whether trading is halted, where the broker says so Example: False.
        high (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        last (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        last_size (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        low (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        mark (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        open_ (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        prior_close (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        source (str | Unset): Where the prices come from, in the broker's words Example: NASDAQ.
        volume (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
    """

    broker: str
    connection: str
    data_quality: str
    instrument: str
    received_at: str
    as_of: str | Unset = UNSET
    ask: str | Unset = UNSET
    ask_size: str | Unset = UNSET
    bid: str | Unset = UNSET
    bid_size: str | Unset = UNSET
    broker_instrument_id: str | Unset = UNSET
    broker_symbol: str | Unset = UNSET
    change: str | Unset = UNSET
    change_percent: str | Unset = UNSET
    close: str | Unset = UNSET
    currency: str | Unset = UNSET
    halted: bool | Unset = UNSET
    high: str | Unset = UNSET
    last: str | Unset = UNSET
    last_size: str | Unset = UNSET
    low: str | Unset = UNSET
    mark: str | Unset = UNSET
    open_: str | Unset = UNSET
    prior_close: str | Unset = UNSET
    source: str | Unset = UNSET
    volume: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "data_quality": self.data_quality,
            "instrument": self.instrument,
            "received_at": self.received_at,
        }
        _value = self.as_of
        if _value is not UNSET:
            _object["as_of"] = _value
        _value = self.ask
        if _value is not UNSET:
            _object["ask"] = _value
        _value = self.ask_size
        if _value is not UNSET:
            _object["ask_size"] = _value
        _value = self.bid
        if _value is not UNSET:
            _object["bid"] = _value
        _value = self.bid_size
        if _value is not UNSET:
            _object["bid_size"] = _value
        _value = self.broker_instrument_id
        if _value is not UNSET:
            _object["broker_instrument_id"] = _value
        _value = self.broker_symbol
        if _value is not UNSET:
            _object["broker_symbol"] = _value
        _value = self.change
        if _value is not UNSET:
            _object["change"] = _value
        _value = self.change_percent
        if _value is not UNSET:
            _object["change_percent"] = _value
        _value = self.close
        if _value is not UNSET:
            _object["close"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.halted
        if _value is not UNSET:
            _object["halted"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.last
        if _value is not UNSET:
            _object["last"] = _value
        _value = self.last_size
        if _value is not UNSET:
            _object["last_size"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.mark
        if _value is not UNSET:
            _object["mark"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.prior_close
        if _value is not UNSET:
            _object["prior_close"] = _value
        _value = self.source
        if _value is not UNSET:
            _object["source"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
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
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.data_quality = src_dict["data_quality"]
            _model.instrument = src_dict["instrument"]
            _model.received_at = src_dict["received_at"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.data_quality = src_dict.get("data_quality", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
        _model.as_of = src_dict["as_of"] if "as_of" in src_dict else UNSET
        _model.ask = src_dict["ask"] if "ask" in src_dict else UNSET
        _model.ask_size = src_dict["ask_size"] if "ask_size" in src_dict else UNSET
        _model.bid = src_dict["bid"] if "bid" in src_dict else UNSET
        _model.bid_size = src_dict["bid_size"] if "bid_size" in src_dict else UNSET
        _model.broker_instrument_id = src_dict["broker_instrument_id"] if "broker_instrument_id" in src_dict else UNSET
        _model.broker_symbol = src_dict["broker_symbol"] if "broker_symbol" in src_dict else UNSET
        _model.change = src_dict["change"] if "change" in src_dict else UNSET
        _model.change_percent = src_dict["change_percent"] if "change_percent" in src_dict else UNSET
        _model.close = src_dict["close"] if "close" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.halted = src_dict["halted"] if "halted" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.last = src_dict["last"] if "last" in src_dict else UNSET
        _model.last_size = src_dict["last_size"] if "last_size" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.mark = src_dict["mark"] if "mark" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.prior_close = src_dict["prior_close"] if "prior_close" in src_dict else UNSET
        _model.source = src_dict["source"] if "source" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
