"""Canonical keys: one spelling each, the canonical one named where it can be."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import parse

CANONICAL = {
    "AAPL.US": "STOCK", "BRK.B.US": "STOCK", "00700.HK": "STOCK", "600519.SH": "STOCK",
    "000001.SZ": "STOCK", "D05.SG": "STOCK", "SAP.XETR": "STOCK",
    "OPT:AAPL.US:20251219:C:200": "OPTION", "OPT:AAPL.US:20251219:P:187.5": "OPTION",
    "OPT:SPX.US:20251219:C:5000:SPXW": "OPTION", "FUT:ES.CME:202512": "FUTURE",
    "FUT:ES.CME:20251219": "FUTURE", "FOP:ES.CME:202512:20251121:C:6000": "FUTURE_OPTION",
    "FX:EURUSD": "FX", "CFD:EURUSD": "CFD", "CFD:AAPL.US": "CFD", "CRYPTO:BTC-USD": "CRYPTO",
    "IND:SPX.US": "INDEX", "ibkr@265598": "NATIVE",
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), CANONICAL.items())
def test_canonical_keys_are_read(text, kind):
    """Each kind of the design page, with its own text kept."""
    key = parse(text)
    assert (key.kind, key.text) == (kind, text)


@pytest.mark.parametrize("text", [key for key in CANONICAL if "@" not in key])
def test_no_other_spelling_is_taken(text):
    """Lower case, spaces and line ends are another text: 422, so no allow-list is bypassed."""
    for other in (
        text.lower(),
        f" {text}",
        f"{text} ",
        f"{text}\n",
        f"{text}:",
        f":{text}",
        f"{text}.",
    ):
        with pytest.raises(NotSent) as told:
            parse(other)
        assert told.value.code == "non_canonical_instrument"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("aapl.us", "AAPL.US"),
        ("700.HK", "00700.HK"),
        ("700.hk", "00700.HK"),
        ("AAPL", "AAPL.US"),
        ("fx:eurusd", "FX:EURUSD"),
        ("OPT:AAPL.US:20251219:C:200.0", "OPT:AAPL.US:20251219:C:200"),
        ("opt:aapl.us:20251219:c:200", "OPT:AAPL.US:20251219:C:200"),
        ("fut:es.cme:202512", "FUT:ES.CME:202512"),
        ("ind:spx.us", "IND:SPX.US"),
    ],
)
def test_the_canonical_form_is_named(text, canonical):
    """The message says what to write."""
    with pytest.raises(NotSent, match=re.escape(f" {canonical}.")):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "", ".", "US", ".US", "AAPL.", "AAPL.XX", "AAPL.us", "7000000.HK", "0700.HK", "A..US", "-A.US",
        "OPT:AAPL.US:20251219:C", "OPT:AAPL.US:20251219:X:200", "OPT:AAPL.US:2025121:C:200",
        "OPT:AAPL.US:20251219:C:0200", "OPT:AAPL.US:20251219:C:-1", "OPT:AAPL.US:20251219:C:1e2",
        "OPT:AAPL:20251219:C:200", "FUT:ES:202512", "FUT:ES.CME", "FUT:ES.CME:2512", "FX:EURUS",
        "FX:EUR-USD", "CRYPTO:BTCUSD", "BOND:X", "@1", "ibkr@", "OPT:", ":", "FUT:.CME:202512",
        "IND:SPX", "IND:.US", "FUT:e s.CME:202512", "IND:spx.US", "FUT:ES.cme:202512",
        "FOP:es.CME:202512:20251121:C:6000",
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused(text):
    """422 non_canonical_instrument with a hint, never an error of ours."""
    with pytest.raises(NotSent) as told:
        parse(text)
    assert told.value.code == "non_canonical_instrument"
    assert told.value.detail.endswith(".")


@given(st.text(alphabet="AaUSHK019.:@-OPTFX ", max_size=24))
def test_reading_never_fails_in_another_way(text):
    """Any text is a key or refused."""
    with suppress(NotSent):
        assert parse(text).text == text
