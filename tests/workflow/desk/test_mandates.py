"""Naming a Plh. or Plt. in the chat: what is asked, what is refused, what comes of it."""

from datetime import date

import pytest

from tests.support.builders import at
from workflow import mandate as drawing_up
from workflow.errors import (
    AlreadyHolds,
    AnswerEmpty,
    AnswerTooLong,
    DateOutOfRange,
    FormMovedOn,
    LinkExpired,
    NotAChoice,
    NotADate,
    NotOpenToYou,
    ServiceUnknown,
)
from workflow.mandate import Mandate, Wanted
from workflow.office_intents import ShowMandate, ShowPost
from workflow.people import Acting, FocusKind

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _monday_morning(office):
    office.clock.move_to(at(MONDAY, "09.00"))


def begins(office, jabatan="kepala_dinas"):
    office.does("it", lambda desks: desks.mandates.begin(jabatan))


def chooses(office, wanted, value):
    office.does("it", lambda desks: desks.mandates.choose(wanted, value))


def mandate(office):
    focus = office.work.people.focus(office.ids["it"])
    assert focus.kind is FocusKind.MANDATE
    return drawing_up.read(focus.extra)


def until(office, wanted):
    """Answer the usual until this is asked."""
    begins(office)
    usual = {
        "acting": "PLT",
        "person": str(office.ids["sekretaris"]),
        "first": "2026-11-23",
        "last": "2026-11-27",
        "sk": "none",
    }
    for name, value in usual.items():
        if name == wanted:
            return
        chooses(office, name, value)


def acting_in(office, jabatan="kepala_dinas"):
    held = office.work.people.appointments_to(jabatan, at=office.clock.now())
    return [one for one in held if one.acting is not Acting.DEFINITIVE]


def test_everything_is_asked_in_turn_and_one_press_appoints(office):
    begins(office)
    assert mandate(office).wanted is Wanted.ACTING
    chooses(office, "acting", "PLT")
    assert mandate(office).wanted is Wanted.PERSON
    chooses(office, "person", str(office.ids["sekretaris"]))
    assert mandate(office).wanted is Wanted.FIRST
    chooses(office, "first", "2026-11-23")
    assert mandate(office).wanted is Wanted.LAST
    chooses(office, "last", "2026-11-27")
    assert mandate(office).wanted is Wanted.SK
    office.says("it", "800/123/2026")
    assert mandate(office).wanted is Wanted.SURE
    office.silence()
    chooses(office, "sure", "yes")
    [one] = acting_in(office)
    assert (one.acting, one.name, one.sk) == (Acting.PLT, "Sekretaris", "800/123/2026")
    assert (one.begins_at, one.ends_at) == (office.clock.now(), at(date(2026, 11, 28), "00.00"))
    assert office.hears("it") == [ShowPost(jabatan="kepala_dinas")]
    assert office.work.people.focus(office.ids["it"]) is None


def test_days_may_be_written(office):
    until(office, "first")
    office.says("it", "Rabu, 25 November 2026")
    assert mandate(office).first_on == date(2026, 11, 25)
    office.says("it", "4-12-2026")
    assert mandate(office).last_on == date(2026, 12, 4)
    assert office.hears("it", ShowMandate)[-1].fresh


@pytest.mark.parametrize("text", ["besok", "31-11-2026", "", "😀"])
def test_what_is_no_day_is_refused_with_an_example(office, text):
    until(office, "first")
    refused = office.refuses(NotADate, "it", lambda desks: desks.mandates.written(text))
    assert refused.example == "23-11-2026"


@pytest.mark.parametrize("day", ["2026-11-22", "2020-01-01", "2028-01-01"])
def test_nobody_acts_from_yesterday_or_from_far_away(office, day):
    until(office, "first")
    refused = office.refuses(
        DateOutOfRange, "it", lambda desks: desks.mandates.choose("first", day)
    )
    assert refused.earliest == MONDAY


def test_the_last_day_is_not_before_the_first(office):
    until(office, "last")
    refused = office.refuses(
        DateOutOfRange, "it", lambda desks: desks.mandates.written("22-11-2026")
    )
    assert refused.earliest == MONDAY
    chooses(office, "last", "2026-11-23")


def test_a_decree_number_of_nothing_or_of_too_much_is_refused(office):
    until(office, "sk")
    office.refuses(AnswerEmpty, "it", lambda desks: desks.mandates.written(" \u200b "))
    office.refuses(AnswerTooLong, "it", lambda desks: desks.mandates.written("8" * 61))


def test_words_do_not_take_the_place_of_a_choice(office):
    begins(office)
    office.refuses(NotAChoice, "it", lambda desks: desks.messages.hear("Plh.", message_id=1))


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("acting", "DEFINITIVE"),
        ("acting", "a.n."),
        ("person", "999"),
        ("person", ""),
        ("first", "besok"),
        ("last", "x"),
        ("sk", "yes"),
    ],
)
def test_a_forged_answer_changes_nothing(office, wanted, value):
    until(office, wanted)
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.choose(wanted, value))


