"""Taking intents out of the outbox, each with what is true of it now."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from storage import outbox
from storage.outbox import Claimed, Settled
from storage.reading import cases, days, forms, numbers, office, papers, posts, queues, tasks
from storage.reading.dossiers import Dossiers
from storage.reading.taking import taking_back_view
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.case import Case, CasePaper, CaseState
from workflow.desk.administrator import SCREEN as OFFICE
from workflow.desk.beginning import SCREEN as BEGINNING
from workflow.desk.contact import SCREEN as CONTACT
from workflow.errors import NotFound, SopSetAside
from workflow.ids import CaseId, DraftId, JabatanId, PaperId, PersonId, ProcedureId, TaskId
from workflow.in_force import is_signed
from workflow.intents import (
    Intent,
    ListCommands,
    OfferContact,
    RemoveMessage,
    SendAttachment,
    SendPaper,
    SendSop,
    ShowBeginning,
    ShowCase,
    ShowCases,
    ShowDays,
    ShowEnding,
    ShowForm,
    ShowGiving,
    ShowHelp,
    ShowKartuKendali,
    ShowMandate,
    ShowOffice,
    ShowOverview,
    ShowPost,
    ShowPosts,
    ShowPrivacy,
    ShowQueue,
    ShowTask,
    ShowWelcome,
    TakeBack,
    Tell,
    TellAlarms,
    TellNumbers,
    TellPickup,
    encode,
)
from workflow.papers import Paper, SkTimPaper
from workflow.ports import Clock
from workflow.procedure import Procedure
from workflow.queries.showing import may_be_shown

log = logging.getLogger(__name__)

BATCH = 192


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file that lies in the vault, ready to be sent."""

    digest: str
    kind: str
    number: str
    name: str
    signed: bool
    to_officer: bool
    title: str = ""  # of a letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawable:
    """A paper still to be drawn."""

    paper: Paper
    kind: str
    number: str
    to_officer: bool
    title: str = ""  # of a letter
    final: bool = False  # decided though not signed, or of a case that has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An SOP to be drawn in its official form."""

    procedure: Procedure
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedIntent:
    """One intent with its view, and the message that shows its screen so far."""

    claimed: Claimed
    view: Any
    screen: str
    message_id: int | None


def screen_of(intent: Intent) -> str:
    """The name of a screen on a phone; empty for what is a message of its own."""
    match intent:
        case ShowTask():
            return f"task:{intent.task_id}"
        case ShowForm():
            return f"form:{intent.draft_id}"
        case ShowCase():
            return f"case:{intent.case_id}"
        case ShowKartuKendali():
            return f"kartu:{intent.case_id}"
        case ShowBeginning():
            return BEGINNING
        case OfferContact():
            return CONTACT
        case ShowWelcome() | ShowPrivacy() | ShowCases() | ShowQueue() | ShowOverview():
            return type(intent).__name__.removeprefix("Show").lower()
        case ShowGiving():
            return "overview"
        case ShowOffice() | ShowPosts() | ShowPost() | ShowEnding() | ShowMandate() | ShowDays():
            return OFFICE
    return ""


@dataclass(frozen=True, slots=True)
class Claiming:
    """Runs in the writer's thread: claim and read in one transaction."""

    context: OfficeContext
    clock: Clock

    def claim(
        self, connection: Connection, busy: frozenset[int], bot_name: str
    ) -> list[RenderedIntent]:
        now = self.clock.now()
        work = SqlUnitOfWork(connection, self.context, now)
        taken = outbox.claim(connection, now=now, busy=busy, limit=BATCH)
        dossiers = Dossiers(work)
        rendered = []
        for one in self._newest(connection, taken, now):
            try:
                rendered.append(self._ready(work, dossiers, one, bot_name, now))
            except SQLAlchemyError:
                raise
            except Exception as error:
                log.exception("message %s cannot be read", one.id)
                outbox.settle(connection, one.id, Settled.REFUSED, at=now, error=repr(error))
        return rendered

    def _newest(
        self, connection: Connection, taken: Sequence[Claimed], now: datetime
    ) -> list[Claimed]:
        """Of several intents to show one screen the last is left, which shows what is true now.

        A sentence told many times over, to somebody who writes a hundred messages, is told once.
        """
        last: dict[object, Claimed] = {}
        for one in taken:
            screen = screen_of(one.intent)
            key: object = (one.person_id, screen) if screen else one.id
            if isinstance(one.intent, Tell):
                key = (one.person_id, *encode(one.intent))
            before = last.pop(key, None)
            if before is not None:
                outbox.settle(
                    connection, before.id, Settled.SENT, at=now, error=f"shown by {one.id}"
                )
                one = _as_fresh_as(before, one)
            last[key] = one
        return list(last.values())

    def _ready(
        self,
        work: SqlUnitOfWork,
        dossiers: Dossiers,
        claimed: Claimed,
        bot_name: str,
        now: datetime,
    ) -> RenderedIntent:
        screen = screen_of(claimed.intent)
        try:
            view = view_of(work, dossiers, claimed.intent, claimed.person_id, bot_name, now)
        except (NotFound, SopSetAside):
            view = None
        message_id = work.cards.message(screen, claimed.person_id) if screen else None
        return RenderedIntent(claimed=claimed, view=view, screen=screen, message_id=message_id)


def _as_fresh_as(before: Claimed, one: Claimed) -> Claimed:
    """A screen that was to come as a new message still does."""
    if not getattr(before.intent, "fresh", False) or getattr(one.intent, "fresh", True):
        return one
    intent: Any = one.intent
    return replace(one, intent=replace(intent, fresh=True))


