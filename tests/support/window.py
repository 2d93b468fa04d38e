"""The window of a played office: presses and words come in through the real routers."""

from datetime import UTC
from functools import cache

from aiogram import Bot
from aiogram.types import Update

from bot.building import make_dispatcher
from bot.errands import Then
from bot.intake.handling import UpdateHandler
from bot.intake.updates import received_of, visitor_of
from bot.keypad import Keypad
from messages.cards.telling import noted, refused
from messages.localizer import localizer_for
from storage import inbox
from tests.support.fakes import ENVELOPE
from workflow.errors import NotFound, NotUnderstood, Refusal
from workflow.intent_text import decode
from workflow.intents import Intent


@cache
def dispatcher():
    """All routers; those of this process belong to one dispatcher."""
    return make_dispatcher()


class Window:
    """What a person sends is received, handled in the writer's way (twice), and answered."""

    def __init__(self, office, fetch=None):
        self.office = office
        self.fetch = fetch  # brings a file that somebody sends, where files are sent
        self.handler = UpdateHandler(
            office.context, office.clock, office.random_bytes, lambda: "disposisi_bot"
        )
        self.bot = Bot("1:window")
        self.keypad = Keypad()
        self.archived = []  # the passphrases that archives were made with
        self._updates = 0
        self._heard = self._newest()

    async def presses(self, name, action, on=None):
        """Press a button, of the message numbered *on*; how it was handled."""
        return await self.receives(self.a_press(name, action, on))

    def a_press(self, name, action, on=None):
        data = action if isinstance(action, str) else action.encode()
        sender = {"id": self._telegram(name), "is_bot": False, "first_name": name}
        message = {
            "message_id": on or 1,
            "date": 0,
            "chat": {"id": sender["id"], "type": "private"},
        }
        query = {
            "id": str(self._updates + 1),
            "from": sender,
            "chat_instance": "1",
            "data": data,
            "message": message,
        }
        return {"callback_query": query}

    async def edits(self, name, text, message_id):
        """The words of a message of before are changed on the phone."""
        return await self.writes(name, text, what="edited_message", message_id=message_id)

    async def writes(self, name, text, what="message", **more):
        sender = {"id": self._telegram(name), "is_bot": False, "first_name": name}
        chat = {"id": sender["id"], "type": "private"}
        sent_at = int(self.office.clock.now().astimezone(UTC).timestamp())
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.partition(" ")[0])}]
        message = {"message_id": 70, "date": sent_at, "chat": chat, "from": sender, **more}
        if text:
            message |= {"text": text} | ({"entities": entities} if text[0] == "/" else {})
        return await self.receives({what: message})

    async def receives(self, body):
        connection = self.office.work.connection
        self._updates += 1
        self._heard = self._newest()
        received = received_of({"update_id": self._updates, **body})
        inbox.put(connection, [received], at=self.office.clock.now(), envelope=ENVELOPE)
        return await self._handles(received)

    async def restarts(self, *lost):
        """The process ends with what it had in memory; the next one works off what waits."""
        connection, now = self.office.work.connection, self.office.clock.now()
        for body in lost:
            self._updates += 1
            update = received_of({"update_id": self._updates, **body})
            inbox.put(connection, [update], at=now, envelope=ENVELOPE)
        self.keypad = Keypad()
        return [await self._handles(one) for one in inbox.waiting(connection, ENVELOPE)]

    async def _handles(self, received):
        update = Update.model_validate_json(received.whole, context={"bot": self.bot})
        sender = visitor_of(update, received)
        try:
            errand = await dispatcher().feed_update(
                self.bot,
                update,
                ask=self.ask,
                keypad=self.keypad,
                archive=self._archive,
                fetch=self.fetch,
            )
        except Refusal as refusal:
            return self._twice(self.handler.refuse, received, sender, refusal)
        except NotFound:
            return self._twice(self.handler.refuse, received, sender, NotUnderstood())
        handled = self._twice(self.handler.handle, received, sender, errand)
        if isinstance(errand, Then):
            errand.afterwards()
        return handled

    def _twice(self, handle, received, sender, what):
        """As the writer of tests: once to be taken back, and once for good."""
        connection = self.office.work.connection
        with connection.begin_nested() as rehearsal:
            handle(connection, received, sender, what)
            rehearsal.rollback()
        return handle(connection, received, sender, what)

    async def _archive(self, case_id, passphrase):
        self.archived.append(passphrase)
        return "arsip.tar.gz.age"

    def hears(self, name, kind=Intent):
        """What a person was told of the update that came last."""
        rows = self.office.work.connection.exec_driver_sql(
            "SELECT person_id, kind, body FROM outbox WHERE id > ? ORDER BY id", (self._heard,)
        ).all()
        told = [
            decode(row.kind, row.body) for row in rows if row.person_id == self.office.ids[name]
        ]
        return [one for one in told if isinstance(one, kind)]

    async def ask(self, telegram_id, question):
        return question(self.handler.desks_of(self.office.work.connection, telegram_id))

    def _telegram(self, name):
        return self.office.work.people.get(self.office.ids[name]).telegram_id

    def _newest(self):
        found = self.office.work.connection.exec_driver_sql("SELECT max(id) FROM outbox").scalar()
        return found or 0


def in_words(handled, language="id"):
    """What the answer to a press says."""
    say = localizer_for(language, UTC)
    refusal = handled.refusal
    return refused(refusal, say) if refusal else noted(handled.said, say)
