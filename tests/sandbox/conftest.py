from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People

TOKEN = "42:SANDBOX"
MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Running:
    """A sandbox that listens, the people of it, and a bare bot."""

    address: str
    token: str
    people: People
    http: aiohttp.ClientSession

    async def call(self, method: str, **fields: Any) -> Any:
        """A Bot API call with a JSON body; the result, or Refusal."""
        answer = await self.answer(method, **fields)
        if not answer["ok"]:
            raise Refusal(answer)
        return answer["result"]

    async def answer(self, method: str, **fields: Any) -> dict[str, Any]:
        """The whole envelope, whatever it says."""
        url = f"{self.address}/bot{self.token}/{method}"
        async with self.http.post(url, json=fields) as response:
            return dict(await response.json())

    async def refusal(self, method: str, **fields: Any) -> str:
        """The words with which a call is refused."""
        answer = await self.answer(method, **fields)
        assert not answer["ok"], answer
        return str(answer["description"])


class Refusal(Exception):
    pass


Start = Callable[..., AbstractAsyncContextManager[Running]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start a sandbox: `async with start(flood_limits=False) as sandbox`."""

    @asynccontextmanager
    async def starting(folder: Path = tmp_path / "sandbox", **more: Any) -> AsyncIterator[Running]:
        settings: dict[str, Any] = {"token": TOKEN, "starts_at": MONDAY, "flood_limits": False}
        sandbox = Sandbox(folder=folder, **(settings | more))
        async with (
            sandbox.listening() as address,
            People(address) as people,
            aiohttp.ClientSession() as http,
        ):
            yield Running(address=address, token=sandbox.token, people=people, http=http)

    return starting


@pytest.fixture
async def sandbox(start: Start) -> AsyncIterator[Running]:
    async with start() as running:
        yield running


@pytest.fixture
async def rina(sandbox: Running) -> int:
    """Somebody who pressed Start; the bot has heard of it."""
    rina = await sandbox.people.add("Rina Wulandari", 1001, "Pemohon", username="rina")
    await sandbox.people.text(rina, "/start")
    await sandbox.call("deleteWebhook", drop_pending_updates=True)
    return rina
