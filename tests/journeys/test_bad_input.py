"""What people really send; every time a clear sentence comes back, and nothing is lost."""

import asyncio
from functools import partial

import pytest
import pytest_asyncio

from bot.sandbox.visitor import NotPossible
from messages.actions.applicant import Acknowledge, OpenCase, ShowCasePaper
from messages.actions.everybody import Accept
from messages.actions.form import (
    FormChange,
    FormDrop,
    FormKeep,
    FormNext,
    FormSubmit,
    FormTakeOut,
    Resume,
)
from messages.actions.office import Invite
from messages.actions.officer import (
    ChooseReason,
    Decide,
    Instruct,
    Kartu,
    MarkItem,
    Numbers,
    ShowFiles,
    Work,
    Write,
)
from tests.support import odd_files
from tests.support.odd_files import a_pdf, a_photo
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, hand_on, hand_on_to, number_on, until
from workflow.views.case import OwnPaper

pytestmark = pytest.mark.asyncio(loop_scope="module")

MARKS = "<b>A</b> & <i>*B* _c_ [d](tg://x) `e` ~f~ ||g|| {nik} { $x } %s \\"
FAR = "😀 👨‍👩‍👧 مرحبا \u202eterbalik\u202c ไทย"


async def at_question(office, place, *, name="Budi", language="id"):
    """Somebody who has come to a question of the form."""
    phone = Phone(office, await office.guest(name, language=language))
    items = office.procedure.items_of(None)
    await phone.begins()
    await phone.fills_in(items[:place])
    await phone.finds(items[place].ask[:60] if place < len(items) else "Periksa kembali")
    return phone


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def writer(office):
    """Somebody at the first question, who never gets beyond it."""
    return await at_question(office, 0, name="Wati")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sender(office):
    """Somebody at the first requirement, from whom no file is good enough."""
    return await at_question(office, 9, name="Seno")


def drafts_of(office, phone):
    return office.rows(
        "SELECT d.at, d.answers, d.closed_at FROM drafts d JOIN people p ON p.id = d.person_id"
        " WHERE p.telegram_id = ? ORDER BY d.id",
        phone.id,
    )


def decided(office, task_id):
    return office.rows(
        "SELECT count(*) FROM tasks WHERE id = ? AND done_at IS NOT NULL", task_id
    ) == [(1,)]


# Words


async def test_marks_of_every_language_come_out_as_they_were_written(office):
    budi = Phone(office, await office.guest(f"Budi {MARKS[:20]}"))
    number_of_letter = f"{MARKS} 045/12"
    fields = {
        "instansi": MARKS,
        "nama": MARKS,
        "nomor_surat": number_of_letter,
        "data": f"{MARKS}\n{FAR}",
    }
    await budi.begins()
    await budi.fills_in(office.procedure.items_of(None), fields)

    review = (await budi.finds("Periksa kembali"))["text"]
    await budi.submits()
    number = number_on(await office.people.wait_for_file(budi.id, "Resi", 20))
    card = (await Phone(office, office.officer("petugas")).finds(number))["text"]
    await hand_on_to(office, number, "6")
    worker = Phone(office, office.officer("pengelola_data"))
    await worker.presses(Work)
    await worker.fills_in(office.procedure.step("6").items, {"ringkasan": FAR, "sumber": MARKS})
    await worker.submits()
    await worker.presses(Decide)
    await office.at_step(number, "7")
    await hand_on_to(office, number, "11")
    letter = words_of(await budi.gets("Surat"))

    assert review.count(MARKS) == 4
    assert "😀 👨‍👩‍👧 مرحبا terbalik ไทย" in review
    assert card.count(MARKS) == 4
    assert letter.count(" ".join(MARKS.split())) >= 2


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000\u2003"])
async def test_an_answer_of_nothing_but_space_is_none(office, writer, blank):
    await writer.writes(blank)

    await writer.reads("tidak berisi huruf atau angka")
    assert drafts_of(office, writer)[-1].at == 0


async def test_a_message_as_long_as_telegram_takes_is_told_its_length_and_the_limit(office, writer):
    await writer.writes("x" * 4096)

    await writer.reads("4.096 huruf, paling banyak 120")


