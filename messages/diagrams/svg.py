"""The drawn SOP as one SVG, its pages one below the other."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from messages.diagrams import strokes
from messages.diagrams.geometry import Box, Point
from messages.diagrams.layout import Arrow, Cell, Layout, Page, Symbol, SymbolKind, Writing
from messages.drawing import INK, Outline, shield

_FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"
_BETWEEN = 14.0  # pages, in points


def to_svg(layout: Layout) -> bytes:
    """Draw every page. Words stay words, so that they can be searched and copied."""
    width, height = layout.size
    whole = (height + _BETWEEN) * len(layout.pages) - _BETWEEN
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{_n(width)}pt",
            "height": f"{_n(whole)}pt",
            "viewBox": f"0 0 {_n(width)} {_n(whole)}",
            "font-family": _FAMILY,
            "lang": layout.language,
        },
    )
    SubElement(root, "title").text = layout.title
    for number, page in enumerate(layout.pages):
        down = _n(number * (height + _BETWEEN))
        sheet = SubElement(root, "g", {"transform": f"translate(0 {down})"})
        _rect(sheet, Box(0, 0, width, height), fill=1)
        _draw(sheet, page)
    svg: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return svg


def _draw(sheet: Element, page: Page) -> None:
    for cell in sorted(page.cells, key=lambda cell: not cell.faint):
        _cell(sheet, cell)
    for frame in page.frames:
        _rect(sheet, frame, width=strokes.FRAME)
    for arrow in page.arrows:
        _arrow(sheet, arrow)
    for symbol in page.symbols:
        _symbol(sheet, symbol)
    for words in page.words:
        _write(sheet, words)
    if page.emblem is not None:
        for one in shield(page.emblem.height):
            _outline(sheet, one, page.emblem)


def _cell(sheet: Element, cell: Cell) -> None:
    _rect(
        sheet,
        cell.box,
        fill=strokes.SHADE if cell.shaded else None,
        width=strokes.GUIDE if cell.faint else strokes.LINE,
        grey=strokes.GUIDE_GREY if cell.faint else 0,
    )
    for words in cell.words:
        _write(sheet, words)


def _arrow(sheet: Element, arrow: Arrow) -> None:
    SubElement(
        sheet,
        "polyline",
        {
            "points": _points(strokes.shaft(arrow.points)),
            "fill": "none",
            "stroke": "#000",
            "stroke-width": _n(strokes.ARROW),
        },
    )
    SubElement(sheet, "polygon", {"points": _points(strokes.head(arrow.points))})
    if arrow.label is not None:
        _rect(sheet, arrow.label.box.grown(0.5), fill=1)
        for words in arrow.label.words:
            _write(sheet, words)


def _symbol(sheet: Element, symbol: Symbol) -> None:
    drawn = {"fill": "#fff", "stroke": "#000", "stroke-width": _n(strokes.SYMBOL)}
    if symbol.kind is SymbolKind.CAPSULE:
        round_ends = {"rx": _n(symbol.box.height / 2)}
        SubElement(sheet, "rect", _place(symbol.box) | round_ends | drawn)
    else:
        corners = {"points": _points(strokes.outline(symbol.kind, symbol.box))}
        SubElement(sheet, "polygon", corners | drawn)
    if symbol.words is not None:
        _write(sheet, symbol.words)


def _write(sheet: Element, words: Writing) -> None:
    if not words.text:
        return
    place = {"x": _n(words.at.x), "y": _n(words.at.y), "font-size": _n(words.size)}
    if words.turned:
        place = {
            "transform": f"translate({_n(words.at.x)} {_n(words.at.y)}) rotate(-90)",
            "font-size": _n(words.size),
        }
    # Elsewhere another typeface may stand in: the words keep to their cell all the same.
    place["textLength"] = _n(words.width)
    place["lengthAdjust"] = "spacingAndGlyphs"
    if words.bold:
        place["font-weight"] = "bold"
    if words.grey:
        place["fill"] = _grey(strokes.SMALL_PRINT)
    SubElement(sheet, "text", place).text = words.text


def _rect(
    sheet: Element, box: Box, *, fill: float | None = None, width: float = 0, grey: float = 0
) -> None:
    drawn = {"fill": "none" if fill is None else _grey(fill)}
    if width:
        drawn |= {"stroke": _grey(grey), "stroke-width": _n(width)}
    SubElement(sheet, "rect", _place(box) | drawn)


def _outline(sheet: Element, one: Outline, into: Box) -> None:
    parts = [f"M{_flipped(one.start, into)}"]
    parts += [("L" if len(part) == 2 else "C") + _flipped(part, into) for part in one.parts]
    drawn = {"d": " ".join([*parts, "Z"]), "fill": _grey(INK)}
    if one.thickness:
        drawn |= {"fill": "none", "stroke": _grey(INK), "stroke-width": _n(one.thickness)}
    SubElement(sheet, "path", drawn)


def _flipped(numbers: tuple[float, ...], into: Box) -> str:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return " ".join(f"{_n(into.left + x)},{_n(into.bottom - y)}" for x, y in pairs)


def _place(box: Box) -> dict[str, str]:
    return {
        "x": _n(box.left),
        "y": _n(box.top),
        "width": _n(box.width),
        "height": _n(box.height),
    }


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(point.x)},{_n(point.y)}" for point in points)


def _grey(level: float) -> str:
    return f"#{round(level * 255):02x}" + f"{round(level * 255):02x}" * 2


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
