"""The words agree with the program: paths, commands, codes, keys, states, values, faults."""

import argparse
import ast
import importlib
import inspect
import json
import re
import shlex
from pathlib import Path

import jsonschema
import msgspec
import pytest

from omnibroker import cli, config, problems
from omnibroker.brokers import TITLES
from omnibroker.simulated import BASE_PATHS
from omnibroker.upstream.connection import BrokerModule, Locked
from omnibroker.upstream.seam import Broker
from omnibroker_sandbox import fault_rules, faults
from omnibroker_sandbox.brokers import SANDBOXES
from omnibroker_sandbox.exchange import Exchange

ROOT = Path(__file__).resolve().parent.parent.parent
TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
DOCUMENTS = [ROOT / name for name in TOP] + sorted((ROOT / "docs").rglob("*.md"))
FOLDERS = "openapi|generated|handlers|runtime|sandbox|tests|tools|docs|requirements"
# A path of the tree, not the tail of a URL or of a longer path; <tag> stands for any name.
NAMED_PATH = re.compile(rf"(?<![\w/.…-])(?:{FOLDERS})/[\w./<>-]*[\w/>]")
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")

every_broker = pytest.mark.parametrize("broker", sorted(TITLES))
every_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def text(name: str) -> str:
    """A document of the tree."""
    return (ROOT / name).read_text("utf-8")


def rows(name: str, heading: str) -> list[list[str]]:
    """The body of the table below a heading: cells of each row."""
    section = text(name).split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def words(cell: str) -> list[str]:
    """What a cell has between backticks."""
    return re.findall(r"`([^`]+)`", cell)


@every_document
def test_every_path_named_exists(document):
    """A path in the text is a file or folder of the tree; <broker> is tried with ibkr."""
    named = {found.rstrip(".") for found in NAMED_PATH.findall(document.read_text("utf-8"))}
    patterns = {
        path: re.sub(r"<[a-z_ ]+>", "*", path.replace("<broker>", "ibkr")) for path in named
    }
    assert not [path for path, pattern in patterns.items() if not any(ROOT.glob(pattern))]


@every_document
def test_every_link_leads_somewhere(document):
    """A relative link's file exists, and so does the heading that it names."""
    broken = []
    for target, anchor in LINK.findall(document.read_text("utf-8")):
        path = (document.parent / target).resolve() if target else document
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(f"{target}#{anchor}")
    assert not broken


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


def test_every_make_target_named_exists_and_every_one_is_named():
    """`make x` in the words is a target; the README leaves none out but `help`."""
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"(?:`|^ +)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert named <= targets
    assert targets - {"help"} <= set(re.findall(r"`make ([a-z]+)`", text("README.md")))


@every_document
def test_every_omnibroker_command_named_exists(document):
    """`omnibroker x …` in the words is a command line that the program takes, placeholders aside."""
    pattern = re.compile(
        r"(?:`|^ *(?:\$ )?)omnibroker ((?:serve|sandbox|doctor|matrix|keys|journal|audit)\b[^`\n]*)",
        re.MULTILINE,
    )
    for line in pattern.findall(document.read_text("utf-8")):
        arguments = shlex.split(line.replace("<key id>", "key_id"), comments=True)
        if arguments in (["sandbox"], ["keys"], ["keys", "create"]):
            continue  # the command is named, not given
        assert cli._parser().parse_args(arguments).run


def test_every_command_of_the_program_is_in_the_readme():
    """Nobody has to find a command by reading its source."""
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    assert not [name for name in commands.choices if f"`omnibroker {name}" not in text("README.md")]


def test_the_page_of_errors_has_every_code_as_the_program_has_it():
    """Same codes, same order, same status, same advice on retrying; each row says who does what."""
    found = rows("docs/errors.md", "## Codes")
    codes = {words(row[0])[0]: (int(row[1]), row[2]) for row in found if len(row) == 5}
    assert list(codes.items()) == [
        (code, (status, retry)) for code, (status, _, retry) in problems.CODES.items()
    ]
    assert all(row[3] and row[4] for row in found)


def test_the_codes_said_never_to_be_raised_are_those_that_no_code_names():
    """A code that begins to be raised leaves the list of those that are not."""
    section = text("docs/errors.md").split("### Not raised by this version", 1)[1]
    said = set(re.findall(r"^- `([a-z_]+)`:", section, re.MULTILINE))
    by_framework = {problems.for_status(status).code for status in range(400, 600)}
    assert said == set(problems.CODES) - strings_of_the_program() - by_framework


