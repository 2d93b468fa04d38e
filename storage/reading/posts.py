"""The administrator's screens of jabatan: who holds them, who is to leave, who is to act."""

from datetime import date, datetime

from storage.reading.lanes import lying_at
from storage.reading.paging import MOST_COUNTED, named, paged
from storage.unit_of_work import SqlUnitOfWork
from workflow import mandate as drawing_up
from workflow.errors import NotFound
from workflow.ids import JabatanId, PersonId
from workflow.mandate import Wanted
from workflow.people import Acting, Appointment, FocusKind, Invitation
from workflow.queries.candidates import may_act
from workflow.queries.posts import post_title, title_of
from workflow.terms import last_day
from workflow.views.mandate import CandidateLine, MandateView
from workflow.views.posts import EndingView, HolderLine, PostLine, PostsView, PostView

PAGE = 8


def post_lines(work: SqlUnitOfWork, *, now: datetime) -> tuple[PostLine, ...]:
    """Every jabatan in the order of the office file."""
    invited = {one.jabatan for one in work.people.open_invitations(at=now)}
    officers = work.people.officers(at=now)
    return tuple(
        PostLine(
            jabatan=name,
            title=post.title,
            holders=tuple(named(one) for one in officers if one.jabatan == name),
            invited=name in invited,
        )
        for name, post in work.office.jabatan.items()
    )


def posts_view(work: SqlUnitOfWork, page: int, *, now: datetime) -> PostsView:
    lines = post_lines(work, now=now)
    shown, page, pages = paged(lines, page, PAGE)
    held = sum(1 for line in lines if line.holders)
    return PostsView(
        lines=tuple(shown),
        first=page * PAGE + 1,
        page=page,
        pages=pages,
        held=held,
        vacant=len(lines) - held,
    )


def post_view(work: SqlUnitOfWork, jabatan: JabatanId, page: int, *, now: datetime) -> PostView:
    held = [_holder(work, one, now) for one in work.people.appointments_to(jabatan, at=now)]
    links = [one for one in work.people.open_invitations(at=now) if one.jabatan == jabatan]
    shown, page, pages = paged([*held, *(_link(work, one, now) for one in links)], page, PAGE)
    return PostView(
        jabatan=jabatan,
        title=post_title(work, jabatan),
        lines=tuple(shown),
        first=page * PAGE + 1,
        page=page,
        pages=pages,
        files=work.cases.count_in(lying_at(work, jabatan), most=MOST_COUNTED),
    )


def _holder(work: SqlUnitOfWork, one: Appointment, now: datetime) -> HolderLine:
    tz = work.calendar.tz
    return HolderLine(
        id=one.id,
        name=one.name,
        acting=one.acting,
        first_on=one.begins_at.astimezone(tz).date(),
        last_on=None if one.ends_at is None else last_day(one.ends_at, tz),
        sk=one.sk,
        begun=one.begins_at <= now,
        person_id=one.person_id,
    )


def _link(work: SqlUnitOfWork, one: Invitation, now: datetime) -> HolderLine:
    tz = work.calendar.tz
    return HolderLine(
        id=one.id,
        name=one.name,
        acting=one.acting,
        first_on=(one.begins_at or now).astimezone(tz).date(),
        last_on=None if one.ends_at is None else last_day(one.ends_at, tz),
        sk=one.sk,
        expires_at=one.expires_at,
    )


def ending_view(work: SqlUnitOfWork, appointment_id: int, *, now: datetime) -> EndingView | None:
    """What ends with an appointment; nothing once it is over."""
    try:
        one = work.people.appointment(appointment_id)
    except NotFound:
        return None
    if one.ends_at is not None and one.ends_at <= now:
        return None
    others = work.people.holders_of([one.jabatan], at=now)
    return EndingView(
        appointment_id=one.id,
        jabatan=one.jabatan,
        title=title_of(work, one),
        name=one.name,
        files=work.cases.count_held(lying_at(work, one.jabatan), one.person_id, most=MOST_COUNTED),
        vacant=all(other.id == one.id for other in others),
    )


def mandate_view(
    work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime
) -> MandateView | None:
    """What is asked next about an acting appointment; nothing when none is being drawn up."""
    focus = work.people.focus(person_id)
    if focus is None or focus.kind is not FocusKind.MANDATE:
        return None
    mandate, today = drawing_up.read(focus.extra), _today(work, now)
    sitting = work.people.holders_of([mandate.jabatan], at=now)
    officers = may_act(work, mandate.jabatan) if mandate.wanted is Wanted.PERSON else []
    shown, page, pages = paged(officers, page, PAGE)
    first_on, last_on = mandate.first_on, mandate.last_on
    held = any(one.acting is Acting.DEFINITIVE for one in sitting)
    return MandateView(
        jabatan=mandate.jabatan,
        title=post_title(work, mandate.jabatan),
        holders=tuple(named(one) for one in sitting),
        mandate=mandate,
        candidates=tuple(
            CandidateLine(person_id=one.person_id, name=one.name, title=title_of(work, one))
            for one in shown
        ),
        page=page,
        pages=pages,
        days=drawing_up.days_offered(mandate, work.calendar, today=today),
        today=today,
        working_days=drawing_up.working_days(first_on, last_on, work.calendar)
        if first_on and last_on
        else 0,
        hints=drawing_up.hints(mandate, work.calendar, held=held),
    )


def _today(work: SqlUnitOfWork, now: datetime) -> date:
    return now.astimezone(work.calendar.tz).date()
