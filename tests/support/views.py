"""Usual screens of an office; a test changes only what it is about."""

import textwrap
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from messages.cards.fitting import visible_length
from workflow.bulk import Bulk, RefusedFile
from workflow.case import CaseState, Defect, LinkEvent
from workflow.custody import CustodyEvent
from workflow.ids import (
    CaseId,
    DraftId,
    JabatanId,
    OutcomeId,
    PauseId,
    PersonId,
    ProcedureId,
    StepId,
    TaskId,
)
from workflow.intents import Tell
from workflow.kartu_kendali import KartuKendaliEntry
from workflow.limits import Limit, LimitUnit
from workflow.logged import Logged
from workflow.mandate import Mandate
from workflow.opening_hours import DEFAULT_HOURS
from workflow.pauses import Whose
from workflow.people import Acting
from workflow.procedure import StepKind, Way
from workflow.survey import ELEMENTS, Result, Survey
from workflow.views.bulk import BulkView, FellowShown, RefusedLine, WayShown
from workflow.views.case import (
    CaseLine,
    CasesView,
    CaseView,
    KartuKendaliLine,
    KartuKendaliView,
    PickupView,
)
from workflow.views.closed_task import ClosedTaskView, DecisionShown
from workflow.views.consultation import ConsultationView
from workflow.views.days import DayLine, DaysView
from workflow.views.due import Due
from workflow.views.enquiry import EnquiryView
from workflow.views.form import FormView, ItemShown, ReviewShown
from workflow.views.found import FoundLine, FoundView
from workflow.views.hold import AgreementView, HoldShown
from workflow.views.logged import LogLine, LogView
from workflow.views.mandate import MandateView
from workflow.views.office import OfficeView, SopLine
from workflow.views.posts import EndingView, HolderLine, PostLine, PostsView, PostView
from workflow.views.question import QuestionView
from workflow.views.queue import AlarmsView, QueueLine, QueueView
from workflow.views.supervisor import (
    AccessLine,
    ColleagueLine,
    GivingView,
    LockingView,
    OverviewView,
    WatchedLine,
)
from workflow.views.survey import SatisfactionView, SurveyView
from workflow.views.task import (
    Choice,
    Face,
    Fact,
    FileLine,
    MarkLine,
    Mode,
    PapersShown,
    StepShown,
    TaskView,
    Trail,
    WorkShown,
)
from workflow.views.today import DecidedLine, TodayView
from workflow.views.welcome import HelpView, Offer, PrivacyView, WelcomeView

MONDAY = datetime(2026, 11, 23, 1, 10, tzinfo=UTC)  # 08.10 in Jakarta
MINUTE = timedelta(minutes=1)

NUMBER = "PDK-2026-00017"
SERVICE = "Pelayanan Data dan Informasi Kependudukan"
AGENCY = "Dinas Kesehatan Provinsi DKI Jakarta"

OF_A_TASK = {
    "step_number": ("step", "number"),
    "steps": ("step", "steps"),
    "step_short": ("step", "short"),
    "step_kind": ("step", "kind"),
    "form_wanted": ("work", "wanted"),
    "form_asks": ("work", "asks"),
    "form_done": ("work", "done"),
    "letter": ("papers", "letter"),
    "letter_signed": ("papers", "signed"),
    "signs": ("papers", "signs"),
    "sheet": ("papers", "sheet"),
}
OF_A_CLOSED_TASK = {
    **{name: ("step", part) for name, (where, part) in OF_A_TASK.items() if where == "step"},
    "done_at": ("done", "at"),
    "done_by": ("done", "by"),
    "done_as": ("done", "title"),
    "done_label": ("done", "label"),
    "done_note": ("done", "note"),
    "done_marks": ("done", "marks"),
    "undone_at": ("done", "undone_at"),
    "undoable": ("done", "undoable"),
    "next_task": ("done", "next_task"),
    "waiting": ("done", "waiting"),
}
OF_A_FORM = {
    name: ("item", name)
    for name in (
        *("ask", "title", "example", "kind", "choices", "accepted", "most", "is_file"),
        *("optional", "answer", "files", "files_shown", "why", "marks"),
    )
} | {name: ("review", name) for name in ("lines", "missing", "unfit")}
EMPTY = {"review": ReviewShown()}

