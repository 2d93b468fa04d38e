"""What a file is, told by its bytes and never by its name."""

import io
import warnings
import zipfile

import pikepdf
from PIL import Image, UnidentifiedImageError

from bot.tables.decoding import decoded
from workflow.errors import FileBroken, FileEmpty, FileEncrypted, FileWrongType
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


def inspect(content: bytes, *, name: str, slot: Slot) -> MediaType:
    """Return what the file is; raise the refusal that says why it is not taken. CPU-bound."""
    if not content:
        raise FileEmpty(name=name)
    media = _kind(content, name)
    if media is None or media not in slot.accept:
        raise FileWrongType(name=name, accepted=slot.accepted)
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
            if pdf.is_encrypted:
                raise FileEncrypted(name=name)
            cut_off = b"%%EOF" not in content.rstrip(b"\0\r\n\t ")[-END_OF_PDF:]
            if len(pdf.pages) == 0 or (cut_off and pdf.get_warnings()):
                raise FileBroken(name=name)
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
        unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > LARGEST_WORKBOOK or archive.testzip() is not None:
            raise FileBroken(name=name)
