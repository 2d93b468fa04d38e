"""The line to the Bot API: one kept connection, and answers sorted by what they mean for a message.

aiogram builds a model of every answer, half of a small bot's time. What is sent here needs a
message id and no more, so JSON is handed over and taken back. Files, which are few and large, go by
aiohttp, everything else on lines of our own.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.line import Answer, Broken, Lines, NotConnected

# Telegram holds a long poll up to 50 s; files of 20 MB come over slow lines.
CALL_TIMEOUT = 30.0
FILE_TIMEOUT = 180.0
# Telegram takes some 30 messages a second; more lines than this would only lie open.
CONNECTIONS = 24


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


class Refused(TelegramError):
    """Telegram said no, in its own words."""

    def __init__(self, code: int, description: str, retry_after: float | None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after


class Telegram:
    """Calls methods of the Bot API with plain values."""

    def __init__(self, *, base: str, token: str) -> None:
        self._where = _Where(base.rstrip("/"), token)
        self._lines = Lines(base, most=CONNECTIONS)
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self, method: str, params: Mapping[str, Any], *, patience: float = CALL_TIMEOUT
    ) -> Any:
        """Call a method; return its `result`. Raises NotSent, Uncertain or Refused."""
        body = json.dumps(params).encode()
        try:
            answer = await self._lines.post(
                f"/bot{self._where.token}/{method}",
                body,
                kind="application/json",
                patience=patience,
            )
        except NotConnected as error:
            raise NotSent(str(error)) from error
        except (Broken, TimeoutError) as error:
            raise Uncertain(f"{method}: {error!r}") from error
        return _result(method, answer)

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
                answer = Answer(response.status, await response.read())
        except aiohttp.ClientConnectorError as error:
            raise NotSent(str(error)) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Uncertain(f"{method}: {error!r}") from error
        return _result(method, answer)

    async def download(self, file_id: str, *, largest: int) -> bytes:
        """Fetch a file that a person sent; at most *largest* bytes of it."""
        found = await self.call("getFile", {"file_id": file_id})
        try:
            async with self._open().get(
                self._where.file(found["file_path"]),
                timeout=aiohttp.ClientTimeout(total=FILE_TIMEOUT),
            ) as response:
                if response.status != 200:
                    raise Refused(response.status, "the file could not be fetched", None)
                return await _read_up_to(response, largest)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NotSent(str(error)) from error

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)
        return self._session

    async def close(self) -> None:
        self._lines.close()
        if self._session is not None:
            await self._session.close()


async def _read_up_to(response: aiohttp.ClientResponse, largest: int) -> bytes:
    """Read at most a little more than *largest* bytes, so that too many show as too many."""
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(1 << 16):
        parts.append(part)
        size += len(part)
        if size > largest:
            break
    return b"".join(parts)


def _result(method: str, answer: Answer) -> Any:
    status = answer.status
    try:
        told = json.loads(answer.body)
    except ValueError as error:
        raise Uncertain(f"{method}: {status}, not JSON") from error
    if not isinstance(told, dict):
        raise Uncertain(f"{method}: {status}, not an answer of Telegram's")
    if told.get("ok"):
        return told["result"]
    if status >= 500 and status != 501:
        raise Uncertain(f"{method}: {status} {told.get('description', '')}")
    parameters = told.get("parameters") or {}
    raise Refused(
        told.get("error_code", status), told.get("description", ""), parameters.get("retry_after")
    )
