"""The generated clients read whatever a broker answers without raising, and lose nothing of it."""

import copy
import importlib
import json
import pickle
import sys
from decimal import Decimal
from pathlib import Path

import attrs
import hypothesis
import pytest
from hypothesis import strategies

import generate

SAMPLES = Path(__file__).parent / "samples"
SHELF = {
    "id": "a",
    "colour": "RED",
    "width": Decimal("1.25"),
    "made_at": "2026-01-02T03:04:05+00:00",
    "d": "kept",
    "value": None,
    "default": {"label": "x"},
    "parts": [{"id": "b", "colour": "GREEN", "width": 1}],
    "boxes": {"first": {"label": "y"}},
    "owner": None,
    "either": {"error": "no"},
    "unheard_of": {"of": ["any", "kind"]},
}
ANY = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.text(max_size=5),
    lambda inner: (
        strategies.lists(inner, max_size=3)
        | strategies.dictionaries(strategies.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The package generated from the sample API."""
    folder = tmp_path_factory.mktemp("generated")
    target = folder / "omnibroker_sample"
    target.mkdir()
    (target / "__init__.py").touch()
    generate.write_bundle("good", target, SAMPLES)
    generate.write_client("good", target)
    sys.path.insert(0, str(folder))
    yield importlib.import_module("omnibroker_sample.good")
    sys.path.remove(str(folder))


@pytest.fixture
def models(sample):
    """The models of the sample API."""
    return importlib.import_module(f"{sample.__name__}.models")


@pytest.fixture
def unset(sample):
    """The mark of an absent property."""
    return importlib.import_module(f"{sample.__name__}.types").UNSET


@attrs.define
class Answer:
    """All that generated code may ask of a response."""

    status_code: int
    content: bytes
    headers: dict = attrs.field(factory=dict)

    def json(self):
        return json.loads(self.content)

    @property
    def text(self):
        return self.content.decode()


class Client:
    """A client that gives one prepared answer."""

    raise_on_unexpected_status = False

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def get_async_httpx_client(self):
        return self

    async def request(self, **request):
        self.asked.append(request)
        return self.answer


def call(sample, name):
    """The generated coroutine function of an operation."""
    return importlib.import_module(f"{sample.__name__}.api.shelves.{name}").asyncio_detailed


def test_a_usual_answer_is_read_into_models(models):
    """Objects, lists, maps and unions become the declared models; numbers stay exact."""
    shelf = models.Shelf.from_dict(SHELF)
    assert shelf.default == models.Box(label="x")
    assert shelf.parts[0].colour == "GREEN"
    assert shelf.boxes["first"].label == "y"
    assert shelf.either == models.Refusal(error="no")
    assert shelf.made_at.isoformat() == SHELF["made_at"]
    assert shelf.width == Decimal("1.25")
    assert shelf.additional_properties == {"unheard_of": {"of": ["any", "kind"]}}


def test_reading_and_writing_lose_nothing(models):
    """What was read is written again as it came, unknown properties included."""
    assert models.Shelf.from_dict(SHELF).to_dict() == SHELF


def test_a_missing_property_is_unset(models, unset):
    """A required property that is absent is UNSET, and is left out when written."""
    shelf = models.Shelf.from_dict({"id": "a"})
    assert shelf.width is unset
    assert shelf.colour is unset
    assert shelf.to_dict() == {"id": "a"}


@pytest.mark.parametrize("odd", [None, 1, "text", [], {}, [1, None], {"label": 3}])
@pytest.mark.parametrize("name", sorted(SHELF))
def test_an_odd_value_stays_as_it_came(models, name, odd):
    """No value in any place makes reading raise, and writing gives the value back."""
    answer = {**SHELF, name: odd}
    assert models.Shelf.from_dict(answer).to_dict() == answer


@hypothesis.given(
    answer=strategies.dictionaries(
        strategies.sampled_from(sorted(SHELF)) | strategies.text(max_size=3), ANY
    )
)
def test_any_object_is_read_and_written_unchanged(sample, answer):
    """Reading then writing is the identity on every JSON object."""
    shelf = importlib.import_module(f"{sample.__name__}.models").Shelf
    assert shelf.from_dict(answer).to_dict() == answer


def test_a_closed_model_keeps_what_it_declares(models):
    """Where the document allows no other property, others are dropped."""
    assert models.Sealed.from_dict({"label": "x", "more": 1}).to_dict() == {"label": "x"}


def test_an_unknown_enum_value_passes(models):
    """A value that the broker added later is read as it is."""
    assert models.Shelf.from_dict({**SHELF, "colour": "BLUE"}).colour == "BLUE"


def test_a_union_is_read_by_what_is_required(models):
    """Of several models the first whose required properties are there is taken; none fits: the raw value."""
    assert isinstance(models.Shelf.from_dict({"either": {"label": "x"}}).either, models.Box)
    assert isinstance(models.Shelf.from_dict({"either": {"error": "x"}}).either, models.Refusal)
    assert models.Shelf.from_dict({"either": {"other": 1}}).either == {"other": 1}


def test_unknown_properties_can_be_set_and_copied(models):
    """The map of unknown properties is a real one, also on copies and on models made by hand."""
    shelf = models.Shelf(id="a", colour="RED", width=Decimal(1))
    shelf["more"] = 1
    assert "more" in shelf
    assert shelf.to_dict() == {"id": "a", "colour": "RED", "width": Decimal(1), "more": 1}
    read = models.Shelf.from_dict(SHELF)
    assert copy.deepcopy(read) == read
    assert pickle.loads(pickle.dumps(read)) == read


def test_models_are_loaded_when_asked_for(models):
    """The package knows its names without loading them, and refuses a name that is none."""
    assert "Shelf" in dir(models)
    with pytest.raises(AttributeError, match="Shelv"):
        getattr(models, "Shelv")  # noqa: B009 - as an attribute it would be no statement


async def test_a_status_that_no_registry_knows_is_a_status(sample):
    """599 comes through as a number, with the body that the document declares for the rest."""
    answer = await call(sample, "get_shelf")("a", client=Client(Answer(599, b'{"code": "odd"}')))
    assert answer.status_code == 599
    assert answer.parsed.code == "odd"


@pytest.mark.parametrize("status", [200, 404, 502, 599])
async def test_a_page_in_place_of_json_hides_nothing(sample, status):
    """Status, headers and raw body arrive also where the body is a proxy's HTML page or empty."""
    for page in (b"<html>Bad gateway</html>", b""):
        answer = await call(sample, "get_shelf")("a", client=Client(Answer(status, page)))
        assert (answer.status_code, answer.content, answer.parsed) == (status, page, None)


@pytest.mark.parametrize("body", ["null", "3", '"text"', "[]", "[1]", "{}"])
async def test_a_body_of_another_kind_stays_as_it_came(sample, body):
    """An array, a scalar or null in place of the declared object is handed on."""
    answer = await call(sample, "get_shelf")("a", client=Client(Answer(200, body.encode())))
    found = answer.parsed.to_dict() if hasattr(answer.parsed, "to_dict") else answer.parsed
    assert found == json.loads(body)


async def test_an_array_or_an_object_is_told_apart(sample, models):
    """An answer that is a list of models, or one refusal, is read as what it is."""
    listed = Client(Answer(200, b'[{"label": "x"}, {"error": "y"}, 3]'))
    parsed = (await call(sample, "list_open_shelves")(client=listed)).parsed
    assert parsed == [models.Box(label="x"), models.Refusal(error="y"), 3]
    refused = Client(Answer(200, b'{"error": "y"}'))
    assert (await call(sample, "list_open_shelves")(client=refused)).parsed == models.Refusal(
        error="y"
    )


async def test_a_body_is_sent_with_exact_numbers(sample, models):
    """Decimals reach the client untouched; encoding them exactly is its business."""
    client = Client(Answer(201, b"{}"))
    shelf = models.Shelf(id="a", colour="RED", width=Decimal("0.10"))
    await call(sample, "place_shelf")(client=client, body=shelf)
    assert client.asked[0]["json"] == {"id": "a", "colour": "RED", "width": Decimal("0.10")}
    assert client.asked[0]["method"] == "post"
