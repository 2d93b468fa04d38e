"""The first screen, the privacy notice, and the administrator's screen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import func, select

from storage.mailboxes import is_waiting
from storage.models.cases import CaseRow
from storage.models.post import InboxRow, OutboxRow
from storage.reading.forms import open_draft
from storage.reading.lanes import lying_with
from storage.reading.paging import MOST_COUNTED
from storage.reading.posts import post_lines
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import JabatanId, PersonId, ProcedureId
from workflow.people import Language
from workflow.procedure import Procedure
from workflow.queries.access import audits
from workflow.queries.posts import title_of
from workflow.titles import lane_title, told_apart
from workflow.views.office import OfficeView, SopLine
from workflow.views.welcome import BeginningView, HelpView, Offer, PrivacyView, WelcomeView

CLOSURES_AHEAD = timedelta(days=60)
MOST_CLOSURES = 5


def welcome_view(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> WelcomeView:
    person = work.people.get(person_id)
    held = work.people.appointments_of(person_id, at=now)
    jabatan = frozenset(one.jabatan for one in held)
    cases = select(func.count()).where(CaseRow.applicant_id == person_id)
    return WelcomeView(
        office=work.office.letterhead.name,
        name=held[0].name if held else person.name,
        offers=_told_apart(
            (offer, procedure.code)
            for _, procedure in work.procedures.offered()
            if _may_begin(work, procedure, jabatan)
            for offer in _offers(procedure)
        ),
        open_draft=open_draft(work, person_id),
        cases=work.connection.execute(cases).scalar_one(),
        tasks=len(lying_with(work, person_id, now=now, most=MOST_COUNTED)),
        jabatan=tuple(title_of(work, one) for one in held),
        supervisor=any(work.office.watched_by(one) for one in jabatan),
        administrator=person.administrator,
    )


def _told_apart(offers: Iterable[tuple[Offer, str]]) -> tuple[Offer, ...]:
    coded = list(offers)
    titles = told_apart([(offer.title, code) for offer, code in coded])
    pairs = zip(coded, titles, strict=True)
    return tuple(replace(offer, title=title) for (offer, _), title in pairs)


def _may_begin(work: SqlUnitOfWork, procedure: Procedure, jabatan: frozenset[JabatanId]) -> bool:
    """An officer's SOP is offered to its own lane alone; a citizen's to those without a jabatan."""
    if procedure.started_by_applicant:
        desk = procedure.desk
        at_desk = desk is not None and work.office.holder_of(procedure.id, desk) in jabatan
        return not jabatan or at_desk
    return work.office.holder_of(procedure.id, procedure.first.lane) in jabatan


def _offers(procedure: Procedure) -> list[Offer]:
    if not procedure.services:
        return [
            Offer(
                procedure_id=procedure.id,
                service=None,
                title=procedure.title,
                intro=procedure.intro,
            )
        ]
    return [
        Offer(procedure_id=procedure.id, service=name, title=service.title, intro="")
        for name, service in procedure.services.items()
    ]


def help_view(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> HelpView:
    jabatan = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    head = work.office.letterhead
    return HelpView(
        officer=bool(jabatan),
        supervisor=any(work.office.watched_by(one) for one in jabatan),
        administrator=work.people.get(person_id).administrator,
        auditor=audits(work, person_id),
        office=head.name,
        address=head.address,
        contact=head.contact,
        hours=work.calendar.week_on(now.astimezone(work.calendar.tz).date()),
    )


def beginning_view(
    work: SqlUnitOfWork, procedure_id: ProcedureId, *, said: str, number: str
) -> BeginningView | None:
    found = work.procedures.latest(procedure_id)
    if found is None:
        return None
    _, procedure = found
    return BeginningView(
        procedure_id=procedure.id,
        title=procedure.title,
        step=procedure.first.short,
        said=said,
        number=number,
    )


def privacy_view(work: SqlUnitOfWork, person_id: PersonId, choice: str) -> PrivacyView:
    privacy = work.office.privacy
    person = work.people.get(person_id)
    accepted_at = work.people.consented_at(person_id, privacy.version)
    return PrivacyView(
        office=work.office.letterhead.name,
        version=privacy.version,
        text=privacy.id if person.language is Language.INDONESIAN else privacy.en,
        choice=choice,
        accepted_on=accepted_at and accepted_at.astimezone(work.calendar.tz).date(),
    )


def office_view(work: SqlUnitOfWork, *, now: datetime) -> OfficeView:
    posts = post_lines(work, now=now)
    today = now.astimezone(work.calendar.tz).date()
    first = select(OutboxRow.id).where(is_waiting()).limit(MOST_COUNTED)
    waiting = select(func.count()).select_from(first.subquery()).scalar_subquery()
    parked = select(func.count()).where(InboxRow.parked).scalar_subquery()
    left = work.connection.execute(select(waiting.label("waiting"), parked.label("parked"))).one()
    return OfficeView(
        office=work.office.letterhead.name,
        held=sum(1 for post in posts if post.holders),
        vacant=tuple(post for post in posts if not post.holders),
        procedures=tuple(
            SopLine(procedure_id=procedure.id, title=procedure.title, version=version)
            for version, procedure in work.procedures.offered()
        ),
        lanes_unheld=lanes_unheld(work, now=now),
        next_closures=tuple(
            (closure.on.isoformat(), closure.reason, closure.estimated)
            for closure in sorted(work.calendar.closures, key=lambda one: one.on)
            if today <= closure.on <= today + CLOSURES_AHEAD
        )[:MOST_CLOSURES],
        waiting=left.waiting,
        parked=left.parked,
    )


def lanes_unheld(work: SqlUnitOfWork, *, now: datetime) -> tuple[str, ...]:
    """Who is missing in the offered SOPs today, each with the SOPs in which nobody could act."""
    held = {one.jabatan for one in work.people.officers(at=now)}
    missing: dict[str, dict[str, None]] = {}
    for _, procedure in work.procedures.offered():
        for lane, column in procedure.lanes.items():
            drawn = column.applicant or column.team
            if drawn or work.office.holder_of(procedure.id, lane) in held:
                continue
            title = lane_title(work.office, procedure, lane)
            missing.setdefault(title, {})[procedure.id] = None
    return tuple(f"{title}: {', '.join(sops)}" for title, sops in missing.items())