LENGKAP = Choice(outcome=OutcomeId("lengkap"), label="Lengkap", way=Way.FORWARD, confirm=False)
KEMBALIKAN = Choice(
    outcome=OutcomeId("kembalikan"),
    label="Kembalikan",
    way=Way.BACK,
    confirm=False,
    reasons=("Persyaratan belum lengkap", "Berkas tidak terbaca, mohon unggah ulang"),
)
TOLAK = Choice(outcome=OutcomeId("tolak"), label="Tolak", way=Way.REFUSE, confirm=True)
TANDA_TANGANI = Choice(
    outcome=OutcomeId("tandatangani"), label="Tanda tangani", way=Way.FORWARD, confirm=True
)


def shown(card):
    """A card as a person reads it, and under it each row of buttons with what it asks for."""
    rows = ("  ".join(_button(button) for button in row) for row in card.rows)
    lines = [*card.text.split("\n"), "---", *rows]
    return "\n".join(_folded(line) for line in lines)


def _folded(line):
    return textwrap.fill(line, 90, subsequent_indent="    ", break_long_words=False)


def _button(button):
    style = f" {button.style.value}" if button.style else ""
    return f"[{button.text}]({button.action.encode()}){style}"


def ensure_sendable(card):
    """What Telegram would refuse: too long a text, too many buttons, too long a button's data."""
    buttons = [button for row in card.rows for button in row]
    assert 0 < visible_length(card.text) <= 4096
    assert len(buttons) <= 100
    assert all(len(row) <= 8 for row in card.rows)
    assert all(button.text.strip() for button in buttons)
    assert all(len(button.action.encode().encode()) <= 64 for button in buttons)


def changed(usual, changes, parts):
    """A view with some of its facts changed; what stands in a part of it is named with the part."""
    inner = {}
    for name in changes.keys() & parts.keys():
        part, fact = parts[name]
        inner.setdefault(part, {})[fact] = changes[name]
    outer = {name: value for name, value in changes.items() if name not in parts}
    for part, facts in inner.items():
        outer[part] = replace(getattr(usual, part) or EMPTY[part], **facts)
    return replace(usual, **outer)


def a_task_view(**changes):
    usual = TaskView(
        task_id=TaskId(81),
        case_id=CaseId(17),
        case_number=NUMBER,
        procedure_title=SERVICE,
        step=StepShown(number="2", steps=11, short="Verifikasi permohonan", kind=StepKind.VERIFY),
        subject=AGENCY,
        facts=(
            Fact(title="Instansi pemohon", value=AGENCY),
            Fact(title="Nama penanggung jawab", value="Rina Wulandari, S.KM"),
            Fact(title="NIK penanggung jawab", value="3175••••••••0001"),
            Fact(title="Tujuan penggunaan", value="Perencanaan pembangunan"),
        ),
        added=False,
        files=(
            FileLine(file_id=1, title="Surat permohonan", name="surat.pdf"),
            FileLine(file_id=2, title="Kartu identitas", name="foto.jpg"),
        ),
        trail=(),
        repaired=(),
        because="",
        because_marks=(),
        opened_at=MONDAY,
        due=a_due(15 * MINUTE, apart=12 * MINUTE),
        received_at=MONDAY + 2 * MINUTE,
        choices=(LENGKAP, KEMBALIKAN),
        instructions=(),
        marks=(),
        mode=Mode(),
        people=(),
        work=WorkShown(),
        papers=PapersShown(),
        numbers=False,
        stamping=False,
        mine=True,
        helping="",
        holder="Siti Aminah",
        now=MONDAY + 3 * MINUTE,
    )
    return changed(usual, changes, OF_A_TASK)


