"""Cases with all that belongs to them, a page at a time, each page as of one moment."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from storage.models.cases import CaseRow, TaskRow
from storage.models.pauses import PauseRow
from storage.repositories.case_rows import CASES, TASKS, case_of, task_of
from storage.repositories.pauses import pause_of
from workflow.auditing import Audited
from workflow.case import CaseState
from workflow.flaws import Flaw, FlawKind
from workflow.side import TaskKind


@dataclass(frozen=True, slots=True)
class CasePage:
    """Some cases in order, what is wrong with their rows, and after which case the next begin."""

    cases: Sequence[Audited]
    flaws: Sequence[Flaw]
    numbers: Sequence[str]
    after: int | None


def count_of_cases(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(CaseRow)) or 0


def page_of_cases(
    connection: Connection, after: int, *, size: int, running: bool = False
) -> CasePage:
    """The next cases behind one, by their numbers in the books; of those that run alone."""
    which = [CaseRow.state == CaseState.OPEN.value] if running else []
    rows = connection.execute(
        CASES.where(CaseRow.id > after, *which).order_by(CaseRow.id).limit(size)
    ).mappings()
    found = rows.all()
    if not found:
        return CasePage((), (), (), None)
    until = found[-1]["id"]
    # Those that run lie far apart, with many between them that have ended.
    only = [row["id"] for row in found] if running else None
    tasks = _by_case(connection, TASKS, TaskRow, after, until, only)
    pauses = _by_case(connection, select(*PauseRow.__table__.c), PauseRow, after, until, only)
    cases: list[Audited] = []
    flaws: list[Flaw] = []
    for row in found:
        try:
            cases.append(_audited(row, tasks[row["id"]], pauses[row["id"]]))
        except (ValueError, TypeError, AttributeError):
            flaws.append(Flaw(FlawKind.ROW_UNREADABLE, {"number": row["number"]}))
            continue
        flaws += _mirrors(row, tasks[row["id"]])
    numbers = [row["number"] for row in found]
    return CasePage(cases, flaws, numbers, until if len(found) == size else None)


def ids_of_cases(connection: Connection) -> tuple[int, int]:
    """The first and the last number of a case in the books; 0 where there is none."""
    row = connection.execute(select(func.min(CaseRow.id), func.max(CaseRow.id))).one()
    return row[0] or 0, row[1] or 0


def _by_case(
    connection: Connection,
    found: Any,
    table: Any,
    after: int,
    until: int,
    only: Sequence[int] | None,
) -> dict[int, list[Any]]:
    """Rows of the cases behind one and up to another, or of some; by the index on the case."""
    within = found.where(table.case_id > after, table.case_id <= until)
    if only is not None:
        within = found.where(table.case_id.in_(only))
    by_case: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(within.order_by(table.case_id, table.id)).mappings():
        by_case[row["case_id"]].append(row)
    return by_case


def _audited(case: Any, tasks: Sequence[Any], pauses: Sequence[Any]) -> Audited:
    read = [task_of(row) for row in tasks]
    return Audited(
        case=case_of(case),
        main=[one for one in read if one.kind is TaskKind.MAIN],
        beside=[one for one in read if one.kind is not TaskKind.MAIN],
        pauses=[pause_of(row) for row in pauses],
    )


def _mirrors(case: Any, tasks: Sequence[Any]) -> Iterator[Flaw]:
    """What an open task repeats of its case, so that a desk is read from one index."""
    for task in tasks:
        if task["done_at"] is not None:
            continue
        of_case = case["procedure_id"], case["applicant_id"] is None
        if (task["procedure_id"], task["at_desk"]) != of_case:
            yield Flaw(FlawKind.MIRROR_WRONG, {"number": case["number"], "task": task["id"]})
