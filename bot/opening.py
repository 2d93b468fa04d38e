"""Opening the office: its file, its SOPs, its calendar, its keys; errors that say the mend."""

import asyncio
import contextlib
import hashlib
import hmac
import logging
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.holidays_of import calendar_for
from bot.settings import Settings
from bot.signing.development import make_development_certificates
from bot.signing.pkcs12 import Pkcs12Signer
from storage import migrating
from storage.database import damage_of, held_by_another, is_held
from storage.reading.taking import DELETABLE
from storage.repositories.procedures import ProcedureCache, ProcedureRepository
from storage.room import is_full
from storage.sole import Sole, sole_of
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.vault import Vault, ensure_key, files_in
from workflow.desk.opening import (
    take_back_what_moved,
    tell_of_lost_posts,
    tell_of_sops_set_aside,
)
from workflow.errors import DisposisiError, OfficeError
from workflow.office import Office
from workflow.ports import Clock
from workflow.procedure import Procedure

HEAVIEST_EMBLEM = 500 << 10  # bytes
# Seconds that a bot which is being stopped needs at most, and a little more.
UNTIL_THE_OTHER_ENDED = 15.0
END_THE_OTHER = (
    "end that program (a backup, a tool that shows databases, a second copy of Disposisi), "
    "and leave the database's files as they are"
)

log = logging.getLogger(__name__)


class StartFailed(DisposisiError):
    """The office cannot be opened; the text says what to mend."""


@contextlib.contextmanager
def naming_what_to_mend(settings: Settings) -> Iterator[None]:
    """Turn what disk or database say while the office is opened into StartFailed."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise StartFailed(_no_room(settings)) from None
        raise StartFailed(
            f"{error.filename or settings.data_dir}: {error.strerror or error}; let the user that "
            "runs Disposisi write there, or set DISPOSISI_DATA_DIR"
        ) from None
    except (SQLAlchemyError, ImportError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        if reason is not None and is_held(reason):
            raise StartFailed(
                f"The database{_shown(settings.database)} is held locked by another program; "
                f"{END_THE_OTHER}, then try again"
            ) from None
        raise StartFailed(
            f"The database{_shown(settings.database)} cannot be used: "
            f"{str(reason).splitlines()[0]}; correct DISPOSISI_DATABASE_URL, or restore the "
            "database from your backup"
        ) from None


async def only_one(settings: Settings, *, patience: float = UNTIL_THE_OTHER_ENDED) -> Sole:
    """The right to be the bot of this database; StartFailed when another one has it.

    One that is being stopped is given *patience* seconds to end.
    """
    sole, until = sole_of(settings.database), time.monotonic() + patience
    while not await asyncio.to_thread(sole.take):
        if time.monotonic() > until:
            raise StartFailed(
                f"Another Disposisi works on the database{_shown(settings.database)}; end that one "
                "first (`systemctl stop disposisi`, or its Ctrl-C), or give this one a data folder "
                "of its own in DISPOSISI_DATA_DIR. Two at once would answer and remind twice."
            )
        await asyncio.sleep(0.2)
    return sole


async def remain_only_one(sole: Sole, settings: Settings, *, pause: float = 30.0) -> None:
    """Runs until cancelled; StartFailed when another one took the right that a server forgot."""
    while await asyncio.to_thread(sole.keep):  # noqa: ASYNC110  # a server elsewhere
        await asyncio.sleep(pause)
    raise StartFailed(
        f"Another Disposisi has taken the database{_shown(settings.database)} while its server "
        "restarted; end one of the two. Two at once would answer and remind twice."
    )


def ensure_undamaged(settings: Settings) -> None:
    """Raise StartFailed where the database's file is damaged."""
    damage = damage_of(settings.database)
    if damage:
        raise StartFailed(
            f"The database{_shown(settings.database)} is damaged ({damage}); leave its files as "
            "they are, and restore the database from your backup"
        )


def _no_room(settings: Settings) -> str:
    return f"{settings.data_dir}: no room is left on that disk; make room there, then start again"


def ensure_not_emptied(settings: Settings) -> None:
    """Raises StartFailed where files of an office lie and its database is gone.

    A new one would be an office in which nobody is appointed and nothing was ever asked for.
    """
    url = make_url(settings.database)
    if url.get_backend_name() != "sqlite" or not url.database or Path(url.database).exists():
        return
    if any(files_in(settings.data_dir / "vault")):
        raise StartFailed(
            f"{url.database} is not there, though files of an office lie in "
            f"{settings.data_dir / 'vault'}; put the database back from your backup, or move the "
            "rest of the folder away to begin anew"
        )


