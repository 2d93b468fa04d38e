"""What files wait for, in both databases."""

from dataclasses import replace

import pytest

from tests.support.builders import MINUTE, a_pause
from tests.support.fakes import MONDAY_MORNING
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.pauses import PauseEnd, Whose

LATER = MONDAY_MORNING + 60 * MINUTE


@pytest.fixture
def waits(work, add_task, siti):
    """Calls for a pause of a new task, or of one that is named."""

    def waiting(task=None, **changed):
        task = task or add_task()
        return work.pauses.add(
            a_pause(id=0, task_id=task.id, case_id=task.case_id, begun_by=siti.id, **changed)
        )

    return waiting


def ended(pause, at=LATER):
    return replace(
        pause, ended_at=at, ended_by=pause.begun_by, ended_as="Petugas", ending=PauseEnd.LIFTED
    )


def test_a_pause_is_read_as_it_was_written(work, waits, siti):
    agreed = waits(reason=None, until=MONDAY_MORNING.date(), whose=Whose.OFFICE)
    agreed = replace(agreed, stopped_at=LATER, agreed_by=siti.id, agreed_as="Sekretaris")
    work.pauses.save(agreed)
    assert work.pauses.get(agreed.id) == agreed
    work.pauses.save(ended(agreed))
    assert work.pauses.of_case(agreed.case_id) == [ended(agreed)]


def test_a_pause_that_never_was_is_not_found(work):
    with pytest.raises(NotFound):
        work.pauses.get(999_999)


def test_a_task_waits_for_one_thing_at_a_time(work, waits, add_task):
    task = add_task()
    first = waits(task)
    nested = work.connection.begin_nested()
    with pytest.raises(ChangedMeanwhile):
        waits(task)
    nested.rollback()
    work.pauses.save(ended(first))
    assert waits(task).id != first.id


def test_what_has_ended_is_not_ended_again(work, waits):
    pause = waits()
    work.pauses.save(ended(pause))
    with pytest.raises(ChangedMeanwhile):
        work.pauses.save(ended(pause, LATER + MINUTE))


def test_only_what_stopped_a_limit_is_reckoned_with(work, waits):
    stopped, asked = waits(), waits(reason=None)
    found = work.pauses.stopped_in([stopped.case_id, asked.case_id])
    assert found == {stopped.case_id: [stopped]}


def test_holds_are_counted_by_jabatan_and_reason(work, waits):
    waits(begun_at=MONDAY_MORNING)
    waits(begun_at=MONDAY_MORNING)
    waits(begun_at=MONDAY_MORNING, reason=None)
    waits(begun_at=MONDAY_MORNING, jabatan="kasi")
    waits(begun_at=LATER)
    waits(begun_at=MONDAY_MORNING, whose=Whose.APPLICANT)
    counted = work.pauses.holds_by_jabatan(MONDAY_MORNING, LATER)
    assert {(one.jabatan, one.reason): (one.count, one.stopped) for one in counted} == {
        ("kasi", "gangguan-siak"): (1, 1),
        ("petugas", "gangguan-siak"): (2, 2),
        ("petugas", None): (1, 0),
    }
