import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib import colors

from messages.fonts import inline, markup, printable, register

CATALOGUES = Path(__file__).parents[2] / "messages/catalogues"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Siti Rahma", "Siti Rahma"),
        ("Nurḥayatī Šimůnková", "Nurḥayatī Šimůnková"),
        ("e\u0301", "é"),
        ("\U0001d400\U0001d401 Ⅺ", "AB XI"),
        ("Keluarga 👨‍👩‍👧 😀😀 bahagia", "Keluarga · bahagia"),
        ("محمد علي", "·"),
        ("Ali (علي) Akbar", "Ali (·) Akbar"),
        ("李小龍 Lee", "· Lee"),
        ("tanpa\u200bspasi\u202eterbalik\x00", "tanpaspasiterbalik"),
        ("dua\tkolom\u00a0rapat", "dua kolom\u00a0rapat"),
    ],
)
def test_letters_the_typeface_lacks_leave_a_neutral_mark(written, printed):
    assert printable(written) == printed


def test_values_keep_their_lines_and_lose_their_markup():
    assert markup("satu <b>\r\ndua & tiga") == "satu &lt;b&gt;<br/>dua &amp; tiga"


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_of_the_papers_can_be_printed(language):
    sentences = (CATALOGUES / language / "document.ftl").read_text(encoding="utf-8")

    assert {letter for letter in sentences if ord(letter) not in register()} <= {"\n"}


def test_colours_are_known_by_name_before_two_papers_are_drawn_at_once():
    """ReportLab gathers them at the first use, and shows another thread the half of them."""
    code = "import reportlab.lib.colors as c; from messages.fonts import register; register(); "
    code += "print(sorted(c._namedColors or ())[:3])"
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == str(sorted(colors.getAllNamedColors())[:3])


def test_a_value_is_printed_line_by_line_and_beyond_so_many_in_one():
    assert markup("satu") == "satu"
    assert markup("satu\ndua") == "satu<br/>dua"
    assert markup("satu\ndua\n\ntiga\nempat", lines=3) == "satu<br/>dua<br/>tiga empat"


def test_a_value_in_a_sentence_is_one_line_that_fluent_takes():
    assert inline("satu\n\tdua") == "satu dua"
    assert len(inline("<&>" * 2000)) <= 2400
