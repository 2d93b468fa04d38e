"""A persona fills in a form: each question with its own example, each slot with a sample file."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.sandbox.pressing import PATIENCE, Presser, actions_in, chat_of
from bot.cli.sandbox.samples import sample_file
from bot.sandbox.visitor import People
from messages.actions.form import FormChange, FormChoose, FormNext
from workflow.answers import parse_day
from workflow.bounds import Answers
from workflow.forms import AnswerKind, Item, Question, Slot
from workflow.procedure import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFiller:
    """For whoever's phone the form is on."""

    people: People
    presser: Presser
    zone: str
    # A PDF that carries a signature, as SIAK makes them.
    signed_pdf: Callable[[bytes], bytes]
    # The days told so far, which may bound those told later.
    days: dict[str, str] = field(default_factory=dict)

    async def fill_in(self, person: int, items: Sequence[Item], *, after: int = 0) -> None:
        for place, item in enumerate(items):
            await self.presser.think(person)
            await self.people.wait_for_text(person, item.ask[:60], PATIENCE, after=after)
            await self.presser.read(person)
            if isinstance(item, Slot):
                name, content = sample_file(item)
                if item.signed:
                    content = await asyncio.to_thread(self.signed_pdf, content)
                await self.people.upload(person, (name, content))
                await self.people.wait_for_text(person, name, PATIENCE)
                await self.presser.tap(person, FormNext, lambda one, at=place: one.place == at)
            elif item.choices:
                await self.presser.tap(person, FormChoose, lambda one, at=place: one.place == at)
            else:
                await self.people.text(person, await self._example(item))

    async def _example(self, question: Question) -> str:
        """The question's own example; a day is moved to where the question takes it today."""
        day = parse_day(question.example)
        if question.kind is not AnswerKind.DATE or day is None:
            return question.example
        today = (await self.people.now()).astimezone(ZoneInfo(self.zone)).date()
        answers = Answers(items={}, told=self.days, today=today)
        earliest, latest = answers.bounds(question)
        day = min(max(day, earliest or day), latest or day)
        self.days[question.id] = day.isoformat()
        return day.isoformat()

    async def opened(self, person: int, step: Step, *, after: int) -> str:
        """How a step's form opened: at its first question, or at the review of what is known."""

        def look(state: dict[str, Any]) -> str | None:
            for message in reversed(chat_of(state, person)):
                if message["message_id"] <= after:
                    return None
                if actions_in(message, FormChange):
                    return "review"
                if step.items and step.items[0].ask[:60] in message["text"]:
                    return "question"
            return None

        what = f"the form of step {step.number}"
        found: str = await self.people.wait_for(look, PATIENCE, what=what)
        return found
