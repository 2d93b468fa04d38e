"""Editors are told what the model takes: no less, and no more."""

import copy
import json
from pathlib import Path

import pytest
import yaml

from bot.cli.schema import schemas
from storage.office_files import sample_text
from storage.procedure_files import shipped
from tests.support.json_schema import faults
from workflow.limits import parse_limit
from workflow.office import Office

KEPT = Path(__file__).parents[2] / "workflow" / "procedures"
PROCEDURE = schemas()["procedure.schema.json"]
OFFICE = schemas()["office.schema.json"]
SHIPPED = {file.name: yaml.safe_load(file.text) for file in shipped()}


@pytest.fixture
def sop():
    return copy.deepcopy(SHIPPED["jakarta-data.yaml"])


@pytest.mark.parametrize("name", schemas())
def test_the_file_that_editors_read_is_the_model_of_today(name):
    kept = json.loads((KEPT / name).read_text(encoding="utf-8"))

    assert kept == schemas()[name], "run `make schema`"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_sop_passes_in_an_editor(name):
    assert faults(SHIPPED[name], PROCEDURE) == []


def test_the_sample_office_passes_in_an_editor():
    assert faults(yaml.safe_load(sample_text()), OFFICE) == []


@pytest.mark.parametrize(
    "written",
    ["15 menit", "2 jam", "1 jam 30 menit", "3 hari kerja", "7 hari", "9 hari kalender", "-"],
)
def test_a_limit_is_written_as_the_sop_writes_it(sop, written):
    sop["steps"][0]["limit"] = written

    assert faults(sop, PROCEDURE) == []
    parse_limit(written)


@pytest.mark.parametrize("written", [90, None, "90", "15 minutes", "menit", "1 jam 30", ""])
def test_what_is_no_limit_is_underlined(sop, written):
    sop["steps"][0]["limit"] = written

    assert faults(sop, PROCEDURE)
    with pytest.raises(ValueError, match="write a limit as"):
        parse_limit(written)


def test_a_misspelt_key_is_underlined(sop):
    sop["steps"][0]["limt"] = "5 menit"

    assert faults(sop, PROCEDURE) == ["file.steps.0: there is no key limt"]


def test_an_outcome_of_a_forbidden_name_is_underlined(sop):
    sop["steps"][0]["outcomes"]["Tidak Lengkap"] = {"label": "Tidak"}

    assert faults(sop, PROCEDURE) == ["file.steps.0.outcomes: there is no key Tidak Lengkap"]


def test_a_step_without_a_kind_is_underlined(sop):
    del sop["steps"][0]["kind"]

    assert faults(sop, PROCEDURE) == ["file.steps.0: kind is missing"]


@pytest.mark.parametrize("limit", ["opinion_limit", "enquiry_limit"])
def test_how_long_an_answer_may_take_is_written_as_an_sop_writes_a_limit(limit):
    office = yaml.safe_load(sample_text())
    assert faults({**office, limit: "1 hari kerja"}, OFFICE) == []
    assert faults({**office, limit: {"amount": 1, "unit": "hari kerja"}}, OFFICE)
    assert getattr(Office.model_validate({**office, limit: "2 jam"}), limit) == parse_limit("2 jam")
