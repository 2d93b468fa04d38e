"""A NIK is seen whole at the steps that work with it, on a press, and each time is written down."""

import pytest

from storage.reading.numbers import numbers_view
from storage.reading.tasks import task_view
from tests.support.builders import jakarta_data
from workflow.errors import NotForYou, NothingMasked, NotYourTask, Refusal
from workflow.intents import TellNumbers

NIK = next(one.example for one in jakarta_data().items_of(None) if one.id == "nik")


def asks(office, name):
    task = office.task
    office.does(name, lambda desks: desks.officer.numbers(task.id))


def seen(office, name):
    person, now = office.ids[name], office.clock.now()
    return numbers_view(office.work, office.task.id, person, now=now)


def offered(office, name):
    person, now = office.ids[name], office.clock.now()
    return task_view(office.work, office.task.id, person, now=now).numbers


def log(office):
    found = "SELECT case_id, task_id, person_id FROM disclosures ORDER BY id"
    return [tuple(row) for row in office.work.connection.exec_driver_sql(found)]


def test_whoever_verifies_sees_it_whole_on_a_press(office, verifying):
    assert offered(office, "petugas")
    asks(office, "petugas")
    assert office.hears("petugas", TellNumbers) == [TellNumbers(task_id=verifying.id)]
    assert ("NIK penanggung jawab", NIK) in seen(office, "petugas").lines


def test_each_time_is_written_down_with_the_step_and_the_person(office, verifying):
    for _ in range(2):
        asks(office, "petugas")
    assert log(office) == [(office.case_id, verifying.id, office.ids["petugas"])] * 2


def test_nothing_of_it_stands_in_the_outbox(office, verifying):
    asks(office, "petugas")
    kept = office.work.connection.exec_driver_sql("SELECT body FROM outbox").scalars().all()
    assert not [body for body in kept if NIK in body]


def test_asking_for_it_is_receiving_the_file(office, verifying):
    asks(office, "petugas")
    assert office.task.received_at == office.clock.now()


def test_a_disposition_needs_no_number(office, verifying):
    office.goes_to("3")
    assert not offered(office, "kepala_dinas")
    with pytest.raises(NothingMasked):
        asks(office, "kepala_dinas")
    assert seen(office, "kepala_dinas") is None
    assert log(office) == []


@pytest.mark.parametrize("name", ["budi", "rina", "kasi", "it"])
def test_nobody_sees_it_at_a_step_of_somebody_else(office, verifying, name):
    with pytest.raises((NotForYou, NotYourTask)):
        asks(office, name)
    assert seen(office, name) is None
    assert log(office) == []


def test_a_colleague_does_not_see_it_before_taking_the_file_over(office, verifying):
    office.colleague("dewi", "petugas")
    asks(office, "petugas")
    with pytest.raises(Refusal):
        asks(office, "dewi")
    assert not offered(office, "dewi")


def test_whoever_left_between_press_and_message_is_not_sent_it(office, verifying):
    asks(office, "petugas")
    office.clock.wait(minutes=1)
    office.leaves("petugas", "petugas")
    office.clock.wait(minutes=1)
    assert seen(office, "petugas") is None


def test_a_decided_file_shows_it_no_more(office, verifying):
    office.presses("petugas", "lengkap")
    done = office.tasks[1]
    with pytest.raises(Refusal):
        office.does("petugas", lambda desks: desks.officer.numbers(done.id))
