from io import BytesIO
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from messages.diagrams.pdf import to_pdf
from messages.diagrams.png import to_png
from messages.diagrams.sop import sop
from messages.diagrams.svg import to_svg
from messages.localizer import localizer_for
from storage.procedure_files import shipped
from tests.support.invented_sops import an_sop
from tests.support.winding import winding
from workflow.errors import ProcedureError
from workflow.parsing import parse_procedure

JAKARTA = ZoneInfo("Asia/Jakarta")
ID = localizer_for("id", JAKARTA, escape=str)
EN = localizer_for("en", JAKARTA, escape=str)
SVG = "{http://www.w3.org/2000/svg}"


SHIPPED = [parse_procedure(file.text, source=file.name) for file in shipped()]


def jakarta_data():
    return next(procedure for procedure in SHIPPED if procedure.id == "jakarta-data")


def a_row(number, lane, to, **more):
    return number, lane, [(to, "forward")], more


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def svg_words(layout):
    root = ElementTree.fromstring(to_svg(layout))
    return [element.text for element in root.iter(f"{SVG}text")]


def test_the_identity_says_what_the_form_asks_for():
    first = pages(to_pdf(sop(jakarta_data(), 1, ID)))[0]

    assert "Nomor SOP 296 TAHUN 2017" in first
    assert "Tanggal Pengesahan September 2017" in first
    assert "Tanggal Efektif" not in first
    assert "Disahkan oleh Kepala Dinas Kependudukan dan Pencatatan Sipil" in first
    for heading in (
        "Dasar Hukum",
        "Kualifikasi Pelaksana",
        "Keterkaitan",
        "Peralatan/Perlengkapan",
        "Peringatan",
        "Pencatatan dan Pendataan",
    ):
        assert heading in first
    assert "Tidak boleh dikeluarkan tanpa izin dari pejabat yang berwenang" in first


def identity_of(name):
    found = next(procedure for procedure in SHIPPED if procedure.id == name)
    return pages(to_pdf(sop(found, 1, ID)))[0]


def test_the_identity_names_who_approved_the_sop_with_rank_and_nip():
    words = identity_of("pekanbaru-sipenduduk")

    assert "Tanggal Efektif 26 Juli 2021" in words
    assert (
        "Hj. Irma Novita, S.Sos, M.Si Pembina Utama Muda (IV/c) NIP 19681109 198909 2 001" in words
    )


def test_whoever_is_not_named_has_a_line_to_write_the_name_on():
    words = identity_of("kemendagri-data")

    assert ".........." in words
    assert "Tanggal Pengesahan -" in words


@pytest.mark.parametrize("name", ["palembang-laporan", "palembang-siak", "palembang-tik"])
def test_the_identity_names_the_seksi_and_the_bidang_above_the_office(name):
    words = identity_of(name)
    where = [words.index(part) for part in ("SEKSI", "BIDANG", "DINAS", "STANDAR")]

    assert where == sorted(where)


@pytest.mark.parametrize("units", range(5))
def test_however_many_units_an_sop_names_they_stand_within_their_box(units):
    long = "Bidang Pengelolaan Informasi Administrasi Kependudukan dan Pemanfaatan Data"
    procedure = jakarta_data().model_copy(update={"unit": (long,) * units})
    cell = next(cell for cell in sop(procedure, 1, ID).pages[0].cells if cell.words)
    tops = [word.at.y for word in cell.words]

    assert cell.box.top < min(tops)
    assert max(tops) < cell.box.bottom


def test_every_page_of_the_flow_repeats_the_head_and_says_where_one_is():
    _, *flow = pages(to_pdf(sop(jakarta_data(), 4, ID)))

    assert len(flow) == 2
    for number, page in enumerate(flow, start=2):
        assert "Uraian Prosedur" in page
        assert "Kelengkapan Waktu Output" in page
        assert f"halaman {number} dari 3" in page
        assert "Prosedur jakarta-data versi 4" in page


def test_every_step_stands_in_the_table_with_its_time_and_its_remark():
    procedure = an_sop(
        ["Petugas"],
        [
            a_row("1", 0, "2", title="Menerima berkas", limit="2 jam"),
            a_row("2", 0, None, title="Mengarsipkan", limit="-", remark="Paling lambat 1 hari."),
        ],
    )
    words = pages(to_pdf(sop(procedure, 1, ID)))[1]

    assert "1. Menerima berkas" in words
    assert "2 jam" in words
    assert "2. Mengarsipkan" in words
    assert "Paling lambat 1 hari." in words
    assert "Mulai" in words
    assert "Selesai" in words


