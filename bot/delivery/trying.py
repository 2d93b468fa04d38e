"""One try at one message: it is sent, stamped or done, and how that ended."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection

from bot.delivery.endings import Ending, Endings, again, tried_again
from bot.delivery.limits import Pacer
from bot.delivery.screens.rows import Deed, RenderedIntent, StampOrder
from bot.delivery.screens.table import row_of
from bot.delivery.sending import Sender
from bot.delivery.stamping import Stamper
from bot.health import metrics
from bot.telegram import NotSent, Refused, Uncertain
from storage import outbox
from storage.outbox import Settled
from storage.room import NoRoom
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.errors import FileDamaged
from workflow.ports import Clock

log = logging.getLogger(__name__)

# A message at which Telegram itself breaks, a quarter of an hour long, must not hold up its chat.
ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Trying:
    """Tries; what is given up has been tried often enough, and everything else ends or waits."""

    writer: Writer
    sender: Sender
    stamper: Stamper
    pacer: Pacer
    context: OfficeContext
    clock: Clock
    committed: Callable[[], None]
    # How long the bot waits when it is refused as such, in seconds.
    longest_pause: float
    damaged: Callable[[FileDamaged], None]

    async def ended(self, rendered: RenderedIntent, wait: float) -> Ending:
        """*wait* is for how long the chat waits if the line is broken."""
        match row_of(rendered):
            case StampOrder():
                return await self._stamped(rendered, wait)
            case Deed() as deed:
                return await self._done(rendered, deed, wait)
        return await self._sent(rendered, wait)

    async def _stamped(self, rendered: RenderedIntent, wait: float) -> Ending:
        """The stamper writes down by itself how it ended."""
        claimed = rendered.claimed
        try:
            await self.stamper.stamp(rendered)
        except NoRoom as error:
            return Ending(again(rendered, str(error)), wait)
        except Exception as error:
            log.exception("the order of message %s could not be carried out", claimed.id)
            if claimed.attempts + 1 >= ATTEMPTS:
                return Ending(partial(self.stamper.give_up, rendered=rendered))
            return Ending(tried_again(rendered, repr(error)), wait)
        self.committed()
        return Ending()

    async def _done(self, rendered: RenderedIntent, deed: Deed[Any], wait: float) -> Ending:
        """One batch of what the office does by itself; it is settled with what it changed."""
        claimed = rendered.claimed
        try:
            await self.writer.run(partial(self._do, rendered=rendered, deed=deed))
        except Exception as error:
            log.exception("the work of message %s could not be done", claimed.id)
            if claimed.attempts + 1 >= ATTEMPTS:
                return Ending(self._endings.settled(claimed.id, Settled.REFUSED, repr(error)))
            return Ending(tried_again(rendered, repr(error)), wait)
        self.committed()
        return Ending()

    def _do(self, connection: Connection, rendered: RenderedIntent, deed: Deed[Any]) -> None:
        work = SqlUnitOfWork(connection, self.context, self.clock.now())
        deed.does(work, rendered.claimed.person_id, rendered.claimed.intent)
        outbox.settle(connection, rendered.claimed.id, Settled.SENT, at=work.now)

    async def _sent(self, rendered: RenderedIntent, wait: float) -> Ending:
        try:
            sent = await self.sender.send(rendered)
        except Exception as error:
            result, ending = self._missed(rendered, error, wait)
        else:
            result = "sent"
            ending = Ending(partial(self._endings.arrived, rendered=rendered, sent=sent))
        metrics.SENDS.labels(result).inc()
        return ending

    def _missed(
        self, rendered: RenderedIntent, error: Exception, wait: float
    ) -> tuple[str, Ending]:
        """How a try ended that did not end well, in a word and for the books."""
        claimed = rendered.claimed
        match error:
            case NotSent() | NoRoom():
                return "not_sent", Ending(again(rendered, str(error)), wait)
            case Uncertain():
                return "uncertain", self._unsure(rendered, error, wait)
            case Refused():
                return "refused", self._refused(rendered, error)
            case FileDamaged():
                self.damaged(error)
                record = partial(self._endings.unreadable, rendered=rendered, damaged=error)
                return "damaged", Ending(record)
        log.error("message %s could not be made", claimed.id, exc_info=error)
        return "failed", Ending(self._endings.settled(claimed.id, Settled.REFUSED, repr(error)))

    def _unsure(self, rendered: RenderedIntent, error: Uncertain, wait: float) -> Ending:
        claimed = rendered.claimed
        if claimed.attempts + 1 >= ATTEMPTS:
            log.error("message %s was given up: %s", claimed.id, error)
            return Ending(self._endings.settled(claimed.id, Settled.UNCERTAIN, str(error)))
        record = partial(
            self._endings.unsure,
            outbox_id=claimed.id,
            person_id=claimed.person_id,
            intent=claimed.intent,
            why=str(error),
        )
        return Ending(record, wait)

    def _refused(self, rendered: RenderedIntent, refused: Refused) -> Ending:
        """A no to this message ends it; one to the bot, or to its pace, is waited for."""
        if refused.of_the_bot:
            log.error("Telegram refuses the token, so nothing is sent: %s", refused)
            self.pacer.close_for(self.longest_pause)
            return Ending(again(rendered, str(refused)), self.longest_pause)
        if refused.retry_after is not None:
            self.pacer.close_for(refused.retry_after)
            return Ending(again(rendered, str(refused)), refused.retry_after)
        record = partial(self._endings.refused, rendered=rendered, refused=refused)
        return Ending(record, tells_others=refused.of_the_person)

    @property
    def _endings(self) -> Endings:
        return Endings(self.context, self.clock)
