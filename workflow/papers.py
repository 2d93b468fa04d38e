"""What stands on each paper of the office: read models for documents and signatures.

Moments are aware and in UTC; a paper shows them in the office's zone. Texts are
plain: whoever draws the paper escapes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from workflow.collecting import Collector
from workflow.ids import PaperId
from workflow.paper_kinds import PaperKind as PaperKind
from workflow.paper_parts import (
    Capacity,
    Enclosed,
    OfficeHead,
    ParafMark,
    Signatory,
)
from workflow.paper_rows import KartuKendaliRow


class Audience(StrEnum):
    """Who may have a paper."""

    APPLICANT = "applicant"  # whoever asked, and those below
    OFFICE = "office"  # whoever may read the kartu kendali of the case
    DESKS = "desks"  # whoever may open its files


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What is true of every paper of one kind."""

    title: str  # begins the name of its file
    caption: str  # the sentence under it in a chat
    unfinished: str = ""  # the one while it is undecided, or its case goes on; else the same
    to_office: str = ""  # the one for an officer, where that is another
    audience: Audience
    personal: bool = False  # in the language of whoever gets it, not in that of the law
    own_part: bool = False  # whoever asked may have what they told themselves
    stays: bool = False  # with the officer to whom it was sent, who passes it on to nobody

    @property
    def is_for_applicant(self) -> bool:
        return self.audience is Audience.APPLICANT or self.own_part

    def said(self, *, unfinished: bool, to_officer: bool = False) -> str:
        """The sentence that is true of one that is finished, or not yet, for whoever gets it."""
        if to_officer and self.to_office and not unfinished:
            return self.to_office
        return self.unfinished if unfinished and self.unfinished else self.caption


PAPERS: Mapping[PaperKind, PaperFacts] = {
    PaperKind.RESI: PaperFacts(
        title="Resi", caption="caption-resi", audience=Audience.APPLICANT, personal=True
    ),
    PaperKind.TANDA_TERIMA: PaperFacts(
        title="Tanda terima",
        caption="caption-tanda-terima",
        unfinished="caption-tanda-terima-open",
        to_office="caption-tanda-terima-office",
        audience=Audience.APPLICANT,
        personal=True,
    ),
    PaperKind.KARTU_KENDALI: PaperFacts(
        title="Kartu kendali", caption="caption-kartu-kendali", audience=Audience.OFFICE
    ),
    PaperKind.SK_TIM: PaperFacts(
        title="SK Tim",
        caption="caption-sk",
        unfinished="caption-sk-draft",
        audience=Audience.OFFICE,
    ),
    PaperKind.LEMBAR_DISPOSISI: PaperFacts(
        title="Lembar disposisi", caption="caption-lembar-disposisi", audience=Audience.DESKS
    ),
    PaperKind.LEMBAR_ISIAN: PaperFacts(
        title="Lembar isian",
        caption="caption-lembar-isian",
        audience=Audience.DESKS,
        own_part=True,
        stays=True,
    ),
}

PaperName = PaperKind | PaperId


def paper_name(text: str) -> PaperName:
    """The paper that goes by this text in the books: one of the office's, else a letter."""
    return PaperKind(text) if text in PAPERS else PaperId(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What every paper carries: its head, its origin and the way to check it."""

    kind: ClassVar[PaperKind | None] = None  # none of a letter
    office: OfficeHead
    procedure: str  # id and version, for the small print
    code: str  # verification code
    link: str  # what the QR code opens: the answer whether the paper is genuine
    written_at: datetime
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResiPaper(Paper):
    """Proof that the office took the file."""

    kind: ClassVar = PaperKind.RESI
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
class Opinion:
    """What another jabatan said when it was asked."""

    title: str
    name: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarDisposisiPaper(Paper):
    """The sheet on which a letter's instructions are handed down."""

    kind: ClassVar = PaperKind.LEMBAR_DISPOSISI
    letter_from: str
    letter_number: str
    letter_on: date | None
    received_at: datetime
    nomor_agenda: str
    sifat: str
    perihal: str
    forwarded_to: tuple[str, ...]
    instructions: tuple[Instruction, ...]
    opinions: tuple[Opinion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One answer as it was given, or the names of the files in one slot; numbers masked."""

    title: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarIsianPaper(Paper):
    """Every answer of a case, whole, for whoever decides on it."""

    kind: ClassVar = PaperKind.LEMBAR_ISIAN
    number: str
    service: str
    subject: str
    names_applicant: bool  # the subject is whoever asks; else what the file is about
    asked: tuple[Filled, ...]  # of whoever asks
    added: tuple[Filled, ...]  # at the office's own steps


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
class KartuKendaliPaper(Paper):
    """Who held the file, from when to when."""

    kind: ClassVar = PaperKind.KARTU_KENDALI
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

    kind: ClassVar = PaperKind.TANDA_TERIMA
    number: str
    service: str
    applicant_name: str
    received_by: str
    collector: Collector | None = None  # where it was handed over at the office
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

    kind: ClassVar = PaperKind.SK_TIM
    number: str
    service: str
    subject: str
    work: tuple[str, ...]  # what the SOP gives the team to do
    remembering: tuple[str, ...]
    members: tuple[TeamMember, ...]
    decided_on: date
    signatory: Signatory
    decided_at: datetime | None
