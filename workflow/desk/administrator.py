"""What the office's IT person can do in the chat: see the office, bring officers in and out."""

import base64
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.desk.appointing import end_appointment
from workflow.desk.reception import INVITATION, secret_hash
from workflow.desk.writing import drop_pending_reason
from workflow.errors import (
    AnswerEmpty,
    AnswerTooLong,
    FormMovedOn,
    NotFound,
    ServiceUnknown,
)
from workflow.ids import JabatanId, PersonId, ProcedureId
from workflow.intents import SendSop, Tell
from workflow.office_intents import ShowEnding, ShowOffice, ShowPost, ShowPosts
from workflow.people import Acting, Appointment, Focus, FocusKind, Person
from workflow.plain_text import clean, is_visible, says_something
from workflow.ports import RandomBytes, UnitOfWork
from workflow.queries.access import ensure_administers
from workflow.queries.posts import post_title
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode

# A link that nobody used for a week belongs to nobody.
LINK_LIVES = timedelta(days=7)
SECRET_BYTES = 18
LONGEST_NAME = 100
# All screens of the administrator are one message, which turns from one to the next.
EXAMPLE_NAME = "Ir. Sari Kusuma, M.Si"


@dataclass(frozen=True, slots=True)
class AdministratorDesk:
    """The administrator's counter."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes
    bot_name: str

    def overview(self, *, fresh: bool) -> None:
        self.ensure_administrator()
        self.leave()
        self.work.tell(self.me.id, ShowOffice(fresh=fresh))

    def posts(self, page: int, *, fresh: bool = False) -> None:
        """All jabatan and who holds them."""
        self.ensure_administrator()
        self.leave()
        self.work.tell(self.me.id, ShowPosts(page=page, fresh=fresh))

    def post(self, jabatan: JabatanId, page: int, *, fresh: bool = False) -> None:
        """One jabatan: its holders since when, and the links to it that nobody has used."""
        self.ensure_administrator()
        self._ensure_known(jabatan)
        self.leave()
        self.work.tell(self.me.id, ShowPost(jabatan=jabatan, page=page, fresh=fresh))

    def picture(self, procedure_id: ProcedureId) -> None:
        """Send one SOP in its official form, in the version that new cases begin on."""
        self.ensure_administrator()
        if self.work.procedures.latest(procedure_id) is None:
            raise ServiceUnknown
        self.work.tell(self.me.id, SendSop(procedure_id=procedure_id))

    def ask_invitation(self, jabatan: JabatanId) -> None:
        """Ask for whom a link to a jabatan is meant."""
        self.ensure_administrator()
        self._ensure_known(jabatan)
        focus = Focus(kind=FocusKind.INVITATION, extra=jabatan)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        title = post_title(self.work, jabatan)
        self.work.tell(self.me.id, Tell(message_id="invitation-ask", arguments={"jabatan": title}))

    def invite(self, jabatan: JabatanId, text: str) -> None:
        """Issue a one-time link for the person named: a line each for name, NIP and pangkat."""
        self.ensure_administrator()
        self._ensure_known(jabatan)
        name, nip, rank = named(text)
        link = issue_link(
            self.work,
            self.random_bytes,
            bot_name=self.bot_name,
            jabatan=jabatan,
            name=name,
            nip=nip,
            rank=rank,
            issued_by=self.me.id,
        )
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        title = post_title(self.work, jabatan)
        arguments = {"jabatan": title, "name": name, "link": link}
        self.work.tell(self.me.id, Tell(message_id="invitation-link", arguments=arguments))

    def cancel_invitation(self, invitation_id: int) -> None:
        """Make a link void that nobody has used."""
        self.ensure_administrator()
        now = self.work.now
        found = [
            one for one in self.work.people.open_invitations(at=now) if one.id == invitation_id
        ]
        if not found or found[0].jabatan is None:
            raise FormMovedOn
        self.work.people.cancel_invitation(invitation_id, at=now)
        self.work.tell(self.me.id, ShowPost(jabatan=found[0].jabatan))

    def ask_end(self, appointment_id: int) -> None:
        """Ending an appointment takes rights away, so it is asked once more."""
        self.ensure_administrator()
        self._open_appointment(appointment_id)
        self.work.cards.turn(
            ScreenName.OFFICE, self.me.id, Mode(face=Face.END, outcome=str(appointment_id))
        )
        self.work.tell(self.me.id, ShowEnding(appointment_id=appointment_id))

    def end(self, appointment_id: int) -> None:
        """End an appointment; only from the card that asked once more."""
        self.ensure_administrator()
        appointment = self._open_appointment(appointment_id)
        mode = self.work.cards.mode(ScreenName.OFFICE, self.me.id)
        if (mode.face, mode.outcome) != (Face.END, str(appointment_id)):
            raise FormMovedOn
        self.work.cards.turn(ScreenName.OFFICE, self.me.id, Mode())
        end_appointment(self.work, appointment)
        self.work.tell(self.me.id, ShowPost(jabatan=appointment.jabatan))

    def ensure_administrator(self) -> None:
        """Refuse everybody else, as the books say now."""
        ensure_administers(self.me)

    def _open_appointment(self, appointment_id: int) -> Appointment:
        """An appointment that holds, or will; FormMovedOn for one that is over."""
        try:
            found = self.work.people.appointment(appointment_id)
        except NotFound:
            raise FormMovedOn from None
        if found.ends_at is not None and found.ends_at <= self.work.now:
            raise FormMovedOn
        return found

    def _ensure_known(self, jabatan: JabatanId) -> None:
        if jabatan not in self.work.office.jabatan:
            raise ServiceUnknown

    def leave(self) -> None:
        """Whoever goes to another screen is asked no longer for what this one wanted."""
        self.work.cards.turn(ScreenName.OFFICE, self.me.id, Mode())
        drop_pending_reason(self.work, self.me.id)
        focus = self.work.people.focus(self.me.id)
        if focus is not None and focus.kind is not FocusKind.FORM:
            self.work.people.set_focus(self.me.id, None, at=self.work.now)


def named(text: str) -> tuple[str, str, str]:
    """Name, NIP and pangkat, a line each, as an invitation asks for them; the last two may lack.

    Raises AnswerEmpty or AnswerTooLong.
    """
    lines = [clean(line, lines=False) for line in text.split("\n")]
    lines = [line for line in lines if is_visible(line)]
    if not lines or not says_something(lines[0]):
        raise AnswerEmpty(example=EXAMPLE_NAME)
    name, nip, rank = [*lines, "", ""][:3]
    if len(name) > LONGEST_NAME:
        raise AnswerTooLong(longest=LONGEST_NAME, length=len(name))
    return name, re.sub(r"[^0-9]", "", nip)[:18], rank[:60]


def issue_link(
    work: UnitOfWork,
    random_bytes: RandomBytes,
    *,
    bot_name: str,
    jabatan: JabatanId | None,
    name: str,
    nip: str = "",
    rank: str = "",
    administrator: bool = False,
    acting: Acting = Acting.DEFINITIVE,
    begins_at: datetime | None = None,
    ends_at: datetime | None = None,
    sk: str = "",
    issued_by: PersonId | None = None,
) -> str:
    """Make an invitation and return its link; only the hash of its secret is kept.

    One *issued by* an administrator holds as long as they are one.
    """
    secret = base64.urlsafe_b64encode(random_bytes(SECRET_BYTES)).decode()
    now = work.now
    work.people.invite(
        secret_hash=secret_hash(secret),
        jabatan=jabatan,
        administrator=administrator,
        name=name,
        nip=nip,
        rank=rank,
        acting=acting,
        at=now,
        expires_at=min(now + LINK_LIVES, ends_at or now + LINK_LIVES),
        begins_at=begins_at,
        ends_at=ends_at,
        sk=sk,
        issued_by=issued_by,
    )
    return f"https://t.me/{bot_name}?start={INVITATION}{secret}"
