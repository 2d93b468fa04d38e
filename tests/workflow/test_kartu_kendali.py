from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import (
    CALENDAR,
    COUNTER_SOP,
    a_pause,
    a_task,
    an_office,
    at,
    jakarta_data,
    sop,
)
from workflow.case import CaseState
from workflow.errors import ProcedureError
from workflow.kartu_kendali import entries, replay
from workflow.pauses import PauseEnd, Whose

SOP = jakarta_data()
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
HOUR = timedelta(hours=1)


def minutes(count):
    return timedelta(minutes=count)


def a_row(step, lane, opened, received=None, done=None, outcome=None, **more):
    return a_task(
        step=step,
        lane=lane,
        opened_at=opened,
        due_at=opened + 5 * HOUR,
        received_at=received,
        done_at=done,
        outcome=outcome,
        **more,
    )


def card(*tasks, now=None, pauses=()):
    return entries(tasks, SOP, an_office(), CALENDAR, now=now or at(MONDAY, "16.00"), pauses=pauses)


def test_each_row_says_who_gave_who_received_and_when():
    handed, received, done = (at(MONDAY, clock) for clock in ("09.00", "09.10", "09.25"))
    first, second = card(
        a_row("1", "pemohon", handed, handed, handed, "diserahkan", done_as="SKPD Pemohon"),
        a_row("2", "petugas", handed, received, done, "lengkap", done_as="Plh. Petugas", note="ok"),
    )
    assert (first.handed_over_by, first.received_by) == ("", "SKPD Pemohon")
    assert (second.handed_over_by, second.received_by) == ("SKPD Pemohon", "Plh. Petugas")
    assert (second.handed_over_at, second.received_at, second.done_at) == (handed, received, done)
    assert (second.outcome, second.note) == ("Lengkap", "ok")


def test_waiting_runs_until_the_card_is_opened_and_working_from_there():
    (row,) = card(
        a_row(
            "2", "petugas", at(MONDAY, "09.00"), at(MONDAY, "09.10"), at(MONDAY, "09.25"), "lengkap"
        )
    )
    assert (row.waiting, row.working) == (minutes(10), minutes(15))


def test_a_weekend_is_nobodys_waiting():
    (row,) = card(
        a_row(
            "2", "petugas", at(FRIDAY, "16.00"), at(MONDAY, "08.00"), at(MONDAY, "08.10"), "lengkap"
        )
    )
    assert (row.waiting, row.working) == (HOUR, minutes(10))


def test_an_applicant_keeps_no_hours():
    (row,) = card(
        a_row(
            "1",
            "pemohon",
            at(FRIDAY, "16.00"),
            at(FRIDAY, "16.00"),
            at(MONDAY, "08.00"),
            "diserahkan",
        )
    )
    assert row.working == timedelta(days=2, hours=16)


def test_a_file_that_nobody_has_opened_only_waits():
    (row,) = card(a_row("2", "petugas", at(MONDAY, "09.00")), now=at(MONDAY, "09.30"))
    assert (row.waiting, row.working) == (minutes(30), timedelta())
    assert (row.received_by, row.received_at, row.outcome) == ("Petugas Pengadministrasi", None, "")


def test_a_file_on_the_desk_has_been_worked_on_so_far():
    (row,) = card(
        a_row("2", "petugas", at(MONDAY, "09.00"), at(MONDAY, "09.10")), now=at(MONDAY, "09.30")
    )
    assert (row.waiting, row.working) == (minutes(10), minutes(20))


def test_a_row_ends_late_by_what_lies_past_its_limit():
    opened = at(MONDAY, "08.00")
    late, early = card(
        a_row("2", "petugas", opened, opened, opened + 6 * HOUR, "lengkap"),
        a_row("3", "kepala_dinas", opened, opened, opened + HOUR, "disposisi"),
    )
    assert (late.over, early.over) == (HOUR, -3 * HOUR)


def test_a_row_without_limit_is_never_late():
    opened = at(MONDAY, "08.00")
    task = a_task(opened_at=opened, due_at=None, received_at=opened, done_at=opened + 90 * HOUR)
    (row,) = card(task)
    assert row.over is None


MOMENTS = st.timedeltas(timedelta(), timedelta(days=9)).map(lambda span: at(MONDAY, "00.00") + span)


SECONDS = MOMENTS.map(lambda moment: moment.replace(microsecond=0))


@given(st.tuples(SECONDS, SECONDS, SECONDS).map(sorted), st.booleans())
def test_waiting_and_working_add_up_to_the_office_time(moments, was_received):
    opened, received, done = moments
    (row,) = card(
        a_row("2", "petugas", opened, received if was_received else None, done, "lengkap")
    )
    assert row.waiting + row.working == CALENDAR.working_time_between(opened, done)
    assert min(row.waiting, row.working) >= timedelta()


