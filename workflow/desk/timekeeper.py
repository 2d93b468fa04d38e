"""What time does by itself: reminders, alerts to the superior, and what was missed meanwhile."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from workflow.alarms import Alarm, Listener, Rhythm, Watch, caught_up, gathered, next_alarm
from workflow.case import Case, Task
from workflow.desk.rights import holding
from workflow.ids import PersonId, TaskId
from workflow.intents import TellAlarms
from workflow.people import on_duty
from workflow.ports import Clock, UnitOfWork
from workflow.procedure import Procedure

BATCH = 500


@dataclass(frozen=True, slots=True)
class Told:
    """One task that one person is told about, and as what."""

    task_id: TaskId
    listener: Listener


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The clock on the wall."""

    work: UnitOfWork
    clock: Clock
    rhythm: Rhythm

    def tick(self) -> bool:
        """Say what has come; return True when there is more than one batch of it.

        Alarms missed while nobody watched are said once, as the latest of them. Alarms for one
        person within the rhythm's window become one message: who was told something just now
        waits, and what comes meanwhile joins.
        """
        now = self.clock.now()
        due = self.work.cases.alarms_due(now, limit=BATCH)
        by_person: dict[PersonId, list[Told]] = defaultdict(list)
        saying: dict[TaskId, tuple[Alarm, Watch]] = {}
        for task, case, alarm in due:
            watch = self._watch(task)
            current = caught_up(alarm, now, watch)
            if current.at > now:
                self.work.cases.set_alarm(task.id, current)
                continue
            saying[task.id] = (current, watch)
            for person_id, told in self._listeners(task, case, current, now):
                by_person[person_id].append(told)
        self._say(by_person, saying, now)
        return len(due) == BATCH

    def _say(
        self,
        by_person: dict[PersonId, list[Told]],
        saying: dict[TaskId, tuple[Alarm, Watch]],
        now: datetime,
    ) -> None:
        messages = gathered(
            by_person,
            self.work.people.last_alarm_at(by_person.keys()),
            now=now,
            window=self.rhythm.group_window,
            calendar=self.work.calendar,
        )
        later: dict[TaskId, datetime] = {}
        told: list[PersonId] = []
        for message in messages:
            if message.at > now:
                for one in message.alarms:
                    later[one.task_id] = max(message.at, later.get(one.task_id, message.at))
        for message in messages:
            ready = [one for one in message.alarms if one.task_id not in later]
            if message.at > now or not ready:
                continue
            told.append(message.person)
            self.work.tell(
                message.person,
                TellAlarms(
                    task_ids=tuple(o.task_id for o in ready if o.listener is Listener.OFFICER),
                    overdue=tuple(o.task_id for o in ready if o.listener is Listener.SUPERIOR),
                ),
            )
        self.work.people.set_last_alarm_at(told, now)
        for task_id, (alarm, watch) in saying.items():
            if task_id in later:
                waiting = Alarm(kind=alarm.kind, at=later[task_id], also=alarm.also)
                self.work.cases.set_alarm(task_id, waiting)
            else:
                self.work.cases.set_alarm(task_id, next_alarm(alarm.kind, now, watch))

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
