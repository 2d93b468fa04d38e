"""What the columns and the words of a table say, and what is asked when they do not."""

from dataclasses import replace

import pytest

from tests.support.importing import a_table, asked, asked_at, imported, lines_of, step_of
from workflow.errors import ProcedureError
from workflow.importing.drafting import drafts
from workflow.importing.kinds import guess_kind
from workflow.importing.lanes import Lanes
from workflow.importing.spans import read_span
from workflow.importing.steps import UNKNOWN
from workflow.parsing import parse_procedure

IDENTITY = (
    "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL\nKOTA CONTOH\n\nNomor SOP\t12/2026\n"
    "Tanggal Pembuatan\t1 Juli 2026\nTanggal Efektif\t2 Juli 2026\nDisahkan oleh\tKepala Dinas\n"
    "Nama SOP\tPelayanan Contoh\nDasar Hukum\tKualifikasi Pelaksana\n1. UU 24 Tahun 2013\t1. S1\n"
    "Keterkaitan\tPeralatan/Perlengkapan\n1. SOP SIAK\t1. Komputer\n"
    "Peringatan\tPencatatan dan Pendataan\nJangan terlambat\tDicatat di buku\n\n"
)
ROWS = [
    ("1", "Mengajukan permohonan", "Pemohon", "Surat", "5 menit", "Permohonan"),
    (
        "2",
        "Memverifikasi berkas. Jika TIDAK lengkap, mengembalikan kepada Pemohon",
        *("Petugas", "Berkas", "1 jam", "Berkas lengkap"),
    ),
    ("3", "Menandatangani surat", "Kepala Dinas", "Surat", "1 hari", "Surat jawaban"),
    ("4", "Menerima surat", "Pemohon", "-", "-", "Surat diterima"),
]


def only(text, **more):
    ((draft, read),) = imported(text, **more)
    return draft, read


def with_row(place, **changes):
    """The usual table with one cell changed: what, marked, materials, time, output or number."""
    names = ("number", "what", "marked", "materials", "time", "output")
    rows = [dict(zip(names, row, strict=True)) for row in ROWS]
    rows[place].update(changes)
    return only(IDENTITY + a_table(*(tuple(row[name] for name in names) for row in rows)))


def test_a_table_that_says_everything_leaves_only_the_form_open():
    draft, read = only(IDENTITY + a_table(*ROWS))

    assert asked(draft) == [("", "form")]
    procedure = parse_procedure(draft.text, source="x")
    assert procedure.code == "PC"
    assert [lane.title for lane in procedure.lanes.values()] == [
        *("Pemohon", "Petugas", "Kepala Dinas"),
    ]
    assert procedure.lanes["pemohon"].applicant
    assert [step.kind.value for step in procedure.steps] == [
        *("submit", "verify", "sign", "acknowledge"),
    ]
    assert read["steps"][1]["outcomes"]["kembalikan"] == {
        "label": "Kembalikan",
        "to": "1",
        "way": "back",
        "reasons": ["Tidak lengkap"],
    }


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("5 menit", "5 menit"),
        ("10 Menit", "10 menit"),
        ("1 Jam", "1 jam"),
        ("7 hari", "7 hari"),
        ("2 hari kerja", "2 hari kerja"),
        ("1 jam 30 menit", "1 jam 30 menit"),
        ("15 (lima belas) menit", "15 menit"),
        ("15menit", "15 menit"),
        ("± 5 mnt", "5 menit"),
        ("5'", "5 menit"),
        ("1,5 jam", "90 menit"),
        ("setengah jam", "30 menit"),
        ("maks. 3 hari", "3 hari"),
        ("-", "-"),
        ("Tergantung waktu persiapan", "-"),
    ],
)
def test_a_limit_is_read_as_offices_write_it(written, limit):
    span = read_span(written)

    assert (span.limit, span.doubt) == (limit, "")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "kosong"),
        ("5 menit / 10 menit", "dua waktu"),
        ("5-10 menit", "dua waktu"),
        ("2 x 24 jam", "dua waktu"),
        ("5", "tanpa satuan"),
        ("1,5", "tanpa satuan"),
        ("0:15", "seperti jam"),
        ("08:00", "seperti jam"),
        ("1,25 jam", "pecahan"),
        ("5 mingguan", "tidak dikenal"),
        ("2 minggu", "tidak dikenal"),
        ("cepat", "tidak dikenal"),
        ("0 menit", "di luar batas"),
        ("9999 jam", "di luar batas"),
    ],
)
def test_a_time_that_is_not_clear_is_asked_and_not_guessed(written, why):
    span = read_span(written)

    assert why in span.doubt
    assert span.limit == "-"
    assert span.words == written


