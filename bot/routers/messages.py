"""Words, files, and what nobody asked for: whatever is sent and is no command."""

from aiogram import F, Router
from aiogram.types import Message

from bot.errands import Desks, Errand, Fetch
from workflow.errors import NotUnderstood

router = Router(name="messages")


@router.message(F.document | F.photo)
async def take_file(message: Message, fetch: Fetch) -> Errand:
    fetched = await fetch(message)
    return lambda desks: desks.messages.attach(
        fetched.focus, fetched.file, message_id=message.message_id
    )


@router.message(F.text.startswith("/"))
async def unknown_command(message: Message) -> Errand:
    def errand(desks: Desks) -> None:
        raise NotUnderstood

    return errand


@router.message(F.text)
async def words(message: Message) -> Errand:
    return lambda desks: desks.messages.hear(message.text or "", message_id=message.message_id)


@router.edited_message(F.text)
async def other_words(message: Message) -> Errand:
    return lambda desks: desks.corrections.correct(
        message.text or "", message_id=message.message_id
    )


@router.edited_message(F.document | F.photo)
async def other_file(message: Message) -> Errand:
    return lambda desks: desks.corrections.file()


@router.edited_message()
async def other_thing(message: Message) -> Errand:
    """A place that is shared live is edited all the time; nobody asked for it."""
    return lambda desks: None


@router.message(F.contact)
async def contact(message: Message) -> Errand:
    number = "" if message.contact is None else message.contact.phone_number
    return lambda desks: desks.messages.contact(number, message_id=message.message_id)


@router.message()
async def strange(message: Message) -> Errand:
    return lambda desks: desks.messages.strange()
