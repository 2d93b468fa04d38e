"""One person's phone in a journey: writes, presses what a button asks for, reads what came."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.cli.sandbox.samples import sample_file
from bot.sandbox.visitor import Message, PressAnswer
from messages.actions.action import Action
from messages.actions.applicant import Acknowledge
from messages.actions.everybody import Accept
from messages.actions.form import Begin, FormChoose, FormNext, FormSubmit
from messages.actions.officer import ChooseReason, Decide, MarkItem, Ready, Sure, Work
from tests.support.running import OfficeAtWork
from workflow.forms import Item, Slot
from workflow.procedure import StepKind, Way

Asked = TypeVar("Asked", bound=Action)

PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Button:
    """A button that stands in a chat now."""

    message_id: int
    data: str
    action: Any
    label: str


@dataclass(slots=True)
class Phone:
    """`since` is the last message before the person did something: what is newer answers it."""

    office: OfficeAtWork
    id: int
    since: int = 0

    async def writes(self, text: str) -> int:
        self.since = await self.office.people.text(self.id, text)
        return self.since

    async def sends(self, kind: str) -> int:
        self.since = await self.office.people.send(self.id, kind)
        return self.since

    async def uploads(self, *files: tuple[str, bytes], kind: str = "document") -> list[int]:
        sent = await self.office.people.upload(self.id, *files, kind=kind)
        self.since = sent[-1]
        return sent

    async def reads(self, words: str) -> Message:
        """The bot's answer to what the person did last."""
        return await self.office.people.wait_for_text(self.id, words, PATIENCE, after=self.since)

    async def finds(self, words: str) -> Message:
        """The newest message of the bot with these words, whenever it came."""
        return await self.office.people.wait_for_text(self.id, words, PATIENCE)

    async def gets(self, name: str) -> bytes:
        """The newest file whose name contains *name*, as the phone opens it."""
        message = await self.office.people.wait_for_file(self.id, name, PATIENCE)
        return await self.office.people.file(self.id, message["message_id"])

    async def chat(self) -> Sequence[Message]:
        return await self.office.people.messages(self.id)

    async def said(self) -> str:
        """Everything the bot has in this chat now, as text."""
        return "\n".join(one["text"] for one in await self.chat() if not one["out"])

    async def button(self, asked: type[Asked], /, **fields: Any) -> Button:
        """The newest button that asks for this, as soon as there is one."""

        def look(state: dict[str, Any]) -> Button | None:
            for person in state["people"]:
                if person["id"] == self.id:
                    return _newest(person["messages"], asked, fields)
            return None

        what = f"a button of {asked.__name__} {fields or ''} for {self.id}"
        found: Button = await self.office.people.wait_for(look, PATIENCE, what=what)
        return found

    async def presses(self, asked: type[Asked], /, **fields: Any) -> PressAnswer:
        """Press the newest such button once; what the bot answered."""
        return await self.touches(await self.button(asked, **fields))

    async def pushes(self, asked: type[Asked], /, **fields: Any) -> int:
        """Press and do not wait for an answer; the update Telegram now has."""
        button = await self.button(asked, **fields)
        self.since = (await self.chat())[-1]["message_id"]
        people = self.office.people
        [update_id] = await people.press(self.id, button.message_id, data=button.data)
        return update_id

    async def touches(self, button: Button) -> PressAnswer:
        people = self.office.people
        self.since = (await self.chat())[-1]["message_id"]
        [update_id] = await people.press(self.id, button.message_id, data=button.data)
        return await people.answer(self.id, update_id, within=PATIENCE)

    async def begins(self) -> None:
        """Open the form of the office's service, through the privacy notice."""
        await self.writes("/start")
        await self.presses(Begin, procedure_id=self.office.procedure.id)
        if not self._has_consented():
            await self.presses(Accept)
        await self.finds(self.office.procedure.items_of(None)[0].ask[:60])

    def _has_consented(self) -> bool:
        sql = "SELECT consent_version FROM people WHERE telegram_id = ?"
        return any(version for (version,) in self.office.rows(sql, self.id))

    async def fills_in(
        self, items: Sequence[Item], answers: dict[str, str] | None = None, *, first: int = 0
    ) -> None:
        """Answer the questions from place *first* on, with the SOP's own examples or *answers*."""
        for place, item in enumerate(items):
            if place >= first:
                await self.answers(place, item, (answers or {}).get(item.id))

    async def answers(self, place: int, item: Item, text: str | None = None) -> None:
        await self.finds(item.ask[:60])
        if isinstance(item, Slot):
            await self.uploads_for(item)
            await self.reads(sample_file(item)[0])
            await self.presses(FormNext, place=place)
        elif item.choices:
            await self.presses(FormChoose, place=place)
        else:
            await self.writes(text or item.example)

    async def uploads_for(self, slot: Slot, *, copies: int = 1) -> None:
        """Send what a slot asks for; several at once make an album of different files."""
        name, content = sample_file(slot)
        files = [(f"{at}-{name}", content + b"\n" * at) for at in range(copies)]
        await self.uploads(*(files if copies > 1 else [(name, content)]))

    async def submits(self) -> None:
        answer = await self.presses(FormSubmit)
        assert not answer.alert, answer

    async def hands_in(self, **answers: str) -> str:
        """A whole request; its registration number."""
        await self.begins()
        await self.fills_in(self.office.procedure.items_of(None), answers)
        await self.submits()
        resi = await self.office.people.wait_for_file(self.id, "Resi", PATIENCE, after=self.since)
        return number_on(resi)