async def test_what_a_phone_cut_in_two_is_refused_as_a_whole(office):
    """A phone splits more than 4,096 characters; the rest must not become the answer."""
    budi = await at_question(office, 6)

    await budi.writes("x" * 4096)
    await budi.writes("dan sisanya.")
    await budi.reads("4.096 huruf, paling banyak 1.000")
    await budi.writes("Jumlah penduduk per kecamatan")
    await budi.reads("Untuk apa data itu")

    assert "dan sisanya" not in str(drafts_of(office, budi)[-1].answers)


async def test_the_reader_is_told_in_their_own_language(office):
    budi = Phone(office, await office.guest("Bob", language="en"))

    await budi.writes("hello")
    await budi.reads("could not be understood")


@pytest.mark.parametrize(
    ("place", "wrong", "told"),
    [
        (2, "123", "16 angka"),
        (2, "3175034708900001 atau 3175034708900002", "16 angka"),
        (2, "0000000000000000", "Tanggal lahir di dalam NIK"),
        (3, "telepon saya", "Nomor telepon itu belum benar"),
        (5, "kemarin", "Tulis tanggal, bulan, dan tahun"),
        (5, "31 Februari 2026", "Tulis tanggal, bulan, dan tahun"),
        (5, "1 Januari 1800", "antara 1 Januari 1900"),
        (7, "Entah", "Tekan salah satu tombol"),
    ],
)
async def test_a_wrong_answer_is_explained_and_asked_again(office, place, wrong, told):
    budi = await at_question(office, place)

    await budi.writes(wrong)

    await budi.reads(told)
    assert drafts_of(office, budi)[-1].at == place


async def test_a_wrong_nik_does_not_stay_in_the_chat_as_an_answer_of_the_bot(office):
    budi = await at_question(office, 2)

    await budi.writes("3175034713909999")
    await budi.reads("Tanggal lahir di dalam NIK")

    assert "3175034713909999" not in await budi.said()


@pytest.mark.parametrize(
    ("mistyped", "why"),
    [
        ("3175034713909999", "Tanggal lahir di dalam NIK"),
        ("317503470890002", "Nomor harus 16 angka. Anda menulis 15 angka."),
    ],
)
async def test_a_mistyped_nik_leaves_the_chat_like_a_right_one(office, mistyped, why):
    budi = await at_question(office, 2)

    await budi.writes(mistyped)
    await budi.reads(why)

    await until(partial(is_gone, budi, mistyped))


async def is_gone(phone, words):
    return words not in str(await phone.chat())


async def test_a_nik_that_nobody_asked_for_stands_nowhere_in_the_chats(office):
    nik, before = "3175034708900023", (await office.people.journal())[-1]["n"]
    budi = await at_question(office, 0)
    await budi.writes(f"Dinas Kesehatan, NIK {nik}")
    await budi.fills_in(office.procedure.items_of(None)[:9], first=1)
    await budi.finds("Surat permohonan")
    await budi.uploads((f"KTP {nik}.pdf", a_pdf(2)))
    await budi.reads("Berkas diterima (1)")
    await budi.presses(FormNext, place=9)
    await budi.answers(10, office.procedure.items_of(None)[10])
    await budi.submits()
    number = number_on(await office.people.wait_for_file(budi.id, "Resi", 20))
    clerk, task = Phone(office, office.officer("petugas")), office.task(number)
    await clerk.presses(ShowFiles, task_id=task.id)
    await clerk.gets("KTP 3175••••••••0023.pdf")
    await clerk.presses(Decide, task_id=task.id, outcome="kembalikan")
    await clerk.presses(MarkItem, task_id=task.id)
    await clerk.presses(ChooseReason, task_id=task.id)
    await clerk.presses(Write, task_id=task.id)
    await clerk.writes(f"NIK {nik} tidak cocok")
    await budi.finds("NIK 3175••••••••0023 tidak cocok")
    await pressed(clerk, Kartu(task.case_id, paper=True).encode())
    kartu = words_of(await clerk.gets("Kartu kendali"))

    asked = [str(one["params"]) for one in await office.people.journal(before)]
    assert not [one for one in asked if nik in one]
    assert nik not in kartu
    await until(partial(is_gone, budi, nik))
    await until(partial(is_gone, clerk, nik))


async def test_a_choice_may_be_written_too(office):
    budi = await at_question(office, 7)

    await budi.writes("penelitian")

    await budi.reads("Dalam bentuk apa")


# Things


