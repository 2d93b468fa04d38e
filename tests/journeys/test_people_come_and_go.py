"""Officers come, act for others and leave: played in the chat, over HTTP, by the real bot."""

from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from messages.actions.office import (
    AskClosure,
    CancelInvitation,
    Days,
    EndAppointment,
    EndSurely,
    MandateChoose,
    NameActing,
    RemoveDay,
)
from messages.actions.officer import Decide, Kartu, OpenTask, ShowFiles, Sure
from messages.actions.supervisor import GiveTo, Giving
from tests.support.inviting import invites, it_person, opens
from tests.support.pdf_text import words_of
from tests.support.phone import Phone, hand_on_to, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

WIB = ZoneInfo("Asia/Jakarta")


def officer(office, jabatan):
    return Phone(office, office.officer(jabatan))


async def today(office):
    return (await office.people.now()).astimezone(WIB).date()


def at(day, clock):
    return datetime.combine(day, time.fromisoformat(clock), WIB)


async def names(office, jabatan, person, *, acting, last):
    """An officer in office is named, from today, question by question."""
    it = await opens(office, jabatan)
    await it.presses(NameActing, jabatan=jabatan)
    await it.presses(MandateChoose, wanted="acting", value=acting)
    await it.presses(MandateChoose, wanted="person", value=str(person))
    await it.presses(MandateChoose, wanted="first", value=(await today(office)).isoformat())
    await it.finds("Sampai kapan")
    await it.writes(f"{last:%d-%m-%Y}")
    await it.reads("Tulis nomor SK")
    await it.writes("800/123/2026")
    await it.reads("Nomor SK: 800/123/2026")
    answer = await it.presses(MandateChoose, wanted="sure", value="yes")
    assert not answer.alert, answer


def person_of(office, jabatan):
    [(person_id,)] = office.rows(
        "SELECT person_id FROM appointments WHERE jabatan = ? AND acting = '' AND ends_at IS NULL"
        " ORDER BY id LIMIT 1",
        jabatan,
    )
    return person_id


async def lists(phone, words, *, without):
    """Whether a phone's menu offers a command so described, and does not offer another."""
    menu = (await phone.office.people.person(phone.id))["commands"]
    told = {one["command"]: one["description"] for one in menu}
    return words in told.values() and without not in told


async def test_everybodys_menu_offers_what_they_may_use_in_their_language(office):
    rina, clerk = Phone(office, office.applicant), officer(office, "petugas")
    await until(partial(lists, rina, "Status permohonan saya", without="tugas"))
    await until(partial(lists, clerk, "Tugas saya menurut batas waktu", without="pantau"))
    await until(partial(lists, officer(office, "sekretaris"), "Bantuan", without="kantor"))

    await clerk.writes("/bahasa")
    await until(partial(lists, clerk, "My tasks by due time", without="pantau"))

    await clerk.writes("/bahasa")
    await until(partial(lists, clerk, "Tugas saya menurut batas waktu", without="pantau"))


async def test_a_file_of_an_officer_who_leaves_is_taken_up_by_a_colleague(office):
    joko = await invites(office, "petugas", "Joko Susilo, A.Md")
    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    task = await office.at_step(number, "2")
    clerk = officer(office, "petugas")
    await joko.writes("/tugas")
    await joko.presses(OpenTask, task_id=task.id)
    await joko.finds("Anda terima")
    await clerk.finds("Dipegang Joko Susilo, A.Md")
    await joko.presses(ShowFiles, task_id=task.id)
    await joko.gets("surat_permohonan")
    await joko.presses(Kartu, case_id=task.case_id)
    await joko.finds("Kartu kendali")

    it = await opens(office, "petugas")
    await it.finds("2. Joko Susilo, A.Md, sejak")
    [(appointment_id,)] = office.rows("SELECT id FROM appointments WHERE name LIKE 'Joko%'")
    await it.presses(EndAppointment, appointment_id=appointment_id)
    await it.finds("1 berkas yang dipegangnya kembali ke meja jabatan ini.")
    await it.presses(EndSurely, appointment_id=appointment_id)

    await joko.finds("Penunjukan Anda sebagai Petugas Pengadministrasi telah berakhir")
    await until(partial(holds_nothing_of_a_case, joko))
    await until(partial(is_offered, clerk, task.id))
    await clerk.presses(Decide, task_id=task.id, outcome="lengkap")
    await office.at_step(number, "3")
    await joko.writes("/tugas")
    await joko.reads("hanya untuk petugas")
    await until(partial(lists, joko, "Status permohonan saya", without="tugas"))


async def holds_nothing_of_a_case(phone):
    """Neither card, nor kartu kendali, nor a file is left in the chat."""
    chat = [message for message in await phone.chat() if not message["out"]]
    told = [
        words
        for words in ("Dinas Kesehatan", "Kartu kendali")
        for one in chat
        if words in one["text"]
    ]
    return not told and not any(message["file"] for message in chat)


async def is_offered(phone, task_id):
    return any(
        Decide.decode(button["data"] or "") == Decide(task_id, "lengkap")
        for message in await phone.chat()
        for row in message["buttons"]
        for button in row
    )


