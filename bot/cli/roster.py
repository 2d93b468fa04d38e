"""Who is in office, as `disposisi people list` shows it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import NullPool, create_engine

from bot.opening import StartFailed, context_for
from bot.settings import Settings
from storage import migrating
from storage.unit_of_work import SqlUnitOfWork
from workflow.office import Office
from workflow.people import Appointment, Invitation
from workflow.queries.posts import post_title
from workflow.terms import last_day

Roster = Mapping[str, Any]


def roster_of(settings: Settings, office: Office, *, now: datetime) -> Roster:
    """Read the books and change nothing; raises StartFailed when they have another shape."""
    if not settings.database_url and not (settings.data_dir / "disposisi.db").exists():
        raise StartFailed("There is no database yet; the first start or invitation makes it.")
    with create_engine(settings.database, poolclass=NullPool).connect() as connection:
        if migrating.revision(connection) != migrating.newest(connection):
            raise StartFailed("The database has an older shape; run `disposisi db upgrade`.")
        work = SqlUnitOfWork(connection, context_for(office, now=now), now)
        held = {
            name: [_appointed(work, one) for one in work.people.appointments_to(name, at=now)]
            for name in office.jabatan
        }
        return {
            "appointments": [one for lines in held.values() for one in lines],
            "vacant": [name for name, lines in held.items() if not lines],
            "invitations": [_invited(work, one) for one in work.people.open_invitations(at=now)],
            "administrators": [
                {"number": person_id, "name": work.people.get(person_id).name}
                for person_id in work.people.administrators()
            ],
        }


def _appointed(work: SqlUnitOfWork, one: Appointment) -> dict[str, Any]:
    tz = work.calendar.tz
    return {
        "number": one.id,
        "jabatan": one.jabatan,
        "title": post_title(work, one.jabatan),
        "name": one.name,
        "acting": one.acting.value,
        "from": one.begins_at.astimezone(tz).date(),
        "until": None if one.ends_at is None else last_day(one.ends_at, tz),
        "sk": one.sk,
    }


def _invited(work: SqlUnitOfWork, one: Invitation) -> dict[str, Any]:
    return {
        "number": one.id,
        "jabatan": one.jabatan or "administrator",
        "name": one.name,
        "acting": one.acting.value,
        "expires": one.expires_at.astimezone(work.calendar.tz).date(),
    }


def lines_of(roster: Roster) -> Iterator[str]:
    """The same for a person: a line each, the number first."""
    yield "In office:"
    for one in roster["appointments"]:
        until = f" until {one['until']}" if one["until"] else ""
        sk = f", SK {one['sk']}" if one["sk"] else ""
        who = f"{one['acting']} {one['name']}".strip()
        yield f"  {one['number']:>4}  {one['jabatan']}: {who}, from {one['from']}{until}{sk}"
    if roster["vacant"]:
        yield f"Vacant: {', '.join(roster['vacant'])}"
    if roster["invitations"]:
        yield "Links that nobody has used:"
    for one in roster["invitations"]:
        who = f"{one['acting']} {one['name']}".strip()
        yield f"  {one['number']:>4}  {one['jabatan']}: {who}, good until {one['expires']}"
    yield "Administrators:"
    for one in roster["administrators"]:
        yield f"  {one['number']:>4}  {one['name']}"
