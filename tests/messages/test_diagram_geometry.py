import math
from collections import Counter
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from reportlab.lib.pagesizes import A4, landscape

from messages.diagrams.geometry import Box, passes, spanned
from messages.diagrams.layout import SymbolKind
from messages.diagrams.sop import sop
from messages.localizer import localizer_for
from storage.procedure_files import shipped
from tests.support.examples import examples
from tests.support.invented_sops import invented_sops
from tests.support.winding import winding
from workflow.parsing import parse_procedure

ID = localizer_for("id", ZoneInfo("Asia/Jakarta"), escape=str)
A_HAIR = 0.01
PAPER = Box(0, 0, *landscape(A4))


def shipped_sops():
    return [parse_procedure(file.text, source=file.name) for file in shipped()]


def drawn(procedure):
    return sop(procedure, 1, ID)


def on_outline(symbol, point):
    box, middle = symbol.box, symbol.box.centre
    across, down = abs(point.x - middle.x), abs(point.y - middle.y)
    match symbol.kind:
        case SymbolKind.DIAMOND:
            off = across / (box.width / 2) + down / (box.height / 2) - 1
        case SymbolKind.CAPSULE if across > box.width / 2 - box.height / 2 + A_HAIR:
            bend = box.width / 2 - box.height / 2
            off = math.hypot(across - bend, down) - box.height / 2
        case _:
            off = max(across - box.width / 2, down - box.height / 2)
    return abs(off) < A_HAIR


def lanes_of(page):
    return page.frames[1]


def flow_pages(layout):
    return [page for page in layout.pages if page.symbols]


def words_box(words):
    if words.turned:
        return Box(words.at.x - words.size, words.at.y - words.width, words.at.x, words.at.y)
    return Box(words.at.x, words.at.y - words.size, words.at.x + words.width, words.at.y)


def stretches(arrow):
    return list(pairwise(arrow.points))


def assert_arrows_keep_clear(page):
    for arrow in page.arrows:
        for one, other in stretches(arrow):
            assert one.x == other.x or one.y == other.y
            assert one != other
        for number, symbol in enumerate(page.symbols):
            way = list(arrow.points)
            if number == arrow.start:
                way = way[1:]
            if number == arrow.end:
                way = way[:-1]
            assert not passes(way, symbol.box), (arrow, symbol)
        for cell in page.cells:
            if not cell.faint:
                assert not passes(arrow.points, cell.box)
        for one, other in stretches(arrow):
            assert lanes_of(page).holds(spanned(one, other))


def assert_arrows_join_symbols(page):
    for arrow in page.arrows:
        assert on_outline(page.symbols[arrow.start], arrow.points[0]), arrow
        assert on_outline(page.symbols[arrow.end], arrow.points[-1]), arrow


def assert_no_stretch_is_shared(page):
    for one, other in combinations(page.arrows, 2):
        for mine in stretches(one):
            for theirs in stretches(other):
                assert not along(mine, theirs), (one, other)


def along(mine, theirs):
    here, there = spanned(*mine), spanned(*theirs)
    level = mine[0].y == mine[1].y
    if level != (theirs[0].y == theirs[1].y):
        return False
    if level:
        near = abs(here.top - there.top) < 2
        return near and here.left < there.right and there.left < here.right
    near = abs(here.left - there.left) < 2
    return near and here.top < there.bottom and there.top < here.bottom


def assert_labels_stand_free(page):
    labels = [arrow.label.box for arrow in page.arrows if arrow.label]
    for one, other in combinations(labels, 2):
        assert not one.overlaps(other)
    for label in labels:
        assert lanes_of(page).holds(label)
        assert not any(symbol.box.overlaps(label) for symbol in page.symbols)
        assert not any(passes(arrow.points, label) for arrow in page.arrows)


def assert_symbols_stand_apart(page):
    for one, other in combinations(page.symbols, 2):
        assert not one.box.overlaps(other.box)
    for symbol in page.symbols:
        assert lanes_of(page).holds(symbol.box)


def assert_words_fit(page):
    for cell in page.cells:
        for words in cell.words:
            assert cell.box.grown(0.6).holds(words_box(words)), (cell.box, words)
    for box in [cell.box for cell in page.cells] + [words_box(words) for words in page.words]:
        assert PAPER.holds(box)


def assert_every_outcome_is_drawn_once(layout, procedure):
    pages = flow_pages(layout)
    arrows = [(page, arrow) for page in pages for arrow in page.arrows]
    drawn_times = Counter((a.source, a.outcome) for _, a in arrows if a.source is not None)
    entered = {
        (a.connector, page.symbols[a.end].step)
        for page, a in arrows
        if a.source is None and a.connector
    }
    for step in procedure.steps:
        for name, outcome in step.outcomes.items():
            if outcome.to is None and len(step.outcomes) == 1 and step is not procedure.first:
                assert (step.id, name) not in drawn_times
                continue
            assert drawn_times.pop((step.id, name)) == 1
            page, arrow = next(
                (page, a) for page, a in arrows if (a.source, a.outcome) == (step.id, name)
            )
            assert page.symbols[arrow.start].step == step.id
            end = page.symbols[arrow.end]
            if arrow.connector:
                assert end.kind is SymbolKind.CONNECTOR
                assert (arrow.connector, outcome.to) in entered
            elif outcome.to is None:
                assert (end.kind, end.words.text) == (SymbolKind.CAPSULE, "Selesai")
            else:
                assert end.step == outcome.to
            assert (arrow.label is not None) == (len(step.outcomes) > 1)
    assert not drawn_times


def assert_well_drawn(procedure):
    layout = drawn(procedure)
    for page in layout.pages:
        assert_words_fit(page)
    for page in flow_pages(layout):
        assert_arrows_keep_clear(page)
        assert_arrows_join_symbols(page)
        assert_no_stretch_is_shared(page)
        assert_labels_stand_free(page)
        assert_symbols_stand_apart(page)
    assert_every_outcome_is_drawn_once(layout, procedure)


@pytest.mark.parametrize("procedure", shipped_sops(), ids=lambda procedure: procedure.id)
def test_every_shipped_sop_is_well_drawn(procedure):
    assert_well_drawn(procedure)


def test_an_sop_with_ways_in_all_directions_is_well_drawn():
    assert_well_drawn(winding())


@settings(
    max_examples=examples(8),
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(invented_sops())
def test_any_sop_is_well_drawn(procedure):
    assert_well_drawn(procedure)


@pytest.mark.parametrize("procedure", shipped_sops(), ids=lambda procedure: procedure.id)
def test_an_end_stands_in_the_column_of_whoever_ends_it(procedure):
    for page in flow_pages(drawn(procedure)):
        own = {symbol.step: symbol.box.centre.x for symbol in page.symbols if not symbol.words}
        ends = [one for one in page.symbols if one.words and one.words.text == "Selesai"]
        for end in ends:
            assert abs(end.box.centre.x - own.get(end.step, end.box.centre.x)) < A_HAIR
