"""The post office: claims what waits, sends it, and records how each message ended."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from bot.delivery.claiming import Claiming, RenderedIntent, Stored
from bot.delivery.limits import Pacer
from bot.delivery.sending import Sender, Sent
from bot.delivery.stamping import Stamper
from bot.nursery import Nursery
from bot.telegram import NotSent, Refused, Uncertain
from messages.cards.telling import file_name
from storage import outbox
from storage.outbox import Settled
from storage.room import NoRoom
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.clearing import go_on_clearing
from workflow.desk.reaching import out_of_reach
from workflow.desk.reckoning import go_on_reckoning
from workflow.desk.widening import widen
from workflow.errors import FileDamaged
from workflow.ids import CaseId, PersonId
from workflow.intents import (
    ClearDesk,
    Intent,
    Reckon,
    RemoveMessage,
    SendAttachment,
    SendPaper,
    Stamp,
    TakeBack,
    Tell,
    TellAlarms,
    TellNumbers,
    Widen,
)
from workflow.ports import Clock
from workflow.views.queue import AlarmsView
from workflow.views.taking import ALARMS, TakingBackView

log = logging.getLogger(__name__)

# Real seconds until what met a broken line or a full disk is tried again; each time twice as many.
PAUSE = 1.0
LONGEST_PAUSE = 60.0
# A message at which Telegram itself breaks, a quarter of an hour long, must not hold up its chat.
ATTEMPTS = 20
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
        self._sender = sender
        self._stamper = stamper
        self._pacer = pacer
        self._context = context
        self._clock = clock
        self._nursery = nursery
        self._bot_name = bot_name
        self._committed = committed
        self._pause_after = pause
        self._damaged = damaged
        self._busy: set[int] = set()
        self._broken: dict[int, int] = {}
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

    async def _deliver(self, chat_id: int, batch: Sequence[RenderedIntent]) -> None:
        """Send one chat's messages in order; how each ended is written down while the next goes.

        When the line breaks the whole chat waits, so that what was said first arrives first.
        """
        notes: list[_Note] = []
        wait = None
        try:
            for place, rendered in enumerate(batch):
                ending = await self._ended(rendered)
                if ending.record is not None:
                    notes.append(self._begun(rendered, ending.record))
                wait = ending.wait
                if wait is not None:
                    notes.append(self._begun(None, partial(_put_back, batch=batch[place + 1 :])))
                    break
            for note in notes:
                await self._written(note)
        finally:
            await asyncio.gather(*(note.future for note in notes), return_exceptions=True)
            self._broken[chat_id] = self._broken.get(chat_id, 0) + 1
            if wait is None:
                self._broken.pop(chat_id, None)
                self._free(chat_id)
            else:
                asyncio.get_running_loop().call_later(wait, self._free, chat_id)

    def _begun(
        self, rendered: RenderedIntent | None, record: Callable[[Connection], None]
    ) -> "_Note":
        outbox_id = None if rendered is None else rendered.claimed.id
        return _Note(outbox_id, record, self._writer.begin(record))

    async def _written(self, note: "_Note") -> None:
        """Wait until an ending stands in the books: what stays claimed is sent by nobody.

        What the record itself cannot say is settled without it at the third try; that the rest
        of a chat waits again is tried until it is written.
        """
        record, tries = note.record, 0
        while True:
            try:
                await (note.future if tries == 0 else self._writer.run(record))
                return
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

    def _free(self, chat_id: int) -> None:
        self._busy.discard(chat_id)
        self._news.set()

    async def _stamped(self, rendered: RenderedIntent) -> "_Ending":
        """The stamper writes down by itself how it ended."""
        try:
            await self._stamper.stamp(rendered)
        except NoRoom as error:
            return _Ending(self._again(rendered, str(error)), self._pause(rendered))
        except Exception as error:
            log.exception("the order of message %s could not be carried out", rendered.claimed.id)
            if rendered.claimed.attempts + 1 >= ATTEMPTS:
                return _Ending(partial(self._stamper.give_up, rendered=rendered))
            again = partial(
                outbox.put_back, outbox_id=rendered.claimed.id, error=repr(error), broke=True
            )
            return _Ending(again, self._pause(rendered))
        self._committed()
        return _Ending()

    async def _carried(self, rendered: RenderedIntent) -> "_Ending":
        """One batch of what the office does by itself; it is settled with what it changed."""
        try:
            await self._writer.run(partial(self._carry, rendered=rendered))
        except Exception as error:
            log.exception("the work of message %s could not be done", rendered.claimed.id)
            if rendered.claimed.attempts + 1 >= ATTEMPTS:
                return _Ending(self._settled(rendered, Settled.REFUSED, repr(error)))
            again = partial(
                outbox.put_back, outbox_id=rendered.claimed.id, error=repr(error), broke=True
            )
            return _Ending(again, self._pause(rendered))
        self._committed()
        return _Ending()

    def _carry(self, connection: Connection, rendered: RenderedIntent) -> None:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        match rendered.claimed.intent:
            case Reckon() as so_far:
                go_on_reckoning(work, rendered.claimed.person_id, so_far)
            case ClearDesk() as desk:
                go_on_clearing(work, desk)
            case Widen() as widening:
                widen(work, rendered.claimed.person_id, widening)
        outbox.settle(connection, rendered.claimed.id, Settled.SENT, at=work.now)

    async def _ended(self, rendered: RenderedIntent) -> "_Ending":
        claimed = rendered.claimed
        if isinstance(claimed.intent, Stamp):
            return await self._stamped(rendered)
        if isinstance(claimed.intent, Reckon | ClearDesk | Widen):
            return await self._carried(rendered)
        wait = self._pause(rendered)
        try:
            sent = await self._sender.send(rendered)
        except (NotSent, NoRoom) as error:
            return _Ending(self._again(rendered, str(error)), wait)
        except Uncertain as error:
            if claimed.attempts + 1 >= ATTEMPTS:
                log.error("message %s was given up: %s", claimed.id, error)
                return _Ending(self._settled(rendered, Settled.UNCERTAIN, str(error)))
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
            return self._no(rendered, refused)
        except FileDamaged as damaged:
            self._damaged(damaged)
            return _Ending(partial(self._unreadable, rendered=rendered, damaged=damaged))
        except Exception as error:
            log.exception("message %s could not be made", claimed.id)
            return _Ending(self._settled(rendered, Settled.REFUSED, repr(error)))
        return _Ending(partial(self._sent, rendered=rendered, sent=sent))

    def _no(self, rendered: RenderedIntent, refused: Refused) -> "_Ending":
        """A no to this message ends it; one to the bot, or to its pace, is waited for."""
        if refused.of_the_bot:
            log.error("Telegram refuses the token, so nothing is sent: %s", refused)
            wait = self._pause_after(ALMOST_FOR_EVER)
            self._pacer.close_for(wait)
            return _Ending(self._again(rendered, str(refused)), wait)
        if refused.retry_after is not None:
            self._pacer.close_for(refused.retry_after)
            return _Ending(self._again(rendered, str(refused)), refused.retry_after)
        return _Ending(partial(self._refused, rendered=rendered, refused=refused))

    def _unreadable(
        self, connection: Connection, rendered: RenderedIntent, damaged: FileDamaged
    ) -> None:
        """Whoever was to have the file hears that it does not open: never nothing at all."""
        now = self._clock.now()
        outbox.settle(connection, rendered.claimed.id, Settled.REFUSED, at=now, error=str(damaged))
        view: Stored = rendered.view
        name = view.name or view.title or file_name(view.kind, view.number)
        tell = Tell(message_id="file-damaged", arguments={"name": name})
        outbox.add(connection, rendered.claimed.person_id, tell, at=now)

    def _settled(
        self, rendered: RenderedIntent, how: Settled, why: str
    ) -> Callable[[Connection], None]:
        now = self._clock.now()
        return partial(outbox.settle, outbox_id=rendered.claimed.id, how=how, at=now, error=why)

    def _sent(self, connection: Connection, rendered: RenderedIntent, sent: Sent) -> None:
        now = self._clock.now()
        outbox.settle(connection, rendered.claimed.id, Settled.SENT, at=now)
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        if (
            rendered.screen
            and sent.message_id is not None
            and sent.message_id != rendered.message_id
        ):
            work.cards.lay(rendered.screen, rendered.claimed.person_id, sent.message_id, at=now)
        self._note_on_phone(work, rendered, sent)
        if sent.passing is not None and sent.message_id is not None:
            outbox.add(
                connection,
                rendered.claimed.person_id,
                RemoveMessage(message_id=sent.message_id),
                at=now,
                not_before=now + sent.passing,
            )

    def _note_on_phone(self, work: SqlUnitOfWork, rendered: RenderedIntent, sent: Sent) -> None:
        """What of a case lies in a chat from now on, and what does no more."""
        now, me = self._clock.now(), rendered.claimed.person_id
        match rendered.claimed.intent:
            case SendPaper(case_id=case_id, kind=kind) if sent.message_id is not None:
                work.cards.note_copy(me, CaseId(case_id), kind, sent.message_id, at=now)
            case SendAttachment(case_id=case_id) if sent.message_id is not None:
                work.cards.note_copy(me, CaseId(case_id), "attachment", sent.message_id, at=now)
            case TellAlarms() if (
                isinstance(rendered.view, AlarmsView) and sent.message_id is not None
            ):
                for case_id in {work.cases.task(task).case_id for task in rendered.view.named}:
                    work.cards.note_copy(me, case_id, ALARMS, sent.message_id, at=now)
            case TakeBack() if isinstance(rendered.view, TakingBackView):
                work.cards.take_off(me, rendered.view.messages)
                if rendered.view.following is not None:
                    outbox.add(work.connection, me, rendered.view.following, at=now)

    def _again(self, rendered: RenderedIntent, why: str) -> Callable[[Connection], None]:
        """It certainly did not arrive: it goes out when the line, or room on the disk, is back."""
        return partial(outbox.put_back, outbox_id=rendered.claimed.id, error=why)

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
        if isinstance(intent, TellNumbers):
            # A second copy would be one more that nobody can take away.
            outbox.settle(connection, outbox_id, Settled.UNCERTAIN, at=now, error=why)
            return
        if isinstance(intent, SendPaper | SendAttachment):
            outbox.settle(connection, outbox_id, Settled.UNCERTAIN, at=now, error=why)
            arguments: dict[str, str | int] = {"case_id": intent.case_id}
            tell = Tell(message_id="uncertain-paper", arguments=arguments)
            outbox.add(connection, person_id, tell, at=now)
            return
        outbox.put_back(connection, outbox_id, error=why, broke=True)

    def _refused(self, connection: Connection, rendered: RenderedIntent, refused: Refused) -> None:
        now = self._clock.now()
        outbox.settle(connection, rendered.claimed.id, Settled.REFUSED, at=now, error=str(refused))
        if refused.of_the_person:
            work = SqlUnitOfWork(connection, self._context, self._clock.now())
            out_of_reach(work, rendered.claimed.person_id)
            log.warning("person %s cannot be reached: %s", rendered.claimed.person_id, refused)
            return
        log.error("Telegram refused message %s: %s", rendered.claimed.id, refused)


@dataclass(frozen=True, slots=True)
class _Note:
    """How a message ended, on its way into the books; of none, that the rest waits again."""

    outbox_id: int | None
    record: Callable[[Connection], None]
    future: "asyncio.Future[None]"


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a message ended, and how many seconds its chat has to wait when the line broke."""

    record: Callable[[Connection], None] | None = None
    wait: float | None = None


def _put_back(connection: Connection, batch: Sequence[RenderedIntent]) -> None:
    for rendered in batch:
        outbox.put_back(connection, rendered.claimed.id)


def _by_chat(claimed: Sequence[RenderedIntent]) -> dict[int, list[RenderedIntent]]:
    chats: dict[int, list[RenderedIntent]] = {}
    for rendered in claimed:
        chats.setdefault(rendered.claimed.chat_id, []).append(rendered)
    return chats
