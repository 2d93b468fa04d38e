"""Files of one step that an officer goes through, to decide them together."""

from dataclasses import dataclass

from workflow.bulk import Bulk
from workflow.ids import OutcomeId, PersonId
from workflow.intents import Tell
from workflow.procedure import Way
from workflow.views.task import TaskView


@dataclass(frozen=True, slots=True, kw_only=True)
class WayShown:
    """A way that all that are ticked may go."""

    outcome: OutcomeId
    label: str
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A file that was not decided with the others, and why."""

    number: str
    why: Tell


@dataclass(frozen=True, slots=True, kw_only=True)
class FellowShown:
    """A colleague to whom all that are ticked may be given."""

    person_id: PersonId
    name: str
    count: int  # of the files that they have already


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkView:
    """What is looked at now, or what became of all of it; without *bulk*, nothing any more."""

    bulk: Bulk | None
    version: int = 0  # of the file looked at
    title: str = ""
    short: str = ""  # of the step
    file: TaskView | None = None
    ways: tuple[WayShown, ...] = ()
    chosen: WayShown | None = None  # for which words are asked
    words: tuple[str, ...] = ()
    refused: tuple[RefusedLine, ...] = ()
    fellows: tuple[FellowShown, ...] = ()
    to: str = ""  # the name of the colleague who is chosen
