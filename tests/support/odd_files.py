"""Files as people really send them: broken, locked, misnamed, too big."""

import io

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
