"""A whole office in memory: its desks over real books, its people, and verbs to play it with."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from bot.errands import Desks
from storage import migrating
from storage.database import savepoint, writing_engine
from storage.repositories.gathered import GatheredRepository
from storage.unit_of_work import OfficeContext
from tests.support.books import OpenWork
from tests.support.builders import (
    a_file,
    jakarta_data,
    open_one,
    sample_calendar,
    sample_office,
    shipped_text,
    sop,
)
from tests.support.fakes import TERM_KEY, CountedBytes, FixedClock
from workflow import filling
from workflow.alarms import Rhythm
from workflow.collecting import Collector, is_collected_at
from workflow.desk.clearing import go_on_clearing
from workflow.desk.reckoning import go_on_reckoning
from workflow.desk.stamping import StampingDesk
from workflow.desk.timekeeper import Timekeeper
from workflow.desk.widening import widen
from workflow.engine import NewTask
from workflow.errors import Refusal
from workflow.forms import Question
from workflow.intent_text import decode
from workflow.intents import ClearDesk, Intent, Reckon, Stamp, Widen
from workflow.people import Acting, Appointment, Language
from workflow.procedure import StepKind, Way
from workflow.screen_names import ScreenName
from workflow.shown import digest_of
from workflow.views.task import Face

JAKARTA_DATA = jakarta_data().id
CHAT_COPY = 77  # the number of the message that something was sent in


@cache
def _engine():
    """One migrated database for all tests; each works in a transaction that is taken back."""
    folder = tempfile.mkdtemp(prefix="office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine = writing_engine(f"sqlite:///{Path(folder) / 'office.sqlite3'}")
    with engine.begin() as connection:
        migrating.upgrade(connection)
    return engine


class _Gathered(GatheredRepository):
    """What is gathered is noted down as told once it is let go."""

    def __init__(self, work):
        super().__init__(work.connection, work.now)
        self._told = work.told

    def release(self):
        gathered = "SELECT person_id, kind, body FROM outbox WHERE state = 'gathering' ORDER BY id"
        rows = self._connection.exec_driver_sql(gathered).all()
        self._told += [(person_id, decode(kind, body)) for person_id, kind, body in rows]
        return super().release()


class _Work(OpenWork):
    """The real books; what is told goes to the outbox and is also noted down here."""

    def __init__(self, connection, context, clock):
        super().__init__(connection, context, clock)
        self.told = []
        self.widening = []

    @property
    def gathered(self):
        return _Gathered(self)

    def tell(self, person_id, intent, *, not_before=None):
        super().tell(person_id, intent, not_before=not_before)
        self.told.append((person_id, intent))
        if isinstance(intent, Widen):
            self.widening.append((not_before or self.now, person_id, intent))


class PlayedDesks(Desks):
    """All desks as one person finds them, and where letters go in to be signed."""

    @property
    def stamping(self):
        return StampingDesk(self.work, self.me)


class PlayedOffice:
    """The sample office with one officer in each jabatan, known by its jabatan; two applicants
    (rina, budi) and the IT person (it).

    Each errand is one update: a refusal takes back what it did, as at the real counter.
    """

    def __init__(self, connection, office=None, sops=(), clock=None):
        self._opens(connection, office or sample_office(), clock or FixedClock())
        for text in (shipped_text("jakarta-data"), *sops):
            self.keep(text)
        for name in ("rina", "budi", "it"):
            self.arrives(name)
        self.work.people.make_administrator(self.ids["it"])
        for jabatan in self.context.office.jabatan:
            self.arrives(jabatan)
            self.appoint(jabatan, jabatan)

    @classmethod
    def over(cls, connection, *, ids, now):
        """The office of books that were written before, its people known by the names in *ids*."""
        office = cls.__new__(cls)
        office._opens(connection, sample_office(), FixedClock(now))
        office.ids = dict(ids)
        return office

    def _opens(self, connection, office, clock):
        self.clock = clock
        self.random_bytes = CountedBytes()
        self.context = OfficeContext(office=office, calendar=sample_calendar(), term_key=TERM_KEY)
        self.work = _Work(connection, self.context, self.clock)
        self.ids = {}
        self.case_id = None

    # People and SOPs

    def arrives(self, name, language=Language.INDONESIAN):
        """Somebody presses Start for the first time."""
        person = self.work.people.add(
            1000 + len(self.ids), name=name, language=language, at=self.clock.now()
        )
        self.ids[name] = person.id

    def appoint(self, name, jabatan, *, acting=Acting.DEFINITIVE, until=None):
        self.work.people.appoint(
            Appointment(
                person_id=self.ids[name],
                jabatan=jabatan,
                name=name.title(),
                nip="",
                rank="",
                acting=acting,
                begins_at=self.clock.now(),
                ends_at=until,
            )
        )

    def colleague(self, name, jabatan):
        """Somebody else who sits in the same jabatan."""
        self.arrives(name)
        self.appoint(name, jabatan)

    def reopens(self, office):
        """The bot is started anew, with another office file."""
        self.context.office = office
        self.work = _Work(self.work.connection, self.context, self.clock)

    def leaves(self, name, jabatan):
        """The appointment ends now."""
        self.appoint(name, jabatan, until=self.clock.now())

    def keep(self, text):
        """Put an SOP on the shelf."""
        procedure = sop(text)
        version = self.work.procedures.keep(procedure, text, at=self.clock.now())
        self.context.procedure_cache.parsed[(procedure.id, version)] = procedure
        self.context.procedure_cache.offered = None

    # Errands

    def desks(self, name):
        work, me = self.work, self.work.people.get(self.ids[name])
        return PlayedDesks(me, work, self.random_bytes, bot_name="disposisi_bot")

    def does(self, name, errand):
        """One update of one person; what a refused one did is taken back."""
        heard = len(self.work.told)
        try:
            with savepoint(self.work.connection):
                return errand(self.desks(name))
        except Refusal:
            del self.work.told[heard:]
            raise

    def refuses(self, refusal, name, errand):
        """The desk says no, and nothing has changed. Returns the refusal."""
        before = self.books()
        with pytest.raises(refusal) as refused:
            self.does(name, errand)
        assert self.books() == before
        return refused.value

    def books(self):
        """Everything written down, to see whether it has changed."""
        tables = ("cases", "tasks", "marks", "attachments", "papers", "letter_numbers", "drafts")
        execute = self.work.connection.exec_driver_sql
        return {table: execute(f"SELECT * FROM {table}").all() for table in (*tables, "cards")}

    # What people hear

    def hears(self, name, kind=Intent):
        """What a person was told since it was last listened to."""
        mine = self.ids[name]
        heard = [one for one in self.work.told if one[0] == mine]
        self.work.told = [one for one in self.work.told if one[0] != mine]
        return [intent for _, intent in heard if isinstance(intent, kind)]

    def told(self, kind):
        """Who was told something of this kind, and what, since anybody was listened to."""
        names = {person: name for name, person in self.ids.items()}
        return [(names[who], one) for who, one in self.work.told if isinstance(one, kind)]

    def silence(self):
        self.work.told.clear()

    # The case at hand

    @property
    def case(self):
        return self.work.cases.get(self.case_id)

    @property
    def task(self):
        """What lies on somebody's desk; nothing when the case has ended."""
        return open_one(self.tasks)

    @property
    def tasks(self):
        return list(self.work.cases.tasks_of(self.case_id))

    @property
    def step(self):
        return self.case.step

    @property
    def applicant(self):
        """Who asked for it."""
        return next(name for name, one in self.ids.items() if one == self.case.applicant_id)

    @property
    def procedure(self):
        return self.work.procedures.get(self.case.procedure_id, self.case.procedure_version)

    def words_on(self, name):
        """The digest of the words that somebody's card asks about."""
        return digest_of(self.face(name).note)

    def face(self, name):
        """Which face of the card of the task at hand is turned up on somebody's phone."""
        return self.work.cards.mode(f"task:{self.task.id}", self.ids[name])

    def files_shown(self, name):
        """What the button names that takes a file out of the slot at hand."""
        draft = self.form_of(name)
        return filling.files_shown(
            draft, filling.current(draft, self.desks(name).forms.items(draft))
        )

    # What people do

    def consents(self, name="rina"):
        version = self.work.office.privacy.version
        self.does(name, lambda desks: desks.reception.accept_privacy(version))

    def begins(self, name="rina", procedure_id=JAKARTA_DATA, service=None):
        """The form of what begins; where there is none, it begins at the press that is sure."""
        self.does(name, lambda desks: desks.form_opening.begin(procedure_id, service))
        if self.work.cards.mode(ScreenName.BEGINNING, self.ids[name]).face == Face.BEGIN:
            self.does(name, lambda desks: desks.beginning.surely(procedure_id))
            self.case_id = self._newest_case()
        return self.form_of(name)

    def form_of(self, name):
        """The form that a person has open."""
        return self.work.drafts.find_open(self.ids[name])

    def fills(self, name="rina"):
        """Answer everything that is still asked with the examples that are shown, in one go."""
        draft = self.form_of(name)
        items = self.desks(name).forms.items(draft)
        today = self.clock.now().astimezone(self.work.calendar.tz).date()
        while (item := filling.current(draft, items)) is not None:
            if isinstance(item, Question):
                said = item.choices[0] if item.choices else item.example
                draft = filling.answered(draft, item, said, today=today)
                continue
            if not item.optional:
                draft = filling.attached(draft, item, a_file(f"{item.id}-{draft.id}.pdf"))
            draft = filling.passed(draft, item)
        self.work.drafts.save(draft)

    def answers_until(self, name, wanted):
        """Answer one question after the other, each in a message of its own, until this one."""
        while (draft := self.form_of(name)).asks[draft.at] != wanted:
            item = self.desks(name).forms.items(draft)[draft.asks[draft.at]]
            if isinstance(item, Question):
                self.says(name, item.choices[0] if item.choices else item.example)
                continue
            self.hands_in(name, a_file(f"{item.id}.pdf"))
            self.does(name, lambda desks, draft=draft: desks.forms.go_on(draft.id, draft.at))

    def says(self, name, text):
        self.does(name, lambda desks: desks.messages.hear(text, message_id=CHAT_COPY))

    def hands_in(self, name, file):
        draft = self.form_of(name)
        self.does(name, lambda desks: desks.forms.attach(draft.id, file, message_id=CHAT_COPY))

    def submits(self, name="rina"):
        draft = self.form_of(name)
        if draft.reviewing:
            self.does(name, lambda desks: desks.forms.back(draft.id, draft.at))
        self.does(name, lambda desks: desks.handing_in.submit(draft.id))
        if draft.case_id is None:
            self.case_id = self._newest_case()

    def _newest_case(self):
        newest = "SELECT max(id) FROM cases"
        return self.work.connection.exec_driver_sql(newest).scalar_one()

    def applies(self, name="rina", procedure_id=JAKARTA_DATA, service=None):
        """A whole request, from consent to resi. Returns the case's id."""
        self.consents(name)
        self.begins(name, procedure_id, service)
        self.fills(name)
        self.submits(name)
        self.silence()
        return self.case_id

    def presses(self, name, outcome):
        task = self.task
        self.does(name, lambda desks: desks.officer.acting(task.id).press(outcome))

    def works(self, name):
        """Fill in the form that the step asks for."""
        task = self.task
        self.does(name, lambda desks: desks.form_opening.begin_task(task.id))
        self.fills(name)
        self.submits(name)

    def decides(self, name, outcome, *, reason="Mohon diperbaiki", items=("surat_permohonan",)):
        """All the presses that one decision takes, with the stamp that follows from it."""
        task, step = self.task, self.procedure.step(self.step)
        arrow = step.outcomes[outcome]
        if arrow.way is Way.FORWARD and self.procedure.work_of(step, self.case.service):
            self.works(name)
        self.presses(name, outcome)
        if (
            arrow.way is Way.BACK
            and self.procedure.lanes[self.procedure.step(arrow.to).lane].applicant
        ):
            for item in items:
                self.marks(name, outcome, item)
            self.does(name, lambda desks: desks.officer.acting(task.id).reasons(outcome))
        if arrow.way is Way.FORWARD and is_collected_at(self.procedure, step, self.case.service):
            self.collects(name, outcome, task)
        if arrow.way is not Way.FORWARD:
            self.does(name, lambda desks: desks.officer.acting(task.id).write(outcome))
            self.says(name, reason)
        if arrow.way is Way.REFUSE or (step.kind is StepKind.SIGN and arrow.way is Way.FORWARD):
            self.does(
                name, lambda desks: desks.officer.acting(task.id).sure(outcome, self.words_on(name))
            )
        self.stamps()

    def collects(self, name, outcome, task=None, who=Collector.SELF):
        """Whoever asked has come to the counter for the answer, or somebody for them."""
        task = task or self.task
        self.does(name, lambda desks: desks.officer.collecting(task.id).choose(outcome, who))

    def marks(self, name, outcome, item, times=1):
        """Press on one requirement or answer: missing, unclear, wrong, nothing."""
        for _ in range(times):
            self.does(name, lambda desks: desks.officer.acting(self.task.id).mark(outcome, item))

    def stamps(self):
        """Set every signature and seal that has been asked for."""
        for name, stamp in self.told(Stamp):
            order = self.does(name, lambda desks, stamp=stamp: desks.stamping.order(stamp.task_id))
            if order is not None:
                digest = f"{order.stamp} on case {order.case.id}"
                self.does(name, lambda desks, o=order, d=digest: desks.stamping.set(o, d))

    def goes_to(self, step):
        """Let everybody do the usual until the case lies at this step."""
        while self.step != step:
            before = self.task
            assert before is not None, f"the case ended before step {step}"
            self.goes_on()
            assert self.task != before, f"the usual press leaves the file at step {before.step}"

    def goes_on(self):
        """The usual way out of the step at hand, by whoever sits there."""
        here = self.procedure.step(self.step)
        forward = here.outcome_for(Way.FORWARD)
        if not self.procedure.lanes[here.lane].applicant:
            whoever = self.work.office.holder_of(self.procedure.id, here.lane)
            if here.kind is StepKind.SUBMIT:
                self.repairs(whoever)
            else:
                self.decides(whoever, forward)
        elif here.kind is StepKind.SUBMIT:
            self.repairs(self.applicant)
        else:
            task = self.task
            self.does(self.applicant, lambda desks: desks.applicant.acknowledge(task.id, forward))

    def repairs(self, name="rina"):
        task = self.task
        self.does(name, lambda desks: desks.form_opening.begin_task(task.id))
        self.fills(name)
        self.submits(name)

    def many_files(self, number, *, opened_at=None, holder=None, series=""):
        """So many more files as the newest one, perhaps in somebody's hands, with their alarms."""
        like, case = self.task, self.case
        for place in range(number):
            more = self.work.cases.add(
                number=f"PDK-2027-{self.case_id:05d}-{series}{place}",
                code=f"M{self.case_id}-{series}{place}",
                link_code=None,
                procedure_id=case.procedure_id,
                procedure_version=case.procedure_version,
                service=case.service,
                subject=case.subject,
                applicant_id=case.applicant_id,
                step=case.step,
                answers=case.answers,
                at=self.clock.now(),
            )
            opening = NewTask(
                step=like.step,
                lane=like.lane,
                opened_at=opened_at(place) if opened_at else like.opened_at,
                due_at=like.due_at,
                holder_id=None if holder is None else self.ids[holder],
            )
            self.work.cases.open_task(more.id, opening, None)

    def works_off(self):
        """What the office does by itself, batch after batch, as the post office carries it out."""
        batches = 0
        while waiting := [one for one in self.work.told if isinstance(one[1], Reckon | ClearDesk)]:
            batches += 1
            for told in waiting:
                self.work.told.remove(told)
                person, intent = told
                with savepoint(self.work.connection):
                    if isinstance(intent, Reckon):
                        go_on_reckoning(self.work, person, intent)
                    else:
                        go_on_clearing(self.work, intent)
        return batches

    def widens(self):
        """Whatever is to be told to a few more by now, as the post office carries it out."""
        now = self.clock.now()
        due = [(who, one) for at, who, one in self.work.widening if at <= now]
        self.work.widening = [one for one in self.work.widening if one[0] > now]
        for person, intent in due:
            with savepoint(self.work.connection):
                widen(self.work, person, intent)

    def ticks(self, rhythm=None, batch=500):
        """The clock on the wall looks at the time."""
        with savepoint(self.work.connection):
            self.context.rhythm = rhythm or Rhythm()
            Timekeeper(self.work, batch).tick()


def open_office(**more):
    """An office for one test: `with open_office() as office`."""
    return _Opened(more)


class _Opened:
    def __init__(self, more):
        self._more = more

    def __enter__(self):
        self._connection = _engine().connect()
        self._connection.begin()
        return PlayedOffice(self._connection, **self._more)

    def __exit__(self, *_):
        self._connection.close()
