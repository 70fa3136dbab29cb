"""The tables of a gateway's database; migrations/ brings older databases to this shape."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()

# SQLite counts by itself only in a plain INTEGER key.
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NAME = sa.String(256)


class _Words(sa.TypeDecorator[str]):
    """Text of a broker's or a person's making, without what PostgreSQL's text cannot hold."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Any) -> str | None:
        """Replace NUL and halves of surrogate pairs."""
        if value is None:
            return None
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


# RFC 3339 in UTC with milliseconds: sorts as text.
_INSTANT = sa.String(32)

# One row for each write: what was asked, and what is proven of it.
writes = sa.Table(
    "writes",
    metadata,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("account_id", _NAME, nullable=False),
    sa.Column("namespace", sa.String(32), nullable=False),
    sa.Column("key", _NAME, nullable=False),
    sa.Column("operation_id", sa.String(64), nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("order_id", _NAME, nullable=False),
    sa.Column("created_at", _INSTANT, nullable=False),
    sa.Column("key_id", sa.String(64), nullable=False),
    sa.Column("request_id", sa.String(64), nullable=False),
    sa.Column("payload", sa.Text),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("detail", _Words, nullable=False),
    sa.Column("reply", sa.Text),
    sa.Column("settled_at", _INSTANT),
    sa.Column("version", _NUMBER, nullable=False),
    sa.UniqueConstraint("account_id", "namespace", "key", name="uq_writes_key"),
    sa.Index("ix_writes_state", "state"),
    sa.Index("ix_writes_order", "account_id", "order_id"),
)

# One row for each time that bytes of a write were about to leave.
attempts = sa.Table(
    "attempts",
    metadata,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("write_id", _NUMBER, sa.ForeignKey("writes.id"), nullable=False, index=True),
    sa.Column("attempted_at", _INSTANT, nullable=False),
    sa.Column("owner_epoch", _NUMBER, nullable=False),
    sa.Column("session_epoch", _NUMBER, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("not_sent", sa.Boolean, nullable=False),
)

# One row for each order, as it is proven now.
orders = sa.Table(
    "orders",
    metadata,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("account_id", _NAME, nullable=False),
    sa.Column("order_id", _NAME, nullable=False),
    sa.Column("client_order_id", _NAME),
    sa.Column("broker_order_id", _NAME),
    sa.Column("is_open", sa.Boolean, nullable=False),
    sa.Column("version", _NUMBER, nullable=False),
    sa.Column("updated_at", _INSTANT, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("rest", sa.Text, nullable=False),
    sa.UniqueConstraint("account_id", "order_id", name="uq_orders_id"),
    sa.UniqueConstraint("account_id", "client_order_id", name="uq_orders_client"),
    sa.Index("ix_orders_broker", "account_id", "broker_order_id"),
    sa.Index("ix_orders_open", "is_open", "updated_at"),
)

# One row for each state that an order was seen in.
events = sa.Table(
    "events",
    metadata,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("account_id", _NAME, nullable=False),
    sa.Column("order_id", _NAME, nullable=False),
    sa.Column("seen_at", _INSTANT, nullable=False),
    sa.Column("status", _Words, nullable=False),
    sa.Column("filled_quantity", _Words, nullable=False),
    sa.Column("detail", _Words, nullable=False),
    sa.Index("ix_events_order", "account_id", "order_id"),
)

# One row for each order and change that was admitted: what windows and daily sums are counted from.
admissions = sa.Table(
    "admissions",
    metadata,
    sa.Column("write_id", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("key_id", sa.String(64), nullable=False),
    sa.Column("account_id", _NAME, nullable=False),
    sa.Column("instrument", _NAME, nullable=False),
    sa.Column("side", sa.String(8), nullable=False),
    sa.Column("quantity", sa.String(64)),
    sa.Column("value", sa.String(64)),
    sa.Column("currency", sa.String(16)),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("admitted_at", _INSTANT, nullable=False),
    sa.Column("released", sa.Boolean, nullable=False),
    sa.Index("ix_admissions_at", "admitted_at"),
)

# The kill switch: one row for each scope that is halted ("gateway", "broker:<name>", "account:<id>").
halts = sa.Table(
    "halts",
    metadata,
    sa.Column("scope", _NAME, primary_key=True),
    sa.Column("since", _INSTANT, nullable=False),
    sa.Column("key_id", sa.String(64), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)

# The audit chain: each record's seal covers the one before it.
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("recorded_at", _INSTANT, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("key_name", sa.String(64), nullable=False),
    sa.Column("seal", sa.String(64), nullable=False),
)

# Who owns the connections: an attempt of an earlier owner is refused.
leases = sa.Table(
    "leases",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("epoch", _NUMBER, nullable=False),
    sa.Column("holder", sa.String(128), nullable=False),
    sa.Column("proven_at", _INSTANT, nullable=False),
)
