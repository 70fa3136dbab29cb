"""The page of the audit chain says enough to check it without this project's code."""

import hmac
import json
import re
from pathlib import Path

from omnibroker.audit.chain import Chain, read_head
from omnibroker.audit.checkpoints import Checkpoint
from omnibroker.audit.keys import AuditKey, Keyring
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "audit.md").read_text("utf-8")
SECRETS = ("0f" * 32, "a secret that is longer than thirty-two characters")


def derived(secret: str, what: str) -> bytes:
    """A key as the page derives it."""
    return hmac.digest(secret.encode(), f"omnibroker audit {what}".encode(), "sha256")


def seal(secret: str, what: str, text: str) -> str:
    """A seal as the page makes it."""
    return hmac.digest(derived(secret, what), text.encode(), "sha256").hex()


def canonical(value: object) -> str:
    """Canonical JSON, by the very expression of the page."""
    (expression,) = re.findall(r"`(json\.dumps\(.*\))`", PAGE)
    return eval(expression, {"json": json, "value": value})


async def chain_of_two_keys():
    """Rows that the first key sealed, and those after the second one took over."""
    store, (first, second) = Store.open(None), map(AuditKey, SECRETS)
    entry = {"kind": "INTENT", "operation": "place_order", "payload": {"b": 'é"/\n', "a": "1.50"}}
    chain = Chain(Keyring(first))
    await store.run(lambda connection: chain.append(connection, entry))
    later = Chain(Keyring(second, [first]))
    await store.run(later.take_over)
    await store.run(lambda connection: later.append(connection, entry))
    rows = await store.run(lambda c: c.execute(audit.select().order_by(audit.c.number)).all())
    head = await store.run(read_head)
    await store.close()
    return rows, Checkpoint.of(head, "2026-03-02T14:30:00.000Z", second)


async def test_each_seal_can_be_made_anew_from_the_page():
    """Records, the change of the key and a checkpoint, by what the page says and the standard library."""
    rows, checkpoint = await chain_of_two_keys()
    first, second = (derived(secret, "name").hex()[:12] for secret in SECRETS)
    secret_of = {first: SECRETS[0], second: SECRETS[1]}
    before = "0" * 64
    for number, row in enumerate(rows, 1):
        record = json.loads(row.record)
        assert row.record == canonical(record)
        assert row.number == record["number"] == number
        assert (row.recorded_at, row.key_name) == (record["recorded_at"], record["key_name"])
        assert row.seal == seal(secret_of[row.key_name], "record", before + row.record)
        if record["operation"] == "change_audit_key":
            made = record.pop("earlier_seal")
            assert made == seal(SECRETS[0], "change", before + canonical(record))
        before = row.seal
    assert [row.key_name for row in rows] == [first, second, second]
    members = checkpoint.members()
    assert members["seal"] == before
    text = canonical(members | {"checkpoint_seal": ""})
    assert members["checkpoint_seal"] == seal(SECRETS[1], "checkpoint", text)
