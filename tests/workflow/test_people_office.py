from datetime import date, timedelta

import pytest

from tests.support.builders import an_office, at
from workflow import opening_hours
from workflow.office import ClosureEntry, OpeningEntry, Week, calendar_of
from workflow.people import Acting, Appointment

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
OFFICE = an_office()


def an_appointment(begins_at, ends_at=None):
    return Appointment(
        person_id=1,
        jabatan="kasi",
        name="Dedi",
        nip="",
        rank="",
        acting=Acting.PLH,
        begins_at=begins_at,
        ends_at=ends_at,
    )


def test_an_appointment_holds_from_its_first_moment_to_before_its_last():
    week = an_appointment(at(MONDAY, "08.00"), at(TUESDAY, "08.00"))
    assert not week.holds_at(at(MONDAY, "07.59"))
    assert week.holds_at(at(MONDAY, "08.00"))
    assert week.holds_at(at(TUESDAY, "07.59"))
    assert not week.holds_at(at(TUESDAY, "08.00"))


def test_an_appointment_without_end_holds_on():
    assert an_appointment(at(MONDAY, "08.00")).holds_at(at(MONDAY, "08.00") + timedelta(days=9000))


def test_a_lane_that_is_not_mapped_is_a_jabatan_of_the_same_name():
    assert OFFICE.holder_of("jakarta-data", "kasi") == "kasi"


def test_an_office_may_seat_another_jabatan_in_a_lane():
    office = OFFICE.model_copy(update={"lanes": {"jakarta-data": {"kasi": "kabid_bdi"}}})
    assert office.holder_of("jakarta-data", "kasi") == "kabid_bdi"
    assert office.holder_of("lain", "kasi") == "kasi"


@pytest.mark.parametrize(
    ("late", "hears"),
    [("petugas", "sekretaris"), ("kasi", "sekretaris"), ("sekretaris", "kepala_dinas")],
)
def test_a_delay_is_told_to_whom_the_office_has_named(late, hears):
    assert OFFICE.alerted_for(late) == hears
    assert late in OFFICE.watched_by(hears)


def test_nobody_hears_of_a_delay_at_a_jabatan_that_is_not_there():
    assert OFFICE.alerted_for("loket") is None


def test_a_head_without_superior_is_watched_by_whoever_keeps_the_house():
    assert OFFICE.alerted_for("kepala_dinas") == "sekretaris"


def test_hours_left_out_are_those_of_the_law():
    calendar = calendar_of(OFFICE, ())
    assert calendar.is_open(at(MONDAY, "07.30"))
    assert not calendar.is_open(at(MONDAY, "16.00"))
    assert not calendar.is_open(at(MONDAY, "12.30"))


def test_an_office_keeps_hours_of_its_own():
    office = OFFICE.model_copy(update={"hours": Week(monday=("08.00-11.00", "13.00-20.00"))})
    calendar = calendar_of(office, ())
    assert calendar.is_open(at(MONDAY, "19.59"))
    assert not calendar.is_open(at(MONDAY, "12.00"))
    assert not calendar.is_open(at(TUESDAY, "09.00"))


def test_an_office_opens_on_days_of_its_own_with_hours_of_their_own():
    saturday = date(2026, 11, 28)
    opening = OpeningEntry(on="2026-11-28", hours=("08.00-12.00",), name="Layanan Sabtu")
    office = OFFICE.model_copy(update={"openings": (opening,)})
    calendar = calendar_of(office, (opening_hours.Closure(on=saturday, reason="Libur"),))
    assert calendar.is_open(at(saturday, "08.00"))
    assert not calendar.is_open(at(saturday, "12.00"))


def test_an_office_closes_on_days_of_its_own():
    office = OFFICE.model_copy(
        update={"closures": (ClosureEntry(on="2026-11-23", name="Rapat kerja"),)}
    )
    assert not calendar_of(office, ()).is_open(at(MONDAY, "09.00"))
