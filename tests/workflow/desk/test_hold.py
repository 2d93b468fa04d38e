"""Tunda: a file waits for what is not the office's to mend, and its limit with it."""

from datetime import date, timedelta

import pytest

from storage.reading.cases import case_view
from storage.reading.holds import agreement_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.queues import overview_view, queue_view
from storage.reading.tasks import task_view
from tests.support.builders import at
from workflow.alarms import Rhythm
from workflow.errors import (
    AgreedAlready,
    DateOutOfRange,
    HoldHasEnded,
    ListMoved,
    NotADate,
    NotForYou,
    NotYourTask,
    OwnHold,
    TaskAlreadyDone,
    TaskHeld,
    WaitsAlready,
)
from workflow.intents import AskAgreement, ShowCase, ShowTask, Tell, TellAlarms
from workflow.pauses import PauseEnd, Whose
from workflow.people import Acting
from workflow.verbs import Verb
from workflow.views.task import Face, Mode

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
THURSDAY = date(2026, 11, 26)
SIAK = "gangguan-siak@"
AT_ONCE = Rhythm(group_window=timedelta())
MINUTE = timedelta(minutes=1)


@pytest.fixture
def verifying(office):
    """Handed in at 09.00 with fifteen minutes for the petugas, who opens it at once."""
    office.clock.move_to(at(MONDAY, "09.00"))
    office.applies()
    task = office.task
    office.does("petugas", lambda desks: desks.officer.open(task.id))
    office.silence()
    return task


@pytest.fixture
def held(office, verifying):
    """Since 09.05 it waits for SIAK."""
    office.clock.move_to(at(MONDAY, "09.05"))
    holds(office)
    office.silence()
    return verifying


@pytest.fixture
def asked(office, verifying):
    """Since 09.05 it waits in the officer's own words, and a superior has been asked."""
    office.clock.move_to(at(MONDAY, "09.05"))
    asks(office)
    return pause(office)


def holds(office, chosen=SIAK, name="petugas"):
    task = office.task
    office.does(name, lambda desks: desks.verbs.do(task.id, Verb.HOLD, chosen))


def asks(office, words="Menunggu arsip lama dari gudang", day=""):
    """A hold for a reason of one's own: the reason, the day, the words."""
    task = office.task
    for chosen in ("-", f"-@{day}"):
        office.does(
            "petugas", lambda desks, one=chosen: desks.verbs.choose(task.id, Verb.HOLD, one)
        )
    office.says("petugas", words)


def lifts(office, name="petugas"):
    task = office.task
    office.does(name, lambda desks: desks.verbs.do(task.id, Verb.LIFT, ""))


def agrees(office, one, name="sekretaris"):
    office.does(name, lambda desks: desks.holds.agree(one.task_id, one.id))


def pause(office):
    return office.work.pauses.of_case(office.case_id)[-1]


def ticks(office, clock, day=MONDAY):
    office.clock.move_to(at(day, clock))
    office.silence()
    office.ticks(AT_ONCE)
    return dict(office.told(TellAlarms))


def entries(office):
    view = kartu_kendali_view(office.work, office.case_id, now=office.clock.now())
    return [line.entry for line in view.rows]


def life_holds(office):
    rows, now = entries(office), office.clock.now()
    life = sum((r.waiting + r.working + r.held + r.outside for r in rows), timedelta())
    return life == now.replace(microsecond=0) - rows[0].handed_over_at.replace(microsecond=0)


