"""Rows without names at TradeLocker: decoded by columns, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_handlers.tradelocker import _answers, _bars, _panels

columns = st.lists(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=8, unique=True
)


def panel(names):
    return tradelocker.PanelConfig.from_dict({"columns": [{"id": name} for name in names]})


@given(columns, st.data())
def test_cells_go_by_the_names_of_their_columns(names, data):
    """Whatever the order of the columns, a cell is found under the name of its own."""
    row = [f"cell of {name}" for name in names]
    order = data.draw(st.permutations(range(len(names))))
    mixed = _panels.named(panel([names[i] for i in order]), [[row[i] for i in order]])
    assert mixed == _panels.named(panel(names), [row])
    assert mixed[0][names[0]] == row[0]


@pytest.mark.parametrize("row", [["1"], ["1", "2", "3"], [], None, "12"])
def test_a_row_with_another_number_of_cells_is_never_decoded(row):
    """One column more or less could shift every cell, so the whole answer is refused."""
    with pytest.raises(UpstreamFailure) as refused:
        _panels.named(panel(["id", "qty"]), [["1", "2"], row])
    assert refused.value.code == "upstream_malformed"


@pytest.mark.parametrize("names", [["id", "id"], ["id", None], ["id", ""]])
def test_columns_that_cannot_be_told_apart_are_refused(names):
    """Two columns of one name, or one without a name, make cells ambiguous."""
    with pytest.raises(UpstreamFailure):
        _panels.named(panel(names), [])


def test_an_account_without_a_panel_is_malformed_and_not_empty():
    """Without columns nothing is known of the rows, not even of none."""
    with pytest.raises(UpstreamFailure):
        _panels.named(tradelocker.Config().orders_config, [])


@pytest.mark.parametrize(("value", "found"), [(5000, 5000), ("20000.0", 20000), (0, 20_000)])
def test_the_limit_of_bars_is_the_configurations(value, found):
    """The configuration's limit stands over the documented one; none, or an absurd one, leaves the latter."""
    limits = [{"limitType": "QUOTES_HISTORY_BARS", "limit": value}, {"limitType": "OTHER"}]
    config = tradelocker.Config.from_dict({"limits": limits})
    assert _bars.most_rows(config) == found
    assert _bars.most_rows(tradelocker.Config()) == 20_000


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("7277816997846858727", "7277816997846858727"),
        (206, "206"),
        ("0", None),
        ("", None),
        (None, None),
    ],
)
def test_ids_keep_every_digit(value, found):
    """Ids are above what a double holds, so they are text from end to end; 0 is none."""
    assert _answers.identifier(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [("1767953209489", "2026-01-09T10:06:49.489Z"), ("", None), (None, None), ("soon", None)],
)
def test_times_are_milliseconds_as_text(value, found):
    """Times of rows are epoch milliseconds as text; anything else is absent."""
    assert _answers.instant(value) == found