def test_an_answer_to_an_earlier_question_changes_nothing(office):
    until(office, "first")
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.choose("acting", "PLH"))
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.choose("sure", "yes"))


def test_a_press_when_nothing_is_drawn_up_changes_nothing(office):
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.choose("acting", "PLH"))
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.page(1))


def test_the_holder_does_not_act_for_himself(office):
    until(office, "person")
    holder = str(office.ids["kepala_dinas"])
    office.refuses(FormMovedOn, "it", lambda desks: desks.mandates.choose("person", holder))


def test_it_may_be_thought_better_of(office):
    until(office, "first")
    office.does("it", lambda desks: desks.messages.stop())
    assert office.work.people.focus(office.ids["it"]) is None
    assert office.hears("it")[-1] == ShowPost(jabatan="kepala_dinas", fresh=True)
    until(office, "first")
    office.does("it", lambda desks: desks.administrator.post("kepala_dinas", 0))
    assert office.work.people.focus(office.ids["it"]) is None
    assert acting_in(office) == []


def test_a_first_day_that_passed_meanwhile_begins_at_once(office):
    until(office, "sure")
    office.clock.move_to(at(date(2026, 11, 24), "10.00"))
    chooses(office, "sure", "yes")
    [one] = acting_in(office)
    assert one.begins_at == office.clock.now()


def test_nobody_is_named_once_the_last_day_has_passed(office):
    until(office, "sure")
    office.clock.move_to(at(date(2026, 11, 30), "10.00"))
    office.refuses(DateOutOfRange, "it", lambda desks: desks.mandates.choose("sure", "yes"))


@pytest.mark.parametrize("name", ["rina", "kepala_dinas"])
def test_it_is_for_the_administrator(office, name):
    for errand in (
        lambda desks: desks.mandates.begin("kasi"),
        lambda desks: desks.mandates.page(0),
        lambda desks: desks.mandates.choose("acting", "PLH"),
        lambda desks: desks.mandates.written("Dedi"),
    ):
        office.refuses(NotOpenToYou, name, errand)


def test_nobody_acts_in_a_jabatan_that_is_not_there(office):
    office.refuses(ServiceUnknown, "it", lambda desks: desks.mandates.begin("arsiparis"))


class TestByLink:
    @pytest.fixture
    def link(self, office):
        begins(office, "kasi")
        chooses(office, "acting", "PLH")
        chooses(office, "person", "link")
        office.says("it", "Dedi Kurniawan, S.Si\n198304222008011004\nPenata")
        chooses(office, "first", "2026-11-25")
        chooses(office, "last", "2026-11-27")
        office.says("it", "800/7/2026")
        office.silence()
        chooses(office, "sure", "yes")
        *_, told = office.hears("it")
        assert told.arguments["jabatan"] == "Plh. Kepala Seksi Pemanfaatan Data"
        return told.arguments["link"].split("?start=")[1]

    def test_somebody_new_acts_for_as_long_as_the_link_says(self, office, link):
        office.does("budi", lambda desks: desks.reception.start(link))
        [one] = acting_in(office, "kasi")
        assert (one.name, one.nip, one.sk) == (
            "Dedi Kurniawan, S.Si",
            "198304222008011004",
            "800/7/2026",
        )
        assert one.begins_at == at(date(2026, 11, 25), "00.00")
        assert one.ends_at == at(date(2026, 11, 28), "00.00")
        assert [one.message_id for one in office.hears("budi")] == ["acting-named"]
        assert [one.message_id for one in office.hears("kasi")] == ["acting-named-for"]

    def test_used_within_its_days_begins_at_once(self, office, link):
        office.clock.move_to(at(date(2026, 11, 26), "10.00"))
        office.does("budi", lambda desks: desks.reception.start(link))
        assert acting_in(office, "kasi")[0].begins_at == office.clock.now()

    def test_is_void_after_the_last_day(self, office, link):
        office.clock.move_to(at(date(2026, 11, 28), "00.00"))
        office.refuses(LinkExpired, "budi", lambda desks: desks.reception.start(link))

    def test_is_not_for_the_holder_and_is_not_spent_by_trying(self, office, link):
        office.refuses(AlreadyHolds, "kasi", lambda desks: desks.reception.start(link))
        office.does("budi", lambda desks: desks.reception.start(link))


def test_a_mandate_is_kept_and_read_at_each_of_its_questions():
    mandate = Mandate(jabatan="kasi")
    assert drawing_up.read(mandate.kept()) == mandate
    whole = Mandate(
        jabatan="kasi",
        acting=Acting.PLT,
        person_id=7,
        name="Dedi",
        first_on=MONDAY,
        last_on=FRIDAY,
        sk="",
    )
    assert drawing_up.read(whole.kept()) == whole