class TestAReasonOfTheList:
    def test_stops_the_limit_at_once(self, office, held):
        assert office.task.due_at is None
        assert pause(office).stopped_at == at(MONDAY, "09.05")
        assert (pause(office).words, pause(office).whose) == ("Gangguan SIAK", Whose.SYSTEM)

    def test_lets_no_alarm_of_the_limit_ring(self, office, held):
        for clock in ("09.12", "09.15", "09.30", "15.59"):
            assert ticks(office, clock) == {}

    def test_moves_the_limit_by_the_office_time_that_passed(self, office, held):
        office.clock.move_to(at(TUESDAY, "08.00"))
        lifts(office)
        assert office.task.due_at == at(TUESDAY, "08.10")

    def test_arms_the_alarms_anew_when_it_ends(self, office, held):
        office.clock.move_to(at(MONDAY, "10.00"))
        lifts(office)
        due = TellAlarms(task_ids=(held.id,))
        assert ticks(office, "10.06") == {}
        assert ticks(office, "10.07") == {"petugas": due}
        assert ticks(office, "10.10") == {"petugas": due}
        assert ticks(office, "10.25") == {"sekretaris": TellAlarms(task_ids=(), overdue=(held.id,))}

    def test_takes_no_lateness_away(self, office, verifying):
        office.clock.move_to(at(MONDAY, "09.45"))
        holds(office)
        office.clock.move_to(at(MONDAY, "11.00"))
        lifts(office)
        late = office.work.calendar.working_time_between(office.task.due_at, office.clock.now())
        assert late == 30 * MINUTE

    def test_ends_with_a_decision(self, office, held):
        office.clock.move_to(at(MONDAY, "09.35"))
        office.presses("petugas", "lengkap")
        assert pause(office).ending is PauseEnd.DECIDED
        done = next(one for one in office.tasks if one.id == held.id)
        assert (done.due_at, done.pause_id) == (at(MONDAY, "09.45"), None)

    def test_ends_with_a_return_and_with_a_refusal(self, office, held):
        office.decides("petugas", "kembalikan")
        assert pause(office).ending is PauseEnd.DECIDED

    def test_goes_with_the_file_to_a_colleague(self, office, held):
        office.colleague("joko", "petugas")
        to = office.ids["joko"]
        office.does("sekretaris", lambda desks: desks.supervisor.give(held.id, to))
        assert office.task.pause_id == pause(office).id
        office.does("joko", lambda desks: desks.officer.open(held.id))
        lifts(office, "joko")
        assert "hold-lifted" in {one.message_id for one in office.hears("petugas", Tell)}

    def test_is_read_of_a_file_whose_holder_has_left(self, office, held):
        office.colleague("joko", "petugas")
        office.leaves("petugas", "petugas")
        office.refuses(NotYourTask, "petugas", lambda desks: desks.verbs.do(held.id, Verb.LIFT, ""))

    def test_counts_as_the_systems_time_in_the_kartu_kendali(self, office, held):
        office.clock.move_to(at(MONDAY, "10.05"))
        lifts(office)
        office.clock.wait(minutes=1)
        office.presses("petugas", "lengkap")
        _, before, hold, after, _ = entries(office)
        assert (before.working, hold.held, after.working) == (5 * MINUTE, 60 * MINUTE, MINUTE)
        assert life_holds(office)

    def test_is_shown_on_every_phone_and_told_to_nobody_else(self, office, verifying):
        office.work.cards.lay(f"case:{office.case_id}", office.ids["rina"], 7)
        holds(office)
        assert {who for who, _ in office.told(ShowTask)} == {"petugas"}
        assert office.told(ShowCase) == [("rina", ShowCase(case_id=office.case_id))]
        assert office.told(Tell) == office.told(AskAgreement) == []


