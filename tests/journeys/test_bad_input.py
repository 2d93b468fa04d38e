"""What people really send; every time a clear sentence comes back, and nothing is lost."""

from functools import partial

import pytest
import pytest_asyncio

from messages.actions.form import (
    FormNext,
    FormTakeOut,
    Resume,
)
from messages.actions.officer import (
    ChooseReason,
    Decide,
    Kartu,
    MarkItem,
    ShowFiles,
    Work,
    Write,
)
from tests.support import odd_files
from tests.support.odd_files import a_pdf, a_photo
from tests.support.odd_people import at_question, drafts_of, pressed
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, hand_on_to, number_on, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

MARKS = "<b>A</b> & <i>*B* _c_ [d](tg://x) `e` ~f~ ||g|| {nik} { $x } %s \\"
FAR = "😀 👨‍👩‍👧 مرحبا \u202eterbalik\u202c ไทย"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def writer(office):
    """Somebody at the first question, who never gets beyond it."""
    return await at_question(office, 0, name="Wati")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sender(office):
    """Somebody at the first requirement, from whom no file is good enough."""
    return await at_question(office, 9, name="Seno")


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


async def test_what_a_phone_cut_in_two_is_refused_as_a_whole(office):
    """A phone splits more than 4,096 characters; the rest must not become the answer."""
    budi = await at_question(office, 6)

    await budi.writes("x" * 4096)
    await budi.writes("dan sisanya.")
    await budi.reads("4.096 huruf, paling banyak 1.000")
    await budi.writes("Jumlah penduduk per kecamatan")
    await budi.reads("Untuk apa data itu")

    assert "dan sisanya" not in str(drafts_of(office, budi)[-1].answers)


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
