from datetime import timedelta
from functools import partial

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support.builders import (
    AGUS,
    CALENDAR,
    COUNTER_SOP,
    MINUTE,
    REPORT_SOP,
    RINA,
    SITI,
    a_case,
    a_decision,
    a_task,
    jakarta_data,
    missing,
    somebody,
    sop,
)
from tests.support.examples import examples
from tests.support.fakes import MONDAY_MORNING
from workflow import engine, kartu_kendali
from workflow.case import CaseState, Decision, Defect, Mark, Task
from workflow.engine import Happened
from workflow.errors import (
    BeingSigned,
    MarksRequired,
    NoteRequired,
    NothingToTake,
    NotYourTask,
    Refusal,
    TaskAlreadyDone,
    TaskHeld,
    TaskMoved,
    UnknownOutcome,
)
from workflow.people import Who
from workflow.procedure import StepKind, Way

SOP = jakarta_data()


def decide(task=None, decision=None, case=None, who=None, **more):
    return engine.decide(
        case or a_case(),
        task or a_task(),
        decision or a_decision("lengkap"),
        SOP,
        who or somebody(),
        CALENDAR,
        **more,
    )


def send_back(**changed):
    reasoned = {"note": "KTP tidak terbaca", "marks": missing("identitas")}
    return a_decision("kembalikan", **(reasoned | changed))


def test_a_case_begins_at_the_first_step_with_its_limit_running():
    report = sop(REPORT_SOP)
    first = engine.first_opening(report, service=None, at=MONDAY_MORNING, calendar=CALENDAR)
    assert (first.step, first.lane) == ("1", "pengelola_data")
    assert first.due_at == MONDAY_MORNING + 120 * MINUTE


def test_no_limit_runs_while_a_file_waits_for_its_applicant():
    first = engine.first_opening(SOP, service=None, at=MONDAY_MORNING, calendar=CALENDAR)
    assert (first.step, first.lane) == ("1", "pemohon")
    assert first.due_at is None


def test_a_complete_file_goes_on_to_the_next_step():
    change = decide()
    assert change.happened is Happened.HANDED_ON
    assert change.case.step == "3"
    assert (change.opened.step, change.opened.lane) == ("3", "kepala_dinas")
    assert change.opened.opened_at == change.done.done_at
    assert change.opened.due_at == change.opened.opened_at + 5 * MINUTE


def test_the_decision_stands_in_the_task_with_who_and_when():
    change = decide()
    assert (change.done.done_by, change.done.done_as) == (SITI, "Petugas Pengadministrasi")
    assert (change.done.outcome, change.done.done_at) == ("lengkap", MONDAY_MORNING + 5 * MINUTE)


def test_who_decides_without_opening_the_card_has_received_it_in_that_moment():
    change = decide()
    assert change.done.received_at == change.done.done_at
    assert change.done.holder_id == SITI


def test_a_file_goes_back_to_the_applicant_with_reason_and_marks():
    change = decide(decision=send_back(), given_to=RINA)
    assert change.happened is Happened.SENT_BACK
    assert change.case.step == "1"
    assert change.opened.holder_id == RINA
    assert change.opened.because == "KTP tidak terbaca"
    assert change.opened.because_marks == missing("identitas")


@pytest.mark.parametrize("note", ["", "   ", "\n\t"])
def test_a_file_goes_back_only_with_a_reason(note):
    with pytest.raises(NoteRequired):
        decide(decision=send_back(note=note))


def test_a_file_goes_back_to_the_applicant_only_with_what_is_to_be_mended():
    with pytest.raises(MarksRequired):
        decide(decision=send_back(marks=()))


def test_a_file_goes_back_within_the_office_without_marks():
    change = decide(
        a_task(step="7", lane="kasi"),
        a_decision("perbaiki", note="Periode keliru"),
        a_case(step="7"),
        somebody(AGUS, "kasi"),
        given_to=SITI,
    )
    assert (change.case.step, change.opened.holder_id) == ("6", SITI)


def test_work_that_goes_on_belongs_to_nobody_unless_somebody_is_named():
    assert decide().opened.holder_id is None
    assert decide(given_to=AGUS).opened.holder_id == AGUS


def test_the_last_step_ends_the_case():
    change = decide(
        a_task(step="11", lane="pemohon"),
        a_decision("diterima", by=RINA),
        a_case(step="11"),
        somebody(RINA, "pemohon"),
    )
    assert change.happened is Happened.FINISHED
    assert change.opened is None
    assert (change.case.step, change.case.state) == (None, CaseState.FINISHED)
    assert change.case.ended_at == change.done.done_at