def a_done_task_view(**changes):
    usual = ClosedTaskView(
        task_id=TaskId(81),
        case_id=CaseId(17),
        case_number=NUMBER,
        procedure_title=SERVICE,
        step=StepShown(number="2", steps=11, short="Verifikasi permohonan", kind=StepKind.VERIFY),
        subject=AGENCY,
        done=DecisionShown(
            at=MONDAY + 10 * MINUTE,
            by="Siti Aminah",
            title="Petugas Pengadministrasi",
            label="Lengkap",
            note="",
            marks=(),
        ),
        mine=True,
        waived=None,
        letter="",
        now=MONDAY + 3 * MINUTE,
    )
    return changed(usual, changes, OF_A_CLOSED_TASK)


def a_marking_view(**changes):
    usual = a_task_view(
        mode=Mode(face=Face.MARKS, outcome="kembalikan"),
        marks=(
            MarkLine(item="surat_permohonan", title="Surat permohonan", defect=Defect.UNCLEAR),
            MarkLine(item="identitas", title="Kartu identitas", defect=Defect.MISSING),
            MarkLine(item="nomor_surat", title="Nomor surat", defect=Defect.WRONG),
            MarkLine(item="penanggung_jawab", title="Nama penanggung jawab", defect=None),
        ),
    )
    return changed(usual, changes, OF_A_TASK)


def a_trail(**changes):
    usual = Trail(
        title="Kepala Dinas",
        at=MONDAY - 60 * MINUTE,
        note="Proses lebih lanjut sesuai ketentuan",
    )
    return replace(usual, **changes)


def a_form_view(**changes):
    usual = FormView(
        draft_id=DraftId(5),
        procedure_title=SERVICE,
        place=2,
        places=10,
        reviewing=False,
        repair=False,
        for_task=False,
        item=ItemShown(
            ask="Nomor telepon yang dapat dihubungi pada jam kerja?",
            title="Nomor telepon",
            example="0812 3456 7890",
            kind="phone",
            files_shown="AbCdEfGh",
        ),
        review=None,
        said="",
        doubts=(),
        submit_label="Serahkan",
        cancelling=False,
        subject="",
        done=False,
    )
    return changed(usual, changes, OF_A_FORM)


def a_slot_view(**changes):
    usual = a_form_view(
        place=8,
        ask="Kirim surat permohonan yang sudah ditandatangani pimpinan instansi.",
        title="Surat permohonan",
        example="berkas PDF, atau foto tiap halaman yang terang",
        kind="",
        accepted="PDF, JPEG, PNG",
        most=5,
        is_file=True,
    )
    return changed(usual, changes, OF_A_FORM)


def a_review_view(**changes):
    usual = a_form_view(
        place=10,
        item=None,
        lines=(
            Fact(title="Instansi pemohon", value=AGENCY),
            Fact(title="NIK penanggung jawab", value="3175••••••••0001"),
            Fact(title="Surel", value=""),
            Fact(title="Surat permohonan", value="surat.pdf"),
        ),
    )
    return changed(usual, changes, OF_A_FORM)


def a_pickup_view(**changes):
    usual = PickupView(
        number="SPD-2026-00003",
        title="KTP-el",
        bring=("Resi permohonan", "Kartu Keluarga"),
        where="Dinas Kependudukan dan Pencatatan Sipil, Jalan Merdeka Nomor 1, Kota Contoh",
        when="",
        hours=DEFAULT_HOURS,
    )
    return replace(usual, **changes)


def a_welcome_view(**changes):
    usual = WelcomeView(
        office="Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta",
        name="Rina",
        offers=(
            Offer(
                procedure_id=ProcedureId("jakarta-data"),
                service=None,
                title=SERVICE,
                intro="Permohonan data kependudukan oleh instansi pemerintah.",
            ),
        ),
        open_draft=None,
        cases=0,
        tasks=0,
        jabatan=(),
        supervisor=False,
        administrator=False,
    )
    return replace(usual, **changes)


