"""One update inside the writer's transaction: who came in, what they asked, what is said of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from bot.errands import Desks, Errand
from bot.intake.copies import Press, show_present, take_away_copy
from storage import inbox
from storage.database import savepoint
from storage.inbox import Received
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.desk.reaching import within_reach
from workflow.errors import NotForYou, NotFound, NotUnderstood, Refusal
from workflow.intents import RemoveMessage, Tell
from workflow.people import Language, Person
from workflow.ports import Clock, RandomBytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Whoever sent an update, as Telegram describes them."""

    telegram_id: int
    name: str
    language_code: str
    press: Press | None = None
    # The message that came, when it holds the number of a person.
    telling: int | None = None
    # The message that came, when it is words and no command.
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """How an update ended: what the answer to a press is to say."""

    language: Language
    refusal: Refusal | None = None
    said: str | Tell | None = None
    # What was asked for and is not there: a forged press, or a fault of ours.
    missing: str = ""


@dataclass(frozen=True, slots=True)
class UpdateHandler:
    """Where updates meet the desks. Everything here runs in the writer's thread."""

    context: OfficeContext
    clock: Clock
    random_bytes: RandomBytes
    bot_name: Callable[[], str]

    def handle(
        self, connection: Connection, received: Received, visitor: Visitor, errand: Errand
    ) -> Handled | None:
        """Do an errand once; nothing when the update was handled before.

        A refusal undoes what the errand did and nothing else: the update stays handled.
        """
        work = self._opened(connection)
        if not inbox.mark_handled(connection, received.update_id, at=work.now):
            return None
        me = self._let_in(work, visitor)
        if visitor.press is not None:
            take_away_copy(work, me.id, visitor.press)
        try:
            with savepoint(connection):
                said = errand(self._desks(me, work))
        except Refusal as refusal:
            return self._refused(work, me, visitor, refusal)
        except NotFound as error:
            # A press on what is not there tells no more than one on what is somebody else's.
            unknown = NotUnderstood() if visitor.press is None else NotForYou()
            return replace(self._refused(work, me, visitor, unknown), missing=str(error))
        return Handled(language=me.language, said=said)

    def refuse(
        self, connection: Connection, received: Received, visitor: Visitor, refusal: Refusal
    ) -> Handled | None:
        """Mark an update as handled that was refused before it reached a desk."""
        work = self._opened(connection)
        if not inbox.mark_handled(connection, received.update_id, at=work.now):
            return None
        return self._refused(work, self._let_in(work, visitor), visitor, refusal)

    def crash(self, connection: Connection, received: Received, visitor: Visitor, why: str) -> bool:
        """Count a crash; the third sets the update aside, and the person is told something true."""
        work = self._opened(connection)
        parked = inbox.count_attempt(connection, received.update_id, why, at=work.now)
        if parked:
            work.tell(self._let_in(work, visitor).id, Tell(message_id="crash-parked"))
        return parked

    def uncount(self, connection: Connection, received: Received) -> None:
        """Take back what `crash` counted of a try before it was made."""
        inbox.uncount_attempt(connection, received.update_id)

    def tell(self, connection: Connection, visitor: Visitor, message_id: str) -> None:
        """Say one sentence while an update is still waiting to be handled."""
        work = self._opened(connection)
        work.tell(self._let_in(work, visitor).id, Tell(message_id=message_id))

    def desks_of(self, connection: Connection, telegram_id: int) -> Desks:
        work = self._opened(connection)
        me = work.people.find_by_telegram(telegram_id)
        if me is None:
            raise NotUnderstood
        return self._desks(me, work)

    def _opened(self, connection: Connection) -> SqlUnitOfWork:
        return SqlUnitOfWork(connection, self.context, self.clock.now())

    def _desks(self, me: Person, work: SqlUnitOfWork) -> Desks:
        return Desks(me, work, self.random_bytes, bot_name=self.bot_name())

    def _let_in(self, work: SqlUnitOfWork, visitor: Visitor) -> Person:
        """Write down whoever comes for the first time; whoever was out of reach is back."""
        known = work.people.find_by_telegram(visitor.telegram_id)
        if known is None:
            language = (
                Language.ENGLISH if visitor.language_code.startswith("en") else Language.INDONESIAN
            )
            return work.people.add(
                visitor.telegram_id, name=visitor.name, language=language, at=work.now
            )
        within_reach(work, known)
        return known

    def _refused(
        self, work: SqlUnitOfWork, me: Person, visitor: Visitor, refusal: Refusal
    ) -> Handled:
        """Say why not; a mistyped NIK goes from the chat like a right one."""
        if visitor.press is not None:
            if refusal.redraws:
                show_present(work, me.id, visitor.press)
        else:
            work.tell(me.id, Tell(message_id=refusal.message_id, arguments=refusal.arguments))
            messages = self._desks(me, work).messages
            if visitor.words is not None:
                messages.note_refused(visitor.words)
            messages.ask_again()
        if visitor.telling is not None:
            work.tell(me.id, RemoveMessage(message_id=visitor.telling))
        return Handled(language=me.language, refusal=refusal)
