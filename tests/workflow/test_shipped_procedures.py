"""Each SOP that ships says what its document says; the tables below are the documents' own."""

import importlib
import pkgutil
import re
from dataclasses import fields
from datetime import date
from functools import cache
from itertools import chain

import pytest

from messages import actions
from messages.actions.action import Action
from storage import office_files, procedure_files
from tests.support.builders import sample_office
from workflow.advising import advice
from workflow.answers import read_answer
from workflow.forms import AnswerKind, MediaType, Question, Slot
from workflow.legal import basis_of
from workflow.limits import LimitUnit, parse_limit
from workflow.parsing import parse_office, parse_procedure
from workflow.procedure import OFFICE_PLACES, StepKind, Way

NONE = "tanpa batas"
# Rows that put words on the lembar disposisi without being a disposition: "mencatat pada lembar
# disposisi", "Arahan", "memberi petunjuk kepada JFU".
WITH_WORDS = {("jakarta-data", "2"), ("kemendagri-data", "6"), ("kemendagri-data", "7")}
MONDAY = date(2026, 11, 23)

# The number, who acts, the kind, the limit, and where the work goes: onward (to a step or to the
# end), back for repair, refused.
TABLES = {
    "jakarta-data": """
        1  | SKPD Pemohon             | submit      | 5 menit  | → 2
        2  | Petugas Pengadministrasi | verify      | 15 menit | → 3 · ↩ 1
        3  | Kepala Dinas             | disposisi   | 5 menit  | → 4
        4  | Kepala Bidang BDI        | disposisi   | 10 menit | → 5
        5  | Kepala Seksi             | disposisi   | 10 menit | → 6
        6  | Pengelola Data           | process     | 60 menit | → 7
        7  | Kepala Seksi             | paraf       | 15 menit | → 8 · ↩ 6
        8  | Kepala Bidang BDI        | paraf       | 5 menit  | → 9
        9  | Kepala Dinas             | sign        | 5 menit  | → 10
        10 | Petugas Pengadministrasi | register    | 5 menit  | → 11
        11 | SKPD Pemohon             | acknowledge | 5 menit  | end
    """,
    "palembang-laporan": """
        1 | Kasi Pengelolaan dan Penyajian Data | submit | 10 menit | → 2
        2 | Kabid Pengelolaan Informasi Administrasi Kependudukan | paraf | 15 menit | → 3 · ↩ 1
        3 | Kabid Pengelolaan Informasi Administrasi Kependudukan | disposisi | 30 menit | → 3a
        3a | Kasi Pengelolaan dan Penyajian Data | submit | tanpa batas | → 3b
        3b |Kabid Pengelolaan Informasi Administrasi Kependudukan| paraf | tanpa batas | → 4 · ↩ 3a
        4 | Sekretaris | paraf | 60 menit | → 5 · ↩ 3a
        5 | Kepala Dinas | sign | 1 hari kerja | → 6
        6 | Kasi Pengelolaan dan Penyajian Data | deliver | tanpa batas | end
    """,
    "palembang-siak": """
        1 | Staf | submit | 10 menit | → 2
        2 | Kasi Sistem Informasi Administrasi Kependudukan | verify    | 15 menit    | → 3 · ↩ 1
        3 | Kepala Bidang                                   | paraf     | 15 menit    | → 4 · ↩ 1
        4 | Kepala Dinas                                    | disposisi | 15 menit    | → 5
        5 | Kasi Sistem Informasi Administrasi Kependudukan | process   | 20 menit    | → 6
        6 | Kepala Dinas                                    | disposisi | 10 menit    | → 7
        7 | Staf                                            | process   | tanpa batas | end
    """,
    "palembang-tik": """
        1 | Staf                                            | submit    | 10 menit | → 2
        2 | Kasi Sistem Informasi Administrasi Kependudukan | verify    | 15 menit | → 3 · ↩ 1
        3 | Kepala Bidang                                   | paraf     | 15 menit | → 4 · ↩ 1
        4 | Kepala Dinas                                    | disposisi | 15 menit | → 5
        5 | Kasi Sistem Informasi Administrasi Kependudukan | process   | 20 menit | → 6
        6 | Kepala Dinas                                    | disposisi | 15 menit | end
    """,
    "kemendagri-data": """
        0  | Pengguna | submit      | tanpa batas | → 1
        1  | Direktur | disposisi   | 5 menit     | → 2
        2  | Kasubdit | disposisi   | 5 menit     | → 3
        3  | Kasi     | disposisi   | 10 menit    | → 4
        4  | JFU      | process     | 30 menit    | → 5
        5  | Kasi     | verify      | 15 menit    | → 6 · ↩ 4
        6  | Kasubdit | verify      | 5 menit     | → 7 · ↩ 5
        7  | Direktur | sign        | 5 menit     | → 8
        8  | JFU      | deliver     | 20 menit    | → 8a
        8a | Pengguna | acknowledge | tanpa batas | end
    """,
    "bengkulu-semester": """
        1 | Kepala Dinas                         | disposisi | 1 jam        | → 2
        2 | Kabid PIAK                           | appoint   | 2 jam        | → 3
        3 | Tim Pengolahan dan Penyajian Data    | process   | 7 hari kerja | → 4
        4 | Kasi Pengolahan dan Penyajian Data   | paraf     | 1 jam        | → 5 · ↩ 3
        5 | Kabid PIAK                           | verify    | 30 menit     | → 6 · ↩ 4
        6 | Kepala Dinas                         | sign      | 30 menit     | → 7
        7 | Kabid PIAK                           | disposisi | 30 menit     | → 8
        8 | Kasi Pengolahan dan Penyajian Data   | deliver   | 7 hari kerja | → 9
        9 | Administrasi Database (ADB)          | backup    | 1 jam        | end
    """,
    "pekanbaru-sipenduduk": """
        0  | Masyarakat/Pemohon    | submit      | tanpa batas | → 1
        1  | FO/Petugas/Pelaksana  | verify      | 1 menit     | → 2
        2  | FO/Petugas/Pelaksana  | process     | 1 menit     | → 3 · ↩ 0 · ✗
        3  | Kepala Seksi          | paraf       | 5 menit     | → 4 · ↩ 3a
        3a | FO/Operator Editor    | process     | tanpa batas | → 3
        4  | Kepala Bidang Dafduk  | paraf       | 5 menit     | → 5 · ↩ 3
        5  | Kepala Dinas          | sign        | 5 menit     | → 6
        6  | Masyarakat/Pemohon    | acknowledge | 1 menit     | end
    """,
}
# Rows whose lane or whose return had to be inferred, and rows that no document has.
INFERRED = {
    "jakarta-data": "",
    "palembang-laporan": "2 3 3a 3b 4",
    "palembang-siak": "1 2 3 4 5 6 7",
    "palembang-tik": "1 2 3 4 5 6",
    "kemendagri-data": "0 5 6 8a",
    "bengkulu-semester": "5",
    "pekanbaru-sipenduduk": "0 3a",
}
# Rows as printed, and the sum of their limits: working days, minutes.
TOTALS = {
    "jakarta-data": (11, 0, 140),
    "palembang-laporan": (6, 1, 115),
    "palembang-siak": (7, 0, 85),
    "palembang-tik": (6, 0, 90),
    "kemendagri-data": (8, 0, 95),
    "bengkulu-semester": (9, 14, 6 * 60 + 30),
    "pekanbaru-sipenduduk": (6, 0, 18),
}
IDENTITY = {
    "jakarta-data": ("Pelayanan Data dan Informasi Kependudukan", "296 TAHUN 2017"),
    "palembang-laporan": (
        "Penyusunan Laporan Pengelolaan dan Penyajian Data",
        "470/ /SOP/DKPS/2022",
    ),
    "palembang-siak": (
        "Pelaksanaan Sistem Informasi Administrasi Kependudukan",
        "470/ /SOP/DKPS/2022",
    ),
    "palembang-tik": (
        "Pelaksanaan Tata Kelola dan Sumber Daya Manusia, Teknologi Informasi, dan Komunikasi",
        "470/ /SOP/DKPS/2022",
    ),
    "kemendagri-data": ("Layanan Data dan Informasi Kependudukan", "7.4.4.1"),
    "bengkulu-semester": ("Pengolahan dan Penyajian Data Kependudukan", "10.09.04.028"),
    "pekanbaru-sipenduduk": (
        "Sistem Informasi Pelayanan Terpadu Kependudukan (SIPENDUDUK)",
        "060/Dukcapil-PDIP/1246/2021",
    ),
}

