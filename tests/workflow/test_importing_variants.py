"""Tables as offices write them: what is not recognised is asked with its cell, never dropped."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.tables.files import read_lines
from tests.support.examples import examples
from tests.support.importing import asked_at, imported, step_of
from workflow.importing.drafting import drafts
from workflow.importing.kinds import guess_kind
from workflow.importing.plain import calm
from workflow.parsing import parse_procedure

TABLES = Path(__file__).parents[1] / "data" / "tables"
STANDARD = ("No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output", "Keterangan")
LOSS = (
    ("1", "Menerima laporan kehilangan", "Petugas Loket", "Surat laporan", "2 Menit", "Dicatat"),
    ("2", "Memeriksa data pelapor", "Petugas Arsip", "Buku register", "15 Menit", "Cocok"),
    ("3", "Mengajukan surat pengganti", "Petugas Loket", "Komputer", "10 Menit", "Konsep"),
)


def of_file(name):
    (draft,) = drafts(read_lines(TABLES / name), source=name)
    return draft, yaml.safe_load(draft.text)


def pasted(heading, *rows):
    text = "\n".join("\t".join(row) for row in (heading, *rows))
    ((draft, read),) = imported(text)
    return draft, read


def about(draft, which):
    return [one for one in draft.doubts if one.about.value == which]


@pytest.mark.parametrize(
    "name",
    [
        "heading-durasi.txt",
        "heading-dokumen.txt",
        "heading-mutu-baku-kelengkapan.txt",
        "heading-produk.txt",
        "heading-catatan.txt",
    ],
)
def test_a_column_under_another_name_is_the_same_column(name):
    draft, read = of_file(name)

    assert [step["limit"] for step in read["steps"]] == ["2 menit", "15 menit", "10 menit"]
    assert [step["materials"] for step in read["steps"]] == [
        ["Surat laporan"],
        ["Buku register"],
        ["Komputer"],
    ]
    assert [step["output"] for step in read["steps"]] == [
        ["Laporan dicatat"],
        ["Data cocok"],
        ["Konsep surat"],
    ]
    assert read["steps"][1]["outcomes"]["kembalikan"]["to"] == "1"
    assert read["steps"][1]["remark"] == "Jika tidak cocok, kembali ke nomor 1"
    assert [lane["title"] for lane in read["lanes"].values()] == ["Petugas Loket", "Petugas Arsip"]
    assert about(draft, "column") == []


def test_a_heading_that_is_not_known_is_asked_with_its_cell_and_its_words_stay():
    heading = (*STANDARD[:6], "Biaya")
    draft, read = pasted(heading, *((*row, "Rp0") for row in LOSS))

    (asked,) = about(draft, "column")
    assert asked.words.startswith("kolom 'Biaya' tidak dikenal")
    assert asked.place == "line 1, column 7"
    assert [step["remark"] for step in read["steps"]] == ["Biaya: Rp0"] * 3


def test_what_stands_under_no_heading_is_asked_with_its_cell():
    draft, _ = pasted(STANDARD[:6], (*LOSS[0], "segera"), *LOSS[1:])

    assert "'segera' tidak berada di bawah kepala kolom mana pun" in asked_at(draft, "1")
    assert [one.place for one in about(draft, "row")] == ["line 2, column 7"]


def test_a_step_goes_on_in_rows_without_a_number():
    _, read = of_file("rows-that-go-on.txt")

    first = read["steps"][0]
    assert first["materials"] == [
        "Fotocopy Kartu Keluarga",
        "Form KTP dari Gampong",
        "Fotocopy KTP",
    ]
    assert first["output"] == ["Permohonan", "Tanda terima"]
    assert first["remark"] == "untuk KK baru; untuk pemula"
    assert len(read["steps"]) == 3


def test_a_remark_broken_over_two_lines_stays_one_sentence():
    rows = [("No", *STANDARD[1:]), ("1", "Menerima berkas", "Petugas", "Berkas", "5 menit", "Resi")]
    _, read = pasted(rows[0], (*rows[1], "Jika tidak cocok,"), ("", "", "", "", "", "", "ditolak"))

    assert read["steps"][0]["remark"] == "Jika tidak cocok, ditolak"


def test_a_numbered_row_that_says_nothing_is_asked_and_stays():
    draft, read = pasted(STANDARD[:6], *LOSS[:2], ("3", "", *LOSS[2][2:]))

    assert "uraiannya tidak tertulis" in asked_at(draft, "3")
    assert step_of(read, "3")["limit"] == "10 menit"


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("numbers-1a.txt", ["1", "1a", "1b", "2", "3"]),
        ("numbers-roman.txt", ["1", "2", "3", "4", "5"]),
        ("numbers-in-brackets.txt", ["1", "2", "3", "4", "5"]),
    ],
)
def test_rows_keep_the_numbers_that_are_printed(name, numbers):
    draft, read = of_file(name)

    assert [step["number"] for step in read["steps"]] == numbers
    assert about(draft, "number") == []
    assert read["steps"][1]["outcomes"]["kembalikan"] == {
        "label": "Kembalikan",
        "to": "1",
        "way": "back",
        "reasons": ["Tidak lengkap"],
    }
    parse_procedure(draft.text, source=name)


def test_a_roman_number_is_said_to_have_been_written_anew():
    draft, _ = of_file("numbers-roman.txt")

    assert any("nomor 'IV' ditulis 4" in one for one in draft.concluded)


@pytest.mark.parametrize(
    "name", ["merged-labels.xlsx", "merged-labels-and-values.xlsx", "merged-office.xlsx"]
)
def test_a_merged_label_is_no_value(name):
    _, read = of_file(name)

    assert (read["number"], read["title"]) == ("12/SOP/2026", "Surat Keterangan")
    assert (read["office"], read["approved_by"]) == ("Kecamatan Contoh", "Camat Contoh")


def test_a_csv_of_an_older_excel_keeps_its_signs():
    _, read = of_file("windows-1252.csv")

    assert read["steps"][0]["title"] == "Mengajukan permohonan – asli"
    assert read["steps"][0]["limit_words"] == "± 5 menit"


PLAIN_TIMES = {
    "1": "5 menit",
    "14": "1 hari kerja",
    "15": "3 hari kerja",
    "16": "2 hari",
    "18": "15 menit",
    "19": "15 menit",
    "20": "1 jam",
    "21": "60 menit",
    "22": "480 menit",
    "24": "10 hari kalender",
    "25": "7 hari kerja",
    "26": "15 menit",
    "27": "15 menit",
    "28": "1 jam",
    "29": "2 hari",
    "38": "15 menit",
}
WITHOUT_LIMIT = {"5", "6"}


def test_plain_times_are_read_and_all_others_asked():
    draft, read = of_file("times.txt")
    asked = {one.row for one in about(draft, "limit")}

    for step in read["steps"]:
        number = step["number"]
        assert step["limit"] == PLAIN_TIMES.get(number, "-")
        assert (number in asked) == (number not in PLAIN_TIMES and number not in WITHOUT_LIMIT)


def test_a_number_and_its_unit_may_stand_in_two_cells():
    heading = (*STANDARD[:5], "", "Output")
    rows = [(*row[:4], *row[4].split(), row[5]) for row in LOSS]
    draft, read = pasted(heading, *rows)

    assert [step["limit"] for step in read["steps"]] == ["2 menit", "15 menit", "10 menit"]
    assert about(draft, "row") == []


def test_a_row_of_column_numbers_is_no_step_though_one_is_missing():
    _, read = pasted(STANDARD, ("1", "2", "3", "4", "6", "7", "8"), *LOSS)

    assert [step["title"] for step in read["steps"]] == [row[1] for row in LOSS]


def test_the_reason_of_a_return_is_the_condition_right_before_it():
    what = "Memeriksa berkas. Jika lengkap diproses, jika tidak lengkap dikembalikan ke nomor 1"
    _, read = pasted(STANDARD[:6], LOSS[0], ("2", what, *LOSS[1][2:]), LOSS[2])

    assert step_of(read, "2")["outcomes"]["kembalikan"]["reasons"] == ["Tidak lengkap"]


def test_what_is_processed_is_no_reason_to_send_back():
    what = "Memeriksa berkas. Bila lengkap diproses dan berkas lama dikembalikan ke nomor 1"
    _, read = pasted(STANDARD[:6], LOSS[0], ("2", what, *LOSS[1][2:]), LOSS[2])

    assert "reasons" not in step_of(read, "2")["outcomes"]["kembalikan"]


def test_a_way_back_that_only_names_somebody_in_the_remark_is_asked():
    rows = [
        ("1", "Mengajukan surat", "Pemohon", "Surat", "5 menit", "Surat", ""),
        (*LOSS[1], "T: kembali ke pemohon"),
        (*LOSS[2], ""),
    ]
    draft, read = pasted(STANDARD, *rows)

    assert "dibaca sebagai panah balik, sementara ke baris 1" in asked_at(draft, "2")
    assert step_of(read, "2")["outcomes"]["kembalikan"]["to"] == "1"


def test_a_box_under_another_name_is_read_beside_its_neighbour_and_asked():
    text = (
        "Dasar Hukum\tPersyaratan Pelaksana Tugas\n1. UU 24 Tahun 2013\t1. Sarjana\n\n"
        + "\n".join("\t".join(row) for row in (STANDARD[:6], *LOSS))
    )
    ((draft, read),) = imported(text)

    assert read["legal_basis"] == ["UU 24 Tahun 2013"]
    assert read["qualifications"] == ["Sarjana"]
    asked = [one.words for one in about(draft, "identity")]
    assert any("kotak 'Persyaratan Pelaksana Tugas' dibaca sebagai kualifikasi" in a for a in asked)


def test_a_title_above_the_table_is_taken_and_asked():
    text = "SOP PENERBITAN KARTU KELUARGA\n\n" + "\n".join(
        "\t".join(row) for row in (STANDARD[:6], *LOSS)
    )
    ((draft, read),) = imported(text)

    assert read["title"] == "Penerbitan Kartu Keluarga"
    assert any("dibaca dari baris di atas tabel" in one.words for one in draft.doubts)


def test_what_stands_below_the_table_is_asked_once():
    text = "\n".join("\t".join(row) for row in (STANDARD[:6], *LOSS)) + "\n\n\nKEPALA DINAS\n\nNAMA"
    ((draft, _),) = imported(text)

    (rest,) = about(draft, "rest")
    assert "'KEPALA DINAS' (line 7); 'NAMA' (line 9)" in rest.words


def test_an_identity_line_nobody_knows_is_asked_with_its_cell():
    text = "Bidang\tPelayanan Pendaftaran\n\n" + "\n".join(
        "\t".join(row) for row in (STANDARD[:6], *LOSS)
    )
    ((draft, _),) = imported(text)

    asked = [one for one in about(draft, "identity") if "Pelayanan Pendaftaran" in one.words]
    assert [one.place for one in asked] == ["line 1, column 1"]


def test_paraf_and_signature_in_one_row_are_asked():
    guess = guess_kind("Paraf dan tanda tangan surat", first=False, by_applicant=False)

    assert not guess.sure


def test_signing_a_receipt_is_no_signature_of_the_office():
    assert guess_kind("Menandatangani tanda terima", first=False, by_applicant=False) is None


def test_a_name_of_two_words_in_capitals_is_calmed_in_both():
    assert calm("DINAS KEPENDUDUKAN KAB.LUWU TIMUR") == "Dinas Kependudukan Kab.Luwu Timur"


def test_an_sop_of_ninety_rows_is_read():
    rows = [(str(at), *LOSS[0][1:]) for at in range(1, 95)]
    _draft, read = pasted(STANDARD[:6], *rows)

    assert len(read["steps"]) == 94


WORDS = st.from_regex(r"[A-Z][a-z]{3,8} [a-z]{3,8}", fullmatch=True)
CELL = st.one_of(st.just(""), WORDS)


@settings(max_examples=examples(25))
@given(
    heading=st.lists(WORDS, max_size=2, unique=True),
    rows=st.lists(st.lists(CELL, min_size=10, max_size=10), min_size=1, max_size=4),
)
def test_every_cell_stands_in_the_file_or_in_a_question(heading, rows):
    """Whatever an office writes into a table: nothing of it vanishes."""
    lanes = ["Pemohon", "Petugas"]
    head = ["No", "Kegiatan", *lanes, "Kelengkapan", "Waktu", "Output", "Ket", *heading]
    lines = [head]
    for number, cells in enumerate(rows, start=1):
        what, materials, time, output, remark, *more = cells
        row = [str(number), what or "Mencatat", "x", "", materials, time, output, remark]
        lines.append([*row, *more[: len(heading) + 1]])
    draft, _ = pasted(*lines)
    whole = " ".join(draft.text.split()).lower()
    told = f"{whole} {' '.join(' '.join(one.words.split()) for one in draft.doubts)}".lower()
    bare = told.replace("# ", "")

    for line in lines[1:]:
        for cell in line[1:2] + line[4:]:
            assert cell.lower() in bare or cell.lower() in told
