from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.builders import (
    MINUTE,
    a_decision,
    jakarta_data,
    missing,
    open_one,
    sample_calendar,
)
from tests.support.fakes import MONDAY_MORNING
from workflow import engine
from workflow.alarms import Alarm, AlarmKind, Listener
from workflow.case import CaseState, Defect, Mark
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.people import Who

PETUGAS, KASI = ("jakarta-data", "petugas"), ("jakarta-data", "kasi")


@pytest.fixture
def cases(work):
    return work.cases


def after(minutes, kind=AlarmKind.REMINDER, also=()):
    return Alarm(kind=kind, at=MONDAY_MORNING + minutes * MINUTE, also=frozenset(also))


def decided(case, task, person, outcome="lengkap", **changed):
    """What the officer's decision changes."""
    decision = a_decision(outcome, by=person.id, **changed)
    who = Who(person_id=person.id, lanes={task.lane}, title="Petugas Pengadministrasi")
    return engine.decide(case, task, decision, jakarta_data(), who, sample_calendar())


# Cases


def test_a_case_is_read_as_it_was_handed_in(cases, add_case, rina):
    case = add_case(answers={"nama": "Rina", "tujuan": "Penelitian"}, service="akta")
    assert cases.get(case.id) == case
    assert (case.state, case.step, case.version) == (CaseState.OPEN, "2", 1)
    assert (case.applicant_id, case.service) == (rina.id, "akta")
    assert case.answers == {"nama": "Rina", "tujuan": "Penelitian"}
    assert case.opened_at == MONDAY_MORNING


def test_a_case_of_the_office_has_no_applicant(add_case):
    assert add_case(applicant_id=None).applicant_id is None


def test_a_case_is_found_by_the_code_on_its_papers(cases, add_case):
    case = add_case(code="2345678923")
    assert cases.find_by_code("2345678923") == case
    assert cases.find_by_code("2345678924") is None


def test_a_case_from_the_counter_is_found_by_the_code_on_its_resi_and_by_no_other(cases, add_case):
    add_case()
    case = add_case(code="2345678923", link_code="3456789234", applicant_id=None)
    assert cases.find_by_link_code("3456789234") == case
    for other in ("2345678923", "3456789235", ""):
        assert cases.find_by_link_code(other) is None
    assert cases.find_by_code("3456789234") is None


def test_a_case_or_task_nobody_knows_is_not_found(cases):
    for ask in (cases.get, cases.task, cases.task_and_case):
        with pytest.raises(NotFound):
            ask(404)
    assert cases.tasks_of(404) == []


def test_answers_are_replaced_by_the_repaired_ones(cases, add_case):
    case = add_case(answers={"nama": "Rini", "nik": "1"})
    cases.put_answers(case, {"nama": "Rina", "nik": "1"}, subject="Rina")
    assert cases.get(case.id).answers == {"nama": "Rina", "nik": "1"}


def test_answers_read_before_somebody_else_saved_theirs_are_not_written_over_them(cases, add_case):
    case = add_case(answers={"nama": "Rini"})
    cases.put_answers(case, {"nama": "Rina"}, subject="Rina")
    with pytest.raises(ChangedMeanwhile):
        cases.put_answers(case, {"nama": "Rini", "alamat": "Jakarta"}, subject="Rini")
    assert cases.get(case.id).answers == {"nama": "Rina"}


# Tasks


def test_a_task_is_read_as_it_was_opened(cases, add_case, add_task, siti):
    case = add_case()
    task = add_task(case, holder_id=siti.id, because="Tidak terbaca", because_marks=missing("ktp"))
    assert cases.task(task.id) == task
    assert cases.task_and_case(task.id) == (task, case)
    assert open_one(cases.tasks_of(case.id)) == task
    assert task.due_at == MONDAY_MORNING + 15 * MINUTE


def test_every_field_of_a_task_is_written(cases, add_task, siti):
    task = add_task()
    saved = replace(
        task,
        holder_id=siti.id,
        received_at=MONDAY_MORNING + MINUTE,
        signing_since=MONDAY_MORNING + 2 * MINUTE,
        done_at=MONDAY_MORNING + 3 * MINUTE,
        done_by=siti.id,
        done_as="Plh. Kepala Seksi",
        outcome="perbaiki",
        note="Periode data keliru",
        marks=(Mark(item="ktp", defect=Defect.UNCLEAR), *missing("surat_permohonan")),
    )
    cases.save_task(saved)
    assert cases.task(task.id) == replace(saved, version=2)


def test_of_two_officers_who_act_on_one_card_the_second_is_too_late(cases, add_task, rina, siti):
    task = add_task()
    cases.save_task(replace(task, holder_id=siti.id))
    with pytest.raises(ChangedMeanwhile):
        cases.save_task(replace(task, holder_id=rina.id))
    assert cases.task(task.id).holder_id == siti.id


