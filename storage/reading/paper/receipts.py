"""What an applicant is given: proof that the file came in, and that the answer went out."""

from dataclasses import replace

from storage.reading.handed_over import handed_over
from storage.reading.paper.reader import PaperReader
from workflow.collecting import collector_in
from workflow.expecting import expected_end
from workflow.forms import AnswerKind, Slot
from workflow.links import is_linkable
from workflow.papers import ResiPaper, TandaTerimaPaper
from workflow.working_time import lapses_at


def resi_paper(reader: PaperReader) -> ResiPaper:
    """The receipt of the first day: by when the office is done, if every limit is kept."""
    second = reader.tasks[1] if len(reader.tasks) > 1 else reader.tasks[-1]
    step = reader.procedure.step(second.step)
    items = reader.procedure.items_of(reader.case.service)
    files = {file.item for file in reader.files}
    calendar = reader.work.calendar
    due_at = lapses_at(
        second.opened_at, reader.procedure.limit_of(step, reader.case.service), calendar
    )
    begun = replace(second, due_at=due_at)
    about_title, about = reader.about()
    common = reader.common(reader.case.opened_at)
    links = reader.work.cases.links(reader.case.id)
    open_to_link = reader.case.applicant_id is None and is_linkable(reader.case, links)
    link_code = reader.case.link_code if open_to_link else None
    if link_code is not None:
        # Entered at the counter: whoever comes with this code follows the case in the chat.
        common["link"] = f"{reader.bot}k{link_code}"
    return ResiPaper(
        **common,
        number=reader.case.number,
        service=reader.title(),
        applicant_name=reader.asker(),
        about_title=about_title,
        about=about,
        follows=link_code is not None,
        nik=reader.answer_of(AnswerKind.NIK),
        received_at=reader.case.opened_at,
        step_number=step.number,
        steps=reader.procedure.rows_with(step),
        lane_title=reader.post(second.lane),
        due_at=due_at,
        expected_at=expected_end(reader.procedure, begun, calendar, now=second.opened_at),
        handed_in=tuple(
            item.title for item in items if isinstance(item, Slot) and item.id in files
        ),
    )


def tanda_terima_paper(reader: PaperReader) -> TandaTerimaPaper:
    """What was handed over, by whom, and when whoever asked said that it arrived."""
    given = handed_over(reader.work, reader.case, reader.procedure, reader.tasks, reader.files)
    received_at = given.confirmed.done_at or reader.now
    collector, note = collector_in(reader.work.custody.of_case(reader.case.id)) or (None, None)
    giver = given.giver
    if note is not None:
        # By whoever sits at the counter, and not by whoever released it.
        giver = next(one for one in reader.tasks if one.id == note.task_id)
    return TandaTerimaPaper(
        **reader.common(received_at),
        number=reader.case.number,
        service=reader.title(),
        applicant_name=reader.asker(),
        received_by=(note.words if note else "") or reader.person(),
        collector=collector,
        received_at=received_at,
        handed_over_by="" if giver is None else giver.done_as,
        giver_name="" if giver is None else reader.name(giver),
        items=given.items,
    )