def test_a_refusal_ends_the_case_with_its_reason():
    change = engine.decide(
        a_case(),
        a_task(lane="loket"),
        a_decision("tolak", note="Bukan wewenang kami"),
        sop(COUNTER_SOP),
        somebody(SITI, "loket"),
        CALENDAR,
    )
    assert change.happened is Happened.REFUSED
    assert (change.case.step, change.case.state) == (None, CaseState.REFUSED)
    assert change.done.note == "Bukan wewenang kami"


def test_only_the_step_that_releases_releases_and_only_forward():
    assert not decide().release
    at_register = a_task(step="10", signing_since=MONDAY_MORNING)
    change = engine.finish_stamping(
        a_case(step="10"), at_register, a_decision("serahkan"), SOP, CALENDAR
    )
    assert change.release


def test_who_does_not_hold_the_lane_decides_nothing():
    with pytest.raises(NotYourTask) as refused:
        decide(who=somebody(AGUS, "kasi", "kepala_dinas"))
    assert refused.value.task_id == 1


def test_the_second_press_hears_who_pressed_first():
    done = decide().done
    with pytest.raises(TaskAlreadyDone) as refused:
        decide(done, who=somebody(AGUS))
    assert refused.value.done_by == "Petugas Pengadministrasi"
    assert refused.value.done_at == MONDAY_MORNING + 5 * MINUTE


def test_a_stranger_does_not_hear_who_decided_a_file_and_when():
    done = decide().done
    with pytest.raises(NotYourTask):
        decide(done, who=somebody(AGUS, "kasi"))


def test_who_decided_and_then_left_the_lane_still_hears_that_it_is_done():
    done = decide().done
    with pytest.raises(TaskAlreadyDone):
        decide(done, who=somebody(SITI, "kasi"))


def test_a_file_that_a_colleague_holds_is_decided_by_the_colleague():
    with pytest.raises(TaskHeld):
        decide(a_task(holder_id=AGUS))
    assert decide(a_task(holder_id=SITI)).case.step == "3"


def test_a_way_that_the_step_does_not_have_is_refused():
    with pytest.raises(UnknownOutcome):
        decide(decision=a_decision("tandatangani"))


def test_a_task_of_a_step_the_case_has_left_is_refused():
    with pytest.raises(TaskMoved):
        decide(case=a_case(step="5"))


def test_nothing_is_decided_about_a_case_that_has_ended():
    with pytest.raises(TaskMoved):
        decide(case=a_case(step=None, state=CaseState.REFUSED))


def test_opening_the_card_is_receiving_the_file():
    received = engine.receive(a_task(), somebody(), at=MONDAY_MORNING + MINUTE)
    assert (received.received_at, received.holder_id) == (MONDAY_MORNING + MINUTE, SITI)


def test_opening_the_card_again_changes_nothing():
    received = engine.receive(a_task(), somebody(), at=MONDAY_MORNING + MINUTE)
    assert engine.receive(received, somebody(), at=MONDAY_MORNING + 9 * MINUTE) is received
    assert engine.receive(received, somebody(AGUS), at=MONDAY_MORNING + 9 * MINUTE) is received


def test_a_stranger_who_opens_the_card_receives_nothing():
    task = a_task()
    assert engine.receive(task, somebody(AGUS, "kasi"), at=MONDAY_MORNING) is task


def test_a_colleague_who_looks_does_not_receive_what_was_given_to_another():
    task = a_task(holder_id=SITI)
    assert engine.receive(task, somebody(AGUS), at=MONDAY_MORNING + MINUTE) is task


def test_a_done_task_is_not_received_any_more():
    done = decide().done
    assert engine.receive(done, somebody(AGUS), at=MONDAY_MORNING) is done


def test_a_colleague_takes_a_file_over_and_it_was_received_when_it_was_received():
    held = a_task(holder_id=SITI, received_at=MONDAY_MORNING)
    taken = engine.take(held, somebody(AGUS), at=MONDAY_MORNING + MINUTE)
    assert (taken.holder_id, taken.received_at) == (AGUS, MONDAY_MORNING)


def test_nobody_takes_over_from_oneself():
    with pytest.raises(NothingToTake):
        engine.take(a_task(holder_id=SITI), somebody(), at=MONDAY_MORNING)


