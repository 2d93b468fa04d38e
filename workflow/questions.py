"""Asking an applicant (Tanya pemohon): which question, and whether the limit waits for it."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.forms import Slot
from workflow.ids import ItemId, ReasonId, TaskId
from workflow.office import Office

# Where files go that come with an answer; each question has an item of its own.
ANSWER_SLOT = Slot(
    id="jawaban",
    ask="Kirim berkas yang diminta.",
    title="Jawaban pemohon",
    example="foto atau PDF",
    most=10,
    optional=True,
)
_ANSWERS = "jawaban_"

_OWN = "-"
_WAITS = "@w"
_RUNS = "@r"


def answer_item(question_id: TaskId) -> ItemId:
    """Under what the files of an answer are kept."""
    return ItemId(f"{_ANSWERS}{question_id}")


def is_answer(item: ItemId) -> bool:
    return item.startswith(_ANSWERS)


class SideEnd(StrEnum):
    """What became of a question; kept as the outcome of its task."""

    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"  # by the office
    OVERTAKEN = "overtaken"  # the file went on without the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChoice:
    """What somebody has chosen so far: a ready-made question or own words, and the waiting."""

    ready: ReasonId | None  # nothing for own words
    waits: bool | None = None  # whether the limit does; nothing while it is still to be said

    def __str__(self) -> str:
        named = _OWN if self.ready is None else self.ready
        if self.waits is None:
            return named
        return f"{named}{_WAITS if self.waits else _RUNS}"


@dataclass(frozen=True, slots=True)
class AskChoices:
    """What may be chosen; what waits already cannot wait for an answer as well."""

    office: Office
    can_wait: bool

    def __contains__(self, chosen: object) -> bool:
        choice = read_ask(chosen) if isinstance(chosen, str) else None
        if choice is None or (choice.waits and not self.can_wait):
            return False
        return choice.ready is None or choice.ready in self.office.questions


def read_ask(chosen: str) -> AskChoice | None:
    """A choice as a button holds it; nothing when it is forged out of shape."""
    for ending, waits in ((_WAITS, True), (_RUNS, False), ("", None)):
        if chosen.endswith(ending):
            named = chosen.removesuffix(ending)
            ready = None if named == _OWN else ReasonId(named)
            return AskChoice(ready=ready, waits=waits) if named else None
    return None
