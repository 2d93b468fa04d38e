"""Files as people really send them: broken, locked, misnamed, too big."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image


def a_pdf(pages: int = 1, *, password: str = "") -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        if password:
            made.save(out, encryption=pikepdf.Encryption(owner=password, user=password))
        else:
            made.save(out)
    return out.getvalue()


def restricted_pdf() -> bytes:
    """Opens everywhere; only printing and copying are its owner's to allow."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, encryption=pikepdf.Encryption(owner="pemilik", user=""))
    return out.getvalue()


def a_pdf_that(does: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A PDF of one page, and of what *does* puts into it."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        does(made)
        made.save(out)
    return out.getvalue()


def greets_by_javascript(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('halo')")


def has_a_button_with_javascript(pdf: pikepdf.Pdf) -> None:
    _has_a_button(pdf, S=pikepdf.Name.JavaScript, JS="app.alert('halo')")


def launches_a_program(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")


def sends_its_form(pdf: pikepdf.Pdf) -> None:
    _has_a_button(pdf, S=pikepdf.Name.SubmitForm, F="https://contoh.example/terima")


def visits_an_address(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://contoh.example/")


def visits_an_address_after_a_page(pdf: pikepdf.Pdf) -> None:
    visit = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://contoh.example/"))
    first = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=[0, pikepdf.Name.Fit], Next=[visit])
    pdf.pages[0].AA = pikepdf.Dictionary(O=first)


def opens_a_file_elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.GoToR, F="//contoh.example/x.pdf")


def links_to_an_address(pdf: pikepdf.Pdf) -> None:
    _has_a_button(pdf, S=pikepdf.Name.URI, URI="https://dukcapil.contoh.example/")


def opens_at_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])


def _has_a_button(pdf: pikepdf.Pdf, **press: object) -> None:
    button = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(**press),
    )
    pdf.pages[0].Annots = pikepdf.Array([button])


def carries_a_program(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["foto.jpg"] = pikepdf.AttachedFileSpec(pdf, PROGRAM, filename="foto.jpg")


def carries_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["baca.bat"] = pikepdf.AttachedFileSpec(pdf, b"del *", filename="baca.bat")


def carries_a_table(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["data.csv"] = pikepdf.AttachedFileSpec(pdf, b"a;b", filename="data.csv")


def speaks_of_javascript(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Pengantar /JavaScript dan /Launch"


def a_pdf_bomb() -> bytes:
    """Some kilobytes whose list of objects, packed twice over, unpacks to 3 GB."""
    row, rows, sum_ = bytes(1 << 20), 3 << 10, 1
    packing = zlib.compressobj(9, wbits=-15)
    first = packing.compress(row) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(row) + packing.flush(zlib.Z_FULL_FLUSH)
    for _ in range(rows):
        sum_ = zlib.adler32(row, sum_)
    end = packing.flush() + sum_.to_bytes(4, "big")
    packed = zlib.compress(b"\x78\xda" + first + again * (rows - 1) + end, 9)
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    told = (
        f"3 0 obj\n<</Type/XRef/Size 4/W[1 2 1]/Root 1 0 R/Filter[/FlateDecode/FlateDecode]"
        f"/Length {len(packed)}>>\nstream\n"
    )
    tail = f"\nendstream\nendobj\nstartxref\n{len(head)}\n%%EOF"
    return head + told.encode() + packed + tail.encode()


def zipped(name: str = "surat.txt") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "isi")
    return out.getvalue()


def a_photo(width: int = 300, height: int = 200) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#a04030").save(out, "JPEG")
    return out.getvalue()


def a_picture(width: int = 300, height: int = 200) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#3040a0").save(out, "PNG")
    return out.getvalue()


def a_bomb() -> bytes:
    """Some kilobytes that would be 150 million pixels."""
    out = io.BytesIO()
    Image.new("1", (15_000, 10_000)).save(out, "PNG", compress_level=1)
    return out.getvalue()


ZIP = b"PK\x03\x04" + bytes(40)
PROGRAM = b"MZ\x90\x00" + bytes(60)
BROKEN_PDF = b"%PDF-1.7\nthis is where it ends"
BROKEN_JPEG = b"\xff\xd8\xff\xe0" + bytes(30)
EMPTY_PDF = a_pdf(0)
HUGE_PDF = a_pdf() + bytes(21 << 20)


def hybrid_pdf() -> bytes:
    """Tells old and new programs of its objects in two ways, as some offices' documents do."""
    parts = [
        b"%PDF-1.5\n",
        b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>\nendobj\n",
    ]
    offsets = [sum(map(len, parts[: place + 1])) for place in range(3)]
    hidden = b"4 0 obj\n<</Note(hidden)>>\nendobj\n"
    start = sum(map(len, parts))
    rows = (1).to_bytes(1, "big") + start.to_bytes(4, "big") + bytes(1)
    told = f"5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Index[4 1]/Root 1 0 R/Length {len(rows)}>>\n"
    stream = told.encode() + b"stream\n" + rows + b"\nendstream\nendobj\n"
    table = start + len(hidden) + len(stream)
    lines = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    tail = (
        f"xref\n0 4\n0000000000 65535 f \n{lines}trailer\n<</Size 6/Root 1 0 R"
        f"/XRefStm {start + len(hidden)}>>\nstartxref\n{table}\n%%EOF\n"
    )
    return b"".join(parts) + hidden + stream + tail.encode()
