"""Positions at IBKR: readers that every mapping uses, and ids."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.upstream import Account
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_handlers.ibkr import _answers, _definitions
from omnibroker_handlers.ibkr.positions import _position_id, _rows

values = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.decimals()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=20, min_value=-1, max_value=1))
def test_noise_beyond_the_contracts_decimals_is_cut(number):
    """A double's last digits never make an answer that the contract refuses."""
    text = _answers.number(number)
    assert len(text.partition(".")[2]) <= 18
    assert abs(Decimal(text) - number) <= Decimal("1e-18")


@given(values)
def test_readers_never_stumble(value):
    """Whatever stands in a field, a reader gives a value of its kind or nothing."""
    if not (isinstance(value, Decimal) and not value.is_finite()):
        for read in (_answers.number, _answers.unsigned, _answers.positive):
            assert read(value) is None or isinstance(read(value), str)
    for read in (_answers.text, _answers.digits, _answers.currency):
        assert read(value) is None or isinstance(read(value), str)


def test_sentinels_are_absent():
    """-1, BASE, an empty text and zero are IBKR's words for nothing where nothing is meant."""
    assert _answers.unsigned(-1) is None
    assert _answers.currency("BASE") is None
    assert _answers.number("") is None
    assert _answers.positive("0.0") is None
    assert _answers.number("1,300") == "1300"


@pytest.mark.parametrize("answer", [None, {}, "text", [5], [ibkr.Trade(), ibkr.Position()]])
def test_a_list_that_is_none_is_malformed(answer):
    """A list with an odd row is refused whole: no row is dropped."""
    with pytest.raises(UpstreamFailure):
        _answers.rows(answer, ibkr.Position)


def test_definitions_are_asked_for_in_batches_without_repeats():
    """IBKR reads 200 contracts in a call."""
    lists = _definitions.batches([str(n) for n in range(250)] * 2)
    assert [len(each.split(",")) for each in lists] == [200, 50]


@given(st.text(max_size=200))
def test_a_position_id_fits_the_contract(model):
    """The name of a model portfolio never breaks the id."""
    assert set(_position_id("265598", model)) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-"
    )
    assert len(_position_id("265598", model)) <= 96


class Pages:
    """An account whose positions come in pages of the given sizes, the last one for ever."""

    account = Account("ibkr:DU1234567", "DU1234567", "ibkr", "ibkr", "paper", simulated=True)

    def __init__(self, *sizes):
        self.sizes = sizes
        self.asked = []

    async def call(self, _operation, account_id, page_id):
        self.asked.append(page_id)
        size = self.sizes[min(int(page_id), len(self.sizes) - 1)]
        return [ibkr.Position(conid=265598)] * size


@pytest.mark.parametrize(("sizes", "asked"), [((99,), 1), ((100, 0), 2), ((100, 100, 1), 3)])
async def test_every_page_is_read(sizes, asked):
    """A full page is followed by the next one, from 0; one that is not full is the last."""
    pages = Pages(*sizes)
    assert len(await _rows(pages)) == sum(sizes)
    assert pages.asked == [str(page) for page in range(asked)]


async def test_pages_without_an_end_are_malformed():
    """What cannot be read to its end is not passed off as everything."""
    with pytest.raises(UpstreamFailure):
        await _rows(Pages(100))