def test_an_output_that_speaks_of_days_is_not_taken_for_the_limit():
    draft, read = with_row(1, time="-", output="Undangan 7 hari")

    assert asked(draft) == [("", "form")]
    assert step_of(read, "2")["limit"] == "-"


def test_a_row_whose_cells_have_moved_is_read_from_its_time():
    moved = a_table(*ROWS).replace("\t●\t\tBerkas", "\t●\tBerkas")
    draft, read = only(IDENTITY + moved)

    assert step_of(read, "2")["limit"] == "1 jam"
    assert step_of(read, "2")["materials"] == ["Berkas"]
    assert "tanda '●' tidak jelas kolomnya" in asked_at(draft, "2")


def test_two_times_in_a_cell_are_asked_with_the_row():
    draft, read = with_row(1, time="5 menit atau 1 jam")

    assert ("2", "limit") in asked(draft)
    assert "dua waktu dalam satu sel ('5 menit atau 1 jam')" in asked_at(draft, "2")
    assert step_of(read, "2")["limit_words"] == "5 menit atau 1 jam"
    assert "# PERTANYAAN baris 2: dua waktu" in draft.text


def test_the_unit_may_stand_in_the_heading():
    heading = ["No", "Aktivitas", "Pemohon", "Petugas", "Kelengkapan", "Waktu (menit)", "Output"]
    text = "\n".join(
        "\t".join(row)
        for row in [heading, ["1", "Mengajukan surat", "x", "", "Surat", "15", "Surat"]]
    )
    _, read = only(IDENTITY + text)

    assert step_of(read, "1")["limit"] == "15 menit"


def test_a_row_without_a_number_gets_one_and_is_asked():
    draft, read = with_row(2, number="")

    assert [step["number"] for step in read["steps"]] == ["1", "2", "3", "4"]
    assert "tidak bernomor; sementara 3" in asked_at(draft, "3")


def test_a_row_without_a_number_between_two_that_follow_gets_a_letter():
    rows = [*ROWS[:2], ("", *ROWS[2][1:]), ("3", *ROWS[3][1:])]
    draft, read = only(IDENTITY + a_table(*rows))

    assert [step["number"] for step in read["steps"]] == ["1", "2", "2a", "3"]
    assert ("2a", "number") in asked(draft)


def test_a_number_that_stands_twice_is_asked():
    draft, read = with_row(2, number="2")

    assert [step["number"] for step in read["steps"]] == ["1", "2", "3", "4"]
    assert "nomor 2 tertulis lagi" in asked_at(draft, "3")


def test_a_gap_in_the_numbers_is_asked():
    draft, read = with_row(3, number="7")

    assert [step["number"] for step in read["steps"]] == ["1", "2", "3", "7"]
    assert "melompat dari 3 ke 7" in asked_at(draft, "7")


def test_a_row_that_goes_on_in_the_next_line_is_one_row():
    text = a_table(*ROWS[:2], ("", "dan mencatatnya", None, "", "", ""), *ROWS[2:])
    draft, read = only(IDENTITY + text)

    assert asked(draft) == [("", "form")]
    assert step_of(read, "2")["title"].endswith("kepada Pemohon dan mencatatnya")


def test_a_row_marked_in_two_columns_is_asked():
    text = a_table(*ROWS).replace("●\t\tBerkas", "●\t●\tBerkas")
    draft, read = only(IDENTITY + text)

    assert ("2", "lane") in asked(draft)
    assert "dua kolom ('Petugas' dan 'Kepala Dinas')" in asked_at(draft, "2")
    assert step_of(read, "2")["lane"] == UNKNOWN


def test_a_mark_that_the_words_contradict_is_asked():
    draft, read = with_row(2, what="Petugas menandatangani surat")

    assert "bunyinya menyebut 'Petugas'" in asked_at(draft, "3")
    assert step_of(read, "3")["lane"] == "kepala_dinas"


def test_a_row_without_mark_and_name_is_asked():
    draft, read = with_row(2, what="Menandatangani surat", marked=None)

    assert ("3", "lane") in asked(draft)
    assert step_of(read, "3")["lane"] == UNKNOWN


def test_a_row_whose_lane_the_words_name_is_concluded_beside_the_document():
    draft, read = with_row(2, what="Kadis menandatangani surat", marked=None)

    assert asked(draft) == [("", "form")]
    assert step_of(read, "3")["lane"] == "kepala_dinas"
    assert any(one.startswith("baris 3") and "pelaksana" in one for one in draft.concluded)
    assert "note" not in step_of(read, "3")


