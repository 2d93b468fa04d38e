"""Half-filled forms: the only module that reads or writes their table."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.cases import DraftRow, HandedInRow
from workflow.errors import NotFound
from workflow.filling import Draft, DraftFile, FormEnding
from workflow.ids import CaseId, DraftId, ItemId, PersonId, ProcedureId, ServiceId, TaskId

_DRAFTS = select(*DraftRow.__table__.c)


class DraftRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, draft_id: DraftId) -> Draft:
        row = self._connection.execute(_DRAFTS.where(DraftRow.id == draft_id)).one_or_none()
        if row is None:
            raise NotFound(f"draft {draft_id}")
        return _draft(row)

    def find_open(self, person_id: PersonId) -> Draft | None:
        """The form this person touched last and has not handed in."""
        return self._newest(DraftRow.person_id == person_id)

    def find_begun(
        self, person_id: PersonId, procedure_id: ProcedureId, service: ServiceId | None
    ) -> Draft | None:
        """The request for this service that the person has begun and not handed in."""
        return self._newest(
            DraftRow.person_id == person_id,
            DraftRow.task_id.is_(None),
            DraftRow.procedure_id == procedure_id,
            DraftRow.service.is_(None) if service is None else DraftRow.service == service,
        )

    def find_for_task(self, task_id: TaskId, person_id: PersonId) -> Draft | None:
        return self._newest(DraftRow.task_id == task_id, DraftRow.person_id == person_id)

    def _newest(self, *whose: Any) -> Draft | None:
        found = (
            _DRAFTS.where(*whose, DraftRow.closed_at.is_(None))
            .order_by(DraftRow.changed_at.desc(), DraftRow.id.desc())
            .limit(1)
        )
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _draft(row)

    def add(self, draft: Draft) -> Draft:
        draft_id = self._connection.execute(
            insert(DraftRow)
            .values(
                person_id=draft.person_id,
                procedure_id=draft.procedure_id,
                procedure_version=draft.procedure_version,
                service=draft.service,
                case_id=draft.case_id,
                task_id=draft.task_id,
                started_at=draft.started_at,
                at_desk=draft.at_desk,
                **_filled(draft),
            )
            .returning(DraftRow.id)
        ).scalar_one()
        return self.get(DraftId(draft_id))

    def save(self, draft: Draft) -> None:
        self._connection.execute(
            update(DraftRow).where(DraftRow.id == draft.id).values(**_filled(draft))
        )

    def close(
        self,
        draft_id: DraftId,
        ending: FormEnding,
        *,
        at: datetime,
        case_id: CaseId | None = None,
    ) -> None:
        """Close a form, which then holds nothing any more; one that began a case remembers which.

        What was handed in is the case's now, and what was thrown away nobody's.
        """
        begun = {} if case_id is None else {"case_id": case_id}
        self._connection.execute(
            update(DraftRow)
            .where(DraftRow.id == draft_id)
            .values(closed_at=at, ending=ending.value, answers={}, files={}, **begun)
        )

    def handed_in_on(self, person_id: PersonId, day: date) -> int:
        """How many bytes of files a person has handed in on a day."""
        found = select(HandedInRow.bytes).where(
            HandedInRow.person_id == person_id, HandedInRow.day == day
        )
        return self._connection.execute(found).scalar_one_or_none() or 0

    def note_handed_in(self, person_id: PersonId, day: date, size: int) -> None:
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        self._connection.execute(
            dialect.insert(HandedInRow)
            .values(person_id=person_id, day=day, bytes=size)
            .on_conflict_do_update(
                index_elements=["day", "person_id"], set_={"bytes": HandedInRow.bytes + size}
            )
        )


def _filled(draft: Draft) -> dict[str, Any]:
    return {
        "asks": list(draft.asks),
        "answers": dict(draft.answers),
        "files": {item: [_file_out(one) for one in files] for item, files in draft.files.items()},
        "at": draft.at,
        "reviewing": draft.reviewing,
        "changed_at": draft.changed_at,
    }


def _file_out(file: DraftFile) -> dict[str, Any]:
    return {
        "digest": file.digest,
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "at": file.at.isoformat(),
        "signatures": file.signatures,
    }


def _file_in(kept: Mapping[str, Any]) -> DraftFile:
    return DraftFile(
        digest=kept["digest"],
        name=kept["name"],
        media_type=kept["media_type"],
        size=kept["size"],
        at=datetime.fromisoformat(kept["at"]),
        signatures=kept.get("signatures", ""),
    )


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=DraftId(row.id),
        person_id=PersonId(row.person_id),
        procedure_id=ProcedureId(row.procedure_id),
        procedure_version=row.procedure_version,
        service=None if row.service is None else ServiceId(row.service),
        case_id=None if row.case_id is None else CaseId(row.case_id),
        task_id=None if row.task_id is None else TaskId(row.task_id),
        asks=tuple(ItemId(one) for one in row.asks),
        answers=row.answers,
        files={item: tuple(_file_in(one) for one in files) for item, files in row.files.items()},
        at=row.at,
        reviewing=row.reviewing,
        started_at=row.started_at,
        changed_at=row.changed_at,
        closed=row.closed_at is not None,
        ending=None if row.ending is None else FormEnding(row.ending),
        at_desk=row.at_desk,
    )
