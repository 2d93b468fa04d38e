"""Reads a Bot API request, however it is encoded, into one shape: text fields and files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox.refusals import CallRefused, bad_request

LARGEST_REQUEST = 50 * 1024 * 1024
"""Bytes a bot may upload (Bot API, "Sending files")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a Bot API method. As on the real server every field is text until it is read."""

    method: str
    fields: Mapping[str, str]
    uploads: Mapping[str, Upload]

    def text(self, name: str) -> str:
        return self.fields.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """The number in a field; `default` when absent, 0 when it is no number."""
        value = self.fields.get(name)
        if value is None:
            return default
        try:
            return int(value)
        except ValueError:
            return 0

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def structure(self, name: str, *, otherwise: str) -> Any:
        """The JSON in a field, None when absent; refused with `otherwise` when it is not JSON."""
        value = self.fields.get(name)
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(otherwise) from error

    def as_journal(self) -> dict[str, Any]:
        sizes = {
            name: {"name": upload.name, "bytes": len(upload.data)}
            for name, upload in self.uploads.items()
        }
        return {**self.fields, **sizes}


async def read_call(request: web.Request, method: str) -> Call:
    """Fields of the query string and of a JSON, urlencoded or multipart body, as Telegram reads."""
    fields = dict(request.query) if request.query_string else {}
    uploads: dict[str, Upload] = {}
    match request.content_type:
        case "application/json":
            fields |= _json_fields(await _body(request))
        case "application/x-www-form-urlencoded":
            await _body(request)
            fields |= {name: str(value) for name, value in (await request.post()).items()}
        case "multipart/form-data":
            await _read_parts(request, fields, uploads)
        case _:
            await _body(request)
    return Call(method=method, fields=fields, uploads=uploads)


def call_from_json(body: Mapping[str, Any]) -> Call:
    """The call a webhook's answer may hold: `{"method": "sendMessage", …}`."""
    fields = {name: _as_text(value) for name, value in body.items() if value is not None}
    return Call(method=fields.pop("method", ""), fields=fields, uploads={})


async def _body(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise CallRefused(413, "Request Entity Too Large") from error


def _json_fields(body: bytes) -> dict[str, str]:
    if not body:
        return {}
    try:
        decoded = json.loads(body)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(decoded, dict):
        raise bad_request("expected an Object")
    return {name: _as_text(value) for name, value in decoded.items() if value is not None}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def _read_parts(
    request: web.Request, fields: dict[str, str], uploads: dict[str, Upload]
) -> None:
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytearray()
        while chunk := await part.read_chunk(1 << 18):
            size += len(chunk)
            if size > LARGEST_REQUEST:
                raise CallRefused(413, "Request Entity Too Large")
            data += chunk
        if part.filename is None:
            fields[part.name] = data.decode("utf-8", "replace")
            continue
        mime = part.headers.get("Content-Type", "application/octet-stream")
        uploads[part.name] = Upload(name=part.filename, mime=mime, data=bytes(data))
