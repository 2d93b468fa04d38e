"""What knows a library's inner ways was made for one version of it."""

from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE_FOR = {
    "storage/prepared.py": {"sqlalchemy": "2.1"},
    "bot/connection_pool.py": {"httptools": "0.9", "uvloop": "0.23"},
    "bot/proxies.py": {"uvloop": "0.23"},
    "bot/cli/lean_start.py": {"aiogram": "3.31", "pydantic": "2.13"},
}


@pytest.mark.parametrize("module", MADE_FOR)
def test_a_library_has_the_version_that_its_stand_in_was_made_for(module):
    """Another one: read what changed, measure both ways (decisions, "in a library's place")."""
    assert (ROOT / module).exists()
    for library, known in MADE_FOR[module].items():
        assert version(library).startswith(f"{known}."), library
