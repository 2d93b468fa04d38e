from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.delivery.papers import paper_of
from storage.reading import posts
from storage.reading.card_lines import choices
from storage.reading.cases import case_view, cases_view, newest_cases
from storage.reading.dossiers import Dossiers
from storage.reading.forms import form_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.lanes import lanes_of
from storage.reading.office import help_view, office_view, privacy_view, welcome_view
from storage.reading.paper.letter import signed_letter
from storage.reading.posts import (
    ending_view,
    mandate_view,
    post_lines,
    post_view,
    posts_view,
)
from storage.reading.queues import PAGE, alarms_view, giving_view, overview_view, queue_view
from storage.reading.tasks import task_view
from storage.unit_of_work import SqlUnitOfWork
from tests.support.builders import (
    COUNTER_SOP,
    LETTER_SOP,
    REPORT_SOP,
    an_office,
    at,
    shipped_text,
    sop,
)
from tests.support.office import JAKARTA_DATA, PlayedOffice
from workflow import engine
from workflow.case import CaseState, Defect
from workflow.papers import PaperKind
from workflow.people import Acting
from workflow.procedure import StepKind, Way
from workflow.shown import digest_of
from workflow.titles import lane_title
from workflow.views.closed_task import TaskAwayView
from workflow.views.form import Onward, OpenDraft


@pytest.fixture
def office(connection):
    """An office in which Rina may hand in requests."""
    return PlayedOffice(connection)


@pytest.fixture
def at_the_petugas(office):
    """Rina has handed in a request; it lies with the petugas."""
    office.applies()
    return office


@pytest.fixture
def forty(at_the_petugas):
    """Forty files of Rina's lie with the petugas, each handed in a minute after the one before."""
    office, first = at_the_petugas, at_the_petugas.case
    for number in range(2, 41):
        office.clock.wait(minutes=1)
        case = office.work.cases.add(
            number=f"PDK-2026-{number:05d}",
            code=f"CODE{number}",
            link_code=None,
            procedure_id=first.procedure_id,
            procedure_version=first.procedure_version,
            service=None,
            subject=first.subject,
            applicant_id=first.applicant_id,
            step="2",
            answers=first.answers,
            at=office.clock.now(),
        )
        opening = engine.NewTask(
            step="2",
            lane="petugas",
            opened_at=office.clock.now(),
            due_at=office.clock.now() + timedelta(minutes=15),
        )
        office.work.cases.open_task(case.id, opening, None)
        office.case_id = case.id
    return office


@pytest.fixture
def cost(statements):
    """Calls for the statements that a screen takes in a process that has drawn it before."""

    def counted(office, draw):
        draw()
        office.clock.wait(seconds=1)  # what was read a moment ago is not taken for true now
        with statements() as said:
            draw()
        return len(said)

    return counted


# An officer's card


NEXT_MONDAY = at(date(2026, 11, 30), "00.00")


def card(office, name):
    return task_view(office.work, office.task.id, office.ids[name], now=office.clock.now())


def test_the_card_shows_what_is_needed_to_decide(at_the_petugas):
    view = card(at_the_petugas, "petugas")
    assert (view.case_number, view.step.number, view.step.steps) == ("PDK-2026-00001", "2", 11)
    assert view.step.kind is StepKind.VERIFY
    assert [choice.label for choice in view.choices] == ["Lengkap", "Kembalikan"]
    assert [file.title for file in view.files] == [
        "Surat permohonan",
        "Kartu identitas penanggung jawab",
    ]
    assert view.mine
    assert not view.due.late


def test_no_card_shows_a_nik(at_the_petugas):
    assert "3175034708900001" not in str(card(at_the_petugas, "petugas").facts)
    assert "NIK penanggung jawab" in str(card(at_the_petugas, "petugas").facts)


def test_a_card_is_for_its_lane_alone(at_the_petugas):
    for name in ("kasi", "rina", "it"):
        assert card(at_the_petugas, name) is None


def test_a_card_is_late_after_its_limit_and_says_what_was_decided_when_it_is_done(at_the_petugas):
    office = at_the_petugas
    task = office.task
    office.clock.wait(minutes=16)
    late = card(office, "petugas").due
    assert (late.late, late.apart) == (True, timedelta(minutes=1))
    office.decides("petugas", "lengkap")
    done = task_view(office.work, task.id, office.ids["petugas"], now=office.clock.now())
    assert (done.done.label, done.done.title) == ("Lengkap", "Petugas Pengadministrasi")


def test_after_a_decision_the_card_names_the_next_file_and_how_many_wait(forty):
    first, second = forty.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])[:2]
    forty.does("petugas", lambda desks: desks.officer.acting(first[0].id).press("lengkap"))
    now = forty.clock.now()
    view = task_view(forty.work, first[0].id, forty.ids["petugas"], now=now)
    assert (view.done.next_task, view.done.waiting) == (second[0].id, 39)


def test_a_returned_file_says_why_and_what(at_the_petugas):
    at_the_petugas.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas",))
    at_the_petugas.repairs()
    at_the_petugas.goes_to("7")
    at_the_petugas.decides("kasi", "perbaiki", reason="Periode keliru")
    view = card(at_the_petugas, "pengelola_data")
    assert view.because == "Periode keliru"
    assert view.papers.letter == "Surat Jawaban"


def test_why_a_file_was_sent_back_is_told_until_it_passes_there(at_the_petugas):
    office = at_the_petugas
    office.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas",))
    office.repairs()
    assert [one.note for one in card(office, "petugas").trail] == ["Tidak terbaca"]

    office.goes_to("7")
    office.decides("kasi", "perbaiki", reason="Periode keliru")
    notes = [one.note for one in card(office, "pengelola_data").trail]
    assert "Tidak terbaca" not in notes
    assert notes[-1] == "Periode keliru"


