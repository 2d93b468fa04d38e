"""An officer's presses: each is one call on the officer's desk."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Archive, Ask, Desks, Errand
from bot.filters import Pressed
from bot.keypad import Keypad
from messages.actions.officer import (
    ChooseMember,
    ChooseReason,
    ClearDigits,
    Decide,
    Files,
    FormTeam,
    GrantTo,
    Instruct,
    Kartu,
    Letter,
    MakeArchive,
    MarkItem,
    OpenTask,
    Plain,
    Queue,
    Ready,
    Sheet,
    Sure,
    Take,
    TypeDigit,
    Work,
    Write,
)
from workflow.ids import CaseId, ItemId, OutcomeId, PersonId, TaskId

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
        TaskId(action.task_id), OutcomeId(action.outcome), ItemId(action.item)
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
        TaskId(action.task_id), OutcomeId(action.outcome), action.words
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


@router.callback_query(Pressed(GrantTo))
async def grant(query: CallbackQuery, action: GrantTo) -> Errand:
    return lambda desks: desks.officer.grant(
        TaskId(action.task_id), OutcomeId(action.outcome), PersonId(action.person_id)
    )


@router.callback_query(Pressed(ChooseMember))
async def choose_member(query: CallbackQuery, action: ChooseMember) -> Errand:
    return lambda desks: desks.officer.choose_member(
        TaskId(action.task_id),
        OutcomeId(action.outcome),
        PersonId(action.person_id),
        member=action.member,
    )


@router.callback_query(Pressed(FormTeam))
async def appoint(query: CallbackQuery, action: FormTeam) -> Errand:
    return lambda desks: desks.officer.appoint(
        TaskId(action.task_id), OutcomeId(action.outcome), action.team
    )


@router.callback_query(Pressed(TypeDigit))
async def type_digit(query: CallbackQuery, action: TypeDigit, keypad: Keypad) -> Errand:
    def errand(desks: Desks) -> str:
        desks.officer.archivable(TaskId(action.task_id))
        keypad.add(desks.me.id, action.task_id, action.digit)
        return "keypad-typed"

    return errand


@router.callback_query(Pressed(ClearDigits))
async def clear_digits(query: CallbackQuery, action: ClearDigits, keypad: Keypad) -> Errand:
    def errand(desks: Desks) -> str:
        keypad.clear(desks.me.id, action.task_id)
        return "keypad-cleared"

    return errand


@router.callback_query(Pressed(MakeArchive))
async def make_archive(
    query: CallbackQuery, action: MakeArchive, keypad: Keypad, ask: Ask, archive: Archive
) -> Errand:
    """The passphrase goes from memory into the archive, and nowhere else.

    It is forgotten when the archive is there: one that found no room is made again.
    """
    task_id = TaskId(action.task_id)

    def asked(desks: Desks) -> tuple[CaseId, PersonId, str]:
        case = desks.officer.archivable(task_id)
        return case.id, desks.me.id, keypad.typed(desks.me.id, action.task_id)

    case_id, me, passphrase = await ask(query.from_user.id, asked)
    name = await archive(case_id, passphrase)
    keypad.clear(me, action.task_id)
    return lambda desks: desks.officer.archived(task_id, OutcomeId(action.outcome), name)


@router.callback_query(Pressed(Work))
async def work(query: CallbackQuery, action: Work) -> Errand:
    return lambda desks: desks.forms.begin_task(TaskId(action.task_id))


@router.callback_query(Pressed(Queue))
async def turn_page(query: CallbackQuery, action: Queue) -> Errand:
    return lambda desks: desks.officer.queue(action.page, fresh=False)


@router.message(Command("tugas"))
async def queue(message: Message) -> Errand:
    return lambda desks: desks.officer.queue(0, fresh=True)
