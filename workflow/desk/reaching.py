"""Whom Telegram delivers nothing to any more, and whoever is back again."""

from workflow.desk.widening import look_for_others
from workflow.ids import PersonId
from workflow.intents import ShowQueue, Tell
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.holders import holding
from workflow.queries.posts import title_of


def out_of_reach(work: UnitOfWork, person_id: PersonId) -> None:
    """Remember it; an officer's files lie still then, and the administrators hear it, once."""
    if not work.people.get(person_id).reachable:
        return
    work.people.set_reachable(person_id, False)
    look_for_others(work, person_id)
    _tell_askers(work, person_id)
    for one in work.people.appointments_of(person_id, at=work.now):
        arguments = {"name": one.name, "jabatan": title_of(work, one)}
        for administrator in work.people.administrators():
            told = Tell(message_id="officer-out-of-reach", arguments=arguments)
            work.tell(administrator, told)


def _tell_askers(work: UnitOfWork, person_id: PersonId) -> None:
    """Whoever has a file whose applicant was asked something hears that no answer will come."""
    for question, case in work.cases.open_questions_to(person_id):
        if question.below is None:
            continue
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        told = Tell(message_id="question-out-of-reach", arguments={"number": case.number})
        for one in holding(work, case, procedure, work.cases.task(question.below)):
            work.tell(one, told)


def within_reach(work: UnitOfWork, person: Person) -> None:
    """They write again: an officer sees at once what came in the meantime."""
    if person.reachable:
        return
    work.people.set_reachable(person.id, True)
    if work.people.appointments_of(person.id, at=work.now):
        work.tell(person.id, ShowQueue())
