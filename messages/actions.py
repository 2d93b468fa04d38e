"""What a button asks for: values on our side, 64 bytes on Telegram's."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

LONGEST = 64  # bytes of callback_data, Bot API


class _Action:
    """A tag and the fields behind it, joined by colons."""

    tag: ClassVar[str]

    def encode(self) -> str:
        """Return the button's data; ValueError where Telegram would refuse it."""
        values = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        parts = [str(int(value)) if isinstance(value, bool) else str(value) for value in values]
        data = ":".join((self.tag, *parts))
        if len(data.encode()) > LONGEST:
            raise ValueError(f"button data longer than {LONGEST} bytes: {data}")
        return data

    @classmethod
    def decode(cls, data: str) -> Self | None:
        """Read a button's data; nothing when it is another's, or forged out of shape."""
        tag, *parts = data.split(":")
        shape = fields(cls)  # type: ignore[arg-type]
        if tag != cls.tag or len(parts) != len(shape):
            return None
        values = [_READERS[field.type](part) for field, part in zip(shape, parts, strict=True)]
        return None if None in values else cls(*values)


def _number(part: str) -> int | None:
    return int(part) if part.isascii() and part.isdecimal() and len(part) < 16 else None


def _flag(part: str) -> bool | None:
    return {"0": False, "1": True}.get(part)


_READERS: dict[Any, Callable[[str], Any]] = {int: _number, bool: _flag, str: str}


@dataclass(frozen=True, slots=True)
class Decide(_Action):
    """Press one way out of a step."""

    tag: ClassVar[str] = "d"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Sure(_Action):
    """The second press of a signature or refusal."""

    tag: ClassVar[str] = "s"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class MarkItem(_Action):
    """Mark one item of a request as missing, unclear or wrong."""

    tag: ClassVar[str] = "m"
    task_id: int
    outcome: str
    index: int


@dataclass(frozen=True, slots=True)
class ChooseReason(_Action):
    """Go on from the marks to the reason."""

    tag: ClassVar[str] = "r"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Instruct(_Action):
    """Choose an instruction other than the usual one."""

    tag: ClassVar[str] = "i"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Ready(_Action):
    """A ready-made reason or instruction."""

    tag: ClassVar[str] = "y"
    task_id: int
    outcome: str
    index: int


@dataclass(frozen=True, slots=True)
class Write(_Action):
    """The reason or instruction follows as a message."""

    tag: ClassVar[str] = "w"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Plain(_Action):
    """Back to the first face of a task's card."""

    tag: ClassVar[str] = "p"
    task_id: int


@dataclass(frozen=True, slots=True)
class OpenTask(_Action):
    """Open a task from a list."""

    tag: ClassVar[str] = "o"
    task_id: int


@dataclass(frozen=True, slots=True)
class Take(_Action):
    """Take over a file that a colleague holds."""

    tag: ClassVar[str] = "k"
    task_id: int


@dataclass(frozen=True, slots=True)
class Files(_Action):
    """Open the files of a task's case."""

    tag: ClassVar[str] = "f"
    task_id: int


@dataclass(frozen=True, slots=True)
class Letter(_Action):
    """Look at the letter as it stands."""

    tag: ClassVar[str] = "l"
    task_id: int


@dataclass(frozen=True, slots=True)
class Sheet(_Action):
    """Look at the lembar disposisi."""

    tag: ClassVar[str] = "h"
    task_id: int


@dataclass(frozen=True, slots=True)
class Kartu(_Action):
    """The kartu kendali, in the chat or as a PDF."""

    tag: ClassVar[str] = "g"
    case_id: int
    paper: bool


@dataclass(frozen=True, slots=True)
class Work(_Action):
    """Open the form that belongs to a task: a repair, or the work of a step."""

    tag: ClassVar[str] = "t"
    task_id: int


@dataclass(frozen=True, slots=True)
class GrantTo(_Action):
    """Open a case's files to the person of this place in the list."""

    tag: ClassVar[str] = "gt"
    task_id: int
    outcome: str
    index: int


@dataclass(frozen=True, slots=True)
class ChooseMember(_Action):
    """Take an officer into the team, or out of it."""

    tag: ClassVar[str] = "tm"
    task_id: int
    outcome: str
    index: int


@dataclass(frozen=True, slots=True)
class FormTeam(_Action):
    """The team is complete."""

    tag: ClassVar[str] = "td"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class TypeDigit(_Action):
    """One digit of the archive's passphrase; it is kept nowhere but in memory."""

    tag: ClassVar[str] = "kd"
    task_id: int
    digit: int


@dataclass(frozen=True, slots=True)
class ClearDigits(_Action):
    """Begin the passphrase again."""

    tag: ClassVar[str] = "kc"
    task_id: int


@dataclass(frozen=True, slots=True)
class MakeArchive(_Action):
    """The passphrase is typed: make the archive."""

    tag: ClassVar[str] = "ka"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Acknowledge(_Action):
    """The applicant has received the answer."""

    tag: ClassVar[str] = "a"
    task_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Queue(_Action):
    """A page of an officer's own work."""

    tag: ClassVar[str] = "q"
    page: int


@dataclass(frozen=True, slots=True)
class Begin(_Action):
    """Begin a service's form; the service is empty where an SOP has only one."""

    tag: ClassVar[str] = "b"
    procedure_id: str
    service: str


@dataclass(frozen=True, slots=True)
class FormBack(_Action):
    """To the question before."""

    tag: ClassVar[str] = "fb"
    draft_id: int
    place: int


@dataclass(frozen=True, slots=True)
class FormNext(_Action):
    """Leave a slot, or skip what is optional."""

    tag: ClassVar[str] = "fn"
    draft_id: int
    place: int


