"""A command fetches what it needs and no more, so that its answer comes at once."""

import subprocess
import sys

from tests.bot.test_cli import disposisi, here, told  # noqa: F401
from tests.support.command import HERE

HEAVY = ("aiogram", "aiohttp", "alembic", "matplotlib", "openpyxl", "reportlab", "sqlalchemy")
LOOK = """
import sys
from bot.cli.main import app
app(sys.argv[1:], standalone_mode=False)
print("fetched:", *[one for one in {heavy} if one in sys.modules])
"""


def test_a_list_of_sops_waits_for_no_database_and_no_telegram():
    ran = subprocess.run(
        [sys.executable, "-c", LOOK.format(heavy=HEAVY), "sop", "list"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1].strip() == "fetched:"


def test_every_command_of_the_sops_is_found(tmp_path):
    said = told(disposisi(tmp_path, "sop", "--help"))
    for name in ("import", "bpmn", "diagram", "simulate", "schema", "list", "show", "check"):
        assert f" {name} " in said
        assert told(disposisi(tmp_path, "sop", name, "--help"))


def test_the_version_is_told(tmp_path):
    assert told(disposisi(tmp_path, "--version")).startswith("disposisi 0.")


def test_a_word_that_is_no_command_is_told_what_it_may_have_meant(tmp_path):
    ran = disposisi(tmp_path, "sop", "lst")
    assert ran.returncode != 0
    assert "list" in ran.stderr