def test_nobody_takes_a_file_of_another_lane_or_a_done_one():
    with pytest.raises(NotYourTask):
        engine.take(a_task(), somebody(AGUS, "kasi"), at=MONDAY_MORNING)
    with pytest.raises(TaskAlreadyDone):
        engine.take(decide().done, somebody(AGUS), at=MONDAY_MORNING)


class TestWhileALetterIsBeingSigned:
    case = a_case(step="9")
    task = a_task(step="9", lane="kepala_dinas")
    ratna = somebody(AGUS, "kepala_dinas", title="Kepala Dinas")
    signature = a_decision("tandatangani", by=AGUS, title="Kepala Dinas")

    @property
    def waiting(self):
        return engine.begin_stamping(self.task, self.ratna, of="surat", at=MONDAY_MORNING)

    def test_it_waits_and_is_held_by_the_one_who_signs(self):
        assert self.waiting.signing_since == MONDAY_MORNING
        assert (self.waiting.holder_id, self.waiting.received_at) == (AGUS, MONDAY_MORNING)

    def test_nothing_else_can_be_done(self):
        with pytest.raises(BeingSigned):
            decide(self.waiting, self.signature, self.case, self.ratna)
        with pytest.raises(BeingSigned):
            engine.begin_stamping(self.waiting, self.ratna, of="surat", at=MONDAY_MORNING)
        with pytest.raises(BeingSigned):
            engine.take(self.waiting, somebody(SITI, "kepala_dinas"), at=MONDAY_MORNING)

    def test_it_goes_on_when_the_signature_is_set(self):
        change = engine.finish_stamping(self.case, self.waiting, self.signature, SOP, CALENDAR)
        assert change.case.step == "10"
        assert change.done.signing_since is None

    def test_it_goes_on_only_once(self):
        change = engine.finish_stamping(self.case, self.waiting, self.signature, SOP, CALENDAR)
        with pytest.raises(TaskAlreadyDone):
            engine.finish_stamping(change.case, change.done, self.signature, SOP, CALENDAR)

    def test_it_does_not_go_on_when_nobody_has_asked(self):
        with pytest.raises(TaskMoved):
            engine.finish_stamping(self.case, self.task, self.signature, SOP, CALENDAR)

    def test_it_can_be_pressed_again_when_it_failed(self):
        again = engine.stamping_failed(self.waiting)
        assert engine.begin_stamping(
            again, self.ratna, of="surat", at=MONDAY_MORNING + MINUTE
        ).signing_since


PEOPLE = (RINA, SITI, AGUS, 4)
ITEMS = ("nama", "ktp", "surat_permohonan", "nik")
PROCEDURES = (SOP, sop(COUNTER_SOP), sop(REPORT_SOP))
PRESSED = sorted({name for one in PROCEDURES for step in one.steps for name in step.outcomes})
NOTES = st.sampled_from(["", "  ", "Mohon diperbaiki", "🙏 <b>tolong</b>"])
MARKS = st.lists(st.builds(Mark, item=st.sampled_from(ITEMS), defect=st.sampled_from(Defect)))


