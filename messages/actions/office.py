"""What the buttons of an administrator ask for: jabatan, mandates, days, SOPs."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import JabatanId, ProcedureId


@dataclass(frozen=True, slots=True)
class OfficeScreen(Action):
    """The administrator's screen."""

    tag: ClassVar[str] = "of"


@dataclass(frozen=True, slots=True)
class Posts(Action):
    """A page of all jabatan."""

    tag: ClassVar[str] = "ps"
    page: int


@dataclass(frozen=True, slots=True)
class Post(Action):
    """One jabatan, its holders and its open links."""

    tag: ClassVar[str] = "po"
    page: int
    jabatan: JabatanId


@dataclass(frozen=True, slots=True)
class EndAppointment(Action):
    """End somebody's appointment; asked once more."""

    tag: ClassVar[str] = "ea"
    appointment_id: int


@dataclass(frozen=True, slots=True)
class EndSurely(Action):
    """Yes, the appointment ends now."""

    tag: ClassVar[str] = "es"
    appointment_id: int


@dataclass(frozen=True, slots=True)
class CancelInvitation(Action):
    """Make a link void that nobody has used."""

    tag: ClassVar[str] = "ix"
    invitation_id: int


@dataclass(frozen=True, slots=True)
class NameActing(Action):
    """Begin to name a Plh. or Plt. for a jabatan."""

    tag: ClassVar[str] = "na"
    jabatan: JabatanId


@dataclass(frozen=True, slots=True)
class MandatePage(Action):
    """A page of those who may be named."""

    tag: ClassVar[str] = "mp"
    page: int


@dataclass(frozen=True, slots=True)
class MandateChoose(Action):
    """The answer to what a mandate asks now: its capacity, its person, a day."""

    tag: ClassVar[str] = "mc"
    wanted: str
    value: str


@dataclass(frozen=True, slots=True)
class Days(Action):
    """A page of the office's calendar."""

    tag: ClassVar[str] = "dy"
    page: int


@dataclass(frozen=True, slots=True)
class AskClosure(Action):
    """Close the office on a day."""

    tag: ClassVar[str] = "dc"


@dataclass(frozen=True, slots=True)
class AskOpening(Action):
    """Give a day hours of its own."""

    tag: ClassVar[str] = "do"


@dataclass(frozen=True, slots=True)
class AskRamadan(Action):
    """Set the days of Ramadan."""

    tag: ClassVar[str] = "dr"


@dataclass(frozen=True, slots=True)
class RemoveDay(Action):
    """Take back a day that was written in the chat."""

    tag: ClassVar[str] = "dx"
    day_id: int


@dataclass(frozen=True, slots=True)
class SopPicture(Action):
    """An SOP as its picture, in the official form."""

    tag: ClassVar[str] = "pi"
    procedure_id: ProcedureId


@dataclass(frozen=True, slots=True)
class Invite(Action):
    """Issue a link to a jabatan."""

    tag: ClassVar[str] = "iv"
    jabatan: JabatanId
