"""A day closed while hundreds of files are open: nobody waits for it, and all limits agree."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from storage.models.cases import TaskRow
from tests.support.builders import at
from tests.support.office import open_office
from workflow.alarms import Watch, first_alarm
from workflow.desk import reckoning
from workflow.intents import Reckon, Tell
from workflow.working_time import lapses_at

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
MANY = 2 * reckoning.BATCH + 3


@pytest.fixture
def busy():
    """On Friday afternoon hundreds of files are open, some of them from the same minute."""
    with open_office() as office:
        office.clock.move_to(at(FRIDAY, "16.25"))
        office.applies()
        office.many_files(MANY, opened_at=lambda place: _handed_in(office, place))
        office.silence()
        yield office


def _handed_in(office, place):
    return office.clock.now() - timedelta(minutes=place // 3 % 40)


def closes(office, text="30-11-2026\nCuti bersama tambahan"):
    office.does("it", lambda desks: desks.calendar.close(text))


def as_kept(office):
    """When each open file is due and next speaks, as the books have it."""
    found = select(TaskRow.id, TaskRow.due_at, TaskRow.next_alarm_at).where(
        TaskRow.done_at.is_(None)
    )
    rows = office.work.connection.execute(found.order_by(TaskRow.id))
    return [(row.id, row.due_at, row.next_alarm_at) for row in rows]


def worked_out_slowly(office):
    """The same, each reckoned by itself."""
    work = office.work
    for task, case in work.cases.open_with_limit(after=0, limit=10_000):
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        limit = procedure.limit_of(procedure.step(task.step), case.service)
        due_at = lapses_at(task.opened_at, limit, work.calendar)
        watch = Watch(opened_at=task.opened_at, due_at=due_at, calendar=work.calendar)
        yield task.id, due_at, first_alarm(watch).at


def test_the_administrator_hears_that_it_is_under_way_and_when_it_is_done(busy):
    closes(busy)
    [going_on, told] = busy.hears("it")
    assert (told.message_id, told.arguments["count"]) == ("closure-added", "later")
    assert isinstance(going_on, Reckon)
    busy.work.told.append((busy.ids["it"], going_on))
    busy.works_off()
    [done] = busy.hears("it", Tell)
    assert (done.message_id, done.arguments) == ("days-reckoned", {"count": MANY + 1})


def test_in_the_end_every_limit_and_alarm_agrees_with_a_slow_count(busy):
    busy.clock.move_to(at(FRIDAY, "15.00"))
    closes(busy)
    busy.works_off()
    assert as_kept(busy) == list(worked_out_slowly(busy))


def test_two_days_closed_at_once_agree_in_the_end(busy):
    busy.clock.move_to(at(FRIDAY, "15.00"))
    closes(busy)
    closes(busy, "1-12-2026\nCuti bersama tambahan")
    busy.works_off()
    assert as_kept(busy) == list(worked_out_slowly(busy))


def test_a_batch_that_is_done_twice_changes_nothing_twice(busy):
    closes(busy)
    [going_on] = busy.hears("it", Reckon)
    for _ in range(2):
        reckoning.go_on_reckoning(busy.work, busy.ids["it"], going_on)
    first, second = busy.hears("it", Reckon)
    assert first.after == second.after
    assert second.moved == going_on.moved
    assert first.moved > going_on.moved
