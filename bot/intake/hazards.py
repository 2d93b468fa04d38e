"""What a file must not bring along: programs, commands, or a second file in the same bytes."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf

from workflow.errors import Active
from workflow.forms import MediaType

# Names by which an object of a PDF is looked at closely; qpdf writes names without escapes.
_SUSPECT = (
    *(b"/JavaScript", b"/JS", b"/Launch", b"/ImportData", b"/SubmitForm"),
    *(b"/EmbeddedFile", b"/EF", b"/RichMedia"),
    *(b"/OpenAction", b"/AA"),
)
_DEEPEST = 30  # of objects within objects that are not objects of their own
_LAUNCHES = frozenset({"/Launch", "/ImportData"})
# What goes out to another place: harmless where somebody presses a link, not by itself.
_VISITS = frozenset({"/URI", "/GoToR", "/GoToE"})
_MOST_IN_A_ROW = 100  # of actions that follow each other
# How programs begin, and what a machine starts by its ending.
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_ENDINGS = (
    *(".exe", ".com", ".scr", ".msi", ".dll", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".hta"),
    *(".lnk", ".jar", ".apk", ".sh", ".command", ".app", ".reg", ".wsf", ".pif", ".cpl"),
)
_MACROS = "vbaproject.bin"
_BLANK = b"\0\t\n\x0c\r \xef\xbb\xbf"


def is_another_too(content: bytes, media: MediaType) -> bool:
    """Whether other programs open these bytes as something else: a polyglot."""
    if media is MediaType.XLSX or media is MediaType.CSV:
        return False
    if media is MediaType.PDF and content[: content.index(b"%PDF-")].strip(_BLANK):
        return True
    if media in (MediaType.JPEG, MediaType.PNG) and b"%PDF-" in content and b"startxref" in content:
        return True
    return zipfile.is_zipfile(io.BytesIO(content))


def macros_in(workbook: zipfile.ZipFile) -> bool:
    return any(name.lower().endswith(_MACROS) for name in workbook.namelist())


def active_in(pdf: pikepdf.Pdf) -> Active | None:
    """What in a PDF runs when it is opened or pressed; nothing in a plain document."""
    found = {active for thing in _suspects(pdf) for active in _active(thing, _DEEPEST)}
    return next((one for one in Active if one in found), None)


def _suspects(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The few objects that name something suspect: walking through all takes seconds."""
    for thing in (*pdf.objects, pdf.trailer):
        shell = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        told = shell.unparse(resolved=True)
        if any(name in told for name in _SUSPECT):
            yield shell
            if shell is not thing and shell.get("/Type") == "/EmbeddedFile":
                yield thing


def _active(thing: Any, depth: int) -> Iterator[Active]:
    if isinstance(thing, pikepdf.Stream):
        if thing.read_bytes().lstrip()[:4].startswith(_PROGRAMS):
            yield Active.PROGRAM
    elif isinstance(thing, pikepdf.Dictionary):
        yield from _named(thing)
        yield from _within((value for _, value in thing.items()), depth)
    elif isinstance(thing, pikepdf.Array):
        yield from _within(iter(thing), depth)


def _within(parts: Iterator[Any], depth: int) -> Iterator[Active]:
    """What is an object of its own is looked at by itself."""
    for part in parts:
        plain = isinstance(part, pikepdf.Object) and not isinstance(part, pikepdf.Stream)
        if plain and not part.is_indirect and depth:
            yield from _active(part, depth - 1)


def _named(thing: pikepdf.Dictionary) -> Iterator[Active]:
    act = str(thing.get("/S", ""))
    if act == "/JavaScript" or "/JS" in thing:
        yield Active.JAVASCRIPT
    if act in _LAUNCHES:
        yield Active.LAUNCH
    if act == "/SubmitForm":
        yield Active.SENDS
    if any(str(one.get("/S", "")) in _VISITS for one in _done_by_itself(thing)):
        yield Active.VISITS
    if thing.get("/Subtype") == "/RichMedia":
        yield Active.PROGRAM
    if "/EF" in thing and any(
        str(thing.get(key, "")).lower().rstrip(". ").endswith(_ENDINGS) for key in ("/F", "/UF")
    ):
        yield Active.PROGRAM


def _done_by_itself(thing: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """The actions that a reader takes when document, page or field is merely looked at."""
    ahead = [thing.get("/OpenAction")]
    if isinstance(occasions := thing.get("/AA"), pikepdf.Dictionary):
        ahead += [action for _, action in occasions.items()]
    for _ in range(_MOST_IN_A_ROW):
        if not ahead:
            return
        action = ahead.pop()
        if isinstance(action, pikepdf.Dictionary):
            yield action
            following = action.get("/Next")
            if isinstance(following, pikepdf.Array):
                ahead += (one for one in following)
            else:
                ahead.append(following)
