"""The people's side speaks JSON: bodies read with care, errors said as sentences."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.phones import Impossible
from bot.sandbox.refusals import CallRefused

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class NoSuch(Exception):
    """There is no person or message of that number."""


def spoken(handler: Handler) -> Handler:
    """Errors as `{"error": "a sentence"}`, with what the page needs to say it in its language."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except NoSuch as error:
            return web.json_response({"error": str(error)}, status=404)
        except CallRefused as error:
            return web.json_response({"error": error.description}, status=400)
        except Impossible as error:
            named = {"why": error.why, "facts": error.facts} if error.why else {}
            return web.json_response({"error": str(error), **named}, status=400)
        except (ValueError, OverflowError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return answer


async def read_object(request: web.Request) -> dict[str, Any]:
    body = await request.json() if request.can_read_body else {}
    if not isinstance(body, dict):
        raise Impossible("the body is a JSON object")
    return body


def read_string(body: dict[str, Any], field: str, *, default: str | None = None) -> str:
    value = body.get(field, default) if body.get(field) is not None else default
    if not isinstance(value, str):
        raise Impossible(f"{field} is a text")
    return value


def read_number(body: dict[str, Any], field: str) -> int:
    value = body.get(field)
    if not isinstance(value, int):
        raise Impossible(f"{field} is a number")
    return value
