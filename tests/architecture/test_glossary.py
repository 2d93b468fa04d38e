"""One word, one thing: the code follows docs/glossary.md."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("workflow", "storage", "messages", "bot")
# Telegram has words of its own.
TELEGRAM = ROOT / "bot" / "sandbox"

# Each with the word of the glossary that takes its place.
BANNED = {
    "ticket": "Case",
    "applicant request": "Case",
    "service request": "Case",
    "workflow instance": "Case",
    "process instance": "Case",
    "disposition": "disposisi",
    "initial step": "first",
    "control card": "kartu kendali",
    "tracking card": "kartu kendali",
    "receipt": "resi, or tanda terima",
    "notification": "Alarm, or Intent",
    "notify": "tell",
    "assignee": "holder",
    "assignment": "Appointment",
    "job title": "Jabatan",
    "department": "Jabatan, or Office",
    "deadline": "due_at",
    "sla": "Limit",
    "approve": "the verb of the SOP",
    "reject": "refuse, or send back",
    "citizen": "applicant",
    "customer": "applicant",
    "swimlane": "Lane",
    "transition": "Outcome",
    "stakeholder": "Lane",
    "manager": "Desk, or the thing itself",
}

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def names_in(module):
    """Every name that a module gives or uses."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.Name(id=name) | ast.Attribute(attr=name):
                yield name
            case ast.arg(arg=name) | ast.keyword(arg=str(name)):
                yield name


def words_of(name):
    return [word.lower() for word in WORD.findall(name)]


def phrases_of(name):
    """The single words of a name, and each two that stand together; plurals as one of them too."""
    words = words_of(name)
    phrases = {*words, *(f"{one} {next_one}" for one, next_one in pairwise(words))}
    return phrases | {phrase.removesuffix("s") for phrase in phrases}


def modules():
    for room in ROOMS:
        for module in sorted((ROOT / room).rglob("*.py")):
            if TELEGRAM not in module.parents:
                yield module


def rows():
    """Each row of the glossary: the names in its second column, the file in its last."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] != "the office says":
            yield re.findall(r"`([^`]+)`", cells[1]), re.findall(r"`([^`]+)`", cells[4])


def test_no_name_in_the_code_uses_a_word_that_the_glossary_replaced():
    offending = {
        f"{module.relative_to(ROOT)}: {name}: write {BANNED[phrase]}"
        for module in modules()
        for name in set(names_in(module))
        for phrase in phrases_of(name) & BANNED.keys()
    }

    assert offending == set()


def test_every_term_of_the_glossary_stands_where_it_says():
    missing = [
        (name, place)
        for names, [place] in rows()
        for name in names
        if not set(name.split(".")) <= set(names_in(ROOT / place))
    ]

    assert missing == []


def test_every_row_of_the_glossary_names_its_code_and_its_file():
    found = list(rows())

    assert len(found) > 40
    assert [row for row in found if not row[0] or len(row[1]) != 1] == []


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("NotificationService", "notification"),
        ("_initial_step", "initial step"),
        ("SLA", "sla"),
        ("tickets", "ticket"),
    ],
)
def test_a_replaced_word_is_seen_however_it_is_written(name, phrase):
    assert phrase in phrases_of(name)
