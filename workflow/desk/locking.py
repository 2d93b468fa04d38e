"""A phone is stolen or lost: whoever had it has no access any more, until a new link is used."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.desk.appointing import leave_post
from workflow.errors import NothingToLock
from workflow.ids import PersonId
from workflow.intents import ListCommands, ShowLocking, TakeBack, Tell
from workflow.people import Appointment, Person
from workflow.ports import UnitOfWork
from workflow.queries.access import administers, ensure_may_lock, ensure_watches, watches
from workflow.queries.people import called
from workflow.queries.posts import title_of


@dataclass(frozen=True, slots=True)
class LockingDesk:
    """The superior's and the administrator's hand on somebody's access."""

    work: UnitOfWork
    me: Person

    def choose(self, page: int) -> None:
        """Ask a superior whose phone is lost."""
        ensure_watches(self.work, self.me.id)
        self.work.tell(self.me.id, ShowLocking(page=page))

    def lock(self, person_id: PersonId) -> None:
        """End all access at once: every post, the administration, what was asked, what is shown.

        Files lie with their lanes again, a signature that was ordered is given up, and files that
        were sent are fetched back. A new link opens the door again.
        """
        ensure_may_lock(self.work, self.me, person_id)
        held = self.work.people.to_come_or_held(person_id, at=self.work.now)
        name = called(self.work, person_id)
        if not held and not administers(self.work.people.get(person_id)):
            raise NothingToLock
        for one in held:
            self.work.people.end(one.id, at=self.work.now)
        self.work.people.dismiss_administrator(person_id)
        self.work.people.set_focus(person_id, None, at=self.work.now)
        for one in held:
            leave_post(self.work, one)
        self.work.tell(person_id, ListCommands())
        self.work.tell(person_id, TakeBack())
        self.work.tell(person_id, Tell(message_id="access-locked"))
        self._tell(person_id, name, held)

    def _tell(self, person_id: PersonId, name: str, held: Sequence[Appointment]) -> None:
        """Whoever locked it, the administrators, and the superiors: each once."""
        posts = ", ".join(title_of(self.work, one) for one in held)
        arguments = {"name": name, "jabatan": posts or "-"}
        hearing = [self.me.id, *self.work.people.administrators(), *self._superiors(held)]
        for one in dict.fromkeys(hearing):
            if one != person_id:
                self.work.tell(one, Tell(message_id="access-locked-of", arguments=arguments))
        if watches(self.work, self.me.id) and not administers(self.me):
            self.work.tell(self.me.id, ShowLocking())

    def _superiors(self, held: Sequence[Appointment]) -> list[PersonId]:
        known = self.work.office.jabatan
        above = {known[one.jabatan].superior for one in held if one.jabatan in known}
        posts = sorted(one for one in above if one is not None)
        return [one.person_id for one in self.work.people.holders_of(posts, at=self.work.now)]