def test_a_decision_closes_the_task_moves_the_case_and_opens_the_next(
    cases, add_case, add_task, siti
):
    case = add_case()
    task = add_task(case, alarm=after(11))
    change = decided(case, task, siti)
    opened = cases.save(change, after(9))
    assert cases.get(case.id) == replace(change.case, version=2)
    assert cases.tasks_of(case.id) == [replace(change.done, version=2), opened]
    assert (opened.step, opened.lane, opened.is_open) == ("3", "kepala_dinas", True)
    assert open_one(cases.tasks_of(case.id)) == opened
    due = cases.alarms_due(MONDAY_MORNING + 60 * MINUTE, limit=10)
    assert [(one.id, alarm) for one, _, alarm in due] == [(opened.id, after(9))]


def test_a_decision_that_ends_the_case_opens_nothing(cases, add_case, add_task, siti):
    case = add_case()
    task = add_task(case)
    change = decided(case, task, siti)
    refused = replace(change.case, state=CaseState.REFUSED, step=None, ended_at=MONDAY_MORNING)
    assert cases.save(replace(change, case=refused, opened=None), None) is None
    kept = cases.get(case.id)
    assert (kept.state, kept.step, kept.ended_at) == (CaseState.REFUSED, None, MONDAY_MORNING)
    assert open_one(cases.tasks_of(case.id)) is None


def test_a_decision_about_a_case_that_moved_meanwhile_is_not_written(
    cases, add_case, add_task, siti
):
    case = add_case()
    change = decided(case, add_task(case), siti)
    stale = replace(change, case=replace(change.case, version=0))
    with pytest.raises(ChangedMeanwhile):
        cases.save(stale, None)


def test_work_goes_back_to_whoever_did_it_last(cases, add_case, add_task, rina, siti):
    case = add_case()
    for person in (rina, siti):
        task = add_task(case)
        cases.save_task(replace(task, done_at=MONDAY_MORNING, done_by=person.id, outcome="lengkap"))
    add_task(case)
    assert cases.last_done_by(case.id, "2") == siti.id
    assert cases.last_done_by(case.id, "3") is None


def test_the_load_of_an_officer_is_what_lies_open(cases, add_task, rina, siti):
    done = add_task(holder_id=siti.id)
    cases.save_task(replace(done, done_at=MONDAY_MORNING, done_by=siti.id))
    add_task(holder_id=siti.id)
    add_task(holder_id=siti.id)
    add_task()
    assert cases.load_of([rina.id, siti.id]) == {siti.id: 2}
    assert cases.load_of([]) == {}


def test_a_mark_is_set_changed_and_taken_off(cases, add_task):
    task = add_task()
    cases.set_mark(task.id, "surat", Mark(item="surat", defect=Defect.MISSING))
    cases.set_mark(task.id, "ktp", Mark(item="ktp", defect=Defect.MISSING))
    cases.set_mark(task.id, "ktp", Mark(item="ktp", defect=Defect.WRONG))
    assert cases.marks(task.id) == (
        Mark(item="ktp", defect=Defect.WRONG),
        Mark(item="surat", defect=Defect.MISSING),
    )
    cases.set_mark(task.id, "surat", None)
    assert [mark.item for mark in cases.marks(task.id)] == ["ktp"]


# Alarms


def test_alarms_that_have_come_are_told_longest_waiting_first(cases, add_task):
    late, later, not_yet = (add_task(alarm=after(minutes)) for minutes in (5, 2, 30))
    add_task()
    due = cases.alarms_due(MONDAY_MORNING + 5 * MINUTE, limit=10)
    assert [task.id for task, _, _ in due] == [later.id, late.id]
    assert all(case.id == task.case_id for task, case, _ in due)
    first = cases.alarms_due(MONDAY_MORNING + 60 * MINUTE, limit=1)
    assert [task.id for task, _, _ in first] == [later.id]
    assert cases.next_alarm_at() == MONDAY_MORNING + 2 * MINUTE
    assert not_yet.id not in {task.id for task, _, _ in due}


def test_alarms_are_read_on_after_the_last_one_seen(cases, add_task):
    first, second, third = (add_task(alarm=after(minutes)) for minutes in (2, 5, 5))
    until, read, seen = MONDAY_MORNING + 5 * MINUTE, [], None
    while found := cases.alarms_due(until, limit=1, after=seen):
        [(task, _, alarm)] = found
        seen = (alarm.at, task.id)
        read.append(task.id)
    assert read == [first.id, second.id, third.id]