class TestADay:
    def test_that_is_past_is_refused(self, office, verifying):
        office.clock.move_to(at(TUESDAY, "09.00"))
        office.refuses(
            DateOutOfRange,
            "petugas",
            lambda desks: desks.verbs.do(verifying.id, Verb.HOLD, f"{SIAK}{MONDAY}"),
        )

    def test_that_is_today_is_taken(self, office, verifying):
        holds(office, f"{SIAK}{MONDAY}")
        assert pause(office).until == MONDAY

    def test_that_is_years_off_is_refused(self, office, verifying):
        office.refuses(
            DateOutOfRange,
            "petugas",
            lambda desks: desks.verbs.do(verifying.id, Verb.HOLD, f"{SIAK}2036-11-23"),
        )

    def test_may_be_written(self, office, verifying):
        office.does(
            "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.HOLD, "gangguan-bsre")
        )
        office.says("petugas", "26-11-2026")
        assert (pause(office).until, pause(office).reason) == (THURSDAY, "gangguan-bsre")

    def test_that_is_no_day_is_asked_again(self, office, verifying):
        office.does(
            "petugas", lambda desks: desks.verbs.choose(verifying.id, Verb.HOLD, "gangguan-bsre")
        )
        office.refuses(
            NotADate, "petugas", lambda desks: desks.messages.hear("besok", message_id=1)
        )
        assert office.work.pauses.of_case(office.case_id) == []

    def test_that_passes_is_told_to_holder_and_superior_each_morning(self, office, verifying):
        office.clock.move_to(at(MONDAY, "09.05"))
        holds(office, f"{SIAK}{TUESDAY}")
        both = {
            "petugas": TellAlarms(task_ids=(verifying.id,)),
            "sekretaris": TellAlarms(task_ids=(), overdue=(verifying.id,)),
        }
        assert ticks(office, "15.00", TUESDAY) == {}
        assert ticks(office, "07.30", WEDNESDAY) == both
        assert ticks(office, "15.00", WEDNESDAY) == {}
        assert ticks(office, "07.30", THURSDAY) == both

    def test_that_was_never_said_is_told_of_after_three_working_days(self, office, held):
        assert ticks(office, "15.00", WEDNESDAY) == {}
        assert set(ticks(office, "07.30", THURSDAY)) == {"petugas", "sekretaris"}
        assert ticks(office, "07.30", date(2026, 11, 27)) == {}
        assert set(ticks(office, "07.30", date(2026, 12, 1))) == {"petugas", "sekretaris"}


class TestOwnWords:
    def test_leave_the_limit_running_until_a_superior_agrees(self, office, asked):
        assert office.task.due_at == at(MONDAY, "09.15")
        assert ticks(office, "09.12") == {"petugas": TellAlarms(task_ids=(asked.task_id,))}

    def test_ask_the_superior_once(self, office, asked):
        assert office.told(AskAgreement) == [("sekretaris", AskAgreement(pause_id=asked.id))]
        assert "hold-asked" in {one.message_id for one in office.hears("petugas", Tell)}

    def test_stop_the_limit_from_the_agreement_on(self, office, asked):
        office.clock.move_to(at(MONDAY, "09.10"))
        agrees(office, asked)
        assert office.task.due_at is None
        office.clock.move_to(at(MONDAY, "10.00"))
        lifts(office)
        assert office.task.due_at == at(MONDAY, "10.05")
        assert pause(office).agreed_as == "Sekretaris Dinas"

    def test_are_told_to_the_holder_when_agreed(self, office, asked):
        office.silence()
        agrees(office, asked)
        [told] = office.hears("petugas", Tell)
        assert (told.message_id, told.arguments["title"]) == ("hold-agreed", "Sekretaris Dinas")

    def test_are_kept_with_a_nik_masked(self, office, verifying):
        asks(office, "Data NIK 3175014507900001 belum sinkron")
        assert "3175014507900001" not in pause(office).words

    def test_count_as_the_offices_time(self, office, asked):
        agrees(office, asked)
        office.clock.move_to(at(MONDAY, "10.05"))
        lifts(office)
        assert entries(office)[2].waiting == 60 * MINUTE
        assert life_holds(office)

    def test_agreed_to_twice_are_agreed_to_once(self, office, asked):
        agrees(office, asked)
        office.refuses(
            AgreedAlready, "sekretaris", lambda desks: desks.holds.agree(asked.task_id, asked.id)
        )

    def test_agreed_to_after_they_ended_are_refused(self, office, asked):
        lifts(office)
        office.refuses(
            HoldHasEnded, "sekretaris", lambda desks: desks.holds.agree(asked.task_id, asked.id)
        )

    def test_of_an_older_hold_do_not_agree_to_a_newer_one(self, office, asked):
        lifts(office)
        asks(office)
        office.refuses(
            HoldHasEnded, "sekretaris", lambda desks: desks.holds.agree(asked.task_id, asked.id)
        )

    def test_are_agreed_to_by_nobody_who_asked(self, office, asked):
        office.appoint("petugas", "sekretaris", acting=Acting.PLH)
        office.refuses(OwnHold, "petugas", lambda desks: desks.holds.agree(asked.task_id, asked.id))

    def test_are_agreed_to_by_no_colleague_and_no_stranger(self, office, asked):
        office.colleague("joko", "petugas")
        for name in ("joko", "budi", "it", "pengelola_data"):
            office.refuses(
                NotForYou, name, lambda desks: desks.holds.agree(asked.task_id, asked.id)
            )

    def test_that_end_with_a_decision_change_the_card_of_whoever_was_asked(self, office, asked):
        office.work.cards.lay(f"hold:{asked.id}", office.ids["sekretaris"], 7)
        office.silence()
        office.presses("petugas", "lengkap")
        assert office.told(AskAgreement) == [("sekretaris", AskAgreement(pause_id=asked.id))]

    def test_may_be_ended_from_above(self, office, asked):
        office.silence()
        office.does("sekretaris", lambda desks: desks.holds.lift(asked.task_id, asked.id))
        assert pause(office).ended_as == "Sekretaris Dinas"
        assert [one.message_id for one in office.hears("petugas", Tell)] == ["hold-lifted"]

    def test_with_nobody_above_say_so(self, office, verifying):
        for jabatan in ("sekretaris", "kepala_dinas"):
            office.leaves(jabatan, jabatan)
        office.silence()
        asks(office)
        assert office.told(AskAgreement) == []
        assert "hold-nobody-to-ask" in {one.message_id for one in office.hears("petugas", Tell)}