async def hand_on(office: OfficeAtWork, number: str) -> None:
    """The officer at whose desk the case lies does what the step asks, and hands it on."""
    task = office.task(number)
    step = office.procedure.step(task.step)
    phone = Phone(office, office.person_at(task))
    if step.items:
        await phone.presses(Work, task_id=task.id)
        if not task.because:
            await phone.fills_in(step.items)
        await phone.presses(FormSubmit)
    forward = step.outcome_for(Way.FORWARD)
    if office.procedure.lanes[task.lane].applicant:
        await phone.presses(Acknowledge, task_id=task.id)
        await office.ended(number)
        return
    answer = await phone.presses(Decide, task_id=task.id, outcome=forward)
    assert not answer.alert, answer
    if step.kind is StepKind.SIGN:
        await phone.presses(Sure, task_id=task.id, outcome=forward)
    await office.until(lambda: not _same(office, number, task.id), what=f"{number} after {step.id}")


async def send_back(office: OfficeAtWork, number: str) -> None:
    """The officer at whose desk the case lies sends it back, with the first ready-made reason."""
    task = office.task(number)
    step = office.procedure.step(task.step)
    back = step.outcome_for(Way.BACK)
    phone = Phone(office, office.officer_of(task))
    await phone.presses(Decide, task_id=task.id, outcome=back)
    if step.kind is StepKind.VERIFY:
        await phone.presses(MarkItem, task_id=task.id)
        await phone.presses(ChooseReason, task_id=task.id)
    await phone.presses(Ready, task_id=task.id)
    await office.until(lambda: not _same(office, number, task.id), what=f"{number} back")


async def repair(office: OfficeAtWork, number: str) -> None:
    """The applicant hands in again what was marked, and nothing else is asked."""
    task = office.task(number)
    phone = Phone(office, office.applicant)
    marked = [mark.item for mark in task.because_marks]
    items = [item for item in office.procedure.items_of(None) if item.id in marked]
    await phone.presses(Work, task_id=task.id)
    await phone.fills_in(items)
    await phone.presses(FormSubmit)
    await office.at_step(number, "2")


async def hand_on_to(office: OfficeAtWork, number: str, step: str) -> None:
    """Hand a case on, desk after desk, until it lies at a step."""
    while office.task(number).step != step:
        await hand_on(office, number)


def _same(office: OfficeAtWork, number: str, task_id: int) -> bool:
    task = office.task(number)
    return task.id == task_id and task.is_open


async def until(seen: Callable[[], Awaitable[Any]], within: float = PATIENCE) -> None:
    """Look again and again, for what no event tells of."""
    async with asyncio.timeout(within):
        while not await seen():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def number_on(resi: Message) -> str:
    """The registration number in the name of a resi."""
    return str(resi["file"]["name"]).removeprefix("Resi ").removesuffix(".pdf")


def buttons_of(message: Message) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def _newest(
    messages: Sequence[Message], kind: type[Asked], fields: dict[str, Any]
) -> Button | None:
    for message in reversed(messages):
        if message["deleted"]:
            continue
        for row in message["buttons"]:
            for button in row:
                action = kind.decode(button["data"] or "")
                if action is not None and _fits(action, fields):
                    return Button(message["message_id"], button["data"], action, button["text"])
    return None


def _fits(action: Any, fields: dict[str, Any]) -> bool:
    return all(getattr(action, name) == value for name, value in fields.items())
