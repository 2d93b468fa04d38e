from dataclasses import dataclass
from typing import Any

import pytest

from bot.sandbox.visitor import Message, People, PressAnswer
from tests.support.clients import CLIENTS, open_client, updates
from tests.support.http_client import connected
from tests.support.journal import assert_journal_conforms


@dataclass(frozen=True)
class Phone:
    """One person's phone, in its private chat with the bot."""

    id: int
    people: People

    async def writes(self, text: str, **more: Any) -> int:
        return await self.people.text(self.id, text, **more)

    async def presses(self, message_id: int, data: str, *, repeat: int = 1) -> list[int]:
        return await self.people.press(self.id, message_id, data=data, repeat=repeat)

    async def answer_to(self, update_id: int) -> PressAnswer:
        return await self.people.answer(self.id, update_id)

    async def uploads(self, *files: tuple[str, bytes], **more: Any) -> list[int]:
        return await self.people.upload(self.id, *files, **more)

    async def sends(self, kind: str) -> int:
        return await self.people.send(self.id, kind)

    async def edits(self, message_id: int, text: str) -> None:
        await self.people.edit(self.id, message_id, text)

    async def blocks(self, *, blocked: bool = True) -> None:
        await self.people.block(self.id, blocked=blocked)

    async def deletes_the_account(self) -> None:
        await self.people.deactivate(self.id)

    async def opens(self, message_id: int) -> bytes:
        return await self.people.file(self.id, message_id)

    async def screen(self) -> dict[str, Any]:
        return await self.people.person(self.id)

    async def messages(self) -> list[Message]:
        return await self.people.messages(self.id)


@pytest.fixture
async def town(sandbox):
    """Everyone with a phone; when the test is over, all that was said was Telegram's own tongue."""
    yield sandbox.people
    assert_journal_conforms(await sandbox.people.journal(), refused_requests=False)


@pytest.fixture(params=CLIENTS)
async def client(request, sandbox, town):
    """The bot's side, once through every client; a test may name fewer."""
    async with open_client(request.param, sandbox.address, sandbox.token) as client:
        yield client


@pytest.fixture
async def http(sandbox, town):
    """The bot's side over plain HTTP, for what only the wire shows."""
    async with connected(sandbox.address, sandbox.token) as client:
        yield client


@pytest.fixture
def phone(town):
    """Give somebody a phone: `await phone(1009, "Budi")`."""

    async def given(person_id, name, **more):
        return Phone(id=await town.add(name, person_id, **more), people=town)

    return given


async def started(person, http):
    """The person wrote to the bot, and nothing is left to tell about it."""
    await person.writes("/start")
    [*_, last] = await updates(http)
    await http.call("getUpdates", offset=last["update_id"] + 1)
    return person


@pytest.fixture
async def rina(phone, http):
    return await started(await phone(1001, "Rina Wulandari"), http)


@pytest.fixture
async def dewi(phone, http, rina):
    return await started(await phone(1002, "Dewi Lestari"), http)
