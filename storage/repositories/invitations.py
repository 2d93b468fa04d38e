"""One-time links to a jabatan; of their secrets only the hash is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.models.people import InvitationRow
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.ids import JabatanId, PersonId
from workflow.people import Acting, Invitation

_INVITATIONS = InvitationRow.__table__


class InvitationRepository:
    """Links that were issued, spent, made void."""

    _connection: Connection

    def invite(
        self,
        *,
        secret_hash: str,
        jabatan: JabatanId | None,
        administrator: bool,
        name: str,
        nip: str,
        rank: str,
        acting: Acting,
        at: datetime,
        expires_at: datetime,
        begins_at: datetime | None = None,
        ends_at: datetime | None = None,
        sk: str = "",
        issued_by: PersonId | None = None,
    ) -> None:
        self._connection.execute(
            insert(InvitationRow).values(
                secret_hash=secret_hash,
                jabatan=jabatan,
                administrator=administrator,
                name=name,
                nip=nip,
                rank=rank,
                acting=acting.value,
                created_at=at,
                expires_at=expires_at,
                begins_at=begins_at,
                ends_at=ends_at,
                sk=sk,
                issued_by=issued_by,
            )
        )

    def find_invitation(self, secret_hash: str) -> Invitation | None:
        found = select(*_INVITATIONS.c).where(InvitationRow.secret_hash == secret_hash)
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _invitation(row)

    def open_invitations(self, *, at: datetime) -> Sequence[Invitation]:
        """Links that may still be used, the oldest first."""
        found = (
            select(*_INVITATIONS.c)
            .where(InvitationRow.spent_at.is_(None), InvitationRow.expires_at > at)
            .order_by(InvitationRow.id)
        )
        return [_invitation(row) for row in self._connection.execute(found)]

    def cancel_invitation(self, invitation_id: int, *, at: datetime) -> None:
        """A link that nobody has used is void from now on."""
        cancelled = self._connection.execute(
            update(InvitationRow)
            .where(
                InvitationRow.id == invitation_id,
                InvitationRow.spent_at.is_(None),
                InvitationRow.expires_at > at,
            )
            .values(expires_at=at)
            .returning(InvitationRow.id)
        )
        if cancelled.one_or_none() is None:
            raise NotFound(f"an open invitation {invitation_id}")

    def spend(self, invitation_id: int, *, by: PersonId, at: datetime) -> None:
        spent = self._connection.execute(
            update(InvitationRow)
            .where(InvitationRow.id == invitation_id, InvitationRow.spent_at.is_(None))
            .values(spent_at=at, spent_by=by)
            .returning(InvitationRow.id)
        )
        if spent.one_or_none() is None:
            raise ChangedMeanwhile(f"invitation {invitation_id}")


def _invitation(row: Any) -> Invitation:
    return Invitation(
        id=row.id,
        jabatan=None if row.jabatan is None else JabatanId(row.jabatan),
        administrator=row.administrator,
        name=row.name,
        nip=row.nip,
        rank=row.rank,
        acting=Acting(row.acting),
        expires_at=row.expires_at,
        spent_at=row.spent_at,
        begins_at=row.begins_at,
        ends_at=row.ends_at,
        sk=row.sk,
        issued_by=None if row.issued_by is None else PersonId(row.issued_by),
    )
