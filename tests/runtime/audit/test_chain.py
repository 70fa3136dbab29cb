"""Records are numbered without gaps, sealed one upon the other, free of secrets, and as durable as the write."""

import hashlib
import hmac
from decimal import Decimal

import msgspec
import pytest

from omnibroker.audit.chain import Chain
from omnibroker.config import ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.storage.tables import audit, halts


async def test_records_are_numbered_from_one_and_hold(books):
    """Ten records are 1 to 10, each with its time, and the whole verifies."""
    await books.append(10)
    rows = await books.rows()
    assert [row.number for row in rows] == list(range(1, 11))
    assert len({row.seal for row in rows}) == 10
    verdict = await books.verify()
    assert (verdict.intact, verdict.records, verdict.unanchored) == (True, 10, 10)


async def test_a_seal_is_hmac_sha_256_over_the_seal_before_it_and_the_record(books):
    """Whoever has the key can check a record with any HMAC: nothing about the seal is ours alone."""
    await books.append(2)
    secret = b"a" * 40
    key = hmac.digest(secret, b"omnibroker audit record", hashlib.sha256)
    first, second = await books.rows()
    assert first.seal == hmac.digest(key, b"0" * 64 + first.record.encode(), "sha256").hex()
    assert second.seal == (hmac.digest(key, (first.seal + second.record).encode(), "sha256").hex())


async def test_a_record_says_what_was_asked_in_one_spelling(books):
    """Members sorted, decimals as the text that they were, what is not known left out."""
    await books.append(
        account_id="ibkr:DU1",
        client_order_id="c-1",
        order_id="",
        detail=None,
        payload={"side": "BUY", "limit_price": Decimal("185.50")},
    )
    (row,) = await books.rows()
    assert row.record == (
        '{"account_id":"ibkr:DU1","client_order_id":"c-1","key_name":"'
        + books.keys.current.name
        + '","kind":"INTENT","number":1,"operation":"place_order",'
        '"payload":{"limit_price":"185.50","side":"BUY"},'
        '"recorded_at":"2026-03-02T14:00:00.000Z"}'
    )


async def test_no_secret_gets_into_a_record(books):
    """What has the name or the shape of a secret is starred, however deep it stands."""
    canary = "omni_CANARYcanary0123456789"
    await books.append(
        detail=f"refused: Bearer {canary}",
        payload={"password": canary, "note": canary, "legs": [{"token": "CANARYcanary"}]},
    )
    (row,) = await books.rows()
    assert "CANARY" not in row.record
    assert msgspec.json.decode(row.record)["payload"]["password"] == "***"


async def test_a_record_is_undone_with_the_write_that_it_is_about(books):
    """One transaction: where the write fails there is no record, and the next one takes its number."""

    def fails(connection):
        connection.execute(
            halts.insert().values(scope="gateway", since="-", key_id="k", reason="r")
        )
        books.chain.append(connection, {"kind": "INTENT", "operation": "halt_trading"})
        raise RuntimeError("later in the same transaction")

    await books.append()
    with pytest.raises(RuntimeError):
        await books.store.run(fails)
    await books.append()
    assert [row.number for row in await books.rows()] == [1, 2]
    assert (await books.verify()).intact


async def test_times_never_go_back(books):
    """A clock that was set back does not make the order of records doubtful."""
    instants = iter(["2026-03-02T14:00:05.000Z", "2026-03-02T13:00:00.000Z"])
    books.chain = Chain(books.keys, lambda: next(instants))
    await books.append(2)
    assert [row.recorded_at for row in await books.rows()] == ["2026-03-02T14:00:05.000Z"] * 2


async def test_a_new_key_goes_on_where_the_old_one_ended(books, ring):
    """The change is a record that both seal; the chain verifies with both keys known."""
    await books.append(3)
    await books.rotate(ring("b", "a"))
    await books.append(2)
    change = msgspec.json.decode((await books.rows())[3].record)
    assert (change["kind"], change["operation"]) == ("ADMIN", "change_audit_key")
    names = {row.key_name for row in await books.rows()}
    assert set(change["payload"].values()) == names
    verdict = await books.verify()
    assert (verdict.intact, verdict.records) == (True, 6)


async def test_keys_may_change_again_and_back(books, ring):
    """Each change is its own record; nothing else is needed."""
    await books.append()
    for keys in (ring("b", "a"), ring("c", "a", "b"), ring("a", "b", "c")):
        await books.rotate(keys)
        await books.append()
    verdict = await books.verify()
    assert (verdict.intact, verdict.records) == (True, 7)


async def test_the_same_key_makes_no_record_at_a_restart(books, ring):
    """Taking over is silent unless the key is another one."""
    await books.append()
    await books.rotate(ring("a", "b"))
    assert len(await books.rows()) == 1


async def test_a_chain_whose_key_is_not_here_is_not_gone_on_with(books, ring):
    """The start is refused with the name of the missing key; a record is refused before anything is sent."""
    await books.append()
    name = books.keys.current.name
    with pytest.raises(ConfigError, match=f"{name}.*earlier_keys"):
        await books.rotate(ring("b"))
    with pytest.raises(NotSent) as refused:
        await books.append()
    assert refused.value.code == "journal_unavailable"
    assert len(await books.rows()) == 1


async def test_the_table_has_one_row_for_each_record(books):
    """The columns repeat what the record says, for looking up."""
    await books.append(account_id="ibkr:DU1")
    (row,) = await books.rows()
    said = msgspec.json.decode(row.record)
    columns = {c.name for c in audit.columns} - {"record", "seal"}
    assert {name: getattr(row, name) for name in columns} == {n: said[n] for n in columns}