class TestNobodyHolds:
    def refused(self, office, refusal, name, task, chosen=SIAK):
        office.refuses(refusal, name, lambda desks: desks.verbs.do(task.id, Verb.HOLD, chosen))

    def test_what_is_decided(self, office, verifying):
        office.presses("petugas", "lengkap")
        self.refused(office, TaskAlreadyDone, "petugas", verifying)

    def test_what_is_on_hold(self, office, held):
        self.refused(office, WaitsAlready, "petugas", held)
        assert len(office.work.pauses.of_case(office.case_id)) == 1

    def test_what_a_colleague_has(self, office, verifying):
        office.colleague("joko", "petugas")
        self.refused(office, TaskHeld, "joko", verifying)

    def test_after_leaving_the_post(self, office, verifying):
        office.leaves("petugas", "petugas")
        self.refused(office, NotYourTask, "petugas", verifying)

    def test_for_a_reason_that_has_left_the_list(self, office, verifying):
        self.refused(office, ListMoved, "petugas", verifying, "banjir@")

    @pytest.mark.parametrize("forged", ["", "@", "gangguan-siak@x", "gangguan-siak@2026-13-01"])
    def test_by_a_forged_button(self, office, verifying, forged):
        self.refused(office, ListMoved, "petugas", verifying, forged)

    def test_and_lifts_what_is_not_on_hold(self, office, verifying):
        office.refuses(
            HoldHasEnded, "petugas", lambda desks: desks.verbs.do(verifying.id, Verb.LIFT, "")
        )


class TestADayClosedLater:
    def closes(self, office, day):
        office.does("it", lambda desks: desks.calendar.close(f"{day:%d-%m-%Y}\nTutup"))

    def test_while_a_file_is_on_hold_is_no_time_in_which_it_waited(self, office, held):
        self.closes(office, TUESDAY)
        assert office.task.due_at is None
        office.clock.move_to(at(WEDNESDAY, "08.00"))
        lifts(office)
        assert office.task.due_at == at(WEDNESDAY, "08.10")

    def test_after_the_hold_moves_the_limit_as_it_stands(self, office, verifying):
        office.goes_to("3")
        office.clock.move_to(at(MONDAY, "15.40"))
        office.goes_to("4")
        holds(office, name="kabid_bdi")
        office.clock.move_to(at(MONDAY, "15.58"))
        lifts(office, "kabid_bdi")
        before = office.task.due_at
        self.closes(office, TUESDAY)
        moved = office.task.due_at
        assert before.date() == TUESDAY
        assert moved == before + timedelta(days=1)

    def test_does_not_wake_the_alarms_of_a_limit_that_waits(self, office, held):
        self.closes(office, TUESDAY)
        assert ticks(office, "09.30") == {}


