"""The office's list of what a file may wait for, and what a button of a hold says."""

from datetime import date

import pytest

from tests.support.builders import CALENDAR, OFFICE, an_office, at
from workflow.errors import DateOutOfRange, OfficeError
from workflow.holds import (
    HoldChoice,
    HoldChoices,
    days_offered,
    ensure_day,
    read_choice,
    whose_time,
)
from workflow.parsing import parse_office
from workflow.pauses import Whose

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)


def office_with(holds):
    return parse_office(f"{OFFICE}\nholds: {holds}\n", source="kantor.yaml")


def test_an_office_that_says_nothing_waits_for_what_all_offices_wait_for():
    titles = [one.title for one in an_office().holds.values()]
    assert titles == ["Gangguan SIAK", "Gangguan BSrE", "Menunggu data pusat"]


def test_an_office_has_a_list_of_its_own():
    office = office_with("{rapat: {title: Menunggu rapat, whose: office}}")
    assert list(office.holds) == ["rapat"]
    assert whose_time(office.holds["rapat"]) is Whose.OFFICE


def test_an_office_may_have_none():
    assert office_with("{}").holds == {}


@pytest.mark.parametrize(
    "holds",
    [
        "{Rapat: {title: Menunggu rapat}}",
        "{a: {title: Menunggu rapat}}",
        "{rapat: {title: M}}",
        "{rapat: {title: Menunggu rapat, whose: applicant}}",
        "{rapat: {}}",
        "{" + ", ".join(f"r{n}{n}: {{title: Sebab {n}}}" for n in range(7)) + "}",
    ],
)
def test_a_list_that_no_card_can_offer_is_refused(holds):
    with pytest.raises(OfficeError, match="holds"):
        office_with(holds)


@pytest.mark.parametrize(
    "choice",
    [
        HoldChoice(reason="gangguan-siak"),
        HoldChoice(reason="gangguan-siak", dated=True),
        HoldChoice(reason="gangguan-siak", until=MONDAY, dated=True),
        HoldChoice(reason=None),
        HoldChoice(reason=None, until=MONDAY, dated=True),
    ],
    ids=str,
)
def test_a_button_says_what_was_chosen(choice):
    assert read_choice(str(choice)) == choice
    assert str(choice) in HoldChoices(an_office())


@pytest.mark.parametrize("forged", ["", "@", "@2026-11-23", "gangguan-siak@kemarin", "banjir@"])
def test_a_forged_button_chooses_nothing(forged):
    assert forged not in HoldChoices(an_office())


def test_the_days_offered_are_working_days():
    assert days_offered(CALENDAR, now=at(FRIDAY, "09.00")) == (
        date(2026, 11, 23),
        date(2026, 11, 24),
        date(2026, 11, 25),
        date(2026, 11, 27),
    )


@pytest.mark.parametrize("day", [FRIDAY, date(2027, 11, 25)])
def test_a_hold_until_yesterday_or_for_years_is_refused(day):
    with pytest.raises(DateOutOfRange):
        ensure_day(HoldChoice(reason=None, until=day, dated=True), today=MONDAY)
