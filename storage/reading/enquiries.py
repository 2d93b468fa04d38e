"""Questions of applicants to the office, as the cards of both sides show them."""

from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import PersonId, TaskId
from workflow.queries.enquiries import may_hear
from workflow.queries.posts import post_title
from workflow.queries.rights import adviser
from workflow.rights import Act, allowed, state_of
from workflow.screen_names import ScreenName
from workflow.side import TaskKind, jabatan_of
from workflow.views.due import due
from workflow.views.enquiry import EnquiryView
from workflow.views.task import Face


def enquiry_view(
    work: SqlUnitOfWork, enquiry_id: TaskId, person_id: PersonId, *, now: datetime
) -> EnquiryView | None:
    """Nothing for whoever neither asked nor answers."""
    enquiry, case = work.cases.task_and_case(enquiry_id)
    asks = may_hear(work, person_id, enquiry, case)
    who = adviser(work, person_id, enquiry)
    if enquiry.kind is not TaskKind.ENQUIRY or not (asks or who.also):
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    mode = work.cards.mode(ScreenName.ENQUIRY.of(enquiry_id), person_id)
    jabatan = jabatan_of(enquiry.lane)
    may = allowed(Act.REPLY, set(who.also), state_of(enquiry)) and person_id != enquiry.asked_by
    return EnquiryView(
        enquiry_id=enquiry.id,
        case_id=case.id,
        case_number=case.number,
        title=procedure.title_of(case.service),
        subject=case.subject,
        step_short=procedure.step(enquiry.step).short,
        asked_as=enquiry.asked_as,
        asked_at=enquiry.opened_at,
        to="" if jabatan is None else post_title(work, jabatan),
        words=enquiry.because,
        due=due(enquiry.due_at, work.calendar, now=enquiry.done_at or now),
        answers=bool(who.also) and person_id != enquiry.asked_by,
        writing=may and mode.face is Face.WRITING,
        answer=enquiry.note,
        answered_as=enquiry.done_as,
        answered_at=enquiry.done_at,
        now=now,
    )
