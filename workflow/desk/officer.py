"""What an officer looks at: the own queue, a file's card, and what the case holds."""

from dataclasses import dataclass

from workflow import engine, rights
from workflow.desk.cards import refresh, turn
from workflow.desk.choosing import ChoosingDesk
from workflow.desk.collecting import CollectingDesk
from workflow.desk.deciding import DecidingDesk
from workflow.desk.handing import receive
from workflow.desk.on_desk import ensure_disclosed, task_on_desk
from workflow.desk.writing import drop_pending_reason, stop_writing
from workflow.errors import NothingDisposed
from workflow.ids import CaseId, OutcomeId, TaskId
from workflow.in_force import disposisi_of
from workflow.intents import (
    SendAttachment,
    SendPaper,
    ShowGiving,
    ShowKartuKendali,
    ShowQueue,
    ShowTask,
    ShowWelcome,
    TellNumbers,
)
from workflow.officer_intents import ShowToday
from workflow.papers import PaperKind
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_may_read_kartu, ensure_officer
from workflow.queries.drafting import letters_begun
from workflow.queries.granting import granters
from workflow.queries.holders import able
from workflow.queries.on_desk import TaskOnDesk
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class OfficerDesk:
    """The officer's counter: every right is checked here, on every action."""

    work: UnitOfWork
    me: Person

    def queue(self, page: int, *, fresh: bool) -> None:
        """Own work by due time."""
        ensure_officer(self.work, self.me.id)
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowQueue(page=page, fresh=fresh))

    def today(self, page: int, *, fresh: bool) -> None:
        """What one has decided today."""
        ensure_officer(self.work, self.me.id)
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowToday(page=page, fresh=fresh))

    def acting(self, task_id: TaskId) -> DecidingDesk:
        """A file in the hands of whoever may decide it; raises the refusal that fits others."""
        self._turn_to(task_id)
        on_desk = self._on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        return DecidingDesk(self.work, self.me, on_desk)

    def collecting(self, task_id: TaskId) -> CollectingDesk:
        """The same, where an answer is handed over."""
        return CollectingDesk(self.acting(task_id))

    def written(self, task_id: TaskId, outcome: OutcomeId, text: str) -> None:
        """Words for the card that asks for some: a reason, an instruction, who came."""
        acting = self.acting(task_id)
        if acting.mode.face is Face.COLLECT:
            CollectingDesk(acting).named(outcome, text)
        else:
            acting.written(outcome, text)

    def choosing(self, task_id: TaskId) -> ChoosingDesk:
        """The same, where what decides is whom somebody names."""
        return ChoosingDesk(self.acting(task_id))

    def open(self, task_id: TaskId) -> None:
        """Open a card from the list: that is receiving the file."""
        self._turn_to(task_id)
        on_desk = self._on_desk(task_id)
        if self._is_to_name(on_desk):
            self.work.tell(self.me.id, ShowGiving(task_id=task_id, fresh=True))
            return
        rights.ensure_open(Act.SEE, on_desk.task, on_desk.who)
        stop_writing(self.work, self.me.id, on_desk.task)
        self._receive(on_desk)
        turn(self.work, self.me.id, on_desk.task, Mode(), fresh=True)

    def _is_to_name(self, on_desk: TaskOnDesk) -> bool:
        """True for whoever opens such files, while nobody may do what is to be done."""
        lane = on_desk.task.lane
        if not on_desk.task.is_open or not on_desk.procedure.is_by_grant(lane):
            return False
        at = (self.work, on_desk.case, on_desk.procedure)
        if able(*at, on_desk.step, lane):
            return False
        return self.me.id in granters(*at, lane)

    def take(self, task_id: TaskId) -> None:
        """Take over a file that a colleague of the lane holds."""
        self._turn_to(task_id)
        on_desk = self._on_desk(task_id)
        self.work.cases.save_task(engine.take(on_desk.task, on_desk.who, at=self.work.now))
        refresh(self.work, on_desk.task)
        turn(self.work, self.me.id, on_desk.task, Mode())

    def files(self, task_id: TaskId) -> None:
        """Send the files of the case: opening them is receiving the file."""
        self._turn_to(task_id)
        on_desk = self._read(task_id)
        self._receive(on_desk)
        for file in self.work.cases.attachments(on_desk.case.id):
            self.work.tell(self.me.id, SendAttachment(case_id=on_desk.case.id, file_id=file.id))

    def letter(self, task_id: TaskId) -> None:
        """Send the letter as it stands: a draft before the signature."""
        self._turn_to(task_id)
        on_desk = self._read(task_id)
        self._receive(on_desk)
        tasks = self.work.cases.tasks_of(on_desk.case.id)
        for kind in letters_begun(self.work, on_desk.case, on_desk.procedure, tasks):
            self.work.tell(self.me.id, SendPaper(case_id=on_desk.case.id, kind=kind))

    def sheet(self, task_id: TaskId) -> None:
        """Send the lembar disposisi; the card of a file without one may be an old one."""
        self._turn_to(task_id)
        on_desk = self._read(task_id)
        if not disposisi_of(self.work.cases.tasks_of(on_desk.case.id), on_desk.procedure):
            raise NothingDisposed
        sheet = SendPaper(case_id=on_desk.case.id, kind=PaperKind.LEMBAR_DISPOSISI)
        self.work.tell(self.me.id, sheet)

    def answers(self, task_id: TaskId) -> None:
        """Send every answer of the case, whole: a card cuts what is long."""
        self._turn_to(task_id)
        on_desk = self._read(task_id)
        self._receive(on_desk)
        self.work.tell(self.me.id, SendPaper(case_id=on_desk.case.id, kind=PaperKind.LEMBAR_ISIAN))

    def numbers(self, task_id: TaskId) -> None:
        """Send NIK and KK numbers whole, in a message that goes again by itself; it is logged."""
        self._turn_to(task_id)
        on_desk = self._on_desk(task_id)
        ensure_disclosed(on_desk)
        self._receive(on_desk)
        self.work.cases.note_disclosure(on_desk.task, self.me.id, at=self.work.now)
        self.work.tell(self.me.id, TellNumbers(task_id=task_id))

    def kartu_kendali(self, case_id: CaseId, *, paper: bool) -> None:
        """Show who held the file, in the chat or as a PDF."""
        ensure_may_read_kartu(self.work, self.me.id, case_id)
        if paper:
            self.work.tell(self.me.id, SendPaper(case_id=case_id, kind=PaperKind.KARTU_KENDALI))
        else:
            self.work.cards.turn(ScreenName.KARTU.of(case_id), self.me.id, Mode())
            self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def show(self, task_id: TaskId) -> None:
        """Draw the card anew as it is turned; for whoever it is not, nothing is drawn."""
        self.work.tell(self.me.id, ShowTask(task_id=task_id))

    def plain(self, task_id: TaskId) -> None:
        """Turn the card back to its first face; whoever has left the lane goes home instead."""
        self._turn_to(task_id)
        on_desk = self._on_desk(task_id)
        stop_writing(self.work, self.me.id, on_desk.task)
        if rights.may(Act.SEE, on_desk.task, on_desk.who, helpers=on_desk.step.helpers):
            turn(self.work, self.me.id, on_desk.task, Mode())
        else:
            self.work.tell(self.me.id, ShowWelcome())

    def _turn_to(self, task_id: TaskId) -> None:
        """From now on this file is looked at: a reason begun for another is put aside."""
        drop_pending_reason(self.work, self.me.id, but=task_id)

    def _on_desk(self, task_id: TaskId) -> TaskOnDesk:
        return task_on_desk(self.work, self.me.id, task_id)

    def _read(self, task_id: TaskId) -> TaskOnDesk:
        """A file whose papers this person may have; raises the refusal that fits."""
        on_desk = self._on_desk(task_id)
        helpers = on_desk.step.helpers
        rights.ensure_open(Act.READ, on_desk.task, on_desk.who, helpers=helpers)
        return on_desk

    def _receive(self, on_desk: TaskOnDesk) -> None:
        receive(self.work, on_desk.task, on_desk.who)
