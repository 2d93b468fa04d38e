"""What a verb's face of a card offers, and what was done with the file while it lay here."""

from dataclasses import replace
from datetime import datetime

from storage.reading.consultations import consultable_options, opinions_of
from storage.reading.dossiers import Dossier
from storage.reading.holds import hold_of
from storage.reading.questions import asked_here
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Task
from workflow.custody import CustodyEvent
from workflow.holds import HoldChoice, days_offered, read_choice
from workflow.ids import PersonId
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.people import called
from workflow.queries.verbs import receivers, verbs_of
from workflow.questions import AskChoice, read_ask
from workflow.screen_names import ScreenName
from workflow.verbs import Verb
from workflow.views.task import BesideDeciding, Face, GivenHere, Mode, VerbOption


def mode_of(work: SqlUnitOfWork, task: Task, person_id: PersonId) -> Mode:
    """The face that is turned up; the first one where a later release turned it."""
    if not task.is_open:
        return Mode()
    mode = work.cards.mode(ScreenName.TASK.of(task.id), person_id)
    known = mode.face is not Face.VERB or mode.outcome in set(Verb)
    return mode if known else Mode()


def beside_deciding(
    work: SqlUnitOfWork, on_desk: TaskOnDesk, dossier: Dossier, mode: Mode, *, now: datetime
) -> BesideDeciding:
    """What the card shows of verbs, on the face that is turned up, and of what was asked."""
    return BesideDeciding(
        verbs=verbs_of(work, on_desk) if mode.face is Face.MORE else (),
        options=_options(work, on_desk, mode, now=now),
        given=_given_to(work, on_desk.task, on_desk.who.person_id, now=now),
        held=hold_of(work, on_desk.task, on_desk.case, now=now),
        asked=asked_here(dossier, on_desk.task),
        opinions=opinions_of(work, on_desk.task, dossier.beside, now=now),
    )


def _options(
    work: SqlUnitOfWork, on_desk: TaskOnDesk, mode: Mode, *, now: datetime
) -> tuple[VerbOption, ...]:
    """Whom or what may be chosen on this face; nothing on a face that is no verb's."""
    if mode.face is not Face.VERB:
        return ()
    match Verb(mode.outcome):
        case Verb.GIVE:
            return _colleagues(work, on_desk)
        case Verb.CONSULT:
            return consultable_options(work, on_desk, mode)
        case Verb.HOLD:
            return _holds(work, mode, now=now)
        case Verb.ASK:
            return _questions(work, on_desk, mode)
    return ()


def _holds(work: SqlUnitOfWork, mode: Mode, *, now: datetime) -> tuple[VerbOption, ...]:
    """The office's reasons, then own words; of a chosen one its days, and none."""
    choice = read_choice(mode.note)
    if choice is None:
        choices = [(HoldChoice(reason=name), one.title) for name, one in work.office.holds.items()]
        choices.append((HoldChoice(reason=None), ""))
        return tuple(VerbOption(chosen=str(one), title=title) for one, title in choices)
    dated = [replace(choice, dated=True)]
    dated += [replace(dated[0], until=one) for one in days_offered(work.calendar, now=now)]
    return tuple(VerbOption(chosen=str(one), title="", day=one.until) for one in dated)


def _questions(work: SqlUnitOfWork, on_desk: TaskOnDesk, mode: Mode) -> tuple[VerbOption, ...]:
    """The office's questions, then own words; of a chosen one whether the limit waits."""
    choice = read_ask(mode.note)
    if choice is None:
        ready = work.office.questions.items()
        choices = [(AskChoice(ready=name), one.title) for name, one in ready]
        choices.append((AskChoice(ready=None), ""))
        return tuple(VerbOption(chosen=str(one), title=title) for one, title in choices)
    text = "" if choice.ready is None else work.office.questions[choice.ready].text
    waits = [True, False] if on_desk.task.pause_id is None else [False]
    chosen = [str(replace(choice, waits=one)) for one in waits]
    return tuple(VerbOption(chosen=one, title=text) for one in chosen)


def _colleagues(work: SqlUnitOfWork, on_desk: TaskOnDesk) -> tuple[VerbOption, ...]:
    found = receivers(work, on_desk)
    load = work.cases.load_of([one.person_id for one in found])
    return tuple(
        VerbOption(chosen=str(one.person_id), title=one.name, count=load.get(one.person_id, 0))
        for one in found
    )


def _given_to(
    work: SqlUnitOfWork, task: Task, person_id: PersonId, *, now: datetime
) -> GivenHere | None:
    """By whom a file was laid on somebody's desk, while they have it."""
    if not task.is_open or task.holder_id != person_id:
        return None
    note = work.custody.last(task.id, CustodyEvent.GIVEN)
    if note is None or note.to != person_id:
        return None
    return GivenHere(
        title=note.title, name=called(work, note.by, at=now), at=note.at, words=note.words
    )
