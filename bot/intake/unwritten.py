"""What a press says that is written nowhere: a digit of a passphrase."""

from typing import Any

from messages.actions.officer import DigitNotKept, TypeDigit
from messages.actions.outdated import LoneDigit


def without_digit(raw: Any) -> Any:
    """The same update as the inbox may keep it; the very same where it has no digit.

    What is read back after a stop then says only that there was a digit.
    """
    query = raw.get("callback_query")
    data = query.get("data") if isinstance(query, dict) else None
    if not isinstance(data, str):
        return raw
    pressed = TypeDigit.decode(data) or LoneDigit.decode(data)
    if pressed is None:
        return raw
    kept = DigitNotKept(pressed.task_id).encode()
    return {**raw, "callback_query": {**query, "data": kept}}
