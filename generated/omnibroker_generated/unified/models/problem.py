from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.problem_retry import ProblemRetry
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="Problem")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "code",
        "detail",
        "request_id",
        "retry",
        "status",
        "title",
        "type",
        "broker",
        "broker_code",
        "broker_message",
        "candidates",
        "connection",
        "errors",
        "order_id",
        "retry_after_seconds",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "code",
        "detail",
        "request_id",
        "retry",
        "status",
        "title",
        "type",
    )
)


@_attrs_define(eq=False)
class Problem:
    """RFC 9457 problem. Branch on `code` and `retry`; the texts are for people

    Attributes:
        code (str): What happened, for programs Example: rejected_by_broker.
        detail (str): What happened this time, and what to do about it Example: The broker refused the order:
            insufficient buying power. Reduce the quantity..
        request_id (str): Id of one request Example: req-7f3c2a.
        retry (ProblemRetry): What a program may do. `never`, the same request will fail again; `after`, send it again
            later; `same_id`, send it again only with the same `client_order_id` or `Idempotency-Key`, because it may have
            happened. Example: never.
        status (int): The HTTP status Example: 422.
        title (str): The code in words Example: The broker refused the order.
        type_ (str): Path of the page that explains the code Example: /problems/rejected_by_broker.
        broker (str | Unset): Short name of a broker Example: ibkr.
        broker_code (str | Unset): The broker's own code, as it came Example: o383.
        broker_message (str | Unset): The broker's own words, cleaned of secrets and never interpreted Example: No
            trading permission..
        candidates (list[str] | Unset): The canonical keys that could have been meant
        connection (str | Unset): Name that the operator gave to one credential and its session at a broker Example:
            ibkr.
        errors (list[ProblemError] | Unset): Each place of the request that does not fit
        order_id (str | Unset): The gateway's id of an order; `broker:<broker_order_id>` for an order that was placed
            elsewhere Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        retry_after_seconds (int | Unset): Seconds to wait before asking again, the same as `Retry-After` Example: 5.
    """

    code: str
    detail: str
    request_id: str
    retry: ProblemRetry
    status: int
    title: str
    type_: str
    broker: str | Unset = UNSET
    broker_code: str | Unset = UNSET
    broker_message: str | Unset = UNSET
    candidates: list[str] | Unset = UNSET
    connection: str | Unset = UNSET
    errors: list[ProblemError] | Unset = UNSET
    order_id: str | Unset = UNSET
    retry_after_seconds: int | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "code": self.code,
            "detail": self.detail,
            "request_id": self.request_id,
            "retry": self.retry,
            "status": self.status,
            "title": self.title,
            "type": self.type_,
        }
        _value = self.broker
        if _value is not UNSET:
            _object["broker"] = _value
        _value = self.broker_code
        if _value is not UNSET:
            _object["broker_code"] = _value
        _value = self.broker_message
        if _value is not UNSET:
            _object["broker_message"] = _value
        _value = self.candidates
        if _value is not UNSET:
            _object["candidates"] = _value
        _value = self.connection
        if _value is not UNSET:
            _object["connection"] = _value
        _value = self.errors
        if _value is not UNSET:
            _object["errors"] = (
                [_item.to_dict() if isinstance(_item, ProblemError) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.retry_after_seconds
        if _value is not UNSET:
            _object["retry_after_seconds"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["retry"] in (
            "after",
            "never",
            "same_id",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.code = src_dict["code"]
            _model.detail = src_dict["detail"]
            _model.request_id = src_dict["request_id"]
            _model.retry = src_dict["retry"]
            _model.status = src_dict["status"]
            _model.title = src_dict["title"]
            _model.type_ = src_dict["type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.code = src_dict.get("code", UNSET)
            _model.detail = src_dict.get("detail", UNSET)
            _model.request_id = src_dict.get("request_id", UNSET)
            _model.retry = src_dict.get("retry", UNSET)
            _model.status = src_dict.get("status", UNSET)
            _model.title = src_dict.get("title", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
        _model.broker = src_dict["broker"] if "broker" in src_dict else UNSET
        _model.broker_code = src_dict["broker_code"] if "broker_code" in src_dict else UNSET
        _model.broker_message = src_dict["broker_message"] if "broker_message" in src_dict else UNSET
        _model.candidates = src_dict["candidates"] if "candidates" in src_dict else UNSET
        _model.connection = src_dict["connection"] if "connection" in src_dict else UNSET
        _value = src_dict.get("errors", UNSET)
        _model.errors = (
            [(ProblemError.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.retry_after_seconds = src_dict["retry_after_seconds"] if "retry_after_seconds" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.problem_error import ProblemError
