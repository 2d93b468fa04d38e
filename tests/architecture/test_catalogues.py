"""Guard: every sentence is written, in both languages, with its arguments, and is said."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from messages.localizer import LANGUAGES
from workflow.errors import Refusal
from workflow.papers import PAPERS

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "messages" / "catalogues"
ROOMS = ("messages", "bot")

# Families whose last part is chosen while running: `say(f"step-kind-{kind}")`, and
# refusals, which name their own sentence. A new family is added here on purpose.
FAMILIES = ("refusal-",)

# What draws or shows a bare string: a sentence there would speak one language only.
SHOWING = {
    "Text",
    "Card",
    "Button",
    "answer",
    "send_message",
    "drawString",
    "drawCentredString",
    "drawRightString",
}


class Spoken(Visitor):
    """The variables and the other messages that one message uses."""

    def __init__(self):
        self.variables = set()
        self.messages = set()

    def visit_VariableReference(self, node):  # noqa: N802  (fluent.syntax's name)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node):  # noqa: N802  (fluent.syntax's name)
        self.messages.add(node.id.name)


@cache
def entries_of(language):
    return [
        entry
        for file in sorted((CATALOGUES / language).glob("*.ftl"))
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body
    ]


@cache
def spoken_by(language):
    spoken = {}
    for entry in entries_of(language):
        if isinstance(entry, ftl.Message):
            spoken[entry.id.name] = Spoken()
            spoken[entry.id.name].visit(entry)
    return spoken


def variables_of(language):
    return {name: spoken.variables for name, spoken in spoken_by(language).items()}


@cache
def modules():
    return [
        (file, ast.parse(file.read_text(encoding="utf-8")))
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        if "sandbox" not in file.parts
    ]


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    for file, tree in modules():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                    yield file, name, node


def said_literally():
    """What the code says by name: where, the message, and the names of its arguments."""
    for file, name, call in calls():
        match call:
            case ast.Call(args=[first, *_]) if name == "say":
                for choice in (
                    (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                ):
                    match choice:
                        case ast.Constant(value=str(message)):
                            arguments = {keyword.arg for keyword in call.keywords}
                            yield f"{file.name}:{call.lineno}", message, arguments


def families_said():
    """How the ids begin that the code puts together while running."""
    for file, name, call in calls():
        match call:
            case ast.Call(args=[ast.JoinedStr(values=parts), *_]) if name == "say":
                first = parts[0]
                start = first.value if isinstance(first, ast.Constant) else ""
                yield f"{file.name}:{call.lineno}", start


def refusals(kind=Refusal):
    for child in kind.__subclasses__():
        yield child
        yield from refusals(child)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_can_be_read(language):
    assert not [entry.content for entry in entries_of(language) if isinstance(entry, ftl.Junk)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language):
    names = Counter(e.id.name for e in entries_of(language) if isinstance(e, ftl.Message))

    assert not [name for name, times in names.items() if times > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_a_whole_sentence_of_its_own(language):
    empty = [e.id.name for e in entries_of(language) if isinstance(e, ftl.Message) and not e.value]

    assert not empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_does_not_shout(language):
    shouted = [
        f"{file.name}:{number}"
        for file in sorted((CATALOGUES / language).glob("*.ftl"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if "!" in line
    ]

    assert not shouted


def test_both_languages_say_the_same_things():
    ours, theirs = (variables_of(language) for language in LANGUAGES)

    assert ours == theirs


def test_both_languages_have_the_same_catalogues():
    ours, theirs = (
        {file.name for file in (CATALOGUES / language).glob("*.ftl")} for language in LANGUAGES
    )

    assert ours == theirs


def test_every_sentence_in_code_is_written_and_gets_its_arguments():
    written = variables_of("id")
    wrong = {}
    for where, message, arguments in said_literally():
        wanted = written.get(message)
        handed_on = None in arguments  # `**facts`: known only while running
        if wanted is None or (not handed_on and wanted != arguments):
            wrong[where] = (message, wanted, arguments)

    assert not wrong


def test_only_known_families_are_put_together_while_running():
    assert not [
        (where, start) for where, start in families_said() if not start.startswith(FAMILIES)
    ]


def test_every_written_sentence_is_said():
    literals = {
        node.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {
        facts.said(unfinished=way, to_officer=officer)
        for facts in PAPERS.values()
        for way in (True, False)
        for officer in (True, False)
    }
    spoken = spoken_by("id")
    told = literals | {name for message in spoken.values() for name in message.messages}

    assert not [name for name in spoken if name not in told and not name.startswith(FAMILIES)]


def test_every_refusal_has_its_sentence():
    written = variables_of("id")
    unworded = {}
    for refusal in refusals():
        message = refusal.__new__(refusal).message_id
        facts = set(refusal.__dataclass_fields__)
        if message not in written or not written[message] <= facts:
            unworded[message] = facts

    assert not unworded


def test_every_written_refusal_can_still_happen():
    happening = {refusal.__new__(refusal).message_id for refusal in refusals()}

    assert {name for name in variables_of("id") if name.startswith("refusal-")} <= happening


def test_no_sentence_stands_in_python():
    found = []
    for file, name, call in calls():
        if name in SHOWING:
            values = [*call.args, *(keyword.value for keyword in call.keywords)]
            found += [
                (f"{file.name}:{call.lineno}", value.value)
                for value in values
                if isinstance(value, ast.Constant)
                and isinstance(value.value, str)
                and " " in value.value.strip()
            ]

    assert not found