def test_a_card_that_sent_a_file_back_keeps_what_was_marked(at_the_petugas):
    office, task = at_the_petugas, at_the_petugas.task
    office.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas",))
    done = task_view(office.work, task.id, office.ids["petugas"], now=office.clock.now())
    assert [mark.defect for mark in done.done.marks] == [Defect.UNCLEAR]


def test_a_repair_asks_with_the_mark_of_each_item(at_the_petugas):
    office = at_the_petugas
    office.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas",))
    office.does("rina", lambda desks: desks.form_opening.begin_task(office.task.id))
    draft = office.work.drafts.find_open(office.ids["rina"])
    view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
    assert [mark.defect for mark in view.item.marks] == [Defect.UNCLEAR]
    assert view.item.why == "Tidak terbaca"


def test_what_the_applicant_mended_is_named_to_the_verifier(at_the_petugas):
    office = at_the_petugas
    office.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas", "telepon"))
    office.repairs()
    seen = task_view(office.work, office.task.id, office.ids["petugas"], now=office.clock.now())
    assert set(seen.repaired) == {"Kartu identitas penanggung jawab", "Nomor telepon"}
    office.presses("petugas", "lengkap")
    chief = office.ids["kepala_dinas"]
    later = task_view(office.work, office.task.id, chief, now=office.clock.now())
    assert later.repaired == ()


def test_a_card_takes_a_handful_of_statements_however_long_the_queue(forty, cost):
    task = forty.task

    def draw():
        return task_view(forty.work, task.id, forty.ids["petugas"], now=forty.clock.now())

    assert cost(forty, draw) == 5
    forty.does("petugas", lambda desks: desks.officer.acting(task.id).press("lengkap"))
    assert cost(forty, draw) == 5
    assert draw().done.waiting == 39


def test_the_cards_of_a_hand_over_are_read_from_one_dossier(at_the_petugas, statements):
    office, given = at_the_petugas, at_the_petugas.task
    office.decides("petugas", "lengkap")
    dossiers, cards = Dossiers(office.work), {"petugas": given, "kepala_dinas": office.task}
    with statements() as said:
        views = [
            task_view(
                office.work,
                task.id,
                office.ids[name],
                now=office.clock.now(),
                dossiers=dossiers,
            )
            for name, task in cards.items()
        ]
    closed, opened = views
    assert (closed.step.number, closed.done.label) == ("2", "Lengkap")
    assert (opened.step.number, opened.opened_at) == ("3", closed.done.at)
    assert len([one for one in said if "FROM attachments" in one]) == 1
    assert len([one for one in said if "signing_since" in one]) == 1


def test_words_are_said_to_decide_only_where_nothing_is_asked_after_them():
    letter = {one.outcome: one.confirm for one in choices(sop(LETTER_SOP).step("4"))}
    assert letter == {"tandatangani": True, "ke_kabid": False}
    counter = {one.outcome: one.confirm for one in choices(sop(COUNTER_SOP).step("3"))}
    assert counter == {"disposisi": False, "ulangi": False, "cukup": False, "tolak": True}
    grant = {
        one.outcome: one.confirm for one in choices(sop(shipped_text("kemendagri-data")).step("3"))
    }
    assert grant == {"beri_akses": True}


# The queue


def queue(office, name, page=0):
    return queue_view(office.work, office.ids[name], page, now=office.clock.now())


def test_the_queue_is_a_screen_of_the_files_due_first(forty):
    view = queue(forty, "petugas")
    assert (len(view.lines), view.page, view.pages, view.total) == (PAGE, 0, 7, 40)
    assert [line.case_number for line in view.lines[:2]] == ["PDK-2026-00001", "PDK-2026-00002"]
    assert view.late == sum(line.due.late for line in _all_lines(forty))
    last = queue(forty, "petugas", page=99)
    assert (last.page, len(last.lines)) == (6, 4)


def test_of_a_long_queue_every_page_is_read_and_counted_no_further(forty):
    for _ in range(3):
        _forty_more(forty)
    view = queue(forty, "petugas")
    assert (view.total, view.pages) == (100, 0)
    last = queue(forty, "petugas", page=26)
    assert (last.page, last.pages, len(last.lines)) == (26, 27, 4)
    assert overview(forty, "sekretaris").open == 100


def _forty_more(office):
    for number in range(40):
        open_task(office, JAKARTA_DATA, "petugas", "2", number=f"{office.clock.now()}-{number}")
    office.clock.wait(minutes=1)


def _all_lines(office):
    return [line for page in range(7) for line in queue(office, "petugas", page).lines]


def test_a_file_a_colleague_holds_is_not_in_my_queue_until_the_colleague_leaves(at_the_petugas):
    office = at_the_petugas
    office.colleague("siti", "petugas")
    office.does("petugas", lambda desks: desks.officer.open(office.task.id))
    assert (queue(office, "petugas").total, queue(office, "siti").total) == (1, 0)
    office.leaves("petugas", "petugas")
    assert (queue(office, "petugas").total, queue(office, "siti").total) == (0, 1)


def test_without_a_jabatan_there_is_no_queue(at_the_petugas):
    assert queue(at_the_petugas, "rina").total == 0
    assert lanes_of(at_the_petugas.work, at_the_petugas.ids["rina"], now=None) == frozenset()


def test_a_queue_takes_six_statements_however_many_files_lie_there(forty, cost):
    assert cost(forty, lambda: queue(forty, "petugas")) == 6


def test_files_of_an_sop_that_was_taken_away_stay_on_the_desk(at_the_petugas, connection):
    at_the_petugas.work.procedures.offer_only([])
    assert queue(at_the_petugas, "petugas").total == 1
    assert overview(at_the_petugas, "sekretaris").open == 1
    assert welcome(at_the_petugas, "petugas").tasks == 1


