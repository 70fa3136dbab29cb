"""What is a key in a header, and what is none."""

import pytest

from omnibroker.problems import Problem
from omnibroker.security import Authenticator


@pytest.mark.parametrize(
    "header",
    [
        None,
        b"",
        b"Bearer",
        b"Bearer ",
        b"Basic abc",
        b"Bearer \xff",
        b"omni_x",
        b"Bearer a b",
        b"Bearer " + b"x" * 100000,
    ],
)
def test_what_is_no_key_is_unauthorized(key_file, create, header):
    """401 with WWW-Authenticate, without a word of what was sent."""
    create()
    with pytest.raises(Problem) as told:
        Authenticator(key_file.load())(header)
    assert told.value.code == "unauthorized"
    assert dict(told.value.headers)["www-authenticate"] == "Bearer"
    assert len(told.value.detail) < 200


def test_a_key_is_taken_in_any_case_of_the_scheme(key_file, create):
    """`bearer` is `Bearer`."""
    token, record = create()
    authenticate = Authenticator(key_file.load())
    for scheme in ("Bearer", "bearer", "BEARER"):
        assert authenticate(f"{scheme} {token}".encode()).key_id == record.key_id


async def test_who_came_is_noted_and_who_was_refused_is_not(key_file, create):
    """The last use is of keys that were let in, the same header a second time included."""
    token, record = create()
    gone, other = create()
    key_file.revoke(other.key_id)
    store = key_file.load()
    authenticate = Authenticator(store)
    with pytest.raises(Problem):
        authenticate(f"Bearer {gone}".encode())
    authenticate(f"Bearer {token}".encode())
    await store.flush()
    first = store.last_use.read()
    assert set(first) == {record.key_id}
    store.last_use._clock = lambda: first[record.key_id].timestamp() + 60
    authenticate(f"Bearer {token}".encode())
    await store.flush()
    assert (store.last_use.read()[record.key_id] - first[record.key_id]).total_seconds() == 60
