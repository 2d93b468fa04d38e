"""What was asked for with a right that has gone before it could be sent."""

import pytest

from workflow.errors import LinkExpired, NotForYou
from workflow.intents import SendAttachment, SendPaper, SendSop, ShowKartuKendali
from workflow.office_intents import ShowDays, ShowOffice, ShowPosts
from workflow.papers import PaperKind
from workflow.queries.showing import may_be_shown


def shown(office, name, intent):
    return may_be_shown(office.work, office.ids[name], intent)


@pytest.fixture
def asked(office, verifying):
    """All that an officer may ask for with presses on one card."""
    case_id = office.case_id
    file_id = office.work.cases.attachments(case_id)[0].id
    return [
        SendAttachment(case_id=case_id, file_id=file_id),
        SendPaper(case_id=case_id, kind="surat_jawaban"),
        SendPaper(case_id=case_id, kind=PaperKind.LEMBAR_DISPOSISI),
        SendPaper(case_id=case_id, kind=PaperKind.KARTU_KENDALI),
        ShowKartuKendali(case_id=case_id),
    ]


def test_an_officer_gets_what_was_asked_for(office, asked):
    assert [shown(office, "petugas", one) for one in asked] == [True] * len(asked)


def test_whoever_left_office_meanwhile_gets_nothing_of_it(office, asked):
    office.leaves("petugas", "petugas")
    assert [shown(office, "petugas", one) for one in asked] == [False] * len(asked)


def test_a_stranger_gets_nothing_of_it_by_whatever_way_it_was_asked(office, asked):
    for name in ("budi", "it"):
        assert [shown(office, name, one) for one in asked] == [False] * len(asked)


def test_the_applicant_gets_the_own_files_and_no_kartu_kendali(office, asked):
    file, *_, kartu = asked
    assert shown(office, "rina", file)
    assert not shown(office, "rina", kartu)


def test_the_screens_of_an_administrator_go_to_administrators_alone(office):
    screens = (ShowOffice(), ShowPosts(), ShowDays(), SendSop(procedure_id="jakarta-data"))
    assert all(shown(office, "it", one) for one in screens)
    office.work.people.dismiss_administrator(office.ids["it"])
    assert not any(shown(office, "it", one) for one in screens)


def test_a_link_of_an_administrator_who_was_dismissed_lets_nobody_in(office):
    office.does("it", lambda desks: desks.administrator.invite("kasi", "Dedi"))
    (told,) = [one for one in office.hears("it") if "link" in getattr(one, "arguments", {})]
    payload = told.arguments["link"].partition("start=")[2]
    office.work.people.dismiss_administrator(office.ids["it"])
    office.refuses(LinkExpired, "budi", lambda desks: desks.reception.start(payload))


def test_a_form_begun_at_the_desk_is_not_handed_in_by_whoever_left_it(office):
    office.consents("petugas")
    office.begins("petugas")
    office.fills("petugas")
    draft = office.form_of("petugas")
    office.work.connection.exec_driver_sql(f"UPDATE drafts SET at_desk = 1 WHERE id = {draft.id}")
    office.leaves("petugas", "petugas")
    office.refuses(NotForYou, "petugas", lambda desks: desks.handing_in.submit(draft.id))
