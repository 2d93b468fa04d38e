"""What an officer can do."""

from dataclasses import dataclass

from workflow import engine, rights
from workflow.case import Case, Decision, Mark, Task
from workflow.desk.decrees import number_decree
from workflow.desk.form import ensure_work_done
from workflow.desk.handing import receive, record, screen_of
from workflow.desk.on_desk import TaskOnDesk, ensure_concerned, ensure_disclosed, task_on_desk
from workflow.desk.stamping import ground_of
from workflow.desk.writing import drop_pending_reason, written_for
from workflow.errors import (
    AccessNotGranted,
    DraftRequired,
    ListMoved,
    MarksRequired,
    NoteRequired,
    NotForYou,
    NothingDisposed,
    NotOpenToYou,
    TaskMoved,
    TeamEmpty,
    UnknownOutcome,
)
from workflow.filling import by_id
from workflow.forms import clean, ensure_fits, is_visible, without_numbers
from workflow.ids import CaseId, ItemId, LaneId, OutcomeId, PersonId, TaskId
from workflow.intents import (
    SendAttachment,
    SendPaper,
    ShowGiving,
    ShowKartuKendali,
    ShowQueue,
    ShowTask,
    ShowWelcome,
    Stamp,
    TakeBack,
    TellNumbers,
)
from workflow.marking import markable, next_defect
from workflow.papers import disposisi_of
from workflow.people import Focus, FocusKind, Person
from workflow.ports import UnitOfWork
from workflow.procedure import Step, StepKind, Way
from workflow.queries.candidates import candidates
from workflow.queries.drafting import letters_begun
from workflow.queries.granting import granters
from workflow.queries.holders import able, holders
from workflow.queries.rights import ensure_may_read_kartu
from workflow.rights import Act
from workflow.shown import digest_of
from workflow.views.task import Face, Mode, face_before

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class OfficerDesk:
    """The officer's counter: every right is checked here, on every action."""

    work: UnitOfWork
    me: Person

    def queue(self, page: int, *, fresh: bool) -> None:
        """Own work by due time."""
        if not self.work.people.appointments_of(self.me.id, at=self.work.now):
            raise NotOpenToYou
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowQueue(page=page, fresh=fresh))

    def open(self, task_id: TaskId) -> None:
        """Open a card from the list: that is receiving the file."""
        on_desk = self._task_on_desk(task_id)
        if self._is_to_name(on_desk):
            self.work.tell(self.me.id, ShowGiving(task_id=task_id, fresh=True))
            return
        if not rights.may(Act.SEE, on_desk.task, on_desk.who):
            raise AccessNotGranted if on_desk.task.lane in on_desk.who.ungranted else NotForYou
        self._stop_writing(on_desk.task)
        self._receive(on_desk)
        self._turn(on_desk.task, Mode(), fresh=True)

    def _is_to_name(self, on_desk: TaskOnDesk) -> bool:
        """True for whoever opens such files, while nobody may do what is to be done."""
        lane, _now = on_desk.task.lane, self.work.now
        if not on_desk.task.is_open or not on_desk.procedure.is_by_grant(lane):
            return False
        at = (self.work, on_desk.case, on_desk.procedure)
        if able(*at, on_desk.step, lane):
            return False
        return self.me.id in granters(*at, lane)

    def take(self, task_id: TaskId) -> None:
        """Take over a file that a colleague of the lane holds."""
        on_desk = self._task_on_desk(task_id)
        self.work.cases.save_task(engine.take(on_desk.task, on_desk.who, at=self.work.now))
        self._refresh(on_desk.task)
        self._turn(on_desk.task, Mode())

    def files(self, task_id: TaskId) -> None:
        """Send the files of the case: opening them is receiving the file."""
        on_desk = self._task_on_desk(task_id)
        ensure_concerned(on_desk)
        self._receive(on_desk)
        for file in self.work.cases.attachments(on_desk.case.id):
            self.work.tell(self.me.id, SendAttachment(case_id=on_desk.case.id, file_id=file.id))

    def letter(self, task_id: TaskId) -> None:
        """Send the letter as it stands: a draft before the signature."""
        on_desk = self._task_on_desk(task_id)
        ensure_concerned(on_desk)
        self._receive(on_desk)
        tasks = self.work.cases.tasks_of(on_desk.case.id)
        for kind in letters_begun(self.work, on_desk.case, on_desk.procedure, tasks):
            self.work.tell(self.me.id, SendPaper(case_id=on_desk.case.id, kind=kind))

    def sheet(self, task_id: TaskId) -> None:
        """Send the lembar disposisi; the card of a file without one may be an old one."""
        on_desk = self._task_on_desk(task_id)
        ensure_concerned(on_desk)
        if not disposisi_of(self.work.cases.tasks_of(on_desk.case.id), on_desk.procedure):
            raise NothingDisposed
        self.work.tell(self.me.id, SendPaper(case_id=on_desk.case.id, kind="lembar_disposisi"))

    def answers(self, task_id: TaskId) -> None:
        """Send every answer of the case, whole: a card cuts what is long."""
        on_desk = self._task_on_desk(task_id)
        ensure_concerned(on_desk)
        self._receive(on_desk)
        self.work.tell(self.me.id, SendPaper(case_id=on_desk.case.id, kind="lembar_isian"))

    def numbers(self, task_id: TaskId) -> None:
        """Send NIK and KK numbers whole, in a message that goes again by itself; it is logged."""
        on_desk = self._task_on_desk(task_id)
        ensure_disclosed(on_desk)
        self._receive(on_desk)
        self.work.cases.note_disclosure(on_desk.task, self.me.id, at=self.work.now)
        self.work.tell(self.me.id, TellNumbers(task_id=task_id))

    def kartu_kendali(self, case_id: CaseId, *, paper: bool) -> None:
        """Show who held the file, in the chat or as a PDF."""
        ensure_may_read_kartu(self.work, self.me.id, case_id)
        if paper:
            self.work.tell(self.me.id, SendPaper(case_id=case_id, kind="kartu_kendali"))
        else:
            self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def press(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """One press on a card: decide at once, or turn the card to what is still needed."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        outcome = on_desk.outcome(outcome_id)
        if outcome.way is Way.FORWARD:
            self._forward(on_desk, outcome_id)
            return
        self._receive(on_desk)
        if on_desk.goes_to_applicant(outcome):
            self._turn(on_desk.task, Mode(face=Face.MARKS, outcome=outcome_id))
            return
        self._ask_words(on_desk.task, outcome_id)

    def _forward(self, on_desk: TaskOnDesk, outcome_id: OutcomeId, note: str = "") -> None:
        """Decide, or ask first what no words stand for: a person, a team, to be sure."""
        face = face_before(on_desk.step)
        if not face:
            self._decide(on_desk, outcome_id, note or _usual_note(on_desk.step))
            return
        ensure_work_done(self.work, on_desk.case, on_desk.procedure, on_desk.task, by=self.me.id)
        self._receive(on_desk)
        if face is Face.SURE:
            note = note or _usual_note(on_desk.step)
        self._turn(on_desk.task, Mode(face=face, outcome=outcome_id, note=note))

    def sure(self, task_id: TaskId, outcome_id: OutcomeId, words: str = digest_of("")) -> None:
        """The second press of a signature or a refusal, for the words that the card showed."""
        on_desk = self._task_on_desk(task_id)
        mode = self.work.cards.mode(screen_of(on_desk.task), self.me.id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        if (
            mode.face is not Face.SURE
            or mode.outcome != outcome_id
            or digest_of(mode.note) != words
        ):
            raise TaskMoved
        self._decide(on_desk, outcome_id, mode.note)

    def mark(self, task_id: TaskId, outcome_id: OutcomeId, name: ItemId) -> None:
        """Mark one item as unclear, wrong or missing; again, and it goes round."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        if not on_desk.goes_to_applicant(on_desk.outcome(outcome_id)):
            raise UnknownOutcome(outcome=outcome_id)
        item = by_id(markable(on_desk.procedure, on_desk.case)).get(name)
        if item is None:
            raise ListMoved
        marks = {mark.item: mark.defect for mark in self.work.cases.marks(task_id)}
        there = name in on_desk.case.answers or name in self._handed_in(on_desk.case)
        defect = next_defect(item, marks.get(name), there=there)
        self.work.cases.set_mark(
            task_id, name, None if defect is None else Mark(item=name, defect=defect)
        )
        self._turn(on_desk.task, Mode(face=Face.MARKS, outcome=outcome_id))

    def _handed_in(self, case: Case) -> set[str]:
        return {file.item for file in self.work.cases.attachments(case.id)}

    def reasons(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """After the marks, the reason."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        outcome = on_desk.outcome(outcome_id)
        if on_desk.goes_to_applicant(outcome) and not self.work.cases.marks(task_id):
            raise MarksRequired
        self._ask_words(on_desk.task, outcome_id)

    def instruct(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """Choose another instruction than the usual one."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        on_desk.outcome(outcome_id)
        self._receive(on_desk)
        self._ask_words(on_desk.task, outcome_id)

    def write(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """The reason or instruction will be written as a message."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        on_desk.outcome(outcome_id)
        self._ask_words(on_desk.task, outcome_id, face=Face.WRITING)

    def _ask_words(self, task: Task, outcome_id: OutcomeId, *, face: Face = Face.REASONS) -> None:
        """Own words are taken as well where ready-made ones are offered."""
        focus = Focus(kind=FocusKind.REASON, ref=task.id, extra=outcome_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._turn(task, Mode(face=face, outcome=outcome_id))

    def ready_made(self, task_id: TaskId, outcome_id: OutcomeId, words: str) -> None:
        """A reason or instruction of the procedure's own, by the digest of its words."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        outcome = on_desk.outcome(outcome_id)
        notes = on_desk.step.instructions if outcome.way is Way.FORWARD else outcome.reasons
        note = next((one for one in notes if digest_of(one) == words), None)
        if note is None:
            raise ListMoved
        self._noted(on_desk, outcome_id, note)

    def written(self, task_id: TaskId, outcome_id: OutcomeId, text: str) -> None:
        """A reason or instruction in the officer's own words; a NIK in it is kept masked."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        self._noted(on_desk, outcome_id, read_note(text, outcome_id))
        # Below the words, so that whoever wrote them sees what they did.
        self.work.tell(self.me.id, ShowTask(task_id=task_id, fresh=True))

    def grant(self, task_id: TaskId, outcome_id: OutcomeId, person_id: PersonId) -> None:
        """Open the case's files to one named person, and give them the next step."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        lane = on_desk.step.grants
        if lane is None or person_id not in self._holders(on_desk, lane):
            raise ListMoved
        note = self._instruction(on_desk, outcome_id)
        self.work.cases.open_grant(on_desk.case.id, person_id, at=self.work.now)
        self._decide(on_desk, outcome_id, note, to=person_id)

    def choose_member(
        self, task_id: TaskId, outcome_id: OutcomeId, person_id: PersonId, *, member: bool
    ) -> None:
        """Take an officer into the team of this case, or out of it again."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        lane = on_desk.step.appoints
        if lane is None or person_id not in self._candidates():
            raise ListMoved
        note = self._instruction(on_desk, outcome_id)
        self.work.cases.set_member(on_desk.case.id, lane, person_id, member=member)
        if not member:
            self.work.tell(person_id, TakeBack())
        self._turn(on_desk.task, Mode(face=Face.TEAM, outcome=outcome_id, note=note))

    def appoint(self, task_id: TaskId, outcome_id: OutcomeId, shown: str) -> None:
        """Form the team that was shown; its SK goes to whoever formed it and to its members.

        A colleague may have chosen others meanwhile, or a member may have left the office.
        """
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        lane = on_desk.step.appoints
        if lane is None:
            raise ListMoved
        team = self._team(on_desk, lane)
        if digest_of(*team[:1], *sorted(team[1:])) != shown:
            raise ListMoved
        if not team:
            raise TeamEmpty
        self._decide(on_desk, outcome_id, self._instruction(on_desk, outcome_id))
        number_decree(self.work, on_desk.case.id)
        for person_id in dict.fromkeys((self.me.id, *team)):
            self.work.tell(person_id, SendPaper(case_id=on_desk.case.id, kind="sk_tim"))

    def _candidates(self) -> set[PersonId]:
        return {one.person_id for one in candidates(self.work)}

    def _team(self, on_desk: TaskOnDesk, lane: LaneId) -> list[PersonId]:
        """Who was chosen and is in office; whoever has left it is no member any more."""
        here = self._candidates()
        chosen = self.work.cases.team(on_desk.case.id, lane)
        for gone in (one for one in chosen if one not in here):
            self.work.cases.set_member(on_desk.case.id, lane, gone, member=False)
        return [one for one in chosen if one in here]

    def _instruction(self, on_desk: TaskOnDesk, outcome_id: OutcomeId) -> str:
        """What was chosen before the card asked for a person or team; else the usual one."""
        if on_desk.outcome(outcome_id).way is not Way.FORWARD:
            raise UnknownOutcome(outcome=outcome_id)
        mode = self.work.cards.mode(screen_of(on_desk.task), self.me.id)
        chosen = mode.note if mode.outcome == outcome_id else ""
        return chosen or _usual_note(on_desk.step)

    def archived(self, task_id: TaskId, outcome_id: OutcomeId, name: str) -> None:
        """The encrypted archive lies in its folder: that closes the step."""
        on_desk = self._task_on_desk(task_id)
        self._decide(on_desk, outcome_id, name)

    def archivable(self, task_id: TaskId) -> Case:
        """The case whose archive this person may make now; raises the refusal that fits."""
        on_desk = self._task_on_desk(task_id)
        engine.ensure_may_act(on_desk.task, on_desk.who)
        face = self.work.cards.mode(screen_of(on_desk.task), self.me.id).face
        if not on_desk.step.archives or face is not Face.KEYPAD:
            raise TaskMoved
        return on_desk.case

    def _holders(self, on_desk: TaskOnDesk, lane: LaneId) -> list[PersonId]:
        return holders(self.work, on_desk.case, on_desk.procedure, lane)

    def show(self, task_id: TaskId) -> None:
        """Draw the card anew as it is turned; for whoever it is not, nothing is drawn."""
        self.work.tell(self.me.id, ShowTask(task_id=task_id))

    def plain(self, task_id: TaskId) -> None:
        """Turn the card back to its first face; whoever has left the lane goes home instead."""
        on_desk = self._task_on_desk(task_id)
        self._stop_writing(on_desk.task)
        if rights.may(Act.SEE, on_desk.task, on_desk.who, helpers=on_desk.step.helpers):
            self._turn(on_desk.task, Mode())
        else:
            self.work.tell(self.me.id, ShowWelcome())

    def _stop_writing(self, task: Task) -> None:
        """Wait no longer for a reason that this task has had, or does not need."""
        if written_for(self.work, self.me.id) == task.id:
            self.work.people.set_focus(self.me.id, None, at=self.work.now)

    def _noted(self, on_desk: TaskOnDesk, outcome_id: OutcomeId, note: str) -> None:
        outcome = on_desk.outcome(outcome_id)
        self._stop_writing(on_desk.task)
        if outcome.way is Way.REFUSE:
            self._turn(on_desk.task, Mode(face=Face.SURE, outcome=outcome_id, note=note))
            return
        if outcome.way is Way.FORWARD:
            self._forward(on_desk, outcome_id, note)
            return
        self._decide(on_desk, outcome_id, note)

    def _decide(
        self, on_desk: TaskOnDesk, outcome_id: OutcomeId, note: str, *, to: PersonId | None = None
    ) -> None:
        now = self.work.now
        outcome = on_desk.outcome(outcome_id)
        self._stop_writing(on_desk.task)
        if on_desk.step.kind is StepKind.SUBMIT:
            raise DraftRequired
        if outcome.way is Way.FORWARD:
            ensure_work_done(
                self.work, on_desk.case, on_desk.procedure, on_desk.task, by=self.me.id
            )
        if outcome.way is Way.FORWARD and (on_desk.step.signs or on_desk.step.numbers):
            ground = ground_of(self.work, on_desk.case, on_desk.step, on_desk.who)
            ordered = engine.begin_stamping(
                on_desk.task, on_desk.who, of=ground, at=now, note=note or _usual_note(on_desk.step)
            )
            self.work.cases.save_task(ordered)
            self._turn(on_desk.task, Mode())
            self.work.tell(self.me.id, Stamp(task_id=on_desk.task.id))
            return
        given_to = to
        if outcome.way is Way.BACK and outcome.to is not None:
            given_to = self.work.cases.last_done_by(on_desk.case.id, outcome.to)
        marks = self.work.cases.marks(on_desk.task.id) if outcome.way is Way.BACK else ()
        decision = Decision(
            outcome=outcome_id,
            by=self.me.id,
            title=on_desk.who.title,
            at=now,
            note=note,
            marks=marks,
        )
        change = engine.decide(
            on_desk.case,
            on_desk.task,
            decision,
            on_desk.procedure,
            on_desk.who,
            self.work.calendar,
            given_to=given_to,
        )
        record(self.work, change, on_desk.procedure)

    def _task_on_desk(self, task_id: TaskId) -> TaskOnDesk:
        drop_pending_reason(self.work, self.me.id, but=task_id)
        return task_on_desk(self.work, self.me.id, task_id)

    def _receive(self, on_desk: TaskOnDesk) -> None:
        receive(self.work, on_desk.task, on_desk.who)

    def _refresh(self, task: Task) -> None:
        for person_id in self.work.cards.on_phones(screen_of(task)):
            self.work.tell(person_id, ShowTask(task_id=task.id))

    def _turn(self, task: Task, mode: Mode, *, fresh: bool = False) -> None:
        self.work.cards.turn(screen_of(task), self.me.id, mode)
        self.work.tell(self.me.id, ShowTask(task_id=task.id, fresh=fresh))


def _usual_note(step: Step) -> str:
    return step.instructions[0] if step.instructions else ""


def read_note(text: str, outcome_id: OutcomeId) -> str:
    """A reason or instruction as it is kept; refuses one of nothing, and one too long."""
    note = without_numbers(clean(text, lines=True))
    if not is_visible(note):
        raise NoteRequired(outcome=outcome_id)
    ensure_fits(note, longest=LONGEST_NOTE)
    return note
