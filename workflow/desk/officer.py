"""What an officer can do."""

from dataclasses import dataclass
from datetime import datetime

from workflow import engine, rights
from workflow.case import Case, Decision, Mark, Task
from workflow.desk.decrees import number_decree
from workflow.desk.disclosing import ensure_disclosed
from workflow.desk.drafting import letters_begun
from workflow.desk.form import ensure_work_done
from workflow.desk.granting import granters
from workflow.desk.handing import record, screen_of
from workflow.desk.lying import Lying, ensure_concerned, lying_task
from workflow.desk.marking import markable, next_defect
from workflow.desk.rights import able, ensure_may_read_kartu, holders
from workflow.desk.stamping import ground_of
from workflow.desk.writing import put_pen_down, written_for
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
from workflow.papers import disposisi_of
from workflow.people import Appointment, Focus, FocusKind, Person
from workflow.ports import Clock, UnitOfWork
from workflow.procedure import Step, StepKind, Way
from workflow.rights import Act
from workflow.shown import digest_of
from workflow.views.task import Mode

LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class OfficerDesk:
    """The officer's counter: every right is checked here, on every action."""

    work: UnitOfWork
    clock: Clock
    me: Person

    def queue(self, page: int, *, fresh: bool) -> None:
        """Own work by due time."""
        if not self.work.people.appointments_of(self.me.id, at=self.clock.now()):
            raise NotOpenToYou
        put_pen_down(self.work, self.me.id, now=self.clock.now())
        self.work.tell(self.me.id, ShowQueue(page=page, fresh=fresh))

    def open(self, task_id: TaskId) -> None:
        """Open a card from the list: that is receiving the file."""
        lying = self._lying(task_id)
        if self._is_to_name(lying):
            self.work.tell(self.me.id, ShowGiving(task_id=task_id, fresh=True))
            return
        if not rights.may(Act.SEE, lying.task, lying.who):
            raise AccessNotGranted if lying.task.lane in lying.who.ungranted else NotForYou
        self._stop_writing(lying.task)
        self._receive(lying)
        self._turn(lying.task, Mode(), fresh=True)

    def _is_to_name(self, lying: Lying) -> bool:
        """True for whoever opens such files, while nobody may do what is to be done."""
        lane, now = lying.task.lane, self.clock.now()
        if not lying.task.is_open or not lying.procedure.is_by_grant(lane):
            return False
        at = (self.work, lying.case, lying.procedure)
        if able(*at, lying.step, lane, now=now):
            return False
        return self.me.id in granters(*at, lane, now=now)

    def take(self, task_id: TaskId) -> None:
        """Take over a file that a colleague of the lane holds."""
        lying = self._lying(task_id)
        self.work.cases.save_task(engine.take(lying.task, lying.who, at=self.clock.now()))
        self._refresh(lying.task)
        self._turn(lying.task, Mode())

    def files(self, task_id: TaskId) -> None:
        """Send the files of the case: opening them is receiving the file."""
        lying = self._lying(task_id)
        ensure_concerned(lying)
        self._receive(lying)
        for file in self.work.cases.attachments(lying.case.id):
            self.work.tell(self.me.id, SendAttachment(case_id=lying.case.id, file_id=file.id))

    def letter(self, task_id: TaskId) -> None:
        """Send the letter as it stands: a draft before the signature."""
        lying = self._lying(task_id)
        ensure_concerned(lying)
        self._receive(lying)
        tasks = self.work.cases.tasks_of(lying.case.id)
        for kind in letters_begun(self.work, lying.case, lying.procedure, tasks):
            self.work.tell(self.me.id, SendPaper(case_id=lying.case.id, kind=kind))

    def sheet(self, task_id: TaskId) -> None:
        """Send the lembar disposisi; the card of a file without one may be an old one."""
        lying = self._lying(task_id)
        ensure_concerned(lying)
        if not disposisi_of(self.work.cases.tasks_of(lying.case.id), lying.procedure):
            raise NothingDisposed
        self.work.tell(self.me.id, SendPaper(case_id=lying.case.id, kind="lembar_disposisi"))

    def answers(self, task_id: TaskId) -> None:
        """Send every answer of the case, whole: a card cuts what is long."""
        lying = self._lying(task_id)
        ensure_concerned(lying)
        self._receive(lying)
        self.work.tell(self.me.id, SendPaper(case_id=lying.case.id, kind="lembar_isian"))

    def numbers(self, task_id: TaskId) -> None:
        """Send NIK and KK numbers whole, in a message that goes again by itself; it is logged."""
        lying = self._lying(task_id)
        ensure_disclosed(lying)
        self._receive(lying)
        self.work.cases.note_disclosure(lying.task, self.me.id, at=self.clock.now())
        self.work.tell(self.me.id, TellNumbers(task_id=task_id))

    def kartu_kendali(self, case_id: CaseId, *, paper: bool) -> None:
        """Show who held the file, in the chat or as a PDF."""
        ensure_may_read_kartu(self.work, self.me.id, case_id, now=self.clock.now())
        if paper:
            self.work.tell(self.me.id, SendPaper(case_id=case_id, kind="kartu_kendali"))
        else:
            self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def press(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """One press on a card: decide at once, or turn the card to what is still needed."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        outcome = lying.outcome(outcome_id)
        if outcome.way is Way.FORWARD:
            self._forward(lying, outcome_id)
            return
        self._receive(lying)
        if lying.goes_to_applicant(outcome):
            self._turn(lying.task, Mode(kind="marks", outcome=outcome_id))
            return
        self._ask_words(lying.task, outcome_id)

    def _forward(self, lying: Lying, outcome_id: OutcomeId, note: str = "") -> None:
        """Decide, or ask first what no words stand for: a person, a team, to be sure."""
        face = face_before(lying.step)
        if not face:
            self._decide(lying, outcome_id, note or _usual_note(lying.step))
            return
        ensure_work_done(self.work, lying.case, lying.procedure, lying.task, by=self.me.id)
        self._receive(lying)
        if face == "sure":
            note = note or _usual_note(lying.step)
        self._turn(lying.task, Mode(kind=face, outcome=outcome_id, note=note))

    def sure(self, task_id: TaskId, outcome_id: OutcomeId, words: str = digest_of("")) -> None:
        """The second press of a signature or a refusal, for the words that the card showed."""
        lying = self._lying(task_id)
        mode = self.work.cards.mode(screen_of(lying.task), self.me.id)
        engine.ensure_may_act(lying.task, lying.who)
        if mode.kind != "sure" or mode.outcome != outcome_id or digest_of(mode.note) != words:
            raise TaskMoved
        self._decide(lying, outcome_id, mode.note)

    def mark(self, task_id: TaskId, outcome_id: OutcomeId, name: ItemId) -> None:
        """Mark one item as unclear, wrong or missing; again, and it goes round."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        if not lying.goes_to_applicant(lying.outcome(outcome_id)):
            raise UnknownOutcome(outcome=outcome_id)
        item = by_id(markable(lying.procedure, lying.case)).get(name)
        if item is None:
            raise ListMoved
        marks = {mark.item: mark.defect for mark in self.work.cases.marks(task_id)}
        there = name in lying.case.answers or name in self._handed_in(lying.case)
        defect = next_defect(item, marks.get(name), there=there)
        self.work.cases.set_mark(
            task_id, name, None if defect is None else Mark(item=name, defect=defect)
        )
        self._turn(lying.task, Mode(kind="marks", outcome=outcome_id))

    def _handed_in(self, case: Case) -> set[str]:
        return {file.item for file in self.work.cases.attachments(case.id)}

    def reasons(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """After the marks, the reason."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        outcome = lying.outcome(outcome_id)
        if lying.goes_to_applicant(outcome) and not self.work.cases.marks(task_id):
            raise MarksRequired
        self._ask_words(lying.task, outcome_id)

    def instruct(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """Choose another instruction than the usual one."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        lying.outcome(outcome_id)
        self._receive(lying)
        self._ask_words(lying.task, outcome_id)

    def write(self, task_id: TaskId, outcome_id: OutcomeId) -> None:
        """The reason or instruction will be written as a message."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        lying.outcome(outcome_id)
        self._ask_words(lying.task, outcome_id, face="writing")

    def _ask_words(self, task: Task, outcome_id: OutcomeId, *, face: str = "reasons") -> None:
        """Own words are taken as well where ready-made ones are offered."""
        focus = Focus(kind=FocusKind.REASON, ref=task.id, extra=outcome_id)
        self.work.people.set_focus(self.me.id, focus, at=self.clock.now())
        self._turn(task, Mode(kind=face, outcome=outcome_id))

    def ready_made(self, task_id: TaskId, outcome_id: OutcomeId, words: str) -> None:
        """A reason or instruction of the procedure's own, by the digest of its words."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        outcome = lying.outcome(outcome_id)
        notes = lying.step.instructions if outcome.way is Way.FORWARD else outcome.reasons
        note = next((one for one in notes if digest_of(one) == words), None)
        if note is None:
            raise ListMoved
        self._noted(lying, outcome_id, note)

    def written(self, task_id: TaskId, outcome_id: OutcomeId, text: str) -> None:
        """A reason or instruction in the officer's own words; a NIK in it is kept masked."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        self._noted(lying, outcome_id, read_note(text, outcome_id))
        # Below the words, so that whoever wrote them sees what they did.
        self.work.tell(self.me.id, ShowTask(task_id=task_id, fresh=True))

    def grant(self, task_id: TaskId, outcome_id: OutcomeId, person_id: PersonId) -> None:
        """Open the case's files to one named person, and give them the next step."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        lane = lying.step.grants
        if lane is None or person_id not in self._holders(lying, lane):
            raise ListMoved
        note = self._instruction(lying, outcome_id)
        self.work.cases.open_grant(lying.case.id, person_id, at=self.clock.now())
        self._decide(lying, outcome_id, note, to=person_id)

    def choose_member(
        self, task_id: TaskId, outcome_id: OutcomeId, person_id: PersonId, *, member: bool
    ) -> None:
        """Take an officer into the team of this case, or out of it again."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        lane = lying.step.appoints
        if lane is None or person_id not in self._candidates():
            raise ListMoved
        note = self._instruction(lying, outcome_id)
        self.work.cases.set_member(lying.case.id, lane, person_id, member=member)
        if not member:
            self.work.tell(person_id, TakeBack())
        self._turn(lying.task, Mode(kind="team", outcome=outcome_id, note=note))

    def appoint(self, task_id: TaskId, outcome_id: OutcomeId, shown: str) -> None:
        """Form the team that was shown; its SK goes to whoever formed it and to its members.

        A colleague may have chosen others meanwhile, or a member may have left the office.
        """
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        lane = lying.step.appoints
        if lane is None:
            raise ListMoved
        team = self._team(lying, lane)
        if digest_of(*team[:1], *sorted(team[1:])) != shown:
            raise ListMoved
        if not team:
            raise TeamEmpty
        self._decide(lying, outcome_id, self._instruction(lying, outcome_id))
        number_decree(self.work, lying.case.id, now=self.clock.now())
        for person_id in dict.fromkeys((self.me.id, *team)):
            self.work.tell(person_id, SendPaper(case_id=lying.case.id, kind="sk_tim"))

    def _candidates(self) -> set[PersonId]:
        return {one.person_id for one in candidates(self.work, now=self.clock.now())}

    def _team(self, lying: Lying, lane: LaneId) -> list[PersonId]:
        """Who was chosen and is in office; whoever has left it is no member any more."""
        here = self._candidates()
        chosen = self.work.cases.team(lying.case.id, lane)
        for gone in (one for one in chosen if one not in here):
            self.work.cases.set_member(lying.case.id, lane, gone, member=False)
        return [one for one in chosen if one in here]

    def _instruction(self, lying: Lying, outcome_id: OutcomeId) -> str:
        """What was chosen before the card asked for a person or team; else the usual one."""
        if lying.outcome(outcome_id).way is not Way.FORWARD:
            raise UnknownOutcome(outcome=outcome_id)
        mode = self.work.cards.mode(screen_of(lying.task), self.me.id)
        chosen = mode.note if mode.outcome == outcome_id else ""
        return chosen or _usual_note(lying.step)

    def archived(self, task_id: TaskId, outcome_id: OutcomeId, name: str) -> None:
        """The encrypted archive lies in its folder: that closes the step."""
        lying = self._lying(task_id)
        self._decide(lying, outcome_id, name)

    def archivable(self, task_id: TaskId) -> Case:
        """The case whose archive this person may make now; raises the refusal that fits."""
        lying = self._lying(task_id)
        engine.ensure_may_act(lying.task, lying.who)
        face = self.work.cards.mode(screen_of(lying.task), self.me.id).kind
        if not lying.step.archives or face != "keypad":
            raise TaskMoved
        return lying.case

    def _holders(self, lying: Lying, lane: LaneId) -> list[PersonId]:
        return holders(self.work, lying.case, lying.procedure, lane, now=self.clock.now())

    def show(self, task_id: TaskId) -> None:
        """Draw the card anew as it is turned; for whoever it is not, nothing is drawn."""
        self.work.tell(self.me.id, ShowTask(task_id=task_id))

    def plain(self, task_id: TaskId) -> None:
        """Turn the card back to its first face; whoever has left the lane goes home instead."""
        lying = self._lying(task_id)
        self._stop_writing(lying.task)
        if rights.may(Act.SEE, lying.task, lying.who, helpers=lying.step.helpers):
            self._turn(lying.task, Mode())
        else:
            self.work.tell(self.me.id, ShowWelcome())

    def _stop_writing(self, task: Task) -> None:
        """Wait no longer for a reason that this task has had, or does not need."""
        if written_for(self.work, self.me.id) == task.id:
            self.work.people.set_focus(self.me.id, None, at=self.clock.now())

    def _noted(self, lying: Lying, outcome_id: OutcomeId, note: str) -> None:
        outcome = lying.outcome(outcome_id)
        self._stop_writing(lying.task)
        if outcome.way is Way.REFUSE:
            self._turn(lying.task, Mode(kind="sure", outcome=outcome_id, note=note))
            return
        if outcome.way is Way.FORWARD:
            self._forward(lying, outcome_id, note)
            return
        self._decide(lying, outcome_id, note)

    def _decide(
        self, lying: Lying, outcome_id: OutcomeId, note: str, *, to: PersonId | None = None
    ) -> None:
        now = self.clock.now()
        outcome = lying.outcome(outcome_id)
        self._stop_writing(lying.task)
        if lying.step.kind is StepKind.SUBMIT:
            raise DraftRequired
        if outcome.way is Way.FORWARD:
            ensure_work_done(self.work, lying.case, lying.procedure, lying.task, by=self.me.id)
        if outcome.way is Way.FORWARD and (lying.step.signs or lying.step.numbers):
            ground = ground_of(self.work, lying.case, lying.step, lying.who)
            ordered = engine.begin_stamping(
                lying.task, lying.who, of=ground, at=now, note=note or _usual_note(lying.step)
            )
            self.work.cases.save_task(ordered)
            self._turn(lying.task, Mode())
            self.work.tell(self.me.id, Stamp(task_id=lying.task.id))
            return
        given_to = to
        if outcome.way is Way.BACK and outcome.to is not None:
            given_to = self.work.cases.last_done_by(lying.case.id, outcome.to)
        marks = self.work.cases.marks(lying.task.id) if outcome.way is Way.BACK else ()
        decision = Decision(
            outcome=outcome_id,
            by=self.me.id,
            title=lying.who.title,
            at=now,
            note=note,
            marks=marks,
        )
        change = engine.decide(
            lying.case,
            lying.task,
            decision,
            lying.procedure,
            lying.who,
            self.work.calendar,
            given_to=given_to,
        )
        record(self.work, change, lying.procedure, now=now)

    def _lying(self, task_id: TaskId) -> Lying:
        now = self.clock.now()
        put_pen_down(self.work, self.me.id, now=now, but=task_id)
        return lying_task(self.work, self.me.id, task_id, now=now)

    def _receive(self, lying: Lying) -> None:
        received = engine.receive(lying.task, lying.who, at=self.clock.now())
        if received is lying.task:
            return
        self.work.cases.save_task(received)
        self._refresh(lying.task)

    def _refresh(self, task: Task) -> None:
        for person_id in self.work.cards.on_phones(screen_of(task)):
            self.work.tell(person_id, ShowTask(task_id=task.id))

    def _turn(self, task: Task, mode: Mode, *, fresh: bool = False) -> None:
        self.work.cards.turn(screen_of(task), self.me.id, mode)
        self.work.tell(self.me.id, ShowTask(task_id=task.id, fresh=fresh))


def face_before(step: Step) -> str:
    """What a forward press turns the card to before it decides; empty when it decides at once."""
    if step.kind is StepKind.SIGN:
        return "sure"
    if step.grants is not None:
        return "grant"
    if step.appoints is not None:
        return "team"
    return "keypad" if step.archives else ""


def _usual_note(step: Step) -> str:
    return step.instructions[0] if step.instructions else ""


def read_note(text: str, outcome_id: OutcomeId) -> str:
    """A reason or instruction as it is kept; refuses one of nothing, and one too long."""
    note = without_numbers(clean(text, lines=True))
    if not is_visible(note):
        raise NoteRequired(outcome=outcome_id)
    ensure_fits(note, longest=LONGEST_NOTE)
    return note


def candidates(work: UnitOfWork, *, now: datetime) -> list[Appointment]:
    """Who may be chosen into a team: every officer once, in the order of their appointments."""
    found: dict[PersonId, Appointment] = {}
    for one in work.people.officers(at=now):
        found.setdefault(one.person_id, one)
    return list(found.values())
