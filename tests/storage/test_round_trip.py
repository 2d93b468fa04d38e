"""What the engine says of a task or a case is what the books say of it: no field is forgotten.

A new field of `Task` or `Case` belongs to one of the lists below; until it does, and until it is
saved, these tests fail.
"""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import MONDAY_MORNING
from workflow.case import Case, CaseState, Defect, Mark, Task
from workflow.engine import Change, Happened, NewTask
from workflow.people import Language
from workflow.side import TaskKind

LATER = MONDAY_MORNING + timedelta(hours=1)
MARKS = (Mark(item="nik", defect=Defect.WRONG),)

# Who gives a field its value: whoever opens the task, whoever changes it, or the books themselves.
GIVEN_WHEN_OPENED = {
    "step": "2",
    "lane": "petugas",
    "opened_at": MONDAY_MORNING,
    "due_at": LATER,
    "because": "belum lengkap",
    "because_marks": MARKS,
    "limit_from": MONDAY_MORNING,
    "kind": TaskKind.QUESTION,
    "below": 7,
    "asked_by": 3,
    "asked_as": "Petugas",
}
CHANGED_BY_THE_ENGINE = {
    "received_at": LATER,
    "signing_since": LATER,
    "signing_as": 12,
    "signing_of": "digest",
    "reminded_at": LATER,
    "done_at": LATER,
    "done_as": "Petugas",
    "outcome": "lengkap",
    "note": "Lengkap",
    "marks": MARKS,
    "undone_at": LATER,
}
CHANGED_PERSONS = ("holder_id", "signing_by", "done_by", "undone_by")
BY_THE_BOOKS = {"id", "case_id", "version", "pause_id"}
CASE_CHANGED = {"state": CaseState.FINISHED, "step": None, "ended_at": LATER}
CASE_GIVEN = {
    "corrects": 3,
    "number": "PDK-2026-00001",
    "code": "ABCDEFGHJK",
    "link_code": "KLMNPQRSTU",
    "procedure_id": "jakarta-data",
    "procedure_version": 3,
    "service": "kk",
    "subject": "Dinas Kesehatan",
    "answers": {"nama": "Rina"},
}
CASE_GIVEN_OTHERWISE = {"applicant_id", "opened_at", "id", "version"}


@pytest.fixture
def work(connection):
    context = OfficeContext(office=sample_office(), calendar=sample_calendar())
    return SqlUnitOfWork(connection, context, MONDAY_MORNING)


@pytest.fixture
def persons(work):
    return [
        work.people.add(one, name=f"Orang {one}", language=Language.INDONESIAN, at=MONDAY_MORNING)
        for one in range(90_001, 90_005)
    ]


@pytest.fixture
def case(work, persons):
    return work.cases.add(**CASE_GIVEN, applicant_id=persons[0].id, step="1", at=MONDAY_MORNING)


def test_every_field_of_a_task_is_somebodys_to_give():
    known = {*GIVEN_WHEN_OPENED, *CHANGED_BY_THE_ENGINE, *CHANGED_PERSONS, *BY_THE_BOOKS}

    assert {one.name for one in fields(Task)} == known


def test_every_field_of_a_case_is_somebodys_to_give():
    known = {*CASE_GIVEN, *CASE_CHANGED, *CASE_GIVEN_OTHERWISE}

    assert {one.name for one in fields(Case)} == known


def test_a_task_is_read_as_it_was_opened(work, case, persons):
    opened = work.cases.open_task(
        case.id, NewTask(**GIVEN_WHEN_OPENED, holder_id=persons[1].id), None
    )
    kept = work.cases.task(opened.id)

    assert kept == opened
    assert {name: getattr(kept, name) for name in GIVEN_WHEN_OPENED} == GIVEN_WHEN_OPENED
    assert kept.holder_id == persons[1].id


@pytest.mark.parametrize("name", [*CHANGED_BY_THE_ENGINE, *CHANGED_PERSONS])
def test_whatever_the_engine_changes_in_a_task_is_kept(work, case, persons, name):
    opened = work.cases.open_task(case.id, NewTask(**GIVEN_WHEN_OPENED), None)
    value = persons[2].id if name in CHANGED_PERSONS else CHANGED_BY_THE_ENGINE[name]
    work.cases.save_task(replace(opened, **{name: value}))

    assert getattr(work.cases.task(opened.id), name) == value


def test_a_case_is_read_as_it_was_begun(case, persons):
    assert {name: getattr(case, name) for name in CASE_GIVEN} == CASE_GIVEN
    assert (case.applicant_id, case.opened_at) == (persons[0].id, MONDAY_MORNING)
    assert (case.version, case.state, case.step) == (1, CaseState.OPEN, "1")


def test_whatever_a_decision_changes_in_a_case_is_kept(work, case):
    opened = work.cases.open_task(case.id, NewTask(**GIVEN_WHEN_OPENED), None)
    done = replace(opened, **CHANGED_BY_THE_ENGINE)
    work.cases.save(
        Change(
            case=replace(case, **CASE_CHANGED),
            done=done,
            opened=None,
            happened=Happened.FINISHED,
            release=False,
        ),
        None,
    )
    kept = work.cases.get(case.id)

    assert {name: getattr(kept, name) for name in CASE_CHANGED} == CASE_CHANGED
    assert kept == replace(case, **CASE_CHANGED, version=2)
