"""What is asked beside the main task: it stands in the books, and moves nothing."""

from enum import StrEnum

from workflow.desk.side_tasks import begin_side_task, end_side_task
from workflow.side import APPLICANT_LANE, TaskKind, jabatan_lane, jabatan_of


class Ending(StrEnum):
    ANSWERED = "answered"


def asked(office, task):
    return begin_side_task(
        office.work,
        task,
        TaskKind.QUESTION,
        APPLICANT_LANE,
        by=office.ids["petugas"],
        title="Petugas",
        words="Kapan?",
    )


def test_a_case_has_one_main_task_whatever_is_asked_beside_it(office, verifying):
    question = asked(office, verifying)
    main = office.work.cases.tasks_of(office.case_id)
    assert {one.kind for one in main} == {TaskKind.MAIN}
    assert [one for one in main if one.is_open] == [verifying]
    [beside] = office.work.cases.side_tasks_of(office.case_id)
    assert beside == question
    assert beside.because == "Kapan?"
    assert beside.asked_as == "Petugas"
    assert beside.below == verifying.id


def test_an_answer_closes_what_was_asked_and_leaves_the_file_where_it_is(office, verifying):
    before = office.work.cases.tasks_of(office.case_id)
    question = asked(office, verifying)
    end_side_task(office.work, question, Ending.ANSWERED, by=office.ids["rina"], title="")
    [beside] = office.work.cases.side_tasks_of(office.case_id)
    assert not beside.is_open
    assert beside.outcome == "answered"
    assert office.work.cases.tasks_of(office.case_id) == before


def test_a_jabatan_has_a_lane_of_its_own_in_every_sop():
    assert jabatan_of(jabatan_lane("kabid_piak")) == "kabid_piak"
    assert jabatan_of(APPLICANT_LANE) is None
    assert jabatan_of("kabid_bdi") is None