@given(st.lists(MOMENTS, min_size=7, max_size=7).map(sorted))
def test_the_rows_add_up_to_the_life_of_the_case_to_the_second(moments):
    begun, asked, taken, decided, read, told, now = moments
    rows = card(
        a_row("1", "pemohon", begun, begun, asked, "diserahkan"),
        a_row("2", "petugas", asked, taken, decided, "lengkap"),
        a_row("3", "kepala_dinas", decided, read, told, "disposisi"),
        a_row("4", "kabid_bdi", told),
        now=now,
    )
    life = sum((row.waiting + row.working + row.outside for row in rows), timedelta())
    assert life == now.replace(microsecond=0) - begun.replace(microsecond=0)
    assert all(row.outside >= timedelta() for row in rows)
    assert [row.by_applicant for row in rows] == [True, False, False, False]


def held(begun, ended=None, **more):
    ending = None if ended is None else PauseEnd.LIFTED
    return a_pause(begun_at=begun, ended_at=ended, ending=ending, **more)


def moments(*clocks):
    return [at(MONDAY, clock) for clock in clocks]


def spans(row):
    return row.waiting, row.working, row.held


def test_a_hold_splits_the_row_and_its_time_is_nobodys_work():
    given, taken, stopped, lifted, done = moments("09.00", "09.10", "09.30", "10.30", "10.50")
    before, hold, after = card(
        a_row("2", "petugas", given, taken, done, "lengkap"), pauses=[held(stopped, lifted)]
    )
    nothing = timedelta()
    assert spans(before) == (minutes(10), minutes(20), nothing)
    assert spans(hold) == (nothing, nothing, HOUR)
    assert spans(after) == (nothing, minutes(20), nothing)
    assert (hold.pause.words, before.pause, after.pause) == ("Gangguan SIAK", None, None)


def test_only_the_last_row_of_a_split_task_says_what_came_of_it():
    given, taken, stopped, lifted, done = moments("09.00", "09.10", "09.30", "10.30", "10.50")
    rows = card(
        a_row("2", "petugas", given, taken, done, "lengkap", note="ok"),
        pauses=[held(stopped, lifted)],
    )
    assert [row.outcome for row in rows] == ["", "", "Lengkap"]
    assert [row.note for row in rows] == ["", "", "ok"]
    assert [row.over is None for row in rows] == [True, True, False]
    assert [(row.handed_over_at, row.done_at) for row in rows] == [
        (given, stopped),
        (stopped, lifted),
        (lifted, done),
    ]
    assert [row.taken_here for row in rows] == [True, False, False]


def test_a_file_decided_while_it_was_on_hold_ends_with_the_hold():
    given, taken, stopped, done = moments("09.00", "09.10", "09.30", "10.50")
    before, hold = card(
        a_row("2", "petugas", given, taken, done, "lengkap"),
        pauses=[a_pause(begun_at=stopped, ended_at=done, ending=PauseEnd.DECIDED)],
    )
    assert (before.outcome, hold.outcome, hold.last) == ("", "Lengkap", True)


def test_a_file_on_hold_now_is_as_far_from_its_limit_as_when_it_stopped():
    given, taken, stopped, now = moments("09.00", "09.02", "09.05", "15.00")
    task = a_row("2", "petugas", given, taken)
    _, hold = card(replace(task, due_at=None), pauses=[held(stopped)], now=now)
    assert (hold.due_at, hold.over) == (at(MONDAY, "09.15"), -minutes(10))
    assert hold.done_at is None


def test_a_file_that_was_late_when_it_was_put_on_hold_stays_late_by_as_much():
    given, taken, stopped, now = moments("09.00", "09.02", "09.45", "15.00")
    task = a_row("2", "petugas", given, taken)
    _, hold = card(replace(task, due_at=None), pauses=[held(stopped)], now=now)
    assert hold.over == minutes(30)


def test_while_the_applicant_is_asked_the_time_runs_by_the_wall_and_is_theirs():
    asked, answered = at(FRIDAY, "16.00"), at(MONDAY, "08.00")
    _, question, _ = card(
        a_row("2", "petugas", at(FRIDAY, "15.00"), at(FRIDAY, "15.00")),
        pauses=[held(asked, answered, whose=Whose.APPLICANT)],
    )
    assert question.by_applicant
    assert question.waiting == answered - asked


def test_a_hold_that_nobody_agreed_to_splits_nothing_and_is_told_of():
    given, taken, asked = moments("09.00", "09.02", "09.05")
    own_words = held(asked, reason=None, words="Menunggu arsip", whose=Whose.OFFICE)
    (row,) = card(a_row("2", "petugas", given, taken), pauses=[own_words])
    assert row.unstopped == (own_words,)
    assert row.working > HOUR


