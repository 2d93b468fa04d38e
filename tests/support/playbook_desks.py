"""A stage without a wire: desks over real books, cards on phones in memory, nothing to wait for."""

import asyncio
from contextlib import asynccontextmanager

from bot.delivery.claiming import Claiming
from bot.delivery.limits import Pacer
from bot.delivery.post import PostOffice
from bot.delivery.sending import Sender
from bot.delivery.stamping import Stamper
from bot.errands import Fetched
from bot.nursery import Nursery
from bot.sandbox.presses import PressAnswer
from bot.scheduler.alarms import AlarmClock
from tests.support.fakes import Within
from tests.support.in_memory import NoScheduler, Pen, PhonesInMemory, VaultInMemory
from tests.support.office import open_office
from tests.support.playbook import NothingCame, Stage
from tests.support.window import Window, in_words
from workflow.filling import DraftFile
from workflow.people import Language

QUIET = "SELECT 1 FROM outbox WHERE state IN ('waiting', 'claimed') AND not_before IS NULL"


class OnTheDesks(Stage):
    """The window, the desks, the books and the post office, in one process and one transaction."""

    def __init__(self, office, nursery):
        super().__init__(office.work.procedures.offered()[0][1])
        self.office, self.phones, self.vault = office, PhonesInMemory(), VaultInMemory()
        self.window = Window(office, fetch=self._fetch)
        writer, name = Within(office.work.connection), lambda: "disposisi_bot"
        pacer = Pacer(0, asyncio.get_running_loop().time)
        self.post = PostOffice(
            writer=writer,
            claiming=Claiming(office.context, office.clock),
            sender=Sender(
                self.phones, writer, self.vault, office.context, pacer, self.window.keypad
            ),
            stamper=Stamper(
                writer, office.context, office.clock, self.vault, Pen(), name, office.random_bytes
            ),
            pacer=pacer,
            context=office.context,
            clock=office.clock,
            nursery=nursery,
            bot_name=name,
            committed=lambda: None,
        )
        self.alarms = AlarmClock(
            scheduler=NoScheduler(),
            writer=writer,
            context=office.context,
            clock=office.clock,
            random_bytes=office.random_bytes,
            committed=lambda: None,
        )
        nursery.start(self.post.run(), name="post office")

    async def _fetch(self, message):
        chat, name = message.chat.id, message.document.file_name
        focus, slot = await self.window.ask(chat, lambda desks: desks.messages.slot())
        content = self.vault[message.document.file_id]
        media, now = slot.accept[0].value, self.office.clock.now()
        file = DraftFile(
            digest=message.document.file_id, name=name, media_type=media, size=len(content), at=now
        )
        return Fetched(focus, file)

    async def looks_at_clock(self):
        """It stands still by itself."""

    def now(self):
        return self.office.clock.now()

    def look_in_books(self, look):
        return look(self.office.work)

    async def telegram_of(self, who):
        if who.name not in self.office.ids:
            self.office.arrives(who.name, Language(who.language))
        return self.office.work.people.get(self.office.ids[who.name]).telegram_id

    async def _chat_of(self, who):
        return self.phones.chats.setdefault(await self.telegram_of(who), [])

    async def _sends(self, who, **what):
        return self.phones.put(await self.telegram_of(who), out=True, **what)

    async def _writes(self, who, text):
        number = await self._sends(who, text=text)
        await self.window.writes(who.name, text, message_id=number)

    async def _presses(self, who, message_id, data):
        handled = await self.window.presses(who.name, data, on=message_id)
        language = handled.language.value
        said = in_words(handled, language) if handled.refusal or handled.said else ""
        return PressAnswer(answered=True, text=said, alert=handled.refusal is not None)

    async def _uploads(self, who, name, content):
        file = {"file_id": self.vault.put(content), "file_unique_id": "u", "file_name": name}
        number = await self._sends(who, file={"name": name})
        await self.window.writes(who.name, "", message_id=number, document=file)

    async def until_true(self, look, what):
        await self.settles()
        if found := await look():
            return found
        raise NothingCame(f"{what} did not come")

    async def settles(self):
        self.post.wake()
        while self.office.work.connection.exec_driver_sql(QUIET).first():  # noqa: ASYNC110
            await asyncio.sleep(0.001)

    async def opens(self, who, message):
        return message["file"]["content"]

    async def menu(self, who):
        return self.phones.menus.get(await self.telegram_of(who), [])

    async def moves_to(self, moment):
        self.office.clock.move_to(moment)
        await self.alarms.ring()


@asynccontextmanager
async def on_the_desks():
    nursery = Nursery()
    with open_office() as office:
        yield OnTheDesks(office, nursery)
        await nursery.close(patience=0)
