"""A jabatan of many: a file is brought to the few with least to do, and never to nobody."""

from collections import Counter
from datetime import date

import pytest

from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.outbox import claim
from storage.reading.queues import queue_view
from storage.reading.tasks import task_view
from tests.support.books import is_sent
from tests.support.builders import JAKARTA, REPORT_SOP, an_office, at, shipped_text
from tests.support.office import open_office
from workflow.alarms import Rhythm
from workflow.desk.appointing import end_appointment
from workflow.desk.reaching import out_of_reach
from workflow.intents import ShowTask, Tell, TellAlarms, Widen
from workflow.people import Acting
from workflow.shown import digest_of
from workflow.special_days import DayKind

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
FRIDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 30)
BENGKULU = "bengkulu-semester"
SAY = localizer_for("id", JAKARTA)
FIFTY = 50


@pytest.fixture
def office():
    """Fifty people sit at the desk of the petugas."""
    with open_office() as opened:
        for place in range(FIFTY - 1):
            opened.colleague(f"petugas{place}", "petugas")
        opened.clock.move_to(at(MONDAY, "09.00"))
        yield opened


@pytest.fixture
def told(office):
    """Who was told when Rina's request came; fifteen minutes are allowed for it."""
    return handed_in(office)


def handed_in(office, name="rina"):
    office.consents(name)
    office.begins(name)
    office.fills(name)
    office.silence()
    office.submits(name)
    return shown_to(office)


def shown_to(office):
    """Who got the card of the task at hand, and is listened to now."""
    names = [name for name, one in office.told(ShowTask) if one.task_id == office.task.id]
    office.silence()
    return names


def card(office, name):
    now = office.clock.now()
    return task_card(task_view(office.work, office.task.id, office.ids[name], now=now), SAY).text


def blocks(office, name):
    """Telegram delivers nothing to somebody any more."""
    out_of_reach(office.work, office.ids[name])


def leaves(office, name):
    [held] = office.work.people.appointments_of(office.ids[name], at=office.clock.now())
    end_appointment(office.work, held)


def after_half(office, clock="09.08"):
    office.clock.move_to(at(MONDAY, clock))
    office.widens()
    return shown_to(office)


class TestAFileThatComes:
    def test_is_brought_to_five_of_fifty(self, told):
        assert len(told) == 5

    def test_lies_in_the_list_of_all_fifty(self, office, told):
        now = office.clock.now()
        for name in ("petugas", *(f"petugas{place}" for place in range(FIFTY - 1))):
            [line] = queue_view(office.work, office.ids[name], 0, now=now).lines
            assert line.task_id == office.task.id

    def test_is_brought_to_those_with_least_to_do(self, office):
        idle = {"petugas7", "petugas11", "petugas23", "petugas31", "petugas48"}
        office.applies()
        for place in range(FIFTY - 1):
            if f"petugas{place}" not in idle:
                office.many_files(1, holder=f"petugas{place}", series=f"{place}-")
        office.many_files(1, holder="petugas", series="p-")
        assert set(handed_in(office, "budi")) == idle

    def test_is_brought_to_others_than_the_last_where_all_have_equally_little_to_do(self, office):
        heard = Counter(name for _ in range(10) for name in handed_in(office))
        assert set(heard.values()) == {1}
        assert len(heard) == FIFTY

    def test_is_brought_to_nobody_whom_telegram_does_not_reach(self, office):
        for place in range(FIFTY - 3):
            office.work.people.set_reachable(office.ids[f"petugas{place}"], False)
        assert {"petugas", "petugas47", "petugas48"} <= set(handed_in(office))

    def test_may_be_received_by_any_of_the_fifty(self, office, told):
        other = next(name for name in ("petugas", "petugas3", "petugas40") if name not in told)
        task = office.task
        office.does(other, lambda desks: desks.officer.open(task.id))
        assert office.task.holder_id == office.ids[other]

    def test_says_to_whoever_was_told_that_a_colleague_has_it(self, office, told):
        task = office.task
        office.does(told[2], lambda desks: desks.officer.open(task.id))
        assert set(shown_to(office)) == set(told)

    def test_given_back_by_whoever_has_it_is_brought_to_five(self, office, told):
        task = office.task
        office.does(told[0], lambda desks: desks.officer.open(task.id))
        office.silence()
        leaves(office, told[0])
        assert len(set(shown_to(office)) - set(told)) <= 5


def test_a_jabatan_of_five_is_told_whole():
    with open_office() as office:
        for place in range(4):
            office.colleague(f"petugas{place}", "petugas")
        assert len(handed_in(office)) == 5
        assert office.told(Widen) == []
        assert "Diberitahukan" not in card(office, "petugas")