def test_a_lane_that_no_row_uses_is_named_with_its_mend():
    draft, _ = only(
        IDENTITY + a_table(*ROWS, lanes=("Pemohon", "Petugas", "Kepala Dinas", "Arsip"))
    )

    (doubt,) = [one for one in draft.doubts if one.about.value == "lanes"]
    assert doubt.words.startswith("kolom 'Arsip' tidak dipakai baris mana pun; pakai")
    with pytest.raises(ProcedureError, match="no step uses the lane 'arsip'"):
        parse_procedure(draft.text, source="x")


def test_a_step_of_no_known_kind_is_asked():
    draft, read = with_row(1, what="Berkoordinasi")

    assert ("2", "kind") in asked(draft)
    assert step_of(read, "2")["kind"] == "process"


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("Memverifikasi berkas permohonan", "verify"),
        ("Memberikan disposisi kepada Kabid", "disposisi"),
        ("Memerintahkan Kasi menyiapkan data", "disposisi"),
        ("Memberi paraf pada surat", "paraf"),
        ("Memeriksa dan memaraf surat", "paraf"),
        ("Melakukan TTE dokumen", "sign"),
        ("Menandatangani surat dan memerintahkan Kabid mencetak", "sign"),
        ("Mengajukan TTE kepada Kepala Dinas", None),
        ("Memberi nomor dan stempel pada surat yang telah ditandatangani", "register"),
        ("Mengarsipkan surat", "register"),
        ("Mengirimkan surat kepada pemohon", "deliver"),
        ("Menyiapkan data dan membuat surat", "process"),
        ("Membentuk Tim Teknis", "appoint"),
        ("Melakukan back up data", "backup"),
        ("Menyimpan", None),
    ],
)
def test_a_kind_follows_from_the_verb(what, kind):
    guess = guess_kind(what, first=False, by_applicant=False)

    assert (None if guess is None else guess.kind.value) == kind


def test_the_applicant_begins_and_receives():
    begins = guess_kind("Datang ke loket", first=True, by_applicant=True)
    receives = guess_kind("Menerima surat dan menandatangani", first=False, by_applicant=True)

    assert begins.kind.value == "submit"
    assert receives.kind.value == "acknowledge"


@pytest.mark.parametrize(
    ("text", "lane"),
    [
        ("Kadis memerintahkan", "Kepala Dinas"),
        ("Kadin", "Kepala Dinas"),
        ("kepada Kasie", "Kepala Seksi Data"),
        ("ke Seksi Data", "Kepala Seksi Data"),
        ("oleh ADB", "Administrasi Database (ADB)"),
        ("masyarakat", "Masyarakat/Pemohon"),
        ("Kabid Pelayanan dan Kabid", "Kabid Pelayanan"),
        ("Bupati", None),
        ("Kabid", None),
    ],
)
def test_a_lane_is_known_by_its_other_names(text, lane):
    lanes = Lanes(
        [
            *("Kepala Dinas", "Kepala Seksi Data", "Administrasi Database (ADB)"),
            *("Masyarakat/Pemohon", "Kabid Pelayanan", "Kepala Bidang Data"),
        ]
    )
    named = lanes.mentions(text)

    assert (named[0].lane if named else None) == lane


def test_an_arrow_drawn_back_is_asked_for_its_end():
    rows = [
        ROWS[0],
        ("2", "Memeriksa berkas", *ROWS[1][2:], "Panah balik"),
        *ROWS[2:],
    ]
    draft, read = only(IDENTITY + a_table(*rows))

    assert asked(draft) == [("", "form"), ("2", "return")]
    assert step_of(read, "2")["outcomes"]["kembalikan"]["to"] == "1"


@pytest.mark.parametrize(
    ("remark", "to"),
    [
        ("Panah balik ke no. 1", "1"),
        ("panah balik ke langkah 2", "2"),
        ("Bila salah kembali ke nomor 2", "2"),
    ],
)
def test_a_way_back_that_names_its_row_is_not_asked(remark, to):
    rows = [*ROWS[:2], ("3", "Memaraf surat", *ROWS[1][2:], remark), *ROWS[3:]]
    draft, read = only(IDENTITY + a_table(*rows))

    assert ("3", "return") not in asked(draft)
    back = step_of(read, "3")["outcomes"]["kembalikan"]
    assert (back["to"], back.get("reasons")) == (to, None)


def test_a_way_back_in_the_sentence_may_name_its_row():
    what = "Memeriksa surat. Jika tidak benar, dikembalikan ke langkah 1"
    _, read = with_row(2, what=what)

    assert step_of(read, "3")["outcomes"]["kembalikan"]["to"] == "1"


