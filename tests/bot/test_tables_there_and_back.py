"""An SOP written down as an office's table, and imported, is the same SOP."""

import csv
from io import StringIO

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.tables.files import read_lines
from tests.support.examples import examples
from tests.support.workbook import a_workbook, letters
from workflow.importing.drafting import drafts
from workflow.limits import LONGEST, Limit, LimitUnit, parse_limit
from workflow.parsing import parse_procedure
from workflow.procedure import Procedure

TITLES = [
    *("SKPD Pemohon", "Petugas Pengadministrasi", "Kepala Dinas", "Kepala Bidang BDI"),
    *("Kepala Seksi", "Kasi Pengolahan dan Penyajian Data", "Pengelola Data", "Sekretaris"),
    *("FO/Operator Editor", "Administrasi Database (ADB)", "Tim Teknis", "Arsiparis (Ahli)"),
]
WORDS = [
    *("Memeriksa", "berkas,", "menandatangani", "surat;", "lalu", '"asli"', "Kepala Dinas", "ke"),
    *("dan", "paraf", "disposisi", "(lengkap)", "Jika TIDAK,", "kepada", "SIAK/KTP-el", "&", "5"),
    *(
        "dikembalikan",
        "Kasi",
        "- Data",
        "100%",
        "#1",
        "Pemohon:",
        "'",
        "Waktu",
        "menyusun",
        "Mulai",
    ),
]
MARKS = ["x", "●", "√", "Mulai", "Selesai", "V", "1"]
HEADINGS = ("Kelengkapan", "Persyaratan", "Persyaratan/Kelengkapan")


@st.composite
def tables(draw):
    """Lanes, and rows of lane, words, limit, materials, output and mark."""
    lanes = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=8, unique=True))
    words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=12).map(" ".join)
    limits = st.one_of(
        st.just("-"),
        st.sampled_from(LimitUnit).flatmap(
            lambda unit: st.integers(1, LONGEST[unit]).map(lambda amount: Limit(amount, unit))
        ),
    )
    row = st.tuples(
        st.integers(0, len(lanes) - 1),
        words.map(lambda text: f"Melakukan {text}"),
        limits.map(str),
        *(st.sampled_from(["", "-", "Berkas", "Undangan 7 hari"]) for _ in range(2)),
        st.sampled_from(MARKS),
    )
    return lanes, draw(st.lists(row, min_size=1, max_size=20)), draw(st.sampled_from(HEADINGS))


def written(table):
    """The official form: two heading rows, the lanes below "Pelaksana"."""
    lanes, rows, materials = table
    gap = [""] * (len(lanes) - 1)
    yield ["No", "Uraian Prosedur", "Pelaksana", *gap, "Mutu Baku", "", "", "Ket"]
    yield ["", "", *lanes, materials, "Waktu", "Output", ""]
    for number, (lane, what, limit, needs, output, mark) in enumerate(rows, start=1):
        marks = [mark if place == lane else "" for place in range(len(lanes))]
        yield [f"{number}.", what, *marks, needs, limit, output, ""]


def as_text(table, separator):
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows(written(table))
    return out.getvalue().encode()


def as_workbook(table):
    last = letters(len(table[0]) + 1)
    quality = f"{letters(len(table[0]) + 2)}1:{letters(len(table[0]) + 4)}1"
    merged = ["A1:A2", "B1:B2", f"C1:{last}1", quality]
    return a_workbook(list(written(table)), merged=merged)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("tables") / "tabel"


@pytest.mark.parametrize("form", ["xlsx", ";", ",", "\t"])
@given(table=tables())
@settings(max_examples=examples(20), deadline=None)
def test_lanes_limits_and_words_come_back(file, form, table):
    file.write_bytes(as_workbook(table) if form == "xlsx" else as_text(table, form))
    lanes, rows, _ = table

    (draft,) = drafts(read_lines(file), source="tabel")
    read = yaml.safe_load(draft.text)

    assert [lane["title"] for lane in read["lanes"].values()] == lanes
    steps = [step for step in read["steps"] if step["number"].isdigit()]
    assert [read["lanes"][step["lane"]]["title"] for step in steps] == [
        lanes[lane] for lane, *_ in rows
    ]
    assert [step["title"] for step in steps] == [what for _, what, *_ in rows]
    assert [parse_limit(step["limit"]) for step in steps] == [
        parse_limit(limit) for _, _, limit, *_ in rows
    ]
    assert not [one for one in draft.doubts if one.about.value in {"limit", "number", "row"}]


@given(table=tables())
@settings(max_examples=examples(20), deadline=None)
def test_a_draft_is_a_procedure_or_says_why_it_is_none_yet(file, table):
    file.write_bytes(as_text(table, "\t"))
    lanes, rows, _ = table

    (draft,) = drafts(read_lines(file), source="tabel")

    Procedure.model_validate(yaml.safe_load(draft.text))
    if len({lane for lane, *_ in rows}) == len(lanes) and not _open(draft):
        parse_procedure(draft.text, source="tabel")


def _open(draft):
    return {one.about.value for one in draft.doubts} & {"lane", "kind", "return", "lanes"}