def test_files_on_a_lane_that_a_new_version_no_longer_has_stay_on_the_desk(connection):
    office = PlayedOffice(connection, sops=(counter_of("petugas"),))
    office.applies(procedure_id="loket-layanan", service="kia")
    office.keep(counter_of("kasi"))
    assert queue(office, "petugas").total == 1


def open_task(office, procedure_id, lane, step, *, applicant=None, number=""):
    """A file of another SOP lies in one of its lanes."""
    case = office.work.cases.add(
        number=number or f"{procedure_id}-1",
        code=(number[-20:] or f"code of {procedure_id}")[:20],
        link_code=None,
        procedure_id=procedure_id,
        procedure_version=1,
        service=None,
        subject="",
        applicant_id=applicant,
        step=step,
        answers={},
        at=office.clock.now(),
    )
    opening = engine.NewTask(step=step, lane=lane, opened_at=office.clock.now(), due_at=None)
    return office.work.cases.open_task(case.id, opening, None)


def test_a_file_of_a_team_lies_with_each_of_its_members(connection):
    office = PlayedOffice(connection, sops=(shipped_text("bengkulu-semester"),))
    step = _first_step(office, "bengkulu-semester", "tim")
    task = open_task(office, "bengkulu-semester", "tim", step)
    for name in ("kasi", "petugas"):
        office.work.cases.set_member(task.case_id, "tim", office.ids[name], member=True)
    queues = {name: queue(office, name).total for name in ("kasi", "petugas", "sekretaris")}
    assert queues == {"kasi": 1, "petugas": 1, "sekretaris": 0}


def test_what_an_applicant_without_telegram_has_to_do_lies_at_the_desk(connection):
    office = PlayedOffice(connection, sops=(shipped_text("pekanbaru-sipenduduk"),))
    procedure = office.work.procedures.get("pekanbaru-sipenduduk", 1)
    lane = next(lane for lane, column in procedure.lanes.items() if column.applicant)
    step = _first_step(office, procedure.id, lane)
    open_task(office, procedure.id, lane, step)
    desk = office.work.office.holder_of(procedure.id, procedure.desk)
    assert queue(office, desk).total == 1
    assert queue(office, "sekretaris").total == 0


def test_what_an_applicant_has_to_do_on_a_phone_does_not_lie_at_the_desk(connection):
    office = PlayedOffice(connection, sops=(shipped_text("pekanbaru-sipenduduk"),))
    procedure = office.work.procedures.get("pekanbaru-sipenduduk", 1)
    lane = next(lane for lane, column in procedure.lanes.items() if column.applicant)
    step = _first_step(office, procedure.id, lane)
    open_task(office, procedure.id, lane, step, applicant=office.ids["rina"])
    assert queue(office, office.work.office.holder_of(procedure.id, procedure.desk)).total == 0


def test_the_first_officer_sees_whether_the_licence_is_valid_by_now(connection):
    office = PlayedOffice(connection, sops=(shipped_text("kemendagri-data"),))
    office.applies(procedure_id="kemendagri-data")
    holder = office.work.office.holder_of("kemendagri-data", "direktur")

    def lapsed():
        person = office.ids[holder]
        view = task_view(office.work, office.task.id, person, now=office.clock.now())
        return {fact.title: fact.lapsed for fact in view.facts}

    assert lapsed()["Izin berlaku sampai"] is False
    assert lapsed()["Tanggal surat izin"] is None
    office.clock.wait(days=500)
    assert lapsed()["Izin berlaku sampai"] is True


def _first_step(office, procedure_id, lane):
    procedure = office.work.procedures.get(procedure_id, 1)
    return next(step.id for step in procedure.steps if step.lane == lane)


def counter_of(lane):
    """The SOP of the counter, with another lane behind it."""
    return COUNTER_SOP.replace("  loket:", f"  {lane}:").replace("lane: loket", f"lane: {lane}")


# A supervisor's three facts


def overview(office, name, page=0):
    return overview_view(office.work, office.ids[name], page, now=office.clock.now())


def test_a_supervisor_sees_what_is_late_with_whom_and_since_when(forty):
    view = overview(forty, "sekretaris")
    assert view.open == 40
    assert view.late == queue(forty, "petugas").late > 2 * PAGE
    assert (len(view.lines), view.page) == (PAGE, 0)
    first = view.lines[0]
    assert (first.case_number, first.holder) == ("PDK-2026-00001", "Petugas")
    assert (first.jabatan, first.due.late) == ("Petugas Pengadministrasi", True)


def test_every_late_file_is_on_some_page_of_the_overview(forty):
    forty.clock.wait(hours=1)
    pages = [overview(forty, "sekretaris", page) for page in range(7)]
    shown = {line.case_number for view in pages for line in view.lines}
    assert len(shown) == 40
    assert (pages[6].first, pages[6].pages) == (37, 7)


def test_a_file_can_be_given_only_where_there_is_a_colleague(at_the_petugas):
    office, task = at_the_petugas, at_the_petugas.task
    office.clock.wait(hours=1)
    assert [line.givable for line in overview(office, "sekretaris").lines] == [False]
    office.does("petugas", lambda desks: desks.officer.open(task.id))
    office.colleague("dewi", "petugas")
    office.clock.wait(seconds=1)
    [line] = overview(office, "sekretaris").lines
    assert (line.holder, line.givable) == ("Petugas", True)
    view = giving_view(office.work, task.id, office.ids["sekretaris"], 0, now=office.clock.now())
    assert [(one.name, one.files) for one in view.colleagues] == [("Dewi", 0)]


