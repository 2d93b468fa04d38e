"""Entities after Telegram put them in order: laws that hold for any text."""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.entities import parse
from bot.sandbox.settling import cleaned, settled, trimmed, without_blanks
from bot.sandbox.utf16 import units

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
KINDS = (*STYLES, "code", "pre", "text_link", "blockquote", "expandable_blockquote")


law = settings(deadline=None)


@st.composite
def marked_texts(draw):
    """A text without surrogate halves cut in two, and entities anywhere in it."""
    letters = draw(st.lists(st.sampled_from("abcש👍 \n"), min_size=1, max_size=12))
    places = [units("".join(letters[:count])) for count in range(len(letters) + 1)]
    entities = []
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=6)):
        start, end = sorted(draw(st.lists(st.sampled_from(places), min_size=2, max_size=2)))
        link = {"url": "https://example.go.id/"} if kind == "text_link" else {}
        entities.append({"type": kind, "offset": start, "length": end - start} | link)
    return "".join(letters), entities


def covered(entities, *kinds):
    return {
        place
        for each in entities
        if each["type"] in kinds
        for place in range(each["offset"], each["offset"] + each["length"])
    }


@law
@given(marked_texts())
def test_what_is_settled_stays_as_it_is(marked):
    _, entities = marked
    assert settled(settled(entities)) == settled(entities)


@law
@given(marked_texts())
def test_entities_lie_within_each_other_or_apart(marked):
    _, entities = marked
    spans = [(each["offset"], each["offset"] + each["length"]) for each in settled(entities)]
    for start, end in spans:
        for first, last in spans:
            apart = end <= first or last <= start
            within = (first <= start and end <= last) or (start <= first and last <= end)
            assert apart or within


@law
@given(marked_texts())
def test_a_style_covers_what_it_covered_save_code(marked):
    _, entities = marked
    after = settled(entities)
    for style in STYLES:
        assert covered(after, style) == covered(entities, style) - covered(after, "code", "pre")


@law
@given(marked_texts())
def test_nothing_is_left_outside_the_text(marked):
    text, entities = trimmed(*cleaned(*marked))
    for entity in without_blanks(text, entities):
        assert entity["offset"] >= 0
        assert entity["offset"] + entity["length"] <= units(text)


@pytest.fixture(scope="module")
def as_html():
    """Text and entities as HTML, in aiogram's hand."""
    types = importlib.import_module("aiogram.types")
    decorations = importlib.import_module("aiogram.utils.text_decorations")

    def written(text, entities):
        marks = [types.MessageEntity(**each) for each in entities]
        return decorations.html_decoration.unparse(text, marks)

    return written


@law
@given(marked_texts())
def test_what_aiogram_writes_as_html_is_read_as_it_was(as_html, marked):
    text, entities = trimmed(*cleaned(*marked))
    entities = without_blanks(text, entities)
    again = parse(as_html(text, entities), "HTML")
    assert (again.text, list(again.entities)) == (text, entities)
