"""Attachments and papers of a case: the only module that reads or writes their tables."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.models.cases import AttachmentRow, PaperRow
from storage.prepared import Prepared
from workflow.case import Attachment, CasePaper, PaperState
from workflow.filling import DraftFile
from workflow.ids import CaseId, FileId, ItemId, PaperId, PersonId

_ATTACHMENTS = Prepared(
    select(*AttachmentRow.__table__.c)
    .where(AttachmentRow.case_id == bindparam("case_id"), AttachmentRow.replaced_at.is_(None))
    .order_by(AttachmentRow.id)
)
_PAPER = Prepared(
    select(*PaperRow.__table__.c)
    .where(PaperRow.case_id == bindparam("case_id"), PaperRow.kind == bindparam("kind"))
    .order_by(PaperRow.id.desc())
    .limit(1)
)


class PaperRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def attachments(self, case_id: CaseId) -> Sequence[Attachment]:
        """The files that count now, in the order in which they came."""
        rows = _ATTACHMENTS.all(self._connection, case_id=case_id)
        return [_attachment(row) for row in rows]

    def attach(
        self, case_id: CaseId, item: ItemId, files: Sequence[DraftFile], *, by: PersonId
    ) -> None:
        """Put files into a slot; what lay there before stays in the books as replaced."""
        here = [file for file in self.attachments(case_id) if file.item == item]
        kept = {file.digest for file in files}
        gone = [file.id for file in here if file.digest not in kept]
        if gone:
            replaced_at = max(file.at for file in files) if files else here[0].uploaded_at
            self._connection.execute(
                update(AttachmentRow)
                .where(AttachmentRow.id.in_(gone))
                .values(replaced_at=replaced_at)
            )
        known = {file.digest for file in here}
        for file in files:
            if file.digest not in known:
                self._connection.execute(
                    insert(AttachmentRow).values(
                        case_id=case_id,
                        item=item,
                        digest=file.digest,
                        name=file.name,
                        media_type=file.media_type,
                        size=file.size,
                        uploaded_by=by,
                        uploaded_at=file.at,
                        signatures=file.signatures,
                    )
                )

    def paper(self, case_id: CaseId, kind: PaperId) -> CasePaper | None:
        """The newest state of a letter."""
        row = _PAPER.first(self._connection, case_id=case_id, kind=kind)
        return None if row is None else _paper(row)

    def put_paper(self, paper: CasePaper) -> None:
        self._connection.execute(
            insert(PaperRow).values(
                case_id=paper.case_id,
                kind=paper.kind,
                state=paper.state.value,
                digest=paper.digest,
                number=paper.number,
                made_at=paper.made_at,
                released_at=paper.released_at,
                code=paper.code,
            )
        )

    def find_letter(self, code: str) -> CasePaper | None:
        """The letter that bears a code, as it was signed."""
        found = (
            select(*PaperRow.__table__.c)
            .where(PaperRow.code == code, PaperRow.code != "")
            .order_by(PaperRow.id)
            .limit(1)
        )
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _paper(row)

    def release_papers(self, case_id: CaseId, *, at: datetime) -> None:
        self._connection.execute(
            update(PaperRow)
            .where(PaperRow.case_id == case_id, PaperRow.state != PaperState.DRAFT.value)
            .values(released_at=at)
        )


def _attachment(row: Any) -> Attachment:
    return Attachment(
        id=FileId(row.id),
        item=ItemId(row.item),
        digest=row.digest,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        uploaded_by=PersonId(row.uploaded_by),
        uploaded_at=row.uploaded_at,
        replaced_at=row.replaced_at,
        signatures=row.signatures,
    )


def _paper(row: Any) -> CasePaper:
    return CasePaper(
        id=row.id,
        case_id=CaseId(row.case_id),
        kind=PaperId(row.kind),
        state=PaperState(row.state),
        digest=row.digest,
        number=row.number,
        made_at=row.made_at,
        released_at=row.released_at,
        code=row.code,
    )
