import pytest

from workflow.errors import (
    NotForYou,
    SearchByNumberOfPerson,
    SearchEmpty,
    SearchMovedOn,
    SearchTooLong,
)
from workflow.intents import (
    ShowCase,
    ShowForm,
    ShowFound,
    ShowKartuKendali,
    ShowTask,
    ShowWelcome,
    Tell,
)
from workflow.screen_names import ScreenName
from workflow.shown import digest_of
from workflow.views.task import Face

RUBBISH = {
    "": SearchEmpty,
    "r": SearchEmpty,
    "👍👍": SearchEmpty,
    "%_%": SearchEmpty,
    "x" * 4096: SearchTooLong,
    "satu dua tiga empat lima enam tujuh delapan sembilan": SearchTooLong,
    "3175034708900001": SearchByNumberOfPerson,
}


def searches(office, name, text):
    """What somebody is shown who types this behind the command."""
    office.silence()
    office.does(name, lambda desks: desks.search.begin(text))
    return office.hears(name)


def focus_of(office, name):
    return office.work.people.focus(office.ids[name])


def test_a_name_shows_what_was_found(office, verifying):
    assert searches(office, "petugas", "Rina Wulandari") == [ShowFound(fresh=True)]
    mode = office.work.cards.mode(ScreenName.FOUND, office.ids["petugas"])
    assert (mode.face, mode.note) == (Face.FOUND, "Rina Wulandari")


def test_the_command_alone_asks_what_to_look_for_and_takes_the_next_words(office, verifying):
    [asked] = searches(office, "petugas", "  ")
    assert asked == Tell(message_id="search-ask")
    office.says("petugas", "rina")
    assert office.hears("petugas") == [ShowFound(fresh=True)]
    assert focus_of(office, "petugas") is None


def test_refused_words_may_be_said_again_until_they_are_some(office, verifying):
    searches(office, "petugas", "")
    office.refuses(SearchEmpty, "petugas", lambda desks: desks.messages.hear("r", message_id=1))
    office.says("petugas", "rina")
    assert office.hears("petugas", ShowFound) == [ShowFound(fresh=True)]


def test_whoever_gives_up_searching_is_asked_nothing_more(office):
    searches(office, "petugas", "")
    office.does("petugas", lambda desks: desks.messages.stop())
    assert focus_of(office, "petugas") is None
    assert office.hears("petugas", ShowWelcome) == [ShowWelcome()]


@pytest.mark.parametrize("text", [one for one in RUBBISH if one])
def test_what_says_nothing_is_refused_in_words(office, text):
    office.refuses(RUBBISH[text], "petugas", lambda desks: desks.search.begin(text))


def test_a_whole_number_or_code_opens_its_file_at_once(office, verifying):
    number, code = office.case.number, office.case.code
    for text in (number, number.lower(), f" {number} ", code, code.lower()):
        assert searches(office, "petugas", text) == [ShowTask(task_id=verifying.id, fresh=True)]
        assert searches(office, "kepala_dinas", text) == [ShowKartuKendali(case_id=office.case_id)]
        assert searches(office, "rina", text) == [ShowCase(case_id=office.case_id, fresh=True)]


def test_a_letters_code_opens_its_file(office):
    office.applies()
    office.goes_to("10")
    execute = office.work.connection.exec_driver_sql
    execute("UPDATE papers SET code = '23456789ABCDEFGHJ' WHERE state = 'signed'")
    shown = searches(office, "kepala_dinas", "23456789ABCDEFGHJ")
    assert shown == [ShowKartuKendali(case_id=office.case_id)]


def test_a_number_of_somebody_elses_file_is_told_from_none_by_nothing(office, verifying):
    for text in (office.case.number, office.case.code, "PDK-2026-99999", "2345678999"):
        assert searches(office, "budi", text) == [ShowFound(fresh=True)], text


def test_a_hit_opens_as_a_card_and_only_for_whom_it_is(office, verifying):
    opened = {"petugas": ShowTask, "kepala_dinas": ShowKartuKendali, "rina": ShowCase}
    for name, card in opened.items():
        office.silence()
        office.does(name, lambda desks: desks.search.open(office.case_id))
        [shown] = office.hears(name)
        assert isinstance(shown, card)
    for name in ("budi", "it"):
        office.refuses(NotForYou, name, lambda desks: desks.search.open(office.case_id))


def test_a_hit_is_asked_about_anew_when_it_is_opened(office, verifying):
    searches(office, "petugas", "rina")
    office.leaves("petugas", "petugas")
    office.refuses(NotForYou, "petugas", lambda desks: desks.search.open(office.case_id))


def test_a_page_of_an_earlier_search_is_refused(office, verifying):
    searches(office, "petugas", "rina")
    searches(office, "petugas", "budi")
    page = ShowFound(older=7)
    office.does("petugas", lambda desks: desks.search.turn(digest_of("budi"), page))
    assert office.hears("petugas", ShowFound)[-1] == page
    for search in (digest_of("rina"), "", "forged00"):
        office.refuses(SearchMovedOn, "petugas", lambda desks, s=search: desks.search.turn(s, page))
    office.refuses(SearchMovedOn, "kasi", lambda desks: desks.search.turn("", page))


def test_a_form_goes_on_after_somebody_has_searched(office, verifying):
    office.begins("rina")
    asked = focus_of(office, "rina")
    assert searches(office, "rina", "kesehatan") == [ShowFound(fresh=True)]
    assert focus_of(office, "rina") == asked
    office.says("rina", "Dinas Sosial")
    assert isinstance(office.hears("rina")[0], ShowForm)


def test_a_reason_that_was_being_written_is_put_aside(office, verifying):
    office.presses("petugas", "kembalikan")
    office.marks("petugas", "kembalikan", "surat_permohonan")
    task = office.task
    office.does("petugas", lambda desks: desks.officer.acting(task.id).reasons("kembalikan"))
    office.does("petugas", lambda desks: desks.officer.acting(task.id).write("kembalikan"))
    told = searches(office, "petugas", "rina")
    assert Tell(message_id="reason-put-aside", arguments={"number": office.case.number}) in told
    assert told[-1] == ShowFound(fresh=True)
