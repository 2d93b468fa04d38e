import pytest
import typer
from typer.testing import CliRunner

from bot.cli.diagrams import diagram
from bot.clock import SystemClock
from bot.files import read_procedures
from bot.opening import prepare
from bot.settings import Settings
from storage.database import writing_engine


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISPOSISI_DATA_DIR", str(tmp_path / "data"))
    app = typer.Typer()
    app.command()(diagram)
    return lambda *words: CliRunner().invoke(app, words)


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("pdf", b"%PDF-"), ("svg", b"<?xml"), ("png", b"\x89PNG")],
)
def test_an_sop_is_drawn_as_the_kind_that_was_asked_for(run, tmp_path, kind, begins):
    answer = run("jakarta-data", f"--{kind}")

    assert answer.exit_code == 0, answer.output
    assert (tmp_path / f"jakarta-data.{kind}").read_bytes().startswith(begins)


def test_the_name_of_the_file_says_the_kind(run, tmp_path):
    run("palembang-tik", "--out", "tik.svg")

    assert b"<svg" in (tmp_path / "tik.svg").read_bytes()


def test_without_a_kind_one_is_asked_for(run):
    answer = run("jakarta-data")

    assert answer.exit_code == 2
    assert "Choose one of --pdf, --svg and --png." in answer.output


def test_two_kinds_at_once_are_refused(run):
    assert run("jakarta-data", "--pdf", "--png").exit_code == 2


def test_an_unknown_sop_is_told_with_those_that_there_are(run):
    answer = run("tidak-ada", "--pdf")

    assert answer.exit_code == 1
    assert "There is no SOP 'tidak-ada'" in answer.output
    assert "jakarta-data" in answer.output


def test_a_folder_that_is_not_there_is_told(run):
    answer = run("jakarta-data", "--svg", "--out", "nowhere/jakarta.svg")

    assert answer.exit_code == 1
    assert "cannot be written" in answer.output


def test_drawing_leaves_no_database_behind(run, tmp_path):
    run("jakarta-data", "--svg")

    assert not (tmp_path / "data").exists()


def test_the_version_is_the_one_under_which_the_office_runs_it(run, tmp_path, monkeypatch):
    keep_all_sops()
    changed = tmp_path / "sops"
    changed.mkdir()
    text = next(text for one, text in read_procedures(Settings()) if one.id == "palembang-tik")
    (changed / "palembang-tik.yaml").write_text(text.replace("menit", "jam"), encoding="utf-8")

    assert "version 1 of" in run("palembang-tik", "--svg").output

    monkeypatch.setenv("DISPOSISI_PROCEDURES_DIR", str(changed))

    assert "version 2 of" in run("palembang-tik", "--svg").output


def keep_all_sops():
    settings = Settings()
    settings.data_dir.mkdir(parents=True)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        prepare(connection, read_procedures(settings), at=SystemClock().now())
    engine.dispose()
