"""OpenAPI 3.0 schemas as compiled validators."""

from decimal import Decimal

import pytest

from omnibroker.plans.schemas import Schemas, explain

BUNDLE = {
    "components": {
        "schemas": {
            "Tree": {
                "type": "object",
                "properties": {
                    "child": {"$ref": "#/components/schemas/Tree"},
                    "nullable": {"type": "string"},
                    "example": {"type": "integer"},
                },
                "additionalProperties": False,
            },
            "Side": {"type": "string", "enum": ["BUY", "SELL"]},
        }
    }
}


def fits(schema, value):
    return Schemas(BUNDLE).validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "string", "nullable": True}, [None, "a"], [1]),
        ({"type": "string", "enum": ["a"], "nullable": True}, [None, "a"], ["b"]),
        (
            {"allOf": [{"$ref": "#/components/schemas/Side"}], "nullable": True},
            [None, "BUY"],
            ["x"],
        ),
        ({"type": "integer"}, [1], [1.5, "1", True, Decimal("1.5")]),
        ({"type": "number"}, [1, Decimal("1.5")], ["1", True]),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, [1], [0]),
        ({"type": "string", "format": "date-time"}, ["2027-01-01T00:00:00Z"], ["yesterday"]),
        ({"type": "string", "pattern": "^[a-z]+$"}, ["ab"], ["ab\n", "AB"]),
        ({"$ref": "#/components/schemas/Tree"}, [{"child": {"child": {}}}], [{"child": {"x": 1}}]),
        (
            {"$ref": "#/components/schemas/Tree"},
            [{"nullable": "a"}, {"example": 1}],
            [{"nullable": 1}],
        ),
    ],
)
def test_words_of_openapi_mean_what_they_say(schema, good, bad):
    """nullable, exclusiveMinimum, formats, recursion, and properties that are named like words."""
    for value in good:
        assert fits(schema, value), value
    for value in bad:
        assert not fits(schema, value), value


def test_an_explanation_is_short():
    """Five errors at most, on one line each, whatever was sent."""
    validator = Schemas({}).validator({"type": "array", "items": {"type": "integer"}})
    errors = explain(validator, ["x\n" * 4000] * 50, "body")
    assert 1 <= len(errors) <= 5
    assert all(len(e["message"]) <= 240 and "\n" not in e["message"] for e in errors)
