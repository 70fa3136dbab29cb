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

T = TypeVar("T", bound="AuditRecord")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "key_name",
        "kind",
        "number",
        "operation",
        "recorded_at",
        "seal",
        "account_id",
        "client_order_id",
        "detail",
        "idempotency_key",
        "key_id",
        "order_id",
        "outcome",
        "payload",
        "request_id",
        "scope",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "key_name",
        "kind",
        "number",
        "operation",
        "recorded_at",
        "seal",
    )
)


@_attrs_define(eq=False)
class AuditRecord:
    """One record of the chain. An intent says what was asked for, its outcome what became of it; both have the same ids

    Attributes:
        key_name (str): Name of the secret that the record is sealed with Example: 5d0c1be2f7a4.
        kind (str): `INTENT`, before anything is sent; `OUTCOME`, what is proven after it; `ADMIN`, done by the gateway
            itself Example: INTENT.
        number (int): Place in the chain, without gaps Example: 4711.
        operation (str): Name of an operation of this API, its `operationId` Example: place_order.
        recorded_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        seal (str): Seal over this record and the one before it, HMAC-SHA-256 Example:
            9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's own account id
            Example: ibkr:DU1234567.
        client_order_id (str | Unset): The caller's id of a placement Example: rebalance-2026-03-02-007.
        detail (str | Unset): More about it, for people Example: insufficient buying power.
        idempotency_key (str | Unset): The caller's id of another write Example: a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        key_id (str | Unset): Who did it, by the id of the key Example: 3f9a1c77d2e0.
        order_id (str | Unset): The order, by the gateway's id Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        outcome (str | Unset): What is proven Example: ACCEPTED.
        payload (AuditRecordPayload | Unset): The body as it was asked for, with anything that looks like a secret
            starred
        request_id (str | Unset): Id of the request Example: req-7f3c2a.
        scope (str | Unset): What a write is about that is about no account, such as a connection Example: ibkr.
    """

    key_name: str
    kind: str
    number: int
    operation: str
    recorded_at: str
    seal: str
    account_id: str | Unset = UNSET
    client_order_id: str | Unset = UNSET
    detail: str | Unset = UNSET
    idempotency_key: str | Unset = UNSET
    key_id: str | Unset = UNSET
    order_id: str | Unset = UNSET
    outcome: str | Unset = UNSET
    payload: AuditRecordPayload | Unset = UNSET
    request_id: str | Unset = UNSET
    scope: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "key_name": self.key_name,
            "kind": self.kind,
            "number": self.number,
            "operation": self.operation,
            "recorded_at": self.recorded_at,
            "seal": self.seal,
        }
        _value = self.account_id
        if _value is not UNSET:
            _object["account_id"] = _value
        _value = self.client_order_id
        if _value is not UNSET:
            _object["client_order_id"] = _value
        _value = self.detail
        if _value is not UNSET:
            _object["detail"] = _value
        _value = self.idempotency_key
        if _value is not UNSET:
            _object["idempotency_key"] = _value
        _value = self.key_id
        if _value is not UNSET:
            _object["key_id"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.outcome
        if _value is not UNSET:
            _object["outcome"] = _value
        _value = self.payload
        if _value is not UNSET:
            _object["payload"] = _value.to_dict() if isinstance(_value, AuditRecordPayload) else write_value(_value)
        _value = self.request_id
        if _value is not UNSET:
            _object["request_id"] = _value
        _value = self.scope
        if _value is not UNSET:
            _object["scope"] = _value
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
            _model.key_name = src_dict["key_name"]
            _model.kind = src_dict["kind"]
            _model.number = src_dict["number"]
            _model.operation = src_dict["operation"]
            _model.recorded_at = src_dict["recorded_at"]
            _model.seal = src_dict["seal"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.key_name = src_dict.get("key_name", UNSET)
            _model.kind = src_dict.get("kind", UNSET)
            _model.number = src_dict.get("number", UNSET)
            _model.operation = src_dict.get("operation", UNSET)
            _model.recorded_at = src_dict.get("recorded_at", UNSET)
            _model.seal = src_dict.get("seal", UNSET)
        _model.account_id = src_dict["account_id"] if "account_id" in src_dict else UNSET
        _model.client_order_id = src_dict["client_order_id"] if "client_order_id" in src_dict else UNSET
        _model.detail = src_dict["detail"] if "detail" in src_dict else UNSET
        _model.idempotency_key = src_dict["idempotency_key"] if "idempotency_key" in src_dict else UNSET
        _model.key_id = src_dict["key_id"] if "key_id" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.outcome = src_dict["outcome"] if "outcome" in src_dict else UNSET
        _value = src_dict.get("payload", UNSET)
        _model.payload = AuditRecordPayload.from_dict(_value) if isinstance(_value, dict) else _value
        _model.request_id = src_dict["request_id"] if "request_id" in src_dict else UNSET
        _model.scope = src_dict["scope"] if "scope" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.audit_record_payload import AuditRecordPayload