@pytest.mark.parametrize("kind", ["sticker", "voice", "location", "contact", "animation"])
async def test_what_is_not_words_is_told_that_words_are_asked(office, writer, kind):
    await writer.sends(kind)

    await writer.reads("Di sini diminta tulisan")
    assert drafts_of(office, writer)[-1].at == 0


async def test_a_file_where_words_are_asked_is_told_so_and_is_not_kept(office, writer):
    writer = await at_question(office, 0)
    before = list((office.settings.data_dir / "vault").rglob("*"))

    await writer.uploads(("surat.pdf", a_pdf(7)))

    await writer.reads("Di sini diminta tulisan")
    assert list((office.settings.data_dir / "vault").rglob("*")) == before


async def test_words_where_a_file_is_asked_are_told_so(office, sender):
    await sender.writes("nanti saja")
    await sender.reads("Di sini diminta berkas: Surat permohonan")
    await sender.sends("voice")
    await sender.reads("Di sini diminta berkas: Surat permohonan")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("surat.pdf", b"Dengan hormat", "Isi berkas surat.pdf tidak termasuk jenis yang diterima"),
        ("surat.pdf", odd_files.ZIP, "Isi berkas surat.pdf tidak termasuk jenis yang diterima"),
        ("surat.pdf", odd_files.PROGRAM, "Isi berkas surat.pdf tidak termasuk jenis yang diterima"),
        ("surat.pdf", odd_files.BROKEN_PDF, "rusak dan tidak dapat dibuka"),
        ("surat.pdf", odd_files.EMPTY_PDF, "rusak dan tidak dapat dibuka"),
        ("surat.pdf", a_pdf(password="rahasia"), "meminta kata sandi"),
        ("foto.jpg", odd_files.BROKEN_JPEG, "rusak dan tidak dapat dibuka"),
        ("foto.png", odd_files.a_bomb(), "rusak dan tidak dapat dibuka"),
        ("surat.pdf", odd_files.HUGE_PDF, "paling besar 20 MB"),
        ("<b>&\u202efdp.exe", odd_files.PROGRAM, "tidak termasuk"),
    ],
    ids=["text", "zip", "program", "cut", "no page", "locked", "photo", "bomb", "huge", "name"],
)
async def test_a_file_that_is_not_what_it_should_be_is_told_why(
    office, sender, name, content, told
):
    await sender.uploads((name, content))

    await sender.reads(told)
    assert drafts_of(office, sender)[-1].at == 9


@pytest.mark.parametrize("name", ["surat.txt", "a/../../b.pdf", f"{'n' * 200}.pdf", "<b>&.pdf"])
async def test_a_good_file_is_good_under_any_name(office, name):
    budi = await at_question(office, 9)

    await budi.uploads((name, a_pdf()))

    await budi.reads("Berkas diterima (1)")


async def test_a_photo_of_the_letter_is_taken_as_the_largest_of_its_sizes(office):
    budi = await at_question(office, 9)

    await budi.uploads(("foto.jpg", a_photo(900, 700)), kind="photo")
    await budi.reads("Berkas diterima (1)")

    [(files,)] = office.rows(
        "SELECT d.files FROM drafts d JOIN people p ON p.id = d.person_id WHERE p.telegram_id = ?",
        budi.id,
    )
    assert f'"size": {len(a_photo(900, 700))}' in files


async def test_of_an_album_as_many_are_taken_as_there_is_room_for(office):
    budi = await at_question(office, 10)

    await budi.uploads(*((f"{n}.pdf", a_pdf(n)) for n in (1, 2, 3)))
    await budi.finds("Sudah ada 2 berkas")
    await budi.presses(FormTakeOut, place=10)
    await budi.finds("Berkas diterima (1)")
    await budi.uploads(("lagi.pdf", a_pdf(2)))
    await budi.reads("Berkas diterima (2)")


async def test_the_same_file_twice_is_one_file(office):
    budi = await at_question(office, 10)
    content = a_pdf()  # made a second later it would be another file

    await budi.uploads(("satu.pdf", content))
    await budi.reads("Berkas diterima (1)")
    await budi.uploads(("satu lagi.pdf", content))
    await budi.reads("Berkas diterima (1)")


async def test_nothing_is_asked_for_at_the_review_and_words_there_show_it_again(office):
    budi = await at_question(office, 11)

    await budi.writes("sudah benar")
    await budi.reads("Periksa kembali")
    await budi.uploads(("lagi.pdf", a_pdf()))
    await budi.reads("Di sini diminta tulisan")


