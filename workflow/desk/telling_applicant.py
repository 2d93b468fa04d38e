"""What an applicant hears when a file moves, and what the office sends when it answers."""

from workflow.case import Case, CaseState
from workflow.engine import Change
from workflow.ids import PersonId
from workflow.intents import SendAttachment, SendPaper, ShowCase, TellPickup
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.holders import goes_to_applicant


def tell_applicant(work: UnitOfWork, change: Change, procedure: Procedure) -> None:
    applicant = change.case.applicant_id
    if applicant is None:
        return
    if change.release:
        release(work, change.case, procedure, applicant)
    to_applicant = change.opened is not None and goes_to_applicant(
        change.case, procedure, change.opened.lane
    )
    news = to_applicant or change.case.state is not CaseState.OPEN
    work.tell(applicant, ShowCase(case_id=change.case.id, fresh=news))


def release(work: UnitOfWork, case: Case, procedure: Procedure, applicant: PersonId) -> None:
    """Send what the office answers: its letters, then the files that go with them.

    What is collected at the office is not sent: the applicant hears what to bring, where and when.
    """
    if procedure.pickup_of(case.service) is not None:
        work.tell(applicant, TellPickup(case_id=case.id))
        return
    for kind in procedure.papers:
        if work.cases.paper(case.id, kind) is not None:
            work.tell(applicant, SendPaper(case_id=case.id, kind=kind))
    for file in work.cases.attachments(case.id):
        if file.item in procedure.answer_items:
            work.tell(applicant, SendAttachment(case_id=case.id, file_id=file.id))
