"""Whether every version of every SOP is the text that was kept, and can be read."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from storage.models.cases import CaseRow
from storage.models.post import ProcedureRow
from workflow.errors import ProcedureError
from workflow.flaws import Flaw, FlawKind
from workflow.kept import read_kept


def count_of_sops(connection: Connection) -> int:
    """How many versions there are, of all SOPs together."""
    return connection.scalar(select(func.count()).select_from(ProcedureRow)) or 0


def flaws_of_sops(connection: Connection) -> Iterator[Flaw]:
    """One version after another: there are dozens, of some kilobytes each."""
    columns = ProcedureRow.procedure_id, ProcedureRow.version
    keys = connection.execute(select(*columns).order_by(*columns)).all()
    for name, version in keys:
        row = connection.execute(
            select(ProcedureRow.text, ProcedureRow.digest).where(
                ProcedureRow.procedure_id == name, ProcedureRow.version == version
            )
        ).one()
        facts: dict[str, str | int] = {"sop": name, "version": version}
        if hashlib.sha256(row.text.encode()).hexdigest() != row.digest:
            yield Flaw(FlawKind.SOP_CHANGED, facts)
        try:
            read_kept(row.text, source=f"{name}.yaml")
        except ProcedureError:
            yield Flaw(FlawKind.SOP_UNREADABLE, facts)
    yield from _missing(connection, {(name, version) for name, version in keys})


def _missing(connection: Connection, kept: set[tuple[str, int]]) -> Iterator[Flaw]:
    columns = CaseRow.procedure_id, CaseRow.procedure_version
    used = connection.execute(select(*columns).group_by(*columns).order_by(*columns))
    for name, version in used:
        if (name, version) not in kept:
            yield Flaw(FlawKind.SOP_MISSING, {"sop": name, "version": version})
