"""The table of rights, asked of the real desks: every act, everybody there is, every state."""

from dataclasses import replace
from functools import partial
from itertools import product

import pytest

from storage import procedure_files
from tests.support.builders import COUNTER_SOP
from tests.support.office import open_office
from tests.support.rights_page import ACTS, PAGE, RELATIONS, page
from workflow.desk.side_tasks import begin_side_task
from workflow.errors import (
    AccessNotGranted,
    BeingSigned,
    NoDecisionToTakeBack,
    NotForYou,
    NotOpenToYou,
    NotYourTask,
    OwnParaf,
    OwnRequest,
    Refusal,
    TaskAlreadyDone,
    TaskHeld,
)
from workflow.ids import PauseId
from workflow.people import Acting, Relation
from workflow.procedure import Way
from workflow.queries.rights import may_name, standing
from workflow.rights import Act, State, allowed, relations, state_of
from workflow.side import APPLICANT_LANE, TaskKind
from workflow.verbs import Verb
from workflow.views.case import OwnPaper

KEMENDAGRI, PEKANBARU = "kemendagri-data", "pekanbaru-sipenduduk"
TEXTS = {file.name.removesuffix(".yaml"): file.text for file in procedure_files.shipped()}
# Refusals that say who somebody is to a file; every other one says something of the file itself.
RIGHT = (
    NoDecisionToTakeBack,
    *(AccessNotGranted, BeingSigned, NotForYou, NotOpenToYou, NotYourTask, OwnParaf, OwnRequest),
    *(TaskAlreadyDone, TaskHeld),
)


def received(desks, task, case, _):
    """A file that nobody has received: whoever opens it has, or has only seen its card."""
    books = desks.officer.work.cases
    books.save_task(replace(task, received_at=None))
    desks.officer.open(task.id)
    if books.task(task.id).received_at is None:
        raise NotForYou


def set_on_it(desks, task, case, _):
    """The signature or seal, which is set after the press; to others there is nothing to do."""
    if desks.stamping.order(task.id) is None:
        raise NotForYou


def named(desks, task, case, _):
    if not may_name(desks.officer.work, desks.officer.me.id, task, case):
        raise NotForYou


def answered(desks, task, case, _):
    """A question below the step, whoever asked it."""
    work = desks.officer.work
    asked = {"by": task.done_by or desks.officer.me.id, "title": "Petugas", "words": "Benarkah?"}
    question = begin_side_task(work, task, TaskKind.QUESTION, APPLICANT_LANE, **asked)
    desks.answers.begin(question.id)


ERRANDS = {
    Act.SEE: lambda desks, task, case, _: desks.officer.open(task.id),
    Act.RECEIVE: received,
    Act.SET_MARK: set_on_it,
    Act.NAME: named,
    Act.READ_NUMBERS: lambda desks, task, case, _: desks.officer.numbers(task.id),
    Act.READ: lambda desks, task, case, _: desks.officer.files(task.id),
    Act.FILL: lambda desks, task, case, _: desks.form_opening.begin_task(task.id),
    Act.DECIDE: lambda desks, task, case, way: desks.officer.acting(task.id).press(way),
    Act.TAKE: lambda desks, task, case, _: desks.officer.take(task.id),
    Act.REMIND: lambda desks, task, case, _: desks.supervisor.remind(task.id),
    Act.HOLD: lambda desks, task, case, _: desks.verbs.do(task.id, Verb.HOLD, "gangguan-siak@"),
    Act.AGREE: lambda desks, task, case, _: desks.holds.agree(task.id, PauseId(0)),
    Act.LIFT: lambda desks, task, case, _: desks.holds.lift(task.id),
    Act.ASK: lambda desks, task, case, _: desks.verbs.do(task.id, Verb.ASK, "telepon@r"),
    Act.UNASK: lambda desks, task, case, _: desks.verbs.do(task.id, Verb.UNASK, ""),
    Act.ANSWER: answered,
    Act.ENQUIRE: lambda desks, task, case, _: desks.enquiries.begin(case.id),
    Act.CORRECT: lambda desks, task, case, _: desks.amending.begin(case.id),
    Act.WITHDRAW: lambda desks, task, case, _: desks.withdrawing.ask(case.id),
    Act.RATE: lambda desks, task, case, _: desks.surveys.begin(case.id),
    Act.REOPEN: lambda desks, task, case, _: desks.withdrawing.reopen(case.id),
    Act.REPLY: lambda desks, task, case, _: desks.replies.begin(task.id),
    Act.CONSULT: lambda desks, task, case, _: desks.verbs.begin(task.id, Verb.CONSULT),
    Act.ADVISE: lambda desks, task, case, _: desks.messages.opinions.begin(task.id),
    Act.GIVE: lambda desks, task, case, _: desks.supervisor.choose(task.id, 0),
    Act.KARTU_KENDALI: lambda desks, task, case, _: desks.officer.kartu_kendali(
        case.id, paper=False
    ),
    Act.FIND: lambda desks, task, case, _: desks.search.open(case.id),
    Act.FOLLOW: lambda desks, task, case, _: desks.applicant.show(case.id),
    Act.FETCH: lambda desks, task, case, _: desks.applicant.paper(case.id, OwnPaper.RESI),
    Act.TAKE_BACK: lambda desks, task, case, _: desks.taking_back.take_back(task.id),
    Act.UNLINK: lambda desks, task, case, _: desks.unlinking.ask(case.id),
}