@dataclass(frozen=True, slots=True)
class FormEmpty(_Action):
    """Take the files out of a slot."""

    tag: ClassVar[str] = "fe"
    draft_id: int
    place: int


@dataclass(frozen=True, slots=True)
class FormChoose(_Action):
    """One of the choices of a question."""

    tag: ClassVar[str] = "fc"
    draft_id: int
    place: int
    choice: int


@dataclass(frozen=True, slots=True)
class FormChange(_Action):
    """From the review, change one item."""

    tag: ClassVar[str] = "fg"
    draft_id: int
    item: int


@dataclass(frozen=True, slots=True)
class FormCancel(_Action):
    """Cancel a form; asked once more."""

    tag: ClassVar[str] = "fx"
    draft_id: int


@dataclass(frozen=True, slots=True)
class FormDrop(_Action):
    """Yes, throw the form away."""

    tag: ClassVar[str] = "fd"
    draft_id: int


@dataclass(frozen=True, slots=True)
class FormKeep(_Action):
    """No, go on filling in."""

    tag: ClassVar[str] = "fk"
    draft_id: int


@dataclass(frozen=True, slots=True)
class FormSubmit(_Action):
    """Hand the form in."""

    tag: ClassVar[str] = "fs"
    draft_id: int


@dataclass(frozen=True, slots=True)
class Resume(_Action):
    """Go on with the open form."""

    tag: ClassVar[str] = "rs"


@dataclass(frozen=True, slots=True)
class Accept(_Action):
    """Accept the privacy notice, and go on to what was chosen."""

    tag: ClassVar[str] = "ac"
    version: str
    procedure_id: str
    service: str


@dataclass(frozen=True, slots=True)
class Speak(_Action):
    """Choose a language."""

    tag: ClassVar[str] = "sp"
    language: str


@dataclass(frozen=True, slots=True)
class Home(_Action):
    """The first screen."""

    tag: ClassVar[str] = "hm"


@dataclass(frozen=True, slots=True)
class MyCases(_Action):
    """All own cases."""

    tag: ClassVar[str] = "cs"


@dataclass(frozen=True, slots=True)
class OpenCase(_Action):
    """Where one own case stands."""

    tag: ClassVar[str] = "c"
    case_id: int


@dataclass(frozen=True, slots=True)
class CasePaper(_Action):
    """A paper of an own case again: "resi" or "answer"."""

    tag: ClassVar[str] = "cp"
    case_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class Overview(_Action):
    """What is late, with whom, since when; a page of it."""

    tag: ClassVar[str] = "ov"
    page: int


@dataclass(frozen=True, slots=True)
class Giving(_Action):
    """Choose to whom of the lane a file is given."""

    tag: ClassVar[str] = "gv"
    task_id: int
    page: int


@dataclass(frozen=True, slots=True)
class GiveTo(_Action):
    """Give a file to a colleague of the lane."""

    tag: ClassVar[str] = "gi"
    task_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class Remind(_Action):
    """Remind whoever holds a file."""

    tag: ClassVar[str] = "rm"
    task_id: int


@dataclass(frozen=True, slots=True)
class OfficeScreen(_Action):
    """The administrator's screen."""

    tag: ClassVar[str] = "of"


@dataclass(frozen=True, slots=True)
class Posts(_Action):
    """A page of all jabatan."""

    tag: ClassVar[str] = "ps"
    page: int


@dataclass(frozen=True, slots=True)
class Post(_Action):
    """One jabatan, its holders and its open links."""

    tag: ClassVar[str] = "po"
    page: int
    jabatan: str


@dataclass(frozen=True, slots=True)
class EndAppointment(_Action):
    """End somebody's appointment; asked once more."""

    tag: ClassVar[str] = "ea"
    appointment_id: int


@dataclass(frozen=True, slots=True)
class EndSurely(_Action):
    """Yes, the appointment ends now."""

    tag: ClassVar[str] = "es"
    appointment_id: int


@dataclass(frozen=True, slots=True)
class CancelInvitation(_Action):
    """Make a link void that nobody has used."""

    tag: ClassVar[str] = "ix"
    invitation_id: int


@dataclass(frozen=True, slots=True)
class NameActing(_Action):
    """Begin to name a Plh. or Plt. for a jabatan."""

    tag: ClassVar[str] = "na"
    jabatan: str


@dataclass(frozen=True, slots=True)
class MandatePage(_Action):
    """A page of those who may be named."""

    tag: ClassVar[str] = "mp"
    page: int


@dataclass(frozen=True, slots=True)
class MandateChoose(_Action):
    """The answer to what a mandate asks now: its capacity, its person, a day."""

    tag: ClassVar[str] = "mc"
    wanted: str
    value: str


@dataclass(frozen=True, slots=True)
class Days(_Action):
    """A page of the office's calendar."""

    tag: ClassVar[str] = "dy"
    page: int


@dataclass(frozen=True, slots=True)
class AskClosure(_Action):
    """Close the office on a day."""

    tag: ClassVar[str] = "dc"


@dataclass(frozen=True, slots=True)
class AskRamadan(_Action):
    """Set the days of Ramadan."""

    tag: ClassVar[str] = "dr"


@dataclass(frozen=True, slots=True)
class RemoveDay(_Action):
    """Take back a day that was written in the chat."""

    tag: ClassVar[str] = "dx"
    day_id: int


@dataclass(frozen=True, slots=True)
class SopPicture(_Action):
    """An SOP as its picture, in the official form."""

    tag: ClassVar[str] = "pi"
    procedure_id: str


@dataclass(frozen=True, slots=True)
class Invite(_Action):
    """Issue a link to a jabatan."""

    tag: ClassVar[str] = "iv"
    jabatan: str


Action = _Action
