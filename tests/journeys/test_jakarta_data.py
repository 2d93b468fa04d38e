import json
from datetime import timedelta
from itertools import pairwise

import pytest
import pytest_asyncio

from bot.cli.sandbox.personas import officers_of
from messages.actions.officer import Kartu, ShowFiles, ShowLetter
from tests.support.pdf_text import valid_signatures, words_of
from tests.support.phone import Phone, hand_on, hand_on_to, repair, send_back
from workflow import kartu_kendali
from workflow.case import CaseState

pytestmark = pytest.mark.asyncio(loop_scope="module")

NIK = "3175034708900023"

# The table of the SOP: who acts, within how many minutes, and where the work goes.
TABLE = {
    "1": ("SKPD Pemohon", 5, {"Serahkan": "2"}),
    "2": ("Petugas Pengadministrasi", 15, {"Lengkap": "3", "Kembalikan": "1"}),
    "3": ("Kepala Dinas", 5, {"Disposisi ke Kabid": "4"}),
    "4": ("Kepala Bidang BDI", 10, {"Disposisi ke Seksi": "5"}),
    "5": ("Kepala Seksi", 10, {"Beri petunjuk": "6"}),
    "6": ("Pengelola Data", 60, {"Serahkan ke Kasi": "7"}),
    "7": ("Kepala Seksi", 15, {"Paraf": "8", "Kembalikan": "6"}),
    "8": ("Kepala Bidang BDI", 5, {"Paraf": "9"}),
    "9": ("Kepala Dinas", 5, {"Tanda tangani": "10"}),
    "10": ("Petugas Pengadministrasi", 5, {"Stempel dan serahkan": "11"}),
    "11": ("SKPD Pemohon", 5, {"Saya terima": None}),
}
# One request returned and repaired, one error sent back and mended.
PATH = ["1", "2", "1", "2", "3", "4", "5", "6", "7", "6", "7", "8", "9", "10", "11"]
RETURNS = [("2", "Kembalikan"), ("7", "Kembalikan")]


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def played(office, tmp_path_factory):
    """The whole case with both its returns: its number, and where its papers lie."""
    folder = tmp_path_factory.mktemp("papers")
    rina = Phone(office, office.applicant)
    number = await rina.hands_in(nik=NIK)
    await send_back(office, number)
    await repair(office, number)
    await hand_on_to(office, number, "7")
    await send_back(office, number)
    await hand_on_to(office, number, "11")
    await hand_on(office, number)
    clerk = Phone(office, office.officer("petugas"))
    await clerk.presses(Kartu, paper=False)
    await clerk.presses(Kartu, paper=True)
    (folder / "surat_jawaban.pdf").write_bytes(await rina.gets("Surat"))
    (folder / "kartu_kendali.pdf").write_bytes(await clerk.gets("Kartu kendali"))
    await rina.gets("Tanda terima")
    return number, folder


@pytest.fixture(scope="module")
def number(played):
    return played[0]


@pytest.fixture(scope="module")
def papers(played):
    return played[1]


def card_of(office, number):
    with office.books() as work:
        tasks = work.cases.tasks_of(office.case(number).id)
        rows = kartu_kendali.entries(
            tasks, office.procedure, work.office, work.calendar, now=office.clock.now()
        )
    return list(zip(tasks, rows, strict=True))


async def test_the_case_takes_the_way_of_the_sop_with_its_two_returns(office, number):
    card = card_of(office, number)

    assert [task.step for task, _ in card] == PATH
    assert [
        (task.step, row.outcome)
        for task, row in card
        if task.note and row.outcome in ("Kembalikan",)
    ] == RETURNS
    for (task, row), (following, _) in pairwise(card):
        assert TABLE[task.step][2][row.outcome] == following.step
    assert TABLE["11"][2][card[-1][1].outcome] is None
    assert office.case(number).state is CaseState.FINISHED


async def test_each_row_of_the_kartu_kendali_names_the_jabatan_of_its_lane(office, number):
    titles = {lane: column.title for lane, column in office.procedure.lanes.items()}
    jabatan = {lane: post.title for lane, post in office.office.jabatan.items()}

    for task, row in card_of(office, number):
        assert titles[task.lane] == TABLE[task.step][0]
        assert row.received_by == jabatan.get(task.lane, titles[task.lane])


async def test_each_row_has_the_limit_of_its_step(office, number):
    for task, row in card_of(office, number):
        if row.by_applicant:  # nobody counts the applicant's time
            assert row.due_at is None
            continue
        assert row.due_at - row.handed_over_at == timedelta(minutes=TABLE[task.step][1])


async def test_each_hand_over_begins_where_the_one_before_ended(office, number):
    card = [row for _, row in card_of(office, number)]

    for row in card:
        assert row.handed_over_at <= row.received_at <= row.done_at
    for row, following in pairwise(card):
        assert following.handed_over_at == row.done_at
        assert following.handed_over_by == row.received_by


async def test_the_kartu_kendali_replays_to_where_the_case_stands(office, number):
    tasks = [task for task, _ in card_of(office, number)]

    assert kartu_kendali.replay(tasks, office.procedure) == (None, CaseState.FINISHED)


async def test_every_return_came_back_with_its_reason(office, number):
    card = [task for task, _ in card_of(office, number)]
    again = [task for task in card if task.because]

    assert [task.step for task in again] == ["1", "6"]
    assert [task.because for task in again] == [
        task.note for task in card if task.outcome in ("kembalikan", "perbaiki")
    ]
    assert [mark.item for mark in again[0].because_marks] == ["surat_permohonan"]


async def test_the_letter_bears_two_valid_signatures(office, papers):
    letter = (papers / "surat_jawaban.pdf").read_bytes()

    signature, seal = office.signer().check(letter)

    assert (signature.field, seal.field) == ("TandaTangan", "Stempel")
    assert all(one.intact and one.trusted for one in (signature, seal))
    assert seal.covers_whole_file


