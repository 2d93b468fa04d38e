"""Presses buttons on the phones of the sandbox for a persona, as soon as they are there."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from bot.cli.sandbox.performance import Performance
from bot.sandbox.visitor import Message, People
from messages.actions.action import Action

Asked = TypeVar("Asked", bound=Action)

PATIENCE = 60.0  # seconds of real time for the bot to answer
# For whoever watches: seconds before each press, and more where there is something to read.
PACE = 1.5
LETTERS_A_SECOND = 45
SHORTEST_FOR_A_CARD, LONGEST_FOR_A_CARD = 5.0, 8.0
A_CARD = 150  # letters; what is shorter is a question or a remark
THINKING = timedelta(seconds=70)  # of the office's time, for each press


class PlayFailed(Exception):
    """The case could not be played to its end; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Presser:
    """Presses for whoever is named, at the pace of a person unless it is to be *fast*."""

    people: People
    fast: bool
    performance: Performance = field(default_factory=Performance)
    # The lines that have stood on each phone; an office's cards have many of them in common.
    _read: dict[int, set[str]] = field(default_factory=dict)

    async def tap(self, person: int, kind: type[Asked], fits: Any = None) -> Asked:
        """Press the newest button of this kind on a phone, as soon as it is there."""
        await self.think(person)

        def place(state: dict[str, Any]) -> tuple[int, str, Asked] | None:
            for message in reversed(chat_of(state, person)):
                for data, action in actions_in(message, kind):
                    if fits is None or fits(action):
                        return message["message_id"], data, action
            return None

        what = f"a button of {kind.__name__} for {person}"
        await self.people.wait_for(place, PATIENCE, what=what)
        await self.read(person)
        message_id, data, action = await self.people.wait_for(place, PATIENCE, what=what)
        [update_id] = await self.people.press(person, message_id, data=data)
        answer = await self.people.answer(person, update_id, within=PATIENCE)
        if answer.alert:
            raise PlayFailed(f"{kind.__name__} for {person} was refused: {answer.text}")
        found: Asked = action
        return found

    async def has(self, person: int, kind: type[Asked], fits: Callable[[Asked], bool]) -> bool:
        state = await self.people.state()
        return any(
            fits(action)
            for message in chat_of(state, person)
            for _, action in actions_in(message, kind)
        )

    async def newest(self, person: int, kinds: tuple[type[Action], ...], fits: Any) -> Action:
        """The newest action of these kinds on a phone, as soon as there is one."""

        def look(state: dict[str, Any]) -> Action | None:
            for message in reversed(chat_of(state, person)):
                for kind in kinds:
                    for _, action in actions_in(message, kind):
                        if fits(action):
                            return action
            return None

        names = ", ".join(kind.__name__ for kind in kinds)
        found: Action = await self.people.wait_for(look, PATIENCE, what=f"{names} for {person}")
        return found

    async def labelled(
        self, person: int, kind: type[Asked], fits: Callable[[Asked], bool]
    ) -> list[tuple[str, Asked]]:
        """The buttons of this kind on the newest message that has any, with their words."""

        def look(state: dict[str, Any]) -> list[tuple[str, Asked]] | None:
            for message in reversed(chat_of(state, person)):
                found = [
                    (str(button["text"]), action)
                    for row in message["buttons"]
                    for button in row
                    if (action := kind.decode(button["data"] or "")) is not None and fits(action)
                ]
                if found:
                    return found
            return None

        what = f"buttons of {kind.__name__} for {person}"
        found: list[tuple[str, Asked]] = await self.people.wait_for(look, PATIENCE, what=what)
        return found

    async def think(self, person: int) -> None:
        """Time passes in the office, and whoever watches sees whose phone it is now."""
        self.performance.person = person
        await self.people.advance(seconds=THINKING.total_seconds() if self.fast else 1)

    async def read(self, person: int) -> None:
        """Wait as long as a watching person needs for what is new on a phone."""
        if self.fast:
            return
        known = self._read.setdefault(person, set())
        messages = chat_of(await self.people.state(), person)
        lines = {line for one in messages if not one["out"] for line in one["text"].splitlines()}
        letters = sum(map(len, lines - known))
        known |= lines
        await asyncio.sleep(seconds_for(letters) / self.performance.speed)


def seconds_for(letters: int) -> float:
    """How long a text of so many letters stays before it is answered."""
    if letters < A_CARD:
        return PACE
    return min(max(letters / LETTERS_A_SECOND, SHORTEST_FOR_A_CARD), LONGEST_FOR_A_CARD)


def chat_of(state: dict[str, Any], person: int) -> list[Message]:
    for one in state["people"]:
        if one["id"] == person:
            return [message for message in one["messages"] if not message["deleted"]]
    return []


def actions_in(message: Message, kind: type[Asked]) -> list[tuple[str, Asked]]:
    found = []
    for row in message["buttons"]:
        for button in row:
            action = kind.decode(button["data"] or "")
            if action is not None:
                found.append((button["data"], action))
    return found