def a_question_view(**changes):
    usual = QuestionView(
        question_id=TaskId(91),
        case_number=NUMBER,
        title=SERVICE,
        subject=AGENCY,
        asked_as="Petugas Pengadministrasi",
        words="Nomor telepon Anda tidak dapat dihubungi. Mohon tulis nomor yang aktif.",
        asked_at=MONDAY,
        answer="",
        files=(),
        ended_at=None,
        ending=None,
        writing=False,
        waits=True,
        in_the_name=False,
        now=MONDAY,
    )
    return replace(usual, **changes)


def an_enquiry_view(**changes):
    usual = EnquiryView(
        enquiry_id=TaskId(92),
        case_id=CaseId(17),
        case_number=NUMBER,
        title=SERVICE,
        subject=AGENCY,
        step_short="Verifikasi",
        asked_as="",
        asked_at=MONDAY,
        to="Petugas Pengadministrasi",
        words="Kapan kira-kira selesai?",
        due=a_due(60 * MINUTE),
        answers=False,
        writing=False,
        answer="",
        answered_as="",
        answered_at=None,
        now=MONDAY,
    )
    return replace(usual, **changes)


def a_help_view(**changes):
    usual = HelpView(
        officer=False,
        supervisor=False,
        administrator=False,
        office="Dinas Kependudukan dan Pencatatan Sipil",
        address="Jalan Merdeka Nomor 1, Kota Contoh 10000",
        contact="Telepon (021) 555 0100 · dukcapil@contoh.example",
        hours=DEFAULT_HOURS,
    )
    return replace(usual, **changes)


def a_privacy_view(**changes):
    usual = PrivacyView(
        office="Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta",
        version="2026-11",
        text="Data Anda disimpan di kantor.\nDi obrolan hanya tampil tersamar.",
        choice="jakarta-data:",
    )
    return replace(usual, **changes)


def a_due(away, **changes):
    """A limit some minutes of one morning away, or ago."""
    usual = Due(at=MONDAY + away, late=away < 0 * MINUTE, apart=abs(away), days=0, unbroken=True)
    return replace(usual, **changes)


def a_case_view(**changes):
    usual = CaseView(
        case_id=CaseId(17),
        number=NUMBER,
        code="K7QX9M2T",
        title=SERVICE,
        subject=AGENCY,
        state=CaseState.OPEN,
        step_number="2",
        steps=11,
        step_short="Verifikasi permohonan",
        lane_title="Petugas Pengadministrasi",
        with_applicant=False,
        due_at=MONDAY + 15 * MINUTE,
        late=False,
        expected_at=MONDAY + 145 * MINUTE,
        opened_at=MONDAY,
        ended_at=None,
        reason="",
        marks=(),
        task_id=TaskId(81),
        choices=(),
        repair=False,
        released=(),
        to_collect=False,
        now=MONDAY + 3 * MINUTE,
    )
    return replace(usual, **changes)


def a_returned_case_view(**changes):
    usual = a_case_view(
        step_number="1",
        step_short="Menyerahkan permohonan",
        lane_title="SKPD Pemohon",
        with_applicant=True,
        due_at=None,
        reason="Berkas tidak terbaca, mohon unggah ulang",
        marks=(MarkLine(title="Surat permohonan", defect=Defect.UNCLEAR),),
        repair=True,
    )
    return replace(usual, **changes)


def a_case_line(**changes):
    usual = CaseLine(
        case_id=CaseId(17),
        number=NUMBER,
        title=SERVICE,
        state=CaseState.OPEN,
        step_number="2",
        steps=11,
        lane_title="Petugas Pengadministrasi",
        due_at=MONDAY + 15 * MINUTE,
        with_applicant=False,
    )
    return replace(usual, **changes)


def a_cases_view(**changes):
    usual = CasesView(
        lines=(
            a_case_line(),
            a_case_line(case_id=CaseId(9), number="PDK-2026-00009", with_applicant=True),
            a_case_line(case_id=CaseId(3), number="PDK-2026-00003", state=CaseState.FINISHED),
        ),
        open_draft=None,
    )
    return replace(usual, **changes)


def a_queue_line(**changes):
    usual = QueueLine(
        task_id=TaskId(81),
        case_number=NUMBER,
        subject=AGENCY,
        step_short="Verifikasi permohonan",
        due=a_due(15 * MINUTE),
        returned=False,
    )
    return replace(usual, **changes)


