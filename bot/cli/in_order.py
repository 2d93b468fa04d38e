"""What `disposisi doctor` finds in the books: their shape, their time, who is missing in them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.cli.finding import Finding
from bot.cli.soundness import kept_sops
from bot.cli.vault_health import vault_files
from bot.clock import SystemClock
from bot.files import read_office
from bot.opening import context_for
from bot.settings import Settings
from storage import migrating
from storage.reading.moments import latest_moment
from storage.reading.office import lanes_unheld
from storage.unit_of_work import SqlUnitOfWork
from workflow.errors import OfficeError, ProcedureError

CLOCK_TOLERANCE = 60.0  # seconds


def in_books(settings: Settings, connection: Connection) -> list[Finding]:
    """Look and change nothing; a database of another shape is not read."""
    if (other := _other_shape(connection)) is not None:
        return [other]
    in_order = Finding("database", True, f"at {migrating.revision(connection)}")
    try:
        return [in_order, *_read(settings, connection)]
    except (OfficeError, ProcedureError):
        return [in_order]  # what is wrong with that file is said of the file


def _other_shape(connection: Connection) -> Finding | None:
    """A database of a later or an earlier release."""
    try:
        migrating.ensure_known(connection)
    except OfficeError as error:
        return Finding("database", False, str(error), "nothing was changed in it")
    stands, newest = migrating.revision(connection), migrating.newest(connection)
    if stands == newest:
        return None
    seen = f"stands at {stands or 'nothing'}, needs {newest}"
    return Finding("database", False, seen, "run `disposisi db upgrade`")


def _read(settings: Settings, connection: Connection) -> Iterator[Finding]:
    office = read_office(settings)
    machine = SystemClock().now()
    latest = latest_moment(connection)
    # As the bot: the books' time, where the machine's clock was set back.
    now = machine if latest is None else max(machine, latest)
    work = SqlUnitOfWork(connection, context_for(office, now=now), now)
    yield from _time(latest, machine)
    yield kept_sops(work)
    yield from vault_files(settings, connection)
    yield _lanes(lanes_unheld(work, now=now))
    yield _appointments([f"{one.name} ({one.jabatan})" for one in work.people.without_post(at=now)])


def _time(latest: datetime | None, now: datetime) -> Iterator[Finding]:
    """A clock that was set back: the bot goes on by the books' time."""
    behind = 0.0 if latest is None else (latest - now).total_seconds()
    if behind >= CLOCK_TOLERANCE:
        seen = (
            f"the machine's clock is {behind / 60:.0f} minutes behind "
            "the latest moment in the books"
        )
        yield Finding("time", False, seen, "set the machine's clock, best by NTP")


def _lanes(empty: Sequence[str]) -> Finding:
    if not empty:
        return Finding("lanes", True, "each has somebody")
    cure = "invite officers: `disposisi people invite`, or /kantor in the chat"
    return Finding("lanes", False, "nobody holds " + "; ".join(empty), cure)


def _appointments(lost: Sequence[str]) -> Finding:
    if not lost:
        return Finding("appointments", True, "each is to a jabatan of the office file")
    seen = "the office file has no such jabatan: " + "; ".join(lost)
    cure = "put it back into the office file, or end it: `disposisi people end`"
    return Finding("appointments", False, seen, cure)
