"""What a record means: scopes, limits, consents, state."""

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest

from omnibroker.config import ConfigError
from omnibroker.security import SCOPES, KeyRecord, Principal, expand_scopes

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def record(**fields):
    """A record that holds no more than it must."""
    asked = {"scopes": ("read",), "accounts": ("ibkr:DU1",), **fields}
    return KeyRecord("k1", "a key", "d1", created_at="2026-01-01T00:00:00+00:00", **asked)


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        (("read",), ("market:read", "account:read")),
        (("trade",), ("trade:paper", "trade:live")),
        (("trade:simulate",), ("trade:paper",)),
        (("trade:real",), ("trade:live",)),
        (("admin", "market:read"), ("market:read", "admin")),
        (SCOPES, SCOPES),
    ],
)
def test_the_seeds_words_are_synonyms(words, scopes):
    """In one order, without repetition."""
    assert expand_scopes(words) == scopes


def test_a_record_of_the_first_version_stands_for_a_key_without_limits():
    """Files that were written before there were limits, consents and rotations are read as they were."""
    principal = record().principal()
    assert principal.scopes == {"market:read", "account:read"}
    assert (principal.limits, principal.consents) == (None, frozenset())
    assert principal.counted_as == "k1"


def test_limits_and_consents_reach_the_principal():
    """Typed limits, consents by broker; what is counted is counted under the first key of a chain."""
    principal = record(
        limits={"max_quantity": "100"}, consents=("ibkr:o163",), first_key_id="k0"
    ).principal()
    assert principal.limits.max_quantity == Decimal(100)
    assert principal.counted_as == "k0"
    assert principal.key_id == "k1"
    assert hash(principal) == hash(principal)


@pytest.mark.parametrize(
    ("broker", "asked", "accepted"),
    [
        ("ibkr", ["o163"], True),
        ("ibkr", ["o163", "o383"], True),
        ("ibkr", ["o163", "o451"], False),
        ("tiger", ["o163"], False),
        ("ibkr", [], False),
    ],
)
def test_a_consent_covers_every_message_or_nothing(broker, asked, accepted):
    """One message that the key does not name is a question for its holder; so is a question without ids."""
    principal = record(consents=("ibkr:o163", "ibkr:o383")).principal()
    assert principal.consents_to(broker, asked) is accepted


def test_without_consents_nothing_is_accepted():
    """The answer is never yes by itself."""
    assert not Principal("k", frozenset(SCOPES), frozenset("*")).consents_to("ibkr", ["o163"])


@pytest.mark.parametrize(
    "fields",
    [{"scopes": ("everything",)}, {"limits": {"max_quantity": "-1"}}, {"limits": {"colour": "1"}}],
)
def test_what_nobody_knows_is_refused(fields):
    """A limit that is not understood must not become no limit."""
    with pytest.raises(ConfigError):
        record(**fields).principal()


@pytest.mark.parametrize("text", ["tomorrow", "2027-01-01T00:00:00", "", "2027-13-01T00:00:00Z"])
def test_an_expiry_that_is_no_instant_is_refused(text):
    """A key whose end cannot be told is no key."""
    with pytest.raises(ConfigError):
        record(expires_at=text).expires()


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "valid"),
        ({"expires_at": "2026-05-01T00:00:01Z"}, "valid"),
        ({"expires_at": "2026-05-01T00:00:00Z"}, "expired"),
        ({"expires_at": "2026-05-02T00:00:00Z", "replaced_by": "k2"}, "replaced"),
        ({"expires_at": "2026-05-01T00:00:00Z", "replaced_by": "k2"}, "expired"),
        ({"expires_at": "2026-05-01T00:00:00Z", "revoked_at": "2026-04-01T00:00:00Z"}, "revoked"),
    ],
)
def test_a_key_is_in_one_state(fields, state):
    """Revoked before expired, expired before replaced."""
    assert record(**fields).state(NOW) == state


@pytest.mark.parametrize(
    "fields", [{"scopes": "admin"}, {"accounts": "*"}, {"limits": {"a": 1}}, {"colour": "red"}]
)
def test_a_row_of_another_form_is_no_record(fields):
    """A text where a list belongs would be read letter by letter; `*` among the letters is every account."""
    row = msgspec.to_builtins(record()) | fields
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(row, KeyRecord)
