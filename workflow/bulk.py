"""Deciding many files of one step together: which were looked at and ticked so far. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from workflow.ids import OutcomeId, PersonId, ProcedureId, StepId, TaskId
from workflow.shown import digest_of

# So many files are gone through at a time; more begin anew behind them.
MOST = 300
_NONE = OutcomeId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that could not be decided with the others: its number, and the refusal as kept."""

    number: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Files of one step that somebody goes through; kept as text with the screen."""

    began: str  # tells one going through from another: the moment, as text
    procedure_id: ProcedureId
    version: int
    step: StepId
    tasks: tuple[TaskId, ...]
    at: int = 0  # which of them is looked at; all of them were, where it is their number
    # Those that were looked at and ticked, each with the version that was seen.
    ticked: Mapping[TaskId, int] = field(default_factory=dict)
    outcome: OutcomeId = _NONE  # for which words are asked
    giving: bool = False  # to a colleague: whom is asked, and of whom is chosen for which word
    to: PersonId | None = None
    running: bool = False
    done: int = 0
    refused: tuple[RefusedFile, ...] = ()

    @property
    def current(self) -> TaskId | None:
        """The file that is looked at; nothing behind the last."""
        return self.tasks[self.at] if self.at < len(self.tasks) else None

    @property
    def left(self) -> int:
        """How many of those ticked are still to be decided."""
        return len(self.ticked) - self.done - len(self.refused) if self.running else 0

    @property
    def digest(self) -> str:
        """Which files are ticked, as a button carries it."""
        return digest_of(" ".join(f"{one}:{seen}" for one, seen in sorted(self.ticked.items())))

    def undecided(self, *, at: int) -> "Bulk":
        """At one of the files, or behind the last, with nothing chosen for those ticked."""
        return replace(self, at=at, outcome=_NONE, giving=False, to=None)

    def tick(self, task_id: TaskId, seen: int) -> "Bulk":
        return replace(self, ticked={**self.ticked, task_id: seen}, at=self.at + 1)

    def leave_out(self, task_id: TaskId) -> "Bulk":
        ticked = {one: seen for one, seen in self.ticked.items() if one != task_id}
        return replace(self, ticked=ticked, at=self.at + 1)

    def without(self, task_id: TaskId) -> "Bulk":
        """A file that is no longer this person's to decide falls out of the going through."""
        tasks = tuple(one for one in self.tasks if one != task_id)
        return replace(self, tasks=tasks)

    def kept(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


def read_bulk(text: str) -> Bulk | None:
    """The inverse of `Bulk.kept`; nothing where nobody goes through anything."""
    if not text:
        return None
    said: dict[str, Any] = json.loads(text)
    said["tasks"] = tuple(TaskId(one) for one in said["tasks"])
    said["ticked"] = {TaskId(int(one)): seen for one, seen in said["ticked"].items()}
    said["refused"] = tuple(RefusedFile(**one) for one in said["refused"])
    return Bulk(**said)