def test_a_team_is_told_whole(office):
    office.keep(shipped_text(BENGKULU))
    starter = office.work.office.holder_of(BENGKULU, "kepala_dinas")
    office.begins(starter, BENGKULU)
    office.decides(starter, "perintahkan")
    kabid = office.work.office.holder_of(BENGKULU, "kabid_piak")
    team = [f"petugas{place}" for place in range(8)]
    for name in team:
        office.work.cases.set_member(office.case_id, "tim", office.ids[name], member=True)
    office.presses(kabid, "bentuk")
    ids = [office.ids[name] for name in team]
    task, shown = office.task, digest_of(ids[0], *sorted(ids[1:]))
    office.silence()
    office.does(kabid, lambda desks: desks.officer.choosing(task.id).appoint("bentuk", shown))
    assert set(shown_to(office)) == set(team)
    assert office.told(Widen) == []


class TestWhenNobodyReceivesIt:
    def test_five_more_are_told_after_half_the_limit(self, office, told):
        assert after_half(office, "09.07") == []
        more = after_half(office)
        assert set(told) < set(more)  # their cards name the others
        assert len(set(more)) == 10

    def test_it_stays_at_ten(self, office, told):
        after_half(office)
        office.clock.move_to(at(MONDAY, "15.00"))
        office.widens()
        assert shown_to(office) == []

    def test_nobody_more_is_told_of_what_somebody_has_received(self, office, told):
        task = office.task
        office.does(told[0], lambda desks: desks.officer.open(task.id))
        office.silence()
        assert after_half(office) == []

    def test_nobody_more_is_told_of_what_is_decided(self, office, told):
        office.presses(told[0], "lengkap")
        office.silence()
        assert after_half(office) == []

    def test_half_the_limit_is_office_time(self, office):
        office.clock.move_to(at(FRIDAY, "16.25"))
        office.widens()
        handed_in(office)
        office.clock.move_to(at(NEXT_MONDAY, "07.32"))
        office.widens()
        assert shown_to(office) == []
        office.clock.move_to(at(NEXT_MONDAY, "07.33"))
        office.widens()
        assert len(shown_to(office)) == 10

    def test_nobody_is_told_after_hours_by_a_bot_that_was_stopped(self, office, told):
        office.clock.move_to(at(MONDAY, "20.00"))
        office.widens()
        assert shown_to(office) == []
        office.clock.move_to(at(TUESDAY, "07.30"))
        office.widens()
        assert len(shown_to(office)) == 10

    def test_a_day_closed_meanwhile_puts_it_off(self, office):
        office.clock.move_to(at(MONDAY, "15.55"))
        handed_in(office)
        day, me = TUESDAY, office.ids["it"]
        office.work.days.add(DayKind.CLOSED, day, day, "Rapat", by=me, at=office.clock.now())
        office.work.renew_calendar()
        office.clock.move_to(at(TUESDAY, "09.00"))
        office.widens()
        assert shown_to(office) == []
        office.clock.move_to(at(date(2026, 11, 25), "09.00"))
        office.widens()
        assert len(shown_to(office)) == 10

    def test_it_waits_in_the_books_and_outlives_a_stop(self, office, told):
        connection = office.work.connection
        assert not waiting(connection, at(MONDAY, "09.07"))
        [left] = waiting(connection, at(MONDAY, "09.08"))
        assert (left.task_id, left.since) == (office.task.id, at(MONDAY, "09.00"))

    def test_done_twice_it_tells_nobody_twice(self, office, told):
        [(_, who, widening)] = office.work.widening
        after_half(office)
        office.work.widening = [(office.clock.now(), who, widening)]
        assert after_half(office) == []


def waiting(connection, now):
    """What is to be told to a few more, as the post office takes it out of the books."""
    taken = claim(connection, now=now, limit=500)
    for one in taken:
        is_sent(connection, one, at=now)
    return [one.intent for one in taken if isinstance(one.intent, Widen)]


def test_of_a_step_without_a_limit_more_are_told_after_half_a_working_day():
    with open_office(office=an_office(), sops=(REPORT_SOP,)) as office:
        for place in range(11):
            office.colleague(f"staf{place}", "pengelola_data")
        office.clock.move_to(at(MONDAY, "15.30"))
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.goes_to("4")
        assert office.task.due_at is None
        assert len(shown_to(office)) == 5
        office.clock.move_to(at(TUESDAY, "10.59"))
        office.widens()
        assert shown_to(office) == []
        office.clock.move_to(at(TUESDAY, "11.00"))
        office.widens()
        assert len(shown_to(office)) == 10


