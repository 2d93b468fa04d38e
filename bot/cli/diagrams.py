"""`disposisi sop diagram`: an SOP in its official form, ready to be signed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlalchemy import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.offered import procedure_named
from bot.cli.reporting import fail, read_settings, tell
from bot.files import read_office
from messages.diagrams.layout import Layout
from messages.diagrams.pdf import to_pdf
from messages.diagrams.png import to_png
from messages.diagrams.sop import sop
from messages.diagrams.svg import to_svg
from messages.localizer import localizer_for
from storage.database import reading_engine
from storage.repositories.procedures import ProcedureCache, ProcedureRepository
from workflow.errors import OfficeError, ProcedureError
from workflow.procedure import Procedure

_KINDS: dict[str, Callable[[Layout], bytes]] = {".pdf": to_pdf, ".svg": to_svg, ".png": to_png}


def diagram(
    procedure_id: Annotated[str, typer.Argument(help="As `sop list` names it, or a file.")],
    pdf: Annotated[bool, typer.Option("--pdf", help="For signing and printing.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="For a web page.")] = False,
    png: Annotated[bool, typer.Option("--png", help="A picture, for a chat.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Write it to this file.")] = None,
) -> None:
    """Draw one SOP in the official form of two parts: identity and flowchart."""
    chosen = [kind for kind, wanted in zip(_KINDS, (pdf, svg, png), strict=True) if wanted]
    if not chosen and out is not None and out.suffix in _KINDS:
        chosen = [out.suffix]
    if len(chosen) != 1:
        fail("Choose one of --pdf, --svg and --png.", code=2)
    procedure = procedure_named(procedure_id)
    try:
        say = localizer_for("id", ZoneInfo(read_office(read_settings()).zone), escape=str)
        version = _version(procedure)
        drawn = _KINDS[chosen[0]](sop(procedure, version, say))
    except (OfficeError, ProcedureError) as error:
        fail(str(error))
    path = out or Path(f"{procedure.id}{chosen[0]}")
    try:
        path.write_bytes(drawn)
    except OSError as error:
        fail(f"{path}: cannot be written ({error.strerror}).")
    tell(f"{path}: written, version {version} of {procedure.title}.")


def _version(procedure: Procedure) -> int:
    """The version under which this office runs the SOP, or will when `run` next reads it."""
    url = read_settings().database
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        return 1
    try:
        kept = asyncio.run(_latest(url, procedure))
    except (SQLAlchemyError, OSError):
        return 1
    if kept is None:
        return 1
    version, same = kept
    return version if same == procedure else version + 1


async def _latest(url: str, procedure: Procedure) -> tuple[int, Procedure] | None:
    def look(connection: Connection) -> tuple[int, Procedure] | None:
        return ProcedureRepository(connection, ProcedureCache()).latest(procedure.id)

    engine = reading_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(look)
    finally:
        await engine.dispose()
