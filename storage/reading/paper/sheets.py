"""The sheets that travel with a file: its instructions, its answers."""

from collections.abc import Iterable, Iterator

from storage.reading.paper.reader import PaperReader
from workflow.asking import letter_of, subject_names_asker
from workflow.case import Task
from workflow.forms import Item, Question
from workflow.in_force import disposisi_of
from workflow.letters import in_words
from workflow.papers import (
    Filled,
    Instruction,
    LembarDisposisiPaper,
    LembarIsianPaper,
    Opinion,
)
from workflow.queries.consulting import is_given
from workflow.side import TaskKind


def lembar_disposisi_paper(reader: PaperReader) -> LembarDisposisiPaper:
    """Every instruction that went with the file, in order."""
    told = disposisi_of(reader.tasks, reader.procedure)
    letter_number, letter_on = letter_of(reader.procedure, reader.case)
    return LembarDisposisiPaper(
        **reader.common(reader.now),
        letter_from=reader.asker(),
        letter_number=letter_number,
        letter_on=letter_on,
        received_at=reader.case.opened_at,
        nomor_agenda=reader.case.number,
        sifat=reader.case.answers.get("sifat", ""),
        perihal=": ".join(part for part in (reader.title(), reader.matter()) if part),
        forwarded_to=tuple(dict.fromkeys(_next_title(reader, task) for task in told)),
        instructions=tuple(
            Instruction(
                from_title=task.done_as,
                name=reader.name(task),
                to_title=_next_title(reader, task),
                text=task.note,
                at=task.done_at,
            )
            for task in told
            if task.done_at is not None
        ),
        opinions=tuple(_opinions(reader)),
    )


def _opinions(reader: PaperReader) -> Iterator[Opinion]:
    for asked in reader.work.cases.side_tasks_of(reader.case.id):
        given = asked.kind is TaskKind.CONSULTATION and is_given(asked)
        if given and asked.done_at is not None:
            yield Opinion(
                title=asked.done_as, name=reader.name(asked), at=asked.done_at, text=asked.note
            )


def _next_title(reader: PaperReader, task: Task) -> str:
    step = reader.procedure.step(task.step)
    to = step.outcomes[task.outcome].to if task.outcome is not None else None
    if to is None:
        return ""
    return reader.post(reader.procedure.lane_of(reader.procedure.step(to), reader.case.service))


def lembar_isian_paper(reader: PaperReader) -> LembarIsianPaper:
    """Every answer, whole: of whoever asks, and of the office's own steps."""
    procedure = reader.procedure
    own = [item for step in procedure.steps for item in step.items]
    return LembarIsianPaper(
        **reader.common(reader.now),
        number=reader.case.number,
        service=reader.title(),
        subject=reader.case.subject,
        names_applicant=subject_names_asker(procedure, reader.case.service),
        asked=tuple(_filled(reader, procedure.items_of(reader.case.service))),
        added=tuple(_filled(reader, own)),
    )


def _filled(reader: PaperReader, items: Iterable[Item]) -> Iterator[Filled]:
    """What was told and handed in, in the order in which it is asked."""
    for item in items:
        if isinstance(item, Question):
            if item.id in reader.case.answers:
                yield Filled(title=item.title, value=in_words(item, reader.case.answers[item.id]))
            continue
        names = [file.name for file in reader.files if file.item == item.id]
        if names:
            yield Filled(title=item.title, value="\n".join(names))
