"""Every button there is or ever was, and what a press on it asks of a desk."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.errands import Archive, Ask, Desks, Errand
from bot.keypad import Keypad
from bot.presses import (
    applicant,
    auditor,
    bulk,
    consultation,
    corrections,
    enquiries,
    everybody,
    form,
    hold,
    office,
    officer,
    outdated,
    passphrase,
    questions,
    search,
    supervisor,
    survey,
    today,
    verbs,
    withdrawing,
)
from bot.presses.rows import Tools
from messages.actions.action import Action
from workflow.errors import UnknownOutcome
from workflow.ids import OutcomeId

ROWS = (
    *officer.ROWS,
    *passphrase.ROWS,
    *verbs.ROWS,
    *hold.ROWS,
    *consultation.ROWS,
    *applicant.ROWS,
    *form.ROWS,
    *supervisor.ROWS,
    *today.ROWS,
    *bulk.ROWS,
    *auditor.ROWS,
    *survey.ROWS,
    *search.ROWS,
    *office.ROWS,
    *everybody.ROWS,
    *outdated.ROWS,
    *questions.ROWS,
    *enquiries.ROWS,
    *withdrawing.ROWS,
    *corrections.ROWS,
)
_BY_TAG = {row.action.tag: row for row in ROWS}

router = Router(name="presses")


def action_of(data: str) -> Action | None:
    """What a button's data asks for; nothing when no button of ours ever held it."""
    row = _BY_TAG.get(data.partition(":")[0])
    return None if row is None else row.action.decode(data)


@router.callback_query()
async def errand_of_press(
    query: CallbackQuery, keypad: Keypad, ask: Ask, archive: Archive
) -> Errand:
    action = action_of(query.data or "")
    if action is None:
        return _unknown
    tools = Tools(keypad, ask, archive)
    return await _BY_TAG[action.tag].errand(action, query, tools)


def _unknown(desks: Desks) -> None:
    raise UnknownOutcome(outcome=OutcomeId(""))
