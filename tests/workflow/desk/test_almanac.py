from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.opening import prepare
from storage import office_files, procedure_files
from storage.database import writing_engine
from storage.unit_of_work import OfficeContext
from tests.support.books import OpenWork
from tests.support.fakes import CountedBytes, FixedClock
from workflow.desk.almanac import Almanac
from workflow.office import calendar_of
from workflow.opening_hours import Closure
from workflow.parsing import parse_office, parse_procedure

IN_NOVEMBER = datetime(2026, 11, 23, 2, tzinfo=UTC)
BENGKULU = "bengkulu-semester"


@pytest.fixture
def clock():
    return FixedClock(IN_NOVEMBER)


@pytest.fixture
def work(tmp_path, clock):
    [file] = [one for one in procedure_files.shipped() if one.name == f"{BENGKULU}.yaml"]
    sop = parse_procedure(file.text, source=file.name)
    office = parse_office(office_files.sample_text(), source="sample")
    engine = writing_engine(f"sqlite:///{tmp_path / 'office.db'}")
    with engine.begin() as connection:
        prepare(connection, [(sop, file.text)], at=IN_NOVEMBER)
        context = OfficeContext(office=office, calendar=calendar_of(office, ()))
        yield OpenWork(connection, context, clock)
    engine.dispose()


def almanac(work):
    return Almanac(work, CountedBytes())


def begun(work):
    return work.cases.open_in_lanes([(BENGKULU, "kepala_dinas")])


def test_the_semester_begins_by_itself_at_the_first_opening_of_the_year(work, clock):
    # 1 January 2027 is a Friday; the invented calendar of this test knows no holidays.
    assert almanac(work).next_begin_at() == datetime(2027, 1, 1, 0, 30, tzinfo=UTC)

    clock.move_to(datetime(2027, 1, 1, 0, 30, tzinfo=UTC))
    almanac(work).begin_due()

    [(task, case)] = begun(work)
    assert task.step == "1"
    assert case.subject == "Semester II Tahun 2026"


def test_a_semester_begins_once_however_often_the_clock_looks(work, clock):
    clock.move_to(datetime(2027, 1, 4, 2, tzinfo=UTC))
    for _ in range(3):
        almanac(work).begin_due()

    assert len(begun(work)) == 1


def test_days_before_the_office_had_the_sop_begin_nothing(work, clock):
    almanac(work).begin_due()

    assert begun(work) == []


def test_a_beginning_missed_waits_for_the_office_to_open(work, clock):
    clock.move_to(datetime(2027, 1, 13, 0, 2, tzinfo=UTC))
    almanac(work).begin_due()

    assert begun(work) == []
    opening = datetime(2027, 1, 13, 0, 30, tzinfo=UTC)
    assert almanac(work).next_begin_at() == opening
    clock.move_to(opening)
    almanac(work).begin_due()
    assert len(begun(work)) == 1
    assert almanac(work).next_begin_at() == datetime(2027, 7, 1, 0, 30, tzinfo=UTC)


def test_a_beginning_missed_while_nobody_watched_is_made_up_for(work, clock):
    clock.move_to(datetime(2027, 7, 20, 2, tzinfo=UTC))
    almanac(work).begin_due()

    # Each is named by its own day, however late it was begun.
    assert sorted(case.subject for _, case in begun(work)) == [
        "Semester I Tahun 2027",
        "Semester II Tahun 2026",
    ]


def put(work, clock, begins_on):
    """The office changes the days in the file, and starts the bot again."""
    [file] = [one for one in procedure_files.shipped() if one.name == f"{BENGKULU}.yaml"]
    text = file.text.replace("begins_on: ['01-01', '07-01']", f"begins_on: {begins_on}")
    work.procedures.keep(parse_procedure(text, source=file.name), text, at=clock.now())


def test_a_day_that_the_office_names_now_begins_nothing_of_the_past(work, clock):
    clock.move_to(datetime(2027, 8, 2, 2, tzinfo=UTC))
    put(work, clock, "['03-01', '09-01']")
    almanac(work).begin_due()
    assert begun(work) == []
    assert almanac(work).next_begin_at() == datetime(2027, 9, 1, 0, 30, tzinfo=UTC)

    clock.move_to(datetime(2027, 9, 1, 0, 30, tzinfo=UTC))
    almanac(work).begin_due()
    assert [case.subject for _, case in begun(work)] == ["Semester I Tahun 2027"]


def test_another_change_of_the_file_does_not_forget_a_day_that_came_before_it(work, clock):
    clock.move_to(datetime(2027, 7, 5, 2, tzinfo=UTC))
    put(work, clock, "['07-01', '01-01']")
    almanac(work).begin_due()
    assert len(begun(work)) == 2


@pytest.mark.parametrize("day", ["12-31", "12-26"])
def test_a_day_in_december_begins_though_the_next_opening_lies_in_january(work, clock, day):
    """The office is closed from Christmas to the new year; it opens on Monday the 4th."""
    calendar = work.calendar
    closed = [Closure(on=date(2026, 12, n), reason="Tutup") for n in range(24, 32)]
    closed.append(Closure(on=date(2027, 1, 1), reason="Tahun Baru"))
    work._context.calendar = replace(calendar, closures=tuple(closed))
    work.renew_calendar()
    put(work, clock, f"['{day}']")
    opening = datetime(2027, 1, 4, 0, 30, tzinfo=UTC)
    for moment in (datetime(2026, 12, 31, 3, tzinfo=UTC), datetime(2027, 1, 2, 3, tzinfo=UTC)):
        clock.move_to(moment)
        almanac(work).begin_due()
        assert almanac(work).next_begin_at() == opening
    assert begun(work) == []
    clock.move_to(opening)
    for _ in range(2):
        almanac(work).begin_due()
    assert [case.subject for _, case in begun(work)] == ["Semester I Tahun 2026"]


def test_without_named_days_nothing_begins(work, clock):
    put(work, clock, "[]")
    assert almanac(work).next_begin_at() is None