def view_of(
    work: SqlUnitOfWork,
    dossiers: Dossiers,
    intent: Intent,
    person_id: PersonId,
    bot_name: str,
    now: datetime,
) -> Any:
    """What the intent shows, as it is true now; nothing when it is no longer for this person."""
    if not may_be_shown(work, person_id, intent):
        return None
    match intent:
        case ShowTask():
            task_id = TaskId(intent.task_id)
            return tasks.task_view(work, task_id, person_id, now=now, dossiers=dossiers)
        case ShowForm():
            draft_id = DraftId(intent.draft_id)
            return forms.form_view(work, draft_id, person_id, intent.said, now=now)
        case OfferContact():
            return forms.contact_view(work, DraftId(intent.draft_id), person_id)
        case ShowCase():
            return cases.case_view(
                work, CaseId(intent.case_id), person_id, now=now, reminding=intent.reminding
            )
        case TellPickup():
            return cases.pickup_view(work, CaseId(intent.case_id), now=now)
        case ShowCases():
            return cases.cases_view(work, person_id)
        case ShowKartuKendali():
            return cases.kartu_kendali_view(work, CaseId(intent.case_id), person_id, now=now)
        case ShowWelcome():
            return office.welcome_view(work, person_id, now=now)
        case ShowBeginning():
            return office.beginning_view(
                work, ProcedureId(intent.procedure_id), said=intent.said, number=intent.number
            )
        case ShowHelp() | ListCommands():
            return office.help_view(work, person_id, now=now)
        case ShowPrivacy():
            return office.privacy_view(work, person_id, intent.choice)
        case ShowQueue():
            return queues.queue_view(work, person_id, intent.page, now=now)
        case ShowOverview():
            return queues.overview_view(work, person_id, intent.page, now=now)
        case ShowGiving():
            return queues.giving_view(work, TaskId(intent.task_id), person_id, intent.page, now=now)
        case ShowOffice():
            return office.office_view(work, now=now)
        case ShowPosts():
            return posts.posts_view(work, intent.page, now=now)
        case ShowPost():
            return posts.post_view(work, JabatanId(intent.jabatan), intent.page, now=now)
        case ShowDays():
            return days.days_view(work, intent.page, now=now)
        case ShowEnding():
            return posts.ending_view(work, intent.appointment_id, now=now)
        case ShowMandate():
            return posts.mandate_view(work, person_id, intent.page, now=now)
        case TellNumbers():
            return numbers.numbers_view(work, TaskId(intent.task_id), person_id, now=now)
        case TellAlarms():
            return queues.alarms_view(
                work, intent.task_ids, intent.overdue, intent.unheard, now=now
            )
        case SendPaper():
            return _paper(work, intent, person_id, bot_name, now)
        case SendAttachment():
            return _attachment(work, intent, person_id)
        case SendSop():
            found = work.procedures.latest(ProcedureId(intent.procedure_id))
            return None if found is None else Picture(version=found[0], procedure=found[1])
        case RemoveMessage():
            return intent.message_id
        case TakeBack():
            return taking_back_view(work, person_id, intent, now=now)
    return intent


def _paper(
    work: SqlUnitOfWork, intent: SendPaper, person_id: PersonId, bot_name: str, now: datetime
) -> Stored | Drawable | None:
    """A paper for this person: the applicant gets a letter only once it is released.

    An officer sees a letter that was signed and then sent back as what it is again: a draft.
    """
    case = work.cases.get(CaseId(intent.case_id))
    to_officer = case.applicant_id != person_id
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    letter = procedure.papers.get(PaperId(intent.kind))
    title = "" if letter is None else letter.title
    kept = work.cases.paper(case.id, PaperId(intent.kind))
    if kept is not None and _is_to_be_seen(work, kept, procedure, to_officer=to_officer):
        return Stored(
            digest=kept.digest,
            kind=intent.kind,
            number=kept.number or case.number,
            name="",
            signed=True,
            to_officer=to_officer,
            title=title,
        )
    if not to_officer and (intent.kind in procedure.papers or intent.kind in OFFICERS_ONLY):
        return None
    paper = papers.paper_of(work, case.id, intent.kind, bot_name=bot_name, now=now)
    # The sheets of a case may be kept and printed; a letter's draft and the answers stay here.
    draft = to_officer and (intent.kind in procedure.papers or intent.kind == "lembar_isian")
    return Drawable(
        paper=paper,
        kind=intent.kind,
        number=(paper.number if isinstance(paper, SkTimPaper) else "") or case.number,
        to_officer=draft,
        title=title,
        final=_is_final(paper, case),
    )


def _is_final(paper: Paper, case: Case) -> bool:
    if isinstance(paper, SkTimPaper):
        return paper.decided_at is not None
    return case.state is not CaseState.OPEN


def _is_to_be_seen(
    work: SqlUnitOfWork, kept: CasePaper, procedure: Procedure, *, to_officer: bool
) -> bool:
    if not to_officer:
        return kept.released_at is not None
    return is_signed(kept.kind, work.cases.tasks_of(kept.case_id), procedure)


OFFICERS_ONLY = frozenset({"kartu_kendali", "lembar_disposisi", "lembar_isian", "sk_tim"})


def _attachment(work: SqlUnitOfWork, intent: SendAttachment, person_id: PersonId) -> Stored | None:
    case = work.cases.get(CaseId(intent.case_id))
    to_officer = case.applicant_id != person_id
    found = [one for one in work.cases.attachments(case.id) if one.id == intent.file_id]
    if not found:
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    item = procedure.item(found[0].item)
    return Stored(
        digest=found[0].digest,
        kind="attachment",
        number=case.number if item is None else item.title,
        name=found[0].name,
        signed=False,
        to_officer=to_officer,
    )
