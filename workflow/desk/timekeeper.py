"""What time does by itself: reminders, alerts to the superior, and what was missed meanwhile."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workflow.alarms import (
    Alarm,
    Gathering,
    Listener,
    Rhythm,
    Watch,
    caught_up,
    gathered,
    next_alarm,
)
from workflow.case import Case, Task
from workflow.desk.handing import screen_of
from workflow.desk.rights import holding
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowCase, ShowTask, TellAlarms
from workflow.people import on_duty
from workflow.ports import Clock, UnitOfWork
from workflow.procedure import Procedure

BATCH = 500
# How many files' cards are drawn anew by one look at the clock.
MOST_RENEWED = 50


@dataclass(frozen=True, slots=True)
class Told:
    """One task that one person is told about, and as what."""

    task_id: TaskId
    listener: Listener


@dataclass(slots=True)
class Round:
    """What one look at the clock has found to say so far; nothing of it is written yet."""

    now: datetime
    by_person: dict[PersonId, list[Told]] = field(default_factory=lambda: defaultdict(list))
    saying: dict[TaskId, tuple[Alarm, Watch]] = field(default_factory=dict)
    tasks: dict[TaskId, tuple[Task, Case]] = field(default_factory=dict)
    kept: dict[TaskId, Alarm | None] = field(default_factory=dict)
    seen: tuple[datetime, TaskId] | None = None


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The clock on the wall."""

    work: UnitOfWork
    clock: Clock
    rhythm: Rhythm
    batch: int = BATCH

    def tick(self) -> None:
        """Say what has come, all at once."""
        found = Round(self.clock.now())
        while self.look(found):
            continue
        self.say(found)

    def look(self, found: Round) -> bool:
        """Read one more batch of what has come into *found*; True when there may be more of it.

        Nothing is written, so a person's files may lie in many batches and still be one message.
        """
        due = self.work.cases.alarms_due(found.now, limit=self.batch, after=found.seen)
        for task, case, alarm in due:
            found.seen = (alarm.at, task.id)
            watch = self._watch(task)
            current = caught_up(alarm, found.now, watch)
            if current.at > found.now:
                found.kept[task.id] = current
                continue
            found.saying[task.id] = (current, watch)
            found.tasks[task.id] = (task, case)
            for person_id, told in self._listeners(task, case, current, found.now):
                found.by_person[person_id].append(told)
        return len(due) == self.batch

    def say(self, found: Round) -> None:
        """Put one message for each person into the outbox, and arm what comes next.

        Alarms missed while nobody watched are said once, as the latest of them. Alarms for one
        person within the rhythm's window become one message: who was told something just now
        waits, and what comes meanwhile joins.
        """
        messages = self._gathered(found)
        later: dict[TaskId, datetime] = {}
        for message in messages:
            if message.at > found.now:
                for one in message.alarms:
                    later[one.task_id] = max(message.at, later.get(one.task_id, message.at))
        told: list[PersonId] = []
        said: dict[TaskId, None] = {}
        for message in messages:
            ready = [one for one in message.alarms if one.task_id not in later]
            if message.at <= found.now and ready:
                told.append(message.person)
                self.work.tell(message.person, _alarms(ready))
                said |= dict.fromkeys(one.task_id for one in ready)
        self._renew_cards(found, list(said))
        self.work.people.set_last_alarm_at(told, found.now)
        self.work.cases.set_alarms({**found.kept, **_armed(found, later)})

    def _renew_cards(self, found: Round, said: Sequence[TaskId]) -> None:
        """A card says how much time is left: it must not contradict what is told beside it.

        The applicant's says so once the superior knows. After a long stop it is left at the
        messages: cards are renewed when somebody opens them.
        """
        if len(said) > MOST_RENEWED:
            return
        for task, case in (found.tasks[one] for one in said):
            for person_id in self.work.cards.on_phones(screen_of(task)):
                self.work.tell(person_id, ShowTask(task_id=task.id))
            alarm, _ = found.saying[task.id]
            if case.applicant_id is not None and Listener.SUPERIOR in alarm.listeners:
                self.work.tell(case.applicant_id, ShowCase(case_id=case.id))

    def _gathered(self, found: Round) -> Sequence[Gathering[PersonId, Told]]:
        return gathered(
            found.by_person,
            self.work.people.last_alarm_at(found.by_person.keys()),
            now=found.now,
            window=self.rhythm.group_window,
            calendar=self.work.calendar,
        )

    def _procedure(self, case: Case) -> Procedure:
        return self.work.procedures.get(case.procedure_id, case.procedure_version)

    def _watch(self, task: Task) -> Watch:
        return Watch(
            opened_at=task.opened_at,
            due_at=task.due_at,
            calendar=self.work.calendar,
            rhythm=self.rhythm,
        )

    def _listeners(
        self, task: Task, case: Case, alarm: Alarm, now: datetime
    ) -> list[tuple[PersonId, Told]]:
        found: list[tuple[PersonId, Told]] = []
        if Listener.OFFICER in alarm.listeners:
            lying_with = holding(self.work, case, self._procedure(case), task, now=now)
            found += [(person, Told(task.id, Listener.OFFICER)) for person in lying_with]
        if Listener.SUPERIOR in alarm.listeners:
            jabatan = self.work.office.holder_of(case.procedure_id, task.lane)
            superior = self.work.office.alerted_for(jabatan)
            if superior is not None:
                for one in on_duty(self.work.people.holders_of([superior], at=now)):
                    found.append((one.person_id, Told(task.id, Listener.SUPERIOR)))
        return found


def _alarms(ready: Sequence[Told]) -> TellAlarms:
    return TellAlarms(
        task_ids=tuple(one.task_id for one in ready if one.listener is Listener.OFFICER),
        overdue=tuple(one.task_id for one in ready if one.listener is Listener.SUPERIOR),
    )


def _armed(found: Round, later: Mapping[TaskId, datetime]) -> dict[TaskId, Alarm | None]:
    """What each task says next: the same again for those who have to wait."""
    return {
        task_id: Alarm(kind=alarm.kind, at=later[task_id], also=alarm.also)
        if task_id in later
        else next_alarm(alarm.kind, found.now, watch)
        for task_id, (alarm, watch) in found.saying.items()
    }
