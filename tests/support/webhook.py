"""A bot's webhook: hears updates one by one, and answers as it was told to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One delivery: its headers and the update in it."""

    headers: dict[str, str]
    update: dict[str, Any]


class Webhook:
    """Deliveries wait in `heard`; `answers` gives the responses to come, then plain 200s."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: asyncio.Queue[Heard] = asyncio.Queue()
        self.answers: Iterator[Callable[[], web.Response]] = iter(())
        self.open = asyncio.Event()
        self.open.set()

    async def next(self) -> dict[str, Any]:
        return (await asyncio.wait_for(self.heard.get(), timeout=20)).update

    async def texts(self, count: int) -> list[str]:
        return [(await self.next())["message"]["text"] for _ in range(count)]

    async def hear(self, request: web.Request) -> web.Response:
        heard = Heard(headers=dict(request.headers), update=await request.json())
        self.heard.put_nowait(heard)
        await self.open.wait()
        answer = next(self.answers, web.Response)
        return answer()


@asynccontextmanager
async def listening() -> AsyncIterator[Webhook]:
    webhook = Webhook()
    app = web.Application()
    app.router.add_post("/hook", webhook.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    webhook.url = f"http://{host}:{port}/hook"
    try:
        yield webhook
    finally:
        webhook.open.set()
        await runner.cleanup()
