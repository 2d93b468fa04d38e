"""Guard: the domain needs nothing but itself, so that it can be run and trusted alone."""

import ast
import sys
from pathlib import Path

import pytest

WORKFLOW = Path(__file__).parents[2] / "workflow"
ALLOWED = sys.stdlib_module_names | {"workflow", "pydantic", "yaml"}
IMPURE = {
    *("asyncio", "socket", "subprocess", "sqlite3", "urllib", "http", "random", "secrets"),
    *("os", "pathlib", "shutil", "tempfile", "threading", "time", "logging"),
}


def roots_imported_by(source):
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name.partition(".")[0] for name in names)
            case ast.ImportFrom(module=str(name), level=0):
                yield name.partition(".")[0]


@pytest.mark.parametrize(
    "module",
    sorted(WORKFLOW.rglob("*.py")),
    ids=lambda path: path.relative_to(WORKFLOW).with_suffix("").as_posix(),
)
def test_the_domain_needs_nothing_but_itself(module):
    assert set(roots_imported_by(module.read_text(encoding="utf-8"))) <= ALLOWED - IMPURE


def test_an_import_of_the_world_would_be_seen():
    source = "from aiogram.types import Message\ndef f():\n    import os.path"
    assert set(roots_imported_by(source)) - (ALLOWED - IMPURE) == {"aiogram", "os"}


@pytest.mark.parametrize(
    "module", sorted((WORKFLOW / "desk").rglob("*.py")), ids=lambda path: path.stem
)
def test_a_desk_takes_the_time_from_the_work_it_does(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert "Clock" not in names
    assert "clock" not in asked
