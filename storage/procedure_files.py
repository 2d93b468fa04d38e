"""Where SOP files are found: those that ship with the product, then the office's own folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from workflow.parsing import LARGEST


@dataclass(frozen=True, slots=True)
class ProcedureFile:
    """The text of one SOP file and the name to complain under."""

    name: str
    text: str


def shipped() -> Iterator[ProcedureFile]:
    """The SOPs of the package, by name."""
    folder = resources.files("workflow").joinpath("procedures")
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".yaml"):
            yield ProcedureFile(entry.name, entry.read_text(encoding="utf-8"))


def own(folder: Path) -> Iterator[ProcedureFile]:
    """The office's own SOPs; a folder that does not exist holds none."""
    for path in sorted(folder.glob("*.y*ml")):
        # A draft still holds questions of the import; it would stop the start.
        if not path.stem.endswith(".draft"):
            yield read(path)


def read(path: Path) -> ProcedureFile:
    """Read one file; what is not UTF-8 or far too large comes back so that parsing can say so."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    return ProcedureFile(path.name, content.decode("utf-8", errors="replace"))
