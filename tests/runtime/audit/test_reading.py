"""Records as a list: newest first, filtered, in pages that together are the whole."""

import pytest

from omnibroker.audit import reading
from omnibroker.audit.reading import Filters, read_records
from omnibroker.kit.errors import NotSent


@pytest.fixture
async def written(books):
    """Sixty records, a second each: accounts A and B take turns, every third one is a cancel."""
    for number in range(60):
        await books.append(
            account_id=f"ibkr:{'AB'[number % 2]}",
            order_id=f"ob{number // 2}",
            operation="cancel_order" if number % 3 == 0 else "place_order",
            payload={"account_id": "ibkr:B", "note": 'ibkr:A"'},
        )
    return books


async def numbers(books, filters, below=None, most=1000):
    """The numbers of one page, and where the next begins."""
    records, following = await read_records(books.store, filters, below, most)
    return [record["number"] for record in records], following


async def test_the_newest_come_first(written):
    """All of them, with their seals."""
    assert await numbers(written, Filters()) == (list(range(60, 0, -1)), None)
    records, _ = await read_records(written.store, Filters(), None, 1)
    assert records[0]["seal"] == (await written.rows())[-1].seal


async def test_filters_mean_the_record_itself_and_not_what_it_carries(written):
    """A payload that names another account makes no record of that account."""
    found, _ = await numbers(written, Filters(account_id="ibkr:B"))
    assert found == list(range(60, 0, -2))
    found, _ = await numbers(written, Filters(account_id="ibkr:A", operation="cancel_order"))
    assert found == list(range(55, 0, -6))
    assert (await numbers(written, Filters(order_id="ob3")))[0] == [8, 7]
    assert (await numbers(written, Filters(order_id="OB3")))[0] == []
    assert (await numbers(written, Filters(operation="place%")))[0] == []


async def test_a_key_sees_its_accounts_alone(written):
    """Records of others, and of no account, are not there for it."""
    await written.append(account_id="ibkr")
    await written.append()
    found, _ = await numbers(written, Filters(accounts=frozenset({"ibkr:A"})))
    assert found == list(range(59, 0, -2))
    assert await numbers(written, Filters(accounts=frozenset())) == ([], None)


async def test_times_are_from_and_before(written):
    """`start_at` is in it, `end_at` is not; digits of a second's fraction may be left out."""
    asked = Filters(start_at="2026-03-02T14:00:10Z", end_at="2026-03-02T14:00:20.000Z")
    assert (await numbers(written, asked))[0] == list(range(20, 10, -1))
    assert await numbers(written, Filters(start_at="2026-03-03T00:00:00Z")) == ([], None)
    assert await numbers(written, Filters(end_at="2026-03-02T14:00:00Z")) == ([], None)


async def test_a_day_that_does_not_exist_is_refused(written):
    """value_not_supported, with what to write."""
    with pytest.raises(NotSent) as refused:
        await numbers(written, Filters(start_at="2026-02-30T00:00:00Z"))
    assert refused.value.code == "value_not_supported"


@pytest.mark.parametrize("most", [1, 7, 30, 1000])
@pytest.mark.parametrize("step", [1, 4, 2000])
async def test_pages_together_are_the_whole(written, monkeypatch, most, step):
    """No record twice, none left out, whatever the size of pages and steps."""
    monkeypatch.setattr(reading, "_STEP", step)
    monkeypatch.setattr(reading, "_MOST_STEPS", 5)
    for filters in (Filters(), Filters(account_id="ibkr:A"), Filters(order_id="ob3")):
        found, below = await numbers(written, filters, None, most)
        while below is not None:
            page, below = await numbers(written, filters, below, most)
            assert len(page) <= most
            found += page
        everything, _ = await read_everything(written, filters, monkeypatch)
        assert found == everything


async def read_everything(books, filters, monkeypatch):
    """All that fit, in one page."""
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_STEP", 1000)
        return await numbers(books, filters)


async def test_records_that_come_between_pages_disturb_none(written):
    """A page continues where the one before it ended: new records are on the first page alone."""
    first, below = await numbers(written, Filters(), None, 10)
    await written.append(5)
    second, _ = await numbers(written, Filters(), below, 10)
    assert first + second == list(range(60, 40, -1))
