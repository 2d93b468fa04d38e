"""Coming to a jabatan and leaving it: who may act, who is told, where files lie next."""

from datetime import date

import pytest

from tests.support.builders import at
from tests.support.office import open_office
from workflow.desk.appointing import AppointmentNotices
from workflow.errors import FormMovedOn, NotForYou, NotOpenToYou, NotYourTask
from workflow.intents import ListCommands, ShowQueue, ShowTask, Tell
from workflow.office_intents import ShowPost
from workflow.people import Acting

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
NEXT_MONDAY = date(2026, 11, 30)


def appointment_of(office, name, jabatan):
    [found] = [
        one
        for one in office.work.people.appointments_to(jabatan, at=office.clock.now())
        if one.person_id == office.ids[name]
    ]
    return found


def ends(office, name, jabatan):
    """The administrator ends an appointment, with both presses."""
    one = appointment_of(office, name, jabatan)
    office.does("it", lambda desks: desks.administrator.ask_end(one.id))
    office.does("it", lambda desks: desks.administrator.end(one.id))


def ticks(office):
    while AppointmentNotices(office.work).tell_due():
        pass


def told_of(office, name):
    return [one.message_id for one in office.hears(name, Tell)]


class TestEnding:
    def test_is_asked_once_more(self, office):
        one = appointment_of(office, "kasi", "kasi")
        office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.end(one.id))
        ends(office, "kasi", "kasi")
        assert office.work.people.holders_of(["kasi"], at=office.clock.now()) == []

    def test_the_press_that_is_sure_belongs_to_the_one_that_was_asked_about(self, office):
        office.colleague("siti", "kasi")
        first, second = (appointment_of(office, name, "kasi") for name in ("kasi", "siti"))
        office.does("it", lambda desks: desks.administrator.ask_end(first.id))
        office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.end(second.id))

    def test_is_thought_better_of_by_going_elsewhere(self, office):
        one = appointment_of(office, "kasi", "kasi")
        office.does("it", lambda desks: desks.administrator.ask_end(one.id))
        office.does("it", lambda desks: desks.administrator.post("kasi", 0))
        office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.end(one.id))

    def test_takes_the_rights_away_with_the_press(self, office, verifying):
        office.work.cards.lay(f"task:{verifying.id}", office.ids["petugas"], 5)
        ends(office, "petugas", "petugas")
        office.refuses(
            NotYourTask,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).press("lengkap"),
        )
        office.refuses(NotForYou, "petugas", lambda desks: desks.officer.open(verifying.id))
        office.refuses(NotOpenToYou, "petugas", lambda desks: desks.officer.queue(0, fresh=True))

    def test_is_told_to_whoever_leaves(self, office):
        ends(office, "kasi", "kasi")
        menu, told, *_ = office.hears("kasi")
        assert menu == ListCommands()
        assert told.message_id == "appointment-ended"
        assert told.arguments == {"jabatan": "Kepala Seksi Pemanfaatan Data"}
        assert office.hears("it", ShowPost) == [ShowPost(jabatan="kasi")]

    def test_cannot_be_done_twice(self, office):
        one = appointment_of(office, "kasi", "kasi")
        ends(office, "kasi", "kasi")
        office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.ask_end(one.id))
        office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.ask_end(999))

    def test_turns_the_cards_on_that_phone(self, office, verifying):
        office.work.cards.lay(f"task:{verifying.id}", office.ids["petugas"], 5)
        ends(office, "petugas", "petugas")
        assert office.hears("petugas", ShowTask) == [ShowTask(task_id=verifying.id)]

    def test_gives_a_held_file_back_to_its_lane(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.does("petugas", lambda desks: desks.officer.open(verifying.id))
        office.silence()
        ends(office, "petugas", "petugas")
        assert (office.task.holder_id, office.task.received_at) == (None, None)
        assert office.hears("dewi", ShowTask) == [ShowTask(task_id=verifying.id)]
        office.presses("dewi", "lengkap")
        assert office.step == "3"

    def test_leaves_files_for_whoever_comes_next(self, office, verifying):
        office.does("petugas", lambda desks: desks.officer.open(verifying.id))
        ends(office, "petugas", "petugas")
        office.colleague("dewi", "petugas")
        office.does("dewi", lambda desks: desks.officer.open(verifying.id))
        assert office.task.holder_id == office.ids["dewi"]
        office.presses("dewi", "lengkap")

    def test_of_a_lane_shared_by_load_gives_the_file_to_the_lightest(self, office):
        office.colleague("dewi", "petugas")
        office.colleague("maya", "petugas")
        office.applies("rina", "loket-layanan", "kia")
        held_by = office.task.holder_id
        [first] = [name for name, person in office.ids.items() if person == held_by]
        ends(office, first, "petugas")
        assert office.task.holder_id in {office.ids["dewi"], office.ids["maya"]}

    def test_leaves_a_letter_alone_that_is_being_signed(self, office):
        office.applies()
        office.goes_to("9")
        task = office.task
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).press("tandatangani")
        )
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani")
        )
        ends(office, "kepala_dinas", "kepala_dinas")
        assert office.task.holder_id == office.ids["kepala_dinas"]

    @pytest.mark.parametrize("name", ["rina", "kepala_dinas"])
    def test_is_for_the_administrator(self, office, name):
        one = appointment_of(office, "kasi", "kasi")
        for errand in (
            lambda desks: desks.administrator.ask_end(one.id),
            lambda desks: desks.administrator.end(one.id),
            lambda desks: desks.administrator.posts(0),
            lambda desks: desks.administrator.post("kasi", 0),
            lambda desks: desks.administrator.cancel_invitation(1),
        ):
            office.refuses(NotOpenToYou, name, errand)

    def test_of_a_member_ends_the_work_in_a_team_too(self, office, verifying):
        office.work.cases.set_member(office.case_id, "petugas", office.ids["kasi"], member=True)
        ends(office, "kasi", "kasi")
        office.refuses(
            NotForYou, "kasi", lambda desks: desks.officer.acting(verifying.id).press("lengkap")
        )


