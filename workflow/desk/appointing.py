"""What changes when somebody comes to a jabatan or leaves it: who is told, where files lie next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from workflow.desk.clearing import clear_desk
from workflow.desk.widening import look_for_others
from workflow.errors import AlreadyHolds
from workflow.ids import JabatanId, PersonId
from workflow.intents import ListCommands, ShowOverview, ShowQueue, ShowTask, TakeBack, Tell
from workflow.people import Acting, Appointment, on_duty
from workflow.ports import UnitOfWork
from workflow.queries.posts import post_title, title_of
from workflow.screen_names import ScreenName
from workflow.terms import last_day

# So many cards on the phone of whoever leaves are turned, the newest of them.
MOST_TURNED = 50
# So many appointments at once begin or end by themselves; everybody else waits meanwhile.
AT_ONCE = 2


def appoint_acting(work: UnitOfWork, appointment: Appointment) -> None:
    """Name an acting holder; one who begins later is told now, and again on the day.

    Raises AlreadyHolds for whoever sits in the jabatan already: nobody acts for himself.
    """
    held = work.people.appointments_to(appointment.jabatan, at=work.now)
    if any(
        one.person_id == appointment.person_id and one.acting is Acting.DEFINITIVE for one in held
    ):
        raise AlreadyHolds(jabatan=post_title(work, appointment.jabatan))
    begun = appointment.begins_at <= work.now
    following = appointment.ends_at if begun else appointment.begins_at
    speaks_at = None if following is None else work.calendar.next_opening(following)
    work.people.appoint(appointment, speaks_at=speaks_at)
    if begun:
        begin_acting(work, appointment)
        return
    _tell_of(work, appointment, "acting-named", "acting-named-for")


def begin_acting(work: UnitOfWork, appointment: Appointment) -> None:
    """The acting holder takes over the desk: what the absent one holds lies in the lane again."""
    _tell_of(work, appointment, "acting-begun", "acting-begun-for")
    absent = {one.person_id for one in _others(work, appointment)}
    for person_id in sorted(absent):
        clear_desk(work, person_id, appointment.jabatan, told=False)
    work.tell(appointment.person_id, ListCommands())
    work.tell(appointment.person_id, ShowQueue())


def end_appointment(work: UnitOfWork, appointment: Appointment) -> None:
    """End an appointment before its time: rights go with this moment, files go back to the lane."""
    work.people.end(appointment.id, at=work.now)
    lapse(work, appointment)


def lapse(work: UnitOfWork, appointment: Appointment) -> None:
    """An appointment is over: say so, and clear the desk of whoever had it."""
    held = work.people.holders_of([appointment.jabatan], at=work.now)
    if any(one.person_id == appointment.person_id for one in held):
        return  # the same person goes on, by another decree
    work.tell(appointment.person_id, ListCommands())
    work.tell(
        appointment.person_id,
        Tell(message_id="appointment-ended", arguments={"jabatan": title_of(work, appointment)}),
    )
    leave_post(work, appointment)


def leave_post(work: UnitOfWork, appointment: Appointment) -> None:
    """Whoever held a post holds it no more: its files lie in the lane, the phone keeps nothing."""
    held = work.people.holders_of([appointment.jabatan], at=work.now)
    if appointment.acting is not Acting.DEFINITIVE and appointment.begins_at <= work.now:
        for one in on_duty(held):
            arguments = {"name": appointment.name, "jabatan": title_of(work, appointment)}
            work.tell(one.person_id, Tell(message_id="acting-ended-for", arguments=arguments))
    _clear_desk(work, appointment.person_id, appointment.jabatan)
    work.tell(appointment.person_id, TakeBack())


def _clear_desk(work: UnitOfWork, person_id: PersonId, jabatan: JabatanId) -> None:
    """Give back what somebody held in a jabatan, and turn the other cards on that phone."""
    clear_desk(work, person_id, jabatan)
    look_for_others(work, person_id)
    # What is young enough is taken off the phone as a whole; the rest of it is turned.
    for task_id in work.cards.tasks_shown(person_id, most=MOST_TURNED):
        work.tell(person_id, ShowTask(task_id=task_id))
    if work.cards.message(ScreenName.QUEUE, person_id) is not None:
        work.tell(person_id, ShowQueue(fresh=False))
    if work.cards.message(ScreenName.OVERVIEW, person_id) is not None:
        work.tell(person_id, ShowOverview(fresh=False))


def _others(work: UnitOfWork, appointment: Appointment) -> Iterable[Appointment]:
    """The definitive holders of the jabatan somebody acts in."""
    return (
        one
        for one in work.people.holders_of([appointment.jabatan], at=work.now)
        if one.acting is Acting.DEFINITIVE and one.person_id != appointment.person_id
    )


def _tell_of(work: UnitOfWork, appointment: Appointment, to_acting: str, to_absent: str) -> None:
    tz = work.calendar.tz
    arguments: dict[str, str | int | date] = {"jabatan": title_of(work, appointment)}
    if appointment.begins_at > work.now:
        arguments["first"] = appointment.begins_at.astimezone(tz).date()
    if appointment.ends_at is not None:
        arguments["last"] = last_day(appointment.ends_at, tz)
    work.tell(appointment.person_id, Tell(message_id=to_acting, arguments=arguments))
    for one in _others(work, appointment):
        told = Tell(message_id=to_absent, arguments={**arguments, "name": appointment.name})
        work.tell(one.person_id, told)


@dataclass(frozen=True, slots=True)
class AppointmentNotices:
    """What time does to appointments: acting ones begin and end by themselves, and say so.

    The rights need none of this: they are asked of the books by the moment.
    """

    work: UnitOfWork

    def tell_due(self) -> bool:
        """Say what has begun and what has ended, within office hours, each once.

        A few at a time; returns whether there may be more.
        """
        now = self.work.now
        opening = self.work.calendar.next_opening(now)
        found = self.work.people.appointments_speaking(now, limit=AT_ONCE)
        for one in found:
            if opening > now:
                self.work.people.set_speaks_at(one.id, opening)
            elif one.ends_at is not None and one.ends_at <= now:
                self.work.people.set_speaks_at(one.id, None)
                lapse(self.work, one)
                self._tell_vacant(one)
            else:
                following = one.ends_at and self.work.calendar.next_opening(one.ends_at)
                self.work.people.set_speaks_at(one.id, following)
                begin_acting(self.work, one)
        return len(found) == AT_ONCE

    def _tell_vacant(self, ended: Appointment) -> None:
        if self.work.people.holders_of([ended.jabatan], at=self.work.now):
            return
        arguments = {"name": ended.name, "jabatan": title_of(self.work, ended)}
        for person_id in self.work.people.administrators():
            told = Tell(message_id="acting-ended-vacant", arguments=arguments)
            self.work.tell(person_id, told)

    def next_at(self) -> datetime | None:
        """The next moment at which something is to be told."""
        return self.work.people.next_speaks_at()