def test_what_a_superior_agreed_to_late_is_work_until_then():
    given, taken, asked, agreed, lifted, done = moments(
        "09.00", "09.02", "09.05", "09.20", "10.00", "10.05"
    )
    own_words = held(asked, lifted, reason=None, stopped_at=agreed, whose=Whose.OFFICE)
    before, hold, after = card(
        a_row("2", "petugas", given, taken, done, "lengkap"), pauses=[own_words]
    )
    assert before.working == minutes(18)
    assert before.unstopped == (own_words,)
    assert hold.waiting == minutes(40)
    assert after.working == minutes(5)


def test_a_file_given_to_a_colleague_while_on_hold_is_received_anew_afterwards():
    given, stopped, lifted, taken, done = moments("09.00", "09.30", "10.00", "10.10", "10.30")
    before, _, after = card(
        a_row("2", "petugas", given, taken, done, "lengkap"), pauses=[held(stopped, lifted)]
    )
    assert (before.received_at, after.received_at, after.taken_here) == (None, taken, True)
    assert spans(before)[:2] == (minutes(30), timedelta())
    assert spans(after)[:2] == (minutes(10), minutes(20))


WHOSE = st.sampled_from(Whose)
INSTANTS = st.lists(MOMENTS, min_size=14, max_size=14, unique=True).map(sorted)


@given(INSTANTS, st.lists(WHOSE, min_size=4, max_size=4), st.integers(0, 9), st.booleans())
def test_with_holds_and_questions_the_rows_add_up_to_the_life_to_the_second(
    instants, whose, taken, still_on_hold
):
    begun, asked, *inside, now = instants
    first, second, third, decided = (inside[0:2], inside[2:4], inside[5:7], inside[4])
    ends = [first[1], second[1], None if still_on_hold else third[1]]
    pauses = [
        a_pause(id=n, task_id=task, begun_at=start, ended_at=end, whose=one)
        for n, (task, start, end, one) in enumerate(
            zip((2, 2, 3), (first[0], second[0], third[0]), ends, whose[:3], strict=True), 1
        )
    ]
    rows = card(
        a_row("1", "pemohon", begun, begun, asked, "diserahkan", id=1),
        a_row("2", "petugas", asked, inside[min(taken, 4)], decided, "lengkap", id=2),
        a_row("3", "kepala_dinas", decided, inside[taken] if taken > 4 else None, id=3),
        now=now,
        pauses=pauses,
    )
    life = sum((r.waiting + r.working + r.held + r.outside for r in rows), timedelta())
    assert life == now.replace(microsecond=0) - begun.replace(microsecond=0)
    assert all(min(r.waiting, r.working, r.held, r.outside) >= timedelta() for r in rows)
    assert sum(row.last for row in rows) == sum(row.first for row in rows) == 3
    for earlier, later in pairwise(rows):
        assert earlier.done_at.replace(microsecond=0) == later.handed_over_at.replace(microsecond=0)


def walk(procedure, outcomes):
    """The rows of a case in which these outcomes were chosen, and where it then stands."""
    tasks, step = [], procedure.first
    for outcome in outcomes:
        tasks.append(a_task(step=step.id, lane=step.lane, outcome=outcome))
        to = step.outcomes[outcome].to
        if to is None:
            return tasks
        step = procedure.step(to)
    return [*tasks, a_task(step=step.id, lane=step.lane)]


@pytest.mark.parametrize(
    ("outcomes", "stands"),
    [
        ([], ("1", CaseState.OPEN)),
        (["diserahkan", "lengkap"], ("3", CaseState.OPEN)),
        (["diserahkan", "kembalikan", "diserahkan", "mudah"], ("4", CaseState.OPEN)),
        (["diserahkan", "tolak"], (None, CaseState.REFUSED)),
        (["diserahkan", "lengkap", "cukup"], (None, CaseState.FINISHED)),
        (["diserahkan", "mudah", "ulangi", "mudah", "selesai"], (None, CaseState.FINISHED)),
    ],
)
def test_the_card_replays_to_where_the_case_stands(outcomes, stands):
    procedure = sop(COUNTER_SOP)
    assert replay(walk(procedure, outcomes), procedure) == stands


def test_a_card_with_a_row_left_out_does_not_replay():
    rows = walk(sop(COUNTER_SOP), ["diserahkan", "lengkap", "disposisi"])
    del rows[1]
    with pytest.raises(ProcedureError, match="shows step 3 where 2 must follow"):
        replay(rows, sop(COUNTER_SOP))


def test_a_card_that_goes_on_behind_the_end_does_not_replay():
    rows = [*walk(sop(COUNTER_SOP), ["diserahkan", "tolak"]), a_task(step="3")]
    with pytest.raises(ProcedureError):
        replay(rows, sop(COUNTER_SOP))


def test_a_card_that_goes_on_behind_an_open_row_does_not_replay():
    rows = [*walk(sop(COUNTER_SOP), ["diserahkan"]), a_task(step="3")]
    with pytest.raises(ProcedureError):
        replay(rows, sop(COUNTER_SOP))