class TestTheCard:
    def test_says_who_was_told(self, office, told):
        names = ", ".join(sorted((name.title() for name in told), key=by_place))
        assert f"Diberitahukan kepada {names}; yang lain melihatnya di /tugas." in card(
            office, told[0]
        )

    def test_says_it_to_the_others_too(self, office, told):
        other = next(name for name in ("petugas", "petugas3", "petugas40") if name not in told)
        assert "Diberitahukan kepada " in card(office, other)

    def test_names_all_ten_when_five_more_were_told(self, office, told):
        after_half(office)
        [line] = [one for one in card(office, told[0]).split("\n") if "Diberitahukan" in one]
        assert line.count(",") == 9

    def test_names_nobody_who_has_left(self, office, told):
        leaves(office, told[1])
        text = card(office, told[0])
        assert f"{told[1].title()}," not in text
        assert "Diberitahukan kepada " in text

    def test_says_nothing_of_it_once_somebody_has_received_it(self, office, told):
        task = office.task
        office.does(told[0], lambda desks: desks.officer.open(task.id))
        for name in told[:2]:
            assert "Diberitahukan" not in card(office, name)


def by_place(name):
    return int(name.removeprefix("Petugas") or -1)


class TestWhenThoseWhoWereToldAreGone:
    def test_others_are_told_at_once_when_all_five_have_blocked_the_bot(self, office, told):
        for name in told[:4]:
            blocks(office, name)
        office.widens()
        assert shown_to(office) == []
        blocks(office, told[4])
        office.widens()
        fresh = set(shown_to(office)) - set(told)
        assert len(fresh) == 5

    def test_others_are_told_at_once_when_all_five_have_left_the_post(self, office, told):
        for name in told:
            leaves(office, name)
        office.silence()
        office.widens()
        assert len(set(shown_to(office)) - set(told)) == 5

    def test_the_last_of_a_jabatan_of_six_is_told_when_the_others_have_left(self):
        with open_office() as office:
            for place in range(5):
                office.colleague(f"petugas{place}", "petugas")
            told = handed_in(office)
            for name in told:
                leaves(office, name)
            office.silence()
            office.widens()
            assert len(set(shown_to(office)) - set(told)) == 1

    def test_the_acting_officer_alone_hears_of_it(self, office, told):
        office.arrives("dewi")
        office.appoint("dewi", "petugas", acting=Acting.PLH)
        office.clock.move_to(at(MONDAY, "09.12"))
        office.silence()
        office.ticks()
        assert [name for name, _ in office.told(TellAlarms)] == ["dewi"]


class TestWhatIsSpokenOf:
    def test_the_reminder_goes_to_those_who_were_told(self, office, told):
        office.clock.move_to(at(MONDAY, "09.12"))
        office.silence()
        office.ticks()
        assert {name for name, _ in office.told(TellAlarms)} == set(told)

    def test_of_many_files_nobody_hears_in_two_messages(self, office, told):
        for _ in range(20):
            office.applies("budi")
        office.clock.move_to(at(MONDAY, "09.12"))
        office.silence()
        office.ticks()
        heard = Counter(name for name, _ in office.told(TellAlarms))
        assert set(heard.values()) == {1}

    def test_the_superiors_reminder_goes_to_those_who_were_told(self, office, told):
        task = office.task
        office.silence()
        office.does("sekretaris", lambda desks: desks.supervisor.remind(task.id))
        assert {name for name, _ in office.told(TellAlarms)} == set(told)

    def test_five_others_hear_when_nobody_who_was_told_is_within_reach(self, office, told):
        for name in told:
            office.work.people.set_reachable(office.ids[name], False)
        office.clock.move_to(at(MONDAY, "09.12"))
        office.silence()
        office.ticks(Rhythm())
        heard = {name for name, _ in office.told(TellAlarms)}
        assert len(heard - set(told) - {"sekretaris"}) == 5

    def test_a_delay_is_told_above_as_ever(self, office, told):
        office.clock.move_to(at(MONDAY, "10.00"))
        office.silence()
        office.ticks()
        assert "sekretaris" in dict(office.told(TellAlarms))


def test_a_jabatan_with_nobody_is_still_told_to_the_administrators(office):
    office.leaves("kepala_dinas", "kepala_dinas")
    handed_in(office)
    office.silence()
    office.presses("petugas", "lengkap")
    [told] = office.hears("it", Tell)
    assert told.message_id == "office-lane-unheld"
