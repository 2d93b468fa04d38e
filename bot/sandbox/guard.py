"""Lets in only what comes from this machine and, if from a browser, from our own page."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

_OURS = frozenset({"127.0.0.1", "localhost", "::1"})
_FOREIGN = ("cross-site", "same-site")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page of any website could otherwise drive the sandbox from the reader's browser."""
    if not _allowed(request):
        return web.json_response({"error": "only this machine's own page may ask"}, status=403)
    return await handler(request)


def _allowed(request: web.Request) -> bool:
    host = request.headers.get("Host", "")
    if urlsplit(f"//{host}").hostname not in _OURS:
        return False
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{host}":
        return False
    # A link followed from elsewhere may open the page, and nothing else.
    opens_page = request.method == "GET" and request.path == "/"
    return opens_page or request.headers.get("Sec-Fetch-Site") not in _FOREIGN
