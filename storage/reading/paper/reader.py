"""A case with all that its papers are drawn from, read once."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from storage.reading.custody import notes_by_task
from storage.unit_of_work import SqlUnitOfWork
from workflow.asking import person_named, subject_names_asker, subject_title
from workflow.case import Attachment, Case, Task
from workflow.custody import NoteLine
from workflow.forms import AnswerKind, Question
from workflow.ids import CaseId, LaneId, TaskId
from workflow.paper_parts import OfficeHead
from workflow.people import Appointment
from workflow.procedure import Procedure
from workflow.titles import lane_title


class PaperReader:
    """A case with all that its papers are drawn from, read once."""

    def __init__(self, work: SqlUnitOfWork, case_id: CaseId, bot_name: str, now: datetime) -> None:
        self.work = work
        self.now = now
        self.case: Case = work.cases.get(case_id)
        self.procedure: Procedure = work.procedures.get(
            self.case.procedure_id, self.case.procedure_version
        )
        self.tasks: Sequence[Task] = work.cases.tasks_of(case_id)
        self.bot = f"https://t.me/{bot_name}?start="
        self.code = self.case.code

    @cached_property
    def notes(self) -> dict[TaskId, tuple[NoteLine, ...]]:
        """What was done with the file at each step, for the kartu kendali."""
        return notes_by_task(self.work, self.case.id)

    @cached_property
    def files(self) -> Sequence[Attachment]:
        """The files of the case that count now."""
        return self.work.cases.attachments(self.case.id)

    def common(self, written_at: datetime) -> dict[str, Any]:
        """What every paper of the office bears."""
        head = self.work.office.letterhead
        return {
            "office": OfficeHead(
                government=head.government,
                name=head.name,
                address=head.address,
                contact=head.contact,
                place=head.place,
                emblem=self.work.emblem,
                footer=head.footer,
            ),
            "procedure": f"{self.procedure.id} v{self.case.procedure_version}",
            "code": self.code,
            "link": f"{self.bot}v{self.code}",
            "written_at": written_at,
            "sample": self.work.office.sample,
        }

    def title(self) -> str:
        """The service, or the whole SOP where it is not one of several."""
        return self.procedure.title_of(self.case.service)

    def post(self, lane: LaneId) -> str:
        """The jabatan that sits in a lane here."""
        return lane_title(self.work.office, self.procedure, lane)

    def asker(self) -> str:
        """Whoever asks, a person or a body; empty where the office itself began."""
        if subject_names_asker(self.procedure, self.case.service):
            return self.case.subject
        return self.person() if self.procedure.started_by_applicant else ""

    def person(self) -> str:
        """The person who asks: by the name in the form, else by the one on the phone."""
        named = person_named(self.procedure, self.case)
        applicant = self.case.applicant_id
        return named or ("" if applicant is None else self.work.people.get(applicant).name)

    def about(self) -> tuple[str, str]:
        """What the form calls the subject, and the subject; nothing where that is the asker."""
        if subject_names_asker(self.procedure, self.case.service):
            return "", ""
        return subject_title(self.procedure, self.case.service), self.case.subject

    def matter(self) -> str:
        """What is asked for in whoever asks' own words, else what the case is about."""
        return self.about()[1] or self.answer_of(AnswerKind.LONG_TEXT)

    def answer_of(self, kind: AnswerKind) -> str:
        """The first answer of a kind that the request holds."""
        for item in self.procedure.items_of(self.case.service):
            if isinstance(item, Question) and item.kind is kind:
                return self.case.answers.get(item.id, "")
        return ""

    def appointment(self, task: Task) -> Appointment | None:
        """The appointment in which a task was done, or is held."""
        person = task.done_by or task.holder_id
        at = task.done_at or task.received_at
        if person is None or at is None:
            return None
        held = self.work.people.on_record(person, at=at)
        jabatan = self.work.office.holder_of(self.case.procedure_id, task.lane)
        # A team has no jabatan, and a jabatan of then may have left the office file.
        own = self.procedure.lanes[task.lane].applicant
        others = [] if own else held[:1]
        return next((one for one in held if one.jabatan == jabatan), next(iter(others), None))

    def name(self, task: Task) -> str:
        """Who decided; of a task that is open, who has taken it."""
        appointment = self.appointment(task)
        if appointment is not None:
            return appointment.name
        person = task.done_by or (task.holder_id if task.received_at is not None else None)
        return "" if person is None else self.work.people.get(person).name