def test_a_way_back_to_a_row_that_does_not_come_before_is_asked():
    draft, _ = with_row(1, what="Memeriksa surat. Jika salah, dikembalikan ke no. 9")

    assert "ke baris 9, yang tidak ada sebelum baris ini" in asked_at(draft, "2")


def test_a_hidden_row_is_asked_whether_it_still_holds():
    plain = lines_of(IDENTITY + a_table(*ROWS))
    hidden = [replace(line, hidden=line.at(0) == "2") for line in plain]
    [draft] = drafts(hidden, source="tabel.xlsx")

    assert "tersembunyi" in asked_at(draft, "2")
    assert asked_at(draft, "3") == ""


def test_a_refusal_ends_the_case():
    _, read = with_row(1, what="Memverifikasi berkas. Permohonan yang tidak sah ditolak")

    assert step_of(read, "2")["outcomes"]["tolak"] == {"label": "Tolak", "way": "refuse"}


def test_one_column_may_name_who_acts():
    text = "\n".join(
        "\t".join(row)
        for row in [
            ["No", "Kegiatan", "Pelaksana", "Waktu", "Output"],
            ["1", "Mengajukan surat", "Pemohon", "5 menit", "Surat"],
            ["2", "Menandatangani surat", "Kepala Dinas", "1 jam", "Surat"],
        ]
    )
    _, read = only(IDENTITY + text)

    assert [step["lane"] for step in read["steps"]] == ["pemohon", "kepala_dinas"]


def test_a_heading_repeated_on_the_next_page_goes_on_with_the_same_sop():
    text = a_table(*ROWS[:2]) + "\n\nHalaman 2\n" + a_table(*ROWS[2:])
    draft, read = only(IDENTITY + text)

    assert asked(draft) == [("", "form")]
    assert [step["number"] for step in read["steps"]] == ["1", "2", "3", "4"]


def test_two_sops_in_one_text_are_two_files():
    made = imported((IDENTITY + a_table(*ROWS) + "\n\n") * 2)

    assert [draft.id for draft, _ in made] == ["pelayanan-contoh", "pelayanan-contoh-2"]


def test_the_signature_below_the_table_is_no_row():
    text = a_table(*ROWS) + "\n\t\t\t\t\tJakarta, 1 Juli 2026\n\nKEPALA DINAS,\n\nNAMA\nNIP 19"
    _, read = only(IDENTITY + text)

    assert len(read["steps"]) == 4
    assert step_of(read, "4")["title"] == "Menerima surat"


def test_a_table_alone_takes_its_title_from_the_file_and_asks_for_the_rest():
    draft, read = only(a_table(*ROWS), source="SOP_Akta Kelahiran.csv")

    assert read["title"] == "SOP Akta Kelahiran"
    about = [one.words for one in draft.doubts if one.about.value == "identity"]
    assert any("judul" in words for words in about)
    assert any("nama dinas" in words for words in about)
    assert any("dasar hukum" in words for words in about)
    parse_procedure(draft.text, source="x")


def test_a_cell_too_long_is_cut_and_asked():
    draft, _ = with_row(1, what="Memeriksa berkas " * 100)

    assert ("2", "words") in asked(draft)
    parse_procedure(draft.text, source="x")


@pytest.mark.parametrize(
    "text", ["halo", "No\tNama\tUmur\n1\tBudi\t7", "Uraian\nWaktu", "#" * 3_000]
)
def test_what_holds_no_table_is_said_so(text):
    with pytest.raises(ProcedureError, match=r"^x\.txt: there is no SOP table in it"):
        drafts(lines_of(text), source="x.txt")


def test_a_heading_without_rows_is_no_table():
    with pytest.raises(ProcedureError, match="no SOP table"):
        drafts(lines_of(a_table()), source="x.txt")


def test_a_table_of_too_many_rows_is_named_with_its_line():
    rows = [(str(at), "Memeriksa", "Petugas", "-", "-", "-") for at in range(1, 210)]

    with pytest.raises(ProcedureError, match=r"line 203: the table has 209 rows"):
        drafts(lines_of(a_table(*rows)), source="x.txt")


def test_a_file_of_countless_tables_is_refused_with_its_line():
    text = (a_table(ROWS[0]) + "\n\n") * 60

    with pytest.raises(ProcedureError, match=r"line 203: more than 50 tables"):
        drafts(lines_of(text), source="x.txt")


def test_words_cannot_slip_out_of_their_comment():
    draft, read = with_row(1, what="Memeriksa: # 'a' \"b\" {x} *y &z !t | > %", time="5\u2028x: 1")

    assert step_of(read, "2")["title"].startswith("Memeriksa: # 'a' \"b\"")
    parse_procedure(draft.text, source="x")
