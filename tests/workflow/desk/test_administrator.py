import pytest

from workflow.desk.administrator import LINK_LIVES
from workflow.errors import (
    AnswerEmpty,
    AnswerTooLong,
    FormMovedOn,
    LinkExpired,
    NotOpenToYou,
    ServiceUnknown,
)
from workflow.office_intents import ShowOffice, ShowPost, ShowPosts
from workflow.people import Focus, FocusKind


def asks_for(office, jabatan="kasi"):
    office.does("it", lambda desks: desks.administrator.ask_invitation(jabatan))
    office.silence()


def link_told(office):
    (told,) = office.hears("it")
    assert told.message_id == "invitation-link"
    return told.arguments


def test_the_office_is_shown_to_its_administrator(office):
    office.does("it", lambda desks: desks.administrator.overview(fresh=True))
    assert office.hears("it") == [ShowOffice(fresh=True)]


@pytest.mark.parametrize("name", ["rina", "kepala_dinas"])
def test_everything_is_refused_to_everybody_else(office, name):
    for errand in (
        lambda desks: desks.administrator.overview(fresh=True),
        lambda desks: desks.administrator.ask_invitation("kasi"),
        lambda desks: desks.administrator.invite("kasi", "Dedi"),
    ):
        office.refuses(NotOpenToYou, name, errand)


def test_an_invitation_asks_for_whom_it_is(office):
    office.does("it", lambda desks: desks.administrator.ask_invitation("kasi"))
    (told,) = office.hears("it")
    assert told.message_id == "invitation-ask"
    assert told.arguments == {"jabatan": "Kepala Seksi Pemanfaatan Data"}
    focus = office.work.people.focus(office.ids["it"])
    assert focus == Focus(kind=FocusKind.INVITATION, extra="kasi")


def test_name_nip_and_rank_make_a_link_that_makes_an_officer(office):
    asks_for(office)
    office.says("it", "Dedi Kurniawan, S.Si\n19830422 200801 1 004\nPenata Tingkat I (III/d)")
    told = link_told(office)
    assert (told["name"], told["jabatan"]) == (
        "Dedi Kurniawan, S.Si",
        "Kepala Seksi Pemanfaatan Data",
    )
    address, payload = told["link"].split("?start=")
    assert address == "https://t.me/disposisi_bot"
    assert len(payload) <= 64
    office.does("budi", lambda desks: desks.reception.start(payload))
    (held,) = office.work.people.appointments_of(office.ids["budi"], at=office.clock.now())
    assert (held.name, held.nip, held.rank) == (
        "Dedi Kurniawan, S.Si",
        "198304222008011004",
        "Penata Tingkat I (III/d)",
    )


def test_a_name_alone_is_enough(office):
    asks_for(office)
    office.says("it", "Dedi")
    assert link_told(office)["name"] == "Dedi"


@pytest.mark.parametrize("blank", [" \n ", "\u200b", "\u3164\n\u2800", "-", "-\n-"])
def test_a_name_of_nothing_is_refused(office, blank):
    asks_for(office)
    office.refuses(AnswerEmpty, "it", lambda desks: desks.messages.hear(blank, message_id=1))


def test_a_dash_for_the_nip_leaves_the_rank_where_it_is(office):
    asks_for(office)
    office.says("it", "Dedi\n-\nPenata (III/c)")
    [invitation] = office.work.people.open_invitations(at=office.clock.now())
    assert (invitation.nip, invitation.rank) == ("", "Penata (III/c)")


def test_a_name_longer_than_a_letter_has_room_for_is_refused_and_not_cut(office):
    asks_for(office)
    refused = office.refuses(
        AnswerTooLong, "it", lambda desks: desks.messages.hear("D" * 101, message_id=1)
    )
    assert (refused.longest, refused.length) == (100, 101)


def test_only_the_digits_of_a_nip_are_kept(office):
    asks_for(office)
    office.says("it", "Dedi\nNIP. 19830422²٣ 200801 1 004")
    payload = link_told(office)["link"].split("?start=")[1]
    office.does("budi", lambda desks: desks.reception.start(payload))
    (held,) = office.work.people.appointments_of(office.ids["budi"], at=office.clock.now())
    assert held.nip == "198304222008011004"


def test_each_link_is_another(office):
    links = set()
    for _ in range(3):
        asks_for(office)
        office.says("it", "Dedi")
        links.add(link_told(office)["link"])
    assert len(links) == 3


def test_a_link_that_nobody_used_for_a_week_belongs_to_nobody(office):
    asks_for(office)
    office.says("it", "Dedi")
    payload = link_told(office)["link"].split("?start=")[1]
    office.clock.wait(days=LINK_LIVES.days)
    office.refuses(LinkExpired, "budi", lambda desks: desks.reception.start(payload))


def test_nobody_is_invited_to_a_jabatan_that_is_not_there(office):
    office.refuses(
        ServiceUnknown, "it", lambda desks: desks.administrator.ask_invitation("arsiparis")
    )
    office.refuses(
        ServiceUnknown, "it", lambda desks: desks.administrator.invite("arsiparis", "Dedi")
    )


def test_an_invitation_may_be_thought_better_of(office):
    asks_for(office)
    office.does("it", lambda desks: desks.messages.stop())
    assert office.work.people.focus(office.ids["it"]) is None
    assert office.hears("it") == [ShowOffice(fresh=True)]


def test_a_jabatan_that_is_held_takes_a_second_holder(office):
    asks_for(office, "petugas")
    office.says("it", "Joko Susilo, A.Md")
    payload = link_told(office)["link"].split("?start=")[1]
    office.does("budi", lambda desks: desks.reception.start(payload))
    held = office.work.people.holders_of(["petugas"], at=office.clock.now())
    assert [one.name for one in held] == ["Petugas", "Joko Susilo, A.Md"]


def test_a_link_that_nobody_used_can_be_cancelled(office):
    asks_for(office)
    office.says("it", "Dedi")
    payload = link_told(office)["link"].split("?start=")[1]
    [link] = office.work.people.open_invitations(at=office.clock.now())
    office.does("it", lambda desks: desks.administrator.cancel_invitation(link.id))
    assert office.hears("it") == [ShowPost(jabatan="kasi")]
    office.refuses(LinkExpired, "budi", lambda desks: desks.reception.start(payload))
    for number in (link.id, 999):
        office.refuses(
            FormMovedOn,
            "it",
            lambda desks, number=number: desks.administrator.cancel_invitation(number),
        )


def test_a_link_that_was_used_cannot_be_cancelled(office):
    asks_for(office)
    office.says("it", "Dedi")
    [link] = office.work.people.open_invitations(at=office.clock.now())
    payload = link_told(office)["link"].split("?start=")[1]
    office.does("budi", lambda desks: desks.reception.start(payload))
    office.refuses(FormMovedOn, "it", lambda desks: desks.administrator.cancel_invitation(link.id))


def test_all_jabatan_and_one_of_them_are_shown(office):
    office.does("it", lambda desks: desks.administrator.posts(2))
    office.does("it", lambda desks: desks.administrator.post("kasi", 1))
    assert office.hears("it") == [ShowPosts(page=2), ShowPost(jabatan="kasi", page=1)]
    office.refuses(ServiceUnknown, "it", lambda desks: desks.administrator.post("arsiparis", 0))