def a_queue_view(**changes):
    usual = QueueView(
        lines=(
            a_queue_line(task_id=TaskId(80), due=a_due(-20 * MINUTE), returned=True),
            a_queue_line(),
            a_queue_line(task_id=TaskId(82), due=None),
        ),
        page=0,
        pages=1,
        total=3,
        late=1,
        now=MONDAY,
    )
    return replace(usual, **changes)


def a_watched_line(**changes):
    usual = WatchedLine(
        task_id=TaskId(90),
        case_number=NUMBER,
        subject=AGENCY,
        step_short="Memeriksa dan paraf",
        holder="Budi Santoso",
        jabatan="Kepala Seksi",
        due=a_due(-125 * MINUTE),
        opened_at=MONDAY - 140 * MINUTE,
    )
    return replace(usual, **changes)


def an_alarms_view(**changes):
    usual = AlarmsView(
        due=(a_queue_line(),),
        due_in_all=1,
        overdue=(a_watched_line(),),
        overdue_in_all=1,
        now=MONDAY,
    )
    counts = {
        f"{name}_in_all": len(changes[name]) for name in ("due", "overdue") if name in changes
    }
    shown = replace(usual, **(counts | changes))
    late = {
        f"{name}_late": sum(line.due is not None and line.due.late for line in lines)
        for name, lines in (("due", shown.due), ("overdue", shown.overdue))
    }
    return replace(shown, **(late | changes))


def a_found_line(**changes):
    usual = FoundLine(
        case_id=CaseId(417),
        number=NUMBER,
        title="Pelayanan Data dan Informasi Kependudukan",
        subject="Dinas Kesehatan",
        state=CaseState.OPEN,
        step_number="4",
        steps=11,
        lane_title="Kepala Bidang BDI",
        with_applicant=False,
        opened_at=MONDAY,
        ended_at=None,
    )
    return replace(usual, **changes)


def a_found_view(**changes):
    usual = FoundView(
        lines=(
            a_found_line(),
            a_found_line(
                case_id=CaseId(416),
                number="PDK-2026-00016",
                subject="Dinas Sosial",
                state=CaseState.FINISHED,
                ended_at=MONDAY,
            ),
        ),
        search="c2VhcmNo",
        words=("dinas", "rina"),
        progress=None,
        day=None,
        month=None,
        alike=False,
        may_sound=False,
        newer=None,
        older=CaseId(416),
        unfinished=False,
        filling=False,
        officer=True,
    )
    return replace(usual, **changes)


def an_overview_view(**changes):
    usual = OverviewView(
        lines=(
            a_watched_line(),
            a_watched_line(task_id=TaskId(91), holder="", due=None),
        ),
        first=1,
        page=0,
        pages=1,
        late=1,
        open=12,
        now=MONDAY,
    )
    return replace(usual, **changes)


def a_locking_view(**changes):
    usual = LockingView(
        lines=(AccessLine(person_id=4, name="Dewi Lestari", jabatan="Petugas"),),
        first=1,
        page=0,
        pages=1,
    )
    return replace(usual, **changes)


def a_giving_view(**changes):
    usual = GivingView(
        line=a_watched_line(),
        colleagues=(
            ColleagueLine(person_id=7, name="Dewi Anggraini, A.Md", files=0),
            ColleagueLine(person_id=8, name="Plh. Joko Susilo, A.Md", files=3),
        ),
        page=0,
        pages=1,
        now=MONDAY,
    )
    return replace(usual, **changes)


def a_hold(**changes):
    """It waits for SIAK since ten minutes past, with five minutes left."""
    usual = HoldShown(
        words="Gangguan SIAK",
        whose=Whose.SYSTEM,
        since=MONDAY + 10 * MINUTE,
        until=date(2026, 11, 25),
        outlasted=False,
        stopped=True,
        left=5 * MINUTE,
    )
    return replace(usual, **changes)


