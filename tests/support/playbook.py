"""A journey as a conversation: what somebody does, and what then stands on the phone.

    await stage.plays(
        rina >> "/start" << "Selamat datang" >> press("Pelayanan Data") << "Pelindungan data",
        clerk << "{number}" >> press("Lengkap"),
    )

`>>` is a deed, `<<` what comes of it: a message that is new, or says something new, since this
person last did something. Words are written as an Indonesian reads them; whose phone speaks
English presses and reads the same sentence of the catalogue in English. What an SOP says itself is
the same on every phone. `{number}` is the number of the request that was handed in last.

The same lines are played on the desks, over real books, or by the real bot over HTTP.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from tests.support import turns
from tests.support.builders import JAKARTA


@dataclass(frozen=True)
class Somebody:
    """A person of a play: a jabatan's holder, the IT person, or whoever comes in."""

    name: str
    jabatan: str = ""
    language: str = "id"

    def __rshift__(self, deed):
        return Lines(self) >> deed

    def __lshift__(self, words):
        return Lines(self) << words


@dataclass(frozen=True)
class Lines:
    """What one person does and reads, in order."""

    who: Somebody
    turns: tuple[Any, ...] = ()

    def __rshift__(self, deed):
        turn = turns.writes(deed) if isinstance(deed, str) else deed
        return replace(self, turns=(*self.turns, turn))

    def __lshift__(self, seen):
        turn = turns.reads(seen) if isinstance(seen, str) else seen
        return replace(self, turns=(*self.turns, turn))


class NothingCame(Exception):
    """What was waited for did not happen."""


OFFICE = Somebody("the office")
IT_PERSON = Somebody("it", jabatan="it")


def officer(jabatan: str) -> Somebody:
    return Somebody(jabatan, jabatan=jabatan)


def somebody(name: str, language: str = "id") -> Somebody:
    return Somebody(name, language=language)


class Stage:
    """Where a play is played: what is the same on the desks and over HTTP."""

    def __init__(self, procedure):
        self.procedure = procedure
        self.number = ""
        self.applicant = None
        self._seen: dict[str, dict[int, Any]] = {}

    async def plays(self, *lines: Lines) -> None:
        for line in lines:
            for turn in line.turns:
                await self.looks_at_clock()
                await turn(self, line.who)

    def filled(self, words: str) -> str:
        """Words with what is known only when they are said."""
        words = words.replace("{number}", self.number)
        words = re.sub(r"{in (\d+) days}", lambda days: self.day(int(days[1])), words)
        return re.sub(r"{name of (\w+)}", lambda jabatan: self.name_of(jabatan[1]), words)

    def today(self):
        return self.now().astimezone(JAKARTA).date()

    def day(self, days: int) -> str:
        return f"{self.today() + timedelta(days=days):%d-%m-%Y}"

    def name_of(self, jabatan: str) -> str:
        """The name of whoever came first to a jabatan."""

        def found(work):
            return work.people.appointments_to(jabatan, at=self.now())[0].name

        return self.look_in_books(found)

    async def writes(self, who, text):
        await self._remembers(who)
        await self._writes(who, text)

    async def uploads(self, who, name, content):
        await self._remembers(who)
        await self._uploads(who, name, content)

    async def presses(self, who, button, *, refused=False):
        """Press, and be refused or not, as the play has it."""
        await self._remembers(who)
        answer = await self._presses(who, *button)
        assert answer.alert == refused, answer.text
        return answer.text

    async def _remembers(self, who):
        """What stands in the chat before somebody does something."""
        self._seen[who.name] = {one["message_id"]: _said(one) for one in await self._chat_of(who)}

    async def sees(self, who, look, what, *, new=False, settled=False):
        """What *look* finds in a chat; *new* since this person last did something."""
        seen = self._seen.get(who.name, {}) if new else {}

        async def looked():
            chat = [one for one in await self._chat_of(who) if not one["out"]]
            return look([one for one in chat if seen.get(one["message_id"]) != _said(one)])

        if settled:
            await self.settles()
        try:
            return await self.until_true(looked, f"{what} for {who.name}")
        except NothingCame as error:
            told = "\n".join(f"{_said(one)}" for one in (await self._chat_of(who))[-9:])
            raise AssertionError(f"{error}; the chat says:\n{told}") from None

    async def until(self, look, what):
        async def looked():
            return look()

        return await self.until_true(looked, f"{what} of {self.number}")

    def task(self):
        """The desk at which the request lies that was handed in last."""

        def found(work):
            return work.cases.tasks_of(work.cases.find_by_number(self.number).id)[-1]

        return self.look_in_books(found)

    def has_left(self, task):
        return self.task().id != task.id or self.task().done_at is not None

    def whoever_has(self, task):
        """Who sits where it lies; the applicant is whoever handed it in."""
        if self.procedure.lanes[task.lane].applicant:
            return self.applicant
        held = partial(_holder, self.procedure.id, task.lane)
        return officer(self.look_in_books(held))

    async def items(self, who):
        """What is still asked in the form that somebody has open."""
        telegram = await self.telegram_of(who)

        def asked(work):
            draft = work.drafts.find_open(work.people.find_by_telegram(telegram).id)
            return draft and ([self.procedure.item(one) for one in draft.asks[draft.at :]],)

        [items] = await self.until(lambda: self.look_in_books(asked), "an open form")
        return items


def _holder(procedure_id, lane, work):
    return work.office.holder_of(procedure_id, lane)


def _said(message):
    return message["text"], str(message["buttons"])
