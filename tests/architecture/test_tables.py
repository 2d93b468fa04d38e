"""What is one row of one table is known nowhere else."""

import ast
from pathlib import Path

from bot.delivery.papers import MAKERS
from bot.delivery.screens.table import ROWS
from workflow.intent_text import KINDS
from workflow.papers import PAPERS, PaperKind

ROOT = Path(__file__).parents[2]
ROOMS = ("workflow", "storage", "messages", "bot")
# A word of the office that is the name of an act, or of a button, as well as of a paper.
ALSO_WORDS = {"workflow/paper_kinds.py", "workflow/rights.py", "workflow/views/case.py"}


def modules():
    for room in ROOMS:
        for module in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in module.parts and "sandbox" not in module.parts:
                tree = ast.parse(module.read_text(encoding="utf-8"))
                yield module.relative_to(ROOT).as_posix(), tree


def test_every_intent_has_its_row():
    rows = [row.intent for row in ROWS]

    assert sorted(one.__name__ for one in rows) == sorted(KINDS)


def test_every_paper_of_the_office_has_its_facts_and_is_made():
    assert MAKERS.keys() == PAPERS.keys() == set(PaperKind)


def test_nobody_tells_intents_apart_but_their_table():
    """A match over intents would be one more place that a new screen has to be written into."""
    matched = {
        f"{name}:{node.lineno}: {node.cls.id}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.MatchClass)
        and isinstance(node.cls, ast.Name)
        and node.cls.id in KINDS
    }

    assert matched == set()


def test_no_paper_is_named_by_a_bare_word():
    named = {
        f"{name}:{node.lineno}: {node.value}"
        for name, tree in modules()
        if name not in ALSO_WORDS
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in set(PaperKind)
    }

    assert named == set()
