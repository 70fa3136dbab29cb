"""Bundle the source files of one API below openapi/ into one OpenAPI document with local references only."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]

KINDS = {
    "schemas": "schemas",
    "examples": "examples",
    "parameters": "parameters",
    "responses": "responses",
    "headers": "headers",
    "request_bodies": "requestBodies",
}
# Their children are names chosen by people, so a child called "example" or "default" is no keyword.
NAME_MAPS = {
    "properties", "examples", "responses", "headers", "content", "callbacks", "links", "encoding",
    "schemas", "parameters", "requestBodies", "securitySchemes", "variables", "paths",
}  # fmt: skip
# What stands below them is a value, not a description: nothing in it is a reference.
VALUES = {"example", "value", "default", "enum"}
KEPT_ORDER = {"paths", "responses"}


# Numbers of YAML 1.2 that YAML 1.1 reads as text.
NUMBER = re.compile(
    r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$|^0[ox][0-9a-fA-F]+$"
)


class BundleError(Exception):
    """A source file that cannot be bundled; the message names the file and what to change."""


class _Loader(yaml.SafeLoader):
    """YAML with JSON's idea of plain scalars: what only YAML 1.1 reads as another type is refused."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - the name and shape are PyYAML's


def _plain(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), [*first])


_plain("bool", r"^(?:true|false)$", "tf")
_plain("null", r"^null$", "n")
_plain("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789")
_plain("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", "-0123456789")

_OLD = yaml.SafeLoader("")


