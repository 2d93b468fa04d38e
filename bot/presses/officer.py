"""An officer's presses: one call on a desk each. The cards follow from the outbox."""

from aiogram.types import CallbackQuery

from bot.errands import Errand
from bot.presses.rows import Tools, at_desk, with_tools
from messages.actions.officer import (
    AskUnlink,
    ChooseMember,
    ChooseReason,
    Collect,
    Decide,
    FormTeam,
    GrantTo,
    Instruct,
    Kartu,
    MarkItem,
    Numbers,
    OpenTask,
    Plain,
    Queue,
    Ready,
    ShowAnswers,
    ShowFiles,
    ShowLembarDisposisi,
    ShowLetter,
    Sure,
    Take,
    TakeDecisionBack,
    Unlink,
    Work,
    Write,
)


async def _decide(press: Decide, query: CallbackQuery, tools: Tools) -> Errand:
    tools.keypad.forget(query.from_user.id, press.task_id)
    return lambda desks: desks.officer.acting(press.task_id).press(press.outcome)


async def _plain(press: Plain, query: CallbackQuery, tools: Tools) -> Errand:
    tools.keypad.forget(query.from_user.id, press.task_id)
    return lambda desks: desks.officer.plain(press.task_id)


_DECIDING = (
    with_tools(Decide, _decide),
    at_desk(
        Sure,
        lambda desks, press: desks.officer.acting(press.task_id).sure(press.outcome, press.words),
    ),
    at_desk(
        MarkItem,
        lambda desks, press: desks.officer.acting(press.task_id).mark(press.outcome, press.item),
    ),
    at_desk(
        ChooseReason,
        lambda desks, press: desks.officer.acting(press.task_id).reasons(press.outcome),
    ),
    at_desk(
        Instruct,
        lambda desks, press: desks.officer.acting(press.task_id).instruct(press.outcome),
    ),
    at_desk(
        Ready,
        lambda desks, press: desks.officer.acting(press.task_id).ready_made(
            press.outcome, press.words
        ),
    ),
    at_desk(Write, lambda desks, press: desks.officer.acting(press.task_id).write(press.outcome)),
)
_CHOOSING = (
    at_desk(
        Collect,
        lambda desks, press: desks.officer.collecting(press.task_id).choose(
            press.outcome, press.collector
        ),
    ),
    at_desk(
        GrantTo,
        lambda desks, press: desks.officer.choosing(press.task_id).grant(
            press.outcome, press.person_id
        ),
    ),
    at_desk(
        ChooseMember,
        lambda desks, press: desks.officer.choosing(press.task_id).choose_member(
            press.outcome, press.person_id, member=press.member
        ),
    ),
    at_desk(
        FormTeam,
        lambda desks, press: desks.officer.choosing(press.task_id).appoint(
            press.outcome, press.team
        ),
    ),
)
_SHOWING = (
    with_tools(Plain, _plain),
    at_desk(OpenTask, lambda desks, press: desks.officer.open(press.task_id)),
    at_desk(Take, lambda desks, press: desks.officer.take(press.task_id)),
    at_desk(ShowFiles, lambda desks, press: desks.officer.files(press.task_id)),
    at_desk(ShowLetter, lambda desks, press: desks.officer.letter(press.task_id)),
    at_desk(ShowLembarDisposisi, lambda desks, press: desks.officer.sheet(press.task_id)),
    at_desk(ShowAnswers, lambda desks, press: desks.officer.answers(press.task_id)),
    at_desk(Numbers, lambda desks, press: desks.officer.numbers(press.task_id)),
    at_desk(
        Kartu,
        lambda desks, press: desks.officer.kartu_kendali(press.case_id, paper=press.paper),
    ),
    at_desk(TakeDecisionBack, lambda desks, press: desks.taking_back.take_back(press.task_id)),
    at_desk(AskUnlink, lambda desks, press: desks.unlinking.ask(press.case_id)),
    at_desk(Unlink, lambda desks, press: desks.unlinking.unlink(press.case_id)),
    at_desk(Work, lambda desks, press: desks.form_opening.begin_task(press.task_id)),
    at_desk(Queue, lambda desks, press: desks.officer.queue(press.page, fresh=False)),
)
ROWS = (*_DECIDING, *_CHOOSING, *_SHOWING)
