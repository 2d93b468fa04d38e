import io
import zipfile

import pytest

from bot.intake.inspecting import inspect, named_as
from tests.support import odd_files
from tests.support.odd_files import a_pdf, a_photo
from workflow.errors import (
    Active,
    FileActive,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FilePolyglot,
    FileWrongType,
)
from workflow.forms import MediaType, Slot

ANYTHING = Slot(id="apa", title="Apa saja", ask="Kirim.", example="berkas", accept=tuple(MediaType))
PAPER = Slot(id="surat", title="Surat", ask="Kirim.", example="berkas PDF")


def a_workbook_with(member):
    out = io.BytesIO(a_workbook())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(member, "x")
    return out.getvalue()


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
    ("does", "what"),
    [
        (odd_files.greets_by_javascript, Active.JAVASCRIPT),
        (odd_files.has_a_button_with_javascript, Active.JAVASCRIPT),
        (odd_files.launches_a_program, Active.LAUNCH),
        (odd_files.sends_its_form, Active.SENDS),
        (odd_files.visits_an_address, Active.VISITS),
        (odd_files.visits_an_address_after_a_page, Active.VISITS),
        (odd_files.opens_a_file_elsewhere, Active.VISITS),
        (odd_files.carries_a_program, Active.PROGRAM),
        (odd_files.carries_a_script, Active.PROGRAM),
    ],
)
def test_a_document_that_would_run_something_is_refused_with_what_it_is(does, what):
    with pytest.raises(FileActive) as refused:
        inspect(odd_files.a_pdf_that(does), name="surat.pdf", slot=PAPER)

    assert refused.value.what is what


def test_a_workbook_with_macros_is_refused():
    with pytest.raises(FileActive):
        inspect(a_workbook_with("xl/vbaProject.bin"), name="data.xlsx", slot=ANYTHING)


@pytest.mark.parametrize(
    "does",
    [
        odd_files.carries_a_table,
        odd_files.speaks_of_javascript,
        odd_files.links_to_an_address,
        odd_files.opens_at_a_page,
    ],
)
def test_a_document_that_runs_nothing_is_taken_whatever_it_says(does):
    content = odd_files.a_pdf_that(does)

    assert inspect(content, name="surat.pdf", slot=PAPER) is MediaType.PDF


def test_a_document_that_only_its_owner_may_print_is_not_locked():
    content = odd_files.restricted_pdf()

    assert inspect(content, name="surat.pdf", slot=PAPER) is MediaType.PDF


@pytest.mark.parametrize(
    "content",
    [
        odd_files.PROGRAM + a_pdf(),
        b"<html><script>" + a_pdf(),
        a_pdf() + odd_files.zipped(),
        a_photo() + odd_files.zipped("index.html"),
        a_photo()[:20] + b"%PDF-1.4" + a_photo()[20:],
        a_photo() + bytes(2000) + a_pdf(),
    ],
    ids=[
        *("program", "page", "document and archive", "photo and archive", "photo and document"),
        "document behind a photo",
    ],
)
def test_bytes_that_are_two_kinds_of_file_are_refused(content):
    with pytest.raises(FilePolyglot):
        inspect(content, name="surat.pdf", slot=PAPER)


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
