"""The Bot API's own definition as data: fetched once out of aiogram's source release.

    python tests/support/bot_api_schema.py .venv/bot-api-schema.json

aiogram publishes in its source release (not in its wheel) what it read off core.telegram.org.
It is taken from there when tests run and never kept in this repository.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

HERE = Path(__file__).resolve().parents[2]
KEPT_AT = HERE / ".venv" / "bot-api-schema.json"
LOCK = HERE / "requirements.lock"
INSIDE_THE_RELEASE = ".butcher/schema/schema.json"

PRIMITIVES = frozenset({"Integer", "Float", "String", "Boolean", "True"})
NOT_ONLY_ITS_LIST = {"RichText": ["String", "Array of RichText"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a type or of a method; `always` is its only legal value, if it has one."""

    type: str
    required: bool
    always: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A type or a method: its fields, and either what it may be or what it returns."""

    fields: dict[str, Field]
    one_of: tuple[str, ...] = ()
    returns: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """Every method and type of one version of the Bot API."""

    version: str
    methods: dict[str, Definition]
    types: dict[str, Definition]

    @classmethod
    def kept(cls, path: Path = KEPT_AT) -> Self:
        if not path.exists():
            raise FileNotFoundError(
                f"{path} is missing: run `python tests/support/bot_api_schema.py {path}` once"
            )
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            version=data["version"],
            methods={name: _definition(each) for name, each in data["methods"].items()},
            types={name: _definition(each) for name, each in data["types"].items()},
        )


@cache
def the_schema() -> Schema:
    return Schema.kept()


def _definition(data: dict[str, Any]) -> Definition:
    return Definition(
        fields={
            name: Field(type=kind, required=required, always=always)
            for name, (kind, required, always) in data["fields"].items()
        },
        one_of=tuple(data.get("one_of", ())),
        returns=data.get("returns", ""),
    )


def compacted(published: dict[str, Any]) -> dict[str, Any]:
    """Methods and types without their prose, but with what only the prose tells."""
    entries = [entry for group in published["items"] for entry in group["children"]]
    types = {entry["name"]: entry for entry in entries if entry["name"][0].isupper()}
    methods = {entry["name"]: entry for entry in entries if entry["name"][0].islower()}
    known = PRIMITIVES | types.keys()
    return {
        "version": published["api"]["version"],
        "methods": {
            name: {"fields": _fields(entry), "returns": returned(entry["description"], known)}
            for name, entry in methods.items()
        },
        "types": {
            name: {"fields": _fields(entry), "one_of": _one_of(entry, known)}
            for name, entry in types.items()
        },
    }


def returned(description: str, known: frozenset[str]) -> str:
    """The return type a method's description tells in its sentences about returning."""
    sentences = re.findall(r"[^.]*\b[Rr]eturn[^.]*\.", description)
    named = re.findall(r"(?:Array of )?\b[A-Z]\w+", " ".join(sentences))
    kinds = [name for name in named if name.removeprefix("Array of ") in known]
    return " or ".join(dict.fromkeys(kinds))


def _fields(entry: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        field["name"]: [field["type"], field["required"], _always(field)]
        for field in entry["annotations"]
    }


def _always(field: dict[str, Any]) -> str | None:
    if field["name"] not in {"type", "source", "status"}:
        return None
    told = re.search(r"(?:always '(\w+)'|, must be (\w+)$)", field["description"].strip())
    return (told[1] or told[2]) if told else None


def _one_of(entry: dict[str, Any], known: frozenset[str]) -> list[str]:
    if entry["annotations"]:
        return []
    listed = re.findall(r"^\s*- (\w+)\s*$", entry["description"], flags=re.MULTILINE)
    return NOT_ONLY_ITS_LIST.get(entry["name"], []) + [name for name in listed if name in known]


def fetch(destination: Path) -> None:
    """Write the compact schema there, unless the one that is there is of the locked aiogram."""
    pinned = re.search(r"^aiogram==.*?(?=^\S|\Z)", LOCK.read_text("utf-8"), flags=re.M | re.S)
    if pinned is None:
        raise SystemExit(f"{LOCK.name} does not name aiogram, which carries the Bot API's schema")
    release = pinned[0].split()[0]
    if destination.exists() and json.loads(destination.read_text("utf-8")).get("of") == release:
        return
    with tempfile.TemporaryDirectory() as folder:
        compact = compacted(_published(Path(folder), pinned[0]))
    destination.parent.mkdir(parents=True, exist_ok=True)
    destination.write_text(json.dumps({"of": release} | compact), encoding="utf-8")


def _published(folder: Path, requirement: str) -> dict[str, Any]:
    wanted = folder / "wanted.txt"
    wanted.write_text(requirement, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    how = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes"]
    done = subprocess.run(
        [*pip, *how, "--requirement", str(wanted), "--dest", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(
            f"The Bot API's schema could not be fetched: pip did not get the source release of "
            f"{requirement.split()[0]}. Check the connection and try again.\n{done.stderr.strip()}"
        )
    archive = next(folder.glob("*.tar.gz"))
    with tarfile.open(archive) as release:
        member = release.extractfile(f"{archive.name.removesuffix('.tar.gz')}/{INSIDE_THE_RELEASE}")
        if member is None:
            raise SystemExit(f"{archive.name} no longer carries {INSIDE_THE_RELEASE}")
        return json.load(member)


if __name__ == "__main__":
    fetch(Path(sys.argv[1]))
