"""Guard: a release is built from a commit, twice the same, and says what it is made of."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.release import REVISION, SBOM, NotReleased, released, said_by

ROOT = Path(__file__).parents[2]
NEEDED = ("pyproject.toml", "requirements.lock", "README.md", "LICENSE")
ROOMS = ("bot", "messages", "storage", "workflow")
WHO = ("-c", "user.name=Rina", "-c", "user.email=rina@example.org")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The product as somebody has committed it."""
    folder = tmp_path_factory.mktemp("kept")
    for name in NEEDED:
        shutil.copy(ROOT / name, folder / name)
    for room in ROOMS:
        passed_by = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / room, folder / room, ignore=passed_by)
    said_by("git", "init", "-q", cwd=folder)
    said_by("git", "add", "-A", cwd=folder)
    said_by("git", *WHO, "commit", "-qm", "all of it", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(kept, tmp_path_factory):
    """Two builds were compared on the way to it."""
    to = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(released(kept, to / "dist")) as archive:
        archive.extractall(to / "site")
    return to / "site"


@pytest.fixture(scope="module")
def sbom(installed):
    [found] = installed.glob(f"*.dist-info/sboms/{SBOM}")
    return json.loads(found.read_text(encoding="utf-8"))


def test_a_release_names_everything_that_the_lock_file_installs(sbom):
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE)

    assert sbom["bomFormat"] == "CycloneDX"
    assert {(one["name"], one["version"]) for one in sbom["components"]} == set(locked)
    assert all("hashes" in one["externalReferences"][0] for one in sbom["components"])


def test_a_release_says_from_which_revision_it_was_built(kept, installed, sbom):
    revision = said_by("git", "rev-parse", "HEAD", cwd=kept).decode().strip()
    told = subprocess.run(
        [sys.executable, "-c", "from bot.cli.main import main; main()", "--version"],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert {"name": REVISION, "value": revision} in sbom["metadata"]["component"]["properties"]
    assert f"(revision {revision[:12]})" in told.stdout


def test_what_is_not_committed_is_not_released(kept, installed, tmp_path):
    (kept / "LICENSE").write_text("another one")

    with pytest.raises(NotReleased, match="not committed"):
        released(kept, tmp_path)
