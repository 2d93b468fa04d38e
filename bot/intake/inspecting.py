"""What a file is, told by its bytes and never by its name.

Opened in a process of its own (`inspected`), which has neither key nor token and may die.
"""

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import pikepdf
from PIL import Image, UnidentifiedImageError

from bot.intake.hazards import active_in, is_another_too, macros_in
from bot.isolation.isolation import Isolation, ProcessDied
from bot.isolation.jobs import Given
from bot.tables.decoding import decoded
from workflow.errors import (
    Active,
    FileActive,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FileHeavy,
    FilePolyglot,
    FileWrongType,
    Refusal,
)
from workflow.forms import MediaType, Slot

# Where a PDF's end is looked for; a file that ends without it was cut off on its way.
END_OF_PDF = 1024
# A workbook of more than this unpacked is a decompression bomb.
LARGEST_WORKBOOK = 500 << 20
# A picture of more pixels than any phone takes is a decompression bomb.
MOST_PIXELS = 120_000_000
LONGEST_CSV_LOOK = 65536

# The endings under which a phone or computer opens each kind as what it is.
_ENDINGS = {
    MediaType.PDF: (".pdf",),
    MediaType.JPEG: (".jpg", ".jpeg"),
    MediaType.PNG: (".png",),
    MediaType.XLSX: (".xlsx",),
    MediaType.CSV: (".csv",),
}


def named_as(media: MediaType, name: str) -> str:
    """A file's name with the ending of what it is: nobody is handed "surat.exe" to open."""
    endings = _ENDINGS[media]
    return name if name.lower().endswith(endings) else name + endings[0]


async def inspect_apart(
    isolation: Isolation, file: BinaryIO, *, name: str, slot: Slot
) -> MediaType:
    """As `inspect`, in a process of its own; one that dies costs this file and no other."""
    told = {"name": name, "slot": slot.model_dump(mode="json")}
    try:
        answer = await isolation.run("inspect", told, file)
    except ProcessDied:
        raise FileHeavy(name=name) from None
    refusal = _REFUSALS.get(answer.get("refused", ""))
    if refusal is not None:
        raise refusal(answer, name, slot)
    return MediaType(answer.get("media", ""))


def inspected(given: Given) -> Mapping[str, str]:
    """What `inspect` says, as words: run where a stranger's bytes may do no harm."""
    slot = Slot.model_validate(given.told["slot"])
    try:
        return {"media": inspect(given.file.read(), name=given.told["name"], slot=slot).value}
    except FileActive as refusal:
        return {"refused": "FileActive", "what": refusal.what}
    except Refusal as refusal:
        return {"refused": type(refusal).__name__}
    except MemoryError:
        return {"refused": "FileHeavy"}


_REFUSALS: Mapping[str, Callable[[Mapping[str, Any], str, Slot], Refusal]] = {
    "FileActive": lambda told, name, _: FileActive(name=name, what=Active(told["what"])),
    "FileWrongType": lambda _, name, slot: FileWrongType(name=name, accepted=slot.accepted),
    **{
        refusal.__name__: lambda _, name, __, refusal=refusal: refusal(name=name)  # type: ignore[misc]
        for refusal in (FileBroken, FileEmpty, FileEncrypted, FileHeavy, FilePolyglot)
    },
}


def inspect(content: bytes, *, name: str, slot: Slot) -> MediaType:
    """Return what the file is; raise the refusal that says why it is not taken.

    It opens what a stranger sent: never called in the bot's own process.
    """
    if not content:
        raise FileEmpty(name=name)
    media = _kind(content, name)
    if media is None or media not in slot.accept:
        raise FileWrongType(name=name, accepted=slot.accepted)
    if is_another_too(content, media):
        raise FilePolyglot(name=name)
    match media:
        case MediaType.PDF:
            _open_pdf(content, name)
        case MediaType.JPEG | MediaType.PNG:
            _open_picture(content, name)
        case MediaType.XLSX:
            _open_workbook(content, name)
        case MediaType.CSV:
            pass
    return media


def _kind(content: bytes, name: str) -> MediaType | None:
    head = content[:1024]
    if b"%PDF-" in head:
        return MediaType.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    if head.startswith(b"PK\x03\x04") and _holds(content, "xl/workbook.xml"):
        return MediaType.XLSX
    if name.lower().endswith(".csv") and decoded(content[:LONGEST_CSV_LOOK]) is not None:
        return MediaType.CSV
    return None


def _holds(content: bytes, member: str) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return member in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _open_pdf(content: bytes, name: str) -> None:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            cut_off = b"%%EOF" not in content.rstrip(b"\0\r\n\t ")[-END_OF_PDF:]
            if len(pdf.pages) == 0 or (cut_off and pdf.get_warnings()):
                raise FileBroken(name=name)
            if (active := active_in(pdf)) is not None:
                raise FileActive(name=name, what=active)
    except pikepdf.PasswordError:
        raise FileEncrypted(name=name) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise FileBroken(name=name) from None


def _open_picture(content: bytes, name: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise FileBroken(name=name)
                _look_through(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise FileBroken(name=name) from None
    except Image.DecompressionBombWarning:
        raise FileBroken(name=name) from None


def _look_through(picture: Image.Image) -> None:
    """Read a picture to its end without unpacking it whole: that would take 300 MB for each."""
    if picture.format == "PNG":
        picture.verify()
        return
    picture.draft("L", (picture.width // 8, picture.height // 8))
    picture.load()


def _open_workbook(content: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if macros_in(archive):
            raise FileActive(name=name, what=Active.MACRO)
        unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > LARGEST_WORKBOOK or archive.testzip() is not None:
            raise FileBroken(name=name)