@pytest.fixture
def absent():
    """An office on Monday at nine in which the Sekretaris is to act for the Kepala Dinas."""
    with open_office() as office:
        office.clock.move_to(at(MONDAY, "09.00"))
        yield office


def names(office, *, first=MONDAY, last=FRIDAY, jabatan="kepala_dinas", name="sekretaris"):
    """The administrator names somebody Plh., question by question."""
    person = str(office.ids[name])
    office.does("it", lambda desks: desks.mandates.begin(jabatan))
    for wanted, value in (
        ("acting", "PLH"),
        ("person", person),
        ("first", first.isoformat()),
        ("last", last.isoformat()),
        ("sk", "none"),
        ("sure", "yes"),
    ):
        office.does("it", lambda desks, w=wanted, v=value: desks.mandates.choose(w, v))


class TestActing:
    def test_both_are_told_at_the_beginning(self, absent):
        names(absent)
        assert told_of(absent, "sekretaris") == ["acting-begun"]
        (told,) = absent.hears("kepala_dinas")
        assert told.message_id == "acting-begun-for"
        assert told.arguments == {
            "name": "Sekretaris",
            "jabatan": "Plh. Kepala Dinas",
            "last": FRIDAY,
        }

    def test_whoever_acts_sees_what_waits(self, absent):
        names(absent)
        assert absent.hears("sekretaris", ShowQueue) == [ShowQueue()]

    def test_new_work_goes_to_whoever_acts_and_not_to_the_absent(self, absent):
        names(absent)
        absent.clock.wait(seconds=1)
        absent.applies()
        absent.presses("petugas", "lengkap")
        assert [who for who, _ in absent.told(ShowTask) if who != "petugas"] == ["sekretaris"]
        absent.presses("sekretaris", "disposisi")
        assert absent.tasks[2].done_as == "Plh. Kepala Dinas"

    def test_the_absent_may_still_decide(self, absent):
        absent.applies()
        absent.goes_to("3")
        names(absent)
        absent.clock.wait(seconds=1)
        absent.presses("kepala_dinas", "disposisi")
        assert absent.tasks[2].done_as == "Kepala Dinas"

    def test_what_the_absent_held_is_taken_up_by_whoever_acts(self, absent):
        absent.applies()
        absent.goes_to("3")
        task = absent.task
        absent.does("kepala_dinas", lambda desks: desks.officer.open(task.id))
        names(absent)
        absent.clock.wait(seconds=1)
        assert absent.task.holder_id is None
        absent.presses("sekretaris", "disposisi")

    def test_begins_on_its_day_and_is_told_beforehand_and_at_the_opening(self, absent):
        names(absent, first=date(2026, 11, 25))
        assert told_of(absent, "sekretaris") == ["acting-named"]
        assert told_of(absent, "kepala_dinas") == ["acting-named-for"]
        absent.clock.move_to(at(date(2026, 11, 24), "23.59"))
        held = absent.work.people.appointments_of(absent.ids["sekretaris"], at=absent.clock.now())
        assert [one.jabatan for one in held] == ["sekretaris"]
        absent.clock.move_to(at(date(2026, 11, 25), "00.00"))
        ticks(absent)
        assert told_of(absent, "sekretaris") == []
        absent.clock.move_to(at(date(2026, 11, 25), "07.30"))
        ticks(absent)
        assert told_of(absent, "sekretaris") == ["acting-begun"]
        assert told_of(absent, "kepala_dinas") == ["acting-begun-for"]
        ticks(absent)
        assert told_of(absent, "sekretaris") == []

    def test_ends_by_itself_with_its_last_day(self, absent):
        absent.applies()
        absent.goes_to("3")
        task = absent.task
        names(absent)
        absent.clock.move_to(at(FRIDAY, "23.59"))
        absent.does("sekretaris", lambda desks: desks.officer.open(task.id))
        absent.silence()
        absent.clock.move_to(at(date(2026, 11, 28), "00.00"))
        absent.refuses(
            NotYourTask,
            "sekretaris",
            lambda desks: desks.officer.acting(task.id).press("disposisi"),
        )
        ticks(absent)
        assert absent.told(Tell) == []
        assert AppointmentNotices(absent.work).next_at() == at(NEXT_MONDAY, "07.30")
        absent.clock.move_to(at(NEXT_MONDAY, "07.30"))
        ticks(absent)
        assert told_of(absent, "sekretaris") == ["appointment-ended"]
        assert told_of(absent, "kepala_dinas") == ["acting-ended-for"]
        assert absent.task.holder_id is None
        assert AppointmentNotices(absent.work).next_at() is None

    def test_that_leaves_the_jabatan_vacant_is_told_to_the_administrators(self, absent):
        ends(absent, "kepala_dinas", "kepala_dinas")
        names(absent)
        absent.silence()
        absent.clock.move_to(at(NEXT_MONDAY, "07.30"))
        ticks(absent)
        assert told_of(absent, "it") == ["acting-ended-vacant"]

    def test_that_was_missed_altogether_is_told_as_ended(self, absent):
        names(absent, first=date(2026, 11, 25))
        absent.silence()
        absent.clock.move_to(at(NEXT_MONDAY, "09.00"))
        ticks(absent)
        assert told_of(absent, "sekretaris") == ["appointment-ended"]

    def test_may_be_ended_before_its_time(self, absent):
        names(absent)
        absent.silence()
        absent.clock.wait(hours=1)
        [one] = [
            one
            for one in absent.work.people.appointments_to("kepala_dinas", at=absent.clock.now())
            if one.acting is Acting.PLH
        ]
        absent.does("it", lambda desks: desks.administrator.ask_end(one.id))
        absent.does("it", lambda desks: desks.administrator.end(one.id))
        assert told_of(absent, "sekretaris") == ["appointment-ended"]
        assert told_of(absent, "kepala_dinas") == ["acting-ended-for"]
        absent.clock.move_to(at(NEXT_MONDAY, "07.30"))
        ticks(absent)
        assert absent.told(Tell) == []

    def test_that_has_not_begun_never_begins_once_it_is_ended(self, absent):
        names(absent, first=date(2026, 11, 25))
        [one] = [
            one
            for one in absent.work.people.appointments_to("kepala_dinas", at=absent.clock.now())
            if one.acting is Acting.PLH
        ]
        absent.does("it", lambda desks: desks.administrator.ask_end(one.id))
        absent.does("it", lambda desks: desks.administrator.end(one.id))
        absent.clock.move_to(at(date(2026, 11, 25), "09.00"))
        held = absent.work.people.appointments_of(absent.ids["sekretaris"], at=absent.clock.now())
        assert [one.jabatan for one in held] == ["sekretaris"]

    def test_prolonged_by_another_decree_is_not_told_as_ended(self, absent):
        names(absent)
        names(absent, first=date(2026, 11, 28), last=date(2026, 12, 4))
        absent.silence()
        absent.clock.move_to(at(NEXT_MONDAY, "07.30"))
        ticks(absent)
        assert told_of(absent, "sekretaris") == ["acting-begun"]

    def test_a_superior_who_acts_hears_of_delays(self, absent):
        ends(absent, "sekretaris", "sekretaris")
        names(absent, jabatan="sekretaris", name="kabid_bdi")
        absent.clock.wait(seconds=1)
        absent.does("kabid_bdi", lambda desks: desks.supervisor.overview(fresh=True))
