"""Seeded fault schedules hold, and the checks behind them can fail."""

import json
from functools import partial

import pytest

import faults
from faulting.facts import BROKERS
from faulting.house import House
from faulting.running import A_HOUSE, Tally, run_all, run_alone, run_house
from faulting.schedules import as_json, broker_of, draw, from_json
from omnibroker.gateway import Gateway
from omnibroker.kit.outcomes import Refused, Unknown
from omnibroker.upstream import view
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.wire import Lost

SEED = 20260301
SCHEDULES = 160


class Forgetful(Gateway):
    """A gateway without idempotency: a repeated request for an order is a new order."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.seen = {}

    async def __call__(self, scope, receive, send):
        async def renamed():
            message = await receive()
            body = json.loads(message["body"]) if message.get("body") else {}
            if "client_order_id" in body:
                times = self.seen[body["client_order_id"]] = (
                    self.seen.get(body["client_order_id"], 0) + 1
                )
                body["client_order_id"] += f"-{times}" if times > 1 else ""
                message["body"] = json.dumps(body).encode()
            return message

        own = [each for each in scope["headers"] if each[0] != b"content-length"]
        await super().__call__({**scope, "headers": own}, renamed, send)


def seeds_of(broker, number):
    """The first seeds of one broker, house by house."""
    own = [seed for seed in range(SEED, SEED + number * len(BROKERS)) if broker_of(seed) == broker]
    return [own[start : start + A_HOUSE] for start in range(0, number, A_HOUSE)]


def is_shown(kind, broker, build=House):
    """Run houses of one broker until one shows a kind of failure."""
    for seeds in seeds_of(broker, 80):
        _, words = run_house([draw(seed) for seed in seeds], Tally(), build)
        if any(each.startswith(kind) for each in words):
            return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("broker", BROKERS)
def test_no_order_is_doubled_or_lost(broker):
    """Whatever the faults, gateway and broker agree in the end."""
    tally, most = Tally(), SCHEDULES // len(BROKERS)
    for seeds in seeds_of(broker, most):
        failure = run_all([draw(seed) for seed in seeds], tally)
        assert failure is None, faults.told(failure)
    assert tally.schedules == {broker: most}
    # They were no walk in the park.
    assert tally.struck > most / 2
    assert tally.answers["504 outcome_unknown"] > 0
    assert tally.duplicates > most


@pytest.mark.slow
@pytest.mark.parametrize("broker", BROKERS)
def test_a_gateway_without_idempotency_is_caught(broker):
    """A repeated request that places a second order is found."""
    assert is_shown("doubled", broker, partial(House, gateway=Forgetful))


@pytest.mark.slow
def test_a_failure_is_made_small():
    """Of a schedule that fails the two steps are left that show it, and it can be run again from its text."""
    build = partial(House, gateway=Forgetful)
    failure = next(
        found
        for seeds in seeds_of("tradelocker", 48)
        if (found := run_all([draw(seed) for seed in seeds], Tally(), build))
    )
    assert len(failure.schedule.steps) > len(failure.smallest.steps) == 2, failure.smallest
    assert any(each.startswith("doubled") for each in failure.smallest_words)
    again = run_alone(from_json(as_json(failure.smallest)), build)
    assert any(each.startswith("doubled") for each in again)
    assert f"--replay {failure.schedule.seed}" in faults.told(failure)


@pytest.mark.slow
@pytest.mark.parametrize("broker", BROKERS)
def test_a_gateway_that_sends_again_is_caught(broker, monkeypatch):
    """A write whose answer was lost, sent a second time, is found."""
    once = UpstreamSession._engine_send

    async def twice(self, call, request):
        try:
            return await once(self, call, request)
        except Lost:
            return await once(self, call, request)

    monkeypatch.setattr(UpstreamSession, "_engine_send", twice)
    assert is_shown("doubled", broker)


@pytest.mark.slow
@pytest.mark.parametrize("broker", BROKERS)
def test_a_gateway_that_guesses_rejections_is_caught(broker, monkeypatch):
    """An answer that proves nothing, called a refusal, is found."""
    proven = view._classified

    def guessed(classify, response):
        outcome = proven(classify, response)
        return Refused(outcome.reason) if isinstance(outcome, Unknown) else outcome

    monkeypatch.setattr(view, "_classified", guessed)
    assert is_shown("refused by guess", broker)


def test_a_seed_is_one_schedule():
    """A seed alone says which broker and which steps; a printed schedule can be read back."""
    for seed in range(200):
        drawn = draw(seed)
        assert drawn == draw(seed)
        assert drawn.broker == broker_of(seed)
        assert from_json(as_json(drawn)) == drawn


def test_houses_are_dealt_to_every_broker():
    """Every schedule asked for is run, each once, by houses of one broker."""
    houses = list(faults.houses_from(5, None, 90))
    assert sum(len(house) for house in houses) == 90
    assert len({seed for house in houses for seed in house}) == 90
    assert all(len({broker_of(seed) for seed in house}) == 1 for house in houses)
    of_one = list(faults.houses_from(5, "futu", 20))
    assert {broker_of(seed) for house in of_one for seed in house} == {"futu"}
