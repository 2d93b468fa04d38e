"""The people's side of the sandbox: phones that write, press and upload, and the town clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, FormData


class Impossible(Exception):
    """The sandbox would not let a person do that."""


@asynccontextmanager
async def town(address: str) -> AsyncIterator["Town"]:
    """The town around a sandbox that listens at that address."""
    async with ClientSession() as session:
        yield Town(session, address)


class Town:
    """Everyone with a phone, and what moves them all: the clock and the faults."""

    def __init__(self, session: ClientSession, address: str):
        self._session = session
        self.address = address

    async def person(self, person_id: int, name: str, **more: Any) -> "Phone":
        await self.post("/sandbox/people", id=person_id, name=name, **more)
        return Phone(id=person_id, town=self)

    async def state(self) -> dict[str, Any]:
        return await self.get("/sandbox/state")

    async def journal(self, after: int = 0) -> list[dict[str, Any]]:
        return (await self.get(f"/sandbox/journal?after={after}"))["entries"]

    async def now(self) -> str:
        return (await self.get("/sandbox/clock"))["now"]

    async def later(self, seconds: float) -> None:
        await self.post("/sandbox/clock", advance=seconds)

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        await self.post("/sandbox/faults", method=method, kind=kind, **more)

    async def get(self, path: str) -> Any:
        async with self._session.get(self.address + path) as response:
            return await _told(response)

    async def post(self, path: str, **body: Any) -> Any:
        async with self._session.post(self.address + path, json=body) as response:
            return await _told(response)

    async def delete(self, path: str) -> Any:
        async with self._session.delete(self.address + path) as response:
            return await _told(response)

    async def send(self, path: str, form: FormData) -> Any:
        async with self._session.post(self.address + path, data=form) as response:
            return await _told(response)

    async def fetch(self, path: str) -> bytes:
        async with self._session.get(self.address + path) as response:
            if response.status != 200:
                raise Impossible(await response.text())
            return await response.read()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One person's phone, in its private chat with the bot."""

    id: int
    town: Town

    async def writes(self, text: str, **more: Any) -> Any:
        return await self._post("text", text=text, **more)

    async def presses(self, message_id: int, data: str, **more: Any) -> list[int]:
        """Press a button; the ids of the updates it makes."""
        told = await self._post("press", message_id=message_id, data=data, **more)
        return told["update_ids"]

    async def reply_to_press(self, update_id: int, wait: float = 5) -> dict[str, Any]:
        return await self.town.get(f"{self._path}/presses/{update_id}?wait={wait}")

    async def uploads(
        self, *files: tuple[str, bytes], kind: str = "document", caption: str | None = None
    ) -> Any:
        """Send files as documents or photos; two or more make an album."""
        form = FormData({"as": kind} | ({"caption": caption} if caption else {}))
        for name, content in files:
            form.add_field("file", content, filename=name)
        return await self.town.send(f"{self._path}/upload", form)

    async def sends(self, kind: str) -> Any:
        return await self._post("send", kind=kind)

    async def edits(self, message_id: int, text: str) -> Any:
        return await self._post("edit", message_id=message_id, text=text)

    async def blocks(self, *, blocked: bool = True) -> Any:
        return await self._post("block", blocked=blocked)

    async def opens(self, message_id: int) -> bytes:
        """The bytes of the file in that message."""
        return await self.town.fetch(f"{self._path}/files/{message_id}")

    async def screen(self) -> dict[str, Any]:
        """The phone as the page shows it."""
        people = (await self.town.state())["people"]
        return next(person for person in people if person["id"] == self.id)

    async def messages(self) -> list[dict[str, Any]]:
        return (await self.screen())["messages"]

    async def _post(self, what: str, **body: Any) -> Any:
        return await self.town.post(f"{self._path}/{what}", **body)

    @property
    def _path(self) -> str:
        return f"/sandbox/people/{self.id}"


async def _told(response: Any) -> Any:
    told = await response.json()
    if response.status >= 400:
        raise Impossible(told["error"])
    return told
