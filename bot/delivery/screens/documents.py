"""Papers, letters and files on their way to a phone: which of them, who gets it, as what."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.delivery.papers import draw_paper, paper_of
from bot.delivery.screens.rows import Document, Look, Reader
from messages.cards.telling import attachment_caption, paper_caption, paper_file, sop_caption
from messages.diagrams.pdf import to_pdf
from messages.diagrams.sop import sop
from messages.localizer import localizer_for
from storage.vault import Vault
from workflow.case import Case, CasePaper, CaseState
from workflow.ids import PaperId, ProcedureId
from workflow.in_force import is_signed
from workflow.intents import SendAttachment, SendPaper, SendSop
from workflow.papers import (
    PAPERS,
    LembarIsianPaper,
    Paper,
    PaperKind,
    PaperName,
    SkTimPaper,
)
from workflow.people import Language
from workflow.procedure import Procedure

# How long an officer may look at an applicant's file before its chat copy goes.
FILES_STAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A signed letter that lies in the vault, ready to be sent."""

    digest: str
    kind: PaperName
    number: str
    to_officer: bool
    title: str = ""

    @property
    def called(self) -> str:
        return self.title or paper_file(self.kind, self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that somebody handed in, as what it was asked."""

    digest: str
    asked: str
    name: str
    to_officer: bool
    passes: bool  # from the chat again, as the copy that came with it did

    @property
    def called(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawable:
    """A paper still to be drawn."""

    paper: Paper
    kind: PaperName
    number: str
    stays: bool
    title: str = ""  # of a letter
    to_officer: bool = False
    final: bool = False  # decided though not signed, or of a case that has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An SOP to be drawn in its official form."""

    procedure: Procedure
    version: int


def look_for_paper(look: Look, wanted: SendPaper) -> Stored | Drawable | None:
    """A paper for this person, as it is now; what is not theirs to have is nothing."""
    work, kind = look.work, wanted.kind
    case = work.cases.get(wanted.case_id)
    to_officer = case.applicant_id != look.person_id
    if isinstance(kind, PaperKind):
        if not to_officer and not PAPERS[kind].is_for_applicant:
            return None
        return _sheet(look, case, kind, to_officer=to_officer)
    return _letter(look, case, kind, to_officer=to_officer)


def _sheet(look: Look, case: Case, kind: PaperKind, *, to_officer: bool) -> Drawable:
    """Whoever asked gets the own answers alone, none of what the office noted down."""
    paper = _read(look, case, kind)
    if isinstance(paper, LembarIsianPaper) and not to_officer:
        paper = replace(paper, added=())
    number = paper.number if isinstance(paper, SkTimPaper) else ""
    return Drawable(
        paper=paper,
        kind=kind,
        number=number or case.number,
        stays=to_officer and PAPERS[kind].stays,
        to_officer=to_officer,
        final=_is_final(paper, case),
    )


def _is_final(paper: Paper, case: Case) -> bool:
    if isinstance(paper, SkTimPaper):
        return paper.decided_at is not None
    return case.state is not CaseState.OPEN


def _letter(look: Look, case: Case, kind: PaperId, *, to_officer: bool) -> Stored | Drawable | None:
    """The applicant gets a letter only once it is released.

    An officer sees a letter that was signed and then sent back as what it is again: a draft.
    """
    procedure = look.work.procedures.get(case.procedure_id, case.procedure_version)
    title = procedure.papers[kind].title
    kept = look.work.cases.paper(case.id, kind)
    if kept is not None and _is_to_be_seen(look, kept, procedure, to_officer=to_officer):
        return Stored(
            digest=kept.digest,
            kind=kind,
            number=kept.number or case.number,
            to_officer=to_officer and not _is_given_at_counter(kept, case),
            title=title,
        )
    if not to_officer:
        return None
    paper = _read(look, case, kind)
    return Drawable(
        paper=paper,
        kind=kind,
        number=case.number,
        stays=True,
        title=title,
        final=_is_final(paper, case),
    )


def _is_given_at_counter(kept: CasePaper, case: Case) -> bool:
    """What the counter prints for whoever has no Telegram is theirs to take away."""
    return case.applicant_id is None and kept.released_at is not None


def _is_to_be_seen(look: Look, kept: CasePaper, procedure: Procedure, *, to_officer: bool) -> bool:
    if not to_officer:
        return kept.released_at is not None
    return is_signed(kept.kind, look.work.cases.tasks_of(kept.case_id), procedure)


def _read(look: Look, case: Case, kind: PaperName) -> Paper:
    return paper_of(look.work, case.id, kind, bot_name=look.bot_name, now=look.now)


def look_for_attachment(look: Look, wanted: SendAttachment) -> Attached | None:
    case = look.work.cases.get(wanted.case_id)
    files = look.work.cases.attachments(case.id)
    file = next((one for one in files if one.id == wanted.file_id), None)
    if file is None:
        return None
    procedure = look.work.procedures.get(case.procedure_id, case.procedure_version)
    item = procedure.item(file.item)
    to_officer = case.applicant_id != look.person_id
    return Attached(
        digest=file.digest,
        asked=case.number if item is None else item.title,
        name=file.name,
        to_officer=to_officer,
        passes=to_officer or file.item not in procedure.answer_items,
    )


def look_for_sop(look: Look, wanted: SendSop) -> Picture | None:
    found = look.work.procedures.latest(ProcedureId(wanted.procedure_id))
    return None if found is None else Picture(version=found[0], procedure=found[1])


def paper_document(view: Stored | Drawable, reader: Reader) -> Document:
    """A paper as a file: a letter out of the vault, or what is drawn now."""
    if isinstance(view, Stored):
        finished, protected, content = True, view.to_officer, _kept(view.digest)
    else:
        finished, protected, content = view.final, view.stays, _drawn(view.paper, reader)
    return Document(
        name=paper_file(view.kind, view.number, title=view.title),
        caption=paper_caption(
            view.kind,
            view.number,
            reader.say,
            title=view.title,
            unfinished=not finished,
            to_officer=view.to_officer,
        ),
        content=content,
        protected=protected,
    )


def attachment_document(view: Attached, reader: Reader) -> Document:
    return Document(
        name=view.name,
        caption=attachment_caption(view.asked, reader.say),
        content=_kept(view.digest),
        protected=view.to_officer,
        passing=FILES_STAY if view.passes else None,
        large=True,
    )


def sop_document(view: Picture, reader: Reader) -> Document:
    """An SOP in its official form, which is Indonesian for every reader."""
    number = f"{view.procedure.id} v{view.version}"
    say = localizer_for(Language.INDONESIAN, reader.zone, escape=str)
    return Document(
        name=f"SOP {number}.pdf",
        caption=sop_caption(number, reader.say),
        content=lambda vault: to_pdf(sop(view.procedure, view.version, say)),
    )


def _kept(digest: str) -> Callable[[Vault], bytes]:
    return lambda vault: vault.get(digest)


def _drawn(paper: Paper, reader: Reader) -> Callable[[Vault], bytes]:
    return lambda vault: draw_paper(paper, reader.language, reader.zone)