def a_today_view(**changes):
    line = DecidedLine(
        task_id=TaskId(81),
        case_number=NUMBER,
        subject=AGENCY,
        step_short="Verifikasi permohonan",
        label="Lengkap",
        at=MONDAY,
        undone_at=None,
        undoable=True,
    )
    undone = replace(line, task_id=TaskId(80), undone_at=MONDAY + 5 * MINUTE, undoable=False)
    usual = TodayView(lines=(line, undone), page=0, pages=2, total=9, now=MONDAY + 20 * MINUTE)
    return replace(usual, **changes)


def a_consultation_view(**changes):
    usual = ConsultationView(
        consultation_id=TaskId(93),
        case_number=NUMBER,
        procedure_title="Layanan Data Kependudukan",
        subject=AGENCY,
        facts=(Fact(title="Data", value="Jumlah penduduk menurut umur"),),
        asked_by="Siti Aminah",
        asked_as="Petugas Pengadministrasi",
        asked_at=MONDAY,
        question="Apakah data semester I sudah final?",
        due=None,
        writing=False,
        ending=None,
        ended_at=None,
        given_by="",
        given_as="",
        opinion="",
        now=MONDAY + 20 * MINUTE,
    )
    return replace(usual, **changes)


def an_agreement_view(**changes):
    usual = AgreementView(
        pause_id=PauseId(4),
        task_id=TaskId(81),
        case_id=CaseId(17),
        case_number=NUMBER,
        subject=AGENCY,
        step_short="Verifikasi permohonan",
        holder="Siti Aminah",
        jabatan="Petugas Pengadministrasi",
        words="Menunggu arsip lama dari gudang",
        since=MONDAY,
        until=date(2026, 11, 25),
        agreed_as="",
        agreed_at=None,
        ended_as="",
        ended_at=None,
        decided=False,
        now=MONDAY + 20 * MINUTE,
    )
    return replace(usual, **changes)


def an_office_view(**changes):
    usual = OfficeView(
        office="Dinas Kependudukan dan Pencatatan Sipil Provinsi DKI Jakarta",
        held=14,
        vacant=(
            PostLine(jabatan=JabatanId("kasi"), title="Kepala Seksi", holders=(), invited=False),
            PostLine(
                jabatan=JabatanId("pengelola_data"),
                title="Pengelola Data",
                holders=(),
                invited=True,
            ),
        ),
        procedures=(SopLine(procedure_id="jakarta-data", title=SERVICE, version=1),),
        lanes_unheld=("Kepala Seksi: jakarta-data",),
        next_closures=(
            ("2026-12-25", "Hari Raya Natal", False),
            ("2027-01-06", "Isra Mikraj", True),
        ),
        waiting=0,
        parked=0,
    )
    return replace(usual, **changes)


def a_posts_view(**changes):
    usual = PostsView(
        lines=(
            PostLine(
                jabatan=JabatanId("kepala_dinas"),
                title="Kepala Dinas",
                holders=("Ir. Sari Kusuma, M.Si", "Plh. Budi Santoso"),
                invited=False,
            ),
            PostLine(jabatan=JabatanId("kasi"), title="Kepala Seksi", holders=(), invited=False),
            PostLine(
                jabatan=JabatanId("pengelola_data"),
                title="Pengelola Data",
                holders=(),
                invited=True,
            ),
        ),
        first=9,
        page=1,
        pages=8,
        held=40,
        vacant=20,
    )
    return replace(usual, **changes)


def a_holder_line(**changes):
    usual = HolderLine(
        id=5,
        name="Ir. Sari Kusuma, M.Si",
        acting=Acting.DEFINITIVE,
        first_on=date(2026, 1, 5),
        last_on=None,
    )
    return replace(usual, **changes)


def a_post_view(**changes):
    usual = PostView(
        jabatan=JabatanId("kepala_dinas"),
        title="Kepala Dinas",
        lines=(
            a_holder_line(),
            a_holder_line(
                id=6,
                name="Budi Santoso",
                acting=Acting.PLH,
                first_on=date(2026, 11, 23),
                last_on=date(2026, 12, 4),
                sk="800/123/2026",
            ),
            a_holder_line(
                id=7,
                name="Dewi Anggraini",
                acting=Acting.PLH,
                first_on=date(2026, 12, 7),
                last_on=date(2026, 12, 18),
                begun=False,
            ),
            a_holder_line(id=3, name="Agus", expires_at=MONDAY + timedelta(days=7)),
        ),
        first=1,
        page=0,
        pages=1,
        files=4,
    )
    return replace(usual, **changes)


