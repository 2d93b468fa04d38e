"""Width and height as the bytes tell them."""

import io

import pytest
from PIL import Image

from bot.sandbox import pictures


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (300, 1200)])
def test_a_picture_tells_its_size(form, size):
    assert pictures.dimensions(drawn(form, size)) == size


def test_a_lossless_webp_tells_its_size_too():
    assert pictures.dimensions(drawn("WEBP", (37, 5), lossless=True)) == (37, 5)


def test_a_progressive_photo_with_a_profile_tells_its_size():
    photo = drawn("JPEG", (37, 5), progressive=True, icc_profile=bytes(3000))
    assert pictures.dimensions(photo) == (37, 5)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_torn_picture_is_none(form):
    whole = drawn(form, (640, 480))
    assert all(pictures.dimensions(whole[:end]) in (None, (640, 480)) for end in range(40))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8", b"\xff\xd8\x00\x00" + bytes(20)])
def test_what_is_no_picture_has_no_size(data):
    assert pictures.dimensions(data) is None


def test_the_preview_is_a_real_picture_of_its_size():
    with Image.open(io.BytesIO(pictures.grey(320, 200))) as preview:
        preview.load()
        assert preview.size == (320, 200)


def drawn(form, size, **how):
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, form, **how)
    return file.getvalue()