# The Seksi and Bidang above the office, the days of approval and of effect, who approved it.
HEADS = {
    "jakarta-data": ("", "September 2017", "", "", "", "195806171980031009"),
    "palembang-laporan": (
        "Seksi Pengelolaan dan Penyajian Data",
        *("", "2022", "Ir. Dewi Isnaini, M.Si", "", "196902021992122001"),
    ),
    "palembang-siak": (
        "Seksi Sistem Informasi Administrasi Kependudukan",
        *("", "2022", "Ir. Dewi Isnaini, M.Si", "", "196902021992122001"),
    ),
    "palembang-tik": (
        "Seksi Tata Kelola dan Sumber Daya Manusia, Teknologi Informasi dan Komunikasi",
        *("", "2022", "Ir. Dewi Isnaini, M.Si", "", "196902021992122001"),
    ),
    "kemendagri-data": ("", "-", "", "", "", ""),
    "bengkulu-semester": (
        *("", "12/8/2017", "", "M. Ikhwan, SH, MH", "", "19690905 199403 1 011"),
    ),
    "pekanbaru-sipenduduk": (
        *("", "", "26 Juli 2021", "Hj. Irma Novita, S.Sos, M.Si"),
        *("Pembina Utama Muda (IV/c)", "19681109 198909 2 001"),
    ),
}