async def database_let_go(settings: Settings) -> None:
    """Return when no other program holds the database locked; say so once if one does."""
    waited = False
    while await asyncio.to_thread(held_by_another, settings.database):
        if not waited:
            log.warning(
                "The database%s is held locked by another program; the office opens as soon as it "
                "is free. If that takes long, %s.",
                _shown(settings.database),
                END_THE_OTHER,
            )
        waited = True
    if waited:
        log.warning("The database is free; the office opens.")


def _shown(url: str) -> str:
    """A database by its URL, the password hidden; nothing when it is no URL."""
    try:
        return f" {make_url(url).render_as_string(hide_password=True)}"
    except SQLAlchemyError:
        return ""


def read_emblem(settings: Settings, office: Office) -> bytes | None:
    """The office's own emblem for its papers, if it has given one; raises OfficeError."""
    if not office.letterhead.emblem or settings.office_file is None:
        return None
    path = settings.office_file.parent / office.letterhead.emblem
    mend = "put a PNG or JPEG there, or take letterhead.emblem out of the office file"
    try:
        picture = path.read_bytes()
    except OSError as error:
        raise OfficeError(f"{path}: cannot be read ({error.strerror}); {mend}") from None
    if len(picture) > HEAVIEST_EMBLEM:
        raise OfficeError(
            f"{path}: has more than {HEAVIEST_EMBLEM >> 10} KB, which every letter would carry; "
            "make it smaller, 400 pixels are enough"
        )
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as found:
            found.load()
    except (OSError, ValueError, Image.DecompressionBombError):
        raise OfficeError(f"{path}: is no picture that can be read; {mend}") from None
    return picture


def prepare(
    connection: Connection, procedures: Sequence[tuple[Procedure, str]], *, at: datetime
) -> ProcedureCache:
    """Bring the database to today's shape; the SOPs read into the cache."""
    migrating.upgrade(connection)
    procedure_cache = ProcedureCache()
    books = ProcedureRepository(connection, procedure_cache)
    for procedure, text in procedures:
        books.keep(procedure, text, at=at)
    books.offer_only([procedure.id for procedure, _ in procedures])
    return procedure_cache


def look_at_books(connection: Connection, context: OfficeContext, clock: Clock) -> list[str]:
    """Tell whom it concerns which SOPs cannot be read and which appointments give no right.

    Returns a line of each for the log, to be written when this is committed.
    """
    work = SqlUnitOfWork(connection, context, clock.now())
    told = [
        f"{procedure}, version {version}, cannot be read; its cases wait: {why}"
        for procedure, version, why in tell_of_sops_set_aside(work)
    ]
    told += [
        f"{one.name} holds {one.jabatan}, which the office file does not have: no right comes of it"
        for one in tell_of_lost_posts(work)
    ]
    take_back_what_moved(work, since=work.now - DELETABLE)
    return told


def context_for(office: Office, *, now: datetime) -> OfficeContext:
    return OfficeContext(office=office, calendar=calendar_for(office, now=now))


def open_vault(settings: Settings) -> tuple[Vault, bytes]:
    """The vault and its key; a key is made only where no file waits for another one."""
    folder, where = settings.data_dir / "vault", settings.vault_key
    if not where.exists() and any(files_in(folder)):
        raise OfficeError(
            f"{where}: the key of the files in {folder} is not there; put it back from your "
            "backup, or name it in DISPOSISI_VAULT_KEY_FILE"
        )
    key = ensure_key(where)
    vault = Vault(folder, key)
    vault.ensure_opens()
    return vault, key


def open_signer(settings: Settings, office: Office, vault_key: bytes, at: datetime) -> Pkcs12Signer:
    """The office's keys; without any, development keys are made, and all they sign says CONTOH."""
    make_development_certificates(
        settings.signing,
        _passphrase_of(settings, vault_key),
        office_name=office.letterhead.name,
        at=at,
    )
    return keys_of(settings, vault_key)


def keys_of(settings: Settings, vault_key: bytes) -> Pkcs12Signer:
    """The keys as they lie in their folder; raises KeysUnusable."""
    return Pkcs12Signer.open(settings.signing, _passphrase_of(settings, vault_key))


def _passphrase_of(settings: Settings, vault_key: bytes) -> str:
    return settings.signing_passphrase.get_secret_value() or _passphrase(vault_key)


def _passphrase(vault_key: bytes) -> str:
    """Development keys are locked with a word only this installation has."""
    return hmac.new(vault_key, b"development signing keys", hashlib.sha256).hexdigest()
