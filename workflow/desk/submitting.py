"""Handing a form in: a case begins, a repaired one goes on, a step's work is stored."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from workflow import engine
from workflow.case import Case, Decision, Task
from workflow.desk import handing
from workflow.desk.search_terms import note_terms
from workflow.errors import TooManyOpen, UnknownOutcome
from workflow.filling import Draft
from workflow.ids import CaseId, PersonId, ProcedureId, ServiceId, StepId
from workflow.intents import SendPaper, Tell
from workflow.knowing import secret_of
from workflow.numbering import readable_code, registration_number
from workflow.papers import PaperKind
from workflow.people import Person
from workflow.plain_text import without_numbers
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure, Way
from workflow.queries.access import ensure_still_at_desk, holds
from workflow.queries.rights import who_is
from workflow.semesters import with_semester

CODE_BYTES = 16  # bytes; far more than the code shows


def submit_new(work: UnitOfWork, me: Person, random_bytes: RandomBytes, draft: Draft) -> Case:
    """Begin a case from a form: of an applicant, of an officer, or at the desk for a citizen."""
    procedure = work.procedures.get(draft.procedure_id, draft.procedure_version)
    at_desk = procedure.started_by_applicant and holds(work, me, procedure, procedure.desk)
    ensure_still_at_desk(draft, at_desk=at_desk)
    at_desk = at_desk and draft.at_desk is not False
    own = procedure.started_by_applicant and not at_desk
    if own:
        ensure_not_too_many(work, me)
    case = register(
        work,
        random_bytes,
        procedure,
        draft.procedure_version,
        draft.service,
        subject=draft.answers.get(procedure.subject, procedure.subject_words),
        applicant_id=me.id if own else None,
        link_code=_link_code(random_bytes, procedure, draft) if at_desk else None,
    )
    store(work, me, draft, case)
    case = work.cases.get(case.id)
    opening = engine.first_opening(
        procedure, at=draft.started_at, calendar=work.calendar, service=draft.service
    )
    task = work.cases.open_task(case.id, opening, None)
    hand_over(work, me, replace(task, received_at=draft.started_at), case, procedure)
    if procedure.started_by_applicant:
        work.tell(me.id, SendPaper(case_id=case.id, kind=PaperKind.RESI))
    if not own:
        work.tell(me.id, Tell(message_id="form-handed-in", arguments={"number": case.number}))
    return case


def _link_code(random_bytes: RandomBytes, procedure: Procedure, draft: Draft) -> str | None:
    """No link where the form asks for nothing that only the person themselves knows."""
    if secret_of(procedure, draft.service, draft.answers) is None:
        return None
    return readable_code(random_bytes(CODE_BYTES))


def ensure_not_too_many(work: UnitOfWork, applicant: Person) -> None:
    """Refuse one more request of somebody who has as many as the office lets run at a time."""
    most = work.office.open_requests
    if work.cases.count_open_of(applicant.id) >= most:
        raise TooManyOpen(most=most)


def begin_without_form(
    work: UnitOfWork, random_bytes: RandomBytes, version: int, procedure: Procedure
) -> Case:
    """Begin a case that needs no form: its first step lies with whoever may begin it."""
    today = work.today
    return begin_on(work, random_bytes, version, procedure, today)


def begin_on(
    work: UnitOfWork, random_bytes: RandomBytes, version: int, procedure: Procedure, day: date
) -> Case:
    """Open the case of a day: of today by an officer's press, of its own day by the calendar."""
    subject = with_semester(procedure.subject_words, day)
    case = register(
        work, random_bytes, procedure, version, None, subject=subject, applicant_id=None
    )
    note_terms(work, case)
    handing.begin(work, case, procedure)
    return case


def register(
    work: UnitOfWork,
    random_bytes: RandomBytes,
    procedure: Procedure,
    version: int,
    service: ServiceId | None,
    *,
    subject: str,
    applicant_id: PersonId | None,
    link_code: str | None = None,
    answers: Mapping[str, str] | None = None,
    step: StepId | None = None,
    corrects: CaseId | None = None,
) -> Case:
    """A new case under the next number, at the step at which it begins."""
    year = work.now.astimezone(work.calendar.tz).year
    running = work.numbers.next_running(procedure.code, year)
    return work.cases.add(
        number=registration_number(procedure.code, year, running),
        code=readable_code(random_bytes(CODE_BYTES)),
        link_code=link_code,
        procedure_id=ProcedureId(procedure.id),
        procedure_version=version,
        service=service,
        subject=without_numbers(subject) or procedure.title,
        applicant_id=applicant_id,
        step=step or procedure.first.id,
        answers=answers or {},
        at=work.now,
        corrects=corrects,
    )


def store(work: UnitOfWork, me: Person, draft: Draft, case: Case) -> None:
    """Put a form's answers and files into the case, which is found by them from now on."""
    answers: dict[str, str] = {
        name: draft.answers[name] for name in draft.asks if name in draft.answers
    }
    if answers:
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        subject = without_numbers(answers.get(procedure.subject, case.subject))
        work.cases.put_answers(case, {**case.answers, **answers}, subject=subject)
    for name in draft.asks:
        if name in draft.files:
            work.cases.attach(case.id, name, draft.files[name], by=me.id)
    note_terms(work, work.cases.get(case.id))


def hand_over(work: UnitOfWork, me: Person, task: Task, case: Case, procedure: Procedure) -> None:
    """Close a step of handing in, and give the file to the next lane."""
    step = procedure.step(task.step)
    forward = step.outcome_for(Way.FORWARD)
    if forward is None:
        raise UnknownOutcome(outcome=next(iter(step.outcomes)))
    who = who_is(work, me.id, task, case)
    decision = Decision(outcome=forward, by=me.id, title=who.title, at=work.now)
    change = engine.decide(work.cases.get(case.id), task, decision, procedure, who, work.calendar)
    handing.record(work, change, procedure)
