from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from tests.support.builders import MINUTE
from tests.support.fakes import MONDAY_MORNING
from workflow.errors import ChangedMeanwhile

SOON = MONDAY_MORNING + MINUTE


@pytest.fixture
def cases(work):
    return work.cases


@pytest.fixture
def case(add_case):
    return add_case()


def test_a_team_belongs_to_one_lane_of_one_case(cases, case, add_case, rina, siti):
    for person in (siti, rina, siti):
        cases.set_member(case.id, "tim", person.id, member=True)
    assert cases.team(case.id, "tim") == [siti.id, rina.id]
    assert cases.team(case.id, "tim_lain") == []
    assert cases.team(add_case().id, "tim") == []


def test_whoever_was_chosen_first_leads_a_team_until_taken_out_of_it(cases, case, rina, siti):
    for person in (siti, rina):
        cases.set_member(case.id, "tim", person.id, member=True)
    cases.set_member(case.id, "tim", siti.id, member=False)
    cases.set_member(case.id, "tim", siti.id, member=True)
    assert cases.team(case.id, "tim") == [rina.id, siti.id]


def test_a_member_can_be_taken_off_the_team(cases, case, rina, siti):
    for person in (rina, siti):
        cases.set_member(case.id, "tim", person.id, member=True)
    cases.set_member(case.id, "tim", rina.id, member=False)
    cases.set_member(case.id, "tim", rina.id, member=False)
    assert cases.team(case.id, "tim") == [siti.id]


def test_files_are_open_to_one_named_person_at_a_time(cases, case, rina, siti):
    assert not cases.has_grant(case.id, rina.id)
    cases.open_grant(case.id, rina.id, at=MONDAY_MORNING)
    assert cases.has_grant(case.id, rina.id)
    cases.open_grant(case.id, siti.id, at=SOON)
    assert not cases.has_grant(case.id, rina.id)
    assert cases.has_grant(case.id, siti.id)


def test_a_grant_that_was_closed_stays_in_the_books(cases, connection, case, rina):
    cases.open_grant(case.id, rina.id, at=MONDAY_MORNING)
    cases.close_grants(case.id, at=SOON)
    cases.close_grants(case.id, at=SOON + MINUTE)
    assert not cases.has_grant(case.id, rina.id)
    kept = connection.exec_driver_sql("SELECT person_id, closed_at FROM grants").all()
    assert [row.person_id for row in kept] == [rina.id]
    assert str(kept[0].closed_at).startswith("2026-11-23 02:01:00")


def test_a_case_from_the_desk_gets_the_first_who_comes_with_its_resi(cases, add_case, rina, siti):
    case = add_case(applicant_id=None)
    cases.link_applicant(case.id, rina.id)
    assert cases.get(case.id).applicant_id == rina.id
    for late in (siti, rina):
        with pytest.raises(ChangedMeanwhile):
            cases.link_applicant(case.id, late.id)
    assert cases.get(case.id).applicant_id == rina.id


def test_the_calendar_begins_one_case_of_an_sop_a_day(cases, case, add_case):
    day = date(2026, 11, 23)
    assert not cases.begun_on("laporan-bulanan", day)
    cases.note_begun("laporan-bulanan", day, case.id)
    assert cases.begun_on("laporan-bulanan", day)
    assert not cases.begun_on("laporan-bulanan", date(2026, 11, 24))
    assert not cases.begun_on("jakarta-data", day)
    with pytest.raises(IntegrityError):
        cases.note_begun("laporan-bulanan", day, add_case().id)
