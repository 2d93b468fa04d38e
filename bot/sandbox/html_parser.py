"""Reads parse_mode=HTML as Telegram does, with Telegram's own complaints.

Rules and texts after TDLib, td/telegram/MessageEntity.cpp, parse_html; offsets in complaints are
UTF-8 bytes, offsets in entities UTF-16 units.
"""

import re
import string
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.utf16 import units


class HtmlError(Exception):
    """The text is not what Telegram takes for HTML."""


_TYPES = {
    "a": "",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z]+));?")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_PLAIN = re.compile(rb"[^<&]+")
_SPACE = b" \t\r\n\0\x0b"
_TOKEN = string.ascii_letters.encode() + string.digits.encode() + b".-"
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    second_argument: str
    offset: int
    text_at: int


class _Parser:
    def __init__(self, raw: str) -> None:
        self.source = raw.encode("utf-8", "surrogatepass")
        self.at = 0
        self.text: list[str] = []
        self.units = 0
        self.open: list[_OpenTag] = []
        self.entities: list[dict[str, Any]] = []

    def parse(self) -> tuple[str, list[dict[str, Any]]]:
        source = self.source
        while self.at < len(source):
            if plain := _PLAIN.match(source, self.at):
                self._add(plain.group().decode("utf-8", "surrogatepass"))
                self.at = plain.end()
            elif source[self.at] == ord("&"):
                self._reference()
            elif source[self.at : self.at + 2] == b"</":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise HtmlError(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"'
            )
        return "".join(self.text), self.entities

    def _add(self, text: str) -> None:
        self.text.append(text)
        self.units += units(text)

    def _reference(self) -> None:
        decoded, self.at = _decoded_reference(self.source, self.at)
        self._add(decoded)

    def _start_tag(self) -> None:
        begin = self.at
        name = self._until(begin + 1, _SPACE + b">").lower()
        if self.at >= len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {begin}")
        if name not in _TYPES:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {begin}')
        attributes = self._attributes(name, begin)
        argument, second = _arguments(name, attributes)
        if name == "span" and argument != "spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.at += 1
        self.open.append(_OpenTag(name, argument, second, self.units, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._byte() == b">":
                return attributes
            name = self._until(self.at, _SPACE + b"=>")
            if not name:
                raise HtmlError(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
            self._skip_space()
            if self._byte() != b"=":
                self._bare_attribute(name, tag, begin)
                attributes[name] = ""
                continue
            self.at += 1
            self._skip_space()
            if self.at >= len(self.source):
                raise HtmlError(f'Unclosed start tag "{tag}" at byte offset {begin}')
            attributes[name] = self._attribute_value()
            if self.at >= len(self.source):
                raise HtmlError(f"Unclosed start tag at byte offset {begin}")

    def _bare_attribute(self, name: str, tag: str, begin: int) -> None:
        if self.at >= len(self.source):
            raise HtmlError(f'Unclosed start tag "{tag}" at byte offset {begin}')
        if (tag, name) != ("blockquote", "expandable"):
            raise HtmlError(
                "Expected equal sign in declaration of an attribute of the tag"
                f' "{tag}" at byte offset {begin}'
            )

    def _attribute_value(self) -> str:
        quote = self._byte()
        if quote not in (b"'", b'"'):
            start = self.at
            while self.at < len(self.source) and self.source[self.at] in _TOKEN:
                self.at += 1
            if self._byte() not in (b">", b"") and self._byte() not in _SPACE:
                raise HtmlError(f"Unexpected end of name token at byte offset {start}")
            return self.source[start : self.at].decode().lower()
        self.at += 1
        value: list[str] = []
        while self.at < len(self.source) and self._byte() != quote:
            if self._byte() == b"&":
                decoded, self.at = _decoded_reference(self.source, self.at)
                value.append(decoded)
                continue
            value.append(self._until(self.at, quote + b"&"))
        self.at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise HtmlError(f"Unexpected end tag at byte offset {begin}")
        name = self._until(begin + 2, _SPACE + b">").lower()
        self._skip_space()
        if self._byte() != b">":
            raise HtmlError(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        tag = self.open[-1]
        if name and name != tag.name:
            raise HtmlError(
                f"Unmatched end tag at byte offset {begin},"
                f' expected "</{tag.name}>", found "</{name}>"'
            )
        if self.units > tag.offset:
            self._close(tag)
        self.open.pop()

    def _close(self, tag: _OpenTag) -> None:
        span = {"offset": tag.offset, "length": self.units - tag.offset}
        last = self.entities[-1] if self.entities else {}
        same = {key: last.get(key) for key in span} == span
        match tag.name:
            case "a":
                url = tag.argument or "".join(self.text[tag.text_at :])
                self.entities += _link(url, span)
            case "pre" if same and last["type"] == "code" and last.get("language"):
                last["type"] = "pre"
            case "code" if same and last["type"] == "pre" and tag.argument:
                last["language"] = tag.argument
            case "code":
                self.entities.append({"type": "code", **span, "language": tag.argument})
            case "blockquote" if tag.argument:
                self.entities.append({"type": "expandable_blockquote", **span})
            case "tg-emoji":
                if not tag.argument.isdecimal() or int(tag.argument) == 0:
                    raise HtmlError("Invalid custom emoji identifier specified")
                self.entities.append(
                    {"type": "custom_emoji", **span, "custom_emoji_id": tag.argument}
                )
            case "tg-time":
                self.entities.append(_time(tag, span))
            case name:
                self.entities.append({"type": _TYPES[name], **span})

    def _byte(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def _skip_space(self) -> None:
        while self.at < len(self.source) and self.source[self.at] in _SPACE:
            self.at += 1

    def _until(self, start: int, ends: bytes) -> str:
        self.at = start
        while self.at < len(self.source) and self.source[self.at] not in ends:
            self.at += 1
        return self.source[start : self.at].decode("utf-8", "surrogatepass")


def parse_html(raw: str) -> tuple[str, list[dict[str, Any]]]:
    """Text without tags, and its entities; HtmlError as Telegram words it."""
    if "<" not in raw and "&" not in raw:
        return raw, []
    text, entities = _Parser(raw).parse()
    for entity in entities:
        if entity["type"] == "code":
            del entity["language"]
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise HtmlError(
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units"
        )
    return text, entities


def _arguments(tag: str, attributes: dict[str, str]) -> tuple[str, str]:
    match tag:
        case "a":
            return attributes.get("href", ""), ""
        case "code":
            return _after("language-", attributes.get("class", "")), ""
        case "span":
            return _after("tg-", attributes.get("class", "")), ""
        case "tg-emoji":
            return attributes.get("emoji-id", ""), ""
        case "tg-time":
            return attributes.get("unix", ""), attributes.get("format", "")
        case "blockquote":
            return ("1" if "expandable" in attributes else ""), ""
        case _:
            return "", ""


def _after(prefix: str, value: str) -> str:
    return value.removeprefix(prefix) if value.startswith(prefix) else ""


def _link(url: str, span: dict[str, int]) -> list[dict[str, Any]]:
    checked = checked_link(url)
    return [] if checked is None else [{"type": "text_link", **span, "url": checked}]


def _time(tag: _OpenTag, span: dict[str, int]) -> dict[str, Any]:
    if not re.fullmatch(r"-?\d{1,12}", tag.argument):
        raise HtmlError("Invalid Unix time specified")
    if not _TIME_FORMAT.fullmatch(tag.second_argument):
        raise HtmlError("Invalid date-time format specified")
    entity: dict[str, Any] = {"type": "date_time", **span, "unix_time": int(tag.argument)}
    if tag.second_argument:
        entity["date_time_format"] = tag.second_argument
    return entity


def checked_link(url: str) -> str | None:
    """A link as Telegram keeps it; None when it is none, and then the text stays plain."""
    url = url.strip()
    if url.startswith(("tg://", "ton://")):
        return url
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host.strip(".") or " " in url:
        return None
    if not parts.path and not parts.query and not parts.fragment:
        return f"{url}/"
    return url


def _decoded_reference(source: bytes, at: int) -> tuple[str, int]:
    match = _REFERENCE.match(source, at)
    if match is None:
        return "&", at + 1
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return (_NAMED[name], match.end()) if name in _NAMED else ("&", at + 1)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF or len(match.group().rstrip(b";")) >= 10:
        return "&", at + 1
    return chr(code), match.end()
