"""Persons, jabatan and appointments; who may act."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workflow.ids import JabatanId, LaneId, PersonId


class Acting(StrEnum):
    """In what capacity a person holds a jabatan; Plh and Plt by mandate (UU 30/2014 art. 14)."""

    DEFINITIVE = ""
    PLH = "Plh."
    PLT = "Plt."


class Language(StrEnum):
    """What the product speaks; Indonesian first."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a phone, known to the bot."""

    id: PersonId
    telegram_id: int
    name: str
    language: Language
    consent_version: str | None
    administrator: bool
    reachable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A person in a jabatan, from a moment, and perhaps until one."""

    person_id: PersonId
    jabatan: JabatanId
    name: str
    nip: str
    rank: str
    acting: Acting
    begins_at: datetime
    ends_at: datetime | None
    # The number of the decree that names an acting holder, where the office gives one.
    sk: str = ""
    id: int = field(default=0, compare=False)

    def holds_at(self, moment: datetime) -> bool:
        return self.begins_at <= moment and (self.ends_at is None or moment < self.ends_at)


def on_duty(held: Sequence[Appointment]) -> list[Appointment]:
    """To whom the work of a jabatan is brought: its acting holder while it has one, else all."""
    acting = [one for one in held if one.acting is not Acting.DEFINITIVE]
    return acting or list(held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A one-time way in: a jabatan for one named person, or the office's administrator."""

    id: int
    jabatan: JabatanId | None
    administrator: bool
    name: str
    nip: str
    rank: str
    acting: Acting
    expires_at: datetime
    spent_at: datetime | None
    # When the appointment that it leads to begins and ends, where that is not "now" and "open".
    begins_at: datetime | None = None
    ends_at: datetime | None = None
    sk: str = ""
    # Which administrator issued it; nobody where that was done on the machine itself.
    issued_by: PersonId | None = None


class Relation(StrEnum):
    """What somebody is to a file as it lies now; one person may be several."""

    APPLICANT = "applicant"
    HOLDER = "holder"  # sits where it lies, and nobody else has it
    COLLEAGUE = "colleague"  # sits where it lies, and somebody else there has it
    BARRED = "barred"  # sits where it lies, but asked for it, or set the paraf before
    UNGRANTED = "ungranted"  # sits where files are seen by grant, and has none for this one
    HELPER = "helper"  # sits where the form of this step may be filled in
    LANE = "lane"  # sits elsewhere on its way
    DID = "did"  # did this very step, and is in office or whoever asked
    DECIDED = "decided"  # did this very step, and still sits where it lay
    ACTED = "acted"  # did one of its steps, and is in office
    GRANTER = "granter"  # opens the file to one person of the lane where it lies
    SUPERIOR = "superior"  # hears of delays where it lies
    ABOVE = "above"  # hears of delays elsewhere on its way
    COUNTER = "counter"  # enters such requests for those without Telegram
    PROXY = "proxy"  # the same, for a file whose applicant has none
    ADVISER = "adviser"  # of a consultation: sits in the jabatan that is asked
    AUDITOR = "auditor"  # looks at the whole house, and does nothing
    ADMINISTRATOR = "administrator"
    STRANGER = "stranger"


class Barred(StrEnum):
    """Why somebody who sits in a lane does not act on this very file."""

    OWN_REQUEST = "own_request"
    OWN_PARAF = "own_paraf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who acts, as the desk has found out: never taken from a message or a button."""

    person_id: PersonId
    lanes: Collection[LaneId]
    title: str
    # Whether one of them holds the file, or all of a team have it together.
    alone: bool = True
    # Lanes of theirs that see only files which were opened to them, and this one was not.
    ungranted: Collection[LaneId] = ()
    barred: Barred | None = None
    # The same, where the office waives it.
    waived: Barred | None = None
    # In which appointment they act where the file lies; nothing for an applicant or a team.
    appointment: Appointment | None = None
    # What they are to the file beside the lane it lies in.
    also: Collection[Relation] = ()


class FocusKind(StrEnum):
    """What a person's next message will be taken for."""

    FORM = "form"
    REASON = "reason"
    VERB = "verb"
    OPINION = "opinion"
    INVITATION = "invitation"
    MANDATE = "mandate"
    LINK = "link"
    ANSWER = "answer"
    ENQUIRY = "enquiry"
    REPLY = "reply"
    CORRECTION = "correction"
    CLOSURE = "closure"
    OPENING = "opening"
    RAMADAN = "ramadan"
    SEARCH = "search"
    BULK = "bulk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What the bot has asked a person last, and is waiting for."""

    kind: FocusKind
    ref: int = 0
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What words were an answer to: a question of a form, the reason for a decision."""

    kind: FocusKind
    ref: int = 0
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A message that answered something, and whether it was taken."""

    asked: Asked
    taken: bool
