"""What the office's IT person can do in the chat: see the office, invite its officers."""

import base64
import re
from dataclasses import dataclass
from datetime import timedelta

from workflow.desk.reception import INVITATION, secret_hash
from workflow.errors import AnswerEmpty, AnswerTooLong, NotOpenToYou, ServiceUnknown
from workflow.forms import clean, is_visible
from workflow.ids import JabatanId, ProcedureId
from workflow.intents import SendSop, ShowOffice, Tell
from workflow.people import Acting, Focus, FocusKind, Person
from workflow.ports import Clock, Noise, UnitOfWork

# A link that nobody used for a week belongs to nobody.
LINK_LIVES = timedelta(days=7)
SECRET_BYTES = 18
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class AdministratorDesk:
    """The administrator's counter."""

    work: UnitOfWork
    clock: Clock
    me: Person
    noise: Noise
    bot_name: str

    def overview(self, *, fresh: bool) -> None:
        self._ensure_administrator()
        self.work.tell(self.me.id, ShowOffice(fresh=fresh))

    def picture(self, procedure_id: ProcedureId) -> None:
        """Send one SOP in its official form, in the version that new cases begin on."""
        self._ensure_administrator()
        if self.work.procedures.latest(procedure_id) is None:
            raise ServiceUnknown
        self.work.tell(self.me.id, SendSop(procedure_id=procedure_id))

    def ask_invitation(self, jabatan: JabatanId) -> None:
        """Ask for whom a link to a jabatan is meant."""
        self._ensure_administrator()
        if jabatan not in self.work.office.jabatan:
            raise ServiceUnknown
        focus = Focus(kind=FocusKind.INVITATION, extra=jabatan)
        self.work.people.set_focus(self.me.id, focus, at=self.clock.now())
        title = self.work.office.jabatan[jabatan].title
        self.work.tell(self.me.id, Tell(message_id="invitation-ask", arguments={"jabatan": title}))

    def invite(self, jabatan: JabatanId, text: str) -> None:
        """Issue a one-time link for the person named: a line each for name, NIP and pangkat."""
        self._ensure_administrator()
        if jabatan not in self.work.office.jabatan:
            raise ServiceUnknown
        written = (clean(line, lines=False) for line in text.split("\n"))
        lines = [line for line in written if is_visible(line)]
        if not lines:
            raise AnswerEmpty(example="Ir. Sari Kusuma, M.Si")
        name, nip, rank = [*lines, "", ""][:3]
        if len(name) > LONGEST_NAME:
            raise AnswerTooLong(longest=LONGEST_NAME, length=len(name))
        link = issue_link(
            self.work,
            self.clock,
            self.noise,
            bot_name=self.bot_name,
            jabatan=jabatan,
            name=name,
            nip=re.sub(r"[^0-9]", "", nip)[:18],
            rank=rank[:60],
        )
        self.work.people.set_focus(self.me.id, None, at=self.clock.now())
        title = self.work.office.jabatan[jabatan].title
        self.work.tell(
            self.me.id,
            Tell(
                message_id="invitation-link",
                arguments={"jabatan": title, "name": name, "link": link},
            ),
        )

    def _ensure_administrator(self) -> None:
        if not self.me.administrator:
            raise NotOpenToYou


def issue_link(
    work: UnitOfWork,
    clock: Clock,
    noise: Noise,
    *,
    bot_name: str,
    jabatan: JabatanId | None,
    name: str,
    nip: str = "",
    rank: str = "",
    administrator: bool = False,
) -> str:
    """Make an invitation and return its link; only the hash of its secret is kept."""
    secret = base64.urlsafe_b64encode(noise(SECRET_BYTES)).decode()
    now = clock.now()
    work.people.invite(
        secret_hash=secret_hash(secret),
        jabatan=jabatan,
        administrator=administrator,
        name=name,
        nip=nip,
        rank=rank,
        acting=Acting.DEFINITIVE,
        at=now,
        expires_at=now + LINK_LIVES,
    )
    return f"https://t.me/{bot_name}?start={INVITATION}{secret}"
