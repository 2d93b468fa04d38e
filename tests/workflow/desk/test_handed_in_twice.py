"""An applicant hears of an own request like the one about to be handed in."""

from datetime import timedelta

import pytest

from storage import procedure_files
from storage.reading.forms import form_view
from tests.support.office import JAKARTA_DATA, open_office
from workflow.queries.handed_in_twice import NEAR

PEKANBARU = "pekanbaru-sipenduduk"
TEXTS = {file.name.removesuffix(".yaml"): file.text for file in procedure_files.shipped()}


@pytest.fixture
def office():
    with open_office(sops=(TEXTS[JAKARTA_DATA], TEXTS[PEKANBARU])) as office:
        yield office


def told_of(office, name="rina", **corrected):
    """Which request the review of a filled-in form names."""
    office.fills(name)
    draft = office.form_of(name)
    for question, said in corrected.items():
        office.does(
            name,
            lambda desks, question=question: desks.forms.change(
                draft.id, draft.asks.index(question)
            ),
        )
        office.says(name, said)
    me = office.ids[name]
    view = form_view(office.work, draft.id, me, "", now=office.clock.now())
    return None if view.review.before is None else view.review.before.case_id


def test_the_first_request_is_like_no_other(office):
    office.consents()
    office.begins()
    assert told_of(office) is None


def test_the_second_request_of_a_person_names_the_first_and_is_handed_in_all_the_same(office):
    first = office.applies()
    office.begins()
    assert told_of(office) == first
    office.submits()
    assert office.case_id != first


def test_a_name_spelt_otherwise_is_the_same_person(office):
    first = office.applies()
    office.begins()
    assert told_of(office, nama="Hj. Rina Woelandari") == first


def test_another_person_is_another_request(office):
    office.applies()
    office.begins()
    assert told_of(office, nama="Budi Santoso", nik="3175030101800002") is None


def test_another_child_of_the_same_applicant_is_another_request(office):
    first = office.applies(procedure_id=PEKANBARU, service="kia")
    office.begins(procedure_id=PEKANBARU, service="kia")
    assert told_of(office) == first
    assert told_of(office, nama_anak="Zainal Arifin") is None


def test_another_service_is_another_request(office):
    office.applies(procedure_id=PEKANBARU, service="kk")
    office.begins(procedure_id=PEKANBARU, service="kia")
    assert told_of(office) is None


def test_what_was_refused_is_asked_for_again_with_good_reason(office):
    office.applies()
    office.work.connection.exec_driver_sql("UPDATE cases SET state = 'refused'")
    office.begins()
    assert told_of(office) is None


@pytest.mark.parametrize(("later", "named"), [(timedelta(), True), (timedelta(days=1), False)])
def test_an_answered_request_is_near_for_thirty_days(office, later, named):
    first = office.applies()
    office.work.connection.exec_driver_sql("UPDATE cases SET state = 'finished'")
    office.clock.wait(days=(NEAR + later).days)
    office.begins()
    assert told_of(office) == (first if named else None)


def test_an_open_request_is_near_however_old(office):
    first = office.applies()
    office.clock.wait(days=100)
    office.begins()
    assert told_of(office) == first


def test_nobody_learns_that_somebody_else_has_asked(office):
    office.applies()
    office.consents("budi")
    office.begins("budi")
    assert told_of(office, "budi") is None