every_sop = pytest.mark.parametrize("name", TABLES)


@cache
def shipped():
    found = [parse_procedure(file.text, source=file.name) for file in procedure_files.shipped()]
    return {procedure.id: procedure for procedure in found}


@cache
def office():
    return parse_office(office_files.sample_text(), source="sample-office.yaml")


def table(name):
    lines = [line for line in TABLES[name].splitlines() if line.strip()]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines]


def row(procedure, step):
    ways = " · ".join(arrow(outcome) for outcome in step.outcomes.values())
    limit = NONE if step.limit is None else str(step.limit)
    return (step.number, procedure.lanes[step.lane].title, step.kind.value, limit, ways)


def arrow(outcome):
    match outcome.way:
        case Way.REFUSE:
            return "✗"
        case Way.BACK:
            return f"↩ {outcome.to}"
    return "end" if outcome.to is None else f"→ {outcome.to}"


def asked(procedure, service):
    """Everything that is asked in one case of a service, by the applicant's form and the steps."""
    return [*procedure.items_of(service), *(item for one in procedure.steps for item in one.items)]


def services(procedure):
    return list(procedure.services) or [None]


def test_seven_sops_ship():
    assert set(shipped()) == set(TABLES)


@every_sop
def test_the_steps_are_those_of_the_document(name):
    procedure = shipped()[name]

    assert [row(procedure, step) for step in procedure.steps] == table(name)


@every_sop
def test_title_and_number_are_those_of_the_document(name):
    assert (shipped()[name].title, shipped()[name].number) == IDENTITY[name]


@every_sop
def test_unit_days_and_approver_are_those_of_the_document(name):
    found = shipped()[name]
    who = found.approver
    seksi = found.unit[0] if found.unit else ""
    days = (found.approved_on, found.effective_on)

    assert (seksi, *days, who.name, who.rank, who.nip) == HEADS[name]


# Duties that a document names, and the step (or the form, "") where each has a field of its own.
DUTIES = {
    "jakarta-data": [("", "bentuk")],
    "kemendagri-data": [("", "bentuk"), ("8", "salinan"), ("8", "arsip")],
    "palembang-laporan": [("6", "penerima"), ("6", "tanggal_kirim"), ("6", "sarana")],
    "bengkulu-semester": [
        *[("3", "spt"), ("3", "lembar_penilaian")],
        *[("8", "eksemplar"), ("8", "penerima"), ("8", "publikasi")],
    ],
}


