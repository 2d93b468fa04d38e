"""The people of the sandbox as a script or a test plays them: write, press, upload, wait, look."""

import asyncio
import io
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.control_client import ControlClient, NotPossible, body_of
from bot.sandbox.presses import PressAnswer

Message = dict[str, Any]
State = dict[str, Any]

PATIENCE = 10.0
"""Seconds of real time a wait lasts before the test is told what it saw instead."""


class NothingCame(Exception):
    """What was waited for did not happen; the text is the chat as it stands."""


class People(ControlClient):
    """All phones of one sandbox.

    async with People(address) as people:
        await people.add("Rina Wulandari", 1001, "Pemohon")
        await people.text(1001, "/start")
        await people.press(1001, "Paraf")
    """

    def __init__(self, address: str) -> None:
        super().__init__(address)
        # What was seen last: the phones, the rest, and at which revision.
        self._phones: dict[int, dict[str, Any]] = {}
        self._around: State = {}
        self._rev = 0

    async def add(
        self,
        name: str,
        person_id: int | None = None,
        role: str = "",
        *,
        username: str | None = None,
        language: str = "id",
    ) -> int:
        """Give somebody a phone; the id of the person, which is also the chat's."""
        body: dict[str, Any] = {
            "name": name,
            "role": role,
            "username": username or "",
            "language": language,
        }
        if person_id is not None:
            body |= {"id": person_id}
        answer: int = (await self.post("people", body))["id"]
        return answer

    async def text(self, person: int, text: str, *, forward_of: int | str | None = None) -> int:
        """Write; the message's id. `/start payload` opens a deep link."""
        body = {"text": text} | ({} if forward_of is None else {"forward_of": forward_of})
        answer: int = (await self.post(f"people/{person}/text", body))["message_id"]
        return answer

    async def press(
        self,
        person: int,
        what: int | str,
        label: str | None = None,
        *,
        data: str | None = None,
        repeat: int = 1,
        within: float = PATIENCE,
    ) -> list[int]:
        """Press a button; the ids of the updates the bot gets.

        `press(1001, "Paraf")` finds the newest message with a button whose label contains "Paraf",
        and waits for it if there is none yet. `press(1001, 17, "Paraf")` looks at message 17 only,
        `press(1001, 17, data="d:1")` presses by data, whatever stands on the button.
        """
        if isinstance(what, int) and data is not None:
            body = {"message_id": what, "data": data, "repeat": repeat, "forge": True}
            return await self._press(person, body)
        number, wanted = (what, label or "") if isinstance(what, int) else (None, what)

        def place(messages: list[Message]) -> dict[str, Any] | None:
            return _button(messages, wanted, number)

        found = await self._wait(person, place, f"a button {wanted!r}", within)
        body = {**found, "repeat": repeat}
        return await self._press(person, body)

    async def _press(self, person: int, body: dict[str, Any]) -> list[int]:
        pressed: list[int] = (await self.post(f"people/{person}/press", body))["update_ids"]
        return pressed

    async def answer(self, person: int, update_id: int, *, within: float = PATIENCE) -> PressAnswer:
        """What the bot answered to a press, as soon as it did; `answered` False if it did not."""
        path = f"people/{person}/presses/{update_id}"
        return PressAnswer(**await self.get(path, wait=str(within)))

    async def upload(
        self,
        person: int,
        *files: Path | tuple[str, bytes],
        caption: str = "",
        kind: str = "document",
    ) -> list[int]:
        """Send files; two or more make an album. A file is a path, or a name and its bytes."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("as", kind)
        form.add_field("caption", caption)
        for file in files:
            name, data = (file.name, file.read_bytes()) if isinstance(file, Path) else file
            form.add_field("file", io.BytesIO(data), filename=name)
        async with self.http.post(self.url(f"people/{person}/upload"), data=form) as response:
            answer: list[int] = (await body_of(response))["message_ids"]
            return answer

    async def send(self, person: int, kind: str) -> int:
        """A sticker, voice, location, contact or animation."""
        answer: int = (await self.post(f"people/{person}/send", {"kind": kind}))["message_id"]
        return answer

    async def edit(self, person: int, message_id: int, text: str) -> None:
        await self.post(f"people/{person}/edit", {"message_id": message_id, "text": text})

    async def block(self, person: int, *, blocked: bool = True) -> None:
        await self.post(f"people/{person}/block", {"blocked": blocked})

    async def deactivate(self, person: int) -> None:
        """The person deletes the account, for good."""
        await self.post(f"people/{person}/deactivate", {})

    async def read(self, person: int) -> None:
        """Look at the chat: nothing in it is unread."""
        await self.post(f"people/{person}/read", {})

    async def state(self) -> State:
        """Everything the page shows."""
        return await self._look(wait=0)

    async def person(self, person: int) -> dict[str, Any]:
        """One phone: commands, unread messages, whether the bot is typing …"""
        for each in (await self.state())["people"]:
            if each["id"] == person:
                return dict(each)
        raise NotPossible(f"there is no person {person}")

    async def messages(self, person: int) -> list[Message]:
        """The chat of a person as the phone shows it: oldest first, deleted ones left out."""
        phone = await self.person(person)
        return [message for message in phone["messages"] if not message["deleted"]]

    async def last(self, person: int) -> Message:
        """The newest message in the chat."""
        return (await self.messages(person))[-1]

    async def file(self, person: int, message_id: int) -> bytes:
        """The bytes of a document or photo, as the phone would open it."""
        url = self.url(f"people/{person}/files/{message_id}")
        async with self.http.get(url) as response:
            if response.status != 200:
                raise NotPossible(await response.text())
            return await response.read()

    async def wait_for(
        self,
        predicate: Callable[[State], Any],
        within: float = PATIENCE,
        *,
        what: str = "what was waited for",
    ) -> Any:
        """Watch the whole state until `predicate` gives something true, and return that."""
        deadline = time.monotonic() + within
        wait = 0.0
        while True:
            try:
                async with asyncio.timeout(max(0.01, deadline - time.monotonic())):
                    state = await self._look(wait)
            except TimeoutError:
                seen = transcript(self._phones.values())
                raise NothingCame(f"{what} did not come:\n{seen}") from None
            if found := predicate(state):
                return found
            wait = within

    async def _look(self, wait: float) -> State:
        """What was seen before with what is new since, for which it waits so many seconds."""
        news = await self.get("events", after=str(self._rev), wait=str(wait))
        # Of two looks at the same time, the older may come in last: it knows nothing new.
        if news["whole"] or news["rev"] >= self._rev:
            if news["whole"]:
                self._phones.clear()
            self._phones |= {person["id"]: person for person in news["people"]}
            self._around, self._rev = news, news["rev"]
        return {**self._around, "people": list(self._phones.values())}

    async def wait_for_text(
        self, person: int, text: str, within: float = PATIENCE, *, after: int = 0
    ) -> Message:
        """The newest message of the bot that contains `text` (and comes after message `after`)."""

        def said(messages: list[Message]) -> Message | None:
            return next(
                (
                    message
                    for message in reversed(messages)
                    if not message["out"]
                    and message["message_id"] > after
                    and text in message["text"]
                ),
                None,
            )

        answer: dict[str, Any] = await self._wait(person, said, f"a message with {text!r}", within)
        return answer

    async def wait_for_file(
        self, person: int, name: str = "", within: float = PATIENCE, *, after: int = 0
    ) -> Message:
        """The newest file of the bot whose name contains `name`."""

        def sent(messages: list[Message]) -> Message | None:
            return next(
                (
                    message
                    for message in reversed(messages)
                    if not message["out"]
                    and message["message_id"] > after
                    and message["file"]
                    and name in (message["file"]["name"] or "")
                ),
                None,
            )

        answer: dict[str, Any] = await self._wait(person, sent, f"a file {name!r}", within)
        return answer

    async def transcript(self, *people: int) -> str:
        """The chats as text, for a failure message."""
        state = await self.state()
        return transcript(each for each in state["people"] if not people or each["id"] in people)

    async def _wait(
        self, person: int, look: Callable[[list[Message]], Any], what: str, within: float
    ) -> Any:
        def seen(state: State) -> Any:
            for each in state["people"]:
                if each["id"] == person:
                    return look([one for one in each["messages"] if not one["deleted"]])
            return None

        return await self.wait_for(seen, within, what=f"{what} for {person}")


def transcript(phones: Iterable[dict[str, Any]]) -> str:
    """Chats as text: who said what, with which buttons."""
    lines = []
    for phone in phones:
        lines.append(f"── {phone['name']} ({phone['id']}), {phone['role']}")
        for message in phone["messages"]:
            who = phone["name"] if message["out"] else "bot"
            gone = " [deleted]" if message["deleted"] else ""
            file = f" [{message['file']['name']}]" if message["file"] else ""
            lines.append(f"{message['message_id']:>5} {who}{gone}{file}: {message['text']}")
            for row in message["buttons"]:
                lines.append("      " + " ".join(f"[ {button['text']} ]" for button in row))
    return "\n".join(lines)


def _button(messages: list[Message], label: str, number: int | None) -> dict[str, Any] | None:
    """Message, row and column of the newest button with this label."""
    for message in reversed(messages):
        if number is not None and message["message_id"] != number:
            continue
        for row, buttons in enumerate(message["buttons"]):
            for column, button in enumerate(buttons):
                if label in button["text"]:
                    return {"message_id": message["message_id"], "row": row, "column": column}
    return None