def test_a_file_whose_holder_left_lies_with_those_who_stayed(at_the_petugas):
    office, task = at_the_petugas, at_the_petugas.task
    office.does("petugas", lambda desks: desks.officer.open(task.id))
    office.colleague("dewi", "petugas")
    office.leaves("petugas", "petugas")
    office.clock.wait(hours=1)
    assert [line.holder for line in overview(office, "sekretaris").lines] == ["Dewi"]


def test_an_acting_holder_is_watched_as_acting(at_the_petugas):
    office = at_the_petugas
    office.appoint("budi", "petugas", acting=Acting.PLH, until=NEXT_MONDAY)
    office.clock.wait(hours=1)
    [line] = overview(office, "sekretaris").lines
    assert (line.holder, line.givable) == ("Plh. Budi", False)


def test_the_head_sees_the_whole_house_and_the_own_desk_as_the_own(forty):
    forty.clock.wait(hours=1)
    assert (overview(forty, "kepala_dinas").open, overview(forty, "kepala_dinas").late) == (40, 40)
    forty.decides("petugas", "lengkap")
    forty.clock.wait(hours=1)
    lines = [line for page in range(7) for line in overview(forty, "kepala_dinas", page).lines]
    assert [line.case_number for line in lines if line.own] == [forty.case.number]
    assert not any(line.own for line in overview(forty, "sekretaris").lines)


def test_an_officer_without_subordinates_has_nothing_to_watch(forty):
    view = overview(forty, "petugas")
    assert (view.lines, view.late, view.open) == ((), 0, 0)


def test_what_has_no_limit_is_shown_after_what_is_late(connection):
    text = counter_of("petugas").replace("limit: 30 menit", "limit: tanpa batas")
    office = PlayedOffice(connection, sops=(text,))
    office.applies(procedure_id="loket-layanan", service="kia")
    [line] = overview(office, "sekretaris").lines
    assert line.due is None


def test_the_overview_takes_six_statements_however_many_files_are_late(forty, cost):
    assert cost(forty, lambda: overview(forty, "sekretaris")) == 6


# What time tells


def test_an_alarm_tells_only_of_what_is_still_open(forty, cost):
    tasks = [task for task, _ in forty.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])]
    forty.does("petugas", lambda desks: desks.officer.acting(tasks[0].id).press("lengkap"))
    told = [task.id for task in tasks]
    now = forty.clock.now()
    view = alarms_view(forty.work, told[:15], told[20:30], now=now)
    assert [line.task_id for line in view.due] == told[1:15]
    assert [line.task_id for line in view.overdue] == told[20:30]
    assert (view.due_in_all, view.overdue_in_all) == (14, 10)
    assert {line.holder for line in view.overdue} == {"Petugas"}

    def draw():
        return alarms_view(forty.work, told[:15], told[20:30], now=forty.clock.now())

    assert cost(forty, draw) == 3
    assert alarms_view(forty.work, told[:1], [], now=now) is None
    assert alarms_view(forty.work, [], [], now=now) is None


def test_an_alarm_names_the_first_and_counts_the_rest(forty):
    tasks = [task for task, _ in forty.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])]
    forty.does("petugas", lambda desks: desks.officer.acting(tasks[0].id).press("lengkap"))
    told = [task.id for task in tasks]
    view = alarms_view(forty.work, told, told[1:], now=forty.clock.now())
    assert [line.task_id for line in view.due] == told[1:16]
    assert [line.task_id for line in view.overdue] == told[1:16]
    assert (view.due_in_all, view.overdue_in_all) == (39, 39)


def test_an_alarm_counts_all_that_are_late_and_not_those_alone_that_it_names(forty):
    tasks = [task for task, _ in forty.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])]
    late = tasks[0].due_at
    forty.clock.move_to(late + timedelta(seconds=1))
    now = forty.clock.now()
    over = sum(task.due_at < now for task in tasks)
    told = [task.id for task in tasks]
    view = alarms_view(forty.work, told, told, now=now)
    assert (view.due_late, view.overdue_late) == (over, over)
    few = alarms_view(forty.work, told[:3], (), now=now)
    assert few.due_late == sum(task.due_at < now for task in tasks[:3])


# An applicant's cases


def the_case(office, name="rina"):
    return case_view(office.work, office.case_id, office.ids[name], now=office.clock.now())


def test_an_applicant_sees_positions_and_never_a_name(at_the_petugas):
    view = the_case(at_the_petugas)
    assert (view.number, view.state) == ("PDK-2026-00001", CaseState.OPEN)
    assert (view.step_number, view.lane_title) == ("2", "Petugas Pengadministrasi")
    assert not view.with_applicant
    assert view.released == ()
    assert "'Petugas'" not in str(view)


def test_a_case_is_shown_to_its_applicant_alone(at_the_petugas):
    assert the_case(at_the_petugas, "budi") is None
    assert the_case(at_the_petugas, "petugas") is None


def test_a_case_that_came_back_says_what_is_wanted(at_the_petugas):
    at_the_petugas.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("identitas",))
    view = the_case(at_the_petugas)
    assert (view.with_applicant, view.repair, view.late) == (True, True, False)
    assert view.reason == "Tidak terbaca"
    assert [mark.title for mark in view.marks] == ["Kartu identitas penanggung jawab"]
    assert view.task_id == at_the_petugas.task.id


def test_an_answered_case_offers_its_letter_and_asks_for_a_receipt(at_the_petugas):
    at_the_petugas.goes_to("11")
    view = the_case(at_the_petugas)
    letter, data = view.released
    assert letter == "Surat Jawaban"
    assert data.startswith("Berkas data (")
    assert [choice.label for choice in view.choices] == ["Saya terima"]


