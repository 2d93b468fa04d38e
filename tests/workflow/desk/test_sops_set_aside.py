"""One stored SOP that nobody can read any more holds up its own files, and no others."""

import pytest

from storage.reading.cases import cases_view
from storage.reading.office import welcome_view
from storage.reading.queues import queue_view
from storage.reading.tasks import task_view
from tests.support.builders import sample_office, shipped_text
from tests.support.office import open_office
from workflow.desk.opening import tell_of_sops_set_aside
from workflow.errors import SopSetAside
from workflow.intents import Tell, TellAlarms


@pytest.fixture
def office():
    """A request from Jakarta, and a semester report whose kept version was torn."""
    with open_office(office=sample_office(), sops=(shipped_text("bengkulu-semester"),)) as office:
        office.context.procedure_cache.forget_use()
        office.applies()
        office.jakarta = office.task
        first = office.work.office.holder_of("bengkulu-semester", "kepala_dinas")
        office.does(first, lambda desks: desks.form_opening.begin("bengkulu-semester", None))
        office.does(first, lambda desks: desks.beginning.surely("bengkulu-semester"))
        office.keep(shipped_text("bengkulu-semester") + "\n# a second version\n")
        tear(office, "bengkulu-semester")
        yield office


def tear(office, procedure_id):
    """Nobody can read the first version of an SOP any more."""
    office.work.connection.exec_driver_sql(
        "UPDATE procedures SET text = 'steps: torn'"
        f" WHERE procedure_id = '{procedure_id}' AND version = 1"
    )
    procedure_cache = office.context.procedure_cache
    procedure_cache.parsed.clear()
    procedure_cache.forget_use()


def test_cards_of_other_sops_are_shown(office):
    now = office.clock.now()

    assert task_view(office.work, office.jakarta.id, office.ids["petugas"], now=now) is not None


def test_a_card_of_the_one_that_cannot_be_read_is_refused_in_words(office):
    report = max(office.work.connection.exec_driver_sql("SELECT id FROM tasks").scalars().all())
    with pytest.raises(SopSetAside):
        task_view(office.work, report, office.ids["kepala_dinas"], now=office.clock.now())


def test_a_list_leaves_it_out_and_keeps_all_others(office):
    view = queue_view(office.work, office.ids["petugas"], 0, now=office.clock.now())

    assert [line.task_id for line in view.lines] == [office.jakarta.id]
    assert queue_view(office.work, office.ids["kepala_dinas"], 0, now=office.clock.now())


def test_alarms_of_others_are_told(office):
    office.silence()
    for _ in range(80):
        office.clock.wait(minutes=15)
        office.ticks()
    told = {task for _, intent in office.told(TellAlarms) for task in intent.task_ids}

    assert office.jakarta.id in told


@pytest.fixture
def half_filled(office):
    """Budi's form was begun on a version of Jakarta's SOP that was torn since."""
    office.consents("budi")
    office.begins("budi")
    office.keep(shipped_text("jakarta-data") + "\n# a second version\n")
    tear(office, "jakarta-data")
    return office


def test_whoever_has_such_a_form_half_filled_is_still_welcome(half_filled):
    now, budi = half_filled.clock.now(), half_filled.ids["budi"]
    view = welcome_view(half_filled.work, budi, now=now)

    assert view.offers
    assert view.open_draft is None
    assert cases_view(half_filled.work, budi).open_draft is None


def test_whoever_has_such_a_form_half_filled_begins_anew_on_todays_version(half_filled):
    half_filled.begins("budi")

    assert half_filled.form_of("budi").procedure_version == 2


def test_words_for_such_a_form_are_refused_and_nothing_else_is(half_filled):
    half_filled.refuses(
        SopSetAside, "budi", lambda desks: desks.messages.hear("Dinas", message_id=9)
    )
    half_filled.does("budi", lambda desks: desks.reception.start(""))


def test_the_administrators_hear_of_it_at_the_start(office):
    office.silence()
    found = tell_of_sops_set_aside(office.work)

    assert [(name, version) for name, version, _ in found] == [("bengkulu-semester", 1)]
    [told] = [one for _, one in office.told(Tell) if one.message_id == "sops-set-aside"]
    assert told.arguments == {"names": "bengkulu-semester v1"}
