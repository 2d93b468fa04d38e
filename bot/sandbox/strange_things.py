"""Messages that are neither text nor file: what a bot must survive."""

from collections.abc import Callable
from typing import Any

from bot.sandbox import pictures
from bot.sandbox.files import FileStore
from bot.sandbox.people import PhoneOwner


def _sticker(person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    del person
    file = files.keep(pictures.grey(512, 512), kind="sticker", name="sticker.webp", size=(512, 512))
    flags = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
    return {"sticker": {**file.as_photo_size(), **flags}}


def _voice(person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    del person
    file = files.keep(b"OggS" + bytes(1024), kind="voice", name="voice.oga")
    return {"voice": {**file.as_reference(), "duration": 3, "mime_type": "audio/ogg"}}


def _animation(person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    del person
    name = "animation.mp4"
    file = files.keep(bytes(2048), kind="animation", name=name, size=(320, 240))
    described = {**file.as_photo_size(), "duration": 2, "file_name": name, "mime_type": "video/mp4"}
    return {"animation": described, "document": file.as_document()}


def _location(person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    del person, files
    return {"location": {"latitude": -6.175392, "longitude": 106.827153}}


def _contact(person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    del files
    user = person.as_user()
    names = {key: user[key] for key in ("first_name", "last_name") if key in user}
    phone = f"+62811{person.id % 10_000_000:07d}"
    return {"contact": {"phone_number": phone, **names, "user_id": person.id}}


_CONTENTS: dict[str, Callable[[PhoneOwner, FileStore], dict[str, Any]]] = {
    "sticker": _sticker,
    "voice": _voice,
    "location": _location,
    "contact": _contact,
    "animation": _animation,
}
KINDS = tuple(_CONTENTS)


def content_of(kind: str, person: PhoneOwner, files: FileStore) -> dict[str, Any]:
    """The content of a message of one of KINDS."""
    return _CONTENTS[kind](person, files)