def test_the_list_of_cases_is_short_with_the_newest_first(forty, cost):
    forty.begins()
    mine = forty.ids["rina"]
    view = cases_view(forty.work, mine)
    assert [line.number for line in view.lines] == [
        f"PDK-2026-{number:05d}" for number in range(40, 30, -1)
    ]
    assert {line.lane_title for line in view.lines} == {"Petugas Pengadministrasi"}
    title = "Pelayanan Data dan Informasi Kependudukan"
    assert view.open_draft == OpenDraft(title=title, number="")
    assert cost(forty, lambda: cases_view(forty.work, mine)) == 3
    assert cases_view(forty.work, forty.ids["budi"]).lines == ()
    assert newest_cases(forty.work, limit=1) == [forty.case_id]


def test_a_case_that_ended_is_in_the_list_without_a_limit(at_the_petugas):
    while at_the_petugas.step is not None:
        at_the_petugas.goes_on()
    [line] = cases_view(at_the_petugas.work, at_the_petugas.ids["rina"]).lines
    assert (line.state, line.step_number, line.due_at) == (CaseState.FINISHED, "11", None)
    assert not line.with_applicant


def test_the_kartu_kendali_has_a_row_for_each_desk(at_the_petugas):
    at_the_petugas.goes_to("5")
    view = kartu_kendali_view(
        at_the_petugas.work, at_the_petugas.case_id, now=at_the_petugas.clock.now()
    )
    assert [line.lane_title for line in view.rows] == [
        "SKPD Pemohon",
        "Petugas Pengadministrasi",
        "Kepala Dinas",
        "Kepala Bidang Data dan Informasi",
        "Kepala Seksi Pemanfaatan Data",
    ]


def test_the_kartu_kendali_tells_what_was_marked_at_a_return_in_chat_and_on_paper(at_the_petugas):
    office = at_the_petugas
    office.decides("petugas", "kembalikan", reason="Tidak terbaca", items=("surat_permohonan",))
    now = office.clock.now()
    in_chat = kartu_kendali_view(office.work, office.case_id, now=now).rows[1]
    on_paper = paper_of(
        office.work, office.case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=now
    ).rows[1]
    for row, note in ((in_chat, in_chat.entry.note), (on_paper, on_paper.note)):
        [mark] = row.marks
        assert (note, mark.title) == ("Tidak terbaca", "Surat permohonan")
        assert mark.defect is Defect.UNCLEAR


# Where a file is


def test_a_step_beside_the_numbered_ones_is_not_counted_among_them(connection):
    office = PlayedOffice(connection, sops=(shipped_text("pekanbaru-sipenduduk"),))
    office.applies(procedure_id="pekanbaru-sipenduduk", service="pindah")
    rina = office.ids["rina"]

    def counted():
        view = case_view(office.work, office.case_id, rina, now=office.clock.now())
        [line] = cases_view(office.work, rina).lines
        assert (line.step_number, line.steps) == (view.step_number, view.steps)
        return view.step_number, view.steps

    assert counted() == ("1", 6)
    office.goes_to("3")
    office.decides("kasi_pindah", "perbaiki")
    assert counted() == ("3a", 0)
    repair = card(office, "operator")
    assert (repair.step.number, repair.step.steps) == ("3a", 0)


# The lembar disposisi


def test_the_lembar_disposisi_is_offered_from_the_first_words_on_it_to_the_end(at_the_petugas):
    office, offered = at_the_petugas, {}
    while office.step != "11":
        lane = office.procedure.step(office.step).lane
        offered[office.step] = card(office, lane).papers.sheet
        office.goes_on()
    assert [step for step, sheet in offered.items() if not sheet] == ["2"]
    assert {"3", "4", "6", "10"} <= {step for step, sheet in offered.items() if sheet}


def test_an_sop_without_a_disposition_offers_no_lembar_disposisi(connection):
    office = PlayedOffice(connection, sops=(shipped_text("pekanbaru-sipenduduk"),))
    office.applies(procedure_id="pekanbaru-sipenduduk", service="pindah")
    office.goes_to("3")
    office.decides("kasi_pindah", "paraf")
    assert not card(office, "kabid_dafduk").papers.sheet


def test_a_return_at_a_disposition_is_none(connection):
    office = PlayedOffice(connection, office=an_office(), sops=(COUNTER_SOP,))
    office.applies(procedure_id="loket-layanan", service="kia")
    office.goes_to("3")
    office.decides("kepala_dinas", "ulangi")
    now = office.clock.now()
    assert not card(office, "petugas").papers.sheet
    sheet = paper_of(
        office.work, office.case_id, PaperKind.LEMBAR_DISPOSISI, bot_name="bot", now=now
    )
    assert (sheet.instructions, sheet.forwarded_to) == ((), ())


# A form


def test_a_form_asks_one_thing_and_reviews_all(office):
    office.consents()
    office.begins()
    draft = office.form_of("rina")
    view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
    assert (view.place, view.places, view.item.title) == (0, 11, "Instansi pemohon")
    assert view.review is None
    assert form_view(office.work, draft.id, office.ids["budi"], "", now=office.clock.now()) is None
    office.fills()
    view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
    assert (view.review.missing, view.submit_label) == ((), "Serahkan")
    assert "3175034708900001" not in str(view)


def test_a_form_whose_licence_lapsed_says_so_in_its_review(connection):
    office = PlayedOffice(connection, sops=(shipped_text("kemendagri-data"),))
    office.consents()
    draft = office.begins(procedure_id="kemendagri-data")
    office.fills()

    def unfit():
        view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
        return [refusal.title for refusal in view.review.unfit]

    assert unfit() == []
    office.clock.wait(days=500)
    assert unfit() == ["Izin berlaku sampai"]


