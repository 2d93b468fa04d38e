"""getMe, the bot's texts, commands and menu button; getChat and getChatMember."""

import re
from typing import Any

from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call

MOST_COMMANDS = 100
"""Commands of one list (Bot API, setMyCommands)."""

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def get_me(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    del call
    return telegram.profile.as_me()


def set_my_name(telegram: EmbeddedTelegram, call: Call) -> bool:
    return _set_text(telegram, call, "name")


def get_my_name(telegram: EmbeddedTelegram, call: Call) -> dict[str, str]:
    name = telegram.profile.text("name", call.text("language_code"))
    return {"name": name or telegram.profile.name}


def set_my_description(telegram: EmbeddedTelegram, call: Call) -> bool:
    return _set_text(telegram, call, "description")


def get_my_description(telegram: EmbeddedTelegram, call: Call) -> dict[str, str]:
    return {"description": telegram.profile.text("description", call.text("language_code"))}


def set_my_short_description(telegram: EmbeddedTelegram, call: Call) -> bool:
    return _set_text(telegram, call, "short_description")


def get_my_short_description(telegram: EmbeddedTelegram, call: Call) -> dict[str, str]:
    language = call.text("language_code")
    return {"short_description": telegram.profile.text("short_description", language)}


def set_my_commands(telegram: EmbeddedTelegram, call: Call) -> bool:
    given = call.structure("commands", otherwise="can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(each) for each in given]
    telegram.profile.set_commands(_scope(telegram, call), call.text("language_code"), commands)
    telegram.revisions.touch_everyone()
    return True


def get_my_commands(telegram: EmbeddedTelegram, call: Call) -> list[dict[str, str]]:
    return telegram.profile.commands(_scope(telegram, call), call.text("language_code"))


def delete_my_commands(telegram: EmbeddedTelegram, call: Call) -> bool:
    telegram.profile.set_commands(_scope(telegram, call), call.text("language_code"), [])
    telegram.revisions.touch_everyone()
    return True


def set_chat_menu_button(telegram: EmbeddedTelegram, call: Call) -> bool:
    button = call.structure("menu_button", otherwise="can't parse menu button JSON object")
    button = {"type": "default"} if button is None else button
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    if button["type"] == "web_app":
        _check_web_app(button)
    chat_id = _optional_chat(telegram, call)
    kept = None if button["type"] == "default" else button
    telegram.profile.set_menu_button(chat_id, kept)
    telegram.revisions.touch_everyone()
    return True


def get_chat_menu_button(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    return telegram.profile.menu_button(_optional_chat(telegram, call))


def get_chat(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    person = telegram.chat(call.text("chat_id"))
    gifts = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    chat: dict[str, Any] = {
        **person.as_chat(),
        "accent_color_id": person.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts.split(), False),
    }
    if person.username:
        chat["active_usernames"] = [person.username]
    if pinned := telegram.chats.pinned(person.id):
        chat["pinned_message"] = telegram.as_telegram(pinned)
    return chat


def get_chat_member(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    person = telegram.chat(call.text("chat_id"))
    user_id = call.integer("user_id")
    if user_id == person.id:
        return {"status": "member", "user": person.as_user()}
    if user_id == telegram.profile.bot_id:
        return {"status": "member", "user": telegram.profile.as_user()}
    raise bad_request("user not found")


def refuse_to_leave(telegram: EmbeddedTelegram, call: Call) -> bool:
    """logOut and close move a bot between servers; there is but one here."""
    del telegram
    raise not_modelled(call.method)


def _set_text(telegram: EmbeddedTelegram, call: Call, kind: str) -> bool:
    text = call.text(kind)
    if len(text) > _LONGEST[kind]:
        raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
    telegram.profile.set_text(kind, call.text("language_code"), text)
    telegram.revisions.touch()
    return True


def _check_web_app(button: dict[str, Any]) -> None:
    for field in ("text", "web_app"):
        if not button.get(field):
            raise bad_request(f"can't parse menu button: Can't find field \"{field}\"")
    app = button["web_app"]
    if not isinstance(app, dict) or not str(app.get("url")).startswith("https://"):
        raise bad_request("menu button Web App URL is invalid: Only HTTPS links are allowed")


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command") or "").removeprefix("/")
    description = str(given.get("description") or "").strip()
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _scope(telegram: EmbeddedTelegram, call: Call) -> str:
    scope = call.structure("scope", otherwise="can't parse BotCommandScope JSON object")
    if scope is None:
        return "default"
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind in _SCOPES:
        return str(kind)
    if kind == "chat":
        return f"chat:{telegram.chat(str(scope.get('chat_id') or '')).id}"
    if kind in ("chat_administrators", "chat_member"):
        # Both scopes belong to groups, and there are none here.
        raise bad_request("chat not found")
    raise bad_request("can't parse BotCommandScope: unsupported type specified")


def _optional_chat(telegram: EmbeddedTelegram, call: Call) -> int | None:
    chat_id = call.text("chat_id")
    return telegram.chat(chat_id).id if chat_id else None
