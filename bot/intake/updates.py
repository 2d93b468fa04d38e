"""What an update is, before anybody handles it: whose, what it holds, what of it is kept."""

import json
from typing import Any, NoReturn

from aiogram.types import Update

from bot.intake.copies import Press
from bot.intake.handling import Visitor
from bot.intake.unwritten import without_digit
from storage.inbox import Received
from workflow.plain_text import names_a_number


def brings_bytes(update: Update | None) -> bool:
    """Whether a stranger's file is opened for it."""
    message = None if update is None else update.message
    return message is not None and (message.document is not None or bool(message.photo))


def visitor_of(update: Update | None, received: Received) -> Visitor:
    event = None
    if update is not None:
        event = update.callback_query or update.message or update.edited_message
    user = None if event is None else event.from_user
    if user is None:
        return Visitor(telegram_id=received.chat_id, name="", language_code="")
    return Visitor(
        telegram_id=user.id,
        name=user.full_name,
        language_code=user.language_code or "",
        press=_press(update),
        telling=_telling(update),
        words=_words(update),
    )


def _press(update: Update | None) -> Press | None:
    query = None if update is None else update.callback_query
    if query is None:
        return None
    return Press(0 if query.message is None else query.message.message_id, query.data or "")


def _telling(update: Update | None) -> int | None:
    """The message with the number of a person in it, which is not to stay in the chat."""
    message = None if update is None else (update.message or update.edited_message)
    if message is None or not names_a_number(message.text or message.caption or ""):
        return None
    return message.message_id


def _words(update: Update | None) -> int | None:
    """The message of somebody who may be answering a question."""
    message = None if update is None else update.message
    if message is None or not message.text or message.text.startswith("/"):
        return None
    return message.message_id


def received_of(raw: Any) -> Received | None:
    """Shape a raw update for the inbox; nothing for kinds that nobody here waits for.

    Raises KeyError, TypeError or ValueError for what is no update at all.
    """
    if "callback_query" in raw:
        chat_id = raw["callback_query"]["from"]["id"]
    elif "message" in raw or "edited_message" in raw:
        chat = (raw.get("message") or raw["edited_message"])["chat"]
        if chat.get("type") != "private":
            return None
        chat_id = chat["id"]
    else:
        return None if _is_number(raw["update_id"]) else _no_update(raw)
    if not _is_number(chat_id) or not _is_number(raw["update_id"]):
        return _no_update(raw)
    whole = _without_card(raw)
    kept = without_digit(whole)
    return Received(
        update_id=raw["update_id"],
        chat_id=chat_id,
        body=json.dumps(kept),
        unwritten="" if kept is whole else json.dumps(whole),
    )


def _without_card(raw: Any) -> Any:
    """A press without the words of the card it was made on: they are ours, and nobody asks."""
    query = raw.get("callback_query")
    card = None if query is None else query.get("message")
    if not isinstance(card, dict):
        return raw
    kept = {name: card[name] for name in ("message_id", "date", "chat") if name in card}
    return {**raw, "callback_query": {**query, "message": kept}}


def _is_number(told: object) -> bool:
    """Whether it is a number that a book can keep."""
    return isinstance(told, int) and not isinstance(told, bool) and abs(told) < 1 << 63


def _no_update(raw: object) -> NoReturn:
    """Its shape is told and not its words, which a log would keep."""
    shape = sorted(raw) if isinstance(raw, dict) else type(raw).__name__
    raise ValueError(f"no update: {shape!r:.200}")
