"""From the inbox to the desks: one chat in order, different chats at once."""

import asyncio
import contextlib
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.errands import Errand, Then
from bot.health import metrics
from bot.health.logs import UPDATE
from bot.intake.cut_off import CutOff
from bot.intake.handling import Handled, UpdateHandler, Visitor
from bot.intake.updates import brings_bytes, visitor_of
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from storage.inbox import Received
from storage.room import NoRoom
from storage.writer import Writer
from workflow.errors import ChangedMeanwhile, NotForYou, NotFound, NotUnderstood, Refusal

log = logging.getLogger(__name__)

# Pauses in seconds before an update that crashed is tried again.
PAUSES = (0.5, 3.0)
LONGEST_PAUSE = 30.0
# How often a file is asked for that the line keeps back: for half an hour, then it is a crash.
FETCHES = 60
# How many messages are handled at once. Presses do not wait for a place: an officer at work is
# answered while a thousand people come in.
AT_ONCE = 32
# What stands in the inbox about an update that is being handled: when it still stands there at the
# next start, the bot was ended while it was at it.
UNDER_WAY = "the bot ended while this was handled"
# How often a lost race is run again before it counts as a crash.
RACES = 5

Answer = Callable[[str, Handled], Coroutine[Any, Any, None]]


class Worker:
    """Feeds each update to the dispatcher and carries out the errand that comes back."""

    def __init__(
        self,
        *,
        dispatcher: Dispatcher,
        bot: Bot,
        writer: Writer,
        handler: UpdateHandler,
        tools: Mapping[str, object],
        answer: Answer,
        nursery: Nursery,
        committed: Callable[[], None],
    ) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._writer = writer
        self._handler = handler
        self._tools = tools
        self._answer = answer
        self._nursery = nursery
        self._committed = committed
        self._chats: dict[int, deque[tuple[Received, float]]] = defaultdict(deque)
        self._busy: set[int] = set()
        self._cut_off = CutOff()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._leaving = asyncio.Event()
        self._alone = asyncio.Lock()  # for those that may have ended the bot before

    def accept(self, updates: Sequence[Received]) -> None:
        """Take updates that lie in the inbox; each chat's are worked off in order."""
        came_at = time.monotonic()
        for update in updates:
            self._chats[update.chat_id].append((update, came_at))
            if update.chat_id not in self._busy:
                self._busy.add(update.chat_id)
                self._nursery.start(self._serve(update.chat_id), name=f"chat {update.chat_id}")

    def begin_shutdown(self) -> None:
        """The bot stops: what waits for a better moment lies in the inbox and is begun anew."""
        self._leaving.set()

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._leaving.wait(), seconds)
            raise asyncio.CancelledError

    async def _serve(self, chat_id: int) -> None:
        waiting = self._chats[chat_id]
        try:
            while waiting:
                await self._work_off(*waiting.popleft())
        finally:
            self._busy.discard(chat_id)
            if not waiting:
                self._chats.pop(chat_id, None)

    async def _work_off(self, received: Received, came_at: float) -> None:
        UPDATE.set(received.update_id)
        update = self._parsed(received)
        visitor = visitor_of(update, received)
        attempt = _Attempt(received, is_counted=received.lay_here or brings_bytes(update))
        async with self._alone if received.attempts else contextlib.nullcontext():
            if attempt.is_counted and await self._is_set_aside(received, visitor, UNDER_WAY):
                self._committed()
                metrics.UPDATES.labels(_kind_of(visitor), "set_aside").inc()
                return
            handled = await self._tried(attempt, update, visitor)
        self._committed()
        metrics.UPDATES.labels(_kind_of(visitor), _result_of(handled)).inc()
        if handled is not None and update is not None and update.callback_query is not None:
            answer = self._answer(update.callback_query.id, handled)
            self._nursery.start(_timed(answer, came_at), name="answer a press")

    async def _tried(
        self, attempt: "_Attempt", update: Update | None, visitor: Visitor
    ) -> Handled | None:
        """Try until it is handled or set aside; a try that was counted before is not again."""
        pauses = iter(PAUSES)
        while True:
            try:
                return await self._handled(attempt, update, visitor)
            except asyncio.CancelledError:
                await self._take_back(attempt)
                raise
            except Exception as error:
                log.exception("update %s crashed", attempt.received.update_id)
                was_counted, attempt.is_counted = attempt.is_counted, False
                if not was_counted and await self._is_set_aside(
                    attempt.received, visitor, repr(error)
                ):
                    return None
                await self._pause(next(pauses, LONGEST_PAUSE))

    async def _take_back(self, attempt: "_Attempt") -> None:
        """The line, the disk or a stop ended the try, which says nothing of the update."""
        if attempt.is_counted and not self._writer.lacks_room:
            attempt.is_counted = False
            await self._writer.run(
                lambda connection: self._handler.uncount(connection, attempt.received)
            )

    def _parsed(self, received: Received) -> Update | None:
        """What aiogram makes of a raw update; nothing when its shape is unknown.

        Parsed for this bot at once: the dispatcher would write it out and parse it again.
        """
        try:
            return Update.model_validate_json(received.whole, context={"bot": self._bot})
        except ValueError:
            log.warning("update %s is of an unknown shape", received.update_id)
            return None

    async def _is_set_aside(self, received: Received, visitor: Visitor, why: str) -> bool:
        """Count the crash; without a database to count in, the update waits until there is one."""
        try:
            return await self._writer.run(
                lambda connection: self._handler.crash(connection, received, visitor, why)
            )
        except Exception:
            log.exception("the crash of update %s could not be noted", received.update_id)
            return False

    async def _handled(
        self, attempt: "_Attempt", update: Update | None, visitor: Visitor
    ) -> Handled | None:
        received = attempt.received
        try:
            errand = await self._patient_errand(attempt, update, visitor)
        except (Refusal, NotFound) as error:
            if isinstance(error, NotFound):
                _log_missing(received, str(error))
            unknown = NotUnderstood() if visitor.press is None else NotForYou()
            refused = error if isinstance(error, Refusal) else unknown
            return await self._writer.run(
                lambda connection: self._handler.refuse(connection, received, visitor, refused)
            )
        for _ in range(RACES):
            try:
                return await self._executed(received, visitor, errand)
            except ChangedMeanwhile:
                continue
        raise ChangedMeanwhile(f"update {received.update_id}: lost {RACES} races")

    async def _executed(
        self, received: Received, visitor: Visitor, errand: Errand
    ) -> Handled | None:
        async with self._places if visitor.press is None else contextlib.nullcontext():
            handled = await self._writer.run(
                lambda connection: self._handler.handle(connection, received, visitor, errand)
            )
        if isinstance(errand, Then):
            errand.afterwards()
        if handled is not None and handled.missing:
            _log_missing(received, handled.missing)
        return handled

    async def _patient_errand(
        self, attempt: "_Attempt", update: Update | None, visitor: Visitor
    ) -> Errand:
        """A file that a broken line or a full disk keeps back is fetched once that is over.

        How often it is asked for counts only where nobody knows that asking is in vain.
        """
        fetches, pause, told = 0, 1.0, False
        while True:
            wait = pause
            try:
                return await self._errand(update)
            except NoRoom:
                told = told or await self._has_told_of_waiting(visitor)
            except (NotSent, Uncertain) as error:
                fetches += 1
                if fetches > FETCHES:
                    raise
                log.warning("a file cannot be fetched yet: %s", error)
            except Refused as refused:
                if not refused.passes:
                    raise
                wait = max(pause, refused.retry_after or 0.0)
                log.warning("a file cannot be fetched yet: %s", refused)
            await self._take_back(attempt)
            await self._pause(wait)
            pause = min(LONGEST_PAUSE, pause * 2)

    async def _has_told_of_waiting(self, visitor: Visitor) -> bool:
        """Somebody who sent a file hears that it came, where there is room for so much."""
        if visitor.press is not None or self._writer.lacks_room:
            return False
        await self._writer.run(
            lambda connection: self._handler.tell(connection, visitor, "file-waits")
        )
        self._committed()
        return True

    async def _errand(self, update: Update | None) -> Errand:
        if update is None:
            raise NotUnderstood
        if self._cut_off.is_rest(update):
            return lambda desks: None
        found: Any = await self._dispatcher.feed_update(self._bot, update, **self._tools)
        if not callable(found):
            raise NotUnderstood
        errand: Errand = found
        return errand


@dataclass(slots=True)
class _Attempt:
    """An update being handled, and whether the inbox counted it before the work began.

    Whatever ends the process leaves that count, and its update is set aside at the third try.
    """

    received: Received
    is_counted: bool


def _kind_of(visitor: Visitor) -> str:
    return "message" if visitor.press is None else "press"


def _result_of(handled: Handled | None) -> str:
    """Nothing became of what was handled before, or is set aside."""
    if handled is None:
        return "set_aside"
    return "done" if handled.refusal is None else "refused"


async def _timed(answer: Coroutine[Any, Any, None], came_at: float) -> None:
    await answer
    metrics.PRESS_SECONDS.observe(time.monotonic() - came_at)


def _log_missing(received: Received, what: str) -> None:
    """Whoever asks reads "not for you": a forged press says no more, and our own fault no less."""
    log.warning("update %s asks for what is not there: %s", received.update_id, what)
