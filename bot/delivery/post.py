"""The post office: claims what waits, sends it, and records how each message ended."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from bot.delivery.claiming import Claiming, Ready
from bot.delivery.limits import Pacer
from bot.delivery.sending import Sender, Sent
from bot.delivery.stamping import Stamper
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from storage import outbox
from storage.database import Writer
from storage.outbox import Settled
from storage.room import NoRoom
from storage.unit_of_work import SqlUnitOfWork, Standing
from workflow.desk.reaching import out_of_reach
from workflow.ids import PersonId
from workflow.intents import Intent, RemoveMessage, SendAttachment, SendPaper, Stamp, Tell
from workflow.ports import Clock

log = logging.getLogger(__name__)

# Real seconds until what met a broken line or a full disk is tried again; each time twice as many.
PAUSE = 1.0
LONGEST_PAUSE = 60.0
# A message at which Telegram itself breaks, a quarter of an hour long, must not hold up its chat.
ATTEMPTS = 20
# How long an officer may look at an applicant's file before its chat copy goes.
PASSING = timedelta(hours=12)
# How long the office sleeps at most when nothing waits, in real seconds.
NAP = 5.0


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
        standing: Standing,
        clock: Clock,
        nursery: Nursery,
        bot_name: Callable[[], str],
        committed: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._claiming = claiming
        self._sender = sender
        self._stamper = stamper
        self._pacer = pacer
        self._standing = standing
        self._clock = clock
        self._nursery = nursery
        self._bot_name = bot_name
        self._committed = committed
        self._busy: set[int] = set()
        self._news = asyncio.Event()

    def wake(self) -> None:
        self._news.set()

    async def recover(self) -> None:
        """After a stop: what was claimed and not settled may or may not have arrived."""
        await self._writer.run(self._sort_unsettled)

    def _sort_unsettled(self, connection: Connection) -> None:
        for outbox_id, person_id, intent in outbox.unsettled(connection, now=self._clock.now()):
            self._uncertain(connection, outbox_id, person_id, intent, "stopped while sending")

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._news.clear()
            busy = frozenset(self._busy)
            claimed = await self._writer.run(
                lambda connection, busy=busy: self._claiming.claim(  # type: ignore[misc]
                    connection, busy, self._bot_name()
                )
            )
            for chat_id, batch in _by_chat(claimed).items():
                self._busy.add(chat_id)
                self._nursery.start(self._deliver(chat_id, batch), name=f"deliver to {chat_id}")
            if not claimed:
                await self._nap()

    async def _nap(self) -> None:
        try:
            await asyncio.wait_for(self._news.wait(), NAP)
        except TimeoutError:
            return

    async def _deliver(self, chat_id: int, batch: Sequence[Ready]) -> None:
        """Send one chat's messages in order; how each ended is written down while the next goes.

        When the line breaks the whole chat waits, so that what was said first arrives first.
        """
        written: list[asyncio.Future[None]] = []
        wait = None
        try:
            for place, ready in enumerate(batch):
                ending = await self._ended(ready)
                if ending.record is not None:
                    written.append(self._writer.begin(ending.record))
                wait = ending.wait
                if wait is not None:
                    await self._writer.run(partial(_put_back, batch=batch[place + 1 :]))
                    break
        finally:
            await asyncio.gather(*written, return_exceptions=True)
            if wait is None:
                self._free(chat_id)
            else:
                asyncio.get_running_loop().call_later(wait, self._free, chat_id)

    def _free(self, chat_id: int) -> None:
        self._busy.discard(chat_id)
        self._news.set()

    async def _stamped(self, ready: Ready) -> "_Ending":
        """The stamper writes down by itself how it ended."""
        try:
            await self._stamper.stamp(ready)
        except NoRoom as error:
            return _Ending(self._again(ready, str(error)), pause_after(ready.claimed.attempts))
        self._committed()
        return _Ending()

    async def _ended(self, ready: Ready) -> "_Ending":
        claimed = ready.claimed
        if isinstance(claimed.intent, Stamp):
            return await self._stamped(ready)
        wait = pause_after(claimed.attempts)
        try:
            sent = await self._sender.send(ready)
        except (NotSent, NoRoom) as error:
            return _Ending(self._again(ready, str(error)), wait)
        except Uncertain as error:
            if claimed.attempts + 1 >= ATTEMPTS:
                log.error("message %s was given up: %s", claimed.id, error)
                return _Ending(self._settled(ready, Settled.UNCERTAIN, str(error)))
            return _Ending(
                partial(
                    self._uncertain,
                    outbox_id=claimed.id,
                    person_id=claimed.person_id,
                    intent=claimed.intent,
                    why=str(error),
                ),
                wait,
            )
        except Refused as refused:
            if refused.retry_after is None:
                return _Ending(partial(self._refused, ready=ready, refused=refused))
            self._pacer.close_for(refused.retry_after)
            return _Ending(self._again(ready, str(refused)), refused.retry_after)
        except Exception as error:
            log.exception("message %s could not be made", claimed.id)
            return _Ending(self._settled(ready, Settled.REFUSED, repr(error)))
        return _Ending(partial(self._sent, ready=ready, sent=sent))

    def _settled(self, ready: Ready, how: Settled, why: str) -> Callable[[Connection], None]:
        now = self._clock.now()
        return partial(outbox.settle, outbox_id=ready.claimed.id, how=how, at=now, error=why)

    def _sent(self, connection: Connection, ready: Ready, sent: Sent) -> None:
        now = self._clock.now()
        outbox.settle(connection, ready.claimed.id, Settled.SENT, at=now)
        work = SqlUnitOfWork(connection, self._standing, self._clock)
        if ready.screen and sent.message_id is not None and sent.message_id != ready.message_id:
            work.cards.lay(ready.screen, ready.claimed.person_id, sent.message_id)
        if sent.passing and sent.message_id is not None:
            outbox.add(
                connection,
                ready.claimed.person_id,
                RemoveMessage(message_id=sent.message_id),
                at=now,
                not_before=now + PASSING,
            )

    def _again(self, ready: Ready, why: str) -> Callable[[Connection], None]:
        """It certainly did not arrive: it goes out when the line, or room on the disk, is back."""
        return partial(outbox.put_back, outbox_id=ready.claimed.id, error=why)

    def _uncertain(
        self,
        connection: Connection,
        outbox_id: int,
        person_id: PersonId,
        intent: Intent,
        why: str,
    ) -> None:
        """A screen is shown again, for its buttons do no harm twice; a paper is offered again."""
        now = self._clock.now()
        if isinstance(intent, SendPaper | SendAttachment):
            outbox.settle(connection, outbox_id, Settled.UNCERTAIN, at=now, error=why)
            arguments: dict[str, str | int] = {"case_id": intent.case_id}
            tell = Tell(message_id="uncertain-paper", arguments=arguments)
            outbox.add(connection, person_id, tell, at=now)
            return
        outbox.put_back(connection, outbox_id, error=why)

    def _refused(self, connection: Connection, ready: Ready, refused: Refused) -> None:
        now = self._clock.now()
        outbox.settle(connection, ready.claimed.id, Settled.REFUSED, at=now, error=str(refused))
        if refused.code == 403:
            work = SqlUnitOfWork(connection, self._standing, self._clock)
            out_of_reach(work, ready.claimed.person_id, now=now)
            log.warning("person %s cannot be reached: %s", ready.claimed.person_id, refused)
            return
        log.error("Telegram refused message %s: %s", ready.claimed.id, refused)


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a message ended, and how many seconds its chat has to wait when the line broke."""

    record: Callable[[Connection], None] | None = None
    wait: float | None = None


def pause_after(attempts: int) -> float:
    """Seconds until the next try; the exponent is bounded, for a line may be broken for days."""
    return min(LONGEST_PAUSE, PAUSE * 2.0 ** min(attempts, 10))


def _put_back(connection: Connection, batch: Sequence[Ready]) -> None:
    for ready in batch:
        outbox.put_back(connection, ready.claimed.id)


def _by_chat(claimed: Sequence[Ready]) -> dict[int, list[Ready]]:
    chats: dict[int, list[Ready]] = {}
    for ready in claimed:
        chats.setdefault(ready.claimed.chat_id, []).append(ready)
    return chats
