"""What a button asks for: a value on our side, 64 bytes on Telegram's."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, ClassVar, Self

LONGEST = 64  # bytes of callback_data, Bot API


class Action:
    """A tag and the fields behind it, joined by colons."""

    tag: ClassVar[str]

    def encode(self) -> str:
        """Return the button's data; ValueError where Telegram would refuse it."""
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        parts = [str(int(value)) if isinstance(value, bool) else str(value) for value in values]
        data = ":".join((self.tag, *parts))
        if len(data.encode()) > LONGEST:
            raise ValueError(f"button data longer than {LONGEST} bytes: {data}")
        return data

    @classmethod
    def decode(cls, data: str) -> Self | None:
        """Read a button's data; nothing when it is another's, or forged out of shape."""
        tag, *parts = data.split(":")
        shape = fields(cls)  # type: ignore[arg-type]
        if tag != cls.tag or len(parts) != len(shape):
            return None
        values = [_READERS[field.type](part) for field, part in zip(shape, parts, strict=True)]
        return None if None in values else cls(*values)


def _number(part: str) -> int | None:
    return int(part) if part.isascii() and part.isdecimal() and len(part) < 16 else None


def _flag(part: str) -> bool | None:
    return {"0": False, "1": True}.get(part)


_READERS: dict[Any, Callable[[str], Any]] = {int: _number, bool: _flag, str: str}
