"""Order ids: 28 characters, sortable, unique, recognised."""

import re

from omnibroker import ids
from omnibroker.ids import draw_order_id
from omnibroker.kit.identity import is_tag, order_identity


def test_ids_are_unique_short_and_recognised():
    """`ob` and a ULID: what IBKR's cOID and the others can hold."""
    drawn = {draw_order_id() for _ in range(1000)}
    assert len(drawn) == 1000
    for order_id in drawn:
        assert re.fullmatch(r"ob[0-7][0-9A-HJKMNP-TV-Z]{25}", order_id)
        assert is_tag(order_id)


def test_later_ids_sort_later(monkeypatch):
    """The first ten digits are the millisecond."""
    drawn = []
    for milliseconds in (0, 1, 1_800_000_000_000, 1_800_000_000_001, 2**48 - 1):
        monkeypatch.setattr(ids, "time_ns", lambda ms=milliseconds: ms * 1_000_000)
        drawn.append(draw_order_id())
    assert drawn == sorted(drawn)


def test_strangers_are_named_by_the_broker():
    """Only an exact tag is ours."""
    tag = draw_order_id()
    assert order_identity(tag, "7") == tag
    for other in (None, "", "mine", tag[:-1], tag + "0", tag.lower(), f" {tag}", f"{tag}\n", 7):
        assert not is_tag(other)
        assert order_identity(other, "7") == "broker:7"
