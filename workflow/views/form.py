"""What a form shows: the question a person is at, or the review."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from workflow.errors import Refusal
from workflow.ids import CaseId, DraftId
from workflow.person_numbers import NumberDoubt
from workflow.views.task import Fact, MarkLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """A form that somebody has begun and not handed in."""

    title: str
    number: str  # of the case that it repairs or works on; empty where there is none yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A telephone number is asked for, and may be shared by a button."""


class StepAhead(NamedTuple):
    """One step that a request will take, and who does it."""

    number: str
    short: str
    lane_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outset:
    """What an applicant should know before the first question."""

    needed: tuple[str, ...]  # the titles of the files that are asked
    sometimes: tuple[str, ...]  # of those that not everybody hands in
    steps: tuple[StepAhead, ...]  # from handing in to the answer
    expected_at: datetime | None  # when a request handed in now would be answered
    now: datetime


class KnownDetails(NamedTuple):
    """What one press fills in, from the person's last request."""

    case_id: CaseId
    number: str
    lines: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """One question, or one place for files, with what has been given for it so far."""

    ask: str
    title: str
    example: str
    kind: str = ""
    choices: tuple[str, ...] = ()
    accepted: str = ""
    most: int = 0
    is_file: bool = False
    optional: bool = False
    answer: str = ""
    files: tuple[str, ...] = ()
    files_shown: str = ""  # the digest of them, for the button that takes one out
    # In a repair: what the officer wrote and marked about it.
    why: str = ""
    marks: tuple[MarkLine, ...] = ()

    @property
    def given(self) -> bool:
        return bool(self.files or self.answer)


class HandedInBefore(NamedTuple):
    """A request of the same service that names the same people."""

    case_id: CaseId
    number: str
    opened_at: datetime
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShown:
    """All answers at the end, and what keeps them from being handed in."""

    lines: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    # Answers that can no longer stand, each with why.
    unfit: tuple[Refusal, ...] = ()
    before: HandedInBefore | None = None

    @property
    def ready(self) -> bool:
        """True when nothing is missing and every answer can stand."""
        return not (self.missing or self.unfit)


class Onward(StrEnum):
    """Where a file goes on once an officer's form for it is saved."""

    HERE = "here"  # this person decides
    ANOTHER = "another"  # whoever sits in the lane of the step does
    DONE = "done"  # the step is decided


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The question somebody is at, or the review of all answers."""

    draft_id: DraftId
    procedure_title: str
    place: int
    places: int
    reviewing: bool
    repair: bool
    for_task: bool
    # One of the two while the form is open: the question at hand, or the review.
    item: ItemShown | None
    review: ReviewShown | None
    said: str
    # Answers that may be right and look unusual: each item's title, and what is.
    doubts: tuple[tuple[str, NumberDoubt], ...]
    submit_label: str
    cancelling: bool
    # Of the case that is repaired or worked on, and of one that was just handed in.
    subject: str
    done: bool
    # What became of a form that is done: "handed_in" or "cancelled", and in which case.
    ending: str = ""
    number: str = ""
    onward: Onward = Onward.HERE
    lane_title: str = ""  # of the step that an officer's form belongs to
    outset: Outset | None = None  # at the first question of a request
    known: KnownDetails | None = None