def verifying(office):
    office.applies()


def taken(office):
    office.applies()
    office.does("petugas", lambda desks: desks.officer.open(office.task.id))


def on_hold(office):
    taken(office)
    office.does(
        "petugas", lambda desks: desks.verbs.do(office.task.id, Verb.HOLD, "gangguan-siak@")
    )


def signing(office):
    office.applies()
    office.goes_to("9")
    task = office.task
    office.presses("kepala_dinas", "tandatangani")
    office.does("kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani"))


def own_request(office):
    office.applies("kepala_dinas")
    office.goes_to("9")


def granted(office):
    office.applies("rina", KEMENDAGRI)
    office.goes_to("3")
    task, named = office.task, office.ids["pengelola_data"]
    office.does(
        "kasi_pengolahan", lambda desks: desks.officer.choosing(task.id).grant("beri_akses", named)
    )


def entered_at_the_counter(office):
    office.begins("petugas", PEKANBARU, "kk")
    office.fills("petugas")
    office.submits("petugas")


def finished(office):
    office.applies()
    office.goes_to("11")


SITUATIONS = (
    verifying,
    taken,
    on_hold,
    signing,
    own_request,
    granted,
    entered_at_the_counter,
    finished,
)


@pytest.fixture
def office():
    sops = (COUNTER_SOP, TEXTS[KEMENDAGRI], TEXTS[PEKANBARU])
    with open_office(sops=sops) as office:
        office.colleague("sari", "pengelola_data")
        office.colleague("joko", "petugas")
        office.arrives("plh")
        office.appoint("plh", "kepala_dinas", acting=Acting.PLH)
        yield office


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_everybody_may_do_what_the_table_says_and_nothing_else(office, situation):
    situation(office)
    case, seen = office.case, set()
    for task, name, act in product(office.tasks, office.ids, ERRANDS):
        if office.procedure.lanes[task.lane].applicant:
            continue
        step = office.procedure.step(task.step)
        who = standing(office.work, office.ids[name], task, case)
        found = relations(task, who, helpers=step.helpers)
        seen |= found
        errand = partial(does, act, task, case, step.outcome_for(Way.FORWARD))
        said = outcome(office, name, errand)
        may = allowed(act, found, state_of(task))
        assert isinstance(said, RIGHT) is not may, (step.number, name, act, found, said)
    assert Relation.HOLDER in seen


def does(act, task, case, way, desks):
    ERRANDS[act](desks, task, case, way)


def outcome(office, name, errand):
    """What came of it: a refusal, or nothing; the books are as before."""
    connection = office.work.connection
    undo = connection.begin_nested()
    try:
        office.does(name, errand)
    except Refusal as refusal:
        return refusal
    finally:
        undo.rollback()
        office.work.cards._known.clear()
        office.work.people._focus.clear()
    return None


def test_no_act_of_the_table_goes_untried():
    assert set(ERRANDS) == set(Act)


def test_the_page_is_printed_from_the_table():
    assert PAGE.read_text(encoding="utf-8") == page()
    assert set(ACTS) == set(Act)
    assert set(RELATIONS) == set(Relation)


def test_whoever_is_nothing_to_a_file_may_do_nothing_with_it():
    for act in Act:
        for state in State:
            assert not allowed(act, {Relation.STRANGER}, state)
            assert not allowed(act, {Relation.ADMINISTRATOR}, state)
