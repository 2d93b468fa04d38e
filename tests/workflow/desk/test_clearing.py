"""Thousands of files on the desk of whoever leaves: back with the lane at once, said once."""

import pytest

from tests.workflow.desk.test_appointing import ends
from workflow.desk import clearing
from workflow.intents import ClearDesk, ShowTask, Tell
from workflow.people import Acting

MANY = 2 * clearing.BATCH + 5


@pytest.fixture
def heavy(office):
    """The petugas holds hundreds of files; Dewi and Maya sit there too."""
    office.applies()
    office.many_files(MANY, holder="petugas")
    office.colleague("dewi", "petugas")
    office.colleague("maya", "petugas")
    office.silence()
    return office


def held_by(office, name):
    return office.work.cases.load_of([office.ids[name]]).get(office.ids[name], 0)


def test_a_colleague_hears_once_of_all_the_files_that_somebody_left(heavy):
    ends(heavy, "petugas", "petugas")
    for name in ("dewi", "maya"):
        [told] = heavy.hears(name)
        assert told == Tell(
            message_id="files-given-back",
            arguments={"count": MANY, "jabatan": "Petugas Pengadministrasi"},
        )


def test_what_was_left_is_given_back_in_batches_to_the_last_file(heavy):
    ends(heavy, "petugas", "petugas")
    assert held_by(heavy, "petugas") == MANY - clearing.BATCH
    assert heavy.works_off() == 2
    assert held_by(heavy, "petugas") == 0


def test_until_then_the_colleagues_find_every_file_among_their_own(heavy):
    ends(heavy, "petugas", "petugas")
    left = heavy.work.cases.held_by(heavy.ids["petugas"], [("jakarta-data", "petugas")], most=MANY)
    task, _ = left[-1]
    heavy.does("dewi", lambda desks: desks.officer.take(task.id))
    assert heavy.work.cases.task(task.id).holder_id == heavy.ids["dewi"]


def test_whoever_sits_there_again_keeps_what_was_not_given_back_yet(heavy):
    ends(heavy, "petugas", "petugas")
    heavy.appoint("petugas", "petugas")
    heavy.clock.wait(seconds=1)
    assert heavy.works_off() == 1
    assert held_by(heavy, "petugas") == MANY - clearing.BATCH


def test_the_absent_officers_files_go_to_whoever_acts_without_a_card_for_each(heavy):
    heavy.appoint("budi", "petugas", acting=Acting.PLH)
    heavy.silence()
    heavy.work.tell(
        heavy.ids["petugas"], ClearDesk(jabatan="petugas", person_id=heavy.ids["petugas"])
    )
    heavy.works_off()
    assert held_by(heavy, "petugas") == 0
    assert heavy.told(ShowTask) == []


def test_files_of_a_lane_shared_by_load_go_to_those_who_stay_in_equal_parts(office):
    office.applies("rina", "loket-layanan", "kia")
    office.many_files(6, holder="petugas")
    office.colleague("dewi", "petugas")
    office.colleague("maya", "petugas")
    office.silence()
    ends(office, "petugas", "petugas")
    shares = [held_by(office, name) for name in ("dewi", "maya")]
    assert (sum(shares), max(shares) - min(shares) <= 1) == (7, True)


def test_nobody_gets_the_own_request_by_load(office):
    office.applies("rina", "loket-layanan", "kia")
    office.many_files(6, holder="petugas")
    office.appoint("rina", "petugas")
    office.silence()
    ends(office, "petugas", "petugas")
    assert held_by(office, "rina") == 0
