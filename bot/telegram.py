"""The line to the Bot API: one kept connection, and answers sorted by what they mean for a message.

aiogram builds a model of every answer, half of a small bot's time. What is sent here needs a
message id and no more, so JSON is handed over and taken back. Files, which are few and large, go by
aiohttp, everything else on kept connections of our own; both by the proxy of the network.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

import aiohttp

from bot import json_text
from bot.connection_pool import Broken, ConnectionPool, HttpAnswer, NotConnected
from bot.proxies import proxy_for

# Telegram holds a long poll up to 50 s; files of 20 MB come over slow lines.
CALL_TIMEOUT = 30.0
FILE_TIMEOUT = 180.0
# Telegram takes some 30 messages a second; more lines than this would only lie open.
CONNECTIONS = 24
_PART = 1 << 18  # bytes of a file that are held at once
# What is told to wait longer than a day is asked again after one.
LONGEST_WAIT = 86_400.0

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Where:
    base: str
    token: str

    def method(self, name: str) -> str:
        return f"{self.base}/bot{self.token}/{name}"

    def file(self, path: str) -> str:
        return f"{self.base}/file/bot{self.token}/{path}"


class TelegramError(Exception):
    """Something came between us and Telegram."""


class NotSent(TelegramError):
    """It certainly did not arrive: no connection was made."""


class Uncertain(TelegramError):
    """The words were under way when the line broke: nobody knows whether they arrived."""


# In the words of the official server, with 400: there is nobody to write to.
_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


class Refused(TelegramError):
    """Telegram said no, in its own words."""

    def __init__(self, code: int, description: str, retry_after: float | None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after

    @property
    def of_the_bot(self) -> bool:
        """The token is refused, and not this call: it was revoked, or is somebody else's."""
        if self.code == 401:
            return True
        return self.code == 404 and self.description.strip().lower() in {"", "not found"}

    @property
    def passes(self) -> bool:
        """The same call may be taken later: the token was refused, or our pace."""
        return self.of_the_bot or self.retry_after is not None

    @property
    def of_the_person(self) -> bool:
        """Nothing reaches this chat: it blocked the bot, was deleted, or never was."""
        if self.code == 403:
            return True
        return self.code == 400 and any(one in self.description.lower() for one in _NOBODY)


class Telegram:
    """Calls methods of the Bot API with plain values."""

    def __init__(self, *, base: str, token: str) -> None:
        self._where = _Where(base.rstrip("/"), token)
        self._proxy = proxy_for(base)
        self._pool = ConnectionPool(base, most=CONNECTIONS, proxy=self._proxy)
        self._session: aiohttp.ClientSession | None = None
        # Whether the server answered the last call, whatever it said.
        self.is_reached = True

    async def call(
        self, method: str, params: Mapping[str, Any], *, patience: float = CALL_TIMEOUT
    ) -> Any:
        """Call a method; return its `result`. Raises NotSent, Uncertain or Refused."""
        body = json_text.written(params)
        try:
            answer = await self._pool.post(
                f"/bot{self._where.token}/{method}",
                body,
                kind="application/json",
                patience=patience,
            )
        except NotConnected as error:
            self.is_reached = False
            raise NotSent(str(error)) from error
        except (Broken, TimeoutError) as error:
            self.is_reached = False
            raise Uncertain(f"{method}: {error!r}") from error
        self.is_reached = True
        return _result(method, answer)

    async def name(self) -> str:
        """The bot's own name, without the @."""
        return field_of("getMe", await self.call("getMe", {}), "username", str)

    async def upload(
        self, method: str, params: Mapping[str, Any], *, field: str, name: str, content: bytes
    ) -> Any:
        """Call a method that takes a file."""
        form = aiohttp.FormData(quote_fields=False)
        for key, value in params.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, content, filename=name, content_type="application/octet-stream")
        try:
            async with self._open().post(
                self._where.method(method),
                data=form,
                timeout=aiohttp.ClientTimeout(total=FILE_TIMEOUT),
            ) as response:
                answer = HttpAnswer(response.status, await response.read())
        except aiohttp.ClientConnectorError as error:
            raise NotSent(str(error)) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Uncertain(f"{method}: {error!r}") from error
        return _result(method, answer)

    async def download(self, file_id: str, *, largest: int, into: BinaryIO) -> int:
        """Fetch a file that a person sent into an open one; at most a little more than *largest*.

        Returns how many bytes came. Raises what `call` raises, and OSError on a full disk.
        """
        found = await self.call("getFile", {"file_id": file_id})
        path = field_of("getFile", found, "file_path", str)
        patience = aiohttp.ClientTimeout(total=FILE_TIMEOUT)
        size = 0
        try:
            async with self._open().get(self._where.file(path), timeout=patience) as response:
                if response.status == 429 or response.status >= 500:
                    raise NotSent(f"a file: {response.status}")
                if response.status != 200:
                    raise Refused(response.status, "the file could not be fetched", None)
                while size <= largest and (part := await response.content.read(_PART)):
                    await asyncio.to_thread(_write_whole, into, part)
                    size += len(part)
        except (aiohttp.ClientError, TimeoutError, ConnectionError) as error:
            raise NotSent(str(error)) from error
        return size

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            # aiohttp's own context is made while it is imported; whom we trust is asked once.
            connector = aiohttp.TCPConnector(
                limit=CONNECTIONS, keepalive_timeout=60, ssl=self._pool.secured or True
            )
            proxy = None if self._proxy is None else self._proxy.url
            self._session = aiohttp.ClientSession(connector=connector, proxy=proxy)
        return self._session

    async def close(self) -> None:
        self._pool.close()
        if self._session is not None:
            await self._session.close()


def _write_whole(file: BinaryIO, part: bytes) -> None:
    """A file without a buffer may take less than it is given."""
    while part:
        part = part[file.write(part) :]


def field_of(method: str, told: object, name: str, kind: type[Value]) -> Value:
    """One field of an answer; Uncertain where it is not of the shape that Telegram's has."""
    value = told.get(name) if isinstance(told, dict) else None
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Uncertain(f"{method}: the answer has no {name}")
    return value


def _result(method: str, answer: HttpAnswer) -> Any:
    """What Telegram answers; whatever has another shape came from something between us."""
    status = answer.status
    try:
        told = json_text.read(answer.body)
    except (ValueError, RecursionError) as error:
        raise Uncertain(f"{method}: {status}, not JSON") from error
    if not isinstance(told, dict) or not isinstance(told.get("ok"), bool):
        raise Uncertain(f"{method}: {status}, not an answer of Telegram's")
    if told["ok"]:
        if "result" not in told:
            raise Uncertain(f"{method}: {status}, an answer without a result")
        return told["result"]
    code, description = told.get("error_code", status), told.get("description", "")
    if not isinstance(code, int) or not isinstance(description, str):
        raise Uncertain(f"{method}: {status}, not an answer of Telegram's")
    if status >= 500 and status != 501:
        raise Uncertain(f"{method}: {status} {description}")
    raise Refused(code, description, _retry_after(told.get("parameters")))


def _retry_after(parameters: object) -> float | None:
    """Seconds to wait; at least one, and never without end, whatever is written there."""
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if not isinstance(told, int | float) or isinstance(told, bool) or told != told:
        return None
    return min(max(float(told), 1.0), LONGEST_WAIT)
