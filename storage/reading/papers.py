"""What stands on each paper of a case, as it is true now."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from storage.reading.handed_over import handed_over
from storage.unit_of_work import SqlUnitOfWork
from workflow import kartu_kendali, letters, rights
from workflow.asking import letter_of, person_named, subject_names_asker, subject_title
from workflow.case import Attachment, Case, CaseState, Task
from workflow.expecting import expected_end
from workflow.forms import AnswerKind, Item, Question, Slot
from workflow.ids import CaseId, LaneId, PaperId, PersonId
from workflow.in_force import disposisi_of, is_registered, parafs_in_force, went_on
from workflow.legal import basis_of
from workflow.letters import in_words
from workflow.paper_parts import Enclosed, OfficeHead, ParafMark, Signatory
from workflow.papers import (
    Filled,
    Instruction,
    KartuKendaliPaper,
    KartuKendaliRow,
    LembarDisposisiPaper,
    LembarIsianPaper,
    MarkedItem,
    Paper,
    PaperKind,
    PaperName,
    ResiPaper,
    SkTimPaper,
    SuratJawabanPaper,
    TandaTerimaPaper,
    TeamMember,
)
from workflow.people import Appointment, on_duty
from workflow.procedure import Procedure
from workflow.queries.posts import post_title
from workflow.titles import lane_title
from workflow.working_time import lapses_at


class _Reader:
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
    def files(self) -> Sequence[Attachment]:
        """The files of the case that count now."""
        return self.work.cases.attachments(self.case.id)

    def common(self, written_at: datetime) -> dict[str, Any]:
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
        return self.procedure.title_of(self.case.service)

    def post(self, lane: LaneId) -> str:
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
        for item in self.procedure.items_of(self.case.service):
            if isinstance(item, Question) and item.kind is kind:
                return self.case.answers.get(item.id, "")
        return ""

    def appointment(self, task: Task) -> Appointment | None:
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


def paper_of(
    work: SqlUnitOfWork, case_id: CaseId, kind: PaperName, *, bot_name: str, now: datetime
) -> Paper:
    """What stands on a paper of this kind; a letter as the draft it is before its signature."""
    reader = _Reader(work, case_id, bot_name, now)
    if isinstance(kind, PaperKind):
        return _PAPERS[kind](reader)
    return letter_paper(reader, kind, number="", signatory=None, signed_at=None)


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
    reader = _Reader(work, case_id, bot_name, now)
    reader.code = code or reader.code
    return letter_paper(reader, kind, number=number, signatory=signatory, signed_at=now)


def letter_paper(
    reader: _Reader,
    kind: PaperId,
    *,
    number: str,
    signatory: Appointment | None,
    signed_at: datetime | None,
) -> SuratJawabanPaper:
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


def _known(reader: _Reader) -> letters.Known:
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


def _signatory(reader: _Reader, kind: PaperId, appointment: Appointment | None) -> Signatory | None:
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
    return _signing(reader, appointment)


def _signing(reader: _Reader, appointment: Appointment) -> Signatory:
    return Signatory(
        jabatan_title=post_title(reader.work, appointment.jabatan),
        name=appointment.name,
        rank=appointment.rank,
        nip=appointment.nip,
        capacity=appointment.acting.value,
    )


def _parafs(reader: _Reader) -> tuple[ParafMark, ...]:
    """The initials that hold on the letter as it stands."""
    return tuple(
        ParafMark(jabatan=task.done_as, name=reader.name(task), at=task.done_at)
        for task in parafs_in_force(reader.tasks, reader.procedure)
        if task.done_at is not None
    )


def _resi(reader: _Reader) -> ResiPaper:
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
    open_to_link = reader.case.applicant_id is None and reader.case.state is CaseState.OPEN
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


def _lembar_disposisi(reader: _Reader) -> LembarDisposisiPaper:
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
    )


def _lembar_isian(reader: _Reader) -> LembarIsianPaper:
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


def _filled(reader: _Reader, items: Iterable[Item]) -> Iterator[Filled]:
    """What was told and handed in, in the order in which it is asked."""
    for item in items:
        if isinstance(item, Question):
            if item.id in reader.case.answers:
                yield Filled(title=item.title, value=in_words(item, reader.case.answers[item.id]))
            continue
        names = [file.name for file in reader.files if file.item == item.id]
        if names:
            yield Filled(title=item.title, value="\n".join(names))


def _next_title(reader: _Reader, task: Task) -> str:
    step = reader.procedure.step(task.step)
    to = step.outcomes[task.outcome].to if task.outcome is not None else None
    if to is None:
        return ""
    return reader.post(reader.procedure.lane_of(reader.procedure.step(to), reader.case.service))


def _kartu_kendali(reader: _Reader) -> KartuKendaliPaper:
    entries = kartu_kendali.entries(
        reader.tasks,
        reader.procedure,
        reader.work.office,
        reader.work.calendar,
        now=reader.now,
        service=reader.case.service,
    )
    return KartuKendaliPaper(
        **reader.common(reader.now),
        number=reader.case.number,
        service=reader.title(),
        subject=reader.case.subject,
        names_applicant=subject_names_asker(reader.procedure, reader.case.service),
        opened_at=reader.tasks[0].opened_at,
        closed_at=reader.case.ended_at,
        rows=tuple(
            _row(reader, giver, task, entry)
            for giver, task, entry in zip(
                (None, *reader.tasks[:-1]), reader.tasks, entries, strict=True
            )
        ),
    )


def _row(
    reader: _Reader, giver: Task | None, task: Task, entry: kartu_kendali.KartuKendaliEntry
) -> KartuKendaliRow:
    step = reader.procedure.step(task.step)
    return KartuKendaliRow(
        step_number=step.number,
        step_title=step.short,
        lane_title=entry.received_by,
        person_name=reader.name(task),
        from_title=entry.handed_over_by,
        from_name="" if giver is None else reader.name(giver),
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
        undone_at=entry.undone_at,
        recalled=entry.recalled,
        outcome_label=entry.outcome,
        note=entry.note,
        alone=rights.done_alone(task, reader.case, reader.tasks, reader.procedure),
        marks=tuple(
            MarkedItem(title=reader.procedure.item_title(mark.item), defect=mark.defect)
            for mark in task.marks
        ),
    )


def _tanda_terima(reader: _Reader) -> TandaTerimaPaper:
    given = handed_over(reader.work, reader.case, reader.procedure, reader.tasks, reader.files)
    received_at = given.confirmed.done_at or reader.now
    return TandaTerimaPaper(
        **reader.common(received_at),
        number=reader.case.number,
        service=reader.title(),
        applicant_name=reader.asker(),
        received_by=reader.person(),
        received_at=received_at,
        handed_over_by="" if given.giver is None else given.giver.done_as,
        giver_name="" if given.giver is None else reader.name(given.giver),
        items=given.items,
    )


def _sk_tim(reader: _Reader) -> SkTimPaper:
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
            else _signing(reader, appointment)
        ),
        decided_at=task.done_at,
    )


def _member(reader: _Reader, person_id: PersonId, at: datetime) -> TeamMember:
    held = reader.work.people.on_record(person_id, at=at)
    if not held:
        return TeamMember(name=reader.work.people.get(person_id).name, jabatan="")
    return TeamMember(
        name=held[0].name,
        jabatan=post_title(reader.work, held[0].jabatan),
        nip=held[0].nip,
    )


_PAPERS: Mapping[PaperKind, Callable[[_Reader], Paper]] = {
    PaperKind.RESI: _resi,
    PaperKind.LEMBAR_DISPOSISI: _lembar_disposisi,
    PaperKind.LEMBAR_ISIAN: _lembar_isian,
    PaperKind.KARTU_KENDALI: _kartu_kendali,
    PaperKind.TANDA_TERIMA: _tanda_terima,
    PaperKind.SK_TIM: _sk_tim,
}