# Commands in the middle of a form


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("/status", "Belum ada permohonan"),
        ("/tugas", "hanya untuk petugas"),
        ("/pantau", "hanya untuk petugas"),
        ("/kantor", "hanya untuk petugas"),
        ("/bahasa", "Question 2 of"),
        ("/privasi", "Pelindungan data pribadi"),
        ("/bantuan", "Bantuan"),
        ("/apa_saja", "belum dapat dipahami"),
    ],
)
async def test_a_command_in_the_middle_is_answered_and_the_form_goes_on(office, command, told):
    budi = await at_question(office, 1)

    await budi.writes(command)
    await budi.reads(told)
    await budi.writes("Budi Santoso, S.KM")
    await budi.reads(office.procedure.items_of(None)[2].ask[:60])

    assert drafts_of(office, budi)[-1].at == 2


async def test_start_in_the_middle_offers_to_go_on_where_the_form_was_left(office):
    budi = await at_question(office, 1)

    await budi.writes("/start")
    await budi.reads("Isian yang belum diserahkan")
    await budi.presses(Resume)
    await budi.reads(office.procedure.items_of(None)[1].ask[:60])

    assert len(drafts_of(office, budi)) == 1


async def test_an_answer_that_is_edited_is_replaced_while_its_form_is_open(office):
    budi = await at_question(office, 1)
    message_id = await budi.writes("Budi Santosa")
    await budi.reads(office.procedure.items_of(None)[2].ask[:60])

    await office.people.edit(budi.id, message_id, "Budi Santoso")
    await budi.reads("diganti dengan pesan yang baru saja disunting")

    [draft] = drafts_of(office, budi)
    assert draft.at == 2
    assert "Budi Santoso" in draft.answers
    assert "Budi Santosa" not in draft.answers


async def test_a_telephone_number_is_shared_by_a_button_that_goes_with_its_question(office):
    items = office.procedure.items_of(None)
    place = next(at for at, item in enumerate(items) if item.id == "telepon")
    budi = await at_question(office, place)
    await budi.finds("untuk membagikan nomor telepon Anda")

    await office.people.send(budi.id, "contact")
    await budi.reads(items[place + 1].ask[:60])

    async def is_gone():
        return "untuk membagikan nomor" not in await budi.said()

    await until(is_gone)
    assert "+62811" in str(drafts_of(office, budi)[-1].answers)


async def test_cancelling_is_asked_once_more_and_can_be_taken_back(office):
    budi = await at_question(office, 2)

    await budi.writes("/batal")
    await budi.presses(FormKeep)
    await budi.finds(office.procedure.items_of(None)[2].ask[:60])
    assert drafts_of(office, budi)[-1].closed_at is None
    await budi.writes("/batal")
    await budi.presses(FormDrop)
    await budi.finds("Isian ini dibatalkan")

    assert drafts_of(office, budi)[-1].closed_at is not None
    assert not office.rows(
        "SELECT 1 FROM cases c JOIN people p ON p.id = c.applicant_id WHERE p.telegram_id = ?",
        budi.id,
    )


async def test_a_half_filled_form_survives_a_restart_and_a_weeks_pause(office):
    budi = await at_question(office, 10)

    await office.people.advance(days=7)
    await office.restart()
    await budi.writes("/start")
    await budi.presses(Resume)
    await budi.reads(office.procedure.items_of(None)[10].ask[:60])
    await budi.answers(10, office.procedure.items_of(None)[10])
    await budi.submits()

    number = number_on(await office.people.wait_for_file(budi.id, "Resi", 20))
    assert office.case(number).answers["nomor_surat"] == "045/1234/DINKES/XI/2026"


async def test_any_answer_can_be_changed_from_the_review(office):
    budi = await at_question(office, 11)

    await budi.presses(FormChange, item=0)
    await budi.finds("Mengubah satu isian")
    await budi.writes("Badan Pusat Statistik")
    await budi.reads("Badan Pusat Statistik")
    await budi.submits()

    number = number_on(await office.people.wait_for_file(budi.id, "Resi", 20))
    assert office.case(number).subject == "Badan Pusat Statistik"


# Presses


