"""Who held the file, from when to when, as it is printed."""

from storage.reading.paper.reader import PaperReader
from workflow import kartu_kendali, rights
from workflow.asking import subject_names_asker
from workflow.case import Task
from workflow.paper_rows import KartuKendaliRow, MarkedItem, PauseLine
from workflow.papers import KartuKendaliPaper
from workflow.people import Barred


def kartu_kendali_paper(reader: PaperReader) -> KartuKendaliPaper:
    """One row for each stay of the file on a desk, and who gave it to whom."""
    entries = kartu_kendali.entries(
        reader.tasks,
        reader.procedure,
        reader.work.office,
        reader.work.calendar,
        now=reader.now,
        service=reader.case.service,
        pauses=reader.work.pauses.of_case(reader.case.id),
    )
    givers = dict(zip((one.id for one in reader.tasks), (None, *reader.tasks[:-1]), strict=True))
    by_id = {one.id: one for one in reader.tasks}
    return KartuKendaliPaper(
        **reader.common(reader.now),
        number=reader.case.number,
        service=reader.title(),
        subject=reader.case.subject,
        names_applicant=subject_names_asker(reader.procedure, reader.case.service),
        opened_at=reader.tasks[0].opened_at,
        closed_at=reader.case.ended_at,
        rows=tuple(
            _row(reader, givers[entry.task_id], by_id[entry.task_id], entry) for entry in entries
        ),
    )


def _row(
    reader: PaperReader, giver: Task | None, task: Task, entry: kartu_kendali.KartuKendaliEntry
) -> KartuKendaliRow:
    step = reader.procedure.step(task.step)
    return KartuKendaliRow(
        step_number=step.number,
        step_title=step.short,
        lane_title=entry.received_by,
        person_name=reader.name(task),
        from_title=entry.handed_over_by,
        from_name="" if giver is None or not entry.first else reader.name(giver),
        by_applicant=entry.by_applicant,
        handed_over_at=entry.handed_over_at,
        received_at=entry.received_at,
        done_at=entry.done_at,
        limit_text=step.limit_words or ("-" if step.limit is None else str(step.limit)),
        due_at=entry.due_at,
        waiting=entry.waiting,
        working=entry.working,
        outside=entry.outside,
        over=entry.over,
        notes=reader.notes[task.id] if entry.last else (),
        left_as=entry.left_as,
        undone_at=entry.undone_at,
        recalled=entry.recalled,
        outcome_label=entry.outcome,
        note=entry.note,
        alone=_alone(reader, task) if entry.last else None,
        marks=_marked(reader, task) if entry.last else (),
        held=entry.held,
        pause=None if entry.pause is None else PauseLine.of(entry.pause),
        unstopped=tuple(PauseLine.of(one) for one in entry.unstopped),
        taken_here=entry.taken_here,
        last=entry.last,
    )


def _alone(reader: PaperReader, task: Task) -> Barred | None:
    return rights.done_alone(task, reader.case, reader.tasks, reader.procedure)


def _marked(reader: PaperReader, task: Task) -> tuple[MarkedItem, ...]:
    return tuple(
        MarkedItem(title=reader.procedure.item_title(mark.item), defect=mark.defect)
        for mark in task.marks
    )
