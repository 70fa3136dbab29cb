"""Any edit, insertion, deletion, reordering, or cut before a checkpoint is found, and the first bad one named."""

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.audit import verify as verifying
from omnibroker.audit.chain import NOTHING, Chain, Head, canonical, read_head
from omnibroker.audit.checkpoints import Checkpoint, append_line
from omnibroker.audit.keys import RECORD, AuditKey, Keyring
from omnibroker.audit.verify import Verifier
from omnibroker.storage.tables import audit


def bad(verdict):
    """The first bad record, and that those before it hold."""
    assert not verdict.intact
    assert verdict.reason
    return verdict.first_bad


async def test_an_empty_chain_is_intact(books):
    """Nothing was written, nothing is wrong."""
    verdict = await books.verify()
    assert (verdict.intact, verdict.records, verdict.anchored) == (True, 0, 0)


@pytest.mark.parametrize("number", [1, 7, 12])
async def test_an_edited_record_is_found(books, number):
    """One character is enough, wherever it stands; the records before it are said to hold."""
    await books.append(12, payload={"quantity": "10"})
    record = (await books.rows())[number - 1].record
    await books.edit(number, record=record.replace('"10"', '"11"'))
    verdict = await books.verify()
    assert bad(verdict) == number
    assert verdict.records == number - 1


@pytest.mark.parametrize("column", ["recorded_at", "key_name", "seal"])
async def test_an_edited_column_is_found(books, column):
    """Columns beside the record are part of it."""
    await books.append(5)
    value = {"recorded_at": "2026-03-02T14:00:59.000Z"}.get(column, "0" * 12)
    await books.edit(3, **{column: value})
    assert bad(await books.verify()) == 3


async def test_an_edit_that_reseals_its_own_record_is_found_without_the_key(books):
    """A seal of another key, or made over the record alone, is none."""
    await books.append(5)
    row = (await books.rows())[2]
    text = row.record.replace("place_order", "cancel_order")
    await books.edit(3, record=text, seal=AuditKey("x" * 40).seal(RECORD, text))
    assert bad(await books.verify()) == 3


async def test_a_deleted_record_is_found(books):
    """Its number is missing."""
    await books.append(6)
    await books.delete(4)
    verdict = await books.verify()
    assert bad(verdict) == 4
    assert "missing" in verdict.reason


async def test_a_deleted_record_is_found_though_the_others_close_up(books):
    """New numbers do not help: the records say their own."""
    await books.append(6)
    await books.delete(4)
    for number in (5, 6):
        await books.edit(number, number=number - 1)
    assert bad(await books.verify()) == 4


async def test_a_deleted_beginning_is_found(books):
    """A chain begins with number 1."""
    await books.append(4)
    await books.delete(1, 2)
    assert bad(await books.verify()) == 1


@pytest.mark.parametrize("number", [-1, 0, 5])
async def test_an_inserted_record_is_found(books, number):
    """A row that the gateway did not write, before or behind the chain, is named."""
    await books.append(4)
    row = (await books.rows())[1]
    values = dict(row._mapping) | {"number": number}
    await books.execute(sa.insert(audit).values(**values))
    assert bad(await books.verify()) == number


async def test_records_that_changed_places_are_found(books):
    """The first of the two is named."""
    await books.append(6)
    await books.edit(3, number=99)
    await books.edit(5, number=3)
    await books.edit(99, number=5)
    verdict = await books.verify()
    assert bad(verdict) == 3
    assert "record 5" in verdict.reason


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number":"3"}', "null"])
async def test_a_record_that_cannot_be_read_is_a_bad_one(books, text):
    """Rubbish is named like any edit."""
    await books.append(4)
    await books.edit(3, record=text)
    assert bad(await books.verify()) == 3


async def test_a_key_cannot_take_over_without_the_one_before_it(books, ring):
    """Who has drawn a key of their own, even a known one, cannot go on from a record of their choice."""
    await books.append(3)
    books.keys = ring("b", "a")
    usurper = Chain(ring("b"), books.clock)
    head = await books.store.run(read_head)
    entry = {"kind": "ADMIN", "operation": "change_audit_key"}
    record = usurper._record(head, entry)
    await books.store.run(lambda c: usurper._add(c, head, record))
    verdict = await books.verify()
    assert bad(verdict) == 4
    assert "has not sealed its successor" in verdict.reason


async def test_a_change_of_keys_cannot_be_moved_to_another_place(books, ring):
    """The old key's seal covers what stood before the change, so the records between cannot be dropped."""
    await books.append(3)
    await books.rotate(ring("b", "a"))
    change = msgspec.json.decode((await books.rows())[3].record)
    await books.delete(3, 4)
    moved = {**change, "number": 3}
    head = await books.store.run(read_head)
    await books.store.run(lambda c: books.chain._add(c, head, moved))
    assert bad(await books.verify()) == 3


async def test_a_key_that_is_not_known_is_named(books, ring):
    """The reason says what to put where."""
    await books.append(3)
    await books.rotate(ring("b", "a"))
    books.keys = ring("b")
    verdict = await books.verify()
    assert bad(verdict) == 1
    assert "earlier_keys" in verdict.reason


async def anchor(books, path, *, at=None):
    """Make a checkpoint of the head, or of the record `at`."""
    if at is None:
        head = await books.store.run(read_head)
    else:
        row = (await books.rows())[at - 1]
        head = Head(row.number, row.recorded_at, row.key_name, row.seal)
    append_line(path, Checkpoint.of(head, "2026-03-02T15:00:00.000Z", books.keys.current))