@pytest_asyncio.fixture(loop_scope="module")
async def number(office):
    """A request that lies on the first desk of the office."""
    return await Phone(office, await office.guest("Siti")).hands_in()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def resting(office):
    """A request that nobody gets off its desk."""
    return await Phone(office, await office.guest("Tuti")).hands_in()


async def pressed(phone, data, *, message_id=None):
    """Press with data that no button carries; the answer."""
    people = phone.office.people
    at = message_id or (await phone.chat())[-1]["message_id"]
    [update_id] = await people.press(phone.id, at, data=data)
    return await people.answer(phone.id, update_id)


async def test_a_nik_shown_whole_is_gone_from_the_chat_after_two_minutes(office, resting):
    clerk, task = Phone(office, office.officer("petugas")), office.task(resting)
    nik = next(one.example for one in office.procedure.items_of(None) if one.id == "nik")
    await clerk.writes(resting)  # the number of a case opens its card
    await clerk.presses(Numbers, task_id=task.id)
    await clerk.finds(f"NIK penanggung jawab: {nik}")

    async def is_gone():
        return nik not in await clerk.said()

    await office.people.advance(minutes=1)
    assert not await is_gone()
    await office.people.advance(minutes=2)
    await until(is_gone)
    assert len(office.rows("SELECT 1 FROM disclosures WHERE task_id = ?", task.id)) == 1


async def test_the_same_press_under_two_update_ids_decides_once(office, number):
    clerk = Phone(office, office.officer("petugas"))
    task = office.task(number)
    button = await clerk.button(Decide, task_id=task.id, outcome="lengkap")

    first, second = await office.people.press(
        clerk.id, button.message_id, data=button.data, repeat=2
    )
    answers = [await office.people.answer(clerk.id, one) for one in (first, second)]
    await office.at_step(number, "3")

    assert [one.alert for one in answers] == [False, True]
    assert answers[1].text.startswith("Sudah diputus oleh Petugas Pengadministrasi")
    assert [one.step for one in office.tasks(number)] == ["1", "2", "3"]


async def test_handing_in_twice_makes_one_request(office):
    budi = await at_question(office, 11)
    button = await budi.button(FormSubmit)

    first, second = await office.people.press(
        budi.id, button.message_id, data=button.data, repeat=2
    )
    answers = [await office.people.answer(budi.id, one) for one in (first, second)]

    assert [one.alert for one in answers] == [False, True]
    assert office.rows(
        "SELECT count(*) FROM cases c JOIN people p ON p.id = c.applicant_id"
        " WHERE p.telegram_id = ?",
        budi.id,
    ) == [(1,)]


async def test_of_two_officers_who_press_at_once_one_decides_and_the_other_hears_who(office):
    colleague = await a_second_clerk(office)
    clerk = Phone(office, office.officer("petugas"))
    number = await Phone(office, await office.guest("Siti")).hands_in()
    task = office.task(number)
    await clerk.button(Decide, task_id=task.id, outcome="lengkap")
    await colleague.button(Decide, task_id=task.id, outcome="lengkap")

    answers = await asyncio.gather(
        *(one.presses(Decide, task_id=task.id, outcome="lengkap") for one in (clerk, colleague))
    )
    await office.at_step(number, "3")

    assert sorted(one.alert for one in answers) == [False, True]
    [told] = [one.text for one in answers if one.alert]
    assert told.startswith("Sudah diputus oleh Petugas Pengadministrasi")
    assert [one.step for one in office.tasks(number)] == ["1", "2", "3"]
    for phone in (clerk, colleague):
        await until(partial(shows_it_done, phone, number))


async def a_second_clerk(office):
    """Invited in the chat by the IT person, let in by the link."""
    it_person = Phone(office, office.it_person)
    await pressed(it_person, Invite("petugas").encode())
    await it_person.reads("Undangan untuk")
    await it_person.writes("Joko Susilo, A.Md\n199105052017011003\nPenata Muda (III/a)")
    link = (await it_person.reads("https://t.me/"))["text"].partition("start=")[2].split()[0]
    joko = Phone(office, await office.guest("Joko"))
    await joko.writes(f"/start {link}")
    await joko.reads("Selamat bertugas")
    late = Phone(office, await office.guest("Penyusup"))
    await late.writes(f"/start {link}")
    await late.reads("sudah dipakai")
    return joko


