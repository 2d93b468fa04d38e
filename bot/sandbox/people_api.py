"""What people do, over HTTP: `/sandbox/people…`, described in docs/sandbox.md."""

import time
from urllib.parse import quote

from aiohttp import BodyPartReader, web

from bot.sandbox import phones
from bot.sandbox.json_routes import (
    Handler,
    NoSuch,
    read_number,
    read_object,
    read_string,
    spoken,
)
from bot.sandbox.people import PhoneOwner
from bot.sandbox.phones import LARGEST_UPLOAD, Impossible, PressedButton
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.view import LONGEST_WAIT
from bot.sandbox.wire import Upload

_SAFE_TO_OPEN = frozenset(
    ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"]
)


class PeopleApi:
    """JSON in and out; what a phone cannot do is a sentence with status 400 or 404."""

    def __init__(self, telegram: EmbeddedTelegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.AbstractRouteDef]:
        person = "/sandbox/people/{id:\\d+}"
        table: list[tuple[str, str, Handler]] = [
            ("POST", "/sandbox/people", self._put_person),
            ("POST", f"{person}/text", self._text),
            ("POST", f"{person}/press", self._press),
            ("GET", person + "/presses/{update_id:\\d+}", self._answer),
            ("POST", f"{person}/upload", self._upload),
            ("POST", f"{person}/send", self._send),
            ("POST", f"{person}/edit", self._edit),
            ("POST", f"{person}/block", self._block),
            ("POST", f"{person}/deactivate", self._deactivate),
            ("POST", f"{person}/read", self._read),
            ("GET", person + "/files/{message_id:\\d+}", self._file),
        ]
        return [web.route(verb, path, spoken(handler)) for verb, path, handler in table]

    async def _put_person(self, request: web.Request) -> web.Response:
        body = await read_object(request)
        name = read_string(body, "name").strip()
        if not name:
            raise Impossible("a person has a name", why="noName")
        person_id = body.get("id")
        if person_id is not None and (not isinstance(person_id, int) or person_id <= 0):
            raise Impossible("id is a positive number")
        with self._telegram.store.transaction():
            person = self._telegram.people.put(
                person_id=person_id,
                name=name,
                role=read_string(body, "role", default=""),
                username=read_string(body, "username", default="") or None,
                language=read_string(body, "language", default="id"),
            )
        return web.json_response({"id": person.id})

    async def _text(self, request: web.Request) -> web.Response:
        body, person = await read_object(request), self._person(request)
        forward_of = body.get("forward_of")
        if forward_of is not None and not isinstance(forward_of, int | str):
            raise Impossible("forward_of is the id of a person, or a name")
        with self._telegram.store.transaction():
            message = phones.write(
                self._telegram, person, read_string(body, "text"), forward_of=forward_of
            )
        return web.json_response({"message_id": message.message_id})

    async def _press(self, request: web.Request) -> web.Response:
        body, person = await read_object(request), self._person(request)
        what = PressedButton(
            message_id=read_number(body, "message_id"),
            data=read_string(body, "data") if "data" in body else None,
            row=read_number(body, "row") if "row" in body else None,
            column=read_number(body, "column") if "column" in body else None,
            repeat=read_number(body, "repeat") if "repeat" in body else 1,
            forge=bool(body.get("forge")),
        )
        with self._telegram.store.transaction():
            update_ids = phones.press(self._telegram, person, what)
        return web.json_response({"update_ids": update_ids})

    async def _answer(self, request: web.Request) -> web.Response:
        person, update_id = self._person(request), int(request.match_info["update_id"])
        wait = min(LONGEST_WAIT, float(request.query.get("wait", "0")))
        presses, deadline = self._telegram.presses, time.monotonic() + wait
        while True:
            answer = presses.answer_to(person.id, update_id)
            if answer is None:
                raise NoSuch(f"{person.name} made no press {update_id}")
            left = deadline - time.monotonic()
            if answer.answered or left <= 0 or presses.answered.closed:
                break
            await presses.answered.wait(left)
        return web.json_response(
            {
                "answered": answer.answered,
                "text": answer.text,
                "alert": answer.alert,
                "url": answer.url,
            }
        )

    async def _upload(self, request: web.Request) -> web.Response:
        person = self._person(request)
        files, fields = await _parts(request)
        with self._telegram.store.transaction():
            messages = phones.upload(
                self._telegram,
                person,
                files,
                kind=fields.get("as", "document"),
                caption=fields.get("caption", ""),
            )
        return web.json_response({"message_ids": [message.message_id for message in messages]})

    async def _send(self, request: web.Request) -> web.Response:
        body, person = await read_object(request), self._person(request)
        with self._telegram.store.transaction():
            message = phones.send(self._telegram, person, read_string(body, "kind"))
        return web.json_response({"message_id": message.message_id})

    async def _edit(self, request: web.Request) -> web.Response:
        body, person = await read_object(request), self._person(request)
        with self._telegram.store.transaction():
            message = phones.edit(
                self._telegram, person, read_number(body, "message_id"), read_string(body, "text")
            )
        return web.json_response({"message_id": message.message_id})

    async def _block(self, request: web.Request) -> web.Response:
        body, person = await read_object(request), self._person(request)
        with self._telegram.store.transaction():
            phones.block(self._telegram, person, blocked=bool(body.get("blocked")))
        return web.json_response({})

    async def _deactivate(self, request: web.Request) -> web.Response:
        person = self._person(request)
        with self._telegram.store.transaction():
            phones.deactivate(self._telegram, person)
        return web.json_response({})

    async def _read(self, request: web.Request) -> web.Response:
        person = self._person(request)
        if person.unread:
            with self._telegram.store.transaction():
                self._telegram.people.read(person.id)
        return web.json_response({})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        person, number = self._person(request), int(request.match_info["message_id"])
        message = self._telegram.chats.find_even_deleted(person.id, number)
        if message is not None and message.deleted:
            # A phone that asks a moment too late has done nothing wrong.
            return web.Response(status=204)
        file_id = None if message is None else message.file_id
        file = None if file_id is None else self._telegram.files.find(file_id)
        content = await self._telegram.files.content(file)
        if file is None or content is None:
            raise NoSuch(f"message {number} has no file")
        # Only what a browser cannot run is opened in place: the bytes come from anybody.
        opened = file.mime in _SAFE_TO_OPEN and "download" not in request.query
        how = "inline" if opened else "attachment"
        headers = {
            "Content-Type": file.mime if opened else "application/octet-stream",
            "Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}",
        }
        return web.Response(body=content, headers=headers)

    def _person(self, request: web.Request) -> PhoneOwner:
        person_id = int(request.match_info["id"])
        person = self._telegram.people.find(person_id)
        if person is None:
            raise NoSuch(f"there is no person {person_id}")
        return person


async def _parts(request: web.Request) -> tuple[list[Upload], dict[str, str]]:
    if request.content_type != "multipart/form-data":
        raise Impossible("files come as multipart/form-data")
    files: list[Upload] = []
    fields: dict[str, str] = {}
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytearray()
        while chunk := await part.read_chunk(1 << 18):
            size += len(chunk)
            if size > LARGEST_UPLOAD:
                raise Impossible(
                    f"at most {LARGEST_UPLOAD} bytes at a time",
                    why="tooMuch",
                    most=LARGEST_UPLOAD >> 20,
                )
            data += chunk
        if part.filename is None:
            fields[part.name] = data.decode("utf-8", "replace")
            continue
        mime = part.headers.get("Content-Type", "application/octet-stream")
        files.append(Upload(name=part.filename or "file", mime=mime, data=bytes(data)))
    return files, fields
