"""Guard: what is installed is the whole product, the files that are no code among it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "messages", "storage", "workflow")
USE = """
import sys
from importlib import resources
from zoneinfo import ZoneInfo

from messages.fonts import printable
from messages.localizer import localizer_for
from storage import migrating, office_files, procedure_files
from storage.database import writing_engine
from workflow.parsing import parse_office, parse_procedure

for file in procedure_files.shipped():
    print("sop", parse_procedure(file.text, source=file.name).id)
parse_office(office_files.sample_text(), source=office_files.SAMPLE)
for language in ("id", "en"):
    localizer_for(language, ZoneInfo("Asia/Jakarta"))("refusal-not-for-you")
print("letters", printable("Surat"))
with writing_engine("sqlite:///office.sqlite3").begin() as connection:
    migrating.upgrade(connection)
    print("database", migrating.revision(connection) == migrating.newest(connection))
page = resources.files("bot.sandbox") / "page"
print("page", (page / "index.html").is_file())
for room in ("bot", "messages", "storage", "workflow"):
    print(room, resources.files(room))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The product as it is installed, unpacked."""
    made, unpacked = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", made],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [path] = made.glob("disposisi-*.whl")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(unpacked)
    return unpacked


def files(folder):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("room", ROOMS)
def test_every_file_of_a_room_is_in_the_wheel(wheel, room):
    assert files(wheel / room) == files(ROOT / room)


def test_nothing_else_is_in_the_wheel(wheel):
    [besides] = {path.name for path in wheel.iterdir()} - set(ROOMS)
    assert besides.endswith(".dist-info")


@pytest.mark.parametrize(
    "name",
    [
        "workflow/procedures/jakarta-data.yaml",
        "workflow/procedures/procedure.schema.json",
        "workflow/procedures/office/sample-office.yaml",
        "messages/catalogues/id/officer.ftl",
        "messages/assets/LiberationSans-Regular.ttf",
        "bot/sandbox/page/index.html",
        "storage/migrations/env.py",
        "storage/migrations/versions/0001_first_tables.py",
    ],
)
def test_what_is_no_code_is_there_too(wheel, name):
    assert (wheel / name).stat().st_size > 0


def test_the_installed_product_finds_its_files(wheel, tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", USE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr == ""
    lines = told.stdout.splitlines()
    assert "sop jakarta-data" in lines
    assert "letters Surat" in lines
    assert "database True" in lines
    assert "page True" in lines
    for room in ROOMS:
        assert f"{room} {wheel / room}" in lines
