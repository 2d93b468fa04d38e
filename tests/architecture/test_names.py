"""One word, one thing: a public class has its name for itself, in all four rooms."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("workflow", "storage", "messages", "bot")

# Names of classes that may stand twice, each with its reason.
TWICE: dict[str, str] = {}


def public_classes(source):
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def places_by_name():
    places = defaultdict(list)
    for room in ROOMS:
        for module in sorted((ROOT / room).rglob("*.py")):
            for name in public_classes(module.read_text(encoding="utf-8")):
                places[name].append(module.relative_to(ROOT).as_posix())
    return places


def test_a_public_class_has_its_name_for_itself():
    shared = {name: places for name, places in places_by_name().items() if len(places) > 1}

    assert {name: places for name, places in shared.items() if name not in TWICE} == {}


def test_no_name_is_excused_that_stands_once():
    places = places_by_name()

    assert [name for name in TWICE if len(places[name]) < 2] == []
    assert all(TWICE.values())


def test_a_class_is_seen_where_a_module_gives_it():
    source = "class Draft:\n    class Inner: ...\nclass _Own: ...\ndef f():\n    class Local: ..."

    assert list(public_classes(source)) == ["Draft"]