@pytest.mark.parametrize(
    ("name", "step", "duty"), [(name, *one) for name, duties in DUTIES.items() for one in duties]
)
def test_a_duty_that_the_document_names_has_a_field(name, step, duty):
    procedure = shipped()[name]
    asked = procedure.step(step).items if step else procedure.items_of(None)

    assert duty in [item.id for item in asked]


def test_the_spt_and_the_assessment_of_the_team_stay_in_the_office():
    items = {item.id: item for item in shipped()["bengkulu-semester"].step("3").items}

    assert all(items[one].internal and items[one].optional for one in ("spt", "lembar_penilaian"))


def test_archiving_at_the_desk_has_no_act_and_its_row_says_why():
    assert "Mengarsipkan tidak memiliki" in shipped()["jakarta-data"].step("10").note


def test_pekanbaru_tells_the_solution_beside_the_problem():
    ways = shipped()["pekanbaru-sipenduduk"].step("2").outcomes.values()
    reasons = [reason for way in ways for reason in way.reasons]

    assert len(reasons) == 6
    assert all(re.fullmatch(r"[^.]+\. [^.]+\.", reason) for reason in reasons)


def test_pekanbaru_does_not_ask_for_an_address_that_nobody_writes_to():
    procedure = shipped()["pekanbaru-sipenduduk"]

    assert AnswerKind.EMAIL not in [getattr(item, "kind", None) for item in procedure.every_item()]
    assert "alamat e-mail tidak ditanyakan" in procedure.note


@every_sop
def test_what_was_inferred_is_marked_on_its_row(name):
    marked = [step.number for step in shipped()[name].steps if step.note]

    assert set(INFERRED[name].split()) <= set(marked)
    assert shipped()[name].note


@every_sop
def test_the_limits_add_up_to_what_the_document_promises(name):
    procedure = shipped()[name]
    limits = [step.limit for step in procedure.steps if step.limit is not None]
    days = sum(one.amount for one in limits if one.unit is LimitUnit.WORKING_DAYS)
    minutes = sum(one.amount for one in limits if one.unit is LimitUnit.MINUTES)
    hours = sum(one.amount for one in limits if one.unit is LimitUnit.HOURS)

    assert (procedure.rows, days, 60 * hours + minutes) == TOTALS[name]


@every_sop
def test_a_row_without_a_limit_keeps_the_words_of_the_document(name):
    words = {step.id: step.limit_words for step in shipped()[name].steps if step.limit_words}

    assert words == {
        "palembang-laporan": {"5": "1 hari", "6": "Tergantung waktu persiapan"},
        "palembang-siak": {"7": "-"},
        "bengkulu-semester": {"3": "7 hari", "8": "7 hari"},
    }.get(name, {})
    for said in words.values():
        if said.endswith("hari"):
            assert parse_limit(said) == parse_limit(f"{said} kerja")


@every_sop
def test_each_way_back_and_each_refusal_has_ready_reasons(name):
    for step in shipped()[name].steps:
        for outcome in step.outcomes.values():
            assert bool(outcome.reasons) == (outcome.way is not Way.FORWARD), step.number


@every_sop
def test_each_disposisi_has_ready_instructions(name):
    for step in shipped()[name].steps:
        with_words = step.kind is StepKind.DISPOSISI or (name, step.number) in WITH_WORDS
        assert bool(step.instructions) == with_words, step.number


@every_sop
def test_a_button_is_short_enough_for_half_a_phone(name):
    for step in shipped()[name].steps:
        labels = [outcome.label for outcome in step.outcomes.values()]

        assert all(len(label) <= 20 for label in labels), labels
        assert len(set(labels)) == len(labels)


def _presses():
    """What any button can ask for, in whichever module it stands."""
    for module in pkgutil.iter_modules(actions.__path__, "messages.actions."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, Action) and kind is not Action:
                yield kind


PRESSES = tuple(_presses())


