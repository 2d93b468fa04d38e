"""What anybody may send: the way in, the language, words, files, and what nobody asked for."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.errands import Desks, Errand, Fetch, is_elsewhere
from bot.filters import Pressed
from messages.actions import outdated
from messages.actions.action import Action
from messages.actions.everybody import Accept, Home, Speak, SpeakFirst
from workflow.errors import ListMoved, NotUnderstood, UnknownOutcome
from workflow.ids import OutcomeId, ProcedureId, ServiceId
from workflow.people import Language

router = Router(name="everybody")
# Asked last: what no other router has taken.
rest = Router(name="rest")


@router.message(CommandStart())
async def start(message: Message, command: CommandObject) -> Errand:
    return lambda desks: desks.reception.start(command.args or "")


@router.callback_query(Pressed(Home))
async def home(query: CallbackQuery, action: Home) -> Errand:
    return lambda desks: desks.reception.start("")


@router.message(Command("bahasa", "language"))
async def other_language(message: Message) -> Errand:
    """Whoever is being asked something goes on with that."""

    def errand(desks: Desks) -> None:
        english = desks.me.language is Language.INDONESIAN
        desks.reception.speak(Language.ENGLISH if english else Language.INDONESIAN)
        if desks.work.people.focus(desks.me.id) is None:
            desks.reception.welcome(fresh=True)
        else:
            desks.listener.ask_again()

    return errand


@router.callback_query(Pressed(Speak), F.data.in_({f"sp:{one.value}" for one in Language}))
async def speak(query: CallbackQuery, action: Speak) -> Errand:
    def errand(desks: Desks) -> None:
        desks.reception.speak(Language(action.language))
        desks.reception.welcome(fresh=is_elsewhere(desks, query, "welcome"))

    return errand


@router.callback_query(Pressed(SpeakFirst), F.data.startswith(("sn:id:", "sn:en:")))
async def speak_first(query: CallbackQuery, action: SpeakFirst) -> Errand:
    def errand(desks: Desks) -> None:
        desks.reception.speak(Language(action.language))
        choice = f"{action.procedure_id}:{action.service or ''}" if action.procedure_id else ""
        desks.reception.show_privacy(choice, fresh=is_elsewhere(desks, query, "privacy"))

    return errand


@router.message(Command("privasi"))
async def privacy(message: Message) -> Errand:
    return lambda desks: desks.reception.show_privacy()


@router.callback_query(Pressed(Accept))
async def accept(query: CallbackQuery, action: Accept) -> Errand:
    def errand(desks: Desks) -> None:
        desks.reception.accept_privacy(action.version)
        if action.procedure_id:
            service = ServiceId(action.service) if action.service else None
            desks.forms.begin(ProcedureId(action.procedure_id), service)
        else:
            desks.reception.start("")

    return errand


@router.message(Command("bantuan", "help"))
async def give_help(message: Message) -> Errand:
    return lambda desks: desks.reception.help()


@router.message(Command("batal"))
async def stop(message: Message) -> Errand:
    return lambda desks: desks.listener.stop()


@router.message(F.document | F.photo)
async def take_file(message: Message, fetch: Fetch) -> Errand:
    fetched = await fetch(message)
    return lambda desks: desks.forms.attach(
        fetched.draft_id, fetched.file, message_id=message.message_id
    )


async def press_of_an_earlier_release(query: CallbackQuery, action: Action) -> Errand:
    def errand(desks: Desks) -> None:
        raise ListMoved

    return errand


for kind in (*outdated.ON_A_TASK, *outdated.ON_A_FORM):
    rest.callback_query.register(press_of_an_earlier_release, Pressed(kind))


@rest.message(F.text.startswith("/"))
async def unknown_command(message: Message) -> Errand:
    def errand(desks: Desks) -> None:
        raise NotUnderstood

    return errand


@rest.message(F.text)
async def words(message: Message) -> Errand:
    return lambda desks: desks.listener.hear(message.text or "", message_id=message.message_id)


@rest.edited_message(F.text)
async def other_words(message: Message) -> Errand:
    return lambda desks: desks.corrections.correct(
        message.text or "", message_id=message.message_id
    )


@rest.edited_message(F.document | F.photo)
async def other_file(message: Message) -> Errand:
    return lambda desks: desks.corrections.file()


@rest.edited_message()
async def other_thing(message: Message) -> Errand:
    """A place that is shared live is edited all the time; nobody asked for it."""
    return lambda desks: None


@rest.message(F.contact)
async def contact(message: Message) -> Errand:
    number = "" if message.contact is None else message.contact.phone_number
    return lambda desks: desks.listener.contact(number, message_id=message.message_id)


@rest.message()
async def strange(message: Message) -> Errand:
    return lambda desks: desks.listener.strange()


@rest.callback_query()
async def unknown_press(query: CallbackQuery) -> Errand:
    def errand(desks: Desks) -> None:
        raise UnknownOutcome(outcome=OutcomeId(""))

    return errand
