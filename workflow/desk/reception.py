"""Whoever comes in: who it is, in which language, with which link, and the privacy notice."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.case import Case, CasePaper
from workflow.desk.appointing import appoint_acting
from workflow.desk.linking import LinkingDesk
from workflow.desk.opening_file import opens_file
from workflow.desk.writing import drop_pending_reason
from workflow.errors import LinkExpired, LinkSpent, LinkUnknown
from workflow.genuine import validity_of
from workflow.ids import JabatanId
from workflow.intents import (
    ListCommands,
    ShowCases,
    ShowHelp,
    ShowPrivacy,
    ShowQueue,
    ShowWelcome,
    Tell,
)
from workflow.office_intents import ShowOffice
from workflow.people import Acting, Appointment, Invitation, Language, Person
from workflow.ports import UnitOfWork
from workflow.queries.access import administers
from workflow.queries.corrections import in_its_place
from workflow.queries.posts import post_title
from workflow.queries.rights import may_follow

INVITATION = "j"
GENUINE = "v"
RESI = "k"


def secret_hash(secret: str) -> str:
    """Invitations are kept hashed: who reads the database cannot join with it."""
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reception:
    """The door of the office."""

    work: UnitOfWork
    me: Person

    def start(self, payload: str) -> None:
        """Open the bot, perhaps through a link; raise the refusal that fits a bad link."""
        drop_pending_reason(self.work, self.me.id)
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        if payload.startswith(INVITATION) and len(payload) > 1:
            self._join(payload.removeprefix(INVITATION))
        elif payload.startswith(GENUINE) and len(payload) > 1:
            self._tell_genuine(payload.removeprefix(GENUINE))
        elif payload.startswith(RESI) and len(payload) > 1:
            LinkingDesk(self.work, self.me).begin(payload.removeprefix(RESI))
        else:
            self.work.tell(self.me.id, ShowWelcome())

    def _join(self, secret: str) -> None:
        now = self.work.now
        invitation = self.work.people.find_invitation(secret_hash(secret))
        if invitation is None:
            raise LinkUnknown
        if invitation.spent_at is not None:
            raise LinkSpent
        if invitation.expires_at <= now or not self._still_offered(invitation):
            raise LinkExpired
        self.work.people.spend(invitation.id, by=self.me.id, at=now)
        if invitation.administrator:
            self._become_administrator()
        elif invitation.jabatan is None or invitation.jabatan not in self.work.office.jabatan:
            raise LinkUnknown
        else:
            self._take_office(invitation, invitation.jabatan)

    def _become_administrator(self) -> None:
        self.work.people.make_administrator(self.me.id)
        self.work.tell(self.me.id, ListCommands())
        self.work.tell(self.me.id, Tell(message_id="joined-administrator"))
        self.work.tell(self.me.id, ShowOffice())

    def _take_office(self, invitation: Invitation, jabatan: JabatanId) -> None:
        now = self.work.now
        appointment = Appointment(
            person_id=self.me.id,
            jabatan=jabatan,
            name=invitation.name,
            nip=invitation.nip,
            rank=invitation.rank,
            acting=invitation.acting,
            begins_at=max(now, invitation.begins_at or now),
            ends_at=invitation.ends_at,
            sk=invitation.sk,
        )
        if appointment.acting is not Acting.DEFINITIVE:
            appoint_acting(self.work, appointment)
            return
        self.work.people.appoint(appointment)
        self.work.tell(self.me.id, ListCommands())
        named = {"name": invitation.name, "jabatan": post_title(self.work, jabatan)}
        self.work.tell(self.me.id, Tell(message_id="joined-jabatan", arguments=named))
        self.work.tell(self.me.id, ShowQueue())

    def _still_offered(self, invitation: Invitation) -> bool:
        """Whoever issued the link has the right to it now, when somebody joins by it."""
        issuer = invitation.issued_by
        return issuer is None or administers(self.work.people.get(issuer))

    def _tell_genuine(self, code: str) -> None:
        """Say whether a paper's code is ours; nothing of the case beyond that is told.

        To whoever of the office may see the file it opens: so a resi at the counter finds it.
        """
        letter = self.work.cases.find_letter(code)
        if letter is not None:
            self._tell_letters(self.work.cases.get(letter.case_id), [letter])
            return
        case = self.work.cases.find_by_code(code)
        if case is None:
            self.work.tell(self.me.id, Tell(message_id="genuine-unknown"))
            return
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        kept = [self.work.cases.paper(case.id, kind) for kind in procedure.papers]
        if before := [paper for paper in kept if paper is not None and not paper.code]:
            self._tell_letters(case, before)
            return
        self.work.tell(
            self.me.id,
            Tell(
                message_id="genuine-known",
                arguments={
                    "number": case.number,
                    "service": procedure.title_of(case.service),
                    "office": self.work.office.letterhead.name,
                },
            ),
        )
        if not may_follow(case, self.me.id):
            opens_file(self.work, self.me.id, case)

    def _tell_letters(self, case: Case, letters: Sequence[CasePaper]) -> None:
        """What a letter is and whether it holds; of old ones their case's code tells."""
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        tasks = self.work.cases.tasks_of(case.id)
        zone = self.work.calendar.tz
        for letter in letters:
            if self._tell_corrected(case, letter, procedure.papers[letter.kind].title):
                continue
            newest = self.work.cases.paper(case.id, letter.kind)
            arguments: dict[str, str | int] = {
                "kind": procedure.papers[letter.kind].title,
                "number": letter.number,
                "day": f"{letter.made_at.astimezone(zone):%d-%m-%Y}",
                "office": self.work.office.letterhead.name,
                "state": validity_of(letter, newest, case, tasks, procedure),
            }
            self.work.tell(self.me.id, Tell(message_id="genuine-letter", arguments=arguments))

    def _tell_corrected(self, case: Case, letter: CasePaper, kind: str) -> bool:
        """Say which letter stands in the place of this one, where there is one."""
        other = in_its_place(self.work, case, letter.kind)
        if other is None:
            return False
        zone = self.work.calendar.tz
        arguments: dict[str, str | int] = {
            "kind": kind,
            "number": letter.number,
            "day": f"{letter.made_at.astimezone(zone):%d-%m-%Y}",
            "office": self.work.office.letterhead.name,
            "other": other.number,
            "since": f"{other.made_at.astimezone(zone):%d-%m-%Y}",
        }
        self.work.tell(self.me.id, Tell(message_id="genuine-corrected", arguments=arguments))
        return True

    def speak(self, language: Language) -> None:
        """Choose a language; which screen is shown in it depends on where it was chosen."""
        self.work.people.set_language(self.me.id, language)
        self.work.tell(self.me.id, ListCommands())

    def welcome(self, *, fresh: bool) -> None:
        """The first screen, in its place or further down."""
        self.work.tell(self.me.id, ShowWelcome(fresh=fresh))

    def show_privacy(self, choice: str = "", *, fresh: bool = True) -> None:
        """The privacy notice; *choice* is the service for which it stands in the way."""
        self.work.tell(self.me.id, ShowPrivacy(choice=choice, fresh=fresh))

    def accept_privacy(self, version: str) -> None:
        """Record which version was accepted, and when; an old card shows the present one again."""
        privacy = self.work.office.privacy
        if version != privacy.version:
            self.work.tell(self.me.id, ShowPrivacy())
            return
        text = privacy.id if self.me.language is Language.INDONESIAN else privacy.en
        self.work.people.set_consent(self.me.id, version, text, at=self.work.now)
        self.work.tell(self.me.id, ShowPrivacy(fresh=False))

    def show_mine(self) -> None:
        """The cases of whoever asks."""
        drop_pending_reason(self.work, self.me.id)
        self.work.tell(self.me.id, ShowCases())

    def help(self) -> None:
        """What can be done here."""
        self.work.tell(self.me.id, ShowHelp())
