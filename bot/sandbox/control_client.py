"""A sandbox as a script or a test turns its clock, breaks its line and reads its journal."""

from datetime import datetime
from types import TracebackType
from typing import Any, Self

import aiohttp


class NotPossible(Exception):
    """The sandbox refused what a person tried; the text says why."""


class ControlClient:
    """Calls what `docs/sandbox.md` names below `/sandbox/`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.get("clock"))["now"])

    async def advance(self, **spans: float) -> datetime:
        """Move the clock forward: `advance(hours=2)`, `advance(seconds=150)`."""
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}
        seconds = sum(units[unit] * span for unit, span in spans.items())
        return datetime.fromisoformat((await self.post("clock", {"advance": seconds}))["now"])

    async def travel_to(self, moment: datetime) -> datetime:
        """Move the clock forward to an aware moment."""
        moved = await self.post("clock", {"to": moment.isoformat()})
        return datetime.fromisoformat(moved["now"])

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        """See docs/sandbox.md: kind is 429, 500, drop_before, drop_after or slow."""
        await self.post("faults", {"method": method, "kind": kind, **more})

    async def heal(self) -> None:
        """No faults any more."""
        async with self.http.delete(self.url("faults")) as response:
            await body_of(response)

    async def journal(self, after: int = 0, *, method: str | None = None) -> list[dict[str, Any]]:
        """Calls of the bot and their answers, of one method or of all."""
        wanted = {} if method is None else {"method": method}
        entries: list[dict[str, Any]]
        entries = (await self.get("journal", after=str(after), **wanted))["entries"]
        return entries

    async def reset(self) -> None:
        await self.post("reset", {})

    @property
    def http(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("it is open only inside: async with … as …")
        return self._session

    def url(self, path: str) -> str:
        return f"{self.address}/sandbox/{path}"

    async def get(self, path: str, **query: str) -> Any:
        async with self.http.get(self.url(path), params=query) as response:
            return await body_of(response)

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        async with self.http.post(self.url(path), json=body) as response:
            return await body_of(response)


async def body_of(response: aiohttp.ClientResponse) -> Any:
    body = await response.json()
    if response.status >= 400:
        raise NotPossible(body["error"])
    return body
