"""What stands on each paper of the office: read models for documents and signatures.

Moments are aware and in UTC; a paper shows them in the office's zone. Texts are
plain: whoever draws the paper escapes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from workflow.case import Defect, Task
from workflow.people import Barred
from workflow.procedure import Procedure, StepKind, Way

Capacity = Literal["", "Plh.", "Plt.", "a.n."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHead:
    """The kop surat: who writes, and from where."""

    government: str
    name: str
    address: str
    contact: str
    place: str  # the town that stands before a letter's date
    emblem: bytes | None = None  # PNG or JPEG; None draws a neutral shield
    footer: str = ""  # at the foot of a signed letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who answers for a paper, and in which capacity.

    With "a.n." the paper is signed for *on_behalf_of*, by the holder of *jabatan_title*.
    Without a *name* nobody holds that jabatan, which a draft says in words; nothing is signed so.
    """

    jabatan_title: str
    name: str
    rank: str = ""  # pangkat/golongan
    nip: str = ""
    capacity: Capacity = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParafMark:
    """One initial under a draft: who checked it, and when."""

    jabatan: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every paper carries: its head, its origin and the way to check it."""

    office: OfficeHead
    procedure: str  # id and version, for the small print
    code: str  # verification code
    link: str  # what the QR code opens: the answer whether the paper is genuine
    written_at: datetime
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResiPaper(Paper):
    """Proof that the office took the file."""

    number: str
    service: str
    applicant_name: str
    about_title: str = ""  # what the case is about, where it does not go by whoever asks
    about: str = ""
    # The QR code leads a citizen who came to the counter to the request, and proves nothing.
    follows: bool = False
    nik: str = ""  # shown masked
    received_at: datetime
    step_number: str
    steps: int
    lane_title: str
    due_at: datetime | None  # of the step that the file went to
    expected_at: datetime | None  # of the whole, if every limit is kept
    handed_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One disposisi: who told whom to do what."""

    from_title: str
    name: str
    capacity: Capacity = ""
    to_title: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisiPaper(Paper):
    """The sheet on which a letter's instructions are handed down."""

    letter_from: str
    letter_number: str
    letter_on: date | None
    received_at: datetime
    nomor_agenda: str
    sifat: str
    perihal: str
    forwarded_to: tuple[str, ...]
    instructions: tuple[Instruction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One answer as it was given, or the names of the files in one slot; numbers masked."""

    title: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarIsianPaper(Paper):
    """Every answer of a case, whole, for whoever decides on it."""

    number: str
    service: str
    subject: str
    names_applicant: bool  # the subject is whoever asks; else what the file is about
    asked: tuple[Filled, ...]  # of whoever asks
    added: tuple[Filled, ...]  # at the office's own steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that goes with a letter; the letter vouches for it by its SHA-256 once signed."""

    name: str
    digest: str  # its name in the vault
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuratJawabanPaper(Paper):
    """The office's answer. Without *signed_at* it is a draft and says so."""

    number: str
    letter_on: date
    sifat: str
    lampiran: str
    hal: str
    recipient: tuple[str, ...]  # the lines after "Yth."
    body: tuple[str, ...]  # paragraphs, in order
    facts: tuple[tuple[str, str], ...] = ()  # label and value, after the first paragraph
    signatory: Signatory | None  # none where no step of the SOP signs it
    signed_at: datetime | None
    parafs: tuple[ParafMark, ...] = ()
    tembusan: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    seal_to_come: bool = True  # else no place for one is drawn, which a stranger could fill


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedItem:
    """One item of a request, and what is wrong with it."""

    title: str
    defect: Defect


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliRow:
    """One stay of the file on one desk."""

    step_number: str
    step_title: str
    lane_title: str
    person_name: str
    from_title: str  # whoever handed the file over
    from_name: str
    by_applicant: bool
    handed_over_at: datetime
    received_at: datetime | None
    done_at: datetime | None
    limit_text: str
    due_at: datetime | None
    waiting: timedelta  # from handed over to received
    working: timedelta  # from received to done, or so far
    outside: timedelta  # what of both fell outside office hours; an applicant keeps none
    over: timedelta | None  # past the limit; negative is time left; None without a limit
    outcome_label: str
    note: str
    alone: Barred | None = None  # two acts of one person that should be two persons'
    undone_at: datetime | None = None  # when the decision was taken back
    recalled: bool = False  # opened by such a decision, and received by nobody
    marks: tuple[MarkedItem, ...] = ()  # what was found wanting when the file was sent back


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliPaper(Paper):
    """Who held the file, from when to when."""

    number: str
    service: str
    subject: str
    names_applicant: bool  # the subject is whoever asks; else what the file is about
    opened_at: datetime
    closed_at: datetime | None
    rows: tuple[KartuKendaliRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedItem:
    """One thing handed over to the applicant."""

    title: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TandaTerimaPaper(Paper):
    """Proof that the applicant took the answer."""

    number: str
    service: str
    applicant_name: str
    received_by: str
    received_at: datetime
    handed_over_by: str  # jabatan
    giver_name: str
    items: tuple[ReceivedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """One line of a team's table."""

    name: str
    jabatan: str
    nip: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SkTimPaper(Paper):
    """The decision that names a team. Without *decided_at* it is a draft and says so.

    It is made by a press and carries no certified signature, which it says as well.
    """

    number: str
    service: str
    subject: str
    work: tuple[str, ...]  # what the SOP gives the team to do
    remembering: tuple[str, ...]
    members: tuple[TeamMember, ...]
    decided_on: date
    signatory: Signatory
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureCheck:
    """What one signature in a file is worth."""

    field: str
    signer_name: str
    signed_at: datetime | None
    intact: bool  # what was signed is unchanged
    trusted: bool  # the certificate leads to an authority this office trusts
    covers_whole_file: bool  # nothing was added afterwards
    can_be_judged: bool = True  # else the file is of a form about which programs disagree


class Worth(StrEnum):
    """What is said of a signature, not known to be broken, in a file that was handed in."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"  # signed with a certificate of somebody this office does not know
    UNJUDGED = "unjudged"  # neither intact nor broken can be said of it
    EXTENDED = "extended"  # and of the file: something stands behind the last signature


def noted(checks: Sequence[SignatureCheck]) -> str:
    """The signatures of a file as they are kept with it: one line each, its worth and its name."""
    whole = any(one.covers_whole_file or not one.can_be_judged for one in checks)
    worths = [_worth(one) for one in checks]
    names = [" ".join(one.signer_name.split()) for one in checks]
    lines = [f"{worth} {name}" for worth, name in zip(worths, names, strict=True)]
    return "\n".join(lines if whole else [Worth.EXTENDED, *lines])


def _worth(check: SignatureCheck) -> Worth:
    if not check.can_be_judged:
        return Worth.UNJUDGED
    return Worth.TRUSTED if check.trusted else Worth.UNKNOWN


def noted_signatures(note: str) -> list[tuple[str, str]]:
    """What `noted` kept: for each line a worth, and whose signature it is."""
    parts = (line.partition(" ") for line in note.splitlines())
    return [(worth, name) for worth, _, name in parts]


def disposisi_of(tasks: Sequence[Task], procedure: Procedure) -> list[Task]:
    """The tasks in which the file was handed on with words for whoever got it, in their order.

    Every disposition is one, and every other step whose SOP has words to go with the file. A return
    or a refusal is none; the kartu kendali has it.
    """
    return [task for task in tasks if _hands_down(task, procedure)]


def _hands_down(task: Task, procedure: Procedure) -> bool:
    if task.undone_at is not None:
        return False
    step = procedure.step(task.step)
    with_words = bool(step.instructions and task.note)
    if task.outcome is None or not (step.kind is StepKind.DISPOSISI or with_words):
        return False
    outcome = step.outcomes[task.outcome]
    return outcome.way is Way.FORWARD and outcome.to is not None