@every_sop
def test_the_data_of_every_button_fits(name):
    procedure = shipped()[name]
    assert PRESSES
    for press in PRESSES:
        shape = [field.name for field in fields(press)]
        known = {
            "outcome": [out for step in procedure.steps for out in step.outcomes],
            "procedure_id": [procedure.id],
            "service": services(procedure),
            "version": [office().privacy.version],
            "jabatan": list(office().jabatan),
        }
        for said in [one for one in shape if one in known]:
            for value in known[said]:
                # The longest of everything else beside each value.
                filled = {one: max(map(str, known.get(one, [10**14])), key=len) for one in shape}
                press(**filled | {said: value or ""}).encode()


@every_sop
def test_nothing_is_asked_twice_in_one_case(name):
    procedure = shipped()[name]
    for service in services(procedure):
        names = [item.id for item in asked(procedure, service)]

        assert sorted(set(names)) == sorted(names), service


@every_sop
def test_an_id_means_the_same_thing_in_every_service(name):
    procedure = shipped()[name]
    for service in services(procedure):
        for item in procedure.items_of(service):
            assert procedure.item(item.id) == item


@every_sop
def test_a_letter_waits_only_for_what_is_asked_before_it_is_signed(name):
    procedure = shipped()[name]
    for paper, letter in procedure.papers.items():
        drafted = next(step for step in procedure.steps if step.drafts == paper)
        signed = next(step for step in procedure.steps if step.signs == paper)
        before = procedure.steps[: procedure.steps.index(drafted) + 1]
        items = [*procedure.items_of(None), *chain(*(step.items for step in before))]
        questions = {item.id for item in items if isinstance(item, Question) and not item.optional}

        slots = {item.id for item in items if isinstance(item, Slot)}
        assert set(letter.places) <= questions | slots | OFFICE_PLACES
        assert procedure.steps.index(drafted) < procedure.steps.index(signed)


@every_sop
def test_whoever_signs_sets_a_signature_on_something(name):
    for step in shipped()[name].steps:
        if step.kind is StepKind.SIGN:
            slots = [one for one in step.attachments if one.signed]
            assert (step.signs is not None) != bool(slots)


@every_sop
def test_every_example_would_be_taken_as_an_answer(name):
    procedure = shipped()[name]
    for service in services(procedure):
        for item in asked(procedure, service):
            if isinstance(item, Question):
                assert read_answer(item, item.example, today=MONDAY)
                assert item.ask.rstrip().endswith(("?", ".")), item.id


@pytest.mark.parametrize("name", ["jakarta-data", "kemendagri-data", "pekanbaru-sipenduduk"])
def test_an_applicant_may_hand_in_photographs(name):
    procedure = shipped()[name]
    for service in services(procedure):
        for item in procedure.items_of(service):
            if isinstance(item, Slot):
                assert MediaType.JPEG in item.accept


@every_sop
def test_every_lane_has_a_jabatan_in_the_sample_office(name):
    procedure = shipped()[name]
    for lane in procedure.lanes_in_use():
        column = procedure.lanes[lane]
        if not column.applicant and not column.team:
            assert office().holder_of(procedure.id, lane) in office().jabatan, lane


def test_the_sample_office_seats_only_lanes_that_exist():
    for name, lanes in office().lanes.items():
        assert set(lanes) <= set(shipped()[name].lanes)


def test_numbers_of_different_sops_are_told_apart_by_their_code():
    codes = [procedure.code for procedure in shipped().values()]

    assert len(set(codes)) == len(codes)


def test_the_palembang_sops_begin_with_an_officer():
    starters = {
        name: shipped()[name].lanes[shipped()[name].first.lane].title
        for name in TABLES
        if not shipped()[name].started_by_applicant
    }

    assert starters == {
        "palembang-laporan": "Kasi Pengelolaan dan Penyajian Data",
        "palembang-siak": "Staf",
        "palembang-tik": "Staf",
        "bengkulu-semester": "Kepala Dinas",
    }