async def shows_it_done(phone, number):
    cards = [one for one in await phone.chat() if number in one["text"]]
    return any("✓" in one["text"] for one in cards)


@pytest.mark.parametrize(
    "data",
    [
        "d:{task}:tandatangani",
        "d:{task}:",
        "d:{task}",
        "d:999999:lengkap",
        "d:9999999999999999:lengkap",
        "d:-1:lengkap",
        "d:{task}:lengkap:lagi",
        "s:{task}:lengkap",
        "su:{task}:lengkap:AAAAAAAA",
        "mi:{task}:kembalikan:bukan_isian",
        "rd:{task}:kembalikan:AAAAAAAA",
        "rd:{task}:lengkap:",
        "m:{task}:kembalikan:0",
        "y:{task}:kembalikan:0",
        "gp:{task}:lengkap:1",
        "cm:{task}:lengkap:1:1",
        "r:{task}:kembalikan",
        "w:{task}:apa",
        "ka:999999:arsip",
        "b:jakarta-data:karangan",
        "sp:xx",
        "tidak ada",
        ":",
        "💥" * 16,
        "' OR 1=1 --",
    ],
)
async def test_forged_data_gets_a_sentence_and_changes_nothing(office, resting, data):
    clerk = Phone(office, office.officer("petugas"))
    task = office.task(resting)
    await clerk.button(Decide, task_id=task.id)

    answer = await pressed(clerk, data.format(task=task.id))

    assert answer.alert
    assert answer.text
    assert not decided(office, task.id)


@pytest.mark.parametrize("data", ["d:{task}:lengkap", "f:{task}", "l:{task}", "o:{task}"])
async def test_who_has_no_right_is_told_so_and_learns_nothing(office, resting, data):
    stranger = Phone(office, await office.guest("Penyusup"))
    await stranger.writes("/start")
    await stranger.reads("Selamat datang")
    task = office.task(resting)

    answer = await pressed(stranger, data.format(task=task.id))
    await stranger.writes("/bantuan")
    await stranger.reads("Bantuan")

    assert answer.alert
    assert not decided(office, task.id)
    assert resting not in await stranger.said()
    assert "Dinas Kesehatan" not in await stranger.said()


async def test_an_officer_of_another_desk_cannot_decide(office, resting):
    head = Phone(office, office.officer("kepala_dinas"))
    task = office.task(resting)

    answer = await pressed(head, f"d:{task.id}:lengkap")

    assert answer.alert
    assert "tidak di meja Anda" in answer.text
    assert not decided(office, task.id)


async def test_an_applicant_sees_and_touches_nobody_elses_request(office, number):
    stranger = Phone(office, await office.guest("Penyusup"))
    await stranger.writes("/start")
    await stranger.reads("Selamat datang")
    await hand_on_to(office, number, "11")
    task = office.task(number)

    answers = [
        await pressed(stranger, action.encode())
        for action in (
            OpenCase(task.case_id),
            ShowCasePaper(task.case_id, OwnPaper.RESI),
            ShowCasePaper(task.case_id, OwnPaper.ANSWER),
            Acknowledge(task.id, "diterima"),
            ShowFiles(task.id),
            Work(task.id),
        )
    ]
    await stranger.writes("/status")
    await stranger.reads("Belum ada permohonan")

    assert all(one.alert for one in answers)
    assert number not in await stranger.said()
    assert not [one for one in await stranger.chat() if one["file"]]
    assert not decided(office, task.id)


async def test_nobody_presses_in_anothers_form(office):
    budi = await at_question(office, 11)
    stranger = Phone(office, await office.guest("Penyusup"))
    await stranger.writes("/start")
    await stranger.reads("Selamat datang")
    button = await budi.button(FormSubmit)

    answer = await pressed(stranger, button.data)

    assert answer.alert
    assert drafts_of(office, budi)[-1].closed_at is None


async def test_the_answer_cannot_be_had_before_it_is_released(office):
    budi = Phone(office, await office.guest("Budi"))
    number = await budi.hands_in()
    await hand_on_to(office, number, "10")

    answer = await pressed(budi, ShowCasePaper(office.case(number).id, OwnPaper.ANSWER).encode())

    assert answer.alert
    assert "Jawaban belum diserahkan" in answer.text


