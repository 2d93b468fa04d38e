"""The command from a paper table to files: all of them or none, and nothing overwritten."""

import json
import re
import stat
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.importing import import_sop
from storage.procedure_files import read
from tests.support.importing import SEEDS, a_table, seed
from tests.support.workbook import a_workbook
from workflow.forms import Question, Slot
from workflow.parsing import parse_procedure
from workflow.procedure import Lane, Letter, Outcome, Pickup, Procedure, Service, Step

MANUAL = (Path(__file__).parents[2] / "docs" / "sop-authoring.md").read_text(encoding="utf-8")
MODELS = (Procedure, Lane, Step, Outcome, Question, Slot, Service, Pickup, Letter)

app = typer.Typer()
app.command()(import_sop)


def run(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


def names(folder):
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def sops(folder):
    return [name for name in names(folder) if name.endswith(".yaml")]


def test_a_document_of_three_sops_becomes_three_files(tmp_path):
    ran = run(seed("001"), "--out", tmp_path / "sop")

    assert ran.exit_code == 0, ran.output
    assert sops(tmp_path / "sop") == [
        "pelaksanaan-sistem-informasi.draft.yaml",
        "pelaksanaan-tata-kelola.draft.yaml",
        "penyusunan-laporan.yaml",
    ]
    assert "PERTANYAAN baris 2: siapa pelaksananya?" in ran.output
    assert "(line 32)" in ran.output


def test_what_was_concluded_lies_beside_the_file_and_is_said_once(tmp_path):
    ran = run(seed("001"), "--out", tmp_path)

    beside = tmp_path / "penyusunan-laporan.catatan.txt"
    assert f"things were concluded and not read: {beside}" in " ".join(ran.output.split())
    assert "kode dibentuk dari huruf awal judul" in beside.read_text(encoding="utf-8")
    assert "note:" not in (tmp_path / "penyusunan-laporan.yaml").read_text(encoding="utf-8")


def test_a_draft_is_said_to_be_one_with_what_stops_it(tmp_path):
    ran = run(seed("000"), "--out", tmp_path)

    assert sops(tmp_path) == ["pelayanan-data-informasi.draft.yaml"]
    assert "It is a draft" in ran.output
    assert "no step uses the lane 'petugas_pengadministrasi'" in ran.output


def test_answering_the_questions_makes_a_draft_run(tmp_path):
    run(seed("000"), "--out", tmp_path)
    file = tmp_path / "pelayanan-data-informasi.draft.yaml"
    answered = (
        file.read_text(encoding="utf-8")
        .replace("lane: belum_diketahui", "lane: petugas_pengadministrasi")
        .replace("  belum_diketahui:\n    title: Belum diketahui\n", "")
    )
    file.write_text(answered, encoding="utf-8")

    procedure = parse_procedure(read(file).text, source=file.name)

    assert procedure.lanes["petugas_pengadministrasi"].title == "Petugas Pengadministrasi"
    assert procedure.step("2").outcomes["kembalikan"].to == "1"


def test_a_machine_gets_every_question_with_row_and_place(tmp_path):
    ran = run(seed("003"), "--out", tmp_path, "--json")
    (told,) = json.loads(ran.output)

    assert told["id"] == "pengolahan-penyajian-data"
    assert told["steps"] == 9
    assert told["draft"] is False
    assert told["questions"][-1] == {
        "row": "9",
        "about": "row",
        "place": "line 39",
        "question": "kolom Kelengkapan/Persyaratan tidak ada dalam baris ini; apa isinya?",
        "said": "baris 9: kolom Kelengkapan/Persyaratan tidak ada dalam baris ini; apa isinya?",
    }


@pytest.mark.parametrize("which", sorted(one.name for one in SEEDS.glob("*.txt")))
def test_a_file_that_is_no_draft_can_be_read_as_an_sop(tmp_path, which):
    assert run(SEEDS / which, "--out", tmp_path).exit_code == 0

    for file in tmp_path.glob("*.yaml"):
        if not file.name.endswith(".draft.yaml"):
            assert parse_procedure(read(file).text, source=file.name).id == file.stem


def test_what_is_there_is_not_overwritten_and_nothing_else_is_written(tmp_path):
    kept = tmp_path / "penyusunan-laporan.yaml"
    kept.write_text("ours", encoding="utf-8")

    ran = run(seed("001"), "--out", tmp_path)

    assert ran.exit_code == 1
    assert "holds penyusunan-laporan.yaml already" in ran.output
    assert names(tmp_path) == ["penyusunan-laporan.yaml"]
    assert kept.read_text(encoding="utf-8") == "ours"


def test_force_writes_over_what_is_there(tmp_path):
    (tmp_path / "penyusunan-laporan.yaml").write_text("ours", encoding="utf-8")

    assert run(seed("001"), "--out", tmp_path, "--force").exit_code == 0
    assert len(sops(tmp_path)) == 3
    assert "id: penyusunan-laporan" in (tmp_path / "penyusunan-laporan.yaml").read_text("utf-8")


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")

    ran = run(seed("001"), "--out", tmp_path / "taken")

    assert ran.exit_code == 1
    assert "Nothing was imported" in ran.output


def test_one_name_in_the_way_leaves_all_three_unwritten(tmp_path):
    (tmp_path / "pelaksanaan-tata-kelola.draft.yaml").mkdir()

    ran = run(seed("001"), "--out", tmp_path, "--force")

    assert ran.exit_code == 1
    assert "Nothing was imported" in ran.output
    assert names(tmp_path) == ["pelaksanaan-tata-kelola.draft.yaml"]


@pytest.mark.parametrize("content", [b"halo\n", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_table_is_said_in_one_sentence(tmp_path, content):
    file = tmp_path / "surat.txt"
    file.write_bytes(content)

    ran = run(file, "--out", tmp_path / "out")

    assert ran.exit_code == 1
    assert ran.output.startswith("surat.txt: ")
    assert "Traceback" not in ran.output
    assert names(tmp_path / "out") == []


def test_a_workbook_with_merged_headings_and_drawn_boxes_becomes_an_sop(tmp_path):
    file = tmp_path / "sop.xlsx"
    identity = [
        ["DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL KOTA CONTOH", "", "Nomor SOP", "12/2026"],
        ["", "", "Tanggal Efektif", "1 Juli 2026"],
        ["", "", "Nama SOP", "PELAYANAN AKTA"],
    ]
    rows = [
        ["NO", "AKTIVITAS", "PELAKSANA", "", "", "MUTU BAKU", "", "", "KET"],
        ["", "", "Pemohon", "Petugas", "Kepala Dinas", "Kelengkapan", "Waktu", "Output", ""],
        [1, "Mengajukan permohonan", "", "", "", "Surat", "5 menit", "Permohonan"],
        [2, "Memeriksa berkas", "", "", "", "Berkas", "15 menit", "Berkas"],
        [3, "Menandatangani akta", "", "", "", "Akta", "", "Akta"],
        ["", "Jumlah", "", "", "", "", "20 menit", ""],
        [],
        ["", "", "", "", "", "Kepala Dinas"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:I2", "G4:G5"]
    shapes = [
        *((2, 2, "flowChartTerminator", "Mulai"), (3, 3, "flowChartDecision", "")),
        *((4, 4, "flowChartProcess", ""),),
    ]
    file.write_bytes(a_workbook(rows, merged=merged, shapes=shapes, before=identity))

    ran = run(file, "--out", tmp_path / "out", "--json")
    (told,) = json.loads(ran.output)
    sop = tmp_path / "out" / "pelayanan-akta.yaml"
    procedure = parse_procedure(read(sop).text, source=sop.name)

    assert procedure.office == "Dinas Kependudukan dan Pencatatan Sipil Kota Contoh"
    assert [step.lane for step in procedure.steps] == ["pemohon", "petugas", "kepala_dinas"]
    merged_time = [one for one in told["questions"] if one["about"] == "limit"]
    assert [(one["row"], one["place"]) for one in merged_time] == [("3", "sheet 'SOP', row 5")]
    assert "digabung dengan baris sebelumnya" in merged_time[0]["question"]


def test_the_files_are_for_everybody_to_read(tmp_path):
    file = tmp_path / "tabel.txt"
    row = ("1", "Mengajukan surat", "Pemohon", "-", "-", "-")
    file.write_text(a_table(row, lanes=["Pemohon"]), encoding="utf-8")

    run(file, "--out", tmp_path / "out")

    modes = {stat.S_IMODE(made.stat().st_mode) for made in (tmp_path / "out").iterdir()}
    assert modes == {0o644}


def test_the_table_of_the_manual_becomes_an_sop_with_one_question(tmp_path):
    table = re.search(r"```csv\n(.*?)```", MANUAL, re.DOTALL)[1]
    file = tmp_path / "legalisir.csv"
    file.write_text(table, encoding="utf-8")

    ran = run(file, "--out", tmp_path / "sop-baru")
    sop = tmp_path / "sop-baru" / "legalisir-akta-pencatatan.yaml"
    procedure = parse_procedure(read(sop).text, source=sop.name)

    assert "Legalisir Akta Pencatatan Sipil, 5 steps, 1 question\n" in ran.output
    assert [step.kind.value for step in procedure.steps] == [
        *("submit", "verify", "sign", "register", "acknowledge"),
    ]
    assert [str(step.limit) for step in procedure.steps] == [
        *("5 menit", "15 menit", "1 hari kerja", "10 menit", "None"),
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_manual_explains_every_key(model):
    explained = set(re.findall(r"`([a-z_]+)`", MANUAL))

    assert set(model.model_fields) - explained == set()