async def test_poppler_accepts_both_signatures_where_it_is_installed(papers):
    assert valid_signatures(papers / "surat_jawaban.pdf") in (2, None)


async def test_the_letters_number_was_reserved_for_the_signature_and_booked_by_the_seal(
    office, number, papers
):
    with office.books() as work:
        letter = work.numbers.find_reserved(office.case(number).id)
    by_step = {task.step: task for task, _ in card_of(office, number)}

    assert letter.text == "470/1/DUKCAPIL/XI/2026"
    assert by_step["8"].done_at <= letter.reserved_at <= by_step["9"].done_at
    assert by_step["9"].done_at < letter.booked_at <= by_step["10"].done_at
    assert letter.text in words_of(papers / "surat_jawaban.pdf")


async def test_the_card_as_a_pdf_tells_every_hand_over(office, number, papers):
    words = words_of(papers / "kartu_kendali.pdf")

    assert number in words
    for _, row in card_of(office, number):
        assert row.outcome.split()[0] in words


async def test_the_resi_came_with_the_number_and_no_whole_nik(office, number):
    words = words_of(await Phone(office, office.applicant).gets(f"Resi {number}"))

    assert number in words
    assert NIK not in words
    assert NIK[:4] in words


async def test_a_whole_nik_never_stands_in_what_the_bot_says(office):
    journal = await office.people.journal()
    asked = [json.dumps(one["params"], ensure_ascii=False) for one in journal]

    assert len(asked) > 150
    assert not [text for text in asked if NIK in text.replace("\u00a0", "").replace(" ", "")]


async def test_the_number_that_the_applicant_typed_is_gone_from_the_chat(office):
    chat = await office.people.messages(office.applicant)

    assert NIK not in json.dumps(chat)


async def test_the_applicant_never_reads_the_name_of_an_officer(office):
    names = [one.name for one in officers_of(office.office)]
    told = [
        json.dumps(one["params"], ensure_ascii=False)
        for one in await office.people.journal()
        if str(one["params"].get("chat_id")) == str(office.applicant)
    ]

    assert len(told) > 20
    assert not [text for text in told for name in names if name in text]


async def test_a_resi_names_no_officer_and_a_tanda_terima_only_whoever_gave(office):
    phone = Phone(office, office.applicant)
    for kind, lanes in (("Resi", []), ("Tanda terima", ["petugas"])):
        words = words_of(await phone.gets(kind))
        named = [one.jabatan for one in officers_of(office.office) if one.name in words]
        assert named == lanes


async def test_nothing_of_the_answer_reached_the_applicant_before_it_was_released(office, number):
    sent = [
        (one["at"], one["params"]["document"]["name"])
        for one in await office.people.journal()
        if one["method"] == "sendDocument"
        and str(one["params"]["chat_id"]) == str(office.applicant)
    ]
    [released_at] = [task.done_at for task, _ in card_of(office, number) if task.step == "10"]

    assert [name.split()[0] for _, name in sent] == ["Resi", "Surat", "berkas_data.pdf", "Tanda"]
    assert all(at >= released_at.isoformat() for at, _ in sent[1:])


async def test_drafts_and_files_shown_to_officers_cannot_be_passed_on(office):
    number = await Phone(office, await office.guest("Budi")).hands_in()
    await hand_on_to(office, number, "7")
    task = office.task(number)
    chief = Phone(office, office.officer("kasi"))
    await chief.presses(ShowFiles, task_id=task.id)
    await chief.presses(ShowLetter, task_id=task.id)
    await chief.presses(Kartu, case_id=task.case_id, paper=False)
    await chief.presses(Kartu, case_id=task.case_id, paper=True)
    await chief.gets("Kartu kendali")

    sent = [
        (one["params"]["document"]["name"], one["params"]["protect_content"])
        for one in await office.people.journal()
        if one["method"] == "sendDocument" and str(one["params"]["chat_id"]) == str(chief.id)
    ]

    assert sent == [
        ("surat_permohonan.pdf", "true"),
        ("identitas.pdf", "true"),
        ("berkas_data.pdf", "true"),
        (f"Surat Jawaban {number}.pdf", "true"),
        (f"Kartu kendali {number}.pdf", "false"),
    ]


async def test_every_file_lies_encrypted_in_the_vault(office):
    kept = [one for one in (office.settings.data_dir / "vault").rglob("*") if one.is_file()]

    assert len(kept) >= 5
    assert not [one for one in kept if b"%PDF" in one.read_bytes()[:4096]]


async def test_only_the_newest_card_says_where_the_case_lies(office, number):
    said = [one["text"] for one in await Phone(office, office.applicant).chat() if not one["out"]]

    # A service says how many steps it takes before anybody asks for it.
    after = [text for text in said if "Langkahnya" not in text]
    assert len([text for text in after if "Langkah" in text or "Selesai" in text]) == 1
    assert f"{number}: lihat pesan terbaru di bawah ↓" in said


async def test_every_update_was_handled_once_and_none_set_aside(office):
    inbox = office.inbox()

    assert inbox["received"] == inbox["handled"] > 50
    assert inbox["parked"] == 0
    assert office.rows("SELECT body FROM inbox WHERE body <> ''") == []


async def test_every_message_was_sent(office):
    def quiet():
        return office.rows("SELECT 1 FROM outbox WHERE state IN ('claimed')") == []

    await office.until(quiet, what="a quiet outbox")

    # What is to come later waits for its hour: a copy that goes, a card whose button lapses.
    assert office.rows("SELECT 1 FROM outbox WHERE state <> 'sent' AND not_before IS NULL") == []
