"""Files to try with: whoever starts the sandbox may hand some to the phones."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.json_routes import NoSuch, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file as if it lay on everybody's phone."""

    name: str
    mime: str
    data: bytes


Samples = Callable[[], Awaitable[Sequence[Sample]]]


async def none() -> Sequence[Sample]:
    return ()


class SamplesApi:
    """`/sandbox/samples`: what there is, and the bytes."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/sandbox/samples", spoken(self._list)),
            web.get("/sandbox/samples/{name}", spoken(self._file)),
        ]

    async def _list(self, request: web.Request) -> web.Response:
        del request
        files = [
            {"name": one.name, "mime": one.mime, "url": f"/sandbox/samples/{quote(one.name)}"}
            for one in await self._samples()
        ]
        return web.json_response({"samples": files})

    async def _file(self, request: web.Request) -> web.Response:
        wanted = request.match_info["name"]
        for one in await self._samples():
            if one.name == wanted:
                return web.Response(body=one.data, content_type=one.mime)
        raise NoSuch(f"there is no sample {wanted}")