async def test_an_old_card_says_who_decided_and_when(office, number):
    clerk = Phone(office, office.officer("petugas"))
    task = office.task(number)
    await hand_on(office, number)

    answer = await pressed(clerk, f"d:{task.id}:kembalikan")

    assert answer.alert
    assert "Sudah diputus oleh Petugas Pengadministrasi" in answer.text
    assert "WIB" in answer.text
    assert office.task(number).step == "3"


async def test_a_forged_press_does_not_tell_which_requests_there_are(office, resting):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")
    case = office.task(resting).case_id

    told = [(await pressed(budi, f"cp:{number}:resi")).text for number in (case, 999_999)]

    assert told == ["Ini bukan untuk Anda. Mulai dari /start."] * 2


async def test_a_button_of_an_earlier_question_answers_nothing(office):
    budi = await at_question(office, 9)
    await budi.uploads_for(office.procedure.items_of(None)[9])
    old = await budi.button(FormNext, place=9)
    await budi.touches(old)
    await budi.finds(office.procedure.items_of(None)[10].ask[:60])

    answer = await budi.touches(old)

    assert answer.alert
    assert "pertanyaan yang sudah lewat" in answer.text
    assert drafts_of(office, budi)[-1].at == 10


async def test_the_privacy_notice_of_another_year_is_not_accepted(office):
    budi = Phone(office, await office.guest("Budi"))
    await budi.writes("/start")
    await budi.reads("Selamat datang")

    await pressed(budi, Accept("1999-1", "jakarta-data", "").encode())
    await budi.reads("Pelindungan data pribadi")

    assert drafts_of(office, budi) == []


# Reasons in an officer's own words


async def test_a_reason_of_nothing_is_asked_for_again(office, number):
    chief = Phone(office, office.officer("kepala_dinas"))
    await hand_on(office, number)
    task = office.task(number)
    await chief.presses(Instruct, task_id=task.id)
    await chief.presses(Write, task_id=task.id)
    await chief.writes("\u00a0")
    await chief.reads("Tuliskan alasannya dahulu")
    await chief.writes(f"Segera & teliti <b>{FAR}</b>")
    await office.at_step(number, "4")

    assert office.tasks(number)[2].note == "Segera & teliti <b>😀 👨‍👩‍👧 مرحبا terbalik ไทย</b>"


# A bot that is blocked


async def test_who_blocks_the_bot_is_left_in_peace_and_work_goes_on(office):
    siti = Phone(office, await office.guest("Siti"))
    number = await siti.hands_in()
    await office.people.block(siti.id)

    await hand_on_to(office, number, "11")
    await until(partial(is_reachable, office, siti, False))
    await until(partial(nothing_is_under_way, office, siti))
    await office.people.block(siti.id, blocked=False)
    await siti.writes("/status")
    await siti.reads(number)

    assert await is_reachable(office, siti, True)


async def test_an_officer_who_blocks_the_bot_is_told_to_the_it_person(office):
    kasi, it = Phone(office, office.officer("kasi")), Phone(office, office.it_person)
    siti = Phone(office, await office.guest("Siti"))
    number = await siti.hands_in()
    await hand_on_to(office, number, "4")
    await office.people.block(kasi.id)

    await hand_on_to(office, number, "5")
    await it.finds("tidak dapat dihubungi")
    await office.people.block(kasi.id, blocked=False)
    await kasi.writes("/bantuan")
    await kasi.finds("Tugas Anda")

    assert await is_reachable(office, kasi, True)


async def test_whose_account_is_deleted_is_marked_and_work_goes_on(office):
    wati = Phone(office, await office.guest("Wati"))
    number = await wati.hands_in()
    await office.people.deactivate(wati.id)

    await hand_on_to(office, number, "11")
    await until(partial(is_reachable, office, wati, False))
    await until(partial(nothing_is_under_way, office, wati))
    with pytest.raises(NotPossible, match="deleted the account"):
        await wati.writes("/status")


async def nothing_is_under_way(office, phone):
    """Every message to this person has arrived or was refused."""
    return not office.rows(
        "SELECT 1 FROM outbox JOIN people ON people.id = outbox.person_id"
        " WHERE telegram_id = ? AND state IN ('waiting', 'claimed') AND not_before IS NULL",
        phone.id,
    )


async def is_reachable(office, phone, wanted):
    return office.rows(
        "SELECT 1 FROM people WHERE telegram_id = ? AND reachable = ?", phone.id, wanted
    )
