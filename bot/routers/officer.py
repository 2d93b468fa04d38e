"""An officer's presses: each is one call on the officer's desk."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errands import Archive, Ask, Desks, Errand, Then
from bot.filters import Pressed
from bot.keypad import Keypad
from messages.actions.officer import (
    Answers,
    AskUnlink,
    ChooseMember,
    ChooseReason,
    ClearDigits,
    Decide,
    DigitNotKept,
    Files,
    FormTeam,
    GrantTo,
    Instruct,
    Kartu,
    Letter,
    MakeArchive,
    MarkItem,
    Numbers,
    OpenTask,
    Plain,
    Queue,
    Ready,
    Sheet,
    Sure,
    Take,
    TypeDigit,
    Unlink,
    Work,
    Write,
)
from messages.cards.task import DOT
from workflow.case import Case
from workflow.errors import NotFound, PassphraseForgotten, Refusal
from workflow.ids import CaseId, ItemId, OutcomeId, PersonId, TaskId
from workflow.intents import Tell

router = Router(name="officer")


@router.callback_query(Pressed(Decide))
async def decide(query: CallbackQuery, action: Decide, keypad: Keypad) -> Errand:
    """One press decides. The card follows from the outbox, not from here."""
    keypad.forget(query.from_user.id, action.task_id)
    return lambda desks: desks.officer.press(TaskId(action.task_id), OutcomeId(action.outcome))


@router.callback_query(Pressed(Sure))
async def sure(query: CallbackQuery, action: Sure) -> Errand:
    return lambda desks: desks.officer.sure(
        TaskId(action.task_id), OutcomeId(action.outcome), action.words
    )


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
async def plain(query: CallbackQuery, action: Plain, keypad: Keypad) -> Errand:
    keypad.forget(query.from_user.id, action.task_id)
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


@router.callback_query(Pressed(Answers))
async def answers(query: CallbackQuery, action: Answers) -> Errand:
    return lambda desks: desks.officer.answers(TaskId(action.task_id))


@router.callback_query(Pressed(Numbers))
async def numbers(query: CallbackQuery, action: Numbers) -> Errand:
    return lambda desks: desks.officer.numbers(TaskId(action.task_id))


@router.callback_query(Pressed(Kartu))
async def kartu_kendali(query: CallbackQuery, action: Kartu) -> Errand:
    return lambda desks: desks.officer.kartu_kendali(CaseId(action.case_id), paper=action.paper)


@router.callback_query(Pressed(AskUnlink))
async def ask_unlink(query: CallbackQuery, action: AskUnlink) -> Errand:
    return lambda desks: desks.unlinking.ask(CaseId(action.case_id))


@router.callback_query(Pressed(Unlink))
async def unlink(query: CallbackQuery, action: Unlink) -> Errand:
    return lambda desks: desks.unlinking.unlink(CaseId(action.case_id))


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
async def type_digit(query: CallbackQuery, action: TypeDigit, keypad: Keypad, ask: Ask) -> Errand:
    """The digit is taken here, for inside an errand it could be taken twice."""
    me, task_id = query.from_user.id, TaskId(action.task_id)
    await _archivable(me, task_id, keypad, ask)
    typed = keypad.add(me, task_id, action.digit, press=query.id, first=action.first)
    draws = keypad.asks_for_card(me, task_id)

    def errand(desks: Desks) -> Tell:
        if draws:
            desks.officer.show(task_id)
        dots = DOT * typed.count
        return Tell(message_id="keypad-typed", arguments={"dots": dots, "count": typed.count})

    return errand


@router.callback_query(Pressed(DigitNotKept))
async def miss_digit(query: CallbackQuery, action: DigitNotKept, keypad: Keypad) -> Errand:
    """The process that had the digit in memory has ended."""
    keypad.clear(query.from_user.id, action.task_id)

    def errand(desks: Desks) -> None:
        raise PassphraseForgotten

    return errand


@router.callback_query(Pressed(ClearDigits))
async def clear_digits(query: CallbackQuery, action: ClearDigits, keypad: Keypad) -> Errand:
    keypad.clear(query.from_user.id, action.task_id)

    def errand(desks: Desks) -> str:
        desks.officer.show(TaskId(action.task_id))
        return "keypad-cleared"

    return errand


@router.callback_query(Pressed(MakeArchive))
async def make_archive(
    query: CallbackQuery, action: MakeArchive, keypad: Keypad, ask: Ask, archive: Archive
) -> Errand:
    """The passphrase goes from memory into the archive, and nowhere else.

    It is forgotten when the books say that the archive is there: until then it is made again.
    """
    me, task_id = query.from_user.id, TaskId(action.task_id)
    case_id = await _archivable(me, task_id, keypad, ask)
    passphrase = keypad.finish(me, task_id, again=action.again)
    if passphrase is None:
        return _type_again(task_id)
    name = await archive(case_id, passphrase)
    return Then(
        lambda desks: desks.officer.archived(task_id, OutcomeId(action.outcome), name),
        afterwards=lambda: keypad.forget(me, task_id),
    )


def _type_again(task_id: TaskId) -> Errand:
    def errand(desks: Desks) -> str:
        desks.officer.show(task_id)
        return "keypad-again"

    return errand


async def _archivable(me: int, task_id: TaskId, keypad: Keypad, ask: Ask) -> CaseId:
    """The case; whoever may not archive it has typed in vain."""
    try:
        case: Case = await ask(me, lambda desks: desks.officer.archivable(task_id))
    except (Refusal, NotFound):
        keypad.forget(me, task_id)
        raise
    return case.id


@router.callback_query(Pressed(Work))
async def work(query: CallbackQuery, action: Work) -> Errand:
    return lambda desks: desks.forms.begin_task(TaskId(action.task_id))


@router.callback_query(Pressed(Queue))
async def turn_page(query: CallbackQuery, action: Queue) -> Errand:
    return lambda desks: desks.officer.queue(action.page, fresh=False)


@router.message(Command("tugas"))
async def queue(message: Message) -> Errand:
    return lambda desks: desks.officer.queue(0, fresh=True)
