"""What time does by itself: reminders, alerts to the superior, and what was missed meanwhile."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from workflow.alarms import (
    LAPSED,
    WORDS,
    Alarm,
    AlarmKind,
    Gathering,
    Listener,
    Watch,
    caught_up,
    gathered,
    next_alarm,
)
from workflow.case import Case, Task
from workflow.desk.cards import refresh
from workflow.desk.handing import hearing
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowCase, TellAlarms
from workflow.listening import Sitting, watchers, who_hears
from workflow.ports import UnitOfWork
from workflow.queries.holders import holding, living

BATCH = 150
# How many files' cards are drawn anew by one look at the clock.
MOST_RENEWED = 50


@dataclass(frozen=True, slots=True)
class Told:
    """One task that one person is told about, and as what."""

    task_id: TaskId
    listener: Listener


@dataclass(slots=True)
class AlarmBatch:
    """What one look at the clock has found to say so far; nothing of it is written yet."""

    now: datetime
    by_person: dict[PersonId, list[Told]] = field(default_factory=lambda: defaultdict(list))
    saying: dict[TaskId, tuple[Alarm, Watch]] = field(default_factory=dict)
    tasks: dict[TaskId, tuple[Task, Case]] = field(default_factory=dict)
    kept: dict[TaskId, Alarm | None] = field(default_factory=dict)
    # The moment that each of these was armed for: one that was armed anew since then is left alone.
    rung: dict[TaskId, datetime] = field(default_factory=dict)
    # Applicants for whom a file waits.
    waiting: list[tuple[PersonId, Case]] = field(default_factory=list)
    seen: tuple[datetime, TaskId] | None = None
    # Whether there may be more than was read.
    more: bool = True

    def tells_of_lapse(self, told: Sequence[Told]) -> bool:
        """Whether any of this says that a limit is over."""
        return any(self.saying[one.task_id][0].kind in LAPSED for one in told)

    def take_in(self, batch: "AlarmBatch") -> None:
        """Add what one more batch has found."""
        for person, told in batch.by_person.items():
            self.by_person[person] += told
        self.saying |= batch.saying
        self.tasks |= batch.tasks
        self.kept |= batch.kept
        self.rung |= batch.rung
        self.waiting += batch.waiting
        self.seen, self.more = batch.seen, batch.more


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The clock on the wall."""

    work: UnitOfWork
    batch: int = BATCH

    def tick(self) -> None:
        """Say what has come, all at once."""
        found = AlarmBatch(self.work.now)
        while found.more:
            found.take_in(self.look(after=found.seen))
        self.say(found)

    def look(self, *, after: tuple[datetime, TaskId] | None) -> AlarmBatch:
        """Read one more batch of what has come; it changes nothing, in the books or elsewhere.

        Nothing is written, so a person's files may lie in many batches and still be one message.
        """
        now, sitting = self.work.now, living(self.work)
        found = AlarmBatch(now, seen=after)
        due = self.work.cases.alarms_due(now, limit=self.batch, after=after)
        for task, case, alarm in due:
            found.seen = (alarm.at, task.id)
            found.rung[task.id] = alarm.at
            if alarm.kind in WORDS and not self._waits_for_applicant(task, case):
                found.kept[task.id] = None  # armed when it was not known yet whom it waits for
                continue
            watch = self._watch(task)
            current = caught_up(alarm, now, watch)
            if current.at > now:
                found.kept[task.id] = current
                continue
            found.saying[task.id] = (current, watch)
            found.tasks[task.id] = (task, case)
            self._hear(found, task, case, current.listeners, sitting)
        found.more = len(due) == self.batch
        return found

    def _waits_for_applicant(self, task: Task, case: Case) -> bool:
        procedure = self.work.procedures.find(case.procedure_id, case.procedure_version)
        return procedure is not None and procedure.waits_for_applicant(
            procedure.step(task.step), case.service
        )

    def _hear(
        self,
        found: AlarmBatch,
        task: Task,
        case: Case,
        listeners: Collection[Listener],
        sitting: Sitting,
    ) -> None:
        """Note down who is told of one file."""
        if Listener.APPLICANT in listeners:
            if case.applicant_id is not None:
                found.waiting.append((case.applicant_id, case))
                return
            listeners = {Listener.OFFICER}  # the desk acts for whoever has no Telegram
        procedure = self.work.procedures.find(case.procedure_id, case.procedure_version)
        if procedure is None:
            return  # the administrators know of this file, and nobody can work on it
        lying_with = holding(self.work, case, procedure, task)
        told = who_hears(
            listeners,
            watchers(self.work.office, procedure, task.lane),
            lying_with,
            self.work.people.within_reach(lying_with),
            sitting,
            hearing=hearing(self.work, task, procedure, lying_with),
        )
        for person_id, listener in told:
            found.by_person[person_id].append(Told(task.id, listener))

    def say(self, found: AlarmBatch) -> None:
        """Put one message for each person into the outbox, and arm what comes next.

        Alarms missed while nobody watched are said once, as the latest of them. Alarms for one
        person within the rhythm's window become one message: who was told something just now
        waits, and what comes meanwhile joins. That a limit is over waits for no reminder told
        before it, only for the last word of that kind.
        """
        messages = self._gathered(found)
        later: dict[TaskId, datetime] = {}
        for message in messages:
            if message.at > found.now:
                for one in message.alarms:
                    later[one.task_id] = max(message.at, later.get(one.task_id, message.at))
        told: list[PersonId] = []
        told_of_lapse: list[PersonId] = []
        said: dict[TaskId, None] = {}
        for message in messages:
            ready = [one for one in message.alarms if one.task_id not in later]
            if message.at <= found.now and ready:
                told.append(message.person)
                if found.tells_of_lapse(ready):
                    told_of_lapse.append(message.person)
                self.work.tell(message.person, _alarms(ready))
                said |= dict.fromkeys(one.task_id for one in ready)
        for person_id, case in found.waiting:
            self.work.tell(person_id, ShowCase(case_id=case.id, fresh=True, reminding=True))
        self._renew_cards(found, list(said))
        self.work.people.set_last_alarm_at(told, found.now)
        self.work.people.set_last_lapse_at(told_of_lapse, found.now)
        armed = {**found.kept, **_armed(found, later)}
        self.work.cases.set_alarms(armed, rung=found.rung)

    def _renew_cards(self, found: AlarmBatch, said: Sequence[TaskId]) -> None:
        """A card says how much time is left: it must not contradict what is told beside it.

        The applicant's says so once the superior knows. After a long stop it is left at the
        messages: cards are renewed when somebody opens them.
        """
        if len(said) > MOST_RENEWED:
            return
        for task, case in (found.tasks[one] for one in said):
            refresh(self.work, task)
            alarm, _ = found.saying[task.id]
            if case.applicant_id is not None and Listener.SUPERIOR in alarm.listeners:
                self.work.tell(case.applicant_id, ShowCase(case_id=case.id))

    def _gathered(self, found: AlarmBatch) -> Sequence[Gathering[PersonId, Told]]:
        people = self.work.people
        lapsed = {one for one, told in found.by_person.items() if found.tells_of_lapse(told)}
        return gathered(
            found.by_person,
            {
                **people.last_alarm_at(found.by_person.keys() - lapsed),
                **people.last_lapse_at(lapsed),
            },
            now=found.now,
            window=self.work.rhythm.group_window,
            calendar=self.work.calendar,
        )

    def _watch(self, task: Task) -> Watch:
        return Watch(
            opened_at=task.opened_at,
            due_at=task.due_at,
            calendar=self.work.calendar,
            rhythm=self.work.rhythm,
        )


def _alarms(ready: Sequence[Told]) -> TellAlarms:
    def of(listener: Listener) -> tuple[int, ...]:
        return tuple(one.task_id for one in ready if one.listener is listener)

    return TellAlarms(
        task_ids=of(Listener.OFFICER),
        overdue=of(Listener.SUPERIOR),
        unheard=of(Listener.ADMINISTRATOR),
    )


def _armed(found: AlarmBatch, later: Mapping[TaskId, datetime]) -> dict[TaskId, Alarm | None]:
    """What each task says next: the same again for those who have to wait."""
    return {
        task_id: _put_off(alarm, later[task_id], watch)
        if task_id in later
        else next_alarm(alarm.kind, found.now, watch)
        for task_id, (alarm, watch) in found.saying.items()
    }


def _put_off(alarm: Alarm, until: datetime, watch: Watch) -> Alarm:
    """The same alarm later; in place of a reminder what it would only come after."""
    following = next_alarm(alarm.kind, alarm.at, watch)
    if alarm.kind is AlarmKind.REMINDER and following is not None and following.at <= until:
        return replace(following, also=alarm.listeners)
    return replace(alarm, at=until)