def _string(_: _Loader, node: yaml.ScalarNode) -> str:
    """A plain scalar stays text only where every YAML reader would say so too."""
    other = _OLD.resolve(yaml.ScalarNode, node.value, (True, False)) != node.tag
    if node.style is None and (other or NUMBER.match(node.value)):
        where = f"{node.start_mark.name}:{node.start_mark.line + 1}"
        raise BundleError(
            f"{where}: quote {node.value!r}; unquoted, YAML readers take it for something else"
        )
    return str(node.value)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Json:
    """A mapping whose keys are texts and stand once."""
    found: Json = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        where = f"{key_node.start_mark.name}:{key_node.start_mark.line + 1}"
        if not isinstance(key, str):
            raise BundleError(f"{where}: quote the key {key_node.value!r}")
        if key in found:
            raise BundleError(f"{where}: the key {key!r} stands twice")
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:str", _string)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(path: Path) -> Json:
    """The mapping in the YAML file `path`; BundleError where it is missing, no mapping, or ambiguous."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BundleError(f"{path}: no such file") from error
    if "{{" in text:
        raise BundleError(f"{path}: '{{{{' is forbidden, template engines would read it")
    reader = _Loader(text)
    reader.name = str(path)
    try:
        content = reader.get_single_data()
    except yaml.YAMLError as error:
        raise BundleError(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise BundleError(f"{path}: the top level must be a mapping")
    return content


@dataclass
class _Bundler:
    """One run over one API folder: files read, components lifted, components still to visit."""

    folder: Path
    files: dict[Path, Json] = field(default_factory=dict)
    origin: dict[tuple[str, str], Path] = field(default_factory=dict)
    components: dict[str, Json] = field(default_factory=dict)
    root_components: Json = field(default_factory=dict)

    def content(self, path: Path) -> Json:
        if path not in self.files:
            self.files[path] = load(path)
        return self.files[path]

    def kind(self, path: Path) -> str | None:
        """The component kind of a file, by its folder or by its own name."""
        first = path.relative_to(self.folder).parts[0]
        return KINDS.get(first.removesuffix(".yaml"))

    def locate(self, ref: str, here: Path) -> tuple[Path, str]:
        """The file and key that `ref`, written in the file `here`, names."""
        file, _, fragment = ref.partition("#/")
        if "://" in file or file.startswith(("/", "//")):
            raise BundleError(f"{here}: {ref!r} is remote; copy what is needed into this folder")
        if not fragment or "/" in fragment or (file and not file.endswith(".yaml")):
            raise BundleError(f"{here}: write {ref!r} as '<file>.yaml#/<Key>', one name after '#/'")
        path = (here.parent / file).resolve() if file else here
        if not path.is_relative_to(self.folder):
            raise BundleError(f"{here}: {ref!r} leaves the folder of this API")
        if fragment not in self.content(path):
            raise BundleError(f"{here}: {ref!r} names nothing; {path.name} has no key {fragment!r}")
        return path, fragment

    def lift(self, ref: str, here: Path) -> str:
        """The local reference that stands for `ref` in the bundle; its target becomes a component."""
        if ref.startswith("#/components/") and here == self.folder / "openapi.yaml":
            return self.root_ref(ref, here)
        path, key = self.locate(ref, here)
        kind = self.kind(path)
        if kind is None:
            raise BundleError(
                f"{here}: {ref!r} is in no component file ({', '.join(sorted(KINDS))})"
            )
        known = self.origin.setdefault((kind, key), path)
        if known != path:
            raise BundleError(
                f"{key!r} is defined in {known} and in {path}: rename one, keys are unique per kind"
            )
        target = self.components.setdefault(kind, {})
        if key not in target:
            target[key] = None  # a mark for recursion: it is being visited
            target[key] = self.walk(self.content(path)[key], path)
        return f"#/components/{kind}/{key}"

    def root_ref(self, ref: str, here: Path) -> str:
        _, _, kind, key = ref.split("/", 3)
        if key not in self.root_components.get(kind, {}):
            raise BundleError(f"{here}: {ref!r} names nothing in its components")
        return ref

    def walk(self, node: Any, here: Path, *, names: bool = False) -> Any:
        """A copy of `node` with every reference lifted; `names`: its keys are names, not keywords."""
        if isinstance(node, list):
            return [self.walk(item, here) for item in node]
        if not isinstance(node, dict):
            return node
        if not names and "$ref" in node:
            return self.reference(node, here)
        return {key: self.child(key, value, here, names=names) for key, value in node.items()}

    def reference(self, node: Json, here: Path) -> Json:
        if len(node) > 1 or not isinstance(node["$ref"], str):
            raise BundleError(
                f"{here}: nothing may stand beside $ref {node['$ref']!r}; OpenAPI 3.0 ignores it"
            )
        return {"$ref": self.lift(node["$ref"], here)}

    def child(self, key: str, value: Any, here: Path, *, names: bool) -> Any:
        if names:
            return self.walk(value, here)
        if key in VALUES or key.startswith("x-"):
            return value
        if key == "mapping" and isinstance(value, dict):
            return {name: self.lift(ref, here) for name, ref in value.items()}
        return self.walk(value, here, names=key in NAME_MAPS)

    def path_item(self, url: str, item: Json, root: Path) -> Json:
        """The path item itself, written in place or named by a reference to a paths file."""
        if "$ref" not in item:
            return self.walk(item, root)
        path, key = self.locate(item["$ref"], root)
        if path.relative_to(self.folder).parts[0] not in {"paths", "paths.yaml"}:
            raise BundleError(f"{root}: the path {url} must refer to a file in paths/")
        return self.walk(self.content(path)[key], path)


def bundle(folder: Path) -> Json:
    """The API in `folder` as one document: local references, concrete paths before templated ones.

    Raises BundleError for remote or dangling references, name collisions and ambiguous YAML.
    """
    folder = folder.resolve()
    root = folder / "openapi.yaml"
    run = _Bundler(folder)
    source = run.content(root)
    run.root_components = source.get("components", {})
    head = {key: value for key, value in source.items() if key not in {"paths", "components"}}
    document = run.walk(head, root)
    paths = {url: run.path_item(url, item, root) for url, item in source.get("paths", {}).items()}
    document["paths"] = {url: paths[url] for url in sorted(paths, key=_concrete_first)}
    document["components"] = _merged(
        run.walk(run.root_components, root, names=True), run.components, root
    )
    return _sorted(document)


def unused(folder: Path, document: Json) -> list[str]:
    """Components written in the files of `folder` that no operation reaches: `file#/Key`."""
    run = _Bundler(folder.resolve())
    return [
        f"{path.relative_to(run.folder)}#/{key}"
        for path in sorted(run.folder.rglob("*.yaml"))
        if (kind := run.kind(path)) is not None
        for key in load(path)
        if key not in document["components"].get(kind, {})
    ]


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Each operation of a bundle: (path, method, operation)."""
    methods = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
    for url, item in document["paths"].items():
        for method, operation in item.items():
            if method in methods:
                yield url, method, operation


def dump(document: Json) -> str:
    """The text of a bundle, the same on every machine."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _concrete_first(url: str) -> list[tuple[bool, str]]:
    """Connexion routes in document order, so `/orders/open` must stand before `/orders/{order_id}`."""
    return [("{" in segment, segment) for segment in url.split("/")]


def _merged(inline: Json, lifted: dict[str, Json], root: Path) -> Json:
    merged = {kind: dict(found) for kind, found in inline.items()}
    for kind, found in lifted.items():
        twice = merged.setdefault(kind, {}).keys() & found.keys()
        if twice:
            raise BundleError(
                f"{root}: also defined in a file of their own: {', '.join(sorted(twice))}"
            )
        merged[kind].update(found)
    return {kind: dict(sorted(found.items())) for kind, found in merged.items()}


def _sorted(node: Any, key: str = "", *, names: bool = False) -> Any:
    """Keys in order, but for paths and responses, whose order means something to readers and routers."""
    if isinstance(node, list):
        return [_sorted(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = names and key in KEPT_ORDER
    return {
        name: node[name]
        if not names and name in VALUES
        else _sorted(node[name], name, names=not names and name in NAME_MAPS)
        for name in (node if kept else sorted(node))
    }
