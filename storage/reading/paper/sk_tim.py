"""The decision that names the team of a case."""

from dataclasses import replace
from datetime import datetime

from storage.reading.paper.letter import signatory_of
from storage.reading.paper.reader import PaperReader
from workflow.ids import PersonId
from workflow.in_force import went_on
from workflow.legal import basis_of
from workflow.paper_parts import Signatory
from workflow.papers import SkTimPaper, TeamMember
from workflow.queries.posts import post_title


def sk_tim_paper(reader: PaperReader) -> SkTimPaper:
    """The decision that names the team of this case, signed by whoever formed it."""
    task = next(
        (
            one
            for one in reversed(reader.tasks)
            if reader.procedure.step(one.step).appoints is not None
            and went_on(one, reader.procedure)
        ),
        reader.tasks[-1],
    )
    step = reader.procedure.step(task.step)
    team = [] if step.appoints is None else reader.work.cases.team(reader.case.id, step.appoints)
    decided_at = task.done_at or reader.now
    appointment = reader.appointment(task)
    return SkTimPaper(
        **reader.common(decided_at),
        number=reader.work.numbers.find_decree(reader.case.id) if task.done_at else "",
        service=reader.title(),
        subject=reader.case.subject,
        work=tuple(one.title for one in reader.procedure.steps if one.lane == step.appoints),
        remembering=tuple(basis_of(reader.procedure, reader.work.office)),
        members=tuple(
            replace(_member(reader, person_id, decided_at), leads=place == 0)
            for place, person_id in enumerate(team)
        ),
        decided_on=decided_at.astimezone(reader.work.calendar.tz).date(),
        signatory=(
            Signatory(
                jabatan_title=task.done_as or reader.post(task.lane),
                name=reader.name(task),
            )
            if appointment is None
            else signatory_of(reader, appointment)
        ),
        decided_at=task.done_at,
    )


def _member(reader: PaperReader, person_id: PersonId, at: datetime) -> TeamMember:
    held = reader.work.people.on_record(person_id, at=at)
    if not held:
        return TeamMember(name=reader.work.people.get(person_id).name, jabatan="")
    return TeamMember(
        name=held[0].name,
        jabatan=post_title(reader.work, held[0].jabatan),
        nip=held[0].nip,
    )
