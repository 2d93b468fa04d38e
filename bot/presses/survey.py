"""Presses of the satisfaction survey."""

from bot.presses.rows import at_desk
from messages.actions.survey import (
    ChangeSurvey,
    EnterSurvey,
    FinishSurvey,
    RateService,
    Satisfaction,
    SkipElement,
)

ROWS = (
    at_desk(
        RateService,
        lambda desks, press: desks.surveys.rate(press.case_id, press.element, press.value),
    ),
    at_desk(SkipElement, lambda desks, press: desks.surveys.skip(press.case_id, press.element)),
    at_desk(ChangeSurvey, lambda desks, press: desks.surveys.change(press.case_id)),
    at_desk(FinishSurvey, lambda desks, press: desks.surveys.finish(press.case_id)),
    at_desk(EnterSurvey, lambda desks, press: desks.surveys.begin(press.case_id)),
    at_desk(Satisfaction, lambda desks, press: desks.surveys.results(press.page, fresh=False)),
)
