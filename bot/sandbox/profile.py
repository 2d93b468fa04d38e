"""What the bot says of itself: name, descriptions, commands, menu button."""

import json
from typing import Any

from bot.sandbox.people import PhoneOwner
from bot.sandbox.store import Store


class Profile:
    """The bot's own account, by scope and language where Telegram has them."""

    def __init__(self, store: Store, *, bot_id: int, name: str, username: str) -> None:
        self._store = store
        self.bot_id = bot_id
        self._name = name
        self.username = username

    @property
    def name(self) -> str:
        return self.text("name", "") or self._name

    def as_user(self) -> dict[str, Any]:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }

    def as_me(self) -> dict[str, Any]:
        return {
            **self.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def text(self, kind: str, language: str) -> str:
        """A name, description or short description in one language ("" for all others)."""
        value = self._store.setting(f"{kind}:{language}")
        if value is None and language:
            value = self._store.setting(f"{kind}:")
        return value or ""

    def set_text(self, kind: str, language: str, text: str) -> None:
        self._store.remember(f"{kind}:{language}", text or None)

    def commands(self, scope: str, language: str) -> list[dict[str, str]]:
        row = self._store.row(
            "SELECT body FROM commands WHERE scope = ? AND language = ?", scope, language
        )
        commands: list[dict[str, str]] = [] if row is None else json.loads(row[0])
        return commands

    def set_commands(self, scope: str, language: str, commands: list[dict[str, str]]) -> None:
        self._store.execute(
            "DELETE FROM commands WHERE scope = ? AND language = ?", scope, language
        )
        if commands:
            self._store.execute(
                "INSERT INTO commands VALUES (?, ?, ?)", scope, language, json.dumps(commands)
            )

    def commands_for(self, person: PhoneOwner) -> list[dict[str, str]]:
        """What the person's menu shows, by Telegram's order of scopes ("Determining list …")."""
        for scope in (f"chat:{person.id}", "all_private_chats", "default"):
            for language in (person.language, ""):
                if commands := self.commands(scope, language):
                    return commands
        return []

    def menu_button(self, chat_id: int | None) -> dict[str, Any]:
        """The menu button of a chat, or (None) the default one."""
        default = self._store.setting("menu:") or {"type": "commands"}
        if chat_id is None:
            return dict(default)
        return dict(self._store.setting(f"menu:{chat_id}") or default)

    def set_menu_button(self, chat_id: int | None, button: dict[str, Any] | None) -> None:
        self._store.remember(f"menu:{'' if chat_id is None else chat_id}", button)
