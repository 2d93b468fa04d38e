"""An officer's presses: each is one call on the officer's desk."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Errand
from bot.filters import Pressed
from messages.actions import (
    ChooseReason,
    Decide,
    Files,
    Instruct,
    Kartu,
    Letter,
    MarkItem,
    OpenTask,
    Plain,
    Queue,
    Ready,
    Sheet,
    Sure,
    Take,
    Work,
    Write,
)
from workflow.ids import CaseId, OutcomeId, TaskId

router = Router(name="officer")


@router.callback_query(Pressed(Decide))
async def decide(query: CallbackQuery, action: Decide) -> Errand:
    """One press decides. The card follows from the outbox, not from here."""
    return lambda desks: desks.officer.press(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(Sure))
async def sure(query: CallbackQuery, action: Sure) -> Errand:
    return lambda desks: desks.officer.sure(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(MarkItem))
async def mark(query: CallbackQuery, action: MarkItem) -> Errand:
    return lambda desks: desks.officer.mark(
        TaskId(action.task_id), OutcomeId(action.outcome), action.index
    )


@router.callback_query(Pressed(ChooseReason))
async def reasons(query: CallbackQuery, action: ChooseReason) -> Errand:
    return lambda desks: desks.officer.reasons(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(Instruct))
async def instruct(query: CallbackQuery, action: Instruct) -> Errand:
    return lambda desks: desks.officer.instruct(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(Ready))
async def ready_made(query: CallbackQuery, action: Ready) -> Errand:
    return lambda desks: desks.officer.ready_made(
        TaskId(action.task_id), OutcomeId(action.outcome), action.index
    )


@router.callback_query(Pressed(Write))
async def write(query: CallbackQuery, action: Write) -> Errand:
    return lambda desks: desks.officer.write(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(Plain))
async def plain(query: CallbackQuery, action: Plain) -> Errand:
    return lambda desks: desks.officer.plain(TaskId(action.task_id))


@router.callback_query(Pressed(OpenTask))
async def open_task(query: CallbackQuery, action: OpenTask) -> Errand:
    return lambda desks: desks.officer.open(TaskId(action.task_id))


@router.callback_query(Pressed(Take))
async def take(query: CallbackQuery, action: Take) -> Errand:
    return lambda desks: desks.officer.take(TaskId(action.task_id))


@router.callback_query(Pressed(Files))
async def files(query: CallbackQuery, action: Files) -> Errand:
    return lambda desks: desks.officer.files(TaskId(action.task_id))


@router.callback_query(Pressed(Letter))
async def letter(query: CallbackQuery, action: Letter) -> Errand:
    return lambda desks: desks.officer.letter(TaskId(action.task_id))


@router.callback_query(Pressed(Sheet))
async def sheet(query: CallbackQuery, action: Sheet) -> Errand:
    return lambda desks: desks.officer.sheet(TaskId(action.task_id))


@router.callback_query(Pressed(Kartu))
async def kartu_kendali(query: CallbackQuery, action: Kartu) -> Errand:
    return lambda desks: desks.officer.kartu_kendali(CaseId(action.case_id), paper=action.paper)


@router.callback_query(Pressed(Work))
async def work(query: CallbackQuery, action: Work) -> Errand:
    return lambda desks: desks.forms.begin_task(TaskId(action.task_id))


@router.callback_query(Pressed(Queue))
async def turn_page(query: CallbackQuery, action: Queue) -> Errand:
    return lambda desks: desks.officer.queue(action.page, fresh=False)


@router.message(Command("tugas"))
async def queue(message: Message) -> Errand:
    return lambda desks: desks.officer.queue(0, fresh=True)