def test_the_ministry_opens_its_data_to_one_operator_and_for_one_step():
    procedure = shipped()["kemendagri-data"]

    assert [(step.id, step.grants) for step in procedure.steps if step.grants] == [("3", "jfu")]
    assert [lane for lane, column in procedure.lanes.items() if column.by_grant] == ["jfu"]
    assert [step.id for step in procedure.steps if step.releases] == ["8"]
    asked_for = [item.id for item in procedure.items_of(None)]
    assert {"nomor_izin", "tanggal_izin", "berlaku_sampai", "surat_izin"} <= set(asked_for)


def test_the_semester_report_begins_twice_a_year_and_is_done_by_a_team():
    procedure = shipped()["bengkulu-semester"]

    assert procedure.begins_on == ("01-01", "07-01")
    assert procedure.items_of(None) == ()
    assert procedure.step("2").appoints == procedure.step("3").lane == "tim"
    assert procedure.lanes["tim"].team
    assert [step.id for step in procedure.steps if step.archives] == ["9"]


def test_no_population_document_is_drawn_in_pekanbaru():
    procedure = shipped()["pekanbaru-sipenduduk"]

    assert procedure.papers == {}
    [slot] = procedure.step("5").attachments
    assert slot.signed
    assert slot.accept == (MediaType.PDF,)
    assert procedure.step("5").helpers == ("operator",)


@pytest.mark.parametrize(
    ("service", "head"),
    [
        ("kk", "Kepala Seksi Identitas Penduduk"),
        ("ktp_el", "Kepala Seksi Identitas Penduduk"),
        ("kia", "Kepala Seksi Identitas Penduduk"),
        ("akta_lahir", "Kepala Seksi Kelahiran"),
        ("akta_mati", "Kepala Seksi Kematian"),
        ("pindah", "Kepala Seksi Pindah Datang Penduduk"),
    ],
)
def test_the_kepala_seksi_in_pekanbaru_depends_on_the_service(service, head):
    procedure = shipped()["pekanbaru-sipenduduk"]

    assert procedure.lanes[procedure.lane_of(procedure.step("3"), service)].title == head
    assert procedure.services[service].requirements


def test_only_cards_are_collected_at_the_counter_in_pekanbaru():
    procedure = shipped()["pekanbaru-sipenduduk"]
    last = procedure.steps[-1]
    collected = [name for name in procedure.services if procedure.pickup_of(name) is not None]
    confirmed = [
        name for name in procedure.services if procedure.lane_of(last, name) == procedure.desk
    ]

    assert collected == confirmed == ["ktp_el", "kia"]


# Where the documents are from; no name of these is this office's.
ELSEWHERE = re.compile(r"\b(DKI|Jakarta|Palembang|Ilir|Bengkulu|Pekanbaru|Riau)\b")


def printed(procedure, office):
    """What people and papers say in a case of this SOP; its own drawing is the document's."""
    yield from (procedure.title, procedure.intro, procedure.subject_words)
    yield from basis_of(procedure, office)
    for item in procedure.every_item():
        yield from (item.title, item.ask, item.example)
    for letter in procedure.papers.values():
        yield from (letter.title, letter.subject, letter.to, letter.attachments, letter.nature)
        yield from (*letter.body, *letter.closing, *letter.copies)
    for service in procedure.services.values():
        yield service.title
        if service.pickup is not None:
            yield from (*service.pickup.bring, service.pickup.where, service.pickup.when)
    for step in procedure.steps:
        yield from (step.short, step.limit_words, *step.instructions)
        if procedure.lanes[step.lane].team:  # the SK says what a team is to do
            yield step.title
        for outcome in step.outcomes.values():
            yield from (outcome.label, *outcome.reasons)


@every_sop
def test_no_place_of_another_office_is_printed(name):
    found = [text for text in printed(shipped()[name], sample_office()) if ELSEWHERE.search(text)]
    assert found == []


@every_sop
def test_no_letter_counts_what_it_cannot_know(name):
    assert [one for one in advice(shipped()[name]) if "the same for every case" in one] == []


@every_sop
def test_no_letter_names_a_seksi_that_this_office_may_not_have(name):
    letters = shipped()[name].papers.values()
    said = [text for letter in letters for text in (*letter.body, *letter.closing)]

    assert [text for text in said if "Seksi " in text or "Bidang " in text] == []