def test_an_alarm_remembers_for_whom_it_speaks_as_well(cases, add_task):
    told = after(1, AlarmKind.OVERDUE, also={Listener.OFFICER, Listener.SUPERIOR})
    task = add_task(alarm=after(0))
    cases.set_alarms({task.id: told}, rung={task.id: MONDAY_MORNING})
    [(_, _, alarm)] = cases.alarms_due(MONDAY_MORNING + MINUTE, limit=1)
    assert alarm == told


def test_without_alarms_there_is_nothing_to_wait_for(cases, add_task):
    task = add_task(alarm=after(1))
    cases.set_alarms({task.id: None}, rung={task.id: MONDAY_MORNING + MINUTE})
    assert cases.next_alarm_at() is None
    assert cases.alarms_due(MONDAY_MORNING + timedelta(days=365), limit=10) == []


def test_a_task_that_is_done_rings_no_more(cases, add_task, siti):
    task = add_task(alarm=after(1))
    cases.save_task(replace(task, done_at=MONDAY_MORNING, done_by=siti.id))
    cases.set_alarms({task.id: after(2)}, rung={task.id: MONDAY_MORNING + MINUTE})
    assert cases.next_alarm_at() is None


def test_a_task_that_was_armed_anew_meanwhile_keeps_that_alarm(cases, add_task):
    task = add_task(alarm=after(1))
    moved = after(20)
    cases.set_due({task.id: (MONDAY_MORNING + 30 * MINUTE, moved)})
    cases.set_alarms({task.id: after(2)}, rung={task.id: MONDAY_MORNING + MINUTE})
    assert cases.next_alarm_at() == moved.at


def test_a_task_that_is_only_opened_keeps_its_alarm(cases, add_task, siti):
    task = add_task(alarm=after(1))
    cases.save_task(replace(task, holder_id=siti.id, received_at=MONDAY_MORNING))
    assert cases.next_alarm_at() == MONDAY_MORNING + MINUTE


def test_what_waking_costs_depends_on_what_is_due_not_on_what_is_open(
    connection, statements, cases
):
    with statements() as said:
        cases.alarms_due(MONDAY_MORNING, limit=500)
        cases.next_alarm_at()
    assert len(said) == 2
    if connection.dialect.name == "sqlite":  # PostgreSQL decides by how much there is
        ask = [said[0].replace("?", "'2026'", 1).replace("?", "500"), said[1].replace("?", "1")]
        for statement in ask:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all()
            assert "ix_tasks_next_alarm_at" in str(plan)
            assert "TEMP B-TREE" not in str(plan)


# Queues


def due(minutes):
    return {"due_at": None if minutes is None else MONDAY_MORNING + minutes * MINUTE}


def test_the_earliest_due_lies_on_top_and_what_has_no_limit_below(cases, add_task):
    tasks = {minutes: add_task(**due(minutes)) for minutes in (30, None, 5, 15)}
    queue = cases.open_in_lanes([PETUGAS])
    assert [task.id for task, _ in queue] == [tasks[one].id for one in (5, 15, 30, None)]
    assert all(case.id == task.case_id for task, case in queue)


def test_a_lane_is_a_lane_of_one_sop(cases, add_case, add_task):
    mine = add_task()
    add_task(lane="kasi")
    add_task(add_case(procedure_id="loket"))
    assert [task.id for task, _ in cases.open_in_lanes([PETUGAS])] == [mine.id]
    assert len(cases.open_in_lanes([PETUGAS, KASI])) == 2
    assert cases.open_in_lanes([]) == []


def test_what_is_done_lies_on_no_desk(cases, add_task, siti):
    task = add_task()
    cases.save_task(replace(task, done_at=MONDAY_MORNING, done_by=siti.id))
    assert cases.open_in_lanes([PETUGAS]) == []


def test_the_next_file_is_the_one_due_first_of_those_in_my_hands(cases, add_task, rina, siti):
    add_task(**due(1), holder_id=rina.id)
    add_task(**due(None))
    free = add_task(**due(10))
    mine = add_task(**due(5), holder_id=siti.id)
    assert cases.ahead_of(siti.id, [PETUGAS], most=100) == (mine.id, 3)
    assert cases.ahead_of(siti.id, [PETUGAS], most=2) == (mine.id, 2)
    assert cases.ahead_of(siti.id, [PETUGAS, KASI], most=2) == (mine.id, 2)
    assert cases.ahead_of(siti.id, [KASI], most=100) == (None, 0)
    assert cases.ahead_of(siti.id, [], most=100) == (None, 0)
    assert free.id != mine.id


def test_where_nothing_has_a_limit_the_oldest_is_next(cases, add_task, siti):
    older, _ = add_task(**due(None)), add_task(**due(None))
    assert cases.ahead_of(siti.id, [PETUGAS], most=100) == (older.id, 2)
