"""The whole sandbox as the page and the tests see it."""

import asyncio
import json
import logging
import math
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.people import PhoneOwner
from bot.sandbox.receiving import Receiving
from bot.sandbox.telegram import EmbeddedTelegram

Panel = Callable[[], Awaitable[dict[str, Any]]]

LONGEST_WAIT = 25.0
"""Seconds `events` waits for news."""
_PANEL_PAUSE = 1.0
_PANEL_PAUSE_AFTER_NEWS = 0.1  # a look costs some milliseconds for each open case

_log = logging.getLogger(__name__)


class View:
    """State by revision. What changes outside the chats (panel, bot online) is looked at every
    second while somebody waits, and soon after a chat has changed: then the rest often has too."""

    def __init__(
        self,
        telegram: EmbeddedTelegram,
        receiving: Receiving,
        panel: Panel | None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._telegram = telegram
        self._receiving = receiving
        self._ask_panel = panel
        self._panel = "null"  # as JSON: it is shown far more often than it changes
        self._seconds = seconds
        self._panel_at = -math.inf
        # As long as this is the revision, nothing has happened since the panel was asked.
        self._panel_rev = 0
        self._asking = asyncio.Lock()
        self._online = False

    async def state(self) -> str:
        """Everything, as JSON."""
        await self._look()
        return self._state(0)

    async def events(self, after: int, patience: float = LONGEST_WAIT) -> str:
        """As `state`, with only the people whose chat changed after revision `after`, as soon as
        there are any."""
        revisions = self._telegram.revisions
        deadline = self._seconds() + patience
        await self._look()
        while revisions.current == after and not revisions.news.closed:
            left = deadline - self._seconds()
            if left <= 0:
                break
            await revisions.news.wait(min(left, self._pause()))
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
        }
        people = [self._person(each) for each in telegram.people.since(0 if whole else after)]
        return _with(around, panel=self._panel, people="[" + ",".join(people) + "]")

    def _person(self, person: PhoneOwner) -> str:
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
        return _with(phone, messages=telegram.chats.shown(person.id))

    async def _look(self) -> None:
        online = self._receiving.bot_is_listening
        if online != self._online:
            self._online = online
            self._telegram.revisions.touch()
        if self._ask_panel is None:
            return
        async with self._asking:
            if self._seconds() - self._panel_at >= self._pause():
                await self._refresh_panel(self._ask_panel)

    def _pause(self) -> float:
        """Seconds between two looks at the panel."""
        quiet = self._telegram.revisions.current == self._panel_rev
        return _PANEL_PAUSE if quiet or self._ask_panel is None else _PANEL_PAUSE_AFTER_NEWS

    async def _refresh_panel(self, ask: Panel) -> None:
        revisions = self._telegram.revisions
        self._panel_rev = revisions.current
        try:
            panel = await ask()
        except Exception:
            # The panel belongs to whoever started the sandbox; the phones work without it.
            _log.exception("the panel could not be asked")
            return
        finally:
            self._panel_at = self._seconds()
        text = json.dumps(panel, sort_keys=True)
        if text != self._panel:
            self._panel = text
            revisions.touch()
            self._panel_rev += 1  # this news is its own


def _with(fields: dict[str, Any], **texts: str) -> str:
    """A JSON object, with more fields whose values are JSON already."""
    more = "".join(f', "{name}": {text}' for name, text in texts.items())
    return f"{json.dumps(fields)[:-1]}{more}}}"
