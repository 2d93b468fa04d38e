"""`disposisi people …`: who holds which jabatan, and the ways in and out."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, NoReturn, TypeVar

import typer
from sqlalchemy import Connection

from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.cli.roster import Roster, lines_of, roster_of
from bot.clock import SteadyClock, SystemClock
from bot.files import read_office, read_procedures
from bot.opening import StartFailed, context_for, naming_what_to_mend, prepare
from bot.settings import Settings
from bot.telegram import Telegram, TelegramError
from storage.database import writing_engine
from storage.private import make_private
from storage.reading.moments import latest_moment
from storage.unit_of_work import SqlUnitOfWork
from workflow import mandate as drawing_up
from workflow.desk.administrator import issue_link
from workflow.desk.appointing import appoint_acting, begins, end_appointment, ends
from workflow.desk.rights import title_of
from workflow.errors import (
    AlreadyHolds,
    DateOutOfRange,
    NotADate,
    NotFound,
    OfficeError,
    ProcedureError,
)
from workflow.ids import JabatanId, PersonId
from workflow.intents import ListCommands, TakeBack
from workflow.mandate import Mandate
from workflow.office import Office
from workflow.people import Acting, Appointment

NIP_DIGITS = 18
ADMINISTRATOR = "administrator"

app = typer.Typer(no_args_is_help=True)

Result = TypeVar("Result")
JabatanName = Annotated[str, typer.Argument(help="A jabatan of the office file.")]
Number = Annotated[int, typer.Argument(help="Its number in `disposisi people list`.")]
From = Annotated[str, typer.Option("--from", help="First day, such as 30-11-2026; else today.")]
Until = Annotated[str, typer.Option("--until", help="Last day, such as 18-12-2026.")]
Sk = Annotated[str, typer.Option("--sk", help="Number of the decree (SK), where there is one.")]


@dataclass(frozen=True, slots=True)
class Term:
    """In which capacity, from when until when, by which decree."""

    acting: Acting
    begins_at: datetime
    ends_at: datetime
    sk: str


@app.callback()
def people() -> None:
    """Bring in the administrator and the officers; see who is in office; end an appointment."""


@app.command("list")
def list_people(
    json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Show who holds which jabatan since when, open links and administrators."""
    settings = read_settings()
    office = _office(settings)
    try:
        with naming_what_to_mend(settings):
            found: Roster = roster_of(settings, office, now=SystemClock().now())
    except StartFailed as error:
        fail(str(error))
    if json:
        tell_json(found)
        return
    for line in lines_of(found):
        tell(line)


@app.command()
def invite(
    jabatan: Annotated[
        str, typer.Argument(help="A jabatan of the office file, or 'administrator'")
    ],
    name: Annotated[str, typer.Option(help="Name with titles, as on letters.")],
    nip: Annotated[str, typer.Option(help="18 digits.")] = "",
    rank: Annotated[str, typer.Option(help="Pangkat/golongan, as on letters.")] = "",
    acting: Annotated[str, typer.Option(help="plh or plt: only for a time.")] = "",
    first: From = "",
    last: Until = "",
    sk: Sk = "",
) -> None:
    """Print a one-time link for one person and one jabatan; it lives a week."""
    settings = read_settings()
    office = _office(settings)
    administrator = jabatan == ADMINISTRATOR
    if not administrator:
        _ensure_known(office, jabatan)
    if nip and not (nip.isascii() and nip.isdecimal() and len(nip) == NIP_DIGITS):
        fail(f"--nip takes {NIP_DIGITS} digits, not '{nip}'; leave it out when there is none.")
    if not acting and (first or last or sk):
        fail("--from, --until and --sk belong to --acting plh or --acting plt.")
    if acting and administrator:
        fail("Nobody acts as administrator; invite a second one.")
    term = _term(office, jabatan, acting, first, last, sk) if acting else None
    token = settings.bot_token.get_secret_value()
    if not token:
        fail(
            "DISPOSISI_BOT_TOKEN is not set, and a link leads to a bot; "
            "write there the token from @BotFather, like 123456:ABC-DEF."
        )
    bot_name = asyncio.run(_bot_name(settings.telegram_api_base, token))

    def invited(work: SqlUnitOfWork, now: datetime) -> str:
        return issue_link(
            work,
            SystemClock(),
            lambda length: secrets.token_bytes(length),
            bot_name=bot_name,
            jabatan=None if administrator else JabatanId(jabatan),
            name=name[:100],
            nip=nip,
            rank=rank[:60],
            administrator=administrator,
            acting=Acting.DEFINITIVE if term is None else term.acting,
            begins_at=None if term is None else term.begins_at,
            ends_at=None if term is None else term.ends_at,
            sk="" if term is None else term.sk,
        )

    tell(_in_the_books(settings, office, invited))