def an_ending_view(**changes):
    usual = EndingView(
        appointment_id=5,
        jabatan=JabatanId("kepala_dinas"),
        title="Kepala Dinas",
        name="Ir. Sari Kusuma, M.Si",
        files=3,
        vacant=True,
    )
    return replace(usual, **changes)


def a_mandate_view(mandate=None, **changes):
    usual = MandateView(
        jabatan=JabatanId("kepala_dinas"),
        title="Kepala Dinas",
        holders=("Ir. Sari Kusuma, M.Si",),
        mandate=mandate or Mandate(jabatan=JabatanId("kepala_dinas")),
        candidates=(),
        page=0,
        pages=1,
        days=(),
        today=date(2026, 11, 23),
        working_days=0,
        hints=(),
    )
    return replace(usual, **changes)


def a_day_line(**changes):
    usual = DayLine(
        first_on=date(2026, 11, 30),
        last_on=date(2026, 11, 30),
        name="Cuti bersama tambahan",
        estimated=False,
        own=4,
    )
    return replace(usual, **changes)


def a_days_view(**changes):
    usual = DaysView(
        lines=(
            a_day_line(),
            a_day_line(first_on=date(2026, 12, 25), name="Hari Raya Natal", own=None),
            a_day_line(first_on=date(2027, 1, 6), name="Isra Mikraj", estimated=True, own=None),
        ),
        first=1,
        page=0,
        pages=2,
        seasons=(
            a_day_line(first_on=date(2027, 2, 8), last_on=date(2027, 3, 9), name="Ramadan", own=5),
        ),
    )
    return replace(usual, **changes)


def an_entry(**changes):
    usual = KartuKendaliEntry(
        task_id=TaskId(81),
        step=StepId("2"),
        handed_over_by="SKPD Pemohon",
        handed_over_at=MONDAY,
        received_by="Petugas Pengadministrasi",
        received_at=MONDAY + 2 * MINUTE,
        due_at=MONDAY + 15 * MINUTE,
        done_at=MONDAY + 10 * MINUTE,
        outcome="Lengkap",
        note="",
        waiting=2 * MINUTE,
        working=8 * MINUTE,
        by_applicant=False,
        outside=timedelta(),
        over=-5 * MINUTE,
    )
    return replace(usual, **changes)


def a_kartu_line(entry, **changes):
    usual = KartuKendaliLine(
        step_number="2",
        lane_title="Petugas Pengadministrasi",
        limit=Limit(15, LimitUnit.MINUTES),
        limit_words="",
        marks=(),
        entry=entry,
    )
    return replace(usual, **changes)


def a_kartu_kendali_view(**changes):
    usual = KartuKendaliView(
        case_id=CaseId(17),
        number=NUMBER,
        title=SERVICE,
        subject=AGENCY,
        rows=(
            a_kartu_line(
                an_entry(handed_over_by="", received_by="SKPD Pemohon"),
                step_number="1",
                lane_title="SKPD Pemohon",
            ),
            a_kartu_line(an_entry(note="Lengkap, mohon disposisi")),
            a_kartu_line(
                an_entry(received_at=None, done_at=None, waiting=40 * MINUTE, over=25 * MINUTE),
                step_number="3",
                lane_title="Kepala Dinas",
            ),
        ),
        now=MONDAY + 25 * MINUTE,
    )
    return replace(usual, **changes)


def a_bulk(**changes):
    usual = Bulk(
        began="2026-11-23T01:10:00+00:00",
        procedure_id=ProcedureId("jakarta-data"),
        version=1,
        step="7",
        tasks=(TaskId(81), TaskId(82), TaskId(83)),
        at=1,
        ticked={TaskId(81): 2},
    )
    return replace(usual, **changes)


