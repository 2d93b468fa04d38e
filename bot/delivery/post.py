"""The post office: claims what waits, has it tried, and writes down how each message ended."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from bot.delivery.claiming import Claiming
from bot.delivery.endings import Endings, Record
from bot.delivery.limits import Pacer
from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.sending import Sender
from bot.delivery.stamping import Stamper
from bot.delivery.trying import Trying
from bot.nursery import Nursery
from storage import mailboxes, outbox
from storage.outbox import Settled
from storage.unit_of_work import OfficeContext
from storage.writer import Writer
from workflow.errors import FileDamaged
from workflow.ids import PersonId
from workflow.ports import Clock

log = logging.getLogger(__name__)

# Real seconds until what met a broken line or a full disk is tried again; each time twice as many.
PAUSE = 1.0
LONGEST_PAUSE = 60.0
# So many tries that the pause grows no more.
ALMOST_FOR_EVER = 10
# How often an ending is written down before only that it ended is.
NOTES = 3
# How long the office sleeps at most when nothing waits, in real seconds.
NAP = 5.0


def pause_after(attempts: int) -> float:
    """Seconds until the next try; the exponent is bounded, for a line may be broken for days."""
    return min(LONGEST_PAUSE, PAUSE * 2.0 ** min(attempts, ALMOST_FOR_EVER))


class PostOffice:
    """The one way out. Wakes when something was committed."""

    def __init__(
        self,
        *,
        writer: Writer,
        claiming: Claiming,
        sender: Sender,
        stamper: Stamper,
        pacer: Pacer,
        context: OfficeContext,
        clock: Clock,
        nursery: Nursery,
        bot_name: Callable[[], str],
        committed: Callable[[], None],
        pause: Callable[[int], float] = pause_after,
        damaged: Callable[[FileDamaged], None] = lambda _: None,
    ) -> None:
        self._writer = writer
        self._claiming = claiming
        self._trying = Trying(
            writer=writer,
            sender=sender,
            stamper=stamper,
            pacer=pacer,
            context=context,
            clock=clock,
            committed=committed,
            longest_pause=pause(ALMOST_FOR_EVER),
            damaged=damaged,
        )
        self._endings = Endings(context, clock)
        self._clock = clock
        self._nursery = nursery
        self._bot_name = bot_name
        self._pause_after = pause
        self._broken: dict[int, int] = {}
        self._news = asyncio.Event()

    def wake(self) -> None:
        self._news.set()

    async def recover(self) -> None:
        """After a stop: what was claimed and not settled may or may not have arrived."""
        await self._writer.run(self._sort_unsettled)

    def _sort_unsettled(self, connection: Connection) -> None:
        now = self._clock.now()
        for outbox_id, person_id, intent in outbox.unsettled(connection, now=now):
            self._endings.unsure(connection, outbox_id, person_id, intent, "stopped while sending")
        mailboxes.renew(connection, at=now)

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._news.clear()
            claimed = await self._writer.run(
                lambda connection: self._claiming.claim(connection, self._bot_name())
            )
            for chat_id, batch in _by_chat(claimed).items():
                self._nursery.start(self._deliver(chat_id, batch), name=f"deliver to {chat_id}")
            if not claimed:
                await self._nap()

    async def _nap(self) -> None:
        """`wait_for` of Python 3.11 would swallow a stop that comes together with news."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(NAP):
                await self._news.wait()

    async def _deliver(self, chat_id: int, batch: Sequence[RenderedIntent]) -> None:
        """Send one chat's messages in order; how each ended is written down while the next goes.

        When the line breaks the whole chat waits, so that what was said first arrives first.
        """
        notes: list[_Note] = []
        wait, news = None, False
        try:
            for place, rendered in enumerate(batch):
                ending = await self._trying.ended(rendered, self._pause(rendered))
                if ending.record is not None:
                    notes.append(self._begun(rendered, ending.record))
                wait, news = ending.wait, news or ending.tells_others
                if wait is not None:
                    notes.append(self._begun(None, partial(_put_back, batch=batch[place + 1 :])))
                    break
            await self._let_go(chat_id, batch[0].claimed.person_id, notes, wait)
        finally:
            await asyncio.gather(*(note.future for note in notes), return_exceptions=True)
            if news:
                self._news.set()

    async def _let_go(
        self, chat_id: int, person_id: PersonId, notes: Sequence["_Note"], wait: float | None
    ) -> None:
        """When all endings are written down the chat is claimed for again, or after its pause."""
        if wait is None:
            self._broken.pop(chat_id, None)
            freeing = self._freeing(person_id)  # in the same commit, nearly always
            for note in notes:
                await self._written(note)
            late = any(note.future.exception() is not None for note in notes)
            await self._freed(self._freeing(person_id) if late else freeing)
            return
        self._broken[chat_id] = self._broken.get(chat_id, 0) + 1
        for note in notes:
            await self._written(note)
        asyncio.get_running_loop().call_later(wait, self._free, person_id)

    def _free(self, person_id: PersonId) -> None:
        freed = self._freed(self._freeing(person_id))
        self._nursery.start(freed, name=f"person {person_id} is written to again")

    def _freeing(self, person_id: PersonId) -> "_Note":
        now = self._clock.now()
        return self._begun(None, partial(mailboxes.release, person_id=person_id, at=now))

    async def _freed(self, freeing: "_Note") -> None:
        if await self._written(freeing):
            self._news.set()

    def _begun(self, rendered: RenderedIntent | None, record: Record) -> "_Note":
        outbox_id = None if rendered is None else rendered.claimed.id
        return _Note(outbox_id, record, self._writer.begin(record))

    async def _written(self, note: "_Note") -> bool | None:
        """Wait until an ending stands in the books: what stays claimed is sent by nobody.

        What the record itself cannot say is settled without it at the third try; that the rest
        of a chat waits again is tried until it is written.
        """
        record, tries = note.record, 0
        while True:
            try:
                return await (note.future if tries == 0 else self._writer.run(record))
            except Exception:
                tries += 1
                log.exception("the ending of message %s could not be noted", note.outbox_id)
            await asyncio.sleep(self._pause_after(tries))
            if tries == NOTES and note.outbox_id is not None:
                record = partial(
                    outbox.settle,
                    outbox_id=note.outbox_id,
                    how=Settled.UNCERTAIN,
                    at=self._clock.now(),
                    error="its ending could not be noted",
                )

    def _pause(self, rendered: RenderedIntent) -> float:
        """Seconds until this chat is tried again, longer from try to try."""
        return self._pause_after(self._broken.get(rendered.claimed.chat_id, 0) + 1)


@dataclass(frozen=True, slots=True)
class _Note:
    """How a message ended, on its way into the books; of none, that the rest waits again."""

    outbox_id: int | None
    record: Record
    future: "asyncio.Future[bool | None]"


def _put_back(connection: Connection, batch: Sequence[RenderedIntent]) -> None:
    for rendered in batch:
        outbox.put_back(connection, rendered.claimed.id)


def _by_chat(claimed: Sequence[RenderedIntent]) -> dict[int, list[RenderedIntent]]:
    chats: dict[int, list[RenderedIntent]] = {}
    for rendered in claimed:
        chats.setdefault(rendered.claimed.chat_id, []).append(rendered)
    return chats
