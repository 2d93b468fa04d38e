"""The presses on a card's keypad, up to the archive that its passphrase locks."""

from aiogram.types import CallbackQuery

from bot.errands import Desks, Errand, Then
from bot.presses.rows import Tools, with_tools
from messages.actions.officer import ClearDigits, DigitNotKept, MakeArchive, TypeDigit
from messages.cards.task import DOT
from workflow.case import Case
from workflow.errors import NotFound, PassphraseForgotten, Refusal
from workflow.ids import CaseId, TaskId
from workflow.intents import Tell


async def type_digit(press: TypeDigit, query: CallbackQuery, tools: Tools) -> Errand:
    """The digit is taken here, for inside an errand it could be taken twice."""
    me, keypad = query.from_user.id, tools.keypad
    await _archivable(me, press.task_id, tools)
    typed = keypad.add(me, press.task_id, press.digit, press=query.id, first=press.first)
    draws = keypad.asks_for_card(me, press.task_id)

    def errand(desks: Desks) -> Tell:
        if draws:
            desks.officer.show(press.task_id)
        dots = DOT * typed.count
        return Tell(message_id="keypad-typed", arguments={"dots": dots, "count": typed.count})

    return errand


async def miss_digit(press: DigitNotKept, query: CallbackQuery, tools: Tools) -> Errand:
    """The process that had the digit in memory has ended."""
    tools.keypad.clear(query.from_user.id, press.task_id)

    def errand(desks: Desks) -> None:
        raise PassphraseForgotten

    return errand


async def clear_digits(press: ClearDigits, query: CallbackQuery, tools: Tools) -> Errand:
    tools.keypad.clear(query.from_user.id, press.task_id)
    return _shown_again(press.task_id, "keypad-cleared")


async def make_archive(press: MakeArchive, query: CallbackQuery, tools: Tools) -> Errand:
    """The passphrase goes from memory into the archive, and nowhere else.

    It is forgotten when the books say that the archive is there: until then it is made again.
    """
    me, task_id, keypad = query.from_user.id, press.task_id, tools.keypad
    case_id = await _archivable(me, task_id, tools)
    passphrase = keypad.finish(me, task_id, again=press.again)
    if passphrase is None:
        return _shown_again(task_id, "keypad-again")
    name = await tools.archive(case_id, passphrase)
    return Then(
        lambda desks: desks.officer.acting(task_id).archived(press.outcome, name),
        afterwards=lambda: keypad.forget(me, task_id),
    )


def _shown_again(task_id: TaskId, said: str) -> Errand:
    def errand(desks: Desks) -> str:
        desks.officer.show(task_id)
        return said

    return errand


async def _archivable(me: int, task_id: TaskId, tools: Tools) -> CaseId:
    """The case; whoever may not archive it has typed in vain."""
    try:
        case: Case = await tools.ask(me, lambda desks: desks.officer.acting(task_id).archivable())
    except (Refusal, NotFound):
        tools.keypad.forget(me, task_id)
        raise
    return case.id


ROWS = (
    with_tools(TypeDigit, type_digit),
    with_tools(DigitNotKept, miss_digit),
    with_tools(ClearDigits, clear_digits),
    with_tools(MakeArchive, make_archive),
)
