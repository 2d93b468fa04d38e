"""The whole sandbox as the page and the tests see it."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.people import Person
from bot.sandbox.receiving import Receiving
from bot.sandbox.telegram import Telegram

Panel = Callable[[], Awaitable[dict[str, Any]]]

LONGEST_WAIT = 25.0
"""Seconds `events` waits for news."""
_PANEL_PAUSE = 1.0

_log = logging.getLogger(__name__)


class View:
    """State by revision. What changes outside the chats (panel, bot online) is looked at every
    second while somebody waits."""

    def __init__(self, telegram: Telegram, receiving: Receiving, panel: Panel | None) -> None:
        self._telegram = telegram
        self._receiving = receiving
        self._ask_panel = panel
        self._panel: dict[str, Any] | None = None
        self._panel_text = ""
        self._panel_at = -_PANEL_PAUSE
        self._asking = asyncio.Lock()
        self._online = False

    async def state(self) -> str:
        """Everything, as JSON."""
        await self._look()
        return self._state(0)

    async def events(self, after: int) -> str:
        """As `state`, with only the people whose chat changed after revision `after`, as soon as
        there are any."""
        revisions = self._telegram.revisions
        deadline = time.monotonic() + LONGEST_WAIT
        await self._look()
        while revisions.current == after and not revisions.news.closed:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            await revisions.news.wait(min(left, _PANEL_PAUSE))
            await self._look()
        return self._state(after)

    def _state(self, after: int) -> str:
        telegram = self._telegram
        revisions = telegram.revisions
        rev = revisions.current
        whole = after < max(1, revisions.whole_since) or after > rev
        profile = telegram.profile
        around = {
            "rev": rev,
            "now": telegram.clock.moment().isoformat(),
            "bot": {
                "id": profile.bot_id,
                "name": profile.name,
                "username": profile.username,
                "description": profile.text("description", ""),
                "short_description": profile.text("short_description", ""),
            },
            "bot_online": self._online,
            "whole": whole,
            "panel": self._panel,
        }
        people = [self._person(each) for each in telegram.people.since(0 if whole else after)]
        return _with(around, "people", "[" + ",".join(people) + "]")

    def _person(self, person: Person) -> str:
        telegram = self._telegram
        menu = telegram.profile.menu_button(person.id)
        pinned = telegram.chats.pinned(person.id)
        phone = {
            "id": person.id,
            "name": person.name,
            "role": person.role,
            "username": person.username,
            "language": person.language,
            "blocked": person.blocked,
            "deactivated": person.deactivated,
            "started": person.started,
            "unread": person.unread,
            "commands": telegram.profile.commands_for(person),
            "menu": menu if menu["type"] == "web_app" else None,
            "pinned": None if pinned is None else pinned.message_id,
            "typing": telegram.is_typing(person.id),
        }
        return _with(phone, "messages", telegram.chats.shown(person.id))

    async def _look(self) -> None:
        online = self._receiving.bot_is_listening
        if online != self._online:
            self._online = online
            self._telegram.revisions.touch()
        if self._ask_panel is None:
            return
        async with self._asking:
            if time.monotonic() - self._panel_at >= _PANEL_PAUSE:
                await self._refresh_panel(self._ask_panel)

    async def _refresh_panel(self, ask: Panel) -> None:
        try:
            panel = await ask()
        except Exception:
            # The panel belongs to whoever started the sandbox; the phones work without it.
            _log.exception("the panel could not be asked")
            return
        finally:
            self._panel_at = time.monotonic()
        text = json.dumps(panel, sort_keys=True)
        if text != self._panel_text:
            self._panel, self._panel_text = panel, text
            self._telegram.revisions.touch()


def _with(fields: dict[str, Any], name: str, value: str) -> str:
    """A JSON object, with one more field whose value is JSON already."""
    return f'{json.dumps(fields)[:-1]}, "{name}": {value}}}'
