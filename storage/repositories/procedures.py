"""SOPs in all their versions: the only module that reads or writes their table."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from storage.models.cases import CaseRow
from storage.models.post import ProcedureRow
from workflow.case import Case, CaseState, Task
from workflow.errors import NotFound, ProcedureError, SopSetAside
from workflow.ids import JabatanId, LaneId, ProcedureId
from workflow.kept import read_kept
from workflow.listening import watchers
from workflow.office import Office
from workflow.procedure import Procedure


@dataclass(slots=True)
class ProcedureCache:
    """SOPs parsed so far, those that new cases begin on, and those that cases run on.

    All of it stays while a process runs: a case begins on an SOP that is offered.
    """

    parsed: dict[tuple[ProcedureId, int], Procedure] = field(default_factory=dict)
    # Versions whose text cannot be read, and why.
    set_aside: dict[tuple[ProcedureId, int], str] = field(default_factory=dict)
    offered: tuple[tuple[int, Procedure], ...] | None = None
    in_use: tuple[tuple[int, Procedure], ...] | None = None
    # Which lanes of those in use go with a set of jabatan; the office file stays as well.
    lanes: dict[frozenset[JabatanId], frozenset[tuple[ProcedureId, LaneId]]] = field(
        default_factory=dict
    )
    watched: dict[frozenset[JabatanId], frozenset[tuple[ProcedureId, LaneId]]] = field(
        default_factory=dict
    )
    # Of every SOP that was ever kept, the newest version that can be read.
    ever: tuple[Procedure, ...] | None = None
    open_to: dict[frozenset[JabatanId], frozenset[ProcedureId]] = field(default_factory=dict)

    def forget_use(self) -> None:
        """What is offered has changed."""
        self.offered = self.in_use = self.ever = None
        self.lanes.clear()
        self.watched.clear()
        self.open_to.clear()


class ProcedureRepository:
    """Versions never change once they are kept, so each is parsed once and shared."""

    def __init__(self, connection: Connection, procedure_cache: ProcedureCache) -> None:
        self._connection = connection
        self._procedure_cache = procedure_cache

    def get(self, procedure_id: ProcedureId, version: int) -> Procedure:
        """One version; raises NotFound, or SopSetAside where its text cannot be read any more."""
        found = self.find(procedure_id, version)
        if found is None:
            raise SopSetAside(procedure=procedure_id, version=version)
        return found

    def find(self, procedure_id: ProcedureId, version: int) -> Procedure | None:
        """One version, or nothing where its text cannot be read any more; raises NotFound."""
        key = (procedure_id, version)
        if key not in self._procedure_cache.parsed:
            if key in self._procedure_cache.set_aside:
                return None
            try:
                self._procedure_cache.parsed[key] = read_kept(
                    self._text(*key), source=f"{procedure_id}.yaml"
                )
            except ProcedureError as error:
                self._procedure_cache.set_aside[key] = str(error)
                return None
        return self._procedure_cache.parsed[key]

    def _text(self, procedure_id: ProcedureId, version: int) -> str:
        found = select(ProcedureRow.text).where(
            ProcedureRow.procedure_id == procedure_id, ProcedureRow.version == version
        )
        text = self._connection.execute(found).scalar_one_or_none()
        if text is None:
            raise NotFound(f"procedure {procedure_id}, version {version}")
        return str(text)

    def readable(self, files: Iterable[tuple[Task, Case]]) -> list[tuple[Task, Case]]:
        """Those of some files whose SOP can be read; one that cannot holds up no other."""
        return [
            (task, case)
            for task, case in files
            if self.find(case.procedure_id, case.procedure_version) is not None
        ]

    def set_aside(self) -> Sequence[tuple[ProcedureId, int, str]]:
        """Those versions that cannot be read, of all that open cases run on, and why not."""
        keys = [key for key in self._keys_in_use() if self.find(*key) is None]
        return [(*key, self._procedure_cache.set_aside[key]) for key in keys]

    def every_set_aside(self) -> list[tuple[ProcedureId, int, str]]:
        """Those versions that cannot be read, of all that were ever kept, and why not."""
        keys = self._connection.execute(
            select(ProcedureRow.procedure_id, ProcedureRow.version).order_by(
                ProcedureRow.procedure_id, ProcedureRow.version
            )
        ).all()
        found = [(ProcedureId(row.procedure_id), int(row.version)) for row in keys]
        unread = [key for key in found if self.find(*key) is None]
        return [(*key, self._procedure_cache.set_aside[key]) for key in unread]

    def latest(self, procedure_id: ProcedureId) -> tuple[int, Procedure] | None:
        """The version that new cases begin on; none when the SOP is not offered."""
        return next((one for one in self.offered() if one[1].id == procedure_id), None)

    def offered(self) -> Sequence[tuple[int, Procedure]]:
        """The newest version of every SOP whose file is there; read once in a process."""
        if self._procedure_cache.offered is None:
            self._procedure_cache.offered = tuple(self._read_offered())
        return self._procedure_cache.offered

    def in_use(self) -> Sequence[Procedure]:
        """What new cases begin on, and every version that an open case still runs on."""
        return [procedure for _, procedure in self.versions_in_use()]

    def versions_in_use(self) -> Sequence[tuple[int, Procedure]]:
        """The same, each with its version."""
        if self._procedure_cache.in_use is None:
            found = [(key[1], self.find(*key)) for key in self._keys_in_use()]
            self._procedure_cache.in_use = tuple(
                (key, one) for key, one in found if one is not None
            )
        return self._procedure_cache.in_use

    def readable_versions(self, procedure_id: ProcedureId) -> frozenset[int] | None:
        """Which versions in use can be read; nothing where all of them can."""
        in_use = self.versions_in_use()
        if all(one != procedure_id for one, _ in self._procedure_cache.set_aside):
            return None
        return frozenset(version for version, one in in_use if one.id == procedure_id)

    def _keys_in_use(self) -> list[tuple[ProcedureId, int]]:
        offered = {(procedure.id, version) for version, procedure in self.offered()}
        return sorted(self.running() | offered)

    def running(self) -> set[tuple[ProcedureId, int]]:
        """Which versions of which SOPs open cases run on."""
        running = (
            select(CaseRow.procedure_id, CaseRow.procedure_version)
            .where(CaseRow.state == CaseState.OPEN.value)
            .distinct()
        )
        rows = self._connection.execute(running).all()
        return {(ProcedureId(row.procedure_id), row.procedure_version) for row in rows}

    def lanes_of(
        self, jabatan: frozenset[JabatanId], office: Office
    ) -> frozenset[tuple[ProcedureId, LaneId]]:
        """The office's lanes, in all SOPs in use, in which one of these jabatan sits."""
        if jabatan not in self._procedure_cache.lanes:
            self._procedure_cache.lanes[jabatan] = frozenset(
                (procedure.id, lane)
                for procedure in self.in_use()
                for lane, column in procedure.lanes.items()
                if not column.applicant and office.holder_of(procedure.id, lane) in jabatan
            )
        return self._procedure_cache.lanes[jabatan]

    def lanes_watched_by(
        self, jabatan: frozenset[JabatanId], office: Office
    ) -> frozenset[tuple[ProcedureId, LaneId]]:
        """The lanes, in all SOPs in use, of whose delays one of these jabatan may hear.

        Lanes of applicants are among them: what waits there is seen by whoever sent it back.
        """
        if jabatan not in self._procedure_cache.watched:
            self._procedure_cache.watched[jabatan] = frozenset(
                (procedure.id, lane)
                for procedure in self.in_use()
                for lane in procedure.lanes
                if not jabatan.isdisjoint(watchers(office, procedure, lane))
            )
        return self._procedure_cache.watched[jabatan]

    def ever(self) -> Sequence[Procedure]:
        """Every SOP that cases of these books may run on or have run on, in its newest version."""
        if self._procedure_cache.ever is None:
            newest = select(ProcedureRow.procedure_id, ProcedureRow.version).order_by(
                ProcedureRow.procedure_id, ProcedureRow.version
            )
            keys = {row.procedure_id: row.version for row in self._connection.execute(newest)}
            found = (self.find(ProcedureId(key), version) for key, version in keys.items())
            self._procedure_cache.ever = tuple(one for one in found if one is not None)
        return self._procedure_cache.ever

    def open_to(self, jabatan: frozenset[JabatanId], office: Office) -> frozenset[ProcedureId]:
        """SOPs of whose cases one of these jabatan may know each: it sits in one, or above one,
        or looks at all of them.

        Where to look, and no right: that is asked for every case.
        """
        if jabatan not in self._procedure_cache.open_to:
            self._procedure_cache.open_to[jabatan] = frozenset(
                ProcedureId(one.id)
                for one in (*self.ever(), *self.in_use())
                if office.auditor in jabatan or not jabatan.isdisjoint(_posts_of(one, office))
            )
        return self._procedure_cache.open_to[jabatan]

    def read_by(self, jabatan: frozenset[JabatanId], office: Office) -> frozenset[ProcedureId]:
        """SOPs of whose cases one of these jabatan reads each: it sits there, and not by grant."""
        return frozenset(
            ProcedureId(one.id)
            for one in (*self.ever(), *self.in_use())
            for lane, column in one.lanes.items()
            if not (column.applicant or column.team or one.is_by_grant(lane))
            and office.holder_of(one.id, lane) in jabatan
        )

    def _read_offered(self) -> list[tuple[int, Procedure]]:
        found = (
            select(ProcedureRow.procedure_id, func.max(ProcedureRow.version).label("version"))
            .where(ProcedureRow.offered)
            .group_by(ProcedureRow.procedure_id)
            .order_by(ProcedureRow.procedure_id)
        )
        rows = self._connection.execute(found).all()
        read = [(row.version, self.find(row.procedure_id, row.version)) for row in rows]
        return [(version, found) for version, found in read if found is not None]

    def named_since(self, procedure_id: ProcedureId, day: str) -> datetime:
        """When the SOP first named a day to begin on: a day that is new begins nothing before."""
        found = (
            select(ProcedureRow.version, ProcedureRow.read_at)
            .where(ProcedureRow.procedure_id == procedure_id)
            .order_by(ProcedureRow.version)
        )
        for row in self._connection.execute(found).all():
            version = self.find(procedure_id, row.version)
            if version is not None and day in version.begins_on:
                first: datetime = row.read_at
                return first
        raise NotFound(f"procedure {procedure_id} that begins on {day}")

    def keep(self, procedure: Procedure, text: str, *, at: datetime) -> int:
        """Keep a file's text; a changed text becomes a new version. Returns the version."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        found = (
            select(ProcedureRow.version, ProcedureRow.digest)
            .where(ProcedureRow.procedure_id == procedure.id)
            .order_by(ProcedureRow.version.desc())
            .limit(1)
        )
        newest = self._connection.execute(found).one_or_none()
        if newest is not None and newest.digest == digest:
            self._procedure_cache.parsed[procedure.id, newest.version] = procedure
            return int(newest.version)
        version = 1 if newest is None else int(newest.version) + 1
        self._procedure_cache.parsed[procedure.id, version] = procedure
        self._procedure_cache.forget_use()
        self._connection.execute(
            insert(ProcedureRow).values(
                procedure_id=procedure.id,
                version=version,
                digest=digest,
                text=text,
                offered=True,
                read_at=at,
            )
        )
        return version

    def offer_only(self, procedure_ids: Sequence[ProcedureId]) -> None:
        """New cases begin only on SOPs whose file is still there."""
        self._procedure_cache.forget_use()
        self._connection.execute(
            update(ProcedureRow).values(offered=ProcedureRow.procedure_id.in_(procedure_ids))
        )


def _posts_of(procedure: Procedure, office: Office) -> Iterable[JabatanId]:
    """Every jabatan that sits in an SOP, and all that hear of delays in it."""
    for lane, column in procedure.lanes.items():
        yield from watchers(office, procedure, lane)
        if not column.applicant and not column.team:
            yield office.holder_of(procedure.id, lane)
