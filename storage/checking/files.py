"""Which files of the vault the books name, a 256th of them at a time: as the vault has folders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from storage.models.cases import AttachmentRow, CaseRow, PaperRow
from storage.reading import referred
from workflow.case import PaperState

PAGE = 500
_ABOVE_ALL = "g"  # behind every hexadecimal digit


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of a case: whose, and how many bytes were handed in; of a letter that is not noted."""

    number: str
    size: int | None


@dataclass(frozen=True, slots=True)
class SignedLetter:
    """A letter that bears a signature: of which case, which letter, its file."""

    id: int
    number: str
    paper: str
    digest: str
    sealed: bool


def named_in_folder(connection: Connection, folder: str) -> Mapping[str, NamedFile]:
    """The files that cases name and that lie in one folder, with a case that names each."""
    found: dict[str, NamedFile] = {}
    ends = _behind(folder)
    for row in connection.execute(
        select(AttachmentRow.digest, AttachmentRow.size, CaseRow.number)
        .join(CaseRow, CaseRow.id == AttachmentRow.case_id)
        .where(AttachmentRow.digest >= folder, AttachmentRow.digest < ends)
    ):
        found[row.digest] = NamedFile(row.number, row.size)
    for letter in connection.execute(
        select(PaperRow.digest, CaseRow.number)
        .join(CaseRow, CaseRow.id == PaperRow.case_id)
        .where(PaperRow.digest >= folder, PaperRow.digest < ends)
    ):
        found.setdefault(letter.digest, NamedFile(letter.number, None))
    return found


def _behind(folder: str) -> str:
    return f"{int(folder, 16) + 1:02x}" if folder != "ff" else _ABOVE_ALL


def misnamed(connection: Connection) -> Iterator[str]:
    """Digests in the books that are none: no folder would ever be asked for them."""
    for table in (AttachmentRow, PaperRow):
        outside = (func.length(table.digest) != 64) | (table.digest >= _ABOVE_ALL)
        rows = connection.execute(
            select(CaseRow.number)
            .join(table, CaseRow.id == table.case_id)
            .where(outside)
            .distinct()
        )
        yield from rows.scalars()


def held_by_forms(connection: Connection) -> frozenset[str]:
    """Files of forms that are open now."""
    held: set[str] = set()
    after: int | None = 0
    while after is not None:
        found = referred.of_forms(connection, after=after)
        held |= found.digests
        after = found.after
    return frozenset(held)


def still_named(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Those that the books name now: in a case, or in an open form."""
    found = set(held_by_forms(connection) & frozenset(digests))
    for at in range(0, len(digests), PAGE):
        found |= referred.of_cases(connection, digests[at : at + PAGE]).keys()
    return frozenset(found)


def count_of_signed(connection: Connection) -> int:
    found = select(func.count()).select_from(PaperRow).where(_SIGNED)
    return connection.scalar(found) or 0


_SIGNED = PaperRow.state.in_((PaperState.SIGNED.value, PaperState.SEALED.value))


def page_of_signed(connection: Connection, after: int) -> Sequence[SignedLetter]:
    """The next letters that bear a signature, in the order of their making."""
    rows = connection.execute(
        select(PaperRow.id, CaseRow.number, PaperRow.kind, PaperRow.digest, PaperRow.state)
        .join(CaseRow, CaseRow.id == PaperRow.case_id)
        .where(PaperRow.id > after, _SIGNED)
        .order_by(PaperRow.id)
        .limit(PAGE)
    )
    return [
        SignedLetter(row.id, row.number, row.kind, row.digest, row.state == PaperState.SEALED.value)
        for row in rows
    ]
