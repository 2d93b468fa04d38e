"""Before a request begins: who may begin it, and whether somebody means it."""

from dataclasses import dataclass

from workflow.desk import submitting
from workflow.errors import FormMovedOn, ServiceUnknown
from workflow.ids import ProcedureId, ServiceId
from workflow.intents import ShowBeginning
from workflow.people import Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.access import ensure_may_begin
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