@app.command()
def act(
    jabatan: JabatanName,
    number: Annotated[int, typer.Argument(help="An officer's number in `disposisi people list`.")],
    acting: Annotated[str, typer.Option("--acting", help="plh or plt.")],
    last: Until,
    first: From = "",
    sk: Sk = "",
) -> None:
    """Let an officer in office act in another jabatan for a time; both persons are told."""
    settings = read_settings()
    office = _office(settings)
    _ensure_known(office, jabatan)
    term = _term(office, jabatan, acting, first, last, sk)

    def named(work: SqlUnitOfWork, now: datetime) -> str:
        held = _context(work, number, now)
        appointment = Appointment(
            person_id=held.person_id,
            jabatan=JabatanId(jabatan),
            name=held.name,
            nip=held.nip,
            rank=held.rank,
            acting=term.acting,
            begins_at=max(now, term.begins_at),
            ends_at=term.ends_at,
            sk=term.sk,
        )
        try:
            appoint_acting(work, appointment, now=now)
        except AlreadyHolds:
            fail(f"{held.name} holds {jabatan} already; whoever acts in it is somebody else.")
        return f"{held.name} is {title_of(work, appointment)}, told to both."

    tell(_in_the_books(settings, office, named))


@app.command()
def end(
    number: Number,
    administrator: Annotated[
        bool, typer.Option("--administrator", help="The number is that of an administrator.")
    ] = False,
) -> None:
    """End an appointment now: rights go, files go back to the lane, the person is told."""
    settings = read_settings()
    office = _office(settings)

    def ended(work: SqlUnitOfWork, now: datetime) -> str:
        if administrator:
            return _dismissed(work, PersonId(number))
        appointment = _context(work, number, now)
        end_appointment(work, appointment, now=now)
        return f"{appointment.name} is no longer {title_of(work, appointment)}."

    tell(_in_the_books(settings, office, ended))


@app.command()
def cancel(number: Number) -> None:
    """Make a link void that nobody has used."""
    settings = read_settings()
    office = _office(settings)

    def cancelled(work: SqlUnitOfWork, now: datetime) -> str:
        try:
            work.people.cancel_invitation(number, at=now)
        except NotFound:
            fail(f"There is no open link {number}; see `disposisi people list`.")
        return f"Link {number} is void."

    tell(_in_the_books(settings, office, cancelled))


def _office(settings: Settings) -> Office:
    try:
        return read_office(settings)
    except OfficeError as error:
        fail(str(error))


def _ensure_known(office: Office, jabatan: str) -> None:
    if jabatan not in office.jabatan:
        fail(f"There is no jabatan '{jabatan}'; the office file has {', '.join(office.jabatan)}.")


def _term(office: Office, jabatan: str, acting: str, first: str, last: str, sk: str) -> Term:
    """Read capacity and days; say what is wrong with them."""
    capacities = {"plh": Acting.PLH, "plt": Acting.PLT}
    if acting.lower().rstrip(".") not in capacities:
        fail(f"--acting is plh or plt, not '{acting}'.")
    if not last:
        fail("--until is missing: nobody acts without an end.")
    now = SystemClock().now()
    tz = context_for(office, now=now).calendar.tz
    today = now.astimezone(tz).date()
    mandate = Mandate(jabatan=JabatanId(jabatan))
    try:
        first_on = drawing_up.day_of(first, example=today) if first else today
        mandate = drawing_up.on_first(mandate, first_on, today=today)
        last_on = drawing_up.day_of(last, example=today)
        drawing_up.on_last(mandate, last_on, today=today)
    except NotADate as error:
        fail(f"A day is written like {error.example}.")
    except DateOutOfRange as error:
        _out_of_range(error.earliest, error.latest)
    return Term(
        acting=capacities[acting.lower().rstrip(".")],
        begins_at=begins(first_on, tz, now=now),
        ends_at=ends(last_on, tz),
        sk=sk[: drawing_up.LONGEST_SK],
    )


def _out_of_range(earliest: date, latest: date) -> NoReturn:
    fail(f"The day lies between {earliest:%d-%m-%Y} and {latest:%d-%m-%Y}; look at the year.")


def _context(work: SqlUnitOfWork, number: int, now: datetime) -> Appointment:
    try:
        found = work.people.appointment(number)
    except NotFound:
        fail(f"There is no appointment {number}; see `disposisi people list`.")
    if found.ends_at is not None and found.ends_at <= now:
        fail(f"Appointment {number} is over already; see `disposisi people list`.")
    return found


def _dismissed(work: SqlUnitOfWork, person_id: PersonId) -> str:
    if person_id not in work.people.administrators():
        fail(f"There is no administrator {person_id}; see `disposisi people list`.")
    work.people.dismiss_administrator(person_id)
    work.tell(person_id, ListCommands())
    work.tell(person_id, TakeBack())
    return f"{work.people.get(person_id).name} is no longer administrator."


def _in_the_books(
    settings: Settings, office: Office, do: Callable[[SqlUnitOfWork, datetime], Result]
) -> Result:
    """Do it in one transaction; whom it concerns is told by the bot, within seconds if it runs."""
    clock = SteadyClock(SystemClock())

    def done(connection: Connection) -> Result:
        prepare(connection, read_procedures(settings), at=clock.now())
        latest = latest_moment(connection)
        if latest is not None:
            clock.not_before(latest)
        now = clock.now()
        return do(SqlUnitOfWork(connection, context_for(office, now=now), clock), now)

    try:
        with naming_what_to_mend(settings):
            make_private(settings.data_dir)
            with writing_engine(settings.database).begin() as connection:
                return done(connection)
    except (StartFailed, ProcedureError) as error:
        fail(str(error))


async def _bot_name(base: str, token: str) -> str:
    telegram = Telegram(base=base, token=token)
    try:
        return await telegram.name()
    except TelegramError as error:
        fail(f"Telegram does not tell the bot's name ({error}); check DISPOSISI_BOT_TOKEN.")
    finally:
        await telegram.close()
