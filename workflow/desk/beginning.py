"""Before a request begins: who may begin it, and whether somebody means it."""

from dataclasses import dataclass

from workflow.desk import submitting
from workflow.errors import FormMovedOn, NotForYou, ServiceUnknown
from workflow.ids import LaneId, ProcedureId, ServiceId
from workflow.intents import ShowBeginning
from workflow.people import Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class BeginningDesk:
    """Where an SOP without a form begins: asked once more, for it opens a file at once."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes

    def ask(self, procedure_id: ProcedureId, service: ServiceId | None) -> None:
        """Say what will begin, and wait for the press that is sure."""
        asked = Mode(face=Face.BEGIN, outcome=procedure_id, note=service or "")
        self.work.cards.turn(ScreenName.BEGINNING, self.me.id, asked)
        self.work.tell(self.me.id, ShowBeginning(procedure_id=procedure_id))

    def surely(self, procedure_id: ProcedureId) -> None:
        """Begin what was asked about; a second press finds that it has begun."""
        service = self._asked(procedure_id)
        version, procedure = offered(self.work, procedure_id)
        ensure_may_begin(self.work, self.me, procedure, service)
        case = submitting.begin_without_form(self.work, self.random_bytes, version, procedure)
        self._close(procedure_id, said="begun", number=case.number)

    def drop(self, procedure_id: ProcedureId) -> None:
        """Think better of it."""
        self._asked(procedure_id)
        self._close(procedure_id, said="dropped")

    def _asked(self, procedure_id: ProcedureId) -> ServiceId | None:
        mode = self.work.cards.mode(ScreenName.BEGINNING, self.me.id)
        if mode.face is not Face.BEGIN or mode.outcome != procedure_id:
            raise FormMovedOn
        return ServiceId(mode.note) if mode.note else None

    def _close(self, procedure_id: ProcedureId, *, said: str, number: str = "") -> None:
        self.work.cards.turn(ScreenName.BEGINNING, self.me.id, Mode())
        self.work.tell(
            self.me.id,
            ShowBeginning(procedure_id=procedure_id, said=said, number=number, fresh=False),
        )


def offered(work: UnitOfWork, procedure_id: ProcedureId) -> tuple[int, Procedure]:
    """The version of an SOP that is offered today; raises ServiceUnknown."""
    found = work.procedures.latest(procedure_id)
    if found is None:
        raise ServiceUnknown
    return found


def ensure_may_begin(
    work: UnitOfWork, me: Person, procedure: Procedure, service: ServiceId | None
) -> None:
    """Raise the refusal that fits whoever may not begin this."""
    if (procedure.services or service) and service not in procedure.services:
        raise ServiceUnknown
    if procedure.started_by_applicant:
        return
    if not holds(work, me, procedure, procedure.first.lane):
        raise NotForYou


def holds(work: UnitOfWork, me: Person, procedure: Procedure, lane: LaneId | None) -> bool:
    """Whether somebody holds the jabatan that sits in a lane."""
    if lane is None:
        return False
    jabatan = work.office.holder_of(procedure.id, lane)
    return any(one.jabatan == jabatan for one in work.people.appointments_of(me.id, at=work.now))
