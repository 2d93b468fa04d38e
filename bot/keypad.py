"""Digits typed on a card's keypad: in memory alone, gone when used or when the process ends."""

from workflow.errors import PassphraseTooShort

SHORTEST = 6
LONGEST = 32


class Keypad:
    """What each person has typed for each task so far."""

    def __init__(self) -> None:
        self._typed: dict[tuple[int, int], str] = {}

    def add(self, person: int, task: int, digit: int) -> None:
        typed = self._typed.get((person, task), "") + str(digit % 10)
        self._typed[(person, task)] = typed[:LONGEST]

    def clear(self, person: int, task: int) -> None:
        self._typed.pop((person, task), None)

    def typed(self, person: int, task: int) -> str:
        """The passphrase, to be cleared once it was used; raises PassphraseTooShort."""
        typed = self._typed.get((person, task), "")
        if len(typed) < SHORTEST:
            raise PassphraseTooShort(shortest=SHORTEST)
        return typed
