"""The first tables: writes, attempts, orders, what was seen of them, limits, halts, audit, leases."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "admissions",
        sa.Column("write_id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=256), nullable=False),
        sa.Column("instrument", sa.String(length=256), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("quantity", sa.String(length=64), nullable=True),
        sa.Column("value", sa.String(length=64), nullable=True),
        sa.Column("currency", sa.String(length=16), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("admitted_at", sa.String(length=32), nullable=False),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("write_id"),
    )
    op.create_index("ix_admissions_at", "admissions", ["admitted_at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("number", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("recorded_at", sa.String(length=32), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("key_name", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "events",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=256), nullable=False),
        sa.Column("order_id", sa.String(length=256), nullable=False),
        sa.Column("seen_at", sa.String(length=32), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("filled_quantity", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_events_order", "events", ["account_id", "order_id"], unique=False)
    op.create_table(
        "halts",
        sa.Column("scope", sa.String(length=256), nullable=False),
        sa.Column("since", sa.String(length=32), nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scope"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("epoch", _NUMBER, nullable=False),
        sa.Column("holder", sa.String(length=128), nullable=False),
        sa.Column("proven_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "orders",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=256), nullable=False),
        sa.Column("order_id", sa.String(length=256), nullable=False),
        sa.Column("client_order_id", sa.String(length=256), nullable=True),
        sa.Column("broker_order_id", sa.String(length=256), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("version", _NUMBER, nullable=False),
        sa.Column("updated_at", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("rest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "client_order_id", name="uq_orders_client"),
        sa.UniqueConstraint("account_id", "order_id", name="uq_orders_id"),
    )
    op.create_index("ix_orders_broker", "orders", ["account_id", "broker_order_id"], unique=False)
    op.create_index("ix_orders_open", "orders", ["is_open", "updated_at"], unique=False)
    op.create_table(
        "writes",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=256), nullable=False),
        sa.Column("namespace", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=256), nullable=False),
        sa.Column("operation_id", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=256), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("key_id", sa.String(length=64), nullable=False),
        sa.Column("request_id", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.String(length=32), nullable=True),
        sa.Column("version", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "namespace", "key", name="uq_writes_key"),
    )
    op.create_index("ix_writes_order", "writes", ["account_id", "order_id"], unique=False)
    op.create_index("ix_writes_state", "writes", ["state"], unique=False)
    op.create_table(
        "attempts",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("write_id", _NUMBER, nullable=False),
        sa.Column("attempted_at", sa.String(length=32), nullable=False),
        sa.Column("owner_epoch", _NUMBER, nullable=False),
        sa.Column("session_epoch", _NUMBER, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("not_sent", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["write_id"],
            ["writes.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_attempts_write_id"), "attempts", ["write_id"], unique=False)


def downgrade() -> None:
    """Refuse: a journal is not thrown away by a command."""
    raise NotImplementedError
