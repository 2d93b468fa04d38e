"""The neutral emblem as outlines that any back end can draw."""

import math
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

INK = 0.25  # grey, 0 is black


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A closed outline in points, from the lower left corner upwards.

    A part of two numbers is a straight line to a point; one of six is a curve with two
    handles. Without *thickness* it is filled.
    """

    start: tuple[float, float]
    parts: tuple[tuple[float, ...], ...]
    thickness: float = 0.0


def shield_width(height: float) -> float:
    return height * 0.85


def shield(height: float) -> tuple[Outline, ...]:
    """A plain shield, where the office has not given its own emblem."""
    return (
        _edge(height, inset=height / 30, thickness=height / 30),
        _edge(height, inset=height / 11, thickness=height / 90),
        _star(shield_width(height) / 2, height * 0.56, height * 0.2),
    )


def paint(canvas: Canvas, outlines: tuple[Outline, ...]) -> None:
    """Draw outlines on a canvas of ReportLab, from where its origin is."""
    canvas.saveState()
    canvas.setStrokeGray(INK)
    canvas.setFillGray(INK)
    for one in outlines:
        path = canvas.beginPath()
        path.moveTo(*one.start)
        for part in one.parts:
            go = path.lineTo if len(part) == 2 else path.curveTo
            go(*part)
        path.close()
        canvas.setLineWidth(one.thickness)
        canvas.drawPath(path, stroke=int(one.thickness > 0), fill=int(one.thickness == 0))
    canvas.restoreState()


def _edge(height: float, *, inset: float, thickness: float) -> Outline:
    width = shield_width(height)
    left, right, top = inset, width - inset, height - inset
    waist, foot, middle = height * 0.45, inset * 1.2, width / 2
    return Outline(
        start=(left, top),
        parts=(
            (right, top),
            (right, waist),
            (right, waist * 0.55, middle * 1.35, foot * 1.8, middle, foot),
            (middle * 0.65, foot * 1.8, left, waist * 0.55, left, waist),
        ),
        thickness=thickness,
    )


def _star(x: float, y: float, radius: float) -> Outline:
    corners = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi / 2 + corner * math.pi / 5
        corners.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return Outline(start=corners[0], parts=tuple(corners[1:]))
