"""Three ways a bot speaks to the Bot API, behind one small face: two libraries and plain HTTP.

A call is written in Telegram's own words (`client.call("sendMessage", chat_id=…, text=…)`), goes
out as that client writes it, and comes back as Telegram's JSON after the client has read it with
its own models.
"""

import importlib
import itertools
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

CLIENTS = {
    "aiogram": "tests.support.aiogram_client",
    "ptb": "tests.support.ptb_client",
    "http": "tests.support.http_client",
}

# What a client cannot be made to say. tests/sandbox/conformance/test_clients.py holds each to it.
_LIBRARIES_CANNOT = frozenset(
    {
        "a made-up method",
        "a call without its chat",
        "a call without its message",
        "a keyboard that is none",
        "a document without a file",
    }
)
CANNOT = {"aiogram": _LIBRARIES_CANNOT, "ptb": _LIBRARIES_CANNOT, "http": frozenset()}


def able_to_say(thing: str) -> list[str]:
    """The clients a behaviour about that thing can be run through."""
    return [name for name in CLIENTS if thing not in CANNOT[name]]


_FRESH_OFFSETS = itertools.count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file the bot sends, given where the Bot API expects an InputFile."""

    name: str
    content: bytes


@dataclass
class Refused(Exception):
    """Telegram said no, and the client saw it as the kind of no that `code` is."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)


class Lost(Exception):
    """The connection broke before an answer came."""


def refusal(envelope: Mapping[str, Any], seen: Exception, kinds: Mapping[int, type]) -> Refused:
    """Telegram's no in its own words, if the client saw the kind of no that it is."""
    code = envelope["error_code"]
    assert type(seen) is kinds[code], f"{code} was seen as {seen!r}"
    return Refused(code, envelope["description"], envelope.get("parameters", {}))


class Client(Protocol):
    """A bot's connection to its Bot API server."""

    async def call(self, method: str, /, **params: Any) -> Any:
        """The method's result; raises Refused or Lost."""

    async def download(self, file_id: str) -> bytes:
        """The bytes behind a file id, through getFile."""


async def updates(client: Client, **params: Any) -> list[dict[str, Any]]:
    """getUpdates, confirming nothing, under an offset never used before.

    Telegram slows a bot that asks twice in three seconds under the same offset.
    """
    return await client.call("getUpdates", **{"offset": next(_FRESH_OFFSETS)} | params)


def open_client(name: str, address: str, token: str) -> AbstractAsyncContextManager[Client]:
    """The client of that name; its library is imported when it is first asked for."""
    return importlib.import_module(CLIENTS[name]).connected(address, token)
