"""A case (berkas), its tasks, and what is attached to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workflow.ids import (
    CaseId,
    FileId,
    ItemId,
    LaneId,
    OutcomeId,
    PaperId,
    PauseId,
    PersonId,
    ProcedureId,
    ServiceId,
    StepId,
    TaskId,
)
from workflow.side import TaskKind


class CaseState(StrEnum):
    """Running, ended in one of the ways an SOP ends, or left by its applicant."""

    OPEN = "open"
    FINISHED = "finished"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"  # sent back, and nobody repaired it

    @property
    def is_unanswered(self) -> bool:
        """Whether it ended, and no answer came of it."""
        return self not in {CaseState.OPEN, CaseState.FINISHED}


class Defect(StrEnum):
    """What is wrong with one item of a request."""

    MISSING = "missing"
    UNCLEAR = "unclear"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One item found wanting, so that only this is asked again."""

    item: ItemId
    defect: Defect


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request on its way through one version of one SOP."""

    id: CaseId
    number: str
    code: str  # proves a paper genuine
    link_code: str | None = None  # links a citizen to a case from the counter
    procedure_id: ProcedureId
    procedure_version: int
    service: ServiceId | None
    subject: str
    applicant_id: PersonId | None
    state: CaseState
    step: StepId | None
    answers: Mapping[str, str]
    opened_at: datetime
    ended_at: datetime | None
    corrects: CaseId | None = None  # whose delivered answer this one is to replace
    version: int = 1


class LinkEvent(StrEnum):
    """What happened to the link on the resi of a case entered at the counter."""

    WRONG = "wrong"
    LINKED = "linked"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One thing that somebody did with such a link."""

    person_id: PersonId
    what: LinkEvent
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One opening of one step; returned work is a new task."""

    id: TaskId
    case_id: CaseId
    step: StepId
    lane: LaneId
    opened_at: datetime
    due_at: datetime | None  # nothing without a limit, and while the limit waits
    # Since when its limit runs, where that is before it was opened: after a decision taken back.
    limit_from: datetime | None = None
    holder_id: PersonId | None = None
    received_at: datetime | None = None
    # A mark that was ordered: since when, by whom, in which appointment, and a digest of what on.
    signing_since: datetime | None = None
    signing_by: PersonId | None = None
    signing_as: int | None = None
    signing_of: str = ""
    reminded_at: datetime | None = None  # by a superior's press
    done_at: datetime | None = None
    done_by: PersonId | None = None
    done_as: str = ""
    outcome: OutcomeId | None = None
    note: str = ""
    marks: tuple[Mark, ...] = ()
    pause_id: PauseId | None = None  # what it waits for, while it waits
    # Why it came here, when it came back.
    because: str = ""
    because_marks: tuple[Mark, ...] = ()
    # Taken back: a decision by whoever made it, or unreceived with the decision that opened it.
    undone_at: datetime | None = None
    undone_by: PersonId | None = None
    # One beside the main task: what kind, under which task it stands, and who asked as what.
    kind: TaskKind = TaskKind.MAIN
    below: TaskId | None = None
    asked_by: PersonId | None = None
    asked_as: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.done_at is None

    @property
    def left_as(self) -> CaseState | None:
        """How its case ended while it lay here undecided: withdrawn by somebody, lapsed by itself.

        Nothing while it is open, and where it was decided or taken back.
        """
        if self.done_at is None or self.outcome is not None or self.undone_at is not None:
            return None
        return CaseState.LAPSED if self.done_by is None else CaseState.WITHDRAWN

    @property
    def limit_began(self) -> datetime:
        """The moment from which its limit is counted."""
        return self.limit_from or self.opened_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that somebody handed in, kept in the vault under its digest."""

    id: FileId
    item: ItemId
    digest: str
    name: str
    media_type: str
    size: int
    uploaded_by: PersonId
    uploaded_at: datetime
    replaced_at: datetime | None = None
    signatures: str = ""


class PaperState(StrEnum):
    """How far a letter has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePaper:
    """A paper the office has drawn for a case, kept in the vault."""

    id: int
    case_id: CaseId
    kind: PaperId
    state: PaperState
    digest: str
    number: str
    made_at: datetime
    released_at: datetime | None = None
    # Proves this letter genuine; empty for letters signed when the case's code stood on them.
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided about a task."""

    outcome: OutcomeId
    by: PersonId
    title: str
    at: datetime
    note: str = ""
    marks: tuple[Mark, ...] = field(default=())
