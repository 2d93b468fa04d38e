"""Whether tables and indexes are there, and what rows refer to."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    Table,
    and_,
    exists,
    inspect,
    select,
    tuple_,
)

from storage.models.base import Base
from storage.models.cases import CaseRow, TaskRow
from workflow.flaws import Flaw, FlawKind

# What refers to a row without a foreign key: column, table referred to.
LOOSE: Sequence[tuple[Any, Any]] = (
    (CaseRow.__table__.c.corrects, CaseRow.__table__.c.id),
    (TaskRow.__table__.c.below, TaskRow.__table__.c.id),
)


def tables() -> Sequence[Table]:
    return Base.metadata.sorted_tables


def flaws_of_shape(connection: Connection) -> Iterator[Flaw]:
    """Tables and indexes that the code relies on and the database lacks."""
    looked = inspect(connection)
    here = set(looked.get_table_names())
    for table in tables():
        if table.name not in here:
            yield Flaw(FlawKind.TABLE_MISSING, {"table": table.name})
            continue
        found = {index["name"] for index in looked.get_indexes(table.name)}
        for name in sorted(str(index.name) for index in table.indexes):
            if name not in found:
                yield Flaw(FlawKind.INDEX_MISSING, {"table": table.name, "index": name})


def references(table: Table) -> list[tuple[ColumnElement[Any], ColumnElement[Any]]]:
    """Each column of a table that names a row, and the column that it names."""
    keys: list[ForeignKey] = sorted(table.foreign_keys, key=lambda key: key.parent.name)
    return [
        *((key.parent, key.column) for key in keys),
        *((mine, other) for mine, other in LOOSE if mine.table is table),
    ]


def page_of_orphans(
    connection: Connection, table: Table, after: Sequence[Any] | None, *, size: int
) -> tuple[list[Flaw], Sequence[Any] | None]:
    """Rows of a stretch of a table that name a row that is not there, and where the next begins."""
    key = list(table.primary_key.columns)
    behind = [] if after is None else [tuple_(*key) > tuple(after)]
    last = connection.execute(
        select(*key).where(*behind).order_by(*key).limit(1).offset(size - 1)
    ).first()
    upto = [] if last is None else [tuple_(*key) <= tuple(last)]
    flaws = [
        flaw
        for mine, other in references(table)
        for flaw in _orphans(connection, table, and_(True, *behind, *upto), mine, other)
    ]
    return flaws, None if last is None else tuple(last)


def _orphans(
    connection: Connection,
    table: Table,
    within: ColumnElement[bool],
    mine: ColumnElement[Any],
    other: ColumnElement[Any],
) -> Iterator[Flaw]:
    parent = other.table.alias("parent")
    named = exists().where(parent.c[other.key] == mine)
    key = list(table.primary_key.columns)
    found = select(*key, mine.label("named")).where(within, mine.is_not(None), ~named)
    for row in connection.execute(found):
        yield Flaw(
            FlawKind.ORPHAN,
            {
                "table": table.name,
                "row": "/".join(str(part) for part in row[:-1]),
                "column": str(mine.key),
                "named": str(row.named),
            },
        )
