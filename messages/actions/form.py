"""What the buttons under a form ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId, DraftId, ProcedureId, ServiceId


@dataclass(frozen=True, slots=True)
class Begin(Action):
    """Begin a service's form; the service is empty where an SOP has only one."""

    tag: ClassVar[str] = "b"
    procedure_id: ProcedureId
    service: ServiceId | None


@dataclass(frozen=True, slots=True)
class BeginSurely(Action):
    """Yes, begin this SOP, which has no form."""

    tag: ClassVar[str] = "bs"
    procedure_id: ProcedureId


@dataclass(frozen=True, slots=True)
class BeginNot(Action):
    """No, begin nothing."""

    tag: ClassVar[str] = "bn"
    procedure_id: ProcedureId


@dataclass(frozen=True, slots=True)
class FormBack(Action):
    """To the question before."""

    tag: ClassVar[str] = "fb"
    draft_id: DraftId
    place: int


@dataclass(frozen=True, slots=True)
class FormNext(Action):
    """Leave a slot, or skip what is optional."""

    tag: ClassVar[str] = "fn"
    draft_id: DraftId
    place: int


@dataclass(frozen=True, slots=True)
class FormTakeOut(Action):
    """Take the file that was handed in last out of a slot: the digest of those in it."""

    tag: ClassVar[str] = "fo"
    draft_id: DraftId
    place: int
    files: str


@dataclass(frozen=True, slots=True)
class FormChoose(Action):
    """One of the choices of a question."""

    tag: ClassVar[str] = "fc"
    draft_id: DraftId
    place: int
    choice: int


@dataclass(frozen=True, slots=True)
class FormRecall(Action):
    """Fill in what this earlier request of one's own told."""

    tag: ClassVar[str] = "fr"
    draft_id: DraftId
    place: int
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class FormChange(Action):
    """From the review, change one item."""

    tag: ClassVar[str] = "fg"
    draft_id: DraftId
    item: int


@dataclass(frozen=True, slots=True)
class FormCancel(Action):
    """Cancel a form; asked once more."""

    tag: ClassVar[str] = "fx"
    draft_id: DraftId


@dataclass(frozen=True, slots=True)
class FormDrop(Action):
    """Yes, throw the form away."""

    tag: ClassVar[str] = "fd"
    draft_id: DraftId


@dataclass(frozen=True, slots=True)
class FormKeep(Action):
    """No, go on filling in."""

    tag: ClassVar[str] = "fk"
    draft_id: DraftId


@dataclass(frozen=True, slots=True)
class FormSubmit(Action):
    """Hand the form in."""

    tag: ClassVar[str] = "fs"
    draft_id: DraftId


@dataclass(frozen=True, slots=True)
class Resume(Action):
    """Go on with the open form."""

    tag: ClassVar[str] = "rs"
