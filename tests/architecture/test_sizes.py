"""A function fits in the eye, and a module holds one idea: what is longer says why."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("workflow", "storage", "messages", "bot")
MIGRATIONS = ROOT / "storage" / "migrations" / "versions"

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
# One that may be longer a line: its path, a tab or spaces, and the reason.
EXCUSED = Path(__file__).parent / "long_modules.txt"


def modules():
    return [module for room in ROOMS for module in sorted((ROOT / room).rglob("*.py"))]


def name_of(module):
    return module.relative_to(ROOT).as_posix()


def length_of(module):
    return len(module.read_text(encoding="utf-8").splitlines())


def functions_in(source):
    """Every function with its length, from its first decorator's line to its last."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


def excused():
    lines = EXCUSED.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return {name: reason.strip() for name, _, reason in pairs}


def test_no_function_is_longer_than_a_screen_but_the_migrations():
    long = {
        f"{name_of(module)}: {name}": length
        for module in modules()
        if MIGRATIONS not in module.parents
        for name, length in functions_in(module.read_text(encoding="utf-8"))
        if length > LONGEST_FUNCTION
    }

    assert long == {}


def test_a_long_module_is_split_or_excused():
    long = {name_of(module): length_of(module) for module in modules()}
    long = {name: length for name, length in long.items() if length > LONGEST_MODULE}

    assert {name: length for name, length in long.items() if name not in excused()} == {}


@pytest.mark.parametrize("name", excused())
def test_no_module_is_excused_that_is_gone_or_short(name):
    module = ROOT / name

    assert excused()[name], "the reason is missing"
    assert module.exists()
    assert length_of(module) > LONGEST_MODULE


def test_a_long_function_is_seen_also_inside_a_class():
    source = "class Desk:\n    async def press(self):\n" + "        self.count += 1\n" * 40

    assert dict(functions_in(source)) == {"press": 41}
