"""A file that lies too long is heard of, whoever is missing; and what waits for a citizen is
nobody's delay."""

from datetime import date, timedelta

import pytest

from storage.reading.cases import case_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.queues import overview_view, queue_view
from tests.support.builders import at, sample_office, shipped_text
from tests.support.office import open_office
from workflow.alarms import Rhythm
from workflow.case import CaseState
from workflow.errors import NotForYou
from workflow.intents import ShowCase, TellAlarms
from workflow.shown import digest_of

MONDAY, TUESDAY, THURSDAY = (date(2026, 11, day) for day in (23, 24, 26))
AT_ONCE = Rhythm(group_window=timedelta())
PEKANBARU, BENGKULU = "pekanbaru-sipenduduk", "bengkulu-semester"


@pytest.fixture
def office():
    sops = (shipped_text(PEKANBARU), shipped_text(BENGKULU))
    with open_office(office=sample_office(), sops=sops) as office:
        office.clock.move_to(at(MONDAY, "09.00"))
        yield office


def told_at(office, clock, day=MONDAY):
    office.clock.move_to(at(day, clock))
    office.silence()
    office.ticks(AT_ONCE)
    return dict(office.told(TellAlarms))


def overview(office, name):
    return overview_view(office.work, office.ids[name], 0, now=office.clock.now())


def until_overdue(office):
    """09.30: everybody who hears of the fifteen minutes of the petugas has heard."""
    for clock in ("09.12", "09.15"):
        told_at(office, clock)
    return told_at(office, "09.30")


class TestADelay:
    @pytest.fixture(autouse=True)
    def _a_request(self, office):
        office.applies()

    def test_is_told_to_the_superior_above_when_the_post_that_is_alerted_is_vacant(self, office):
        office.leaves("sekretaris", "sekretaris")
        heard = until_overdue(office)
        assert heard == {"kepala_dinas": TellAlarms(task_ids=(), overdue=(office.task.id,))}

    def test_is_told_above_when_telegram_does_not_reach_the_one_who_is_alerted(self, office):
        office.work.people.set_reachable(office.ids["sekretaris"], False)
        assert list(until_overdue(office)) == ["kepala_dinas"]

    def test_is_told_to_the_administrators_when_nobody_is_above(self, office):
        office.leaves("sekretaris", "sekretaris")
        office.leaves("kepala_dinas", "kepala_dinas")
        heard = until_overdue(office)
        assert heard == {"it": TellAlarms(task_ids=(), unheard=(office.task.id,))}

    def test_is_told_above_whoever_is_late_and_sits_in_both_posts(self, office):
        office.leaves("sekretaris", "sekretaris")
        office.appoint("petugas", "sekretaris")
        assert list(until_overdue(office)) == ["kepala_dinas"]

    def test_on_an_empty_desk_is_told_above_from_the_first_word_on(self, office):
        office.leaves("petugas", "petugas")
        assert list(told_at(office, "09.12")) == ["sekretaris"]

    def test_may_be_put_right_by_whoever_was_told_of_it(self, office):
        office.leaves("sekretaris", "sekretaris")
        until_overdue(office)
        task = office.task
        assert [line.task_id for line in overview(office, "kepala_dinas").lines] == [task.id]
        office.does("kepala_dinas", lambda desks: desks.supervisor.remind(task.id))
        assert "petugas" in dict(office.told(TellAlarms))


class TestATeam:
    @pytest.fixture(autouse=True)
    def _at_the_team(self, office):
        starter = office.work.office.holder_of(BENGKULU, "kepala_dinas")
        office.begins(starter, BENGKULU)
        newest = "SELECT max(id) FROM cases"
        office.case_id = office.work.connection.exec_driver_sql(newest).scalar_one()
        office.decides(starter, "perintahkan")
        self.kabid = office.work.office.holder_of(BENGKULU, "kabid_piak")
        office.work.cases.set_member(office.case_id, "tim", office.ids["operator"], member=True)
        office.presses(self.kabid, "bentuk")
        task, team = office.task, digest_of(office.ids["operator"])
        office.does(
            self.kabid, lambda desks: desks.officer.choosing(task.id).appoint("bentuk", team)
        )
        assert office.task.lane == "tim"

    def late(self, office):
        after = office.work.calendar.working_day_after(office.task.due_at, 1)
        office.clock.move_to(after.opens_at + timedelta(hours=1))
        office.silence()
        office.ticks(AT_ONCE)
        return dict(office.told(TellAlarms))

    def test_that_is_late_is_heard_of_by_the_post_that_appointed_it(self, office):
        heard = self.late(office)
        assert heard[self.kabid] == TellAlarms(task_ids=(), overdue=(office.task.id,))
        assert heard["operator"] == TellAlarms(task_ids=(office.task.id,))

    def test_that_is_late_is_heard_of_above_when_that_post_is_vacant(self, office):
        office.leaves(self.kabid, self.kabid)
        assert "sekretaris" in self.late(office)

    @pytest.mark.parametrize("name", ["kabid_piak", "sekretaris", "kepala_dinas"])
    def test_stands_in_the_overview_of_those_above_it_with_its_members(self, office, name):
        self.late(office)
        [line] = overview(office, name).lines
        assert (line.task_id, line.holder, line.givable) == (office.task.id, "Operator", False)

    def test_is_reminded_by_the_post_that_appointed_it(self, office):
        task = office.task
        office.does(self.kabid, lambda desks: desks.supervisor.remind(task.id))
        assert dict(office.told(TellAlarms)) == {"operator": TellAlarms(task_ids=(task.id,))}


