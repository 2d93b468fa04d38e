"""A citizen has another phone: the counter parts the case from the old one, and a resi links it."""

import pytest

from bot.delivery.papers import paper_of
from messages.cards.kartu_kendali import kartu_kendali_card
from storage import procedure_files
from storage.reading.cases import case_view
from storage.reading.enquiries import enquiry_view
from storage.reading.kartu_kendali import kartu_kendali_view
from tests.support.builders import COUNTER_SOP
from tests.support.office import open_office
from tests.workflow.desk.test_separation import SAY, labels
from workflow.errors import FormMovedOn, LinkLocked, LinkUnknown, NotForYou, ResiExpired
from workflow.intents import SendAttachment, SendPaper, ShowCase, TakeBack, Tell
from workflow.knowing import secret_of
from workflow.papers import PaperKind
from workflow.queries.moving import can_part
from workflow.queries.showing import may_keep
from workflow.screen_names import ScreenName
from workflow.side import TaskKind
from workflow.views.case import OwnPaper

PEKANBARU = "pekanbaru-sipenduduk"
TEXT = next(file.text for file in procedure_files.shipped() if PEKANBARU in file.name)
MOVE = "Pindahkan ke ponsel baru pemohon"


@pytest.fixture
def office():
    """Rina has handed in a request by her old phone; "budi" is what her new one is called."""
    with open_office(sops=(TEXT,)) as office:
        office.applies("rina", PEKANBARU, "kk")
        yield office


def kartu(office, name="petugas"):
    now, me = office.clock.now(), office.ids[name]
    return kartu_kendali_card(kartu_kendali_view(office.work, office.case_id, me, now=now), SAY)


def moves(office):
    case_id = office.case_id
    office.does("petugas", lambda desks: desks.unlinking.ask(case_id))
    office.does("petugas", lambda desks: desks.unlinking.unlink(case_id))


def links(office, name="budi"):
    code = office.case.link_code
    office.does(name, lambda desks: desks.reception.start(f"k{code}"))
    office.says(name, secret_of(office.procedure, office.case.service, office.case.answers).digits)


def test_the_counter_parts_the_old_phone_after_one_more_question(office):
    case_id = office.case_id
    assert MOVE in labels(kartu(office))
    office.refuses(FormMovedOn, "petugas", lambda desks: desks.unlinking.unlink(case_id))
    office.does("petugas", lambda desks: desks.unlinking.ask(case_id))
    assert "Periksa dahulu tanda pengenal" in kartu(office).text
    office.silence()
    office.does("petugas", lambda desks: desks.unlinking.unlink(case_id))

    assert office.case.applicant_id is None
    assert SendPaper(case_id=case_id, kind=PaperKind.RESI) in office.hears("petugas")
    told = office.hears("rina")
    assert [type(one) for one in told] == [Tell, TakeBack]
    assert told[0].message_id == "link-undone"
    office.refuses(NotForYou, "rina", lambda desks: desks.applicant.show(case_id))


def test_the_new_phone_follows_it_by_the_new_resi_and_what_its_owner_knows(office):
    moves(office)
    office.silence()
    links(office)
    assert office.case.applicant_id == office.ids["budi"]
    assert office.hears("budi", ShowCase) == [ShowCase(case_id=office.case_id, fresh=True)]
    now, case_id = office.clock.now(), office.case_id
    assert case_view(office.work, case_id, office.ids["rina"], now=now) is None
    assert case_view(office.work, case_id, office.ids["budi"], now=now) is not None
    text = kartu(office).text
    assert "Tautan dilepas oleh Petugas" in text
    assert "Ditautkan ke Telegram pemohon" in text


def test_what_was_begun_on_the_old_phone_ends_and_the_new_one_repairs(office):
    office.goes_to("2")
    office.decides("petugas", "revisi", items=(a_slot(office),))
    task = office.task
    office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
    moves(office)
    assert office.form_of("rina") is None
    assert office.work.people.focus(office.ids["rina"]) is None
    links(office)
    office.repairs("budi")
    assert office.step == "1"


def a_slot(office):
    items = office.procedure.items_of(office.case.service)
    return next(one.id for one in items if not hasattr(one, "kind"))


