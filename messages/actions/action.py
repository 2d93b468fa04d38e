"""What a button asks for: a value on our side, 64 bytes on Telegram's."""

from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, NewType, Self, get_args

LONGEST = 64  # bytes of callback_data, Bot API


class Action:
    """A tag and the fields behind it, joined by colons.

    A field is a number, a flag, words, an id, or one of a few words; empty where it may be None.
    """

    tag: ClassVar[str]
    # Whether it stands on the card of its own task or form alone, in no list and on no other card.
    on_its_card: ClassVar[bool] = True

    def encode(self) -> str:
        """Return the button's data; ValueError where Telegram would refuse it."""
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        data = ":".join((self.tag, *map(_written, values)))
        if len(data.encode()) > LONGEST:
            raise ValueError(f"button data longer than {LONGEST} bytes: {data}")
        return data

    @classmethod
    def decode(cls, data: str) -> Self | None:
        """Read a button's data; nothing when it is another's, or forged out of shape."""
        tag, *parts = data.split(":")
        readers = _readers(cls)  # type: ignore[arg-type]
        if tag != cls.tag or len(parts) != len(readers):
            return None
        try:
            return cls(*(read(part) for read, part in zip(readers, parts, strict=True)))
        except ValueError:
            return None


def _written(value: Any) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


@cache
def _readers(kind: type[Action]) -> tuple[Callable[[str], Any], ...]:
    return tuple(_reader(field.type) for field in fields(kind))  # type: ignore[arg-type]


def _reader(kind: Any) -> Callable[[str], Any]:
    if isinstance(kind, NewType):
        return _reader(kind.__supertype__)
    if type(None) in get_args(kind):
        return _or_nothing(_reader(get_args(kind)[0]))
    return kind if issubclass(kind, StrEnum) else _READERS[kind]


def _or_nothing(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda part: read(part) if part else None


def _number(part: str) -> int:
    if part.isascii() and part.isdecimal() and len(part) < 16:
        return int(part)
    raise ValueError(part)


def _flag(part: str) -> bool:
    if part in {"0", "1"}:
        return part == "1"
    raise ValueError(part)


_READERS: dict[Any, Callable[[str], Any]] = {int: _number, bool: _flag, str: str}
