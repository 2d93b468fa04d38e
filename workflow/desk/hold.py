"""Putting a file on hold, a superior's agreement to it, and going on."""

from dataclasses import dataclass

from workflow import rights
from workflow.alarms import Listener
from workflow.case import Case, Task
from workflow.desk.cards import refresh
from workflow.desk.handing import receive
from workflow.desk.pausing import agree_to_pause, begin_pause, end_pause, show_asked
from workflow.desk.writing import ask_for_words
from workflow.errors import AgreedAlready, HoldHasEnded, OwnHold, VerbGone
from workflow.holds import HoldChoice, HoldChoices, ensure_day, read_choice, whose_time, with_day
from workflow.ids import PauseId, TaskId
from workflow.intents import AskAgreement, ShowCase, Tell
from workflow.listening import watchers, who_hears
from workflow.pauses import Pause, PauseEnd
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.acting_as import acts_as
from workflow.queries.holders import holding, living
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.rights import standing
from workflow.queries.verbs import is_held
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.verbs import Verb


def offered(work: UnitOfWork, on_desk: TaskOnDesk) -> HoldChoices:
    """The office's list and own words, with any day."""
    return HoldChoices(work.office)


def put_on_hold(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str) -> None:
    """A reason, then a day, and for a reason of one's own the words: what is lacking is asked.

    Words that come while the day is asked are a day.
    """
    choice = read_choice(chosen)
    if choice is None:
        raise VerbGone
    if not choice.dated and words:
        choice, words = with_day(choice, words, today=work.today), ""
    ensure_day(choice, today=work.today)
    if not choice.dated or (choice.reason is None and not words):
        ask_for_words(work, me.id, on_desk.task, Verb.HOLD, str(choice))
        return
    _hold(work, me, on_desk, choice, words)


def _hold(
    work: UnitOfWork, me: Person, on_desk: TaskOnDesk, choice: HoldChoice, words: str
) -> None:
    reason = None if choice.reason is None else work.office.holds[choice.reason]
    receive(work, on_desk.task, on_desk.who)
    task = work.cases.task(on_desk.task.id)
    pause = Pause(
        id=PauseId(0),
        case_id=on_desk.case.id,
        task_id=task.id,
        jabatan=work.office.holder_of(on_desk.procedure.id, task.lane),
        reason=choice.reason,
        words=words if reason is None else reason.title,
        whose=whose_time(reason),
        begun_at=work.now,
        begun_by=me.id,
        begun_as=on_desk.who.title,
        until=choice.until,
        stopped_at=None if reason is None else work.now,
    )
    kept = begin_pause(work, task, pause)
    _show(work, task, on_desk.case)
    if kept.to_be_agreed:
        _ask_superior(work, me, on_desk, kept)


def _ask_superior(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, pause: Pause) -> None:
    """The first above who is there is asked; nobody there, and the limit runs on."""
    posts = watchers(work.office, on_desk.procedure, on_desk.task.lane)
    told = who_hears({Listener.SUPERIOR}, posts, [me.id], [me.id], living(work))
    asked = [person for person, listener in told if listener is Listener.SUPERIOR]
    for person_id in asked:
        work.tell(person_id, AskAgreement(pause_id=pause.id))
    message_id = "hold-asked" if asked else "hold-nobody-to-ask"
    work.tell(me.id, Tell(message_id=message_id, arguments={"number": on_desk.case.number}))


def go_on(work: UnitOfWork, me: Person, on_desk: TaskOnDesk, chosen: str, words: str) -> None:
    """Whoever has the file goes on with it: the hold ends."""
    HoldDesk(work, me).lift(on_desk.task.id)


def _show(work: UnitOfWork, task: Task, case: Case) -> None:
    """Cards that lie on phones say that the file waits, or goes on."""
    refresh(work, task)
    applicant = case.applicant_id
    if applicant is None or work.cards.message(ScreenName.CASE.of(case.id), applicant) is None:
        return
    work.tell(applicant, ShowCase(case_id=case.id))


@dataclass(frozen=True, slots=True)
class HoldDesk:
    """Where holds are agreed to and lifted."""

    work: UnitOfWork
    me: Person

    def agree(self, task_id: TaskId, pause_id: PauseId) -> None:
        """From now on the limit waits; whoever asked hears of it."""
        task, case = self._task(task_id, Act.AGREE)
        pause = self._pause(task, pause_id)
        if pause.begun_by == self.me.id:
            raise OwnHold
        if pause.stopped_at is not None:
            raise AgreedAlready(by=pause.agreed_as, at=pause.stopped_at)
        agreed = agree_to_pause(
            self.work, pause, by=self.me.id, title=acts_as(self.work, self.me.id, task, case)
        )
        told = {"number": case.number, "title": agreed.agreed_as}
        self._tell_desk(task, case, pause, Tell(message_id="hold-agreed", arguments=told))
        _show(self.work, task, case)
        show_asked(self.work, pause)

    def lift(self, task_id: TaskId, pause_id: PauseId | None = None) -> None:
        """End a hold; of one that somebody else ended, whoever has the file hears."""
        task, case = self._task(task_id, Act.LIFT)
        pause = self._pause(task, pause_id or task.pause_id)
        title = acts_as(self.work, self.me.id, task, case)
        on = end_pause(self.work, task, case, by=self.me.id, title=title, ending=PauseEnd.LIFTED)
        self.work.cases.save_task(on)
        told = {"number": case.number, "title": title}
        self._tell_desk(task, case, pause, Tell(message_id="hold-lifted", arguments=told))
        _show(self.work, task, case)

    def _task(self, task_id: TaskId, act: Act) -> tuple[Task, Case]:
        """A file on which this person may do this now; raises the refusal that fits."""
        task, case = self.work.cases.task_and_case(task_id)
        rights.ensure_ever(act, task, standing(self.work, self.me.id, task, case))
        return task, case

    def _pause(self, task: Task, pause_id: PauseId | None) -> Pause:
        """The hold that was shown, if the file still waits for it."""
        if pause_id is None or task.pause_id != pause_id or not is_held(self.work, task):
            raise HoldHasEnded
        return self.work.pauses.get(pause_id)

    def _tell_desk(self, task: Task, case: Case, pause: Pause, told: Tell) -> None:
        """Whoever has the file and whoever put it on hold, but for whoever did this."""
        lying_with = holding(self.work, case, self._procedure(case), task)
        there = [] if task.holder_id is None else lying_with
        for person_id in dict.fromkeys((pause.begun_by, *there)):
            if person_id != self.me.id:
                self.work.tell(person_id, told)

    def _procedure(self, case: Case) -> Procedure:
        return self.work.procedures.get(case.procedure_id, case.procedure_version)
