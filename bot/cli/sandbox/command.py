"""`disposisi sandbox`: Telegram, the bot and the office's people, on one page of this machine."""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.reporting import fail, read_settings, tell
from bot.cli.sandbox.first_morning import first_morning
from bot.cli.sandbox.keeping import Keeper
from bot.cli.sandbox.performance import Performance
from bot.clock import SystemClock
from bot.sandbox.samples import Sample
from bot.sandbox.server import Sandbox
from bot.sandbox.store import FolderInUse
from bot.settings import Settings
from storage.private import make_private
from workflow.errors import DisposisiError

if TYPE_CHECKING:
    from bot.cli.sandbox.office import OfficeOfSandbox

TOKEN = "42:SANDBOX"  # noqa: S105  # known to everybody, good for nothing outside
PORT = 8777
# What a fresh start forgets, and nothing else in the folder.
FORGOTTEN = (
    *("sandbox", "vault", "keys", "disposisi.db", "disposisi.db-wal", "disposisi.db-shm"),
    "sandbox-office.yaml",
)


Fresh = Annotated[bool, typer.Option("--fresh", help="Forget what happened before.")]
Port = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=65535,
        show_default=False,
        help=f"{PORT}, or any free one for a play, unless told; 0 takes any free port.",
    ),
]
Play = Annotated[
    str,
    typer.Option(
        help="Let the personas play this SOP, slowly enough to watch. The page stays until "
        "Ctrl-C; where the output is no terminal, all ends with the case."
    ),
]
PlayedWay = Annotated[str, typer.Option("--path", help="Which way to play it; see `sop show`.")]
Fast = Annotated[bool, typer.Option("--fast", help="Play without pauses, and end with the case.")]
Speed = Annotated[
    float, typer.Option(min=0.25, max=20, help="How many times faster than one reads along.")
]
Out = Annotated[Path | None, typer.Option(help="Where a play leaves its papers.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxOptions:
    """What is to be seen: the page alone, or a play of one SOP on it."""

    fresh: bool
    port: int
    play: str
    path: str
    fast: bool
    performance: Performance | None

    @property
    def hurried(self) -> bool:
        """A play that nobody watches."""
        return self.performance is not None and self.fast


def sandbox(
    fresh: Fresh = False,
    port: Port = None,
    play: Play = "",
    path: PlayedWay = "",
    fast: Fast = False,
    speed: Speed = 1.0,
    out: Out = None,
) -> None:
    """Try the product without Telegram: open the address that is printed."""
    # The office file and SOPs of .env are welcome here; its database, webhook and keys are not.
    settings = read_settings(database_url="", webhook_url="", signing_dir=None)
    _ensure_no_real_office(settings.data_dir)
    if play:
        _ensure_playable(settings, play, path)
    elif path or out or fast or speed != 1:
        fail("--path, --fast, --speed and --out are for a play: name the SOP with --play.")
    wanted = SandboxOptions(
        fresh=fresh or bool(play),
        port=(0 if play else PORT) if port is None else port,
        play=play,
        path=path,
        fast=fast,
        performance=Performance(out or Path(f"play-{play}"), speed) if play else None,
    )
    try:
        code = asyncio.run(_sandbox(settings, wanted))
    except (KeyboardInterrupt, asyncio.CancelledError):
        code = 0
    except FolderInUse:
        fail(f"Another sandbox uses {settings.data_dir}; stop it, or set DISPOSISI_DATA_DIR.")
    raise typer.Exit(code)


async def _sandbox(settings: Settings, wanted: SandboxOptions) -> int:
    _end_when_told()
    if wanted.play:
        folder = settings.data_dir / f"play-{wanted.play}"
        settings = settings.model_copy(update={"data_dir": folder})
    if wanted.fresh:
        _forget(settings.data_dir)
    make_private(settings.data_dir)
    late = _LateOffice(wanted.performance)
    async with contextlib.AsyncExitStack() as stack:
        address = await _listen(stack, _telegram(settings, wanted, late), wanted.port)
        tell(f"Disposisi: {address}")
        try:
            return await _opened(settings, wanted, late, address)
        except DisposisiError as error:
            if wanted.play:
                fail(f"The office cannot be opened.\n{error}")
            tell(
                f"The office cannot be opened.\n{error}\nMend it, end this by Ctrl-C, start again."
            )
            late.closed = str(error)
            await asyncio.Event().wait()
    return 1


def _telegram(settings: Settings, wanted: SandboxOptions, late: "_LateOffice") -> Sandbox:
    return Sandbox(
        folder=settings.data_dir / "sandbox",
        token=TOKEN,
        starts_at=first_morning(SystemClock().now(), settings.office_file),
        panel=late.panel,
        samples=late.samples,
        name="Disposisi",
        username="disposisi_sandbox_bot",
        flood_limits=not wanted.hurried,
    )


async def _opened(
    settings: Settings, wanted: SandboxOptions, late: "_LateOffice", address: str
) -> int:
    """Keep the bot and its office open: for the length of a play, or until told to end."""
    late.office = office = await asyncio.to_thread(_office, settings, address, wanted.play)
    office_file = office.file or settings.office_file
    served = settings.model_copy(update={"office_file": office_file})
    late.keeper = keeper = _keeper(served, address, fast=wanted.hurried)
    async with keeper.keeping(), office.opened():
        if wanted.performance is None:
            await asyncio.Event().wait()
            return 0
        code = await office.play(wanted.performance, fast=wanted.fast, path=wanted.path)
        # A script that waits for the end has no Ctrl-C.
        if not wanted.fast and sys.stdout.isatty():
            tell(f"The page stays open until Ctrl-C: {address}")
            await _told_to_end()
        return code


def _office(settings: Settings, address: str, play: str) -> "OfficeOfSandbox":
    """Imported in a thread: it takes seconds on a busy machine, and the page must answer."""
    from bot.cli.sandbox.office import OfficeOfSandbox

    return OfficeOfSandbox(settings, address, play)


def _end_when_told() -> None:
    """SIGTERM ends this as Ctrl-C does: the bot's own process must not stay behind."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


async def _told_to_end() -> None:
    """Return at Ctrl-C or SIGTERM, which would end everything at once."""
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.Event().wait()


class _LateOffice:
    """Stands in for the office until the product has been imported: the page must not wait."""

    def __init__(self, performance: Performance | None) -> None:
        self._performance = performance
        self.office: OfficeOfSandbox | None = None
        self.keeper: Keeper | None = None
        self.closed = ""

    async def panel(self) -> dict[str, Any]:
        shown = {} if self.office is None else await self.office.panel()
        play = None if self._performance is None else self._performance.shown()
        return {**shown, "trouble": self._trouble(), "play": play}

    async def samples(self) -> Sequence[Sample]:
        return () if self.office is None else await self.office.samples()

    def _trouble(self) -> dict[str, Any] | None:
        """What keeps the office from running, if anything does."""
        if self.closed:
            return {"kind": "office", "text": self.closed}
        return None if self.keeper is None else self.keeper.trouble


async def _listen(stack: contextlib.AsyncExitStack, embedded: Sandbox, port: int) -> str:
    try:
        return await stack.enter_async_context(embedded.listening(port))
    except OSError:
        return await stack.enter_async_context(embedded.listening(0))


def _ensure_playable(settings: Settings, play: str, path: str) -> None:
    """Stop before anything is started where SOP, path or an officer is not there."""
    from bot.cli.lanes import lanes_without_jabatan
    from bot.cli.offered import procedure_named  # costs as much as the page: only for a play
    from bot.cli.paths import routes

    procedure = procedure_named(play)
    known = routes(procedure)
    if path and path not in known:
        fail(f"{play} has no path '{path}'; there are {', '.join(known)}.")
    if settings.office_file is not None and (missing := lanes_without_jabatan(procedure)):
        fail("\n".join([f"{play} cannot be played in {settings.office_file}:", *missing]))


def _ensure_no_real_office(folder: Path) -> None:
    if (folder / "disposisi.db").exists() and not (folder / "sandbox").exists():
        fail(
            f"{folder} holds the database of a real office; the sandbox does not play there. "
            "Set DISPOSISI_DATA_DIR to another folder."
        )


def _forget(folder: Path) -> None:
    for name in FORGOTTEN:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _keeper(settings: Settings, address: str, *, fast: bool) -> Keeper:
    """The real bot, told that Telegram is here."""
    environment = {
        **os.environ,
        "DISPOSISI_BOT_TOKEN": TOKEN,
        "DISPOSISI_TELEGRAM_API_BASE": address,
        "DISPOSISI_CLOCK_URL": f"{address}/sandbox/clock",
        "DISPOSISI_DATA_DIR": str(settings.data_dir),
        "DISPOSISI_OFFICE_FILE": str(settings.office_file or ""),
        "DISPOSISI_DATABASE_URL": "",
        "DISPOSISI_WEBHOOK_URL": "",
        "DISPOSISI_SIGNING_DIR": "",
        **({"DISPOSISI_MESSAGES_PER_SECOND": "0"} if fast else {}),
    }
    return Keeper(environment, settings.data_dir / "bot.log")
