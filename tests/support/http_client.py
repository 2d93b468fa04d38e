"""The Bot API over plain HTTP: JSON, urlencoded or multipart, and nothing in between."""

import io
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal

from aiohttp import ClientConnectionError, ClientResponse, ClientSession, FormData

from tests.support.clients import Lost, Refused, Upload

Encoding = Literal["json", "urlencoded", "multipart", "query"]


@asynccontextmanager
async def connected(
    address: str, token: str, encoding: Encoding = "json"
) -> AsyncIterator["PlainHttp"]:
    async with ClientSession() as session:
        yield PlainHttp(session, address, token, encoding)


class PlainHttp:
    """One encoding for every call, save that a file can only go as multipart."""

    def __init__(self, session: ClientSession, address: str, token: str, encoding: Encoding):
        self._session = session
        self._address = address
        self._token = token
        self._encoding = encoding

    async def call(self, method: str, /, **params: Any) -> Any:
        try:
            response = await self.answer(method, **params)
            envelope = await response.json()
        except ClientConnectionError as error:
            raise Lost(method) from error
        if envelope["ok"]:
            return envelope["result"]
        assert response.status == envelope["error_code"]
        raise Refused(
            envelope["error_code"], envelope["description"], envelope.get("parameters", {})
        )

    async def answer(self, method: str, /, **params: Any) -> ClientResponse:
        """The whole HTTP answer, for those who look at its headers."""
        files: dict[str, Upload] = {}
        fields = {name: _without_files(value, files, top=name) for name, value in params.items()}
        fields = {name: value for name, value in fields.items() if value is not None}
        return await self._session.post(
            f"{self._address}/bot{self._token}/{method}", **self._body(fields, files)
        )

    async def download(self, file_id: str) -> bytes:
        file = await self.call("getFile", file_id=file_id)
        url = f"{self._address}/file/bot{self._token}/{file['file_path']}"
        async with self._session.get(url) as response:
            assert response.status == 200
            return await response.read()

    def _body(self, fields: dict[str, Any], files: dict[str, Upload]) -> dict[str, Any]:
        if not files and self._encoding == "json":
            return {"json": fields}
        texts = {name: _as_text(value) for name, value in fields.items()}
        if not files and self._encoding == "urlencoded":
            return {"data": texts}
        if not files and self._encoding == "query":
            return {"params": texts}
        form = FormData(quote_fields=False, default_to_multipart=True)
        for name, value in texts.items():
            form.add_field(name, value)
        for name, file in files.items():
            form.add_field(name, io.BytesIO(file.content), filename=file.name)
        return {"data": form}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _without_files(value: Any, files: dict[str, Upload], top: str = "") -> Any:
    """The value with every file in it taken out to a part of its own."""
    if isinstance(value, Upload):
        name = top or secrets.token_hex(4)
        files[name] = value
        return None if top else f"attach://{name}"
    if isinstance(value, dict):
        return {key: _without_files(each, files) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_files(each, files) for each in value]
    return value
