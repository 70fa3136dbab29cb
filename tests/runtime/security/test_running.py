"""A running gateway and its key file: revoked keys end, the last use is kept, over HTTP."""

from omnibroker.config import Config
from omnibroker.gateway import Gateway
from omnibroker.security.store import LOOK_SECONDS
from omnibroker.simulated import connection_to


async def test_a_running_gateway_refuses_a_revoked_key_and_keeps_the_last_use(
    key_file, create, request_of
):
    """401 at the next look at the file, without a restart; the stop writes who came."""
    token, record = create(scopes=("read",))
    keys = key_file.load()
    now = [0.0]
    keys._clock = lambda: now[0]
    keys._look_at = LOOK_SECONDS
    config = Config(connections={"ibkr": connection_to("ibkr", "http://127.0.0.1:5000")})
    gateway = Gateway(config, keys)
    headers = [(b"authorization", b"Bearer " + token.encode())]
    await gateway.start()
    try:
        answer = await request_of(gateway, "GET", "/v1/connections", headers=headers)
        assert answer.status == 200
        key_file.revoke(record.key_id)
        now[0] += LOOK_SECONDS
        answer = await request_of(gateway, "GET", "/v1/connections", headers=headers)
        assert answer.status == 401
    finally:
        await gateway.stop()
    assert set(key_file.last_use.read()) == {record.key_id}
