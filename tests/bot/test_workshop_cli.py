"""`sop bpmn` and `sop simulate`, as the office's IT person calls them."""

import json
import os
from xml.etree import ElementTree

import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from bot.cli.bpmn import export_bpmn
from bot.cli.simulating import simulate_sop
from storage.procedure_files import shipped
from workflow.parsing import parse_procedure

SHIPPED = [parse_procedure(file.text, source=file.name).id for file in shipped()]
MONDAY = ("--from", "2026-11-23")


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs one command in an empty folder, with no settings but the usual."""
    app = typer.Typer()
    app.command(name="bpmn")(export_bpmn)
    app.command(name="simulate")(simulate_sop)
    for name in [name for name in os.environ if name.startswith("DISPOSISI_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def refused(answer):
    """The one sentence with which a command ends that could not do as it was told."""
    assert answer.exit_code == 1
    assert "Traceback" not in answer.output
    return answer.stderr.strip()


def test_an_sop_is_written_to_a_file(run, tmp_path):
    answer = run("bpmn", "jakarta-data", "--out", tmp_path / "jakarta.bpmn")

    assert answer.exit_code == 0
    assert "jakarta.bpmn: written" in answer.stdout
    root = ElementTree.parse(tmp_path / "jakarta.bpmn").getroot()
    assert root.tag.endswith("}definitions")


def test_on_the_screen_there_is_nothing_but_the_file(run, tmp_path):
    run("bpmn", "jakarta-data", "--out", tmp_path / "jakarta.bpmn")

    shown = run("bpmn", "jakarta-data").stdout
    assert shown == (tmp_path / "jakarta.bpmn").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["bpmn", "simulate"])
def test_an_sop_that_is_not_offered_is_refused_with_those_that_are(run, command):
    assert refused(run(command, "jakrta")).startswith("There is no SOP 'jakrta'; this office")


def test_a_folder_that_does_not_exist_is_named(run, tmp_path):
    answer = run("bpmn", "jakarta-data", "--out", tmp_path / "gone" / "x.bpmn")

    assert "cannot be written (No such file or directory)" in refused(answer)


@pytest.mark.parametrize("procedure_id", SHIPPED)
def test_a_simulation_says_where_the_queue_forms(run, procedure_id):
    answer = run("simulate", procedure_id, "--cases", 100, "--arrivals", 1, *MONDAY)

    assert answer.exit_code == 0, answer.output
    assert "he queue forms at " in answer.stdout or "No queue forms" in answer.stdout
    assert "Once more the same: --from 2026-11-23 --seed 1" in answer.stdout


def test_the_bottleneck_is_named_in_a_sentence(run):
    answer = run("simulate", "jakarta-data", "--cases", 500, "--arrivals", 6, *MONDAY)

    assert (
        "The queue forms at Pengelola Data, most of it before step 6 (Menyiapkan data dan surat)"
        in answer.stdout
    )
    assert "There is 1 officer, busy " in answer.stdout


def test_too_much_for_a_lane_is_said(run):
    answer = run("simulate", "jakarta-data", "--cases", 300, "--arrivals", 14, *MONDAY)

    assert "More comes in than 1 officer can do (" in answer.stdout


def test_what_a_machine_reads_is_the_same_for_the_same_seed(run):
    words = (
        *("simulate", "jakarta-data", "--cases", 300, "--arrivals", 5, *MONDAY, "--json"),
        *("--officers", "pengelola_data=2, petugas=3", "--absent", "kasi@2026-11-24..2026-11-25"),
        *("--shares", "2.kembalikan=30%,7.perbaiki=0.1", "--work", "6=90 menit", "--seed", 4),
    )
    once, again = run(*words).stdout, run(*words).stdout

    assert once == again
    found = json.loads(once)
    assert found["finished"] == 300
    assert found["supposed"]["officers"] == {"pengelola_data": 2, "petugas": 3}
    assert found["supposed"]["shares"] == {"2.kembalikan": 0.3, "7.perbaiki": 0.1}
    assert found["supposed"]["work"] == {"6": "90 menit"}
    assert found["supposed"]["absences"] == [
        {"lane": "kasi", "first_on": "2026-11-24", "last_on": "2026-11-25"}
    ]
    assert {one["lane"] for one in found["lanes"]} >= {"kasi", "petugas"}
    assert found["bottleneck"]["lane"] in found["sentence"].lower().replace(" ", "_")


def test_a_step_without_a_limit_is_told_with_what_was_taken(run):
    answer = run("simulate", "palembang-laporan", "--cases", 20, "--arrivals", 1, *MONDAY)

    assert "taken as 1 h of work: step 3a, 3b, 5, 6." in answer.stdout


def test_the_queues_are_drawn(run, tmp_path):
    chart = tmp_path / "queues.png"
    answer = run("simulate", "jakarta-data", "--cases", 100, *MONDAY, "--chart", chart)

    assert answer.exit_code == 0, answer.output
    with Image.open(chart) as picture:
        assert picture.format == "PNG"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--officers", "lurah=2"), "no lane 'lurah' does a step; there are petugas, "),
        (("--officers", "kasi=0"), "officers of kasi: between 1 and 1000, not 0"),
        (("--officers", "kasi=dua"), "officers of kasi: write a whole number, not 'dua'"),
        (("--officers", "kasi"), "write it as in kasi=2,petugas=3, not 'kasi'"),
        (("--officers", "kasi=1,kasi=2"), "'kasi' is said twice"),
        (("--cases", "-5"), "cases: between 1 and 50000, not -5"),
        (("--arrivals", "-1"), "arrivals: more than 0"),
        (("--absent", "kasi"), "write lane and days as in kasi@2026-11-24..2026-11-25"),
        (("--absent", "kasi@2026-11-31"), "write a day that exists, as in 2026-11-24"),
        (("--shares", "2=0.3"), "write step and outcome as in 2.kembalikan=0.3"),
        (("--shares", "2.kembalikan=sering"), "as in 0.3 or 30%, not 'sering'"),
        (("--shares", "2.kembalikan=130%"), "lies between 0 and 1"),
        (("--work", "6=besok"), "write a limit as '15 menit'"),
        (("--work", "6=-"), "step 6 takes some time"),
        (("--services", "kk"), "services: write it as in kk=40%,ktp_el=30%, not 'kk'"),
        (("--services", "kk=banyak"), "services: write kk as in 0.3 or 30%, not 'banyak'"),
        (("--from", "0001-01-01"), "from: write a day that exists"),
        (("--chart", "queues.jpg"), "must end in .png"),
        (("--chart", "gone/queues.png"), "cannot be written (No such file or directory)"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(run, words, sentence):
    answer = run("simulate", "jakarta-data", "--cases", 10, *MONDAY, *words)

    assert sentence in refused(answer)
