"""What of the books can be put right without asking anybody: it follows from what else they say."""

from sqlalchemy import Connection, insert, select, update

from storage.checking.shape import tables
from storage.models.cases import CaseRow, CounterRow, TaskRow


def make_index(connection: Connection, table: str, name: str) -> None:
    """Make an index that is missing; raises IntegrityError where rows contradict it."""
    [found] = [
        index
        for one in tables()
        if one.name == table
        for index in one.indexes
        if index.name == name
    ]
    found.create(connection, checkfirst=True)


def mirror_case(connection: Connection, task_id: int) -> None:
    """Let a task repeat again what its case says."""
    its_case = CaseRow.id == TaskRow.case_id
    connection.execute(
        update(TaskRow)
        .where(TaskRow.id == task_id)
        .values(
            procedure_id=select(CaseRow.procedure_id).where(its_case).scalar_subquery(),
            at_desk=select(CaseRow.applicant_id.is_(None)).where(its_case).scalar_subquery(),
        )
    )


def raise_counter(connection: Connection, series: str, year: int, given: int) -> None:
    """The next number of a series comes after the last that was given."""
    here = CounterRow.series == series, CounterRow.year == year
    if connection.scalar(select(CounterRow.last).where(*here)) is None:
        connection.execute(insert(CounterRow).values(series=series, year=year, last=given))
    connection.execute(update(CounterRow).where(*here, CounterRow.last < given).values(last=given))
