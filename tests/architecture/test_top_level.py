"""Guard: four rooms and no fifth, for the import contracts see only the rooms they name."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = {"bot", "messages", "storage", "workflow"}
BESIDE_THE_ROOMS = {
    *("tests", "docs"),
    *("README.md", "CHANGELOG.md", "LICENSE"),
    *("pyproject.toml", "Makefile", "alembic.ini"),
    *("requirements-installer.lock", "requirements-build.in", "requirements.lock"),
    *("requirements-dev.lock", "requirements-bench.lock"),
}
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def ignored():
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip("/") for line in lines if line]


def test_the_top_level_holds_the_rooms_and_little_else():
    found = {
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".")
        and not any(fnmatch(path.name, pattern) for pattern in ignored())
    }
    assert found - BESIDE_THE_ROOMS == ROOMS


def test_every_room_is_under_contract_typed_and_shipped():
    tool = SETTINGS["tool"]
    assert set(tool["importlinter"]["root_packages"]) == ROOMS
    assert set(tool["mypy"]["packages"]) == ROOMS
    assert set(tool["hatch"]["build"]["targets"]["wheel"]["packages"]) == ROOMS


def test_a_rooms_package_files_are_empty():
    written = [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("__init__.py")
        if path.read_text(encoding="utf-8").strip()
    ]
    assert written == []


def test_no_folder_of_tests_is_a_package():
    assert list((ROOT / "tests").rglob("__init__.py")) == []
