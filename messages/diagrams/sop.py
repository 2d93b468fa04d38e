"""An SOP in its official form of two parts, laid out on A4 landscape."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4, landscape

from messages.diagrams.flowchart import flow_pages
from messages.diagrams.geometry import Box, Point
from messages.diagrams.identity import identity_pages
from messages.diagrams.layout import Layout, Page, Writing
from messages.diagrams.measuring import from_left, height_of, width_of, wrapped
from messages.fonts import printable
from messages.localizer import Localizer
from workflow.procedure import Procedure

_SIZE = landscape(A4)
_SIDE, _TOP, _BOTTOM = 30.0, 26.0, 30.0
_FOOT = 15.0  # from the lower edge to the small print
_SMALL = 7.0
_REMARK = 7.5
_ABOVE = 5.0  # between a table and the remark below it


def sop(procedure: Procedure, version: int, say: Localizer) -> Layout:
    """Lay an SOP out, its form as PermenPAN-RB 35/2012 has it.

    *say* must not escape: its words become text as they are.
    """
    width, height = _SIZE
    frame = Box(_SIDE, _TOP, width - _SIDE, height - _BOTTOM)
    identity = list(identity_pages(procedure, frame, say))
    pages = [*identity, *flow_pages(procedure, frame, say)]
    if procedure.note:
        _remark(pages, len(identity) - 1, say("diagram-remark", note=procedure.note), frame)
    origin = say("diagram-origin", procedure=procedure.id, version=version)
    return Layout(
        title=printable(procedure.title),
        author=printable(procedure.office),
        language=say.language,
        size=_SIZE,
        pages=tuple(
            _with_foot(page, origin, say("diagram-page", page=number, pages=len(pages)))
            for number, page in enumerate(pages, start=1)
        ),
    )


def _remark(pages: list[Page], identity: int, remark: str, frame: Box) -> None:
    """Write what was inferred below the first table that leaves room: identity, or end of flow."""
    lines = wrapped(remark, frame.width, _REMARK)
    height = height_of(len(lines), _REMARK) + _ABOVE
    for number in (identity, len(pages) - 1):
        top = pages[number].frames[0].bottom
        if top + height <= frame.bottom:
            break
    else:
        number, top = len(pages), frame.top
        pages.append(Page())
    words = tuple(
        from_left(line, frame.left, top + _ABOVE + height_of(index, _REMARK), _REMARK)
        for index, line in enumerate(lines)
    )
    pages[number] = replace(pages[number], words=(*pages[number].words, *words))


def _with_foot(page: Page, origin: str, number: str) -> Page:
    width, height = _SIZE
    foot = (
        _small(origin, _SIDE, height - _FOOT),
        _small(number, width - _SIDE - width_of(number, _SMALL), height - _FOOT),
    )
    return replace(page, words=(*page.words, *foot))


def _small(text: str, x: float, y: float) -> Writing:
    return Writing(at=Point(x, y), text=text, size=_SMALL, width=width_of(text, _SMALL), grey=True)
