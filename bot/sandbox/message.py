"""One message of a chat, as the bot knows it and as the phone shows it."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.showing_text import as_html

_OTHER = (
    "sticker",
    "voice",
    "location",
    "contact",
    "animation",
    "pinned_message",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`content` holds the fields of the Bot API's Message that differ from one to the next."""

    chat_id: int
    message_id: int
    from_person: bool
    date: int
    content: dict[str, Any] = field(default_factory=dict)
    reply_to: int | None = None
    keyboard: dict[str, Any] | None = None
    reaction: str | None = None
    edited: bool = False
    deleted: bool = False

    @property
    def is_service(self) -> bool:
        return "pinned_message" in self.content

    @property
    def file_id(self) -> str | None:
        """The document, or the largest size of the photo."""
        if document := self.content.get("document"):
            return str(document["file_id"])
        if photo := self.content.get("photo"):
            return str(photo[-1]["file_id"])
        return None

    def as_shown(self) -> dict[str, Any]:
        """What the page draws; described in docs/sandbox.md."""
        content = self.content
        text = content.get("text", content.get("caption", ""))
        entities = content.get("entities", content.get("caption_entities", ()))
        return {
            "message_id": self.message_id,
            "out": self.from_person,
            "date": self.date,
            "edited": self.edited,
            "deleted": self.deleted,
            "html": as_html(text, entities),
            "text": text,
            "forwarded": "forward_origin" in content,
            "reply_to": self.reply_to,
            "protected": bool(content.get("has_protected_content")),
            "album": content.get("media_group_id"),
            "file": self._file(),
            "other": next((kind for kind in _OTHER if kind in content), None),
            "reaction": self.reaction,
            "buttons": [
                [_button(button) for button in row]
                for row in content.get("reply_markup", {}).get("inline_keyboard", ())
            ],
            "keyboard": self.keyboard,
        }

    def _file(self) -> dict[str, Any] | None:
        url = f"/sandbox/people/{self.chat_id}/files/{self.message_id}"
        if document := self.content.get("document"):
            return {
                "kind": "document",
                "name": document["file_name"],
                "mime": document["mime_type"],
                "size": document["file_size"],
                "url": url,
            }
        if photo := self.content.get("photo"):
            return {
                "kind": "photo",
                "name": None,
                "mime": None,
                "size": photo[-1]["file_size"],
                "width": photo[-1]["width"],
                "height": photo[-1]["height"],
                "url": url,
            }
        return None


def _button(button: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": button["text"],
        "style": button.get("style"),
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "copy": button.get("copy_text", {}).get("text"),
        "disabled": "disabled" in button,
    }