def test_the_old_phone_hears_no_answer_to_what_it_asked(office):
    case_id = office.case_id
    office.does("rina", lambda desks: desks.enquiries.begin(case_id))
    office.says("rina", "Sampai di mana?")
    [asked] = [
        one for one in office.work.cases.side_tasks_of(case_id) if one.kind is TaskKind.ENQUIRY
    ]
    screen, old = ScreenName.ENQUIRY.of(asked.id), office.ids["rina"]
    assert may_keep(office.work, old, screen)
    moves(office)
    assert not may_keep(office.work, old, screen)
    assert enquiry_view(office.work, asked.id, old, now=office.clock.now()) is None
    links(office)
    now = office.clock.now()
    assert enquiry_view(office.work, asked.id, office.ids["budi"], now=now) is not None


@pytest.mark.parametrize("name", ["rina", "budi", "it", "kepala_dinas"])
def test_nobody_but_the_counter_moves_it(office, name):
    case_id = office.case_id
    assert MOVE not in labels(kartu(office, name))
    office.refuses(NotForYou, name, lambda desks: desks.unlinking.ask(case_id))


def test_an_officers_own_request_stays_with_them(office):
    """Or nobody would know any more whose request they verify."""
    office.applies("kasi_identitas", PEKANBARU, "kk")
    case_id = office.case_id
    assert MOVE not in labels(kartu(office))
    office.refuses(FormMovedOn, "petugas", lambda desks: desks.unlinking.ask(case_id))


def ends(office):
    office.goes_to("6")
    office.goes_on()
    office.silence()


def test_an_answer_of_before_comes_to_the_new_phone_too(office):
    ends(office)
    assert MOVE in labels(kartu(office))
    moves(office)
    now, kind = office.clock.now(), PaperKind.RESI
    assert paper_of(office.work, office.case_id, kind, bot_name="bot", now=now).follows
    links(office)
    assert office.case.applicant_id == office.ids["budi"]
    case_id = office.case_id
    office.does("budi", lambda desks: desks.applicant.paper(case_id, OwnPaper.ANSWER))
    assert office.hears("budi", SendAttachment)
    office.refuses(NotForYou, "rina", lambda desks: desks.applicant.paper(case_id, OwnPaper.ANSWER))


def test_the_survey_goes_from_the_old_phone_with_the_case(office):
    ends(office)
    screen, old = ScreenName.SURVEY.of(office.case_id), office.ids["rina"]
    assert may_keep(office.work, old, screen)
    moves(office)
    assert not may_keep(office.work, old, screen)


def test_a_moved_answer_is_locked_by_three_wrong_tries_and_moved_once_more(office):
    ends(office)
    moves(office)
    code = office.case.link_code
    office.does("budi", lambda desks: desks.reception.start(f"k{code}"))
    for _ in range(3):
        office.says("budi", "000000")
    office.refuses(LinkLocked, "it", lambda desks: desks.reception.start(f"k{code}"))
    moves(office)
    links(office)
    assert office.case.applicant_id == office.ids["budi"]


def test_a_resi_of_a_request_that_ended_links_nobody_without_the_counter(office):
    moves(office)
    links(office)
    code = office.case.link_code
    office.goes_to("6")
    office.clock.wait(minutes=1)
    task = office.task
    office.does("budi", lambda desks: desks.applicant.acknowledge(task.id, "diterima"))
    office.work.connection.exec_driver_sql("UPDATE cases SET applicant_id = NULL")
    office.refuses(ResiExpired, "rina", lambda desks: desks.reception.start(f"k{code}"))


def test_whoever_finds_the_old_phone_again_has_it_moved_back(office):
    moves(office)
    links(office)
    moves(office)
    links(office, "rina")
    assert office.case.applicant_id == office.ids["rina"]


def test_a_resi_of_before_the_move_links_nobody(office):
    code = office.case.code
    moves(office)
    office.refuses(LinkUnknown, "budi", lambda desks: desks.reception.start(f"k{code}"))


def test_a_citizen_who_links_repairs_what_the_counter_had_begun_to():
    with open_office(sops=(TEXT,)) as office:
        office.begins("petugas", PEKANBARU, "kk")
        office.fills("petugas")
        office.submits("petugas")
        office.goes_to("2")
        office.decides("petugas", "revisi", items=(a_slot(office),))
        task = office.task
        office.does("petugas", lambda desks: desks.form_opening.begin_task(task.id))
        links(office)
        assert office.form_of("petugas") is None
        office.repairs("budi")
        assert office.step == "1"


def test_where_nothing_is_asked_that_only_its_owner_knows_it_stays_where_it_is():
    with open_office(sops=(COUNTER_SOP,)) as office:
        office.applies("rina", "loket-layanan", "kia")
        case, links_so_far = office.case, office.work.cases.links(office.case_id)
        assert not can_part(office.work, case, links_so_far)
