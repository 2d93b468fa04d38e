"""answerCallbackQuery and getFile."""

from typing import Any

from bot.sandbox.files import LARGEST_DOWNLOAD
from bot.sandbox.refusals import bad_request
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call

LONGEST_ANSWER = 200
"""Characters of an answer to a press (Bot API, answerCallbackQuery)."""


def answer_callback_query(telegram: EmbeddedTelegram, call: Call) -> bool:
    text = call.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    telegram.presses.answer(
        call.text("callback_query_id"),
        {"text": text, "alert": call.flag("show_alert"), "url": call.text("url") or None},
    )
    return True


def get_file(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = telegram.files.find(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.as_reference(), "file_path": file.path}
