"""Keyboards: what a bot may hang under a message or in place of the phone's keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.wire import Call

LONGEST_DATA = 64
"""Bytes of callback_data (Bot API, InlineKeyboardButton)."""
LONGEST_COPY = 256
"""Characters of copy_text (Bot API, CopyTextButton)."""
MOST_BUTTONS = 100
"""Buttons under one message (python-telegram-bot's constants; not in Telegram's documentation)."""

_STYLES = frozenset({"danger", "success", "primary"})
_NOT_MODELLED = [
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
]
_NOT_MODELLED_REPLY = [
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_poll",
    "web_app",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """At most one of the two: `inline` stands under the message, `keyboard` on the phone."""

    inline: dict[str, Any] | None = None
    keyboard: dict[str, Any] | None = None


NOTHING = Markup()


def read_markup(call: Call) -> Markup:
    """`reply_markup` of a call; refused as Telegram refuses it."""
    given = call.structure(
        "reply_markup", otherwise="can't parse reply keyboard markup JSON object"
    )
    if given is None:
        return NOTHING
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return _inline(given["inline_keyboard"])
    if "keyboard" in given:
        return _reply_keyboard(given)
    if given.get("remove_keyboard"):
        return Markup(keyboard={"remove": True})
    if given.get("force_reply"):
        placeholder = given.get("input_field_placeholder")
        return Markup(keyboard={"force_reply": True, "placeholder": placeholder})
    return NOTHING


def _inline(given: Any) -> Markup:
    rows = _rows(given, "inline_keyboard", "InlineKeyboardMarkup", _inline_button)
    return Markup(inline={"inline_keyboard": rows}) if rows else NOTHING


def _reply_keyboard(given: dict[str, Any]) -> Markup:
    rows = _rows(given["keyboard"], "keyboard", "ReplyKeyboardMarkup", _reply_button)
    if not rows:
        return NOTHING
    return Markup(
        keyboard={
            "rows": rows,
            "one_time": bool(given.get("one_time_keyboard")),
            "persistent": bool(given.get("is_persistent")),
            "placeholder": given.get("input_field_placeholder"),
        }
    )


def _rows(
    given: Any, field: str, kind: str, button: Callable[[Any], dict[str, Any]]
) -> list[list[dict[str, Any]]]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad_request(f'field "{field}" of the {kind} must be an Array of Arrays')
    rows = [[button(each) for each in row] for row in given if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise _bad_button("InlineKeyboardButton must be an Object")
    button = {"text": _button_text(given, _bad_button), **_style(given)}
    for field in _NOT_MODELLED:
        if given.get(field) not in (None, False):
            raise not_modelled(f"InlineKeyboardButton.{field}")
    if "url" in given:
        return {**button, "url": _button_url(given["url"])}
    if "callback_data" in given:
        return {**button, "callback_data": _callback_data(given["callback_data"])}
    if "copy_text" in given:
        return {**button, "copy_text": _copy_text(given["copy_text"])}
    if isinstance(given.get("disabled"), dict):
        return {**button, "disabled": {}}
    raise _bad_button("Text buttons are unallowed in the inline keyboard")


def _callback_data(data: Any) -> str:
    if not isinstance(data, str):
        raise _bad_button('Field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _copy_text(given: Any) -> dict[str, str]:
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _button_url(url: Any) -> str:
    if not isinstance(url, str):
        raise _bad_button('Field "url" must be of type String')
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        return url
    if parts.scheme not in ("http", "https"):
        raise _bad_url(url, "Unsupported URL protocol")
    if "." not in (parts.hostname or ""):
        raise _bad_url(url, "Wrong HTTP URL")
    bare = not parts.path and not parts.query and not parts.fragment
    return parts.geturl() + ("/" if bare else "")


def _reply_button(given: Any) -> dict[str, Any]:
    if isinstance(given, str):
        given = {"text": given}
    if not isinstance(given, dict):
        raise _bad_reply_button("KeyboardButton must be an Object")
    for field in _NOT_MODELLED_REPLY:
        if given.get(field) is not None:
            raise not_modelled(f"KeyboardButton.{field}")
    request = None
    if given.get("request_contact"):
        request = "contact"
    elif given.get("request_location"):
        request = "location"
    return {"text": _button_text(given, _bad_reply_button), **_style(given), "request": request}


def _button_text(given: dict[str, Any], bad: Callable[[str], Exception]) -> str:
    text = given.get("text")
    if text is None:
        raise bad('Can\'t find field "text"')
    if not isinstance(text, str):
        raise bad('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    return text


def _style(given: dict[str, Any]) -> dict[str, str]:
    style = given.get("style")
    if not style:
        return {}
    if style not in _STYLES:
        raise _bad_button("Invalid button style specified")
    return {"style": style}


def _bad_url(url: str, why: str) -> Exception:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: {why}")


def _bad_button(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _bad_reply_button(reason: str) -> Exception:
    return bad_request(f"can't parse keyboard button: {reason}")