async def test_a_cut_before_the_last_checkpoint_is_found(books, tmp_path):
    """The end is gone, what is left verifies by itself, and still the checkpoint has seen more."""
    path = tmp_path / "checkpoints"
    await books.append(8)
    await anchor(books, path)
    await books.delete(6, 7, 8)
    assert (await books.verify()).intact
    verdict = await books.verify(path)
    assert bad(verdict) == 6
    assert "6 to 8" in verdict.reason


async def test_a_table_that_was_emptied_is_found(books, tmp_path):
    """No record is left: the first one is missing."""
    await books.append(3)
    await anchor(books, tmp_path / "checkpoints")
    await books.delete(1, 2, 3)
    assert bad(await books.verify(tmp_path / "checkpoints")) == 1


async def test_an_end_that_was_cut_and_written_anew_is_found(books, tmp_path):
    """Somebody with the key, a backup that was played back: the checkpoint saw another record."""
    path = tmp_path / "checkpoints"
    await books.append(8)
    await anchor(books, path, at=3)
    await anchor(books, path)
    await books.delete(5, 6, 7, 8)
    await books.append(10, detail="another story")
    verdict = await books.verify(path)
    assert bad(verdict) == 8
    assert "saw another record" in verdict.reason


async def test_later_records_are_unanchored_and_counted(books, tmp_path):
    """Up to the last checkpoint nothing can go unseen; how many came after it is said."""
    path = tmp_path / "checkpoints"
    await books.append(4)
    await anchor(books, path)
    await books.append(3)
    await anchor(books, path)
    await books.append(5)
    verdict = await books.verify(path)
    assert (verdict.intact, verdict.records, verdict.anchored) == (True, 12, 7)
    assert (verdict.unanchored, verdict.checkpoints) == (5, 2)


async def test_records_that_come_during_the_verification_do_not_disturb_it(books, monkeypatch):
    """What is verified is what was there when it began; pages are small on purpose."""
    monkeypatch.setattr(verifying, "_PAGE", 3)
    await books.append(10)
    plain = books.store.run
    calls = []

    async def busy(work):
        calls.append(work)
        if len(calls) in {2, 3, 4}:
            await plain(lambda c: books.chain.append(c, {"kind": "ADMIN", "operation": "x"}))
        return await plain(work)

    monkeypatch.setattr(books.store, "run", busy)
    verdict = await books.verify()
    assert (verdict.intact, verdict.records) == (True, 10)
    assert len(calls) >= 5


def sealed(number):
    """A chain of so many records as rows, without a database."""
    key, rows, head = AuditKey("a" * 40), [], NOTHING.seal
    for n in range(1, number + 1):
        record = canonical(
            {"number": n, "recorded_at": "t", "key_name": key.name, "payload": {"n": str(n)}}
        ).decode()
        head = key.seal(RECORD, head + record)
        rows.append(Row(n, "t", record, key.name, head))
    return rows


class Row(msgspec.Struct):
    number: int
    recorded_at: str
    record: str
    key_name: str
    seal: str


TWENTY = sealed(20)


@given(st.integers(0, 19), st.data())
def test_any_changed_character_of_any_record_is_found(index, data):
    """A property: whichever character of record, time, key or seal becomes another one, that record is named."""
    row = TWENTY[index]
    field = data.draw(st.sampled_from(["recorded_at", "record", "key_name", "seal"]))
    text = getattr(row, field)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(min_codepoint=32, max_codepoint=126).filter(text[place].__ne__))
    changed = msgspec.structs.replace(row, **{field: text[:place] + other + text[place + 1 :]})
    verifier = Verifier(Keyring(AuditKey("a" * 40)))
    verifier.take([*TWENTY[:index], changed, *TWENTY[index + 1 :]])
    assert verifier.finish().first_bad == index + 1


@given(st.permutations(range(20)))
def test_any_other_order_of_the_records_is_found(order):
    """A property: renumbered rows in another order are bad from the first that is not in its place."""
    rows = [msgspec.structs.replace(TWENTY[source], number=n) for n, source in enumerate(order, 1)]
    verifier = Verifier(Keyring(AuditKey("a" * 40)))
    verifier.take(rows)
    wrong = [n for n, source in enumerate(order, 1) if source + 1 != n]
    assert verifier.finish().first_bad == (wrong[0] if wrong else None)


@given(st.sets(st.integers(1, 19)))
def test_any_deleted_records_are_found(gone):
    """A property: the first number that is missing before the last record is named."""
    verifier = Verifier(Keyring(AuditKey("a" * 40)))
    verifier.take([row for row in TWENTY if row.number not in gone])
    assert verifier.finish().first_bad == (min(gone) if gone else None)


def test_twenty_thousand_records_hold_and_the_last_bad_one_is_found():
    """Length changes nothing: the 19,999th of 20,000 is named as surely as the first."""
    rows = sealed(20_000)
    whole, broken = (Verifier(Keyring(AuditKey("a" * 40))) for _ in range(2))
    whole.take(rows)
    assert whole.finish().records == 20_000
    rows[19_998] = msgspec.structs.replace(rows[19_998], record=rows[19_998].record + " ")
    broken.take(rows)
    assert broken.finish().first_bad == 19_999
