"""Digits typed on a card's keypad: in memory alone, gone when used or when the process ends.

Nothing here stands inside a writer call, which may run twice.
"""

from dataclasses import dataclass, field

from workflow.errors import (
    PassphraseForgotten,
    PassphrasesDiffer,
    PassphraseTooLong,
    PassphraseTooShort,
)
from workflow.views.task import Typed

SHORTEST = 6
LONGEST = 32


@dataclass(slots=True)
class _Entry:
    """A passphrase on its way: typed once, then once more."""

    first: str = ""
    # By the press that brought it, so that a press handled again counts once.
    digits: dict[str, str] = field(default_factory=dict)
    is_being_shown: bool = False

    @property
    def typed(self) -> str:
        return "".join(self.digits.values())


class Keypad:
    """What each person, known by their chat, has typed for each task so far."""

    def __init__(self) -> None:
        self._entries: dict[tuple[int, int], _Entry] = {}

    def add(self, chat: int, task: int, digit: int, *, press: str, first: bool) -> Typed:
        """Take a digit, of the first one's button or of a later one's; what is typed by now.

        Raises PassphraseForgotten where those before it are gone, PassphraseTooLong; both clear.
        """
        entry = self._entries.get((chat, task))
        if entry is None:
            entry = self.clear(chat, task)
            if not first:
                raise PassphraseForgotten
        entry.digits[press] = str(digit % 10)
        if len(entry.digits) > LONGEST:
            self.clear(chat, task)
            raise PassphraseTooLong(longest=LONGEST)
        return self.typed(chat, task)

    def finish(self, chat: int, task: int, *, again: bool) -> str | None:
        """The passphrase once it was typed twice; nothing when it is to be typed *again*.

        Raises PassphraseTooShort, PassphrasesDiffer or PassphraseForgotten, and clears all.
        """
        entry = self._entries.get((chat, task)) or _Entry()
        if entry.first and not again:
            return None  # pressed twice by accident
        if not again and len(entry.typed) >= SHORTEST:
            self._entries[(chat, task)] = _Entry(first=entry.typed)
            return None
        if again and entry.first and entry.typed == entry.first:
            return entry.first
        self.clear(chat, task)
        if not again:
            raise PassphraseTooShort(shortest=SHORTEST)
        raise PassphrasesDiffer if entry.first else PassphraseForgotten

    def clear(self, chat: int, task: int) -> _Entry:
        """Begin anew."""
        self._entries[(chat, task)] = _Entry()
        return self._entries[(chat, task)]

    def forget(self, chat: int, task: int) -> None:
        """The passphrase was used, or its owner does something else."""
        self._entries.pop((chat, task), None)

    def typed(self, chat: int, task: int) -> Typed:
        """How many digits were typed, for the dots on the card."""
        entry = self._entries.get((chat, task)) or _Entry()
        return Typed(count=len(entry.digits), again=bool(entry.first))

    def asks_for_card(self, chat: int, task: int) -> bool:
        """Whether the card is to be drawn anew: one that waits for that shows later digits too."""
        entry = self._entries.get((chat, task))
        if entry is None or entry.is_being_shown:
            return False
        entry.is_being_shown = True
        return True

    def shown(self, chat: int, task: int) -> Typed:
        """The same as `typed`, for a card that is being drawn now."""
        entry = self._entries.get((chat, task))
        if entry is not None:
            entry.is_being_shown = False
        return self.typed(chat, task)
