"""The satisfaction survey: asked, closed, and what came of it."""

from bot.delivery.screens.rows import CardScreen, Deed
from messages.cards.survey import satisfaction_card, survey_card
from storage.reading import surveys
from workflow.desk.survey import close_survey
from workflow.screen_names import ScreenName
from workflow.survey_intents import CloseSurvey, ShowSatisfaction, ShowSurvey

ROWS = (
    CardScreen(
        intent=ShowSurvey,
        name=lambda one: ScreenName.SURVEY.of(one.case_id),
        reads=lambda look, one: surveys.survey_view(
            look.work, one.case_id, look.person_id, now=look.now
        ),
        draws=survey_card,
    ),
    Deed(intent=CloseSurvey, does=close_survey),
    CardScreen(
        intent=ShowSatisfaction,
        name=lambda one: ScreenName.SATISFACTION,
        reads=lambda look, one: surveys.satisfaction_view(look.work, one.page),
        draws=satisfaction_card,
    ),
)