def test_a_form_that_was_handed_in_says_under_which_number(office):
    office.consents()
    draft = office.begins()
    office.fills()
    office.submits()
    view = form_view(office.work, draft.id, office.ids["rina"], "handed_in", now=office.clock.now())
    assert (view.done, view.ending, view.number) == (True, "handed_in", office.case.number)


def test_what_to_have_ready_is_said_before_the_first_question_of_a_request_alone(office):
    def outset():
        draft = office.form_of("rina")
        now = office.clock.now()
        return form_view(office.work, draft.id, office.ids["rina"], "", now=now).outset

    office.consents()
    office.begins()
    assert outset().needed == ("Surat permohonan", "Kartu identitas penanggung jawab")
    assert outset().steps[0] == ("1", "Menyerahkan permohonan", "SKPD Pemohon")
    assert [step.number for step in outset().steps] == [str(at) for at in range(1, 12)]
    office.says("rina", "Dinas Kesehatan")
    assert outset() is None
    office.fills()
    office.submits()
    office.decides("petugas", "kembalikan")
    office.does("rina", lambda desks: desks.form_opening.begin_task(office.task.id))
    assert outset() is None


def test_a_second_press_on_a_form_handed_in_keeps_its_number_on_the_phone(office):
    office.consents()
    draft = office.begins()
    office.fills()
    office.submits()
    view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
    assert (view.ending, view.number) == ("handed_in", office.case.number)


def test_a_repair_handed_in_says_so_again_and_one_thrown_away_does_not(office):
    office.applies()
    office.decides("petugas", "kembalikan")
    task_id = office.task.id

    def ending_of(draft):
        view = form_view(office.work, draft.id, office.ids["rina"], "", now=office.clock.now())
        return view.ending

    office.does("rina", lambda desks: desks.form_opening.begin_task(task_id))
    thrown_away = office.form_of("rina")
    office.does("rina", lambda desks: desks.forms.ask_cancel(thrown_away.id))
    office.does("rina", lambda desks: desks.forms.cancel(thrown_away.id))
    assert ending_of(thrown_away) == "cancelled"
    office.does("rina", lambda desks: desks.form_opening.begin_task(task_id))
    repair = office.form_of("rina")
    office.fills()
    office.submits()
    assert ending_of(repair) == "handed_in"
    assert ending_of(thrown_away) == "cancelled"


def test_a_saved_form_of_an_officer_says_where_its_file_goes_on(office):
    def seen(name, draft):
        return form_view(office.work, draft.id, office.ids[name], "", now=office.clock.now())

    office.applies()
    office.goes_to("6")
    office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(office.task.id))
    form = office.form_of("pengelola_data")
    office.fills("pengelola_data")
    office.submits("pengelola_data")
    assert (seen("pengelola_data", form).ending, seen("pengelola_data", form).onward) == (
        "handed_in",
        Onward.HERE,
    )
    office.presses("pengelola_data", "selesai")
    assert seen("pengelola_data", form).onward is Onward.DONE


def test_whoever_only_helps_is_told_who_hands_the_file_on(connection):
    office = PlayedOffice(connection, sops=(shipped_text("pekanbaru-sipenduduk"),))
    office.applies(procedure_id="pekanbaru-sipenduduk", service="pindah")
    while not (here := office.procedure.step(office.step)).helpers:
        office.decides(office.task.lane, here.outcome_for(Way.FORWARD))
    office.does("operator", lambda desks: desks.form_opening.begin_task(office.task.id))
    form = office.form_of("operator")
    office.fills("operator")
    office.submits("operator")
    view = form_view(office.work, form.id, office.ids["operator"], "", now=office.clock.now())
    decides = lane_title(office.work.office, office.procedure, office.task.lane)
    assert (view.onward, view.lane_title) == (Onward.ANOTHER, decides)


def test_a_form_that_was_cancelled_says_that_nothing_was_handed_in(office):
    office.consents()
    draft = office.begins()
    office.does("rina", lambda desks: desks.forms.ask_cancel(draft.id))
    office.does("rina", lambda desks: desks.forms.cancel(draft.id))
    view = form_view(office.work, draft.id, office.ids["rina"], "cancelled", now=office.clock.now())
    assert (view.done, view.ending, view.number) == (True, "cancelled", "")


# The office


def welcome(office, name):
    return welcome_view(office.work, office.ids[name], now=office.clock.now())


def test_an_applicant_is_offered_services_and_an_officer_work(at_the_petugas):
    rina, petugas = welcome(at_the_petugas, "rina"), welcome(at_the_petugas, "petugas")
    assert [offer.procedure_id for offer in rina.offers] == [JAKARTA_DATA]
    assert (rina.cases, rina.tasks, rina.jabatan) == (1, 0, ())
    assert (petugas.tasks, petugas.jabatan) == (1, ("Petugas Pengadministrasi",))
    assert not petugas.supervisor
    assert welcome(at_the_petugas, "sekretaris").supervisor
    assert welcome(at_the_petugas, "it").administrator


def test_help_knows_whom_it_speaks_to(office):
    def ask(name):
        return help_view(office.work, office.ids[name], now=office.clock.now())

    assert ask("petugas").officer
    assert ask("sekretaris").supervisor
    assert ask("it").administrator
    assert not ask("rina").officer


def test_the_privacy_notice_is_in_the_readers_language(office):
    view = privacy_view(office.work, office.ids["rina"], "jakarta-data:")
    assert view.text.startswith("Dinas menyimpan")
    assert view.choice == "jakarta-data:"


def look(office):
    return office_view(office.work, now=office.clock.now())


