"""The office's letter: a draft before its signature, and as it goes to be signed."""

from collections import Counter
from datetime import datetime

from storage.reading.paper.reader import PaperReader
from storage.unit_of_work import SqlUnitOfWork
from workflow import letters
from workflow.ids import CaseId, PaperId
from workflow.in_force import is_registered, parafs_in_force
from workflow.paper_parts import Enclosed, ParafMark, Signatory
from workflow.papers import SuratJawabanPaper
from workflow.people import Appointment, on_duty
from workflow.queries.posts import post_title


def signed_letter(
    work: SqlUnitOfWork,
    case_id: CaseId,
    kind: PaperId,
    *,
    number: str,
    signatory: Appointment,
    code: str = "",
    bot_name: str,
    now: datetime,
) -> SuratJawabanPaper:
    """The letter as it goes to be signed: with its number, its code, its signatory and the day."""
    reader = PaperReader(work, case_id, bot_name, now)
    reader.code = code or reader.code
    return letter_paper(reader, kind, number=number, signatory=signatory, signed_at=now)


def letter_paper(
    reader: PaperReader,
    kind: PaperId,
    *,
    number: str,
    signatory: Appointment | None,
    signed_at: datetime | None,
) -> SuratJawabanPaper:
    """Without a signatory the draft, which names whoever would sign it now."""
    letter = reader.procedure.papers[kind]
    text = letters.written(letter, _known(reader))
    local = reader.now.astimezone(reader.work.calendar.tz)
    return SuratJawabanPaper(
        **reader.common(reader.now),
        number=number,
        letter_on=local.date(),
        sifat=text.nature,
        lampiran=text.attachments,
        hal=text.subject,
        recipient=text.to,
        body=text.body,
        signatory=_signatory(reader, kind, signatory),
        signed_at=signed_at,
        parafs=_parafs(reader),
        tembusan=text.copies,
        enclosed=tuple(
            Enclosed(name=file.name, digest=file.digest)
            for file in reader.files
            if file.item in letters.enclosed_with(letter, reader.procedure)
        ),
        seal_to_come=is_registered(kind, reader.procedure),
    )


def _known(reader: PaperReader) -> letters.Known:
    """What a letter of this case may say."""
    procedure = reader.procedure
    steps = tuple(item for step in procedure.steps for item in step.items)
    files = Counter[str](file.item for file in reader.files)
    return letters.Known(
        items=(*procedure.items_of(reader.case.service), *steps),
        answers=reader.case.answers,
        files=files,
        answering=sum(files[slot] for slot in procedure.answer_items),
        office=reader.work.office,
    )


def _signatory(
    reader: PaperReader, kind: PaperId, appointment: Appointment | None
) -> Signatory | None:
    work, case = reader.work, reader.case
    if appointment is None:
        step = next((one for one in reader.procedure.steps if one.signs == kind), None)
        if step is None:
            return None
        jabatan = work.office.holder_of(case.procedure_id, step.lane)
        held = on_duty(work.people.holders_of([jabatan], at=reader.now))
        if not held:
            return Signatory(jabatan_title=reader.post(step.lane), name="")
        appointment = held[0]
    return signatory_of(reader, appointment)


def signatory_of(reader: PaperReader, appointment: Appointment) -> Signatory:
    """Somebody as they sign: by name, rank and NIP, in the capacity of their appointment."""
    return Signatory(
        jabatan_title=post_title(reader.work, appointment.jabatan),
        name=appointment.name,
        rank=appointment.rank,
        nip=appointment.nip,
        capacity=appointment.acting.value,
    )


def _parafs(reader: PaperReader) -> tuple[ParafMark, ...]:
    """The initials that hold on the letter as it stands."""
    return tuple(
        ParafMark(jabatan=task.done_as, name=reader.name(task), at=task.done_at)
        for task in parafs_in_force(reader.tasks, reader.procedure)
        if task.done_at is not None
    )
