"""The file that is looked at while many are gone through, and what became of them."""

from datetime import datetime
from typing import Any

from storage.reading.dossiers import Dossiers
from storage.reading.tasks import task_view
from storage.unit_of_work import SqlUnitOfWork
from workflow.bulk import Bulk, read_bulk
from workflow.ids import OutcomeId, PersonId
from workflow.intent_text import decode
from workflow.intents import Tell
from workflow.procedure import Outcome
from workflow.queries.people import called
from workflow.queries.together import fellows, together, words_of
from workflow.screen_names import ScreenName
from workflow.views.bulk import BulkView, FellowShown, RefusedLine, WayShown
from workflow.views.task import TaskView


def bulk_view(
    work: SqlUnitOfWork, person_id: PersonId, *, now: datetime, dossiers: Dossiers | None = None
) -> BulkView:
    """As it stands with this person's screen."""
    bulk = read_bulk(work.cards.mode(ScreenName.BULK, person_id).note)
    if bulk is None:
        return BulkView(bulk=None)
    procedure = work.procedures.get(bulk.procedure_id, bulk.version)
    step = procedure.step(bulk.step)
    ways = together(procedure, step)
    chosen = ways.get(bulk.outcome)
    return BulkView(
        bulk=bulk,
        title=procedure.title,
        short=step.short,
        ways=tuple(_way(name, one) for name, one in ways.items()),
        chosen=None if chosen is None else _way(bulk.outcome, chosen),
        words=() if chosen is None else tuple(words_of(step, chosen)),
        refused=_refused(bulk),
        fellows=_fellows(work, person_id, bulk),
        to="" if bulk.to is None else called(work, bulk.to, at=now),
        **_looked_at(work, bulk, person_id, now, dossiers),
    )


def _looked_at(
    work: SqlUnitOfWork,
    bulk: Bulk,
    person_id: PersonId,
    now: datetime,
    dossiers: Dossiers | None,
) -> dict[str, Any]:
    if bulk.current is None or bulk.running:
        return {}
    view = task_view(work, bulk.current, person_id, now=now, dossiers=dossiers)
    version = work.cases.task(bulk.current).version
    return {"file": view if isinstance(view, TaskView) else None, "version": version}


def _fellows(work: SqlUnitOfWork, person_id: PersonId, bulk: Bulk) -> tuple[FellowShown, ...]:
    """Asked once all were looked at, and no more when they are on their way."""
    if bulk.current is not None or bulk.running:
        return ()
    found = fellows(work, person_id, bulk)
    load = work.cases.load_of([one.person_id for one in found])
    return tuple(
        FellowShown(person_id=one.person_id, name=one.name, count=load.get(one.person_id, 0))
        for one in found
    )


def _way(name: OutcomeId, outcome: Outcome) -> WayShown:
    return WayShown(outcome=name, label=outcome.label, way=outcome.way)


def _refused(bulk: Bulk) -> tuple[RefusedLine, ...]:
    told = [(one.number, decode(Tell.__name__, one.why)) for one in bulk.refused]
    return tuple(
        RefusedLine(number=number, why=why) for number, why in told if isinstance(why, Tell)
    )
