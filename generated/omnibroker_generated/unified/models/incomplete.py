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

T = TypeVar("T", bound="Incomplete")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "problem",
        "account_id",
        "instrument",
        "part",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "problem",
    )
)


@_attrs_define(eq=False)
class Incomplete:
    """A source whose rows are missing from this answer. What is missing is unknown; it must never be read as empty.

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        problem (Problem): RFC 9457 problem. Branch on `code` and `retry`; the texts are for people
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's own account id
            Example: ibkr:DU1234567.
        instrument (str | Unset): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key
            exists. A form that is not canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        part (str | Unset): The part of the source that is missing, by the broker's own word: one market, or one of the
            lists that the rows come from; absent when the whole source is missing, or an instrument Example: HK.
    """

    broker: str
    connection: str
    problem: Problem
    account_id: str | Unset = UNSET
    instrument: str | Unset = UNSET
    part: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.problem
        _1 = _value.to_dict() if isinstance(_value, Problem) else write_value(_value)
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "problem": _1,
        }
        _value = self.account_id
        if _value is not UNSET:
            _object["account_id"] = _value
        _value = self.instrument
        if _value is not UNSET:
            _object["instrument"] = _value
        _value = self.part
        if _value is not UNSET:
            _object["part"] = _value
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
            _model.problem = src_dict["problem"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.problem = src_dict.get("problem", UNSET)
        _value = _model.problem
        _model.problem = Problem.from_dict(_value) if isinstance(_value, dict) else _value
        _model.account_id = src_dict["account_id"] if "account_id" in src_dict else UNSET
        _model.instrument = src_dict["instrument"] if "instrument" in src_dict else UNSET
        _model.part = src_dict["part"] if "part" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.problem import Problem
