"""A workbook as a spreadsheet saves it, small enough to be written by hand."""

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def a_workbook(rows, *, merged=(), shapes=(), sheet="SOP", before=(), **parts):
    """The bytes of a workbook. A cell is words, a number, or (number, style).

    *merged* are ranges such as "C1:E1"; *shapes* are (row, column, form, words) from 0;
    *before* is another sheet's rows; *parts* replace whole parts, as `styles="<…>"`.
    """
    sheets = [("Identitas", before, (), ())] if before else []
    sheets.append((sheet, rows, merged, shapes))
    files = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "xl/workbook.xml": _book([name for name, *_ in sheets]),
        "xl/_rels/workbook.xml.rels": _relations(
            [(f"s{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(len(sheets))]
            + [("st", "styles", "styles.xml")]
        ),
        "xl/styles.xml": parts.get("styles", _styles()),
    }
    for at, (_, cells, ranges, drawn) in enumerate(sheets):
        files[f"xl/worksheets/sheet{at}.xml"] = _sheet(cells, ranges)
        if drawn:
            files[f"xl/worksheets/_rels/sheet{at}.xml.rels"] = _relations(
                [("d", "drawing", "../drawings/drawing1.xml")]
            )
            files["xl/drawings/drawing1.xml"] = _drawing(drawn)
    return zipped(files | parts.get("files", {}))


def _content_types(sheets):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {"/xl/workbook.xml": f"{kind}.sheet.main+xml", "/xl/styles.xml": f"{kind}.styles+xml"}
    parts |= {f"/xl/worksheets/sheet{at}.xml": f"{kind}.worksheet+xml" for at in range(sheets)}
    each = "".join(
        f'<Override PartName="{name}" ContentType="{value}"/>' for name, value in parts.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<Types xmlns="{space}">{each}</Types>'


def styled(formats, *used):
    """A workbook's styles: format codes by their number, and which number each style uses."""
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>'
        for number, code in formats.items()
    )
    return _styles(f"<numFmts>{codes}</numFmts>", used)


def _styles(formats="", used=(0,)):
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0"/>' for number in used
    )
    return (
        f'<styleSheet xmlns="{_MAIN}">{formats}<fonts><font/></fonts>'
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        f"<cellXfs>{cells}</cellXfs></styleSheet>"
    )


def zipped(files):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _book(names):
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at + 1}" r:id="s{at}"/>'
        for at, name in enumerate(names)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_TYPES}"><sheets>{sheets}</sheets></workbook>'


def _relations(relations):
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    each = "".join(
        f'<Relationship Id="{key}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'<Relationships xmlns="{space}">{each}</Relationships>'


def _sheet(rows, merged):
    lines = []
    for at, row in enumerate(rows):
        cells = "".join(_cell(f"{letters(place)}{at + 1}", one) for place, one in enumerate(row))
        lines.append(f'<row r="{at + 1}">{cells}</row>')
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    ranges = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{ranges}</worksheet>'


def _cell(place, value):
    if value in ("", None):
        return ""
    number, style = value if isinstance(value, tuple) else (value, 0)
    if isinstance(number, int | float):
        return f'<c r="{place}" s="{style}"><v>{number}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(number)}</t></is></c>'


def _drawing(shapes):
    anchors = "".join(
        f"<xdr:twoCellAnchor>"
        f"<xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>90000</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>9000</xdr:rowOff></xdr:from>"
        f"<xdr:to><xdr:col>{column}</xdr:col><xdr:colOff>400000</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>90000</xdr:rowOff></xdr:to>"
        f'<xdr:sp><xdr:spPr><a:prstGeom prst="{form}"/></xdr:spPr>'
        f"<xdr:txBody><a:p><a:r><a:t>{escape(words)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        f"</xdr:twoCellAnchor>"
        for row, column, form, words in shapes
    )
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return f'<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{space}">{anchors}</xdr:wsDr>'
