import pytest

from workflow.errors import NotForYou, NotOpenToYou, TaskAlreadyDone
from workflow.intents import ShowOverview, TellAlarms


@pytest.fixture(autouse=True)
def _a_case(office):
    office.applies()


def remind(office, name, task=None):
    task = task or office.task
    office.does(name, lambda desks: desks.supervisor.remind(task.id))


@pytest.mark.parametrize("name", ["sekretaris", "kepala_dinas"])
def test_the_overview_is_for_those_who_hear_of_delays(office, name):
    office.does(name, lambda desks: desks.supervisor.overview(fresh=True))
    assert office.hears(name) == [ShowOverview(fresh=True)]


@pytest.mark.parametrize("name", ["petugas", "kasi", "rina", "it"])
def test_the_overview_is_for_nobody_else(office, name):
    office.refuses(NotOpenToYou, name, lambda desks: desks.supervisor.overview(fresh=True))


def test_a_superior_reminds_everybody_of_the_lane(office):
    office.colleague("dewi", "petugas")
    remind(office, "sekretaris")
    reminded = TellAlarms(task_ids=(office.task.id,))
    assert office.told(TellAlarms) == [("petugas", reminded), ("dewi", reminded)]


def test_a_superior_reminds_the_one_who_holds_the_file(office):
    office.colleague("dewi", "petugas")
    task = office.task
    office.does("dewi", lambda desks: desks.officer.open(task.id))
    remind(office, "sekretaris")
    assert [name for name, _ in office.told(TellAlarms)] == ["dewi"]


def test_a_holder_who_has_left_is_not_reminded(office):
    office.colleague("dewi", "petugas")
    task = office.task
    office.does("dewi", lambda desks: desks.officer.open(task.id))
    office.leaves("dewi", "petugas")
    remind(office, "sekretaris")
    assert [name for name, _ in office.told(TellAlarms)] == ["petugas"]


def test_nobody_reminds_where_they_do_not_watch(office):
    task = office.task
    for name in ("kepala_dinas", "kasi", "petugas", "rina"):
        office.refuses(NotForYou, name, lambda desks: desks.supervisor.remind(task.id))


def test_an_applicant_is_not_hurried_by_the_office(office):
    office.decides("petugas", "kembalikan")
    task = office.task
    office.refuses(NotForYou, "sekretaris", lambda desks: desks.supervisor.remind(task.id))


def test_what_is_done_needs_no_reminder(office):
    task = office.task
    office.presses("petugas", "lengkap")
    office.refuses(TaskAlreadyDone, "sekretaris", lambda desks: desks.supervisor.remind(task.id))
