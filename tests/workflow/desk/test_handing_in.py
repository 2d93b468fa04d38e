"""What is not wanted is refused before it is fetched; what was thrown away is held by nobody."""

from datetime import timedelta

import pytest

from tests.support.builders import a_file
from workflow.desk.intaking import MOST, MOST_OF_OFFICERS
from workflow.errors import SlotFull, TooMuchToday

MEGABYTE = 1 << 20


def where(office, name):
    return office.does(name, lambda desks: desks.messages.slot())


@pytest.fixture
def at_the_files(office):
    office.consents()
    office.begins()
    office.answers_until("rina", "identitas")
    return office.form_of("rina")


def test_a_photo_for_a_full_slot_is_refused_before_it_is_fetched(office, at_the_files):
    _, slot = where(office, "rina")
    for number in range(slot.most):
        where(office, "rina")
        office.hands_in("rina", a_file(f"{number}.jpg"))

    refused = office.refuses(SlotFull, "rina", lambda desks: desks.messages.slot())

    assert refused.most == slot.most


def test_one_person_hands_in_so_much_a_day_and_goes_on_the_next(office, at_the_files):
    office.hands_in("rina", a_file("besar.pdf", size=MOST * MEGABYTE))

    refused = office.refuses(TooMuchToday, "rina", lambda desks: desks.messages.slot())

    assert refused.megabytes == MOST
    office.clock.wait(days=1)
    assert where(office, "rina")[0].ref == at_the_files.id


def test_what_was_taken_out_again_was_handed_in_all_the_same(office, at_the_files):
    office.hands_in("rina", a_file("besar.pdf", size=MOST * MEGABYTE))
    shown = office.files_shown("rina")
    form = office.form_of("rina")
    office.does("rina", lambda desks: desks.forms.take_out(form.id, form.at, shown))

    office.refuses(TooMuchToday, "rina", lambda desks: desks.messages.slot())


def test_the_counter_may_hand_in_for_many(office):
    day = office.clock.now().astimezone(office.work.calendar.tz).date()
    office.work.drafts.note_handed_in(office.ids["petugas"], day, MOST * MEGABYTE)
    assert MOST_OF_OFFICERS > MOST
    office.begins("pengelola_data", "laporan-bulanan")
    office.answers_until("pengelola_data", "tabel")
    office.work.drafts.note_handed_in(office.ids["pengelola_data"], day, MOST * MEGABYTE)

    assert where(office, "pengelola_data")[1].id == "tabel"


def kept_of(office, form):
    row = office.work.connection.exec_driver_sql(
        "SELECT answers, files FROM drafts WHERE id = ?", (form.id,)
    ).one()
    return tuple(row)


def test_a_form_that_was_thrown_away_keeps_neither_nik_nor_files(office, at_the_files):
    office.hands_in("rina", a_file("ktp.jpg"))
    form = office.form_of("rina")

    office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
    office.does("rina", lambda desks: desks.forms.cancel(form.id))

    assert kept_of(office, form) == ("{}", "{}")


def test_a_form_that_was_handed_in_leaves_its_answers_to_the_case_alone(office):
    office.consents()
    form = office.begins()
    office.fills()
    office.submits()

    assert kept_of(office, form) == ("{}", "{}")
    assert office.case.answers
    assert office.work.cases.attachments(office.case_id)
    assert office.clock.now() - timedelta(days=1) < office.case.opened_at
