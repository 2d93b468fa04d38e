import pytest

from storage.unit_of_work import SqlUnitOfWork
from tests.support.builders import open_one
from tests.support.office import PlayedOffice
from workflow.case import CaseState, PaperState
from workflow.errors import TaskAlreadyDone
from workflow.intents import ShowCase, ShowTask


@pytest.fixture
def office(connection):
    return PlayedOffice(connection)


def test_a_case_goes_from_the_resi_to_the_receipt(office):
    office.applies()
    office.decides("petugas", "kembalikan", items=("identitas",))
    while office.step is not None:
        office.clock.wait(minutes=5)
        office.goes_on()
    case = office.case
    assert (case.state, case.version) == (CaseState.FINISHED, 16)
    assert len(office.tasks) == 13
    letter = office.work.cases.paper(case.id, "surat_jawaban")
    assert (letter.state, letter.number) == (PaperState.SEALED, "470/1/DUKCAPIL/XI/2026")
    number = office.work.numbers.find_reserved(case.id)
    assert (number.text, number.booked_at is not None) == (letter.number, True)


def test_a_refused_errand_leaves_the_books_as_they_were(office):
    office.applies()
    task = office.task
    office.decides("petugas", "lengkap")
    office.refuses(
        TaskAlreadyDone, "petugas", lambda desks: desks.officer.acting(task.id).press("lengkap")
    )


def test_time_speaks_on_either_database(office):
    office.applies()
    office.silence()
    office.clock.wait(minutes=60)
    office.ticks()
    assert office.hears("petugas")
    assert office.hears("sekretaris")


def test_who_sits_where_is_asked_once_however_many_files_are_late(office, statements):
    for _ in range(3):
        office.applies()
    office.clock.wait(minutes=60)
    with statements() as said:
        office.ticks()
    assert len([one for one in said if "FROM appointments" in one]) == 2  # petugas, superior


def test_what_was_done_and_what_is_told_are_committed_together(own_engine, context, clock):
    with own_engine.begin() as connection:
        office = PlayedOffice(connection)
        case_id = office.applies()
    with own_engine.connect() as connection:
        later = SqlUnitOfWork(connection, context, clock.now())
        assert later.cases.get(case_id).state is CaseState.OPEN
        task = open_one(later.cases.tasks_of(case_id))
        kinds = connection.exec_driver_sql("SELECT kind FROM outbox ORDER BY id").scalars().all()
    assert task.step == "2"
    assert {ShowTask.__name__, ShowCase.__name__} <= set(kinds)
