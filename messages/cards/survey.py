"""The satisfaction survey: nine taps on one message; and what many answered."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from messages.actions.everybody import Home
from messages.actions.survey import (
    ChangeSurvey,
    FinishSurvey,
    RateService,
    Satisfaction,
    SkipElement,
)
from messages.card import Button, Card
from messages.cards.fitting import cut, press, sections
from messages.cards.task_buttons import pairs
from messages.localizer import Localizer
from workflow.survey import ELEMENTS, HIGHEST, LOWEST, Result, Survey, SurveyElement, rounded
from workflow.views.survey import SatisfactionView, SurveyView

Row = tuple[Button, ...]

_ASKS = {
    SurveyElement.REQUIREMENTS: "survey-u1",
    SurveyElement.PROCEDURE: "survey-u2",
    SurveyElement.TIME: "survey-u3",
    SurveyElement.COST: "survey-u4",
    SurveyElement.PRODUCT: "survey-u5",
    SurveyElement.COMPETENCE: "survey-u6",
    SurveyElement.CONDUCT: "survey-u7",
    SurveyElement.COMPLAINTS: "survey-u8",
    SurveyElement.FACILITIES: "survey-u9",
}
_NAMES = {
    SurveyElement.REQUIREMENTS: "survey-name-u1",
    SurveyElement.PROCEDURE: "survey-name-u2",
    SurveyElement.TIME: "survey-name-u3",
    SurveyElement.COST: "survey-name-u4",
    SurveyElement.PRODUCT: "survey-name-u5",
    SurveyElement.COMPETENCE: "survey-name-u6",
    SurveyElement.CONDUCT: "survey-name-u7",
    SurveyElement.COMPLAINTS: "survey-name-u8",
    SurveyElement.FACILITIES: "survey-name-u9",
}
_VALUES = {1: "survey-value-1", 2: "survey-value-2", 3: "survey-value-3", 4: "survey-value-4"}


def survey_card(view: SurveyView, say: Localizer) -> Card:
    """One question at a time; then what was answered, as long as it may be changed."""
    head = say("survey-title", number=view.number, title=cut(view.title, 160))
    survey = view.survey
    if survey is None:
        return Card(sections([head], [say("survey-closed")]))
    if survey.asked is None:
        return _answered(view, survey, head, say)
    asked = survey.asked
    where = say("survey-where", at=survey.at + 1, total=len(ELEMENTS))
    values = [
        press(_value(survey, asked, value, say), RateService(view.case_id, asked, value))
        for value in range(LOWEST, HIGHEST + 1)
    ]
    skip = press(say("survey-skip"), SkipElement(view.case_id, asked))
    finish = press(say("survey-finish"), FinishSurvey(view.case_id))
    why = [] if survey.at or survey.answers else [say("survey-why")]
    rows = (*pairs(values), (skip, finish))
    return Card(sections([head], why, [where, say(_ASKS[asked])]), rows)


def _value(survey: Survey, element: SurveyElement, value: int, say: Localizer) -> str:
    label = say(_VALUES[value])
    return f"✓ {label}" if survey.answers.get(element) == value else label


def _answered(view: SurveyView, survey: Survey, head: str, say: Localizer) -> Card:
    until = say.moment(survey.closes_at, now=view.now)
    lines = [
        say("survey-line", name=say(_NAMES[one]), value=say(_VALUES[survey.answers[one]]))
        for one in ELEMENTS
        if one in survey.answers
    ]
    thanks = say("survey-thanks" if lines else "survey-nothing", until=until)
    change = press(say("survey-change"), ChangeSurvey(view.case_id))
    return Card(sections([head], lines, [thanks]), ((change, press(say("to-home"), Home())),))


def satisfaction_card(view: SatisfactionView, say: Localizer) -> Card:
    """The index of a month, its grade, and the mean of each element."""
    if view.result is None:
        return Card(say("satisfaction-none"), ((press(say("to-home"), Home()),),))
    text = sections(
        [say("satisfaction-title", month=view.month)],
        list(_index(view.result, say)),
        [_mean(one, view.result.mean(one), say) for one in ELEMENTS],
        [say("satisfaction-how")],
    )
    older = [press(say("satisfaction-older"), Satisfaction(view.page + 1))]
    newer = [press(say("satisfaction-newer"), Satisfaction(view.page - 1))]
    turning = (
        *(newer if view.page > 0 else []),
        *(older if view.page + 1 < view.pages else []),
    )
    return Card(text, (*([turning] if turning else []), (press(say("to-home"), Home()),)))


def _index(result: Result, say: Localizer) -> Iterator[str]:
    yield say("satisfaction-count", count=result.respondents)
    if result.index is None or result.grade is None:
        yield say("satisfaction-incomplete")
        return
    index = _number(rounded(result.index), say)
    yield say("satisfaction-index", index=index, grade=result.grade.value)


def _mean(element: SurveyElement, mean: Fraction | None, say: Localizer) -> str:
    value = "–" if mean is None else _number(rounded(mean), say)
    return say("satisfaction-line", name=say(_NAMES[element]), value=value)


def _number(value: Decimal, say: Localizer) -> str:
    """With the comma of Indonesian, or the point of English."""
    return say("satisfaction-number", whole=str(value).partition(".")[0], part=str(value)[-2:])
