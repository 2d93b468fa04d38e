import io
import zipfile

import pytest

from bot.intake.inspecting import inspect, named_as
from tests.support import odd_files
from tests.support.odd_files import a_pdf, a_photo
from workflow.errors import FileBroken, FileEmpty, FileEncrypted, FileWrongType
from workflow.forms import MediaType, Slot

ANYTHING = Slot(id="apa", title="Apa saja", ask="Kirim.", example="berkas", accept=tuple(MediaType))
PAPER = Slot(id="surat", title="Surat", ask="Kirim.", example="berkas PDF")


def a_workbook(member="xl/workbook.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, "<workbook/>")
    return out.getvalue()


def a_swollen(workbook):
    """A workbook that says of itself that it unpacks to 2 GB."""
    at = workbook.index(b"PK\x01\x02") + 24
    return workbook[:at] + (2 << 30).to_bytes(4, "little") + workbook[at + 4 :]


def damaged(workbook):
    at = workbook.index(b"<workbook/>")
    return workbook[:at] + b"<workbxxk/>" + workbook[at + 11 :]


@pytest.mark.parametrize(
    ("content", "name", "media"),
    [
        (a_pdf(), "surat.txt", MediaType.PDF),
        (b"\r\n\r\n" + a_pdf(), "surat.pdf", MediaType.PDF),
        (a_pdf() + bytes(5000), "surat.pdf", MediaType.PDF),
        (a_photo(), "surat.pdf", MediaType.JPEG),
        (odd_files.a_picture(), "foto.png", MediaType.PNG),
        (a_workbook(), "data.xlsx", MediaType.XLSX),
        (b"kecamatan;jumlah\nGambir;123\n", "data.csv", MediaType.CSV),
        ("kecamatan;½ – rata\n".encode("cp1252"), "data.csv", MediaType.CSV),
        ("kecamatan;½ – rata\n".encode("utf-16"), "data.csv", MediaType.CSV),
        ("kecamatan;½ – rata\n".encode("utf-8-sig"), "data.csv", MediaType.CSV),
        ("kecamatan\nTanah Abang – é\n".encode() * 5000, "DATA.CSV", MediaType.CSV),
    ],
)
def test_a_file_is_what_its_bytes_are(content, name, media):
    assert inspect(content, name=name, slot=ANYTHING) is media


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "kosong.pdf", FileEmpty),
        (b"Dengan hormat", "surat.pdf", FileWrongType),
        (a_workbook(), "data.xlsx", FileWrongType),
        (b"a;b\n", "data.csv", FileWrongType),
        (odd_files.PROGRAM, "surat.pdf", FileWrongType),
        (odd_files.BROKEN_PDF, "surat.pdf", FileBroken),
        (odd_files.EMPTY_PDF, "surat.pdf", FileBroken),
        (a_pdf(50)[:6000], "surat.pdf", FileBroken),
        (a_pdf(password="rahasia"), "surat.pdf", FileEncrypted),
        (odd_files.BROKEN_JPEG, "foto.jpg", FileBroken),
        (a_photo()[:400], "foto.jpg", FileBroken),
        (odd_files.a_picture()[:-20], "foto.png", FileBroken),
        (odd_files.a_bomb(), "foto.png", FileBroken),
    ],
)
def test_what_a_slot_does_not_take_is_refused_with_its_reason(content, name, refusal):
    with pytest.raises(refusal):
        inspect(content, name=name, slot=PAPER)


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (odd_files.ZIP, "data.xlsx", FileWrongType),
        (a_workbook("word/document.xml"), "data.xlsx", FileWrongType),
        (damaged(a_workbook()), "data.xlsx", FileBroken),
        (a_swollen(a_workbook()), "data.xlsx", FileBroken),
        (b"a;b\x00\n", "data.csv", FileWrongType),
        (b"\xff\xfe\x00", "data.csv", FileWrongType),
        (b"a;b\n", "data.txt", FileWrongType),
    ],
)
def test_a_workbook_or_table_that_is_none_is_refused(content, name, refusal):
    with pytest.raises(refusal):
        inspect(content, name=name, slot=ANYTHING)


@pytest.mark.parametrize(
    ("media", "given", "name"),
    [
        (MediaType.PDF, "surat.pdf", "surat.pdf"),
        (MediaType.PDF, "SURAT.PDF", "SURAT.PDF"),
        (MediaType.PDF, "surat.exe", "surat.exe.pdf"),
        (MediaType.PDF, "surat", "surat.pdf"),
        (MediaType.JPEG, "foto.jpeg", "foto.jpeg"),
        (MediaType.JPEG, "foto.pdf", "foto.pdf.jpg"),
    ],
)
def test_a_file_is_handed_on_under_the_ending_of_what_it_is(media, given, name):
    assert named_as(media, given) == name
