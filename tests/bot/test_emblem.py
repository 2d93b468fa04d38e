import io

import pytest
from PIL import Image

from bot.files import read_office
from bot.opening import HEAVIEST_EMBLEM, read_emblem
from bot.settings import Settings
from tests.support.builders import OFFICE
from workflow.errors import OfficeError


def a_picture(kind="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "navy").save(out, kind)
    return out.getvalue()


@pytest.fixture
def settings(tmp_path):
    """An office whose file names lambang.png, which is not there yet."""
    file = tmp_path / "office.yaml"
    place = "  place: Kota Contoh\n"
    file.write_text(OFFICE.replace(place, f"{place}  emblem: lambang.png\n"), encoding="utf-8")
    return Settings(_env_file=None, data_dir=tmp_path, office_file=file)


def read(settings):
    return read_emblem(settings, read_office(settings))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_emblem_lies_beside_the_office_file(settings, kind):
    (settings.data_dir / "lambang.png").write_bytes(a_picture(kind))

    assert read(settings) == a_picture(kind)


def test_an_office_without_an_emblem_of_its_own_has_none(tmp_path):
    sample = Settings(_env_file=None, data_dir=tmp_path)

    assert read_emblem(sample, read_office(sample)) is None


def test_a_missing_emblem_says_what_to_do(settings):
    with pytest.raises(OfficeError, match=r"lambang\.png: cannot be read .* put a PNG or JPEG"):
        read(settings)


@pytest.mark.parametrize("content", [b"", b"bukan gambar", a_picture()[:60], a_picture("GIF")])
def test_what_is_no_picture_is_refused(settings, content):
    (settings.data_dir / "lambang.png").write_bytes(content)

    with pytest.raises(OfficeError, match=r"lambang\.png: is no picture that can be read"):
        read(settings)


def test_an_emblem_too_heavy_for_every_letter_is_refused(settings):
    (settings.data_dir / "lambang.png").write_bytes(a_picture() + b"\0" * HEAVIEST_EMBLEM)

    with pytest.raises(OfficeError, match="more than 500 KB"):
        read(settings)
