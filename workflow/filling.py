"""A half-filled form: what is asked, what is answered, where the person stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from workflow.answers import read_answer
from workflow.errors import FileWanted, FormIncomplete, SlotFull
from workflow.forms import Item, Question, Slot, is_optional, item_id
from workflow.ids import CaseId, DraftId, ItemId, PersonId, ProcedureId, ServiceId, TaskId
from workflow.shown import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """A file handed in for one slot of a form."""

    digest: str
    name: str
    media_type: str
    size: int
    at: datetime
    # What its electronic signatures are worth, where asked for, as `signatures.noted` keeps it.
    signatures: str = ""


class FormEnding(StrEnum):
    """What became of a form."""

    HANDED_IN = "handed_in"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form that a person is filling in; kept after every answer.

    `asks` are the ids of the items that are asked, in order; `at` is the place in it,
    and equals its length at the review. `reviewing` remembers that one item is being changed
    from the review, which is where the person returns to.
    """

    id: DraftId
    person_id: PersonId
    procedure_id: ProcedureId
    procedure_version: int
    service: ServiceId | None
    case_id: CaseId | None
    task_id: TaskId | None
    asks: tuple[ItemId, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[DraftFile, ...]] = field(default_factory=dict)
    at: int = 0
    reviewing: bool = False
    started_at: datetime
    changed_at: datetime
    closed: bool = False
    # Nothing while it is open, and where it was closed before this was kept.
    ending: FormEnding | None = None
    # Whether it is filled in at the office's desk for somebody without Telegram; nothing where
    # that was not kept.
    at_desk: bool | None = None

    @property
    def in_review(self) -> bool:
        return self.at >= len(self.asks)


def current(draft: Draft, items: Mapping[ItemId, Item]) -> Item | None:
    """What is asked now; nothing at the review."""
    return None if draft.in_review else items[draft.asks[draft.at]]


def by_id(items: tuple[Item, ...]) -> dict[ItemId, Item]:
    return {item_id(item): item for item in items}


def answered(draft: Draft, question: Question, text: str, *, today: date) -> Draft:
    """Keep an answer and go on; raise a refusal that explains when it is not a good one."""
    answer = read_answer(question, text, today=today)
    return _onward(replace(draft, answers={**draft.answers, question.id: answer}))


def recalled(draft: Draft, known: Mapping[str, str]) -> Draft:
    """Fill in what is known and not answered yet; go on to the first question behind it."""
    at = draft.at
    while at < len(draft.asks) and draft.asks[at] in known:
        at += 1
    return replace(draft, answers={**known, **draft.answers}, at=at)


def attached(draft: Draft, slot: Slot, file: DraftFile) -> Draft:
    """Keep a file in its slot; the person stays there, since more may come."""
    here = draft.files.get(slot.id, ())
    if any(kept.digest == file.digest for kept in here):
        return draft
    ensure_place(draft, slot)
    return replace(draft, files={**draft.files, slot.id: (*here, file)})


def ensure_place(draft: Draft, slot: Slot) -> None:
    """Raise SlotFull when as many files as a slot takes are in it."""
    if len(draft.files.get(slot.id, ())) >= slot.most:
        raise SlotFull(most=slot.most)


def files_shown(draft: Draft, slot: Slot) -> str:
    """The digest of the files in a slot, for the button that takes one of them out."""
    return digest_of(*(kept.digest for kept in draft.files.get(slot.id, ())))


def without_last(draft: Draft, slot: Slot) -> Draft:
    """Take the file handed in last out of a slot; it stays known that there are to be none."""
    return replace(draft, files={**draft.files, slot.id: draft.files.get(slot.id, ())[:-1]})


def passed(draft: Draft, item: Item, told: Mapping[str, str] | None = None) -> Draft:
    """Leave a slot or skip what is optional, by what was *told* here and before."""
    if not is_complete(draft, item, told):
        if isinstance(item, Slot):
            raise FileWanted(title=item.title, accepted=item.accepted)
        raise FormIncomplete(missing=item.title)
    return _onward(draft)


def is_complete(draft: Draft, item: Item, told: Mapping[str, str] | None = None) -> bool:
    """Whether nothing is missing, by what was *told*: the draft's own answers where not given."""
    if is_optional(item, draft.answers if told is None else told):
        return True
    if isinstance(item, Slot):
        return bool(draft.files.get(item.id))
    return item.id in draft.answers


def stepped_back(draft: Draft) -> Draft:
    """Go to the question before; from the first one nowhere."""
    if draft.reviewing:
        return replace(draft, at=len(draft.asks), reviewing=False)
    return replace(draft, at=max(0, draft.at - 1))


def changing(draft: Draft, place: int) -> Draft:
    """From the review, open one item again."""
    if not 0 <= place < len(draft.asks):
        return draft
    return replace(draft, at=place, reviewing=True)


def ensure_complete(
    draft: Draft, items: Mapping[ItemId, Item], told: Mapping[str, str] | None = None
) -> None:
    """Raise FormIncomplete with the first thing still missing."""
    for name in draft.asks:
        if not is_complete(draft, items[name], told):
            raise FormIncomplete(missing=items[name].title)


def _onward(draft: Draft) -> Draft:
    if draft.reviewing:
        return replace(draft, at=len(draft.asks), reviewing=False)
    return replace(draft, at=draft.at + 1)
