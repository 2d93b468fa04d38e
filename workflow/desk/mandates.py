"""Naming a Plh. or Plt. in the chat: one question at a time, and one press that is sure."""

from dataclasses import dataclass, replace
from datetime import date

from workflow import mandate as drawing_up
from workflow.desk.administrator import AdministratorDesk, issue_link, named
from workflow.desk.appointing import appoint_acting
from workflow.errors import FormMovedOn, NotAChoice, ServiceUnknown
from workflow.ids import JabatanId, PersonId
from workflow.intents import Tell
from workflow.mandate import BY_LINK, NO_SK, Mandate, Wanted
from workflow.office_intents import ShowMandate, ShowPost
from workflow.people import Acting, Appointment, Asked, Focus, FocusKind, Person
from workflow.ports import UnitOfWork
from workflow.queries.candidates import may_act
from workflow.queries.posts import post_title
from workflow.terms import begins, ends


@dataclass(frozen=True, slots=True)
class MandateDesk:
    """Where an administrator names an acting holder."""

    work: UnitOfWork
    me: Person
    administrator: AdministratorDesk

    def begin(self, jabatan: JabatanId) -> None:
        """Ask in which capacity somebody is to act in a jabatan."""
        self.administrator.ensure_administrator()
        if jabatan not in self.work.office.jabatan:
            raise ServiceUnknown
        for wanted in Wanted:  # words for a mandate of before are not for this one
            asked = Asked(kind=FocusKind.MANDATE, extra=wanted)
            self.work.words.let_go(self.me.id, asked)
        self._keep(Mandate(jabatan=jabatan))

    def page(self, page: int) -> None:
        """Turn the pages of those who may be named."""
        self._mandate()
        self.work.tell(self.me.id, ShowMandate(page=page))

    def choose(self, wanted: str, value: str) -> None:
        """A press; one that belongs to an earlier question changes nothing."""
        mandate = self._mandate()
        if wanted != mandate.wanted:
            raise FormMovedOn
        match mandate.wanted:
            case Wanted.ACTING if value in {one.name for one in (Acting.PLH, Acting.PLT)}:
                self._keep(replace(mandate, acting=Acting[value]))
            case Wanted.PERSON if value == BY_LINK:
                self._keep(replace(mandate, by_link=True))
            case Wanted.PERSON:
                self._keep(self._with_person(mandate, value))
            case Wanted.FIRST | Wanted.LAST:
                self._keep(self._on_day(mandate, _iso(value)))
            case Wanted.SK if value == NO_SK:
                self._keep(replace(mandate, sk=""))
            case Wanted.SURE:
                self._appoint(mandate)
            case _:
                raise FormMovedOn

    def written(self, text: str) -> None:
        """Words: a name, a day, the number of the decree."""
        mandate = self._mandate()
        match mandate.wanted:
            case Wanted.NAME:
                name, nip, rank = named(text)
                self._keep(replace(mandate, name=name, nip=nip, rank=rank), fresh=True)
            case Wanted.FIRST | Wanted.LAST:
                day = drawing_up.day_of(text, example=mandate.first_on or self.work.today)
                self._keep(self._on_day(mandate, day), fresh=True)
            case Wanted.SK:
                self._keep(drawing_up.with_sk(mandate, text), fresh=True)
            case _:
                raise NotAChoice

    def correct(self, wanted: Wanted, text: str) -> bool:
        """Other words for what was told before; False when no mandate is being drawn up."""
        focus = self.work.people.focus(self.me.id)
        if focus is None or focus.kind is not FocusKind.MANDATE:
            return False
        mandate = self._mandate()
        match wanted:
            case Wanted.NAME if mandate.by_link:
                name, nip, rank = named(text)
                self._keep(replace(mandate, name=name, nip=nip, rank=rank))
            case Wanted.FIRST if mandate.first_on is not None:
                day = drawing_up.day_of(text, example=mandate.first_on)
                self._keep(self._with_first(mandate, day))
            case Wanted.LAST if mandate.last_on is not None:
                day = drawing_up.day_of(text, example=mandate.last_on)
                self._keep(drawing_up.on_last(mandate, day, today=self.work.today))
            case Wanted.SK if mandate.sk is not None:
                self._keep(drawing_up.with_sk(mandate, text))
            case _:
                return False
        return True

    def _with_first(self, mandate: Mandate, day: date) -> Mandate:
        """Another first day; the last one must still fit it."""
        today = self.work.today
        moved = drawing_up.on_first(mandate, day, today=today)
        return (
            moved
            if moved.last_on is None
            else drawing_up.on_last(moved, moved.last_on, today=today)
        )

    def stop(self) -> None:
        """Think better of it: back to the jabatan."""
        jabatan = self._mandate().jabatan
        self.administrator.post(jabatan, 0, fresh=True)

    def _mandate(self) -> Mandate:
        self.administrator.ensure_administrator()
        focus = self.work.people.focus(self.me.id)
        if focus is None or focus.kind is not FocusKind.MANDATE:
            raise FormMovedOn
        return drawing_up.read(focus.extra)

    def _keep(self, mandate: Mandate, *, fresh: bool = False) -> None:
        focus = Focus(kind=FocusKind.MANDATE, extra=mandate.kept())
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self.work.tell(self.me.id, ShowMandate(fresh=fresh))

    def _with_person(self, mandate: Mandate, value: str) -> Mandate:
        officers = may_act(self.work, mandate.jabatan)
        found = [one for one in officers if str(one.person_id) == value]
        if not found:
            raise FormMovedOn
        one = found[0]
        return replace(mandate, person_id=one.person_id, name=one.name, nip=one.nip, rank=one.rank)

    def _on_day(self, mandate: Mandate, day: date) -> Mandate:
        on = drawing_up.on_first if mandate.wanted is Wanted.FIRST else drawing_up.on_last
        return on(mandate, day, today=self.work.today)

    def _appoint(self, mandate: Mandate) -> None:
        """Everything is known: the officer is appointed, or a link for the new one is issued."""
        now, tz = self.work.now, self.work.calendar.tz
        self.work.people.set_focus(self.me.id, None, at=now)
        if mandate.acting is None or mandate.first_on is None or mandate.last_on is None:
            raise FormMovedOn
        first_on = max(mandate.first_on, self.work.today)
        drawing_up.on_last(replace(mandate, first_on=first_on), mandate.last_on, today=first_on)
        if mandate.by_link:
            self._invite(mandate, mandate.acting, mandate.first_on, mandate.last_on)
            return
        appointment = Appointment(
            person_id=PersonId(mandate.person_id or 0),
            jabatan=mandate.jabatan,
            name=mandate.name,
            nip=mandate.nip,
            rank=mandate.rank,
            acting=mandate.acting,
            begins_at=begins(mandate.first_on, tz, now=now),
            ends_at=ends(mandate.last_on, tz),
            sk=mandate.sk or "",
        )
        appoint_acting(self.work, appointment)
        self.work.tell(self.me.id, ShowPost(jabatan=mandate.jabatan))

    def _invite(self, mandate: Mandate, acting: Acting, first_on: date, last_on: date) -> None:
        tz = self.work.calendar.tz
        begins_at = begins(first_on, tz, now=self.work.now)
        link = issue_link(
            self.work,
            self.administrator.random_bytes,
            bot_name=self.administrator.bot_name,
            jabatan=mandate.jabatan,
            name=mandate.name,
            nip=mandate.nip,
            rank=mandate.rank,
            acting=acting,
            begins_at=begins_at,
            ends_at=ends(last_on, tz),
            sk=mandate.sk or "",
            issued_by=self.me.id,
        )
        title = f"{acting} {post_title(self.work, mandate.jabatan)}"
        self.work.tell(self.me.id, ShowPost(jabatan=mandate.jabatan))
        arguments = {"jabatan": title, "name": mandate.name, "link": link}
        self.work.tell(self.me.id, Tell(message_id="invitation-link", arguments=arguments))


def _iso(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise FormMovedOn from None
