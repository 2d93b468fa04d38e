"""docs/fidelity.md promises nothing that no test holds."""

import re
from pathlib import Path

from bot.sandbox.methods.table import MODELLED, RECEIVING

HERE = Path(__file__).resolve().parents[2]
PAGE = (HERE / "docs" / "fidelity.md").read_text(encoding="utf-8")


def test_every_test_the_page_names_exists():
    suite = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (HERE / "tests" / "sandbox" / "conformance").glob("test_*.py")
    )
    there = set(re.findall(r"def (test_\w+)\(", suite))
    assert set(re.findall(r"`(test_\w+)`", PAGE)) - there == set()


def test_every_modelled_method_is_on_the_page():
    named = set(re.findall(r"\*\*(\w+)\*\*", PAGE))
    assert named == MODELLED.keys() | set(RECEIVING)