def a_bulk_view(**changes):
    usual = BulkView(
        bulk=a_bulk(),
        version=2,
        title=SERVICE,
        short="Paraf draf surat",
        file=a_task_view(task_id=TaskId(82)),
        ways=(
            WayShown(outcome=OutcomeId("paraf"), label="Paraf", way=Way.FORWARD),
            WayShown(outcome=OutcomeId("perbaiki"), label="Perbaiki", way=Way.BACK),
        ),
    )
    return replace(usual, **changes)


def bulk_views():
    """A file that is looked at, what is asked of those ticked, and what became of them."""
    yield a_bulk_view()
    yield BulkView(bulk=None)
    ticked = a_bulk(at=3)
    yield a_bulk_view(bulk=ticked, file=None)
    yield a_bulk_view(bulk=a_bulk(at=3, ticked={}), file=None)
    [forward, back] = a_bulk_view().ways
    reasons = ("Periode keliru", "Perbaiki tata naskah")
    yield a_bulk_view(bulk=ticked, file=None, chosen=forward, words=("Segera",))
    yield a_bulk_view(bulk=ticked, file=None, chosen=back, words=reasons)
    yield a_bulk_view(bulk=a_bulk(running=True), file=None, chosen=forward)
    held = Tell(message_id="refusal-task-held", arguments={"holder": "Petugas"})
    line = RefusedLine(number=NUMBER, why=held)
    fellows = tuple(
        FellowShown(person_id=PersonId(900 + one), name=f"Joko Prasetyo {one}", count=one)
        for one in range(25)
    )
    yield a_bulk_view(bulk=ticked, file=None, fellows=fellows)
    yield a_bulk_view(bulk=replace(ticked, giving=True), file=None, fellows=fellows)
    given = replace(ticked, giving=True, to=PersonId(900))
    yield a_bulk_view(bulk=given, file=None, fellows=fellows, to="Joko Prasetyo")
    gone = replace(given, running=True)
    yield a_bulk_view(bulk=gone, file=None, to="Joko Prasetyo", refused=(line,))
    done = a_bulk(running=True, refused=(RefusedFile(number=NUMBER, why="{}"),))
    yield a_bulk_view(bulk=done, file=None, chosen=forward, refused=(line,) * 25)


def survey_views():
    """A question, the same answered before, the end of it, and a day later."""
    survey = Survey(
        case_id=CaseId(17),
        procedure_id=ProcedureId("jakarta-data"),
        person_id=PersonId(1),
        asked_at=MONDAY,
    )
    answered = dict.fromkeys(ELEMENTS, 4)
    for one in (survey, replace(survey, answers=answered, at=3), replace(survey, at=9), None):
        yield _survey_view(one)
    yield _survey_view(replace(survey, answers=answered, at=9))


def _survey_view(survey):
    return SurveyView(case_id=CaseId(17), number=NUMBER, title=SERVICE, survey=survey, now=MONDAY)


def satisfaction_views():
    """A month that all answered, one with an element that nobody did, and none."""
    given = {one: {3: 2, 4: 1} for one in ELEMENTS}
    some = {one: it for one, it in given.items() if one is not ELEMENTS[7]}
    for result in (given, some):
        shown = Result(respondents=3, given=result)
        yield SatisfactionView(month="2026-11", result=shown, page=0, pages=2)
    yield SatisfactionView(month="", result=None, page=0, pages=0)


def log_views():
    """A line of every kind, and an empty log."""
    told = [(Logged.NUMBERS, None), *((Logged.LINK, one) for one in LinkEvent)]
    told += [(Logged.NOTED, one) for one in CustodyEvent] + [(Logged.NOTED, None)]
    lines = tuple(
        LogLine(what=what, event=event, case_id=CaseId(17), number=NUMBER, name="Siti", at=MONDAY)
        for what, event in told
    )
    yield LogView(lines=lines, page=1, pages=3, now=MONDAY)
    yield LogView(lines=(), page=0, pages=1, now=MONDAY)
