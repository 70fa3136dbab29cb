from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="Status")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "audit",
        "connections",
        "contract_version",
        "halts",
        "journal",
        "received_at",
        "unknown_writes",
        "version",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "audit",
        "connections",
        "contract_version",
        "halts",
        "journal",
        "received_at",
        "unknown_writes",
        "version",
    )
)


@_attrs_define(eq=False)
class Status:
    """The state of the gateway, of what the key may see

    Attributes:
        audit (AuditStatus): How far the audit chain reaches, and how far a checkpoint outside says so too
        connections (list[ConnectionStatus]): The connections that the key may see, by name
        contract_version (str): The `info.version` of this contract Example: 1.0.0.
        halts (list[TradingHalt]): What is halted, the widest first
        journal (JournalStatus): Where orders are recorded
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        unknown_writes (int): Writes of which it is not proven what became of them; `list_orders` shows the orders
            Example: 0.
        version (str): Version of the gateway Example: 0.1.0.
    """

    audit: AuditStatus
    connections: list[ConnectionStatus]
    contract_version: str
    halts: list[TradingHalt]
    journal: JournalStatus
    received_at: str
    unknown_writes: int
    version: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.audit
        _1 = _value.to_dict() if isinstance(_value, AuditStatus) else write_value(_value)
        _value = self.connections
        _2 = (
            [_item.to_dict() if isinstance(_item, ConnectionStatus) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _value = self.halts
        _3 = (
            [_item.to_dict() if isinstance(_item, TradingHalt) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _value = self.journal
        _4 = _value.to_dict() if isinstance(_value, JournalStatus) else write_value(_value)
        _object: dict[str, Any] = {
            "audit": _1,
            "connections": _2,
            "contract_version": self.contract_version,
            "halts": _3,
            "journal": _4,
            "received_at": self.received_at,
            "unknown_writes": self.unknown_writes,
            "version": self.version,
        }
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
            _model.audit = src_dict["audit"]
            _model.connections = src_dict["connections"]
            _model.contract_version = src_dict["contract_version"]
            _model.halts = src_dict["halts"]
            _model.journal = src_dict["journal"]
            _model.received_at = src_dict["received_at"]
            _model.unknown_writes = src_dict["unknown_writes"]
            _model.version = src_dict["version"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.audit = src_dict.get("audit", UNSET)
            _model.connections = src_dict.get("connections", UNSET)
            _model.contract_version = src_dict.get("contract_version", UNSET)
            _model.halts = src_dict.get("halts", UNSET)
            _model.journal = src_dict.get("journal", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.unknown_writes = src_dict.get("unknown_writes", UNSET)
            _model.version = src_dict.get("version", UNSET)
        _value = _model.audit
        _model.audit = AuditStatus.from_dict(_value) if isinstance(_value, dict) else _value
        _value = _model.connections
        _model.connections = (
            [(ConnectionStatus.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = _model.halts
        _model.halts = (
            [(TradingHalt.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = _model.journal
        _model.journal = JournalStatus.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.audit_status import AuditStatus
from ..models.connection_status import ConnectionStatus
from ..models.journal_status import JournalStatus
from ..models.trading_halt import TradingHalt
