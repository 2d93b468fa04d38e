"""A request of the counter, its resi, and whoever comes with it."""

import pytest

from bot.delivery.papers import paper_of
from messages.cards.kartu_kendali import kartu_kendali_card
from storage import procedure_files
from storage.reading.kartu_kendali import kartu_kendali_view
from tests.support.office import open_office
from tests.workflow.desk.test_separation import SAY, labels
from workflow.errors import (
    FormMovedOn,
    LinkLocked,
    LinkTaken,
    LinkUnknown,
    NotForYou,
    ResiExpired,
)
from workflow.intents import SendPaper, ShowCase, ShowTask, TakeBack, Tell
from workflow.knowing import Secret, fits, secret_of
from workflow.papers import PaperKind
from workflow.plain_text import masked

PEKANBARU = "pekanbaru-sipenduduk"
TEXT = next(file.text for file in procedure_files.shipped() if PEKANBARU in file.name)


@pytest.fixture
def office():
    with open_office(sops=(TEXT,)) as office:
        office.begins("petugas", PEKANBARU, "kk")
        office.fills("petugas")
        office.submits("petugas")
        office.silence()
        yield office


def comes(office, name, code=None):
    link = f"k{code or office.case.link_code}"
    office.does(name, lambda desks: desks.reception.start(link))


def knows(office):
    return secret_of(office.procedure, office.case.service, office.case.answers).digits


def links(office, name="rina"):
    comes(office, name)
    office.says(name, knows(office))
    office.silence()


def kartu(office, name="petugas"):
    now, me = office.clock.now(), office.ids[name]
    return kartu_kendali_card(kartu_kendali_view(office.work, office.case_id, me, now=now), SAY)


def unlinks(office, name="petugas"):
    case_id = office.case_id
    office.does(name, lambda desks: desks.unlinking.ask(case_id))
    office.does(name, lambda desks: desks.unlinking.unlink(case_id))


def test_what_is_asked_does_not_stand_on_the_resi(office):
    now = office.clock.now()
    paper = paper_of(office.work, office.case_id, PaperKind.RESI, bot_name="bot", now=now)
    assert set(masked(paper.nik)[6:12]) == {"•"}
    assert paper.nik[6:12] == knows(office)


def test_whoever_worked_on_the_request_cannot_make_it_their_own(office):
    comes(office, "petugas")
    assert office.hears("petugas") == [ShowTask(task_id=office.task.id, fresh=True)]
    assert office.case.applicant_id is None
    office.clock.wait(minutes=1)
    office.leaves("petugas", "petugas")
    office.refuses(LinkUnknown, "petugas", lambda desks: desks.reception.start(link_of(office)))


def link_of(office):
    return f"k{office.case.link_code}"


def test_three_wrong_answers_lock_the_resi_and_the_counter_hears(office):
    comes(office, "budi")
    for left in (2, 1):
        office.says("budi", "000000")
        assert office.hears("budi", Tell)[-1] == Tell(
            message_id="link-wrong", arguments={"left": left}
        )
    office.says("budi", "000000")
    assert office.hears("budi", Tell)[-1].message_id == "refusal-link-locked"
    assert office.hears("petugas", Tell)[-1].message_id == "link-locked-at-counter"
    office.refuses(LinkLocked, "rina", lambda desks: desks.reception.start(link_of(office)))
    assert office.case.applicant_id is None


def test_an_answer_is_asked_for_the_right_again(office):
    comes(office, "budi")
    links(office)
    office.refuses(LinkTaken, "budi", lambda desks: desks.messages.hear("1", message_id=1))


def test_the_counter_parts_the_case_and_a_new_resi_is_printed(office):
    old = office.case.link_code
    links(office, "budi")
    assert "Lepaskan tautan pemohon" in labels(kartu(office))
    unlinks(office)

    assert office.case.applicant_id is None
    assert office.case.link_code != old
    told = office.hears("budi")
    assert [type(one) for one in told] == [Tell, TakeBack]
    assert SendPaper(case_id=office.case_id, kind=PaperKind.RESI) in office.hears("petugas")
    office.refuses(LinkUnknown, "budi", lambda desks: desks.reception.start(f"k{old}"))
    links(office, "rina")
    assert office.case.applicant_id == office.ids["rina"]
    text = kartu(office).text
    assert text.count("Ditautkan ke Telegram pemohon") == 2
    assert "Tautan dilepas oleh Petugas" in text


def test_a_locked_resi_is_opened_by_the_counter(office):
    comes(office, "budi")
    for _ in range(3):
        office.says("budi", "1")
    unlinks(office)
    links(office)
    assert office.case.applicant_id == office.ids["rina"]


def test_nobody_else_parts_a_case_and_nobody_without_being_asked_once_more(office):
    links(office)
    case_id = office.case_id
    for name in ("rina", "budi", "it", "kepala_dinas"):
        office.refuses(NotForYou, name, lambda desks: desks.unlinking.ask(case_id))
        assert "Lepaskan tautan pemohon" not in labels(kartu(office, name))
    office.refuses(FormMovedOn, "petugas", lambda desks: desks.unlinking.unlink(case_id))


def test_a_case_that_nobody_follows_is_not_parted(office):
    case_id = office.case_id
    office.refuses(FormMovedOn, "petugas", lambda desks: desks.unlinking.ask(case_id))


def test_the_link_ends_with_the_case(office):
    execute = office.work.connection.exec_driver_sql
    execute("UPDATE cases SET state = 'finished', step = NULL")
    office.refuses(ResiExpired, "rina", lambda desks: desks.reception.start(link_of(office)))
    paper = paper_of(
        office.work, office.case_id, PaperKind.RESI, bot_name="bot", now=office.clock.now()
    )
    assert not paper.follows


def test_whoever_is_linked_opens_the_case_with_the_resi(office):
    links(office)
    comes(office, "rina")
    assert office.hears("rina") == [ShowCase(case_id=office.case_id, fresh=True)]


@pytest.mark.parametrize(
    ("of_nik", "digits", "told", "right"),
    [
        (True, "470890", "470890", True),
        (True, "470890", "47 08 90", True),
        (True, "470890", "3175034708900001", True),
        (True, "470890", "0001", False),
        (True, "470890", "", False),
        (False, "4567", "4567", True),
        (False, "4567", "081234564567", True),
        (False, "4567", "4568", False),
    ],
)
def test_digits_fit_however_they_are_written(of_nik, digits, told, right):
    assert fits(Secret(digits=digits, of_nik=of_nik), told) is right
