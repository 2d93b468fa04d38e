"""Files a bot sends: newly uploaded, or named by a file_id."""

from pathlib import PurePath
from typing import Any

from bot.sandbox import pictures
from bot.sandbox.files import File
from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call, Upload

LARGEST_PHOTO = 10 * 1024 * 1024
"""Bytes of a photo (Bot API, sendPhoto)."""
_LONGEST_SIDES = 10_000
_STEEPEST_RATIO = 20
_PHOTOS = frozenset([".jpg", ".jpeg", ".gif", ".png", ".tif", ".tiff", ".bmp"])


def media_content(telegram: EmbeddedTelegram, call: Call, kind: str, field: str) -> dict[str, Any]:
    """`{"document": …}` or `{"photo": […]}` from the field of a call."""
    upload = call.uploads.get(field)
    if upload is not None:
        return _from_bot(telegram, kind, upload)
    value = call.text(field)
    if not value:
        raise bad_request(f"there is no {kind} in the request")
    return named(telegram, call, kind, value)


def named(telegram: EmbeddedTelegram, call: Call, kind: str, value: str) -> dict[str, Any]:
    """A file given as text: `attach://name` or a file_id."""
    if value.startswith("attach://"):
        upload = call.uploads.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return _from_bot(telegram, kind, upload)
    if value.startswith(("http://", "https://")):
        raise not_modelled("sending a file by its URL")
    file = telegram.files.find(value)
    if file is None:
        raise bad_request(
            "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
        )
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
    return _described(kind, (file,))


def _from_bot(telegram: EmbeddedTelegram, kind: str, upload: Upload) -> dict[str, Any]:
    suffix = PurePath(upload.name).suffix.lower()
    if kind == "photo" and suffix and suffix not in _PHOTOS:
        raise bad_request(
            "photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp"
        )
    return uploaded(telegram, kind, upload)


def uploaded(telegram: EmbeddedTelegram, kind: str, upload: Upload) -> dict[str, Any]:
    """A new file; refused when empty, or when a photo is none Telegram would take."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "document":
        file = telegram.files.keep(
            upload.data, kind="document", name=upload.name or "file", mime=upload.mime
        )
        return _described(kind, (file,))
    size = photo_size(upload.data)
    return _described(kind, telegram.files.keep_photo(upload.data, name=upload.name, size=size))


def photo_size(data: bytes) -> tuple[int, int]:
    """Width and height of a photo Telegram takes."""
    if len(data) > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo;"
            f" the maximum size is {LARGEST_PHOTO} bytes"
        )
    size = pictures.dimensions(data)
    if size is None or 0 in size:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > _LONGEST_SIDES or max(size) > _STEEPEST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def _described(kind: str, files: tuple[File, ...]) -> dict[str, Any]:
    if kind == "photo":
        return {"photo": [file.as_photo_size() for file in files]}
    return {"document": files[0].as_document()}
