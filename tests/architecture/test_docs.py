"""What the documents say of settings, commands and files is so."""

import os
import re
from pathlib import Path

import pytest
import typer

from bot.cli.main import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / ".env.example"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
COMMANDS = typer.main.get_command(app)

SETTING = re.compile(r"DISPOSISI_[A-Z_]+")
SPAN = re.compile(r"`([^`]+)`")
BLOCK = re.compile(r"^ *```[a-z]*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
# Not the user of that name: "sudo -u disposisi make setup".
CALL = re.compile(r"(?:^|/|\s)(?<!-u )disposisi((?: [a-z]+)+)")
DECISIONS = ROOT / "docs" / "decisions.md"
DECISION = re.compile(r"^## \d{4}-\d\d-\d\d · (.+)$", re.MULTILINE)
ROOM = re.compile(r"^- \*\*[^*]+\*\* · (.+?)(?=\n- \*\*|\n*\Z)", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(page):
    return page.read_text(encoding="utf-8")


def code_in(page):
    """What stands as code on a page: the lines of blocks, and what is between backquotes."""
    text = text_of(page)
    yield from (line for block in BLOCK.findall(text) for line in block.splitlines())
    yield from SPAN.findall(" ".join(BLOCK.sub("", text).split()))


def targets_of(page):
    """The files of ours that a page links to."""
    for target in LINK.findall(BLOCK.sub("", text_of(page))):
        if not target.startswith(("https://", "http://")):
            path, _, place = target.partition("#")
            yield (page.parent / path).resolve() if path else page, place


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.fixture
def quiet_environment(monkeypatch):
    for name in [name for name in os.environ if name.startswith("DISPOSISI_")]:
        monkeypatch.delenv(name)


def test_every_setting_stands_in_the_example_once_with_one_line_of_explanation():
    lines = text_of(EXAMPLE).splitlines()
    named = [place for place, line in enumerate(lines) if not line.startswith("#") and "=" in line]

    assert [lines[place].partition("=")[0] for place in named] == [
        f"DISPOSISI_{name.upper()}" for name in Settings.model_fields
    ]
    assert all(lines[place - 1].startswith("# ") for place in named)
    assert all(not lines[place - 2].startswith("# ") for place in named[1:])


@pytest.mark.usefixtures("quiet_environment")
def test_the_example_says_the_defaults():
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_a_page_names_exists(page):
    known = {f"DISPOSISI_{name.upper()}" for name in Settings.model_fields}

    assert set(SETTING.findall(text_of(page))) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_a_page_names_exists(page):
    wrong = []
    for line in code_in(page):
        for found in CALL.findall(line):
            here = COMMANDS
            for word in found.split():
                if not hasattr(here, "get_command"):
                    break
                here = here.get_command(None, word)
                if here is None:
                    wrong.append(line)
                    break

    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_a_page_names_exists(page):
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {word for line in code_in(page) for word in re.findall(r"\bmake ([a-z-]+)", line)}

    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    broken = [
        f"{path.name}#{place}"
        for path, place in targets_of(page)
        if not path.exists()
        or (place and place not in {anchor(one) for one in HEADING.findall(text_of(path))})
    ]

    assert broken == []


def test_every_page_is_reached_from_the_readme():
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            ahead += [path for path, _ in targets_of(page) if path.suffix == ".md"]

    assert set(PAGES) <= reached


def test_every_picture_is_shown_somewhere():
    shown = {path for page in PAGES for path, _ in targets_of(page)}

    assert set((ROOT / "docs" / "images").glob("*")) <= shown


def test_every_decision_stands_in_the_index_by_room_and_nothing_else_does():
    page = text_of(DECISIONS)
    index = page[: page.index("\n## ")]
    indexed = [
        title for room in ROOM.findall(index) for title in " ".join(room.split()).split(" · ")
    ]

    assert sorted(indexed) == sorted(DECISION.findall(page))


def test_every_heading_of_the_decisions_has_its_day():
    headings = re.findall(r"^## .+$", text_of(DECISIONS), re.MULTILINE)

    assert len(headings) == len(DECISION.findall(text_of(DECISIONS)))