def test_the_administrator_sees_every_jabatan_and_who_sits_there(office):
    office.colleague("siti", "kasi")
    office.leaves("petugas", "petugas")
    office.does("it", lambda desks: desks.administrator.ask_invitation("petugas"))
    office.does("it", lambda desks: desks.administrator.invite("petugas", "Budi Santoso"))
    view = look(office)
    lines = post_lines(office.work, now=office.clock.now())
    by_name = {post.jabatan: post for post in lines}
    assert [post.jabatan for post in view.vacant] == ["petugas"]
    assert view.held == len(lines) - 1
    assert by_name["kasi"].holders == ("Kasi", "Siti")
    assert (by_name["petugas"].holders, by_name["petugas"].invited) == ((), True)
    assert not by_name["kasi"].invited
    assert view.lanes_unheld == ("Petugas Pengadministrasi: jakarta-data",)
    assert [(one.title, one.version) for one in view.procedures] == [
        ("Pelayanan Data dan Informasi Kependudukan", 1)
    ]
    assert view.waiting > 0
    assert view.parked == 0


def test_an_invitation_that_lapsed_invites_nobody(office):
    office.does("it", lambda desks: desks.administrator.ask_invitation("petugas"))
    office.does("it", lambda desks: desks.administrator.invite("petugas", "Budi Santoso"))
    office.clock.wait(days=8)
    assert not any(post.invited for post in post_lines(office.work, now=office.clock.now()))


def test_the_administrators_screen_takes_three_statements_however_many_jabatan(office, cost):
    assert cost(office, lambda: look(office)) == 3


def test_sixty_holders_of_one_jabatan_are_read_page_by_page(office):
    for number in range(59):
        office.colleague(f"operator {number}", "operator")
    now = office.clock.now()
    pages = [post_view(office.work, "operator", page, now=now) for page in range(8)]
    assert [len(one.lines) for one in pages] == [posts.PAGE] * 7 + [4]
    assert (pages[7].first, pages[7].pages) == (57, 8)
    assert len({line.id for one in pages for line in one.lines}) == 60
    assert post_view(office.work, "operator", 99, now=now) == pages[7]


def test_all_jabatan_are_read_page_by_page(office):
    now = office.clock.now()
    first, second = (posts_view(office.work, page, now=now) for page in (0, 1))
    assert [line.jabatan for line in (*first.lines, *second.lines)] == list(
        office.work.office.jabatan
    )
    assert (first.pages, first.held, first.vacant) == (2, 16, 0)


def test_a_jabatan_shows_its_holders_its_files_and_its_links(at_the_petugas):
    office = at_the_petugas
    office.does("it", lambda desks: desks.administrator.invite("petugas", "Joko"))
    office.appoint("budi", "petugas", acting=Acting.PLH, until=NEXT_MONDAY)
    view = post_view(office.work, "petugas", 0, now=office.clock.now())
    assert [(one.name, one.acting, one.last_on) for one in view.lines] == [
        ("Petugas", Acting.DEFINITIVE, None),
        ("Budi", Acting.PLH, date(2026, 11, 29)),
        ("Joko", Acting.DEFINITIVE, None),
    ]
    assert [one.expires_at is None for one in view.lines] == [True, True, False]
    assert view.files == 1


def test_what_ends_with_an_appointment_is_counted_beforehand(at_the_petugas):
    office = at_the_petugas
    task, now = office.task, office.clock.now()
    office.does("petugas", lambda desks: desks.officer.open(task.id))
    [held] = office.work.people.holders_of(["petugas"], at=now)
    view = ending_view(office.work, held.id, now=now)
    assert (view.title, view.files, view.vacant) == ("Petugas Pengadministrasi", 1, True)
    office.colleague("dewi", "petugas")
    office.clock.wait(seconds=1)
    assert not ending_view(office.work, held.id, now=office.clock.now()).vacant
    assert ending_view(office.work, 999_999_999, now=now) is None


def test_a_mandate_is_drawn_up_by_whoever_began_it(office):
    now = office.clock.now()
    assert mandate_view(office.work, office.ids["it"], 0, now=now) is None
    office.does("it", lambda desks: desks.mandates.begin("kepala_dinas"))
    office.does("it", lambda desks: desks.mandates.choose("acting", "PLH"))
    view = mandate_view(office.work, office.ids["it"], 0, now=now)
    assert view.holders == ("Kepala_Dinas",)
    assert view.pages == 2
    assert "Kepala_Dinas" not in {one.name for one in view.candidates}
    assert mandate_view(office.work, office.ids["rina"], 0, now=now) is None


def test_the_card_of_whoever_left_is_emptied_and_no_card_is_sent_to_others(at_the_petugas):
    office = at_the_petugas
    office.work.cards.lay(f"task:{office.task.id}", office.ids["petugas"], 5)
    office.leaves("petugas", "petugas")
    assert card(office, "petugas") == TaskAwayView(case_number="PDK-2026-00001")
    assert card(office, "kasi") is None


# Papers


def test_every_paper_of_a_finished_case_can_be_read(at_the_petugas):
    office = at_the_petugas
    while office.step is not None:
        office.goes_on()
    papers = {
        kind: paper_of(office.work, office.case_id, kind, bot_name="bot", now=office.clock.now())
        for kind in PaperKind
    }
    assert papers["resi"].handed_in == ("Surat permohonan", "Kartu identitas penanggung jawab")
    told = papers["lembar_disposisi"].instructions
    assert [one.from_title for one in told] == [
        "Petugas Pengadministrasi",
        "Kepala Dinas",
        "Kepala Bidang Data dan Informasi",
        "Kepala Seksi Pemanfaatan Data",
    ]
    card = papers["kartu_kendali"]
    assert len(card.rows) == 11
    assert [row.from_name for row in card.rows[:3]] == ["", "rina", "Petugas"]
    life = sum((row.waiting + row.working + row.outside for row in card.rows), timedelta())
    assert life == card.closed_at - card.opened_at
    assert papers["lembar_disposisi"].letter_from == office.case.subject
    assert papers["lembar_disposisi"].perihal.endswith(office.case.answers["data"])
    slip = papers["tanda_terima"]
    assert slip.handed_over_by == "Petugas Pengadministrasi"
    letter, data = (item.title for item in slip.items)
    assert letter == "Surat Jawaban"
    assert data.startswith("Berkas data (berkas_data-")
    assert {paper.code for paper in papers.values()} == {office.case.code}


