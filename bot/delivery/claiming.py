"""Taking intents out of the outbox, each with what is true of it now."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.screens.rows import Look, RenderedIntent
from bot.delivery.screens.table import comes_anew, made_anew, screen_for, screen_of
from storage import mailboxes, outbox
from storage.outbox import Claimed, Settled
from storage.reading.dossiers import Dossiers
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.errors import NotFound, SopSetAside
from workflow.intent_text import encode
from workflow.intents import Intent
from workflow.ports import Clock
from workflow.queries.showing import may_be_shown

log = logging.getLogger(__name__)

# A claim reads a card for each in the writer's one transaction, where everybody else waits.
BATCH = 48


@dataclass(frozen=True, slots=True)
class Claiming:
    """Runs in the writer's thread: claim and read in one transaction."""

    context: OfficeContext
    clock: Clock

    def claim(self, connection: Connection, bot_name: str) -> list[RenderedIntent]:
        work = SqlUnitOfWork(connection, self.context, self.clock.now())
        taken = outbox.claim(connection, now=work.now, limit=BATCH)
        dossiers = Dossiers(work, keeps=True)
        rendered = []
        for one in _newest(work, taken):
            look = Look(work=work, dossiers=dossiers, person_id=one.person_id, bot_name=bot_name)
            try:
                rendered.append(_rendered(look, one))
            except SQLAlchemyError:
                raise
            except Exception as error:
                log.exception("message %s cannot be read", one.id)
                outbox.settle(connection, one.id, Settled.REFUSED, at=work.now, error=repr(error))
        served = {one.claimed.person_id for one in rendered}
        for person_id in {one.person_id for one in taken} - served:
            mailboxes.release(connection, person_id, at=work.now)
        return rendered


def _newest(work: SqlUnitOfWork, taken: Sequence[Claimed]) -> list[Claimed]:
    """The last of several intents to show one screen: it shows what is true now."""
    last: dict[object, Claimed] = {}
    for one in taken:
        key = _shown_by(one)
        before = last.pop(key, None)
        if before is not None:
            error = f"shown by {one.id}"
            outbox.settle(work.connection, before.id, Settled.SENT, at=work.now, error=error)
            one = _as_fresh_as(before, one)
        last[key] = one
    return list(last.values())


def _shown_by(one: Claimed) -> object:
    """What two intents have in common of which one is enough: a screen, or each word."""
    if screen_for(one.intent).once:
        return one.person_id, *encode(one.intent)
    screen = screen_of(one.intent)
    return (one.person_id, screen) if screen else one.id


def _as_fresh_as(before: Claimed, one: Claimed) -> Claimed:
    """A screen that was to come as a new message still does."""
    if comes_anew(one.intent) or not comes_anew(before.intent):
        return one
    return replace(one, intent=made_anew(one.intent))


def _rendered(look: Look, claimed: Claimed) -> RenderedIntent:
    screen = screen_of(claimed.intent)
    try:
        view = view_of(look, claimed.intent)
    except (NotFound, SopSetAside):
        view = None
    message_id = look.work.cards.message(screen, look.person_id) if screen else None
    return RenderedIntent(claimed=claimed, view=view, screen=screen, message_id=message_id)


def view_of(look: Look, intent: Intent) -> object | None:
    """What the intent shows, as it is true now; nothing when it is no longer for this person."""
    if not may_be_shown(look.work, look.person_id, intent):
        return None
    view: object | None = screen_for(intent).reads(look, intent)
    return view
