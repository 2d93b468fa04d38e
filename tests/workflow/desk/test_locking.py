"""A stolen or lost phone: one press ends all access, and only a new link opens it again."""

from datetime import timedelta

import pytest

from workflow.errors import NotForYou, NothingToLock, NotOpenToYou, OwnAccess, Refusal
from workflow.intents import ListCommands, ShowTask, TakeBack, Tell
from workflow.people import Acting


@pytest.fixture
def lost(office, verifying):
    """The phone of the front desk is lost, while a file lies opened on it."""
    office.does("petugas", lambda desks: desks.officer.open(verifying.id))
    office.silence()
    return verifying


def locks(office, name, whose):
    person = office.ids[whose]
    office.does(name, lambda desks: desks.locking.lock(person))


def refuses(office, refusal, name, whose):
    person = office.ids[whose]
    office.refuses(refusal, name, lambda desks: desks.locking.lock(person))


@pytest.mark.parametrize("name", ["it", "sekretaris", "kepala_dinas"])
def test_a_superior_or_the_administrator_locks_it_with_one_press(office, lost, name):
    locks(office, name, "petugas")
    assert office.work.people.appointments_of(office.ids["petugas"], at=office.clock.now()) == []
    office.refuses(NotOpenToYou, "petugas", lambda desks: desks.officer.queue(0, fresh=True))


def test_nothing_is_done_from_it_any_more(office, lost):
    locks(office, "it", "petugas")
    with pytest.raises(Refusal):
        office.presses("petugas", "lengkap")
    assert office.task.id == lost.id


def test_the_file_lies_in_its_lane_again(office, lost):
    office.colleague("joko", "petugas")
    locks(office, "it", "petugas")
    assert (office.task.holder_id, office.task.received_at) == (None, None)
    assert ("joko", ShowTask(task_id=lost.id)) in office.told(ShowTask)


def test_what_lies_on_it_is_taken_back(office, lost):
    locks(office, "it", "petugas")
    heard = office.hears("petugas")
    assert TakeBack() in heard
    assert ListCommands() in heard


def test_each_whom_it_concerns_hears_once(office, lost):
    locks(office, "sekretaris", "petugas")
    told = [who for who, one in office.told(Tell) if one.message_id == "access-locked-of"]
    assert sorted(told) == sorted({"sekretaris", "it", *told})
    assert "petugas" not in told


def test_a_reason_that_was_being_written_decides_nothing(office, lost):
    office.presses("petugas", "kembalikan")
    office.marks("petugas", "kembalikan", "surat_permohonan")
    office.does("petugas", lambda desks: desks.officer.acting(lost.id).reasons("kembalikan"))
    locks(office, "it", "petugas")
    assert office.work.people.focus(office.ids["petugas"]) is None


def test_an_administrator_administers_no_more(office):
    office.arrives("it2")
    office.work.people.make_administrator(office.ids["it2"])
    locks(office, "it", "it2")
    assert not office.work.people.get(office.ids["it2"]).administrator


def test_what_they_were_acting_in_ends_too(office, lost):
    until = office.clock.now() + timedelta(days=30)
    office.appoint("petugas", "kasi", acting=Acting.PLH, until=until)
    locks(office, "it", "petugas")
    later = office.work.people.to_come_or_held(office.ids["petugas"], at=office.clock.now())
    assert list(later) == []


def test_a_new_link_opens_the_door_again(office, lost):
    locks(office, "it", "petugas")
    office.clock.wait(minutes=1)
    office.appoint("petugas", "petugas")
    office.does("petugas", lambda desks: desks.officer.open(lost.id))
    assert office.task.holder_id == office.ids["petugas"]


class TestNobodyLocks:
    @pytest.mark.parametrize("name", ["kasi", "rina", "pengelola_data"])
    def test_whom_they_are_not_above(self, office, lost, name):
        refuses(office, NotForYou, name, "petugas")

    def test_themselves(self, office, lost):
        refuses(office, OwnAccess, "it", "it")

    def test_whose_delays_they_only_hear_of(self, office, lost):
        refuses(office, NotForYou, "sekretaris", "kepala_dinas")

    def test_their_own_superior(self, office, lost):
        refuses(office, NotForYou, "petugas", "sekretaris")

    def test_whoever_has_no_access(self, office, lost):
        refuses(office, NothingToLock, "it", "rina")

    def test_twice(self, office, lost):
        locks(office, "it", "petugas")
        refuses(office, NothingToLock, "it", "petugas")

    def test_from_a_list_that_is_not_theirs(self, office, lost):
        office.refuses(NotOpenToYou, "rina", lambda desks: desks.locking.choose(0))