def test_the_kartu_kendali_numbers_its_rows_as_the_sop_does(connection):
    text = COUNTER_SOP.replace("number: '3'", "number: '2a'").replace("to: '3'", "to: '2a'")
    office = PlayedOffice(connection, office=an_office(), sops=(text,))
    office.applies(procedure_id="loket-layanan", service="kia")
    office.goes_on()
    now = office.clock.now()
    paper = paper_of(office.work, office.case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=now)
    assert [row.step_number for row in paper.rows] == ["1", "2", "2a"]


def test_a_letter_bears_the_name_of_whoever_may_sign_it(at_the_petugas):
    office = at_the_petugas
    office.goes_to("9")
    now = office.clock.now()
    draft = paper_of(office.work, office.case_id, "surat_jawaban", bot_name="bot", now=now)
    assert (draft.number, draft.signed_at, draft.signatory.name) == ("", None, "Kepala_Dinas")
    assert [paraf.jabatan for paraf in draft.parafs] == [
        "Kepala Seksi Pemanfaatan Data",
        "Kepala Bidang Data dan Informasi",
    ]
    [held] = office.work.people.holders_of(["kepala_dinas"], at=now)
    letter = signed_letter(
        office.work,
        office.case_id,
        "surat_jawaban",
        number="470/1/DUKCAPIL/XI/2026",
        signatory=replace(held, name="Ir. Sari", acting=Acting.PLH),
        bot_name="bot",
        now=now + timedelta(minutes=1),
    )
    assert (letter.signatory.name, letter.signatory.capacity) == ("Ir. Sari", "Plh.")
    assert letter.signed_at == now + timedelta(minutes=1)


def test_a_letter_names_the_files_of_its_first_step_that_it_counts(connection):
    words = "to: Gubernur, attachments: '{tabel} berkas tabel',"
    text = REPORT_SOP.replace("to: Gubernur,", words).replace(", optional: true", "")
    office = PlayedOffice(connection, office=an_office(), sops=(text,))
    office.applies("pengelola_data", procedure_id="laporan-bulanan")
    paper = paper_of(office.work, office.case_id, "laporan", bot_name="bot", now=office.clock.now())
    [file] = office.work.cases.attachments(office.case_id)
    assert paper.lampiran == "1 (satu) berkas tabel"
    assert [one.digest for one in paper.enclosed] == [file.digest]


def test_a_draft_bears_the_name_of_whoever_acts_for_the_signatory(at_the_petugas):
    office = at_the_petugas
    office.goes_to("9")
    office.appoint("sekretaris", "kepala_dinas", acting=Acting.PLH, until=NEXT_MONDAY)
    office.clock.wait(seconds=1)
    draft = paper_of(
        office.work, office.case_id, "surat_jawaban", bot_name="bot", now=office.clock.now()
    )
    assert (draft.signatory.capacity, draft.signatory.name) == ("Plh.", "Sekretaris")
    assert draft.signatory.jabatan_title == "Kepala Dinas"


def test_the_kartu_kendali_names_the_acting_holder_as_acting(at_the_petugas):
    office = at_the_petugas
    office.goes_to("3")
    office.appoint("sekretaris", "kepala_dinas", acting=Acting.PLH, until=NEXT_MONDAY)
    office.clock.wait(seconds=1)
    office.presses("sekretaris", "disposisi")
    paper = paper_of(
        office.work, office.case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=office.clock.now()
    )
    assert paper.rows[2].lane_title == "Plh. Kepala Dinas"
    assert paper.rows[2].person_name == "Sekretaris"
    assert paper.rows[3].from_title == "Plh. Kepala Dinas"


def test_an_sk_tim_is_signed_in_the_capacity_of_whoever_formed_the_team(connection):
    office = PlayedOffice(connection, sops=(shipped_text("bengkulu-semester"),))
    office.begins("kepala_dinas", "bengkulu-semester")
    office.goes_to("2")
    office.appoint("sekretaris", "kabid_piak", acting=Acting.PLT, until=NEXT_MONDAY)
    office.clock.wait(seconds=1)
    task = office.task
    forward = office.procedure.step("2").outcome_for(Way.FORWARD)
    office.presses("sekretaris", forward)
    member = office.ids["petugas"]
    office.does(
        "sekretaris",
        lambda desks: desks.officer.choosing(task.id).choose_member(forward, member, member=True),
    )
    office.does(
        "sekretaris",
        lambda desks: desks.officer.choosing(task.id).appoint(forward, digest_of(member)),
    )
    paper = paper_of(
        office.work, office.case_id, PaperKind.SK_TIM, bot_name="bot", now=office.clock.now()
    )
    assert paper.signatory.capacity == "Plt."
    assert paper.signatory.jabatan_title.startswith("Kepala Bidang")


def test_papers_bear_the_emblem_the_office_has_given(at_the_petugas):
    office = at_the_petugas
    context = replace(office.context, emblem=b"lambang")
    work = SqlUnitOfWork(office.work.connection, context, office.clock.now())

    paper = paper_of(work, office.case_id, PaperKind.RESI, bot_name="bot", now=office.clock.now())

    assert paper.office.emblem == b"lambang"
