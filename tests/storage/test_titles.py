"""A position has one name, on whatever it is read."""

from dataclasses import replace

import pytest

from bot.delivery.papers import paper_of
from storage.reading.cases import case_view, cases_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.office import office_view
from storage.reading.queues import overview_view
from storage.reading.tasks import task_view
from storage.unit_of_work import SqlUnitOfWork
from tests.support.builders import shipped_text
from tests.support.office import PlayedOffice
from workflow.intents import Tell
from workflow.papers import PaperKind

KABID = "Kepala Bidang Data dan Informasi"
SIPENDUDUK = "pekanbaru-sipenduduk"


@pytest.fixture
def at_the_kabid(connection):
    """A request that the Kepala Dinas has just handed down."""
    office = PlayedOffice(connection)
    office.applies()
    office.goes_to("4")
    return office


@pytest.fixture
def a_birth(connection):
    """A request for a birth certificate, whose Kepala Seksi is another than the SOP's column."""
    office = PlayedOffice(connection, sops=(shipped_text(SIPENDUDUK),))
    office.applies(procedure_id=SIPENDUDUK, service="akta_lahir")
    return office


def paper(office, kind):
    return paper_of(office.work, office.case_id, kind, bot_name="bot", now=office.clock.now())


def test_the_applicants_card_and_list_name_the_post_as_the_office_does(at_the_kabid):
    office, rina = at_the_kabid, at_the_kabid.ids["rina"]
    card = case_view(office.work, office.case_id, rina, now=office.clock.now())
    [line] = cases_view(office.work, rina).lines
    assert (card.lane_title, line.lane_title) == (KABID, KABID)


def test_the_lembar_disposisi_names_a_post_alike_as_giver_and_as_taker(at_the_kabid):
    at_the_kabid.goes_to("6")
    sheet = paper(at_the_kabid, PaperKind.LEMBAR_DISPOSISI)
    assert [(one.from_title, one.to_title) for one in sheet.instructions] == [
        ("Petugas Pengadministrasi", "Kepala Dinas"),
        ("Kepala Dinas", KABID),
        (KABID, "Kepala Seksi Pemanfaatan Data"),
        ("Kepala Seksi Pemanfaatan Data", "Pengelola Data"),
    ]
    assert sheet.forwarded_to == tuple(one.to_title for one in sheet.instructions)


def test_the_kartu_kendali_names_a_post_alike_before_and_after_it_decides(at_the_kabid):
    office = at_the_kabid
    waiting = paper(office, PaperKind.KARTU_KENDALI).rows[-1].lane_title
    office.goes_to("5")
    decided, giver = paper(office, PaperKind.KARTU_KENDALI).rows[-2:]
    assert (waiting, decided.lane_title, giver.from_title) == (KABID, KABID, KABID)
    in_chat = kartu_kendali_view(office.work, office.case_id, now=office.clock.now())
    assert [line.lane_title for line in in_chat.rows][-2:] == [
        KABID,
        "Kepala Seksi Pemanfaatan Data",
    ]


def test_what_was_decided_under_a_title_keeps_it_when_the_office_changes_the_title(at_the_kabid):
    office = at_the_kabid
    office.goes_to("5")
    jabatan = dict(office.work.office.jabatan)
    jabatan["kabid_bdi"] = jabatan["kabid_bdi"].model_copy(update={"title": "Kepala Bidang Baru"})
    changed = office.work.office.model_copy(update={"jabatan": jabatan})
    context = replace(office.context, office=changed)
    work = SqlUnitOfWork(office.work.connection, context, office.clock.now())
    card = paper_of(
        work, office.case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=office.clock.now()
    )
    assert card.rows[3].lane_title == KABID


def test_the_superiors_overview_names_the_post_as_the_office_does(at_the_kabid):
    office = at_the_kabid
    view = overview_view(
        office.work, office.ids["kepala_dinas"], 0, now=office.task.due_at.replace(year=2027)
    )
    assert [line.jabatan for line in view.lines] == [KABID]


def test_an_alarm_for_the_administrator_names_the_empty_post_as_the_office_does(connection):
    office = PlayedOffice(connection)
    office.applies()
    office.goes_to("3")
    office.leaves("kabid_bdi", "kabid_bdi")
    office.clock.wait(seconds=1)
    office.silence()
    office.presses("kepala_dinas", "disposisi")
    told = [one for one in office.hears("it", Tell) if one.message_id == "office-lane-unheld"]
    assert [one.arguments["lane"] for one in told] == [KABID]
    listed = office_view(office.work, now=office.clock.now()).lanes_unheld
    assert f"{KABID}: jakarta-data" in listed


def test_a_grant_is_offered_under_the_offices_title(connection):
    office = PlayedOffice(connection, sops=(shipped_text("kemendagri-data"),))
    office.applies(procedure_id="kemendagri-data")
    office.goes_to("3")
    office.presses("kasi_pengolahan", "beri_akses")
    card = task_view(
        office.work, office.task.id, office.ids["kasi_pengolahan"], now=office.clock.now()
    )
    assert [person.jabatan for person in card.people] == ["Pengelola Data"]


def test_a_post_that_depends_on_the_service_is_named_by_the_service(a_birth):
    office = a_birth
    office.goes_to("3")
    office.decides("kasi_kelahiran", "paraf")
    here = paper(office, PaperKind.KARTU_KENDALI).rows[-2:]
    in_chat = kartu_kendali_view(office.work, office.case_id, now=office.clock.now()).rows
    assert [row.lane_title for row in here] == [
        "Kepala Seksi Kelahiran",
        "Kepala Bidang Pendaftaran Penduduk",
    ]
    assert [line.lane_title for line in in_chat][-2:] == [row.lane_title for row in here]


def test_the_resi_names_the_post_that_has_the_file_as_the_office_does(a_birth):
    assert paper(a_birth, PaperKind.RESI).lane_title == "Petugas Pengadministrasi"


def test_who_is_missing_is_told_once_with_all_the_sops_that_wait_for_them(connection):
    sops = (shipped_text("kemendagri-data"), shipped_text("palembang-siak"))
    office = PlayedOffice(connection, sops=sops)
    office.leaves("kepala_dinas", "kepala_dinas")
    office.clock.wait(seconds=1)
    listed = office_view(office.work, now=office.clock.now()).lanes_unheld
    head = [one for one in listed if one.startswith("Kepala Dinas: ")]
    assert len(head) == 1
    assert {"jakarta-data", "palembang-siak"} <= set(head[0].partition(": ")[2].split(", "))