def strings_of_the_program() -> set[str]:
    """Every text constant of runtime and handlers; the list of codes itself aside."""
    paths = [*(ROOT / "runtime").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    return {
        node.value
        for path in paths
        if path.name != "problems.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def operations_of(bundle: dict) -> list[dict]:
    """The operations of a bundle."""
    return [
        operation
        for item in bundle["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and "operationId" in operation
    ]


def refused_by(broker: str) -> set[str]:
    """The values of requests that a broker's tables say it does not have."""
    tables = importlib.import_module(f"omnibroker_handlers.{broker}._tables")
    return {value for values in tables.UNSUPPORTED.values() for value in values}


@every_broker
def test_the_page_of_a_broker_names_every_value_that_is_refused(broker):
    """What its tables do not have is on the page, with a reason."""
    refused = rows(f"docs/{broker}.md", "## Values that are refused")
    named = {word for row in refused for word in words(row[1])}
    assert not refused_by(broker) - named
    assert all(len(row) == 3 and row[2] for row in refused)


@every_broker
def test_the_page_of_a_broker_has_every_session_state(bundles, broker):
    """Each state of the contract has a row: what it means and what a person does."""
    found = rows(f"docs/{broker}.md", "## Session states")
    states = bundles["unified"]["components"]["schemas"]["SessionState"]["enum"]
    assert sorted(words(row[0])[0] for row in found) == sorted(states)
    assert all(len(row) == 3 and row[1] and row[2] for row in found)


@every_broker
def test_the_page_of_a_broker_names_every_operation_that_it_lacks(bundles, broker):
    """What the matrix shows as missing is on the page; a broker without a lock has nothing to unlock."""
    lacking = [
        operation["operationId"]
        for operation in operations_of(bundles["unified"])
        if "x-upstream" in operation and broker not in operation["x-upstream"]
    ]
    missing = [name for name in lacking if f"`{name}`" not in text(f"docs/{broker}.md")]
    assert set(missing) <= {"unlock_trading"}


@every_broker
def test_the_page_of_a_broker_names_every_key_of_its_own(broker):
    """Whoever configures a broker finds each of its keys on its page."""
    own = {f.name for f in msgspec.structs.fields(config.CONNECTIONS[broker])}
    own -= {f.name for f in msgspec.structs.fields(config.Connection)}
    page = text(f"docs/{broker}.md")
    assert not [name for name in own if f"`{name}" not in page]


def test_the_page_of_the_sandbox_has_every_control():
    """The requests described are those that the sandbox takes."""
    found = [words(row[0])[0] for row in rows("docs/sandbox.md", "## Control")]
    layer = faults.FaultInjection(app=None, sandbox=None)
    status, answer = layer._answer("GET", "/sandbox/", None)
    offered = re.findall(r"[A-Z]+ /sandbox/[a-z]+", answer["error"])
    assert status == 404
    assert sorted(found) == sorted(offered)


@pytest.mark.parametrize("broker", sorted(BASE_PATHS))
def test_the_page_of_the_sandbox_has_every_session_action(broker):
    """What can happen to each simulated broker's login is on the page, and nothing else."""
    (row,) = [r for r in rows("docs/sandbox.md", "## What happens to the login") if r[0] == broker]
    simulated = SANDBOXES[broker].build(Exchange(1), ready=False)
    with pytest.raises(ValueError, match="Unknown session action") as refused:
        simulated.session_action("no such thing")
    offered = str(refused.value).split("use one of ", 1)[1].rstrip(".").split(", ")
    assert sorted(words(row[1])) == sorted(offered)


@pytest.mark.parametrize(
    ("heading", "protocol"),
    [
        ("## The functions of a call", Broker),
        ("## The functions of a session's life", BrokerModule),
        ("## A trade lock", Locked),
    ],
)
def test_the_page_on_adding_a_broker_has_every_function_of_a_module(heading, protocol):
    """The seam as the program has it: each member with its arguments, in the table of its protocol."""
    found = {words(row[0])[0] for row in rows("docs/adding-a-broker.md", heading)}
    functions = {
        f"{name}({', '.join(list(inspect.signature(member).parameters)[1:])})"
        for name, member in vars(protocol).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }
    assert found == functions | set(protocol.__annotations__)


def test_the_page_of_the_sandbox_has_every_fault():
    """The faults described are those that can be armed."""
    found = rows("docs/sandbox.md", "## Faults")
    assert [words(row[0])[0] for row in found] == list(fault_rules.KINDS)


def test_the_readme_orders_fit_the_contract(bundles):
    """The bodies that the README sends are valid where it sends them."""
    block = text("README.md").split("```sh\n", 1)[1].split("```", 1)[0].replace("\\\n", " ")
    found = re.findall(r"^curl ([^\n]*?) -d '([^']+)'", block, re.MULTILINE)
    seen = []
    for head, body in found:
        schema = schema_of(head)
        seen.append(schema)
        document = {**bundles["unified"], "$ref": f"#/components/schemas/{schema}"}
        jsonschema.Draft4Validator(document).validate(json.loads(body))
    orders = len(TITLES)
    assert seen.count("PreviewOrderRequest") == 1
    assert (seen.count("PlaceOrderRequest"), seen.count("ModifyOrderRequest")) == (orders, orders)


def schema_of(head: str) -> str:
    """What a curl line of the README sends, by its path."""
    if "/preview" in head:
        return "PreviewOrderRequest"
    return "ModifyOrderRequest" if "/client:" in head else "PlaceOrderRequest"
