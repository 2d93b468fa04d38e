"""A stage with everything on it: the real bot in a process of its own, over HTTP."""

from tests.support.phone import PATIENCE, until
from tests.support.playbook import NothingCame, Stage
from tests.support.playbook_desks import QUIET


class OverHttp(Stage):
    """An office at work, and phones of the embedded Telegram."""

    def __init__(self, at_work):
        super().__init__(at_work.procedure)
        self.at_work, self.people = at_work, at_work.people
        self._guests, self._now = {}, None

    def look_in_books(self, look):
        with self.at_work.books() as work:
            return look(work)

    async def looks_at_clock(self):
        self._now = await self.people.now()

    def now(self):
        return self._now

    async def telegram_of(self, who):
        if who.jabatan:
            it = who.jabatan == "it"
            return self.at_work.it_person if it else self.at_work.officer(who.jabatan)
        if who.name not in self._guests:
            guest = await self.at_work.guest(who.name, language=who.language)
            self._guests[who.name] = guest
        return self._guests[who.name]

    async def _chat_of(self, who):
        return await self.people.messages(await self.telegram_of(who))

    async def _writes(self, who, text):
        await self.people.text(await self.telegram_of(who), text)

    async def _presses(self, who, message_id, data):
        phone = await self.telegram_of(who)
        [update_id] = await self.people.press(phone, message_id, data=data)
        return await self.people.answer(phone, update_id, within=PATIENCE)

    async def _uploads(self, who, name, content):
        await self.people.upload(await self.telegram_of(who), (name, content))

    async def until_true(self, look, what):
        found = None

        async def seen():
            nonlocal found
            found = await look()
            return found

        try:
            await until(seen)
        except TimeoutError:
            raise NothingCame(f"{what} did not come") from None
        return found

    async def settles(self):
        async def quiet():
            return not self.at_work.rows(QUIET)

        await until(quiet)

    async def opens(self, who, message):
        return await self.people.file(await self.telegram_of(who), message["message_id"])

    async def menu(self, who):
        phone = await self.people.person(await self.telegram_of(who))
        return [one["description"] for one in phone["commands"]]

    async def moves_to(self, moment):
        await self.people.travel_to(moment)
