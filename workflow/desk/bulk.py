"""Many files of one step decided together: each looked at, ticked, and decided on its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from workflow import rights
from workflow.bulk import MOST, Bulk, RefusedFile, read_bulk
from workflow.desk import giving
from workflow.desk.deciding import read_note
from workflow.desk.handing import receive
from workflow.desk.officer import OfficerDesk
from workflow.desk.on_desk import task_on_desk
from workflow.desk.writing import drop_pending_reason, put_down
from workflow.errors import BulkEmpty, BulkRunning, ListMoved, Refusal, TaskMoved
from workflow.ids import OutcomeId, PersonId, TaskId
from workflow.intent_text import encode
from workflow.intents import SendAttachment, Tell
from workflow.officer_intents import DecideTogether, GiveTogether, ShowBulk
from workflow.people import Focus, FocusKind, Person
from workflow.ports import UnitOfWork
from workflow.procedure import Outcome, Step
from workflow.queries.together import fellows, together, words_of
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.shown import digest_of
from workflow.views.task import Mode

# So many are decided by one call, in some twenty milliseconds.
BATCH = 15
# So many that have gone meanwhile are passed over by one press.
_PASSED = 20


@dataclass(frozen=True, slots=True)
class BulkDesk:
    """Where an officer goes through the files of one step; every right is asked for each file."""

    work: UnitOfWork
    me: Person

    def begin(self, task_id: TaskId) -> None:
        """Go through what lies at the step of this file, the earliest due first."""
        drop_pending_reason(self.work, self.me.id)
        on_desk = OfficerDesk(self.work, self.me).acting(task_id).on_desk
        if not together(on_desk.procedure, on_desk.step):
            raise ListMoved
        tasks = self.work.cases.open_at_step(on_desk.task, self.me.id, most=MOST)
        bulk = Bulk(
            began=self.work.now.isoformat(),
            procedure_id=on_desk.procedure.id,
            version=on_desk.case.procedure_version,
            step=on_desk.step.id,
            tasks=tuple(tasks),
        )
        self._look(bulk, fresh=True)

    def tick(self, task_id: TaskId, seen: int) -> bool:
        """This one, as it was looked at; the next is shown.

        False for one that has changed since: it is shown again as it is now.
        """
        bulk = self._going_through()
        if self._was_pressed_before(bulk, task_id):
            return True
        if self.work.cases.task(task_id).version != seen:
            self._look(bulk)
            return False
        self._look(bulk.tick(task_id, seen))
        return True

    def leave_out(self, task_id: TaskId) -> None:
        """Not this one; the next is shown."""
        bulk = self._going_through()
        if not self._was_pressed_before(bulk, task_id):
            self._look(bulk.leave_out(task_id))

    def _was_pressed_before(self, bulk: Bulk, task_id: TaskId) -> bool:
        """A thumb was quicker than the next card; raises ListMoved for what is not looked at."""
        if bulk.current == task_id:
            return False
        if task_id not in bulk.tasks[: bulk.at]:
            raise ListMoved
        self.work.tell(self.me.id, ShowBulk())
        return True

    def back(self) -> None:
        """The one before is looked at again."""
        bulk = self._going_through()
        self._look(bulk.undecided(at=max(0, bulk.at - 1)))

    def finish(self) -> None:
        """Enough were looked at."""
        bulk = self._going_through()
        self._keep(bulk.undecided(at=len(bulk.tasks)))

    def stop(self) -> None:
        """Nothing is decided; the list of work comes in its place."""
        put_down(self.work, self.me.id, FocusKind.BULK, self.me.id)
        self.work.cards.turn(ScreenName.BULK, self.me.id, Mode())
        self.work.tell(self.me.id, ShowBulk())
        OfficerDesk(self.work, self.me).queue(0, fresh=True)

    def files(self, task_id: TaskId) -> None:
        """The files of the one that is looked at."""
        on_desk = OfficerDesk(self.work, self.me).acting(task_id).on_desk
        for file in self.work.cases.attachments(on_desk.case.id):
            self.work.tell(self.me.id, SendAttachment(case_id=on_desk.case.id, file_id=file.id))

    def choose(self, outcome_id: OutcomeId, ticked: str) -> None:
        """All that are ticked go this way: at once, or with one instruction or reason."""
        bulk, step, outcome = self._chosen(outcome_id)
        if bulk.digest != ticked:
            raise ListMoved
        if not outcome.note_required and not words_of(step, outcome):
            self._start(bulk, outcome_id, "")
            return
        focus = Focus(kind=FocusKind.BULK, ref=self.me.id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._keep(replace(bulk, outcome=outcome_id))

    def ready_made(self, outcome_id: OutcomeId, words: str, ticked: str) -> None:
        """With an instruction or reason of the SOP's own, by the digest of its words."""
        bulk, step, outcome = self._chosen(outcome_id)
        note = next((one for one in words_of(step, outcome) if digest_of(one) == words), None)
        if note is None or bulk.digest != ticked:
            raise ListMoved
        self._start(bulk, outcome_id, note)

    def written(self, text: str) -> None:
        """With an instruction or reason in own words; a NIK in it is kept masked."""
        bulk = self._going_through()
        if bulk.to is not None:
            self.give(bulk.to, bulk.digest, read_note(text, OutcomeId("")))
            return
        self._chosen(bulk.outcome)
        self._start(bulk, bulk.outcome, read_note(text, bulk.outcome))

    def choose_colleague(self, ticked: str) -> None:
        """All that are ticked are to be given to a colleague: to whom?"""
        bulk = self._giving(ticked)
        if not fellows(self.work, self.me.id, bulk):
            raise ListMoved
        self._keep(replace(bulk.undecided(at=len(bulk.tasks)), giving=True))

    def choose_word(self, to: PersonId, ticked: str) -> None:
        """To this one: whoever likes may write a word to go with all of them."""
        bulk = self._giving(ticked, to)
        focus = Focus(kind=FocusKind.BULK, ref=self.me.id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._keep(replace(bulk, giving=True, to=to))

    def give(self, to: PersonId, ticked: str, words: str = "") -> None:
        """Give them, each file on its own, with or without a word."""
        bulk = self._giving(ticked, to)
        put_down(self.work, self.me.id, FocusKind.BULK, self.me.id)
        self._keep(replace(bulk, running=True, giving=True, to=to))
        for part in _parts(bulk):
            told = GiveTogether(began=bulk.began, to=to, words=words, tasks=part)
            self.work.tell(self.me.id, told)

    def _giving(self, ticked: str, to: PersonId | None = None) -> Bulk:
        bulk = self._going_through()
        if not bulk.ticked:
            raise BulkEmpty
        offered = {one.person_id for one in fellows(self.work, self.me.id, bulk)}
        if bulk.digest != ticked or (to is not None and to not in offered):
            raise ListMoved
        return bulk

    def show(self) -> None:
        self.work.tell(self.me.id, ShowBulk(fresh=True))

    def _start(self, bulk: Bulk, outcome_id: OutcomeId, note: str) -> None:
        put_down(self.work, self.me.id, FocusKind.BULK, self.me.id)
        self._keep(replace(bulk, running=True, outcome=outcome_id))
        for part in _parts(bulk):
            told = DecideTogether(began=bulk.began, outcome=outcome_id, note=note, tasks=part)
            self.work.tell(self.me.id, told)

    def _chosen(self, outcome_id: OutcomeId) -> tuple[Bulk, Step, Outcome]:
        bulk = self._going_through()
        procedure = self.work.procedures.get(bulk.procedure_id, bulk.version)
        step = procedure.step(bulk.step)
        outcome = together(procedure, step).get(outcome_id)
        if outcome is None:
            raise ListMoved
        if not bulk.ticked:
            raise BulkEmpty
        return bulk, step, outcome

    def _going_through(self) -> Bulk:
        bulk = read_bulk(self.work.cards.mode(ScreenName.BULK, self.me.id).note)
        if bulk is None:
            raise ListMoved
        if bulk.running:
            raise BulkRunning
        return bulk

    def _look(self, bulk: Bulk, *, fresh: bool = False) -> None:
        """Show the file that is next; looking at it is receiving it."""
        for _ in range(_PASSED):
            if bulk.current is None:
                break
            try:
                on_desk = OfficerDesk(self.work, self.me).acting(bulk.current).on_desk
            except Refusal:
                bulk = bulk.without(bulk.current)
                continue
            receive(self.work, on_desk.task, on_desk.who)
            break
        self._keep(bulk, fresh=fresh)

    def _keep(self, bulk: Bulk, *, fresh: bool = False) -> None:
        self.work.cards.turn(ScreenName.BULK, self.me.id, Mode(note=bulk.kept()))
        self.work.tell(self.me.id, ShowBulk(fresh=fresh))


def decide_together(work: UnitOfWork, person_id: PersonId, one: DecideTogether) -> None:
    """Decide a part of what was ticked, each file on its own: what is refused stays as it was."""
    me = work.people.get(person_id)

    def decide(task_id: TaskId, seen: int) -> None:
        deciding = OfficerDesk(work, me).acting(task_id)
        if deciding.task.version != seen:
            raise TaskMoved
        deciding.decide(OutcomeId(one.outcome), one.note)

    _each(work, person_id, one, decide)


def give_together(work: UnitOfWork, person_id: PersonId, one: GiveTogether) -> None:
    """Give a part of what was ticked to a colleague, each file on its own, as `decide_together`."""
    me = work.people.get(person_id)

    def give(task_id: TaskId, seen: int) -> None:
        on_desk = task_on_desk(work, person_id, task_id)
        rights.ensure(Act.GIVE, on_desk.task, on_desk.who)
        if on_desk.task.version != seen:
            raise TaskMoved
        if str(one.to) not in giving.offered(work, on_desk):
            raise ListMoved
        giving.give_to_colleague(work, me, on_desk, str(one.to), one.words)

    _each(work, person_id, one, give)


def _each(
    work: UnitOfWork,
    person_id: PersonId,
    one: DecideTogether | GiveTogether,
    does: Callable[[TaskId, int], None],
) -> None:
    """Who may act is asked again, and that each is still what was looked at."""
    done, refused = 0, []
    for task_id, seen in _read(one.tasks):
        why = work.attempt(partial(does, task_id, seen))
        if why is None:
            done += 1
        else:
            _, case = work.cases.task_and_case(task_id)
            told = Tell(message_id=why.message_id, arguments=why.arguments)
            refused.append(RefusedFile(number=case.number, why=encode(told)[1]))
    bulk = read_bulk(work.cards.mode(ScreenName.BULK, person_id).note)
    if bulk is None or bulk.began != one.began:
        return
    came_of = replace(bulk, done=bulk.done + done, refused=(*bulk.refused, *refused))
    work.cards.turn(ScreenName.BULK, person_id, Mode(note=came_of.kept()))
    work.tell(person_id, ShowBulk())


def _parts(bulk: Bulk) -> Iterator[tuple[str, ...]]:
    ticked = iter(bulk.ticked.items())
    while part := tuple(f"{one}:{seen}" for one, seen in islice(ticked, BATCH)):
        yield part


def _read(tasks: Sequence[str]) -> list[tuple[TaskId, int]]:
    pairs = (one.partition(":") for one in tasks)
    return [(TaskId(int(task_id)), int(seen)) for task_id, _, seen in pairs]
