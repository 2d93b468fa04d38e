"""What time does by itself: reminders, alerts to the superior, and what was missed meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workflow.alarms import (
    LAPSED,
    LAPSING,
    WORDS,
    Alarm,
    AlarmKind,
    Listener,
    Watch,
    caught_up,
    hears_at,
    next_alarm,
)
from workflow.case import Case, CaseState, Task
from workflow.desk.alarm_batch import AlarmBatch
from workflow.desk.cards import refresh
from workflow.desk.hearing import hearing
from workflow.desk.withdrawing import leave
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowCase, TellAlarms
from workflow.listening import Sitting, watchers, who_hears
from workflow.ports import UnitOfWork
from workflow.queries.holders import holding, living
from workflow.withdrawing import can_lapse

# So many files are read at once, in some ten milliseconds: everybody else waits meanwhile.
BATCH = 100


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
        busy = self.busy(found)
        for part in found.parts():
            self.say(found, part, busy)
        self.release()
        self.close(found.closing)

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
            watch = self._watch(task, case)
            current = caught_up(alarm, now, watch)
            if current.at > now:
                found.kept[task.id] = current
                continue
            if current.kind in LAPSING and not watch.lapses:
                found.kept[task.id] = None  # the office closes nothing by itself any more
                continue
            if current.kind is AlarmKind.CLOSES:
                found.closing.append(task.id)
                continue
            found.saying[task.id] = (current, watch)
            found.tasks[task.id] = (task, case)
            self._hear(found, task, case, current, sitting)
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
        alarm: Alarm,
        sitting: Sitting,
    ) -> None:
        """Note down who is told of one file."""
        listeners = alarm.listeners
        if Listener.APPLICANT in listeners:
            if case.applicant_id is not None:
                found.waiting[task.id] = (case.applicant_id, case.id)
                return
            listeners = frozenset({Listener.OFFICER})  # the desk acts for whoever has no Telegram
        procedure = self.work.procedures.find(case.procedure_id, case.procedure_version)
        if procedure is None:
            return  # the administrators know of this file, and nobody can work on it
        lying_with = holding(self.work, case, procedure, task)
        found.hearing[task.id] = who_hears(
            listeners,
            watchers(self.work.office, procedure, task.lane),
            lying_with,
            self.work.people.within_reach(lying_with),
            sitting,
            hearing=hearing(self.work, task, procedure, lying_with),
        )
        told = {person_id for person_id, _ in found.hearing[task.id]}
        found.people |= told
        if alarm.kind in LAPSED:
            found.lapsed |= told

    def busy(self, found: AlarmBatch) -> Mapping[PersonId, datetime]:
        """Who of these is to be left in peace, and until when: they were told something just now.

        Alarms for one person within the rhythm's window become one message: what comes meanwhile
        joins. That a limit is over waits for no reminder told before it, only for the last word of
        that kind. Whoever's message is being gathered already gets it as soon as it is whole.
        """
        people, joining = self.work.people, self.work.gathered.people()
        last = {
            **people.last_alarm_at(found.people - found.lapsed - joining),
            **people.last_lapse_at(found.lapsed - joining),
        }
        moments = {person_id: self._hears_at(said_at) for person_id, said_at in last.items()}
        return {one: moment for one, moment in moments.items() if moment > self.work.now}

    def _hears_at(self, last_said_at: datetime) -> datetime:
        return hears_at(
            last_said_at,
            now=self.work.now,
            window=self.work.rhythm.group_window,
            calendar=self.work.calendar,
        )

    def say(
        self, found: AlarmBatch, part: Sequence[TaskId], busy: Mapping[PersonId, datetime]
    ) -> None:
        """Gather a part of what was found into one message a person, and arm what comes next.

        Alarms missed while nobody watched are said once, as the latest of them. Messages and alarms
        are written together, and a message goes when all parts are (`release`): whatever stops the
        bot in between, nothing is told twice and nothing is lost.
        """
        later = {one: until for one in part if (until := _put_off_until(found, one, busy))}
        said = [one for one in part if one in found.hearing and one not in later]
        told: dict[PersonId, list[tuple[TaskId, Listener]]] = defaultdict(list)
        for task_id in said:
            for person_id, listener in found.hearing[task_id]:
                told[person_id].append((task_id, listener))
        self.work.gathered.add({one: _alarms(ready) for one, ready in told.items()})
        for person_id, case_id in (found.waiting[one] for one in part if one in found.waiting):
            self.work.tell(person_id, ShowCase(case_id=case_id, fresh=True, reminding=True))
        self._renew_cards(found, said)
        self.work.people.set_last_alarm_at(told.keys(), self.work.now)
        self.work.people.set_last_lapse_at(told.keys() & found.lapsed, self.work.now)
        armed = {one: _next(found, one, later.get(one)) for one in part}
        self.work.cases.set_alarms(armed, rung=found.rung)

    def close(self, lapsed: Iterable[TaskId]) -> None:
        """End requests that nobody has repaired; one that was repaired just now goes on."""
        for task_id in lapsed:
            task, case = self.work.cases.task_and_case(task_id)
            if task.is_open:
                leave(self.work, case, task, CaseState.LAPSED, by=None)

    def release(self) -> None:
        """Let the messages go that have been gathered, within office hours.

        Also those of a look that was cut off; what was said after it has joined them.
        """
        if self.work.calendar.is_open(self.work.now):
            self.work.people.set_last_alarm_at(self.work.gathered.release(), self.work.now)

    def next_release_at(self) -> datetime | None:
        """When messages are to go that were left behind by a look that was cut off."""
        left = self.work.gathered.people()
        return self.work.calendar.next_opening(self.work.now) if left else None

    def _renew_cards(self, found: AlarmBatch, said: Sequence[TaskId]) -> None:
        """A card says how much time is left: it must not contradict what is told beside it.

        The applicant's says so once the superior knows. After a long stop it is left at the
        messages: cards are renewed when somebody opens them.
        """
        for task, case in (found.tasks[one] for one in said if one in found.tasks):
            refresh(self.work, task)
            alarm, _ = found.saying[task.id]
            if case.applicant_id is not None and Listener.SUPERIOR in alarm.listeners:
                self.work.tell(case.applicant_id, ShowCase(case_id=case.id))

    def _watch(self, task: Task, case: Case) -> Watch:
        """A file that waits for its applicant is counted from when it was last taken up."""
        procedure = self.work.procedures.find(case.procedure_id, case.procedure_version)
        if procedure is not None and can_lapse(procedure, task):
            return Watch(
                opened_at=task.limit_began,
                due_at=None,
                calendar=self.work.calendar,
                rhythm=self.work.rhythm,
                lapses=self.work.office.lapses_after,
            )
        return Watch(
            opened_at=task.opened_at,
            due_at=task.due_at,
            calendar=self.work.calendar,
            rhythm=self.work.rhythm,
        )


def _alarms(ready: Sequence[tuple[TaskId, Listener]]) -> TellAlarms:
    def of(wanted: Listener) -> tuple[int, ...]:
        return tuple(task_id for task_id, listener in ready if listener is wanted)

    return TellAlarms(
        task_ids=of(Listener.OFFICER),
        overdue=of(Listener.SUPERIOR),
        unheard=of(Listener.ADMINISTRATOR),
    )


def _put_off_until(
    found: AlarmBatch, task_id: TaskId, busy: Mapping[PersonId, datetime]
) -> datetime | None:
    """Until when a task waits, because somebody who hears of it is to be left in peace."""
    moments = [busy[one] for one, _ in found.hearing.get(task_id, ()) if one in busy]
    return max(moments, default=None)


def _next(found: AlarmBatch, task_id: TaskId, put_off_until: datetime | None) -> Alarm | None:
    """What a task says next: the same again where it has to wait."""
    if task_id in found.kept:
        return found.kept[task_id]
    alarm, watch = found.saying[task_id]
    if put_off_until is not None:
        return _put_off(alarm, put_off_until, watch)
    return next_alarm(alarm.kind, found.now, watch)


def _put_off(alarm: Alarm, until: datetime, watch: Watch) -> Alarm:
    """The same alarm later; in place of a reminder what it would only come after."""
    following = next_alarm(alarm.kind, alarm.at, watch)
    if alarm.kind is AlarmKind.REMINDER and following is not None and following.at <= until:
        return replace(following, also=alarm.listeners)
    return replace(alarm, at=until)
