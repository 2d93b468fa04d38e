"""A request entered at the counter and the person it belongs to: linked by a resi and an answer.

The resi alone links nobody: it lies on desks, is photographed, is found. So something is asked
that the person knows and that does not stand on the resi.
"""

from dataclasses import dataclass

from workflow import rights
from workflow.case import Case, LinkEvent
from workflow.desk.cards import screen_of
from workflow.desk.opening_file import opens_file
from workflow.desk.parting import end_what_was_begun, lies_anew
from workflow.errors import (
    FormMovedOn,
    LinkLocked,
    LinkTaken,
    LinkUnknown,
    Refusal,
    ResiExpired,
)
from workflow.ids import CaseId, PersonId
from workflow.intents import (
    RemoveMessage,
    SendPaper,
    ShowCase,
    ShowKartuKendali,
    ShowTask,
    TakeBack,
    Tell,
)
from workflow.knowing import Secret, fits, secret_of
from workflow.links import is_linkable, wrong_since
from workflow.numbering import readable_code
from workflow.papers import PaperKind
from workflow.people import Focus, FocusKind, Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.queries.access import is_of_office
from workflow.queries.holders import goes_to_applicant, holders
from workflow.queries.moving import can_part
from workflow.queries.rights import may_follow, standing
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode

TRIES = 3
CODE_BYTES = 16  # bytes


@dataclass(frozen=True, slots=True)
class LinkingDesk:
    """Where a citizen's phone and a case of the counter are joined, and parted again."""

    work: UnitOfWork
    me: Person

    def begin(self, code: str) -> None:
        """Whoever comes with the code of a resi is asked what only its owner knows.

        At the counter it opens the file, which is never theirs to follow.
        """
        case = self.work.cases.find_by_link_code(code)
        if case is None:
            raise LinkUnknown
        if may_follow(case, self.me.id):
            self.work.tell(self.me.id, ShowCase(case_id=case.id, fresh=True))
            return
        if is_of_office(self.work, self.me.id, case) and opens_file(self.work, self.me.id, case):
            return
        secret = self._linkable(case)
        focus = Focus(kind=FocusKind.LINK, ref=case.id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self._ask(case, secret)

    def _ask(self, case: Case, secret: Secret) -> None:
        asked = "link-ask-nik" if secret.of_nik else "link-ask-phone"
        self.work.tell(self.me.id, Tell(message_id=asked, arguments={"number": case.number}))

    def ask_again(self, case_id: CaseId) -> None:
        """The question that is still open; where nobody may be linked any more, none is."""
        case = self.work.cases.get(case_id)
        try:
            self._ask(case, self._linkable(case))
        except Refusal:
            self.work.people.set_focus(self.me.id, None, at=self.work.now)

    def answer(self, case_id: CaseId, text: str, *, message_id: int) -> None:
        """Link whoever knows; a wrong answer is counted, and the third locks the resi."""
        case = self.work.cases.get(case_id)
        secret = self._linkable(case)
        self.work.tell(self.me.id, RemoveMessage(message_id=message_id))
        if fits(secret, text):
            self._link(case)
            return
        self._note(case, LinkEvent.WRONG)
        left = TRIES - self._wrong(case)
        if left > 0:
            told = Tell(message_id="link-wrong", arguments={"left": left})
            self.work.tell(self.me.id, told)
            return
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self.work.tell(self.me.id, Tell(message_id="refusal-link-locked"))
        self._tell_counter(case, "link-locked-at-counter")

    def _linkable(self, case: Case) -> Secret:
        """What is to be asked; raises the refusal that fits where nobody may be linked now."""
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        secret = secret_of(procedure, case.service, case.answers)
        if secret is None or case.link_code is None or is_of_office(self.work, self.me.id, case):
            raise LinkUnknown
        if not is_linkable(case, self.work.cases.links(case.id)):
            raise ResiExpired
        if case.applicant_id is not None:
            raise LinkTaken
        if self._wrong(case) >= TRIES:
            raise LinkLocked
        return secret

    def _link(self, case: Case) -> None:
        self._note(case, LinkEvent.LINKED)
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self.work.cases.link_applicant(case.id, self.me.id)
        _turn_cards(self.work, case.id)
        self.work.tell(self.me.id, ShowCase(case_id=case.id, fresh=True))

    def _wrong(self, case: Case) -> int:
        return wrong_since(self.work.cases.links(case.id))

    def _note(self, case: Case, what: LinkEvent) -> None:
        self.work.cases.note_link(case.id, self.me.id, what, at=self.work.now)

    def _tell_counter(self, case: Case, message_id: str) -> None:
        told = Tell(message_id=message_id, arguments={"number": case.number})
        for person_id in counter_of(self.work, case):
            self.work.tell(person_id, told)


@dataclass(frozen=True, slots=True)
class UnlinkingDesk:
    """Where the counter parts a case from a phone that is not its owner's."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes

    def ask(self, case_id: CaseId) -> None:
        """Taking a link back is asked once more."""
        self._ensure_undoable(case_id)
        self.work.cards.turn(ScreenName.KARTU.of(case_id), self.me.id, Mode(face=Face.UNLINK))
        self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def unlink(self, case_id: CaseId) -> None:
        """Part a case from a phone; a new resi with another code is printed for its owner.

        With that, and with what they know, they follow it on a new phone.
        """
        case = self._ensure_undoable(case_id)
        if self.work.cards.mode(ScreenName.KARTU.of(case_id), self.me.id).face is not Face.UNLINK:
            raise FormMovedOn
        self.work.cards.turn(ScreenName.KARTU.of(case_id), self.me.id, Mode())
        self.work.cases.note_link(case.id, self.me.id, LinkEvent.UNLINKED, at=self.work.now)
        self.work.cases.unlink_applicant(case.id, code=readable_code(self.random_bytes(CODE_BYTES)))
        if case.applicant_id is not None:
            undone = Tell(message_id="link-undone", arguments={"number": case.number})
            self.work.tell(case.applicant_id, undone)
            end_what_was_begun(self.work, case, case.applicant_id)
            self.work.tell(case.applicant_id, TakeBack())
        _turn_cards(self.work, case.id)
        self.work.tell(self.me.id, SendPaper(case_id=case.id, kind=PaperKind.RESI))
        self.work.tell(self.me.id, ShowKartuKendali(case_id=case_id))

    def _ensure_undoable(self, case_id: CaseId) -> Case:
        case = self.work.cases.get(case_id)
        task = self.work.cases.tasks_of(case_id)[-1]
        who = standing(self.work, self.me.id, task, case)
        rights.ensure_ever(Act.UNLINK, task, who)
        if not can_part(self.work, case, self.work.cases.links(case_id)):
            raise FormMovedOn
        return case


def _turn_cards(work: UnitOfWork, case_id: CaseId) -> None:
    """What waits for whoever asked lies at the counter, or on the phone of their own."""
    case, task = work.cases.get(case_id), work.cases.tasks_of(case_id)[-1]
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if not task.is_open or not procedure.lanes[task.lane].applicant:
        return
    lies_anew(work, task)
    phones = set(work.cards.on_phones(screen_of(task)))
    if not goes_to_applicant(case, procedure, task.lane):
        phones |= set(holders(work, case, procedure, task.lane))
    for person_id in sorted(phones):
        work.tell(person_id, ShowTask(task_id=task.id))


def counter_of(work: UnitOfWork, case: Case) -> list[PersonId]:
    """Who sits at the counter of this case's SOP."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return [] if procedure.desk is None else holders(work, case, procedure, procedure.desk)