def test_a_lane_that_only_stands_in_for_another_has_no_column():
    procedure = an_sop(["Petugas", "Kasi Pengganti"], [a_row("1", 0, None)])

    assert "Kasi Pengganti" not in " ".join(pages(to_pdf(sop(procedure, 1, ID))))


def test_a_flow_that_breaks_across_pages_goes_on_at_the_same_letter():
    layout = sop(jakarta_data(), 1, ID)
    out = [arrow for arrow in layout.pages[1].arrows if arrow.connector]
    back = [arrow for arrow in layout.pages[2].arrows if arrow.connector]

    assert [(arrow.source, arrow.connector) for arrow in out] == [("5", "A")]
    assert [(layout.pages[2].symbols[arrow.end].step, arrow.connector) for arrow in back] == [
        ("6", "A")
    ]


def test_a_decision_says_yes_and_no():
    labels = [
        arrow.label.words[0].text
        for arrow in sop(jakarta_data(), 1, ID).pages[1].arrows
        if arrow.label
    ]

    assert sorted(labels) == ["Tidak", "Ya"]


def test_a_row_taller_than_a_page_goes_on_on_the_next():
    materials = [f"Berkas persyaratan nomor {number}" for number in range(120)]
    procedure = an_sop(["Petugas"], [a_row("1", 0, None, materials=materials)])
    words = " ".join(pages(to_pdf(sop(procedure, 1, ID))))

    assert all(material in words for material in materials)


def test_narrow_lanes_turn_their_titles():
    lanes = [f"Pengadministrasi Kependudukan {number}" for number in range(9)]
    rows = [a_row(str(n + 1), n, str(n + 2) if n < 8 else None) for n in range(9)]
    layout = sop(an_sop(lanes, rows), 1, ID)
    turned = [words for cell in layout.pages[1].cells for words in cell.words if words.turned]

    assert len(turned) >= 9


@pytest.mark.parametrize("procedure", SHIPPED, ids=lambda one: one.id)
def test_what_was_inferred_is_not_printed_on_the_form_that_is_signed(procedure):
    printed = " ".join(" ".join(pages(to_pdf(sop(procedure, 1, ID)))).split())

    for note in filter(None, [procedure.note, *(step.note for step in procedure.steps)]):
        assert " ".join(note.split())[:60] not in printed


def test_the_form_is_there_in_english_too():
    words = pages(to_pdf(sop(jakarta_data(), 1, EN)))

    assert "SOP number 296 TAHUN 2017" in words[0]
    assert "page 2 of 3" in words[1]


def test_the_same_sop_gives_the_same_bytes():
    assert to_pdf(sop(jakarta_data(), 1, ID)) == to_pdf(sop(jakarta_data(), 1, ID))


def test_every_typeface_is_embedded():
    with pikepdf.open(BytesIO(to_pdf(sop(jakarta_data(), 1, ID)))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]

        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_the_svg_holds_all_words_as_words():
    layout = sop(winding(), 1, ID)
    words = svg_words(layout)

    assert "SOP YANG BERLIKU & PANJANG <SEKALI>" in words
    assert "Mulai" in words
    assert words.count("Pelaksana") == len(layout.pages) - 1


def test_the_svg_is_as_high_as_all_its_pages():
    layout = sop(jakarta_data(), 1, ID)
    root = ElementTree.fromstring(to_svg(layout))
    _, _, width, height = (float(number) for number in root.get("viewBox").split())

    assert width == pytest.approx(layout.size[0], abs=0.01)
    assert height > layout.size[1] * len(layout.pages)


def test_the_picture_shows_every_page():
    layout = sop(jakarta_data(), 1, ID)
    with Image.open(BytesIO(to_png(layout))) as picture:
        assert picture.width == pytest.approx(2 * layout.size[0], abs=2)
        assert picture.height > 2 * layout.size[1] * len(layout.pages)


def test_more_ways_out_than_can_be_drawn_are_refused_with_the_step():
    rows = [
        ("1", 0, [("2", "forward")], {}),
        ("2", 0, [(None, "refuse")] * 60, {}),
    ]

    with pytest.raises(ProcedureError, match="ways out of step 2"):
        sop(an_sop(["Petugas"], rows), 1, ID)