async def test_a_plh_decides_signs_and_is_told_when_it_is_over(office):
    last = await today(office) + timedelta(days=2)
    secretary, head = officer(office, "sekretaris"), officer(office, "kepala_dinas")
    person = person_of(office, "sekretaris")
    await names(office, "kepala_dinas", person, acting="PLH", last=last)
    await secretary.finds("Mulai sekarang Anda Plh. Kepala Dinas")
    await head.finds("kini Plh. Kepala Dinas")
    it = it_person(office)
    await it.finds(f"Plh. {office.name_of('sekretaris')}")

    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    await hand_on_to(office, number, "3")
    task = await office.at_step(number, "3")
    await secretary.presses(Decide, task_id=task.id, outcome="disposisi")
    await office.at_step(number, "4")
    await hand_on_to(office, number, "9")
    task = await office.at_step(number, "9")
    await secretary.presses(Decide, task_id=task.id, outcome="tandatangani")
    await secretary.presses(Sure, task_id=task.id, outcome="tandatangani")
    await office.at_step(number, "10")
    done = await secretary.finds("Tanda tangani · Plh. Kepala Dinas")
    assert number in done["text"]
    await head.writes("/tugas")
    assert number not in (await head.reads("Tugas"))["text"]
    await hand_on_to(office, number, "11")
    letter = words_of(await rina.gets("Surat"))
    assert "Plh. KEPALA DINAS," in letter
    assert office.name_of("sekretaris") in letter

    await office.people.travel_to(at(last + timedelta(days=1), "00:00"))
    with office.books() as work:
        held = work.people.appointments_of(person, at=await office.people.now())
    assert [one.jabatan for one in held] == ["sekretaris"]
    await office.people.travel_to(at(last + timedelta(days=1), "07:31"))
    await secretary.finds("Penunjukan Anda sebagai Plh. Kepala Dinas telah berakhir")
    await head.finds("Tugas jabatan ini kembali dikirim kepada Anda")


async def test_somebody_new_acts_by_a_link_that_can_be_cancelled(office):
    it = await opens(office, "kasi")
    await it.presses(NameActing, jabatan="kasi")
    await it.presses(MandateChoose, wanted="acting", value="PLT")
    await it.presses(MandateChoose, wanted="person", value="link")
    await it.finds("Tulis dalam satu pesan")
    await it.writes("Wulan Sari, S.E\n198811222012012003")
    await it.reads("Mulai kapan")
    await it.writes("31-02-2026")
    await it.reads("Tulis tanggal, bulan, dan tahun")
    await it.writes("1-1-2020")
    await it.reads("Tanggal harus antara")
    day = date.fromisoformat(str(await today(office))) + timedelta(days=1)
    await it.writes(f"{day:%d-%m-%Y}")
    await it.reads("Sampai kapan")
    await it.presses(MandateChoose, wanted="last")
    await it.presses(MandateChoose, wanted="sk", value="none")
    await it.finds("masih ada pejabatnya")
    await it.presses(MandateChoose, wanted="sure", value="yes")
    link = (await it.reads("https://t.me/"))["text"].partition("start=")[2].split()[0]

    it = await opens(office, "kasi")
    await it.finds("undangan belum dipakai")
    [(invitation_id,)] = office.rows("SELECT id FROM invitations WHERE name LIKE 'Wulan%'")
    await it.presses(CancelInvitation, invitation_id=invitation_id)
    wulan = Phone(office, await office.guest("Wulan"))
    await wulan.writes(f"/start {link}")
    await wulan.reads("sudah lewat masanya")


async def test_a_superior_gives_a_late_file_to_a_colleague(office):
    dewi, joko = officer(office, "petugas"), await invites(office, "petugas", "Joko Priyono, A.Md")
    rina = Phone(office, office.applicant)
    number = await rina.hands_in()
    task = await office.at_step(number, "2")
    await dewi.writes("/tugas")
    await dewi.presses(OpenTask, task_id=task.id)
    await office.people.travel_to(await office.people.now() + timedelta(hours=1))
    superior = officer(office, "sekretaris")
    await superior.writes("/pantau")
    await superior.reads("terlambat dari")
    await superior.presses(Giving, task_id=task.id)
    await superior.finds("Alihkan berkas ini kepada siapa?")
    [(person_id,)] = office.rows("SELECT person_id FROM appointments WHERE name LIKE 'Joko P%'")
    await superior.presses(GiveTo, person_id=person_id)
    await superior.finds("Di meja Joko Priyono, A.Md (Petugas Pengadministrasi)")
    await dewi.finds("Dipegang Joko Priyono, A.Md")
    await joko.presses(Decide, task_id=task.id, outcome="lengkap")
    await office.at_step(number, "3")
    await superior.writes("/pantau")
    assert number not in (await superior.reads("Pantauan"))["text"]


async def test_a_closed_day_named_in_the_chat_moves_what_is_due(office):
    rina, it = Phone(office, office.applicant), it_person(office)
    number = await rina.hands_in()
    task = await office.at_step(number, "2")
    day = (await office.people.now()).astimezone(WIB).date() + timedelta(days=14)
    while day.weekday() > 4:
        day += timedelta(days=1)
    await it.writes("/kantor")
    await it.presses(Days, page=0)
    await it.finds("Hari libur dan Ramadan\nHalaman 1")
    await it.presses(AskClosure)
    await it.writes(f"{day:%d-%m-%Y}\nRapat kerja daerah")
    await it.reads("Batas waktu 0 berkas yang berjalan dihitung ulang")
    assert office.task(number).due_at == task.due_at
    await it.presses(Days, page=0)
    await it.finds("Rapat kerja daerah (ditambahkan di sini)")
    await it.presses(RemoveDay)
    await it.reads("Dihapus:")
