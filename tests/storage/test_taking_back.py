"""What lies on a phone when a right has gone: found in batches, and taken back."""

import pytest

from storage.reading.queues import alarms_view
from storage.reading.taking import A_CALL, taking_back_view
from tests.support.builders import COUNTER_SOP, an_office
from tests.support.office import open_office
from workflow.intents import TakeBack, urgency
from workflow.people import Acting
from workflow.views.taking import Copied


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(COUNTER_SOP,)) as office:
        office.applies()
        yield office


def lay(office, name, screen, message_id):
    me = office.ids[name]
    office.work.cards.lay(screen, me, message_id, at=office.clock.now())


def copy(office, name, kind, message_id):
    me, at = office.ids[name], office.clock.now()
    office.work.cards.note_copy(me, office.case_id, kind, message_id, at=at)


def taken(office, name):
    """All messages that go, batch by batch, as delivery takes them."""
    gone, intent, me = [], TakeBack(), office.ids[name]
    while intent is not None:
        view = taking_back_view(office.work, me, intent, now=office.clock.now())
        assert len(view.messages) <= A_CALL
        gone += view.messages
        office.work.cards.take_off(me, view.messages)
        intent = view.following
    return gone


@pytest.fixture
def phone(office):
    """The phone of the petugas, who looked at everything."""
    lay(office, "petugas", f"task:{office.task.id}", 11)
    lay(office, "petugas", f"kartu:{office.case_id}", 12)
    lay(office, "petugas", "queue", 13)
    lay(office, "petugas", "welcome", 14)
    copy(office, "petugas", "attachment", 15)
    copy(office, "petugas", "surat_jawaban", 16)
    return office


def test_reminders_that_name_files_go_with_the_right_to_them(phone):
    copy(phone, "petugas", Copied.ALARMS, 17)
    assert taken(phone, "petugas") == []
    phone.leaves("petugas", "petugas")
    assert taken(phone, "petugas") == [11, 12, 13, 15, 16, 17]


def test_a_message_of_reminders_tells_which_files_it_names(office):
    task, now = office.task.id, office.clock.now()
    assert alarms_view(office.work, [task], [], now=now).named == (task,)
    assert alarms_view(office.work, [], [task], [task], now=now).named == (task, task)


def test_whoever_is_in_office_keeps_all(phone):
    assert taken(phone, "petugas") == []


def test_cards_kartu_kendali_and_files_of_whoever_left_go_at_once(phone):
    phone.leaves("petugas", "petugas")
    assert taken(phone, "petugas") == [11, 12, 13, 15, 16]
    assert phone.work.cards.message(f"task:{phone.task.id}", phone.ids["petugas"]) is None
    assert taken(phone, "petugas") == []


def test_the_end_of_a_plh_takes_back_what_came_with_it(office):
    office.appoint("sekretaris", "petugas", acting=Acting.PLH)
    lay(office, "sekretaris", f"task:{office.task.id}", 21)
    copy(office, "sekretaris", "attachment", 22)
    lay(office, "sekretaris", "overview", 23)
    assert taken(office, "sekretaris") == []
    office.leaves("sekretaris", "petugas")
    assert taken(office, "sekretaris") == [21, 22]


def test_what_telegram_deletes_no_more_is_not_asked_for(phone):
    phone.clock.wait(hours=47, minutes=1)
    phone.leaves("petugas", "petugas")
    lay(phone, "petugas", f"task:{phone.task.id}", 31)
    assert taken(phone, "petugas") == [31]


def test_one_file_whose_sop_cannot_be_read_keeps_no_other_on_the_phone(phone):
    phone.work.connection.exec_driver_sql(
        "UPDATE procedures SET text = 'steps: torn'"
        f" WHERE procedure_id = '{phone.case.procedure_id}'"
    )
    phone.context.procedure_cache.parsed.clear()
    phone.context.procedure_cache.forget_use()
    phone.leaves("petugas", "petugas")

    assert taken(phone, "petugas") == [11, 12, 13, 15, 16]


def test_whoever_asked_keeps_what_is_their_own(office):
    lay(office, "rina", f"case:{office.case_id}", 41)
    copy(office, "rina", "resi", 42)
    assert taken(office, "rina") == []


def test_an_administrator_who_was_dismissed_loses_the_screens_of_the_office(office):
    lay(office, "it", "office", 51)
    assert taken(office, "it") == []
    office.work.people.dismiss_administrator(office.ids["it"])
    assert taken(office, "it") == [51]


def test_a_phone_of_many_cards_is_emptied_by_one_intent_at_a_time(office):
    me, many = office.ids["petugas"], 5 * A_CALL + 1
    for number in range(many):
        lay(office, "petugas", f"task:{office.task.id + 1000 + number}", 100 + number)
    office.leaves("petugas", "petugas")
    assert taken(office, "petugas") == list(range(100, 100 + many))
    assert [one for who, one in office.work.told if who == me] == []


def test_it_comes_behind_all_that_people_wait_for():
    assert urgency(TakeBack()) == 5
