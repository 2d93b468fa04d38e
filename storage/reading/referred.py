"""Which files of the vault somebody refers to: cases, letters, and forms still open."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.models.cases import AttachmentRow, CaseRow, DraftRow, PaperRow

BATCH = 200


def of_cases(connection: Connection, digests: Collection[str]) -> Mapping[str, str]:
    """Those files that a case holds or held, or that are its letters; with its number."""
    found: dict[str, str] = {}
    for table in (AttachmentRow, PaperRow):
        rows = connection.execute(
            select(table.digest, CaseRow.number)
            .join(CaseRow, CaseRow.id == table.case_id)
            .where(table.digest.in_(digests))
        )
        found.update((row.digest, row.number) for row in rows)
    return found


@dataclass(frozen=True, slots=True)
class InForms:
    """Files of so many open forms, and after which form the next batch begins, if there is one."""

    digests: frozenset[str]
    after: int | None


def of_forms(connection: Connection, *, after: int) -> InForms:
    """The files that open forms hold; a form has few, and a closed one none."""
    rows = connection.execute(
        select(DraftRow.id, DraftRow.files)
        .where(DraftRow.id > after, DraftRow.closed_at.is_(None))
        .order_by(DraftRow.id)
        .limit(BATCH)
    ).all()
    held = (file["digest"] for row in rows for files in row.files.values() for file in files)
    return InForms(frozenset(held), rows[-1].id if len(rows) == BATCH else None)


def each_of_cases(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every file that a case holds, with its number; reads the whole books, for `doctor`."""
    for table in (AttachmentRow, PaperRow):
        rows = connection.execution_options(yield_per=1000).execute(
            select(table.digest, CaseRow.number).join(CaseRow, CaseRow.id == table.case_id)
        )
        for row in rows:
            yield row.digest, row.number
