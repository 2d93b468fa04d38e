"""What the office has from somebody's last request is offered in the next."""

import pytest

from storage import procedure_files
from storage.reading.forms import form_view
from tests.support.office import JAKARTA_DATA, open_office
from workflow.errors import FormMovedOn, NotForYou
from workflow.knowing import secret_of

PEKANBARU = "pekanbaru-sipenduduk"
TEXTS = {file.name.removesuffix(".yaml"): file.text for file in procedure_files.shipped()}
TOLD = {
    "instansi": "Dinas Kesehatan",
    "nama": "Rina Wulandari, S.KM",
    "telepon": "+6281234567890",
}


@pytest.fixture
def office():
    with open_office(sops=(TEXTS[JAKARTA_DATA], TEXTS[PEKANBARU])) as office:
        yield office


def offered(office, name="rina"):
    """The request that is offered, and what it would fill in."""
    draft = office.form_of(name)
    view = form_view(office.work, draft.id, office.ids[name], "", now=office.clock.now())
    if view.known is None:
        return None
    return view.known.case_id, [one.title for one in view.known.lines]


def recalls(desks, draft, case_id):
    desks.forms.recall(draft.id, draft.at, case_id)


def test_the_first_request_is_offered_nothing(office):
    office.consents()
    office.begins()
    assert offered(office) is None


def test_one_press_fills_in_all_that_the_form_asks_and_the_office_has(office):
    first = office.applies()
    draft = office.begins()
    titles = ["Instansi pemohon", "Nama penanggung jawab", "Nomor telepon"]
    assert offered(office) == (first, titles)
    office.does("rina", lambda desks: recalls(desks, draft, first))
    filled = office.form_of("rina")
    assert filled.answers == TOLD
    assert filled.asks[filled.at] == "nik"


def test_another_service_is_filled_in_with_what_it_asks(office):
    first = office.applies()
    draft = office.begins(procedure_id=PEKANBARU, service="kk")
    assert offered(office) == (first, ["Nama pemohon", "Nomor telepon"])
    office.does("rina", lambda desks: recalls(desks, draft, first))
    assert office.form_of("rina").answers == {one: TOLD[one] for one in ("nama", "telepon")}


def test_what_was_typed_before_the_press_stays(office):
    first = office.applies()
    office.begins()
    office.says("rina", "Dinas Pendidikan")
    draft = office.form_of("rina")
    office.does("rina", lambda desks: recalls(desks, draft, first))
    assert office.form_of("rina").answers == TOLD | {"instansi": "Dinas Pendidikan"}


def test_what_was_filled_in_can_be_corrected(office):
    first = office.applies()
    draft = office.begins()
    office.does("rina", lambda desks: recalls(desks, draft, first))
    for at in (2, 1):
        office.does("rina", lambda desks, at=at: desks.forms.back(draft.id, at))
    assert offered(office) is None
    office.says("rina", "Dinas Sosial")
    assert office.form_of("rina").answers == TOLD | {"instansi": "Dinas Sosial"}


def test_a_second_press_fills_in_nothing(office):
    first = office.applies()
    draft = office.begins()
    office.does("rina", lambda desks: recalls(desks, draft, first))
    office.refuses(FormMovedOn, "rina", lambda desks: recalls(desks, draft, first))


def test_a_press_that_showed_an_older_request_fills_in_nothing(office):
    first = office.applies()
    office.applies()
    draft = office.begins()
    office.refuses(FormMovedOn, "rina", lambda desks: recalls(desks, draft, first))


def test_nobody_is_offered_what_somebody_else_told(office):
    first = office.applies()
    office.consents("budi")
    draft = office.begins("budi")
    assert offered(office, "budi") is None
    office.refuses(FormMovedOn, "budi", lambda desks: recalls(desks, draft, first))


def test_nobody_fills_in_the_form_of_somebody_else(office):
    first = office.applies()
    draft = office.begins()
    office.refuses(NotForYou, "budi", lambda desks: recalls(desks, draft, first))


def test_at_the_counter_nothing_is_offered(office):
    office.begins("petugas", PEKANBARU, "kk")
    office.fills("petugas")
    office.submits("petugas")
    office.begins("petugas", PEKANBARU, "kk")
    assert offered(office, "petugas") is None


def test_a_request_that_a_resi_linked_may_be_a_neighbours_and_is_not_offered(office):
    office.begins("petugas", PEKANBARU, "kk")
    office.fills("petugas")
    office.submits("petugas")
    link = f"k{office.case.link_code}"
    office.does("rina", lambda desks: desks.reception.start(link))
    digits = secret_of(office.procedure, office.case.service, office.case.answers).digits
    office.says("rina", digits)
    assert office.case.applicant_id == office.ids["rina"]
    office.consents()
    office.begins()
    assert offered(office) is None


def test_changing_one_answer_at_the_review_offers_nothing(office):
    office.applies()
    draft = office.begins()
    office.fills()
    office.does("rina", lambda desks: desks.forms.change(draft.id, 0))
    assert offered(office) is None


def test_a_repair_is_offered_nothing(office):
    office.applies()
    task = office.task
    office.decides("petugas", "kembalikan")
    assert office.task.id != task.id
    office.does("rina", lambda desks: desks.form_opening.begin_task(office.task.id))
    assert offered(office) is None