class TestARequestThatWasSentBack:
    @pytest.fixture(autouse=True)
    def _back(self, office):
        office.applies()
        office.decides("petugas", "kembalikan")

    def reminded(self, office):
        """All that rina hears in a year of silence, and when."""
        heard = []
        while (at_ := office.work.cases.next_alarm_at()) is not None and len(heard) < 9:
            office.clock.move_to(at_)
            office.silence()
            office.ticks(AT_ONCE)
            heard += [(at_, name, told) for name, told in office.told(ShowCase)]
            assert office.told(TellAlarms) == []
        return heard

    def test_is_called_to_mind_twice_and_in_office_hours(self, office):
        card = ShowCase(case_id=office.case_id, fresh=True, reminding=True)
        assert self.reminded(office)[:2] == [
            (at(THURSDAY, "07.30"), "rina", card),
            (at(date(2026, 12, 7), "07.30"), "rina", card),
        ]

    def test_says_since_when_it_waits(self, office):
        now = office.clock.now()
        view = case_view(office.work, office.case_id, office.ids["rina"], now=now, reminding=True)
        assert view.waits_since == office.task.opened_at

    def test_is_not_called_to_mind_once_it_is_mended(self, office):
        office.repairs()
        office.clock.move_to(at(THURSDAY, "07.30"))
        office.silence()
        office.ticks(AT_ONCE)
        assert not any(told.reminding for _, told in office.told(ShowCase))

    def test_is_seen_by_the_superior_of_whoever_sent_it_back(self, office):
        [line] = overview(office, "sekretaris").lines
        assert (line.task_id, line.with_applicant) == (office.task.id, True)
        assert overview(office, "sekretaris").late == 0

    def test_missed_twice_is_called_to_mind_once(self, office):
        office.clock.move_to(at(date(2027, 3, 1), "10.00"))
        office.silence()
        office.ticks(AT_ONCE)
        assert len(office.told(ShowCase)) == 1
        assert office.case.state is CaseState.OPEN


class TestACardThatWaitsToBeCollected:
    @pytest.fixture(autouse=True)
    def _ready(self, office):
        office.applies("rina", PEKANBARU, "ktp_el")
        office.goes_to("6")
        assert office.task.lane == "petugas"

    def test_has_no_limit_of_the_counters(self, office):
        assert office.task.due_at is None
        office.clock.move_to(at(date(2027, 3, 1), "10.00"))
        view = queue_view(office.work, office.ids["petugas"], 0, now=office.clock.now())
        assert view.late == 0

    def test_is_the_applicants_time_on_the_kartu_kendali(self, office):
        office.clock.move_to(at(THURSDAY, "10.00"))
        now = office.clock.now()
        row = kartu_kendali_view(office.work, office.case_id, now=now).rows[-1].entry
        assert row.by_applicant
        assert row.over is None
        assert row.waiting + row.working == now.replace(microsecond=0) - row.handed_over_at

    def test_is_called_to_the_applicants_mind_and_not_the_counters(self, office):
        office.clock.move_to(at(THURSDAY, "07.30"))
        office.silence()
        office.ticks(AT_ONCE)
        assert [name for name, _ in office.told(ShowCase)] == ["rina"]
        assert office.told(TellAlarms) == []

    def test_is_no_delay_that_a_superior_could_remind_of(self, office):
        task = office.task
        office.refuses(NotForYou, "sekretaris", lambda desks: desks.supervisor.remind(task.id))


def test_the_counter_hears_for_a_citizen_without_telegram(office):
    office.begins("petugas", PEKANBARU, "kk")
    office.fills("petugas")
    office.submits("petugas")
    office.goes_to("2")
    office.works("petugas")
    slot = office.procedure.items_of("kk")[-1].id
    office.decides("petugas", "revisi", items=(slot,))
    heard = told_at(office, "07.30", THURSDAY)
    assert heard == {"petugas": TellAlarms(task_ids=(office.task.id,))}