class AnyOfficeOnAnyDay(RuleBasedStateMachine):
    """Random people do random things with one case; the laws of the office hold all the same."""

    @initialize(data=st.data(), procedure=st.sampled_from(PROCEDURES))
    def a_case_is_handed_in(self, data, procedure):
        self.procedure = procedure
        self.now = MONDAY_MORNING
        self.lanes_of = {
            person: data.draw(st.frozensets(st.sampled_from(sorted(procedure.lanes))))
            for person in PEOPLE
        }
        self.case = a_case(step=procedure.first.id)
        self.tasks = []
        self._open(engine.first_opening(procedure, service=None, at=self.now, calendar=CALENDAR))

    def _open(self, opening):
        fields = {name: getattr(opening, name) for name in opening.__slots__}
        self.tasks.append(Task(id=len(self.tasks) + 1, case_id=1, **fields))

    def _who(self, person):
        return Who(person_id=person, lanes=self.lanes_of[person], title=f"Jabatan {person}")

    def _attempt(self, act):
        """Do it, or be refused and change nothing."""
        before = (self.case, list(self.tasks))
        try:
            return act()
        except Refusal:
            assert (self.case, self.tasks) == before
            return None

    @rule(minutes=st.integers(0, 3000))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(
        person=st.sampled_from(PEOPLE),
        place=st.integers(1, 60),
        outcome=st.sampled_from(PRESSED),
        note=NOTES,
        marks=MARKS,
    )
    def somebody_presses_on_any_card(self, person, place, outcome, note, marks):
        task = self.tasks[-min(place, len(self.tasks))]
        decision = Decision(
            outcome=outcome,
            by=person,
            title=f"Jabatan {person}",
            at=self.now,
            note=note,
            marks=tuple(marks),
        )
        self._decided(task, decision, person)

    @precondition(lambda self: self.case.state is CaseState.OPEN)
    @rule(data=st.data(), person=st.sampled_from(PEOPLE), marks=MARKS)
    def somebody_presses_what_the_card_offers(self, data, person, marks):
        task = self.tasks[-1]
        outcome = data.draw(st.sampled_from(sorted(self.procedure.step(task.step).outcomes)))
        decision = Decision(
            outcome=outcome,
            by=person,
            title=f"Jabatan {person}",
            at=self.now,
            note="Mohon diperbaiki",
            marks=tuple(marks),
        )
        self._decided(task, decision, person)

    def _decided(self, task, decision, person):
        change = self._attempt(
            lambda: engine.decide(
                self.case,
                task,
                decision,
                self.procedure,
                self._who(person),
                CALENDAR,
                given_to=self._given_to(task, decision.outcome),
            )
        )
        if change is not None:
            assert task.lane in self.lanes_of[person], "only a holder of the lane moves a case"
            assert task.holder_id in {None, person}
            self._record(task, change)

    def _given_to(self, task, outcome):
        arrow = self.procedure.step(task.step).outcomes.get(outcome)
        if arrow is None or arrow.way is not Way.BACK:
            return None
        done = [one for one in self.tasks if one.step == arrow.to and one.done_at]
        return done[-1].done_by if done else None

    def _record(self, task, change):
        assert not self.tasks[-1].done_at, "no decision is doubled"
        arrow = self.procedure.step(task.step).outcomes[change.done.outcome]
        if arrow.way is not Way.FORWARD:
            assert change.done.note.strip(), "a return or refusal has a reason"
        if arrow.way is Way.BACK:
            assert change.case.step == change.opened.step == arrow.to
            assert change.opened.because == change.done.note
            target = self.procedure.step(arrow.to)
            if target.kind is StepKind.SUBMIT and self.procedure.lanes[target.lane].applicant:
                assert change.opened.because_marks
        self.tasks[-1] = change.done
        self.case = change.case
        if change.opened is not None:
            self._open(change.opened)

    def _changed(self, act, person):
        task = self.tasks[-1]
        changed = self._attempt(lambda: act(task, self._who(person), at=self.now))
        if changed is None or changed is task:
            return
        assert task.lane in self.lanes_of[person]
        self.tasks[-1] = changed

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_opens_the_card(self, person):
        self._changed(engine.receive, person)

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_takes_over(self, person):
        self._changed(engine.take, person)

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_asks_for_the_stamp(self, person):
        self._changed(partial(engine.begin_stamping, of="surat"), person)

    @precondition(lambda self: self.tasks[-1].signing_since)
    @rule()
    def the_stamp_cannot_be_set(self):
        self.tasks[-1] = engine.stamping_failed(self.tasks[-1])

    @rule()
    def the_stamp_is_set(self):
        task = self.tasks[-1]
        forward = self.procedure.step(task.step).outcome_for(Way.FORWARD)
        decision = Decision(outcome=forward, by=task.holder_id or 0, title="", at=self.now)
        change = self._attempt(
            lambda: engine.finish_stamping(self.case, task, decision, self.procedure, CALENDAR)
        )
        if change is not None:
            assert task.signing_since, "nothing is stamped that nobody asked for"
            self._record(task, change)

    @invariant()
    def the_case_is_at_exactly_one_step_or_ended(self):
        open_tasks = [task for task in self.tasks if task.done_at is None]
        if self.case.state is CaseState.OPEN:
            assert [task.step for task in open_tasks] == [self.case.step]
        else:
            assert open_tasks == []
            assert self.case.step is None
            assert self.case.ended_at is not None

    @invariant()
    def the_kartu_kendali_replays_to_where_the_case_stands(self):
        replayed = kartu_kendali.replay(self.tasks, self.procedure)
        assert replayed == (self.case.step, self.case.state)

    @invariant()
    def each_hand_over_is_where_the_one_before_left_off(self):
        for before, after in zip(self.tasks, self.tasks[1:], strict=False):
            assert before.done_at == after.opened_at
            assert before.opened_at <= before.received_at <= before.done_at


TestAnyOfficeOnAnyDay = AnyOfficeOnAnyDay.TestCase
TestAnyOfficeOnAnyDay.settings = settings(max_examples=examples(60), stateful_step_count=40)
