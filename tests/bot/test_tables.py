"""Files as offices have them, good and bad, become lines of cells or a sentence."""

import zipfile
from io import BytesIO

import pytest

from bot.tables.files import LARGEST, LARGEST_TEXT, read_lines
from tests.support.workbook import a_workbook, styled, zipped
from workflow.errors import ProcedureError

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
TABLE = [
    ["No", "Uraian", "Pelaksana", "", "Waktu"],
    ["", "", "Petugas", "Kepala Dinas", ""],
    [1, "Memeriksa berkas", "x", "", "5 menit"],
    [2, "Menandatangani", "", "x", "1 jam"],
]


def lines(tmp_path, content, name="tabel.xlsx"):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_lines(file)


def refused(tmp_path, content, name="tabel.xlsx"):
    with pytest.raises(ProcedureError) as error:
        lines(tmp_path, content, name)
    assert str(error.value).startswith(name)
    return str(error.value)


def test_a_workbook_gives_its_cells_with_sheet_and_row(tmp_path):
    found = lines(tmp_path, a_workbook(TABLE))

    assert found[2].cells == ("1", "Memeriksa berkas", "x", "", "5 menit")
    assert found[2].place == "sheet 'SOP', row 3"


def test_merged_cells_hold_the_words_of_their_first(tmp_path):
    (first, second, *_) = lines(tmp_path, a_workbook(TABLE, merged=["C1:D1", "A1:A2", "E1:E2"]))

    assert first.cells[2:4] == ("Pelaksana", "Pelaksana")
    assert first.covered == {3}
    assert second.cells == ("No", "", "Petugas", "Kepala Dinas", "Waktu")
    assert second.own(0) == ""


def test_a_merge_over_the_whole_row_takes_no_more_than_the_table(tmp_path):
    found = lines(tmp_path, a_workbook([["SOP"], *TABLE], merged=["A1:XFD1"]))

    assert len(found) == 5
    assert len(found[0].cells) == 5


def test_a_merge_over_the_whole_sheet_is_refused_before_it_is_filled(tmp_path):
    merged = a_workbook(TABLE, merged=["A1:XFD1048576"])

    assert "too many merged cells" in refused(tmp_path, merged)


def test_a_box_drawn_over_a_column_is_a_mark(tmp_path):
    shapes = [(2, 3, "flowChartTerminator", "Mulai"), (3, 2, "flowChartDecision", "")]
    found = lines(tmp_path, a_workbook([*TABLE[:2], [1, "Memeriksa"], [2, "Paraf"]], shapes=shapes))

    assert found[2].cells == ("1", "Memeriksa", "", "Mulai")
    assert found[3].cells == ("2", "Paraf", "◇")


def test_days_and_units_are_read_as_they_are_shown(tmp_path):
    styles = styled({164: '0" menit"', 165: "dd\\-mmm\\-yyyy"}, 0, 164, 165, 14, 20)
    row = [["Tanggal", (44389, 2), (44389, 3), (15, 1), 15, 1.5, (0.0104167, 4)]]

    assert lines(tmp_path, a_workbook(row, styles=styles))[0].cells == (
        *("Tanggal", "12 Juli 2021", "12 Juli 2021", "15 menit", "15", "1.5", "0:15"),
    )


def test_hidden_rows_are_read_and_known_as_hidden(tmp_path):
    content = a_workbook(TABLE)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet0.xml"
    files[sheet] = files[sheet].replace(b'<row r="2">', b'<row r="2" hidden="1">')

    assert [line.hidden for line in lines(tmp_path, zipped(files))][:3] == [False, True, False]


