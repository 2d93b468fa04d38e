"""Serves the page: its files are data beside this module."""

from importlib import resources
from pathlib import PurePosixPath

from aiohttp import web

_TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".json": "application/json",
}
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def routes() -> list[web.AbstractRouteDef]:
    return [web.get("/", _index), web.get("/page/{name:[\\w./-]+}", _file)]


async def _index(request: web.Request) -> web.Response:
    del request
    return _response("index.html")


async def _file(request: web.Request) -> web.Response:
    return _response(request.match_info["name"])


def _response(name: str) -> web.Response:
    path = PurePosixPath(name)
    if ".." in path.parts or path.is_absolute() or path.suffix not in _TYPES:
        raise web.HTTPNotFound
    file = resources.files("bot.sandbox").joinpath("page", *path.parts)
    if not file.is_file():
        raise web.HTTPNotFound
    kind = _TYPES[path.suffix]
    charset = "utf-8" if kind.startswith("text/") else None
    return web.Response(
        body=file.read_bytes(), content_type=kind, charset=charset, headers=_HEADERS
    )
