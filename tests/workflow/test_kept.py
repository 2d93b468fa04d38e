"""An SOP that was once taken is read while its cases run, whatever is asked of new ones."""

from pathlib import Path

import pytest

from tests.support.builders import shipped_text
from workflow.errors import ProcedureError
from workflow.forms import Question, Slot
from workflow.kept import read_kept
from workflow.parsing import parse_procedure

RELEASED = sorted((Path(__file__).parents[1] / "data" / "released").rglob("*.yaml"))
LONG = "Serahkan yang lebih panjang daripada tiga puluh dua huruf"


def refused_today(text):
    with pytest.raises(ProcedureError):
        parse_procedure(text, source="x.yaml")
    return text


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sop_that_was_ever_released_can_be_read(path):
    kept = read_kept(path.read_text(encoding="utf-8"), source=path.name)

    assert kept.id == path.stem
    assert kept.first in kept.steps


def test_a_key_that_is_no_longer_known_is_passed_over():
    text = refused_today(shipped_text("jakarta-data") + "\nkey_of_an_older_release: 1\n")

    assert (
        read_kept(text, source="x.yaml").model_dump()
        == read_kept(shipped_text("jakarta-data"), source="x.yaml").model_dump()
    )


def test_a_length_that_is_limited_now_was_not_limited_then():
    text = shipped_text("jakarta-data").replace("label: Serahkan", f"label: {LONG}", 1)
    kept = read_kept(refused_today(text), source="x.yaml")

    assert LONG in [one.label for step in kept.steps for one in step.outcomes.values()]


def test_a_rule_of_how_an_sop_holds_together_is_not_asked_again():
    text = shipped_text("jakarta-data") + (
        "  - number: '99'\n    lane: kasi\n    kind: process\n    title: Mengarsipkan\n"
        "    short: Arsip\n    limit: '-'\n    outcomes:\n      selesai:\n        label: Selesai\n"
    )
    kept = read_kept(refused_today(text), source="x.yaml")

    assert kept.steps[-1].number == "99"


def test_what_was_kept_behaves_as_an_sop_does():
    kept = read_kept(shipped_text("jakarta-data") + "\nan_older_key: 1\n", source="x.yaml")

    assert kept.started_by_applicant
    assert all(isinstance(item, Question | Slot) for item in kept.every_item())
    assert kept.step(kept.first.id).limit is not None


def test_what_has_another_shape_is_named():
    with pytest.raises(ProcedureError, match=r"x\.yaml"):
        read_kept("id: x\nsteps: 5\n", source="x.yaml")
