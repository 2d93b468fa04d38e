"""The auditor, whom the office file names: looks at everything, and does nothing."""

from dataclasses import dataclass

from workflow.desk.writing import drop_pending_reason
from workflow.officer_intents import ShowLog
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_audits


@dataclass(frozen=True, slots=True)
class AuditorDesk:
    """Files are found by /cari, and open as their kartu kendali; the log is here."""

    work: UnitOfWork
    me: Person

    def log(self, page: int, *, fresh: bool) -> None:
        """What was done beside deciding in the whole house, and who saw numbers of persons."""
        ensure_audits(self.work, self.me.id)
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowLog(page=page, fresh=fresh))
