"""The rest of a text that was too long for one message: it answers nothing by itself."""

from datetime import timedelta

from aiogram.types import Update

# Bot API: a text has at most so many UTF-16 units; a phone sends a longer one in parts.
LONGEST_TEXT = 4096
# The parts leave a phone together.
TOGETHER = timedelta(seconds=2)
_REMEMBERED = 1000


class CutOff:
    """Knows the chats whose last text filled a whole message.

    That first part is longer than any answer, so it was refused with its length. Without this the
    rest would be taken as the answer.
    """

    def __init__(self) -> None:
        self._full: dict[int, Update] = {}

    def is_rest(self, update: Update) -> bool:
        """Whether an update goes on with the text before it; each update is asked about once."""
        message = update.message
        if message is None:
            return False
        before = self._full.pop(message.chat.id, None)
        if message.text is None:
            return False
        if len(message.text.encode("utf-16-le")) // 2 >= LONGEST_TEXT:
            self._full[message.chat.id] = update
            while len(self._full) > _REMEMBERED:
                del self._full[next(iter(self._full))]
        if before is None or before.message is None or before.update_id == update.update_id:
            return False
        return message.date - before.message.date <= TOGETHER
