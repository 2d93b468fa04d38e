"""`disposisi sop import`: from an office's paper table to SOP files, with questions."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.reporting import fail, tell, tell_json
from bot.tables.files import read_lines
from workflow.errors import ProcedureError
from workflow.importing.drafting import ProcedureDraft, drafts
from workflow.parsing import parse_procedure

Table = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, help="XLSX, CSV, or text pasted with tabs."),
]
Out = Annotated[Path, typer.Option("--out", help="Folder for the SOP files; made if needed.")]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there already.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def import_sop(file: Table, out: Out, force: Force = False, json: Json = False) -> None:
    """Read an SOP's official table and write one SOP file for each SOP in it.

    What the table does not say stands in the file as a question, and is listed. What was
    concluded from its words stands beside it, in ID.catatan.txt. A file that cannot run
    before its questions are answered is called ID.draft.yaml.
    """
    try:
        made = drafts(read_lines(file), source=file.name)
    except ProcedureError as error:
        fail(str(error))
    faults = {draft.id: _faults(draft) for draft in made}
    names = {one.id: f"{one.id}.draft.yaml" if faults[one.id] else f"{one.id}.yaml" for one in made}
    texts = {names[draft.id]: draft.text for draft in made}
    texts |= {f"{draft.id}.catatan.txt": _concluded(draft) for draft in made}
    _write(out, texts, force=force)
    told = [_told(draft, out / names[draft.id], faults[draft.id]) for draft in made]
    if json:
        tell_json(told)
        return
    for one in told:
        _tell(one)


def _concluded(draft: ProcedureDraft) -> str:
    """What the import concluded from words, for whoever looks it over; no part of the SOP."""
    return "\n".join((f"Disimpulkan, bukan tertulis: {draft.title}", "", *draft.concluded, ""))


def _faults(draft: ProcedureDraft) -> list[str]:
    """Why a draft cannot run yet; nothing when it could."""
    try:
        parse_procedure(draft.text, source=draft.id)
    except ProcedureError as error:
        return [line.strip() for line in str(error).splitlines()[1:]]
    return []


def _told(draft: ProcedureDraft, path: Path, faults: list[str]) -> dict[str, Any]:
    return {
        "file": str(path),
        "id": draft.id,
        "title": draft.title,
        "steps": draft.steps,
        "draft": bool(faults),
        "faults": faults,
        "concluded": list(draft.concluded),
        "questions": [
            {
                "row": one.row,
                "about": one.about.value,
                "place": one.place,
                "question": one.words,
                "said": str(one),
            }
            for one in draft.doubts
        ],
    }


def _tell(one: dict[str, Any]) -> None:
    questions = one["questions"]
    counted = f"{len(questions)} question{'' if len(questions) == 1 else 's'}"
    tell(f"{one['file']}: {one['title']}, {one['steps']} steps, {counted}")
    for asked in questions:
        place = f" ({asked['place']})" if asked["place"] else ""
        tell(f"  PERTANYAAN {asked['said']}{place}")
    beside = Path(one["file"]).with_name(f"{one['id']}.catatan.txt")
    tell(f"  {len(one['concluded'])} things were concluded and not read: {beside}")
    if one["draft"]:
        tell("  It is a draft, which cannot run before these are mended:")
        for fault in one["faults"]:
            tell(f"    {fault}")


def _write(folder: Path, texts: Mapping[str, str], *, force: bool) -> None:
    """Write all files or none; each takes its place whole."""
    taken = sorted(name for name in texts if (folder / name).exists())
    if taken and not force:
        fail(f"{folder} holds {', '.join(taken)} already; choose another --out, or give --force.")
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            waiting[folder / name] = _aside(folder, text)
        for path, aside in waiting.items():
            aside.replace(path)
            made += [] if path.name in taken else [path]
    except OSError as error:
        for path in (*made, *waiting.values()):
            path.unlink(missing_ok=True)
        fail(f"{folder} cannot be written to: {error.strerror}. Nothing was imported.")


def _aside(folder: Path, text: str) -> Path:
    """A finished file under a passing name in the same folder."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".import-")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o644)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path
