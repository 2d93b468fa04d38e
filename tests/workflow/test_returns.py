"""A return gets to somebody who can repair what was found wrong."""

import contextlib
from pathlib import Path

import pytest

from storage.procedure_files import shipped
from tests.support.builders import sample_office, shipped_text, sop
from tests.support.office import open_office
from workflow.advising import advice
from workflow.intents import ShowTask

RELEASED = Path(__file__).parents[1] / "data" / "released" / "2026-11-30"


def in_vain(procedure):
    return [one for one in advice(procedure) if "can change what was found wrong" in one]


@pytest.mark.parametrize("file", list(shipped()), ids=lambda file: file.name)
def test_no_shipped_sop_sends_back_to_somebody_who_can_change_nothing(file):
    assert in_vain(sop(file.text)) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("palembang-siak", "steps.3.outcomes.perbaiki: it goes back to step 2, and nobody"),
        ("palembang-tik", "steps.3.outcomes.perbaiki: it goes back to step 2, and nobody"),
        ("palembang-laporan", "steps.4.outcomes.perbaiki: it goes back to step 3, and nobody"),
    ],
)
def test_a_return_to_whoever_only_checks_is_named_and_stops_no_office(name, said):
    earlier = sop((RELEASED / f"{name}.yaml").read_text(encoding="utf-8"))  # is taken all the same

    [found] = in_vain(earlier)
    assert found.startswith(said)


@pytest.fixture
def office_of():
    """An office that runs one SOP, with a case of it begun by whoever begins it."""
    with contextlib.ExitStack() as opened:

        def begun(name):
            procedure = sop(shipped_text(name))
            office = opened.enter_context(
                open_office(office=sample_office(), sops=(shipped_text(name),))
            )
            office.context.procedure_cache.forget_use()
            writer = office.work.office.holder_of(procedure.id, procedure.first.lane)
            office.begins(writer, procedure.id)
            office.fills(writer)
            office.submits(writer)
            return office, writer

        yield begun


def holder(office, step):
    return office.work.office.holder_of(office.procedure.id, office.procedure.step(step).lane)


@pytest.mark.parametrize("name", ["palembang-siak", "palembang-tik"])
@pytest.mark.parametrize("step", ["2", "3"])
def test_the_staf_who_wrote_the_plan_gets_it_back_with_its_form(office_of, name, step):
    office, staf = office_of(name)
    office.goes_to(step)
    office.silence()
    office.decides(holder(office, step), "perbaiki", reason="Jadwal belum jelas")

    assert (office.step, office.task.holder_id) == ("1", office.ids[staf])
    assert ShowTask(task_id=office.task.id) in office.hears(staf, ShowTask)
    task = office.task.id
    office.does(staf, lambda desks: desks.form_opening.begin_task(task))
    assert office.form_of(staf).answers["rencana_kerja"]


@pytest.mark.parametrize("step", ["3b", "4"])
def test_the_kasi_who_made_the_letter_can_change_it_when_it_comes_back(office_of, step):
    office, kasi = office_of("palembang-laporan")
    office.goes_to(step)
    office.decides(holder(office, step), "perbaiki", reason="Surat belum benar")

    assert (office.step, office.task.holder_id) == ("3a", office.ids[kasi])
    task = office.task.id
    office.does(kasi, lambda desks: desks.form_opening.begin_task(task))
    form = office.form_of(kasi)
    assert form.answers["judul"]
    office.does(kasi, lambda desks: desks.forms.change(form.id, form.asks.index("judul")))
    office.says(kasi, "Laporan Data Kependudukan yang Diperbaiki")
    office.submits(kasi)

    assert office.case.answers["judul"] == "Laporan Data Kependudukan yang Diperbaiki"
    assert office.step == "3b"


def test_the_kasi_is_told_to_make_the_letter_that_the_kabid_orders(office_of):
    office, kasi = office_of("palembang-laporan")
    office.goes_to("3")
    office.silence()
    office.goes_on()

    assert office.step == "3a"
    assert ShowTask(task_id=office.task.id) in office.hears(kasi, ShowTask)
