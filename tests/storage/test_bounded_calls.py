"""What the office does by itself is cut into calls, and none reads or writes more in larger books.

SQLite counts the steps of its machine: with them grows every row that is touched.
"""

import pytest
from sqlalchemy import event

from tests.support.fakes import MONDAY_MORNING
from tests.support.office import open_office
from workflow.desk.alarm_batch import AlarmBatch
from workflow.desk.appointing import end_appointment
from workflow.desk.reckoning import begin_reckoning, go_on_reckoning
from workflow.desk.timekeeper import Timekeeper
from workflow.intents import Reckon

FEW, MANY = 250, 1000
EVERY = 10  # steps between two counts
MOST_STATEMENTS = 1200


def looks(office):
    return Timekeeper(office.work).look(after=None)


def says(office):
    keeper, found = Timekeeper(office.work), AlarmBatch(office.work.now)
    found.take_in(keeper.look(after=None))
    keeper.say(found, next(found.parts()), keeper.busy(found))


def leaves(office):
    [held] = office.work.people.appointments_of(office.ids["petugas"], at=office.clock.now())
    end_appointment(office.work, held)


CALLS = {
    "a look at what has come": looks,
    "a part of what is said": says,
    "the messages that go": lambda office: Timekeeper(office.work).release(),
    "a calendar that changes": lambda office: begin_reckoning(office.work, office.ids["it"]),
    "the batch after it": lambda office: go_on_reckoning(
        office.work, office.ids["it"], Reckon(after=7)
    ),
    "an appointment that ends": leaves,
    "a file that is handed on": lambda office: office.presses("petugas", "lengkap"),
}


def spent(office, call):
    """Statements and steps of one call, which is taken back."""
    connection, counted = office.work.connection, {"statements": 0, "steps": 0}

    def heard(*_):
        counted["statements"] += 1

    def step():
        counted["steps"] += EVERY

    driver = connection.connection.dbapi_connection
    within = connection.begin_nested()
    event.listen(connection, "before_cursor_execute", heard)
    driver.set_progress_handler(step, EVERY)
    call(office)
    driver.set_progress_handler(None, 0)
    event.remove(connection, "before_cursor_execute", heard)
    within.rollback()
    return counted


@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_the_office_costs_no_more_in_larger_books(name):
    costs = []
    for files in (FEW, MANY):
        with open_office() as office:
            office.applies()
            office.many_files(files - 1, holder="petugas")
            late = "UPDATE tasks SET next_alarm = 'due:', next_alarm_at = ? WHERE done_at IS NULL"
            at = MONDAY_MORNING.strftime("%Y-%m-%d %H:%M:%S.%f")
            office.work.connection.exec_driver_sql(late, (at,))
            office.clock.wait(hours=1)
            costs.append(spent(office, CALLS[name]))
    few, many = costs
    assert many["statements"] <= min(few["statements"] + 2, MOST_STATEMENTS), costs
    assert many["steps"] <= 1.25 * few["steps"] + 1000, costs
