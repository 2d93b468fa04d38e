from datetime import date

import pytest

from tests.support.builders import a_question
from workflow.bounds import Answers, has_lapsed
from workflow.errors import DayTooEarly, DayTooLate
from workflow.forms import AnswerKind

TODAY = date(2026, 11, 23)


def a_day(name, **bounds):
    return a_question(AnswerKind.DATE, id=name, title=name.title(), **bounds)


def unfit(question, told, *others):
    items = {one.id: one for one in (question, *others)}
    return Answers(items=items, told=told, today=TODAY).unfit(question)


LICENCE = a_day("sampai", not_before="today")


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-24", "2030-01-01"])
def test_a_licence_that_is_valid_today_can_stand(day):
    assert unfit(LICENCE, {"sampai": day}) is None


def test_a_licence_past_its_day_is_refused_with_both_days():
    refusal = unfit(LICENCE, {"sampai": "2026-11-22"})
    assert isinstance(refusal, DayTooEarly)
    assert (refusal.title, refusal.day, refusal.earliest, refusal.than) == (
        "Sampai",
        date(2026, 11, 22),
        TODAY,
        "today",
    )


def test_a_letter_is_not_dated_tomorrow():
    refusal = unfit(a_day("terbit", not_after="today"), {"terbit": "2026-11-24"})
    assert isinstance(refusal, DayTooLate)
    assert (refusal.latest, refusal.than) == (TODAY, "today")


def test_a_day_stands_after_that_of_another_question():
    begins, ends = a_day("mulai"), a_day("selesai", not_before="mulai")
    told = {"mulai": "2026-12-01", "selesai": "2026-11-30"}
    refusal = unfit(ends, told, begins)
    assert (refusal.earliest, refusal.than, refusal.other) == (date(2026, 12, 1), "answer", "Mulai")
    assert unfit(ends, told | {"selesai": "2026-12-01"}, begins) is None


def test_a_question_that_was_not_answered_binds_nothing():
    assert unfit(a_day("selesai", not_before="mulai"), {"selesai": "2026-11-30"}) is None


def test_a_day_of_the_calendar_binds_as_well():
    born = a_day("lahir", not_before="1945-08-17", not_after="2009-11-23")
    assert unfit(born, {"lahir": "1945-08-17"}) is None
    assert unfit(born, {"lahir": "1945-08-16"}).than == "day"
    assert unfit(born, {"lahir": "2010-01-01"}).latest == date(2009, 11, 23)


def test_what_is_not_told_yet_is_not_unfit():
    assert unfit(LICENCE, {}) is None


@pytest.mark.parametrize(
    ("question", "answer", "lapsed"),
    [
        pytest.param(LICENCE, "2026-11-23", False, id="valid to the last day"),
        pytest.param(LICENCE, "2026-11-22", True, id="past"),
        pytest.param(a_day("terbit", not_after="today"), "2026-11-22", None, id="may be past"),
        pytest.param(a_question(), "2026-11-22", None, id="no day"),
    ],
)
def test_only_a_day_that_must_not_be_past_lapses(question, answer, lapsed):
    assert has_lapsed(question, answer, today=TODAY) is lapsed
