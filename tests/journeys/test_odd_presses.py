"""Presses made twice, at once, too late or by nobody's right; and phones that shut the bot out."""

import asyncio
from functools import partial

import pytest
import pytest_asyncio

from bot.sandbox.visitor import NotPossible
from messages.actions.applicant import Acknowledge, OpenCase, ShowCasePaper
from messages.actions.everybody import Accept
from messages.actions.form import (
    FormNext,
    FormSubmit,
)
from messages.actions.office import Invite
from messages.actions.officer import (
    Decide,
    Numbers,
    ShowFiles,
    Work,
)
from tests.support.odd_people import at_question, drafts_of, pressed
from tests.support.phone import Phone, hand_on, hand_on_to, until
from workflow.views.case import OwnPaper

pytestmark = pytest.mark.asyncio(loop_scope="module")


def decided(office, task_id):
    return office.rows(
        "SELECT count(*) FROM tasks WHERE id = ? AND done_at IS NOT NULL", task_id
    ) == [(1,)]


# Presses


@pytest_asyncio.fixture(loop_scope="module")
async def number(office):
    """A request that lies on the first desk of the office."""
    return await Phone(office, await office.guest("Siti")).hands_in()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def resting(office):
    """A request that nobody gets off its desk."""
    return await Phone(office, await office.guest("Tuti")).hands_in()


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