def test_sheets_follow_each_other(tmp_path):
    found = lines(tmp_path, a_workbook(TABLE, before=[["Nama SOP", "Pelayanan"]]))

    assert [line.place for line in found[:2]] == ["sheet 'Identitas', row 1", "sheet 'SOP', row 1"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_is_cut_by_the_separator_that_it_uses(tmp_path, separator):
    text = "\r\n".join(
        separator.join(f'"{cell}"' if separator == "," else str(cell) for cell in row)
        for row in TABLE
    )
    found = lines(tmp_path, text, "tabel.csv")

    assert found[2].cells == ("1", "Memeriksa berkas", "x", "", "5 menit")
    assert found[3].place == "line 4"


def test_a_quoted_cell_may_hold_several_lines(tmp_path):
    text = 'No;Uraian;Kelengkapan;Waktu\n1;"Memeriksa;\nlalu mencatat";a;5 menit\n2;Paraf;b;1 jam'
    found = lines(tmp_path, text, "tabel.csv")

    assert found[1].cells[1] == "Memeriksa;\nlalu mencatat"
    assert found[2].place == "line 4"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_spreadsheets_are_read(tmp_path, encoding):
    found = lines(tmp_path, "No\tUraian – café\tWaktu\tOutput\n".encode(encoding), "tabel.txt")

    assert found[0].cells[1] == "Uraian – café"


def test_a_quotation_mark_in_pasted_text_means_nothing(tmp_path):
    found = lines(tmp_path, '1\t"Surat" dibuat\t5 menit\tx\n2\t"Buka\t5 menit\ty\n', "tabel.txt")

    assert [line.cells[1] for line in found[:2]] == ['"Surat" dibuat', '"Buka']


def test_a_locked_workbook_is_named(tmp_path):
    locked = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(200)

    assert "password" in refused(tmp_path, locked)


def test_an_old_workbook_is_named(tmp_path):
    assert "old Office file" in refused(tmp_path, b"\xd0\xcf\x11\xe0" + bytes(600), "tabel.xls")


def test_a_locked_part_is_named(tmp_path):
    content = bytearray(a_workbook(TABLE))
    for at in _headers(content):
        content[at] |= 1

    assert "password" in refused(tmp_path, bytes(content))


def _headers(content):
    """Where each part of an archive says whether it is encrypted."""
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            yield at + flag
            at = content.find(mark, at + 4)


def test_a_broken_workbook_is_named(tmp_path):
    whole = a_workbook(TABLE)

    assert "damaged" in refused(tmp_path, whole[: len(whole) // 2])
    assert "damaged" in refused(tmp_path, whole.replace(b"PK\x01\x02", b"PK\x01\x03"))
    assert "damaged" in refused(
        tmp_path, a_workbook(TABLE, files={"xl/worksheets/sheet0.xml": f"{SHEET}<sheetData>"})
    )
    assert "damaged" in refused(
        tmp_path,
        a_workbook(
            TABLE,
            files={
                "xl/worksheets/sheet0.xml": SHEET + '<sheetData><row r="1"><c t="s"><v>7</v></c>'
                "</row></sheetData></worksheet>"
            },
        ),
    )


def test_a_bomb_is_not_unpacked(tmp_path):
    bomb = a_workbook(TABLE, files={"xl/worksheets/sheet0.xml": b" " * (60 * 1024 * 1024)})

    assert len(bomb) < 100_000
    assert "unpacked it is larger" in refused(tmp_path, bomb)


def test_a_bomb_that_lies_about_its_size_is_damaged(tmp_path):
    out = BytesIO(a_workbook(TABLE, files={"xl/worksheets/sheet0.xml": b" " * 9_000_000}))
    content = out.getvalue().replace((9_000_000).to_bytes(4, "little"), (90).to_bytes(4, "little"))

    assert "damaged" in refused(tmp_path, content)


def test_entities_are_refused(tmp_path):
    armed = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'

    assert "entities" in refused(
        tmp_path, a_workbook(TABLE, files={"xl/worksheets/sheet0.xml": armed})
    )


@pytest.mark.parametrize(
    "part",
    [
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1" ht="1e999"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-</v></c></row>',
    ],
    ids=["row", "height", "shared words"],
)
def test_nonsense_in_a_sheet_is_damage(tmp_path, part):
    sheet = f"{SHEET}<sheetData>{part}</sheetData></worksheet>"
    shapes = [(0, 3, "rect", "")]

    content = a_workbook(TABLE, shapes=shapes, files={"xl/worksheets/sheet0.xml": sheet})

    assert "damaged" in refused(tmp_path, content)


def test_a_cell_far_away_is_named_with_its_row(tmp_path):
    cell = '<row r="900000"><c r="A900000"><v>1</v></c></row>'
    far = f"{SHEET}<sheetData>{cell}</sheetData></worksheet>"

    said = refused(tmp_path, a_workbook(TABLE, files={"xl/worksheets/sheet0.xml": far}))

    assert "row 900000" in said
    assert "sheet 'SOP'" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "nothing in it", id="empty"),
        pytest.param(b"\n\t\t\n \n", "nothing in it", id="blank"),
        pytest.param(b"%PDF-1.7 ...", "PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "picture", id="picture"),
        pytest.param(b"MZ\x90\0\0\0\0", "neither a table nor text", id="program"),
        pytest.param(zipped({"word/document.xml": "<w/>"}), "Word", id="word"),
        pytest.param(zipped({"content.xml": "<w/>"}), "OpenDocument", id="ods"),
        pytest.param(zipped({"a.txt": "x"}), "no workbook", id="archive"),
        pytest.param(bytes(LARGEST + 1), "larger than 5 MB", id="far too large"),
        pytest.param(b"a\tb\tc\td\n" * (LARGEST_TEXT // 8 + 1), "larger than 1 MB", id="long text"),
        pytest.param(b"a\tb\tc\td\n" * 6_000, "more than 5000 lines", id="many lines"),
        pytest.param(b"a" * 5_000 + b"\tb\tc", "line 1: a cell of more than", id="long cell"),
        pytest.param(b"x\t" * 200, "more than 100 cells", id="wide"),
    ],
)
def test_what_is_no_table_is_told_with_its_mend(tmp_path, content, said):
    assert said in refused(tmp_path, content, "tabel.txt")


def test_a_missing_workbook_part_is_damage(tmp_path):
    whole = zipfile.ZipFile(BytesIO(a_workbook(TABLE)))
    parts = {name: whole.read(name) for name in whole.namelist() if "sheet0" not in name}

    assert "damaged" in refused(tmp_path, zipped(parts))