class TestTakingBack:
    def test_what_was_decided_on_hold_wins_no_time(self, office, held):
        office.clock.move_to(at(MONDAY, "10.05"))
        office.presses("petugas", "lengkap")
        done = next(one for one in office.tasks if one.id == held.id)
        office.does("petugas", lambda desks: desks.taking_back.take_back(held.id))
        assert office.task.due_at == done.due_at == at(MONDAY, "10.15")
        holds(office)
        office.clock.move_to(at(MONDAY, "10.07"))
        lifts(office)
        assert office.task.due_at == at(MONDAY, "10.17")

    def test_of_a_file_that_was_given_on_while_on_hold_ends_the_hold(self, office, verifying):
        office.presses("petugas", "lengkap")
        office.arrives("plh")
        office.appoint("plh", "kepala_dinas")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.open(task.id))
        holds(office, name="kepala_dinas")
        to = office.ids["plh"]
        office.does("sekretaris", lambda desks: desks.supervisor.give(task.id, to))
        office.does("petugas", lambda desks: desks.taking_back.take_back(verifying.id))
        assert pause(office).ending is PauseEnd.TAKEN_BACK
        assert life_holds(office)

    def test_a_day_closed_afterwards_gives_no_new_limit(self, office, verifying):
        office.clock.move_to(at(MONDAY, "09.10"))
        office.presses("petugas", "lengkap")
        office.does("petugas", lambda desks: desks.taking_back.take_back(verifying.id))
        office.does("it", lambda desks: desks.calendar.close(f"{TUESDAY:%d-%m-%Y}\nTutup"))
        assert office.task.due_at == at(MONDAY, "09.15")


class TestWhatIsSeen:
    def test_the_card_says_for_what_and_how_much_is_left(self, office, held):
        view = task_view(office.work, held.id, office.ids["petugas"], now=office.clock.now())
        shown = view.beside.held
        assert (shown.words, shown.stopped, shown.left) == ("Gangguan SIAK", True, 10 * MINUTE)

    def test_the_list_of_work_says_it(self, office, held):
        [line] = queue_view(office.work, office.ids["petugas"], 0, now=office.clock.now()).lines
        assert line.held.words == "Gangguan SIAK"

    def test_the_superior_sees_it_with_reason_and_since_when(self, office, held):
        view = overview_view(office.work, office.ids["sekretaris"], 0, now=office.clock.now())
        [line] = view.lines
        assert (line.held.words, line.held.since) == ("Gangguan SIAK", at(MONDAY, "09.05"))
        assert view.late == 0

    def test_lateness_from_before_is_seen_from_above(self, office, verifying):
        office.clock.move_to(at(MONDAY, "09.45"))
        holds(office)
        view = overview_view(office.work, office.ids["sekretaris"], 0, now=office.clock.now())
        assert view.lines[0].held.left == -30 * MINUTE

    def test_the_applicant_sees_that_it_waits_and_no_promise(self, office, held):
        view = case_view(office.work, office.case_id, office.ids["rina"], now=office.clock.now())
        assert (view.held.words, view.expected_at, view.late) == ("Gangguan SIAK", None, False)

    def test_an_applicant_sees_nothing_of_what_a_superior_has_not_agreed_to(self, office, asked):
        view = case_view(office.work, office.case_id, office.ids["rina"], now=office.clock.now())
        assert view.held is None

    def test_the_request_says_what_became_of_it(self, office, asked):
        agrees(office, asked)
        view = agreement_view(office.work, asked.id, now=office.clock.now())
        assert (view.agreed_as, view.words) == ("Sekretaris Dinas", asked.words)

    def test_the_card_asks_reason_then_day_then_words(self, office, verifying):
        turns = [
            lambda desks: desks.verbs.begin(verifying.id, Verb.HOLD),
            lambda desks: desks.verbs.choose(verifying.id, Verb.HOLD, "-"),
            lambda desks: desks.verbs.choose(verifying.id, Verb.HOLD, f"-@{WEDNESDAY}"),
        ]
        for turn, note in zip(turns, ("", "-", f"-@{WEDNESDAY}"), strict=True):
            office.does("petugas", turn)
            assert office.face("petugas") == Mode(face=Face.VERB, outcome="hold", note=note)

    def test_holds_are_counted_by_jabatan(self, office, held):
        [counted] = office.work.pauses.holds_by_jabatan(at(MONDAY, "00.00"), at(TUESDAY, "00.00"))
        assert (counted.jabatan, counted.count) == ("petugas", 1)
