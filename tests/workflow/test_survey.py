"""The satisfaction survey of PermenPAN-RB 14/2017: exact ninths, and the bounds of its grades."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.support.fakes import MONDAY_MORNING
from workflow.survey import ELEMENTS, Grade, Result, Survey, SurveyElement, rounded


def a_survey(**changed):
    usual = {
        "case_id": 1,
        "procedure_id": "jakarta-data",
        "person_id": 1,
        "asked_at": MONDAY_MORNING,
    }
    return Survey(**(usual | changed))


def result(**means):
    """Three answered, and each element has the given values."""
    given = {one: {4: 3} for one in ELEMENTS}
    return Result(
        respondents=3, given=given | {SurveyElement(one): it for one, it in means.items()}
    )


def test_whoever_gives_four_to_everything_gives_a_hundred():
    assert result().index == 100
    assert result().grade is Grade.A


def test_whoever_gives_one_to_everything_gives_twenty_five():
    given = {one: {1: 2} for one in ELEMENTS}
    least = Result(respondents=2, given=given)
    assert (least.index, least.grade) == (25, Grade.D)


def test_each_element_weighs_a_ninth_and_not_eleven_hundredths():
    assert result(u4={1: 1}).index == Fraction(8 * 4 + 1, 9) * 25


def test_the_mean_of_an_element_is_of_those_who_answered_it():
    some = result(u3={2: 1, 3: 2})
    assert some.mean(SurveyElement.TIME) == Fraction(8, 3)


def test_with_an_element_that_nobody_answered_there_is_no_index():
    some = result(u9={})
    assert (some.mean(SurveyElement.FACILITIES), some.index, some.grade) == (None, None, None)


@pytest.mark.parametrize(
    ("index", "grade"),
    [
        ("100", Grade.A),
        ("88.31", Grade.A),
        ("88.305", Grade.A),
        ("88.30", Grade.B),
        ("76.61", Grade.B),
        ("76.60", Grade.C),
        ("65", Grade.C),
        ("64.99", Grade.D),
        ("25", Grade.D),
    ],
)
def test_a_grade_is_bounded_as_the_regulation_prints_it(index, grade):
    mean = Fraction(index) / 25
    given = {
        one: {1: mean.denominator * 4 - mean.numerator, 4: mean.numerator - mean.denominator}
        for one in ELEMENTS
    }
    found = Result(respondents=1, given=given)
    assert found.index == Fraction(index)
    assert found.grade is grade


def test_an_index_is_shown_to_two_places_halves_upwards():
    assert rounded(Fraction("88.305")) == Decimal("88.31")
    assert rounded(Fraction(200, 3)) == Decimal("66.67")


def test_nine_taps_answer_it_and_a_press_made_twice_counts_once():
    survey = a_survey()
    for element in ELEMENTS:
        assert survey.asked is element
        survey = survey.rate(element, 3).rate(element, 3)
    assert survey.asked is None
    assert set(survey.answers.values()) == {3}


def test_what_is_skipped_is_no_answer():
    survey = a_survey().rate(SurveyElement.REQUIREMENTS, 4).skip(SurveyElement.PROCEDURE)
    assert survey.answers == {SurveyElement.REQUIREMENTS: 4}
    assert survey.asked is SurveyElement.TIME


@pytest.mark.parametrize("value", [0, 5, -1])
def test_an_answer_lies_between_one_and_four(value):
    with pytest.raises(ValueError, match="from 1 to 4"):
        a_survey().rate(SurveyElement.TIME, value)
