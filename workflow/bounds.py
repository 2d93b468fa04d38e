"""Between which days an answer may lie: not before today, not after another answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.errors import DayTooEarly, DayTooLate, Refusal
from workflow.forms import TODAY, AnswerKind, Item, Question
from workflow.ids import ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What has been told so far, with what was asked; a pair of days is compared in it."""

    items: Mapping[ItemId, Item]
    told: Mapping[str, str]
    today: date

    def unfit(self, question: Question) -> Refusal | None:
        """Why the answer to a question cannot stand; nothing when it can, or is not given yet."""
        if question.kind is not AnswerKind.DATE or question.id not in self.told:
            return None
        day = date.fromisoformat(self.told[question.id])
        earliest, latest = self.bounds(question)
        if earliest is not None and day < earliest:
            than, other = self._named(question.not_before)
            return DayTooEarly(
                title=question.title, day=day, earliest=earliest, than=than, other=other
            )
        if latest is not None and day > latest:
            than, other = self._named(question.not_after)
            return DayTooLate(title=question.title, day=day, latest=latest, than=than, other=other)
        return None

    def bounds(self, question: Question) -> tuple[date | None, date | None]:
        """The first and the last day that a question takes now."""
        return self._day(question.not_before), self._day(question.not_after)

    def _day(self, bound: str | None) -> date | None:
        """A bound as a day; the answer to another question binds only once it is given."""
        if bound is None:
            return None
        if bound == TODAY:
            return self.today
        if bound[0].isdigit():
            return date.fromisoformat(bound)
        told = self.told.get(bound)
        return None if told is None else date.fromisoformat(told)

    def _named(self, bound: str | None) -> tuple[str, str]:
        if bound == TODAY:
            return "today", ""
        other = self.items.get(ItemId(bound or ""))
        return ("day", "") if other is None else ("answer", other.title)


def has_lapsed(question: Question, answer: str, *, today: date) -> bool | None:
    """For a day that must not be past, whether it is past by now; else nothing."""
    if question.kind is not AnswerKind.DATE or question.not_before != TODAY:
        return None
    return date.fromisoformat(answer) < today
