"""How a message ended, as the books are told: each of these runs in the writer's thread."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from bot.delivery.screens.documents import Attached, Stored
from bot.delivery.screens.rows import Arrived, RenderedIntent
from bot.delivery.screens.table import row_of, screen_for
from bot.delivery.sending import Sent
from bot.telegram import Refused
from storage import outbox
from storage.outbox import Settled
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.desk.reaching import out_of_reach
from workflow.errors import FileDamaged
from workflow.ids import PersonId
from workflow.intents import Intent, RemoveMessage, Tell
from workflow.ports import Clock

log = logging.getLogger(__name__)

Record = Callable[[Connection], bool | None]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a message ended, and how many seconds its chat has to wait when the line broke."""

    record: Record | None = None
    wait: float | None = None
    tells_others: bool = False  # whoever cannot be reached is told of


def again(rendered: RenderedIntent, why: str) -> Record:
    """It certainly did not arrive: it goes out when the line, or room on the disk, is back."""
    return partial(outbox.put_back, outbox_id=rendered.claimed.id, error=why)


def tried_again(rendered: RenderedIntent, why: str) -> Record:
    """A try that broke is counted, so that it is not made for ever."""
    return partial(outbox.put_back, outbox_id=rendered.claimed.id, error=why, broke=True)


@dataclass(frozen=True, slots=True)
class Endings:
    """What the books are told of a message, by how it ended."""

    context: OfficeContext
    clock: Clock

    def settled(self, outbox_id: int, how: Settled, why: str) -> Record:
        now = self.clock.now()
        return partial(outbox.settle, outbox_id=outbox_id, how=how, at=now, error=why)

    def arrived(self, connection: Connection, rendered: RenderedIntent, sent: Sent) -> None:
        """It is on a phone: as which message, for how long, and what of a case that shows."""
        work = self._work(connection)
        me, message_id = rendered.claimed.person_id, sent.message_id
        outbox.settle(connection, rendered.claimed.id, Settled.SENT, at=work.now)
        if rendered.screen and message_id is not None and message_id != rendered.message_id:
            work.cards.lay(rendered.screen, me, message_id, at=work.now)
        if rendered.view is not None:
            _keep(work, rendered, message_id)
        if sent.passing is not None and message_id is not None:
            outbox.add(
                connection,
                me,
                RemoveMessage(message_id=message_id),
                at=work.now,
                not_before=work.now + sent.passing,
            )

    def unsure(
        self,
        connection: Connection,
        outbox_id: int,
        person_id: PersonId,
        intent: Intent,
        why: str,
    ) -> None:
        """Nobody knows whether it arrived; what becomes of it stands in its row."""
        row = screen_for(intent)
        if row.tried_again:
            outbox.put_back(connection, outbox_id, error=why, broke=True)
            return
        self.settled(outbox_id, Settled.UNCERTAIN, why)(connection)
        if row.offered is not None:
            self._work(connection).tell(person_id, row.offered(intent))

    def refused(self, connection: Connection, rendered: RenderedIntent, refused: Refused) -> None:
        claimed = rendered.claimed
        self.settled(claimed.id, Settled.REFUSED, str(refused))(connection)
        if refused.of_the_person:
            out_of_reach(self._work(connection), claimed.person_id)
            log.warning("person %s cannot be reached: %s", claimed.person_id, refused)
            return
        log.error("Telegram refused message %s: %s", claimed.id, refused)

    def unreadable(
        self, connection: Connection, rendered: RenderedIntent, damaged: FileDamaged
    ) -> None:
        """Whoever was to have the file hears that it does not open: never nothing at all."""
        self.settled(rendered.claimed.id, Settled.REFUSED, str(damaged))(connection)
        view = rendered.view
        name = view.called if isinstance(view, Stored | Attached) else ""
        tell = Tell(message_id="file-damaged", arguments={"name": name})
        self._work(connection).tell(rendered.claimed.person_id, tell)

    def _work(self, connection: Connection) -> SqlUnitOfWork:
        return SqlUnitOfWork(connection, self.context, self.clock.now())


def _keep(work: SqlUnitOfWork, rendered: RenderedIntent, message_id: int | None) -> None:
    row_of(rendered).keeps(
        Arrived(
            work=work,
            person_id=rendered.claimed.person_id,
            intent=rendered.claimed.intent,
            view=rendered.view,
            message_id=message_id,
        )
    )
