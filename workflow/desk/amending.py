"""Koreksi: a delivered answer is corrected by a case of its own, linked to the one it was of."""

from collections import defaultdict
from dataclasses import dataclass, replace

from workflow import engine, rights
from workflow.case import Case, Task
from workflow.desk import handing, submitting
from workflow.desk.deciding import read_note
from workflow.desk.handed_in_files import as_handed_in
from workflow.desk.search_terms import note_terms
from workflow.desk.writing import drop_pending_reason
from workflow.filling import DraftFile
from workflow.ids import CaseId, ItemId, OutcomeId, PersonId
from workflow.intents import RemoveMessage, SendPaper, ShowCase, ShowWelcome, Tell
from workflow.numbering import readable_code
from workflow.papers import PaperKind
from workflow.people import Focus, FocusKind, Person
from workflow.plain_text import names_a_number
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure, Step
from workflow.queries.acting_as import asks_as
from workflow.queries.corrections import ensure_correctable
from workflow.queries.rights import standing
from workflow.rights import Act


@dataclass(frozen=True, slots=True)
class AmendingDesk:
    """Where an applicant, or the counter for one, asks that an answer be corrected."""

    work: UnitOfWork
    me: Person
    random_bytes: RandomBytes

    def begin(self, case_id: CaseId) -> None:
        """Take what is written next for what is wrong."""
        case = self._own(case_id)
        ensure_correctable(self.work, case)
        drop_pending_reason(self.work, self.me.id)
        focus = Focus(kind=FocusKind.CORRECTION, ref=case_id)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        asked = Tell(message_id="correction-ask", arguments={"number": case.number})
        self.work.tell(self.me.id, asked)

    def written(self, case_id: CaseId, text: str, *, message_id: int) -> None:
        """A case of its own begins where the SOP says; a NIK in the words is kept masked."""
        case = self._own(case_id)
        version, procedure, step = ensure_correctable(self.work, case)
        words = read_note(text, OutcomeId(""))
        begun = self._register(case, version, procedure, step)
        self._take_over(case, begun)
        self._open(begun, procedure, step, words)
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self._tell(case, begun)
        if names_a_number(text):
            self.work.tell(self.me.id, RemoveMessage(message_id=message_id))

    def stop(self) -> None:
        """/batal: the answer stays as it is."""
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self.work.tell(self.me.id, ShowWelcome())

    def _own(self, case_id: CaseId) -> Case:
        case = self.work.cases.get(case_id)
        task = self._last(case)
        rights.ensure_ever(Act.CORRECT, task, standing(self.work, self.me.id, task, case))
        return case

    def _last(self, case: Case) -> Task:
        return self.work.cases.tasks_of(case.id)[-1]

    def _register(self, case: Case, version: int, procedure: Procedure, step: Step) -> Case:
        by_resi = case.applicant_id is None and case.link_code is not None
        code = readable_code(self.random_bytes(submitting.CODE_BYTES)) if by_resi else None
        return submitting.register(
            self.work,
            self.random_bytes,
            procedure,
            version,
            case.service,
            subject=case.subject,
            applicant_id=case.applicant_id,
            link_code=code,
            answers=case.answers,
            step=step.id,
            corrects=case.id,
        )

    def _take_over(self, case: Case, begun: Case) -> None:
        """Nothing that was told or handed in is asked for twice."""
        slots: dict[tuple[ItemId, PersonId], list[DraftFile]] = defaultdict(list)
        for one in self.work.cases.attachments(case.id):
            slots[one.item, one.uploaded_by].append(as_handed_in(one))
        for (item, by), files in slots.items():
            self.work.cases.attach(begun.id, item, files, by=by)
        note_terms(self.work, begun)

    def _open(self, begun: Case, procedure: Procedure, step: Step, words: str) -> None:
        opening = engine.correction_opening(
            procedure,
            step,
            at=self.work.now,
            calendar=self.work.calendar,
            service=begun.service,
        )
        asked = replace(
            opening,
            because=words,
            asked_by=self.me.id,
            asked_as=asks_as(self.work, self.me.id, begun),
        )
        handing.begin_with(self.work, begun, procedure, asked)

    def _tell(self, case: Case, begun: Case) -> None:
        self.work.tell(self.me.id, SendPaper(case_id=begun.id, kind=PaperKind.RESI))
        if begun.applicant_id == self.me.id:
            self.work.tell(self.me.id, ShowCase(case_id=begun.id, fresh=True))
            self.work.tell(self.me.id, ShowCase(case_id=case.id))
            return
        told = {"number": begun.number, "old": case.number}
        self.work.tell(self.me.id, Tell(message_id="correction-begun", arguments=told))
