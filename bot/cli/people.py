"""`disposisi people …`: who holds which jabatan, and the ways in and out."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from bot.cli.in_the_books import in_the_books
from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.cli.roster import Roster, lines_of, roster_of
from bot.cli.terms_of_office import Term, term_of
from bot.clock import SystemClock
from bot.files import read_office
from bot.opening import StartFailed, naming_what_to_mend
from bot.settings import Settings
from bot.telegram import Telegram, TelegramError
from storage.unit_of_work import SqlUnitOfWork
from workflow.desk.administrator import issue_link
from workflow.desk.appointing import appoint_acting, end_appointment
from workflow.errors import (
    AlreadyHolds,
    NotFound,
    OfficeError,
)
from workflow.ids import JabatanId, PersonId
from workflow.intents import ListCommands, TakeBack
from workflow.office import Office
from workflow.people import Acting, Appointment
from workflow.plain_text import says_something
from workflow.queries.posts import title_of

NIP_DIGITS = 18
ADMINISTRATOR = "administrator"

app = typer.Typer(no_args_is_help=True)

JabatanName = Annotated[str, typer.Argument(help="A jabatan of the office file.")]
Number = Annotated[int, typer.Argument(help="Its number in `disposisi people list`.")]
From = Annotated[str, typer.Option("--from", help="First day, such as 30-11-2026; else today.")]
Until = Annotated[str, typer.Option("--until", help="Last day, such as 18-12-2026.")]
Sk = Annotated[str, typer.Option("--sk", help="Number of the decree (SK), where there is one.")]


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
    _ensure_name(name)
    _ensure_nip(nip)
    if not acting and (first or last or sk):
        fail("--from, --until and --sk belong to --acting plh or --acting plt.")
    if acting and administrator:
        fail("Nobody acts as administrator; invite a second one.")
    invited = Invited(
        jabatan=None if administrator else JabatanId(jabatan),
        name=name[:100],
        nip=nip,
        rank=rank[:60],
        term=term_of(office, jabatan, acting, first, last, sk) if acting else None,
    )
    tell(_link(settings, office, invited))


def _ensure_name(name: str) -> None:
    if not says_something(name):
        fail("--name is missing: it stands on letters and on the kartu kendali.")


def _ensure_nip(nip: str) -> None:
    if nip and not (nip.isascii() and nip.isdecimal() and len(nip) == NIP_DIGITS):
        fail(f"--nip takes {NIP_DIGITS} digits, not '{nip}'; leave it out when there is none.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Whom a link is for; without a jabatan an administrator."""

    jabatan: JabatanId | None
    name: str
    nip: str
    rank: str
    term: Term | None


def _link(settings: Settings, office: Office, invited: Invited) -> str:
    bot_name, term = _bot_name(settings), invited.term

    def issued(work: SqlUnitOfWork, now: datetime) -> str:
        return issue_link(
            work,
            lambda length: secrets.token_bytes(length),
            bot_name=bot_name,
            jabatan=invited.jabatan,
            name=invited.name,
            nip=invited.nip,
            rank=invited.rank,
            administrator=invited.jabatan is None,
            acting=Acting.DEFINITIVE if term is None else term.acting,
            begins_at=None if term is None else term.begins_at,
            ends_at=None if term is None else term.ends_at,
            sk="" if term is None else term.sk,
        )

    return in_the_books(settings, office, issued)


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
    term = term_of(office, jabatan, acting, first, last, sk)

    def named(work: SqlUnitOfWork, now: datetime) -> str:
        held = _appointment(work, number, now)
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
            appoint_acting(work, appointment)
        except AlreadyHolds:
            fail(f"{held.name} holds {jabatan} already; whoever acts in it is somebody else.")
        return f"{held.name} is {title_of(work, appointment)}, told to both."

    tell(in_the_books(settings, office, named))


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
        appointment = _appointment(work, number, now)
        end_appointment(work, appointment)
        return f"{appointment.name} is no longer {title_of(work, appointment)}."

    tell(in_the_books(settings, office, ended))


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

    tell(in_the_books(settings, office, cancelled))


def _office(settings: Settings) -> Office:
    try:
        return read_office(settings)
    except OfficeError as error:
        fail(str(error))


def _ensure_known(office: Office, jabatan: str) -> None:
    if jabatan not in office.jabatan:
        fail(f"There is no jabatan '{jabatan}'; the office file has {', '.join(office.jabatan)}.")


def _appointment(work: SqlUnitOfWork, number: int, now: datetime) -> Appointment:
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


def _bot_name(settings: Settings) -> str:
    """Whither a link leads; Telegram is asked."""
    token = settings.bot_token.get_secret_value()
    if not token:
        fail(
            "DISPOSISI_BOT_TOKEN is not set, and a link leads to a bot; "
            "write there the token from @BotFather, like 123456:ABC-DEF."
        )
    return asyncio.run(_name_told_by(settings.telegram_api_base, token))


async def _name_told_by(base: str, token: str) -> str:
    telegram = Telegram(base=base, token=token)
    try:
        return await telegram.name()
    except TelegramError as error:
        fail(f"Telegram does not tell the bot's name ({error}); check DISPOSISI_BOT_TOKEN.")
    finally:
        await telegram.close()
