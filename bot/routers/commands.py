"""Commands: the few words with a stroke before them."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message

from bot.errands import Desks, Errand
from workflow.people import Language

router = Router(name="commands")


@router.message(CommandStart())
async def start(message: Message, command: CommandObject) -> Errand:
    return lambda desks: desks.reception.start(command.args or "")


@router.message(Command("tugas"))
async def queue(message: Message) -> Errand:
    return lambda desks: desks.officer.queue(0, fresh=True)


@router.message(Command("hariini", "today"))
async def today(message: Message) -> Errand:
    return lambda desks: desks.officer.today(0, fresh=True)


@router.message(Command("log"))
async def log(message: Message) -> Errand:
    return lambda desks: desks.auditor.log(0, fresh=True)


@router.message(Command("skm"))
async def satisfaction(message: Message) -> Errand:
    return lambda desks: desks.surveys.results(0, fresh=True)


@router.message(Command("status"))
async def status(message: Message) -> Errand:
    return lambda desks: desks.reception.show_mine()


@router.message(Command("cari", "search"))
async def search(message: Message, command: CommandObject) -> Errand:
    return lambda desks: desks.search.begin(command.args or "")


@router.message(Command("pantau"))
async def watch(message: Message) -> Errand:
    return lambda desks: desks.supervisor.overview(fresh=True)


@router.message(Command("kantor"))
async def show_office(message: Message) -> Errand:
    return lambda desks: desks.administrator.overview(fresh=True)


@router.message(Command("bahasa", "language"))
async def other_language(message: Message) -> Errand:
    """Whoever is being asked something goes on with that."""

    def errand(desks: Desks) -> None:
        english = desks.me.language is Language.INDONESIAN
        desks.reception.speak(Language.ENGLISH if english else Language.INDONESIAN)
        if desks.work.people.focus(desks.me.id) is None:
            desks.reception.welcome(fresh=True)
        else:
            desks.messages.ask_again()

    return errand


@router.message(Command("privasi"))
async def privacy(message: Message) -> Errand:
    return lambda desks: desks.reception.show_privacy()


@router.message(Command("bantuan", "help"))
async def give_help(message: Message) -> Errand:
    return lambda desks: desks.reception.help()


@router.message(Command("batal"))
async def stop(message: Message) -> Errand:
    return lambda desks: desks.messages.stop()
