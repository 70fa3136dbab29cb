"""The page of limits has every limit, its refusal, and the kill switch as the program has them."""

import json
import re
import shlex
import tomllib
from pathlib import Path

import jsonschema

from omnibroker.limits.settings import KeyLimits, limits_of_accounts
from omnibroker.problems import CODES

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "limits.md").read_text("utf-8")
ROW = re.compile(
    r"^\| `([a-z_]+)` \| `([^`]+)` \| .+ \| ([0-9]{3}) `([a-z_]+)`.* \|$", re.MULTILINE
)


def test_every_limit_is_there_with_an_example_that_is_taken():
    """No limit is left out or made up; what the page says to write is what is understood."""
    pairs = {name: example for name, example, _, _ in ROW.findall(PAGE)}
    assert pairs.keys() == set(KeyLimits.__struct_fields__)
    assert KeyLimits.from_pairs(pairs).to_pairs().keys() == pairs.keys()


def test_the_limits_of_an_account_are_taken_as_they_stand():
    """The page names the account in its connection, too: without that the start is refused."""
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    written = tomllib.loads(block)
    accounts = {name: each["accounts"] for name, each in written["connections"].items()}
    assert limits_of_accounts(written["limits"], accounts).keys() == {"ibkr:DU1234567"}


def test_every_refusal_is_a_code_with_its_status():
    """What a limit refuses with is what the program's list of codes says."""
    refusals = {(code, int(status)) for _, _, status, code in ROW.findall(PAGE)}
    assert refusals
    assert all(CODES[code][0] == status for code, status in refusals)


def test_the_requests_of_the_kill_switch_fit_the_contract(bundles):
    """Paths and bodies of the curl lines are those of halt_trading, get_status and resume_trading."""
    block = PAGE.split("```sh\n", 1)[1].split("```", 1)[0].replace("\\\n", " ")
    seen = []
    for line in block.splitlines():
        words = shlex.split(line)
        if words[0] == "curl":
            path = next(word for word in words if word.startswith("$G/")).removeprefix("$G")
            item = bundles["unified"]["paths"][path]
            seen.append(next(iter(item.values()))["operationId"])
            check_body(bundles["unified"], words)
    assert seen == ["halt_trading", "get_status", "resume_trading"]


def check_body(bundle, words):
    """Raise unless what a curl line sends is a HaltRequest; a line without a body sends nothing."""
    if "-d" in words:
        document = {**bundle, "$ref": "#/components/schemas/HaltRequest"}
        jsonschema.Draft4Validator(document).validate(json.loads(words[words.index("-d") + 1]))
