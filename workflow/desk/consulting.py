"""Asking another jabatan about a file that stays where it is, and answering (Minta pendapat)."""

from collections.abc import Container
from dataclasses import dataclass, replace

from workflow import rights
from workflow.alarms import Alarm, AlarmKind
from workflow.case import Case, Task
from workflow.consulting import Consultable, ConsultationEnd, read_asked
from workflow.desk.cards import refresh
from workflow.desk.deciding import read_note
from workflow.desk.handing import receive
from workflow.desk.opinions import show_consultation, stop_advising
from workflow.desk.side_tasks import begin_side_task, end_side_task
from workflow.desk.writing import ask_for_words, drop_pending_reason
from workflow.errors import NobodyChosen
from workflow.ids import OutcomeId, PersonId, TaskId
from workflow.intents import ShowTask, Tell
from workflow.listening import who_hears
from workflow.officer_intents import ShowConsultation
from workflow.people import Focus, FocusKind, Person
from workflow.ports import UnitOfWork
from workflow.queries.consulting import (
    advisers,
    consultable,
)
from workflow.queries.holders import holding, living
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.posts import post_title
from workflow.queries.rights import adviser
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.side import TaskKind, jabatan_lane, jabatan_of
from workflow.verbs import Verb
from workflow.views.task import Face, Mode
from workflow.working_time import lapses_at


def offered(work: UnitOfWork, on_desk: TaskOnDesk) -> Container[str]:
    """One or several of the jabatan that may be asked."""
    return Consultable(consultable(work, on_desk))


def consult(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str) -> None:
    """Ask all that were chosen; without words the question is asked for first."""
    if not chosen and words:
        raise NobodyChosen
    if not words:
        ask_for_words(work, me.id, on_desk.task, Verb.CONSULT, chosen)
        return
    receive(work, on_desk.task, on_desk.who)
    task = work.cases.task(on_desk.task.id)
    due_at = lapses_at(work.now, work.office.opinion_limit, work.calendar)
    # Nobody hears of it outside office hours, and a limit in days ends with them.
    at = None if due_at is None else work.calendar.next_opening(due_at)
    for jabatan in read_asked(chosen):
        asked = begin_side_task(
            work,
            task,
            TaskKind.CONSULTATION,
            jabatan_lane(jabatan),
            by=me.id,
            title=on_desk.who.title,
            words=words,
            due_at=due_at,
            alarm=None if at is None else Alarm(kind=AlarmKind.DUE, at=at),
        )
        for person_id in advisers(work, jabatan):
            work.tell(person_id, ShowConsultation(consultation_id=asked.id, fresh=True))
    refresh(work, task)


def remind_of_opinion(work: UnitOfWork, asked: Task, case: Case, alarm: Alarm) -> Alarm | None:
    """An opinion is late: its jabatan has the card anew, whoever asked hears it. Once.

    Where nobody there can be reached, those above it hear as well.
    """
    jabatan = jabatan_of(asked.lane)
    if jabatan is None:
        return None
    there = advisers(work, jabatan)
    for person_id in there:
        work.tell(person_id, ShowConsultation(consultation_id=asked.id, fresh=True))
    arguments = {"number": case.number, "title": post_title(work, jabatan)}
    reached = work.people.within_reach(there)
    late = Tell(message_id="opinion-late" if reached else "opinion-unheard", arguments=arguments)
    above = who_hears((), work.office.above(jabatan), there, reached, living(work))
    for person_id in dict.fromkeys([*_who_has_it(work, asked, case), *(one for one, _ in above)]):
        work.tell(person_id, late)
    return None


def _who_has_it(work: UnitOfWork, asked: Task, case: Case) -> list[PersonId]:
    """Those on whose desks the file lies for which it was asked."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    task = None if asked.below is None else work.cases.task(asked.below)
    return [] if task is None or not task.is_open else holding(work, case, procedure, task)


@dataclass(frozen=True, slots=True)
class OpinionDesk:
    """Where a jabatan that was asked answers."""

    work: UnitOfWork
    me: Person

    def begin(self, asked: TaskId) -> None:
        """Take what is written next for the opinion."""
        self._open(asked)
        drop_pending_reason(self.work, self.me.id)
        focus = Focus(kind=FocusKind.OPINION, ref=asked)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._turn(asked, Mode(face=Face.WRITING))
        self.work.tell(self.me.id, ShowConsultation(consultation_id=asked))

    def written(self, asked: TaskId, text: str) -> None:
        """The opinion: it comes onto the card of whoever has the file; a NIK is kept masked."""
        task, case = self._open(asked)
        note = read_note(text, OutcomeId(""))
        title = adviser(self.work, self.me.id, task).title
        answered = replace(task, note=note)
        end_side_task(self.work, answered, ConsultationEnd.GIVEN, by=self.me.id, title=title)
        stop_advising(self.work, self.me.id, asked)
        self._turn(asked, Mode())
        show_consultation(self.work, task)
        for person_id in _who_has_it(self.work, task, case):
            if task.below is not None:
                self.work.tell(person_id, ShowTask(task_id=task.below, fresh=True))

    def stop(self, asked: TaskId) -> None:
        """/batal: the question stays, and can be answered later."""
        stop_advising(self.work, self.me.id, asked)
        self._turn(asked, Mode())
        self.work.tell(self.me.id, ShowConsultation(consultation_id=asked, fresh=True))

    def show(self, asked: TaskId) -> None:
        self.work.tell(self.me.id, ShowConsultation(consultation_id=asked, fresh=True))

    def _turn(self, asked: TaskId, mode: Mode) -> None:
        self.work.cards.turn(ScreenName.CONSULTATION.of(asked), self.me.id, mode)

    def _open(self, asked: TaskId) -> tuple[Task, Case]:
        """A consultation that this person may answer now; raises the refusal that fits."""
        task, case = self.work.cases.task_and_case(asked)
        rights.ensure_ever(Act.ADVISE, task, adviser(self.work, self.me.id, task))
        return task, case
