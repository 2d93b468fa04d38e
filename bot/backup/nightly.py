"""Each night a backup, made by a process of its own; the administrators hear in the morning."""

import asyncio
import contextlib
import json
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bot.backup.keeping import is_first_of_month
from bot.clock import SteadyClock
from bot.health import metrics
from bot.settings import Settings
from storage.private import make_file_private
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.caretaking import BackupNight, tell_of_backup

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "bot", "backup")
MEMORY = "backup-nights.json"  # in the data folder: the backup's disk may be what is wrong
GOOD, LACKING = 0, 2  # exit codes of the command
_LONGEST = 300  # characters of what went wrong that a message quotes
_TO_END = 5.0  # seconds
_OWN = "DISPOSISI_"


@dataclass(frozen=True, slots=True)
class Nights:
    """When a backup was good last, and how many nights since then were bad."""

    good_at: datetime | None = None
    bad: int = 0


class NightBackup:
    """Starts `disposisi backup` and waits for it; whoever presses meanwhile waits for nothing."""

    def __init__(
        self,
        *,
        settings: Settings,
        writer: Writer,
        context: OfficeContext,
        clock: SteadyClock,
        committed: Callable[[], None],
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._settings = settings
        self._writer = writer
        self._context = context
        self._clock = clock
        self._committed = committed
        self._command = command
        _show(_remembered(settings.data_dir))

    async def make(self) -> None:
        """Raises nothing: a night without a backup is told as one."""
        folder = self._settings.backup_dir
        if folder is None:
            return
        at = self._clock.now()
        try:
            code, said = await self._run(folder, whole=is_first_of_month(folder, at))
        except OSError as error:
            code, said = 1, str(error)
        is_good = code in (GOOD, LACKING)
        log.log(logging.INFO if code == GOOD else logging.ERROR, "backup: %s", said)
        nights = self._remember(is_good=is_good, at=at)
        night = BackupNight(
            folder=str(folder),
            bad_nights=nights.bad,
            wrong="" if is_good else said.splitlines()[-1][:_LONGEST],
            lacks_files=code == LACKING,
        )
        await self._writer.run(partial(self._tell, night=night))
        self._committed()

    async def _run(self, folder: Path, *, whole: bool) -> tuple[int, str]:
        """Exit code and words; the process ends with us."""
        recipient = self._settings.backup_recipient
        process = await asyncio.create_subprocess_exec(
            *self._command,
            str(folder),
            "--prune",
            *(("--whole",) if whole else ()),
            *(("--recipient", recipient) if recipient else ()),
            env=_environment(self._settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            out, err = await process.communicate()
        finally:
            if process.returncode is None:
                await _end(process)
        code = process.returncode or 0
        said = (out if code == GOOD else err).decode("utf-8", "replace").strip()
        return code, said or f"it ended with {code}, without a word"

    def _remember(self, *, is_good: bool, at: datetime) -> Nights:
        before = _remembered(self._settings.data_dir)
        nights = Nights(good_at=at) if is_good else replace(before, bad=before.bad + 1)
        try:
            _keep(nights, self._settings.data_dir)
        except OSError:
            log.exception("how this night's backup went could not be kept")
        _show(nights)
        return nights

    def _tell(self, connection: Connection, night: BackupNight) -> None:
        tell_of_backup(SqlUnitOfWork(connection, self._context, self._clock.now()), night)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Time to remove the opened books; a process that is let go of is killed by asyncio."""
    process.terminate()
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), _TO_END)


def _environment(settings: Settings) -> Mapping[str, str]:
    """What the command needs of our settings, and neither token nor passphrase."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith((_OWN, "NOTIFY_SOCKET"))}
    needed = {
        "DATA_DIR": settings.data_dir,
        "DATABASE_URL": settings.database_url,
        "OFFICE_FILE": settings.office_file,
        "PROCEDURES_DIR": settings.procedures_dir,
        "VAULT_KEY_FILE": settings.vault_key_file,
    }
    return kept | {f"{_OWN}{name}": str(value or "") for name, value in needed.items()}


def _remembered(folder: Path) -> Nights:
    try:
        told = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        good_at = told["good_at"]
        return Nights(datetime.fromisoformat(good_at) if good_at else None, int(told["bad"]))
    except FileNotFoundError:
        return Nights()
    except (OSError, ValueError, KeyError, TypeError):
        log.exception("%s cannot be read; nights are counted anew", folder / MEMORY)
        return Nights()


def _keep(nights: Nights, folder: Path) -> None:
    waiting = folder / f"{MEMORY}.part"
    make_file_private(waiting)
    good_at = nights.good_at.isoformat() if nights.good_at else None
    waiting.write_text(json.dumps({"good_at": good_at, "bad": nights.bad}), encoding="utf-8")
    waiting.replace(folder / MEMORY)


def _show(nights: Nights) -> None:
    metrics.BACKUP_GOOD.set(nights.good_at.timestamp() if nights.good_at else 0)
    metrics.BACKUP_BAD_NIGHTS.set(nights.bad)
