"""The archive's passphrase is typed twice, seen as dots, and kept nowhere."""

import json

import pytest

from bot.intake.updates import received_of
from bot.keypad import LONGEST, Keypad
from messages.actions.officer import ClearDigits, Decide, MakeArchive, Plain, TypeDigit
from messages.actions.outdated import ArchiveAtOnce, LoneDigit
from storage import inbox, migrating
from storage.database import writing_engine
from storage.envelope import Envelope
from tests.support.builders import an_office
from tests.support.fakes import ENVELOPE, MONDAY_MORNING, a_writer
from tests.support.office import open_office
from tests.support.window import Window, in_words
from workflow.case import CaseState
from workflow.errors import (
    ListMoved,
    PassphraseForgotten,
    PassphrasesDiffer,
    PassphraseTooLong,
    PassphraseTooShort,
    TaskMoved,
)
from workflow.intents import ShowTask
from workflow.views.task import Typed

# A backup and nothing else: whoever holds the file locks it with a passphrase.
BACKUP_SOP = """
id: cadangan
title: Cadangan Data
code: CDG
office: Dinas Contoh
lanes:
  kasi: {title: Kepala Seksi}
  pengelola_data: {title: Pengelola Data}
subject_words: Cadangan
steps:
  - number: '1'
    lane: kasi
    kind: process
    title: Memerintahkan
    short: Memerintahkan
    limit: 1 jam
    outcomes: {serahkan: {label: Serahkan, to: '2'}}
  - number: '2'
    lane: pengelola_data
    kind: backup
    title: Menyimpan cadangan
    short: Menyimpan
    limit: 1 jam
    archives: true
    outcomes: {simpan: {label: Simpan cadangan}}
"""
CLERK = "pengelola_data"
CARD = 40


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(BACKUP_SOP,)) as office:
        yield office


@pytest.fixture
async def clerk(office):
    office.begins("kasi", "cadangan")
    office.goes_to("2")
    clerk = Clerk(office)
    await clerk.presses(Decide(clerk.task.id, "simpan"))
    return clerk


class Clerk:
    """Whoever archives, before the keypad."""

    def __init__(self, office):
        self.office, self.task, self.window = office, office.task, Window(office)
        office.work.cards.lay(f"task:{self.task.id}", office.ids[CLERK], CARD)

    async def presses(self, action):
        return await self.window.presses(CLERK, action, on=CARD)

    async def types(self, digits, *, first=True):
        """Press digits as fast as a thumb can: the card is still the one that was drawn."""
        for digit in digits:
            handled = await self.presses(TypeDigit(self.task.id, int(digit), first))
        return handled

    async def finishes(self, *, again):
        return await self.presses(MakeArchive(self.task.id, "simpan", again))

    def telegram(self, name):
        return self.office.work.people.get(self.office.ids[name]).telegram_id

    @property
    def typed(self):
        return self.window.keypad.typed(self.telegram(CLERK), self.task.id)

    @property
    def draws(self):
        return ShowTask(task_id=self.task.id) in self.window.hears(CLERK)


async def test_a_passphrase_typed_twice_alike_makes_the_archive(office, clerk):
    await clerk.types("440721")
    assert in_words(await clerk.finishes(again=False)).startswith("Sekarang ketik")
    assert clerk.window.archived == []
    await clerk.types("440721", first=False)
    await clerk.finishes(again=True)
    assert clerk.window.archived == ["440721"]
    assert office.case.state is CaseState.FINISHED
    assert clerk.typed == Typed()


async def test_a_digit_pressed_once_is_one_digit_though_the_writer_runs_twice(clerk):
    handled = await clerk.types("4")
    assert clerk.typed == Typed(count=1)
    assert "● (1 angka)" in in_words(handled)


async def test_dots_are_drawn_once_for_digits_that_come_faster_than_the_card(clerk):
    await clerk.types("4")
    assert clerk.draws
    await clerk.types("4")
    assert not clerk.draws


async def test_too_short_a_passphrase_is_cleared(clerk):
    await clerk.types("123")
    handled = await clerk.finishes(again=False)
    assert isinstance(handled.refusal, PassphraseTooShort)
    assert clerk.draws
    await clerk.types("456789")
    await clerk.finishes(again=False)
    await clerk.types("456789", first=False)
    await clerk.finishes(again=True)
    assert clerk.window.archived == ["456789"]


async def test_two_passphrases_that_differ_are_both_cleared(office, clerk):
    await clerk.types("123456")
    await clerk.finishes(again=False)
    await clerk.types("123457", first=False)
    handled = await clerk.finishes(again=True)
    assert isinstance(handled.refusal, PassphrasesDiffer)
    assert clerk.draws
    assert clerk.typed == Typed()
    assert clerk.window.archived == []
    assert office.case.state is CaseState.OPEN


async def test_a_passphrase_longer_than_it_may_be_is_not_cut_in_silence(clerk):
    handled = await clerk.types("7" * (LONGEST + 1))
    assert isinstance(handled.refusal, PassphraseTooLong)
    assert clerk.typed == Typed()


async def test_the_green_button_pressed_twice_by_accident_asks_once_for_the_second_time(clerk):
    await clerk.types("123456")
    for _ in range(2):
        await clerk.finishes(again=False)
    assert clerk.typed == Typed(again=True)


async def test_clearing_begins_from_the_start(clerk):
    await clerk.types("123456")
    await clerk.finishes(again=False)
    await clerk.types("12", first=False)
    await clerk.presses(ClearDigits(clerk.task.id))
    assert clerk.draws
    assert clerk.typed == Typed()


@pytest.mark.parametrize("away", [Plain, lambda task: Decide(task, "simpan")])
async def test_whoever_leaves_the_keypad_leaves_no_digit_behind(clerk, away):
    await clerk.types("123")
    await clerk.presses(away(clerk.task.id))
    await clerk.presses(Decide(clerk.task.id, "simpan"))
    assert clerk.typed == Typed()


async def test_a_press_made_on_the_keypad_after_it_was_left_types_nothing(clerk):
    await clerk.presses(Plain(clerk.task.id))
    handled = await clerk.types("1")
    assert isinstance(handled.refusal, TaskMoved)
    assert clerk.typed == Typed()


async def test_nobody_else_types_for_the_clerk(clerk):
    handled = await clerk.window.presses("budi", TypeDigit(clerk.task.id, 1, True))
    assert handled.refusal is not None
    assert clerk.window.keypad.typed(clerk.telegram("budi"), clerk.task.id) == Typed()


class TestStop:
    """The process ends in the middle of a passphrase."""

    async def test_the_next_digit_hears_to_begin_again(self, clerk):
        await clerk.types("123")
        await clerk.window.restarts()
        handled = await clerk.types("4", first=False)
        assert isinstance(handled.refusal, PassphraseForgotten)
        assert clerk.draws
        assert clerk.typed == Typed()

    async def test_a_digit_that_waited_in_the_inbox_hears_to_begin_again(self, clerk):
        press = clerk.window.a_press(CLERK, TypeDigit(clerk.task.id, 4, False), on=CARD)
        [handled] = await clerk.window.restarts(press)
        assert isinstance(handled.refusal, PassphraseForgotten)
        assert clerk.draws

    async def test_the_second_time_cannot_be_finished_without_the_first(self, clerk):
        await clerk.types("123456")
        await clerk.finishes(again=False)
        await clerk.window.restarts()
        await clerk.types("123456", first=False)
        handled = await clerk.finishes(again=True)
        assert isinstance(handled.refusal, PassphraseForgotten)
        assert clerk.window.archived == []


@pytest.mark.parametrize(
    "old", [lambda task: LoneDigit(task, 4), lambda task: ArchiveAtOnce(task, "simpan")]
)
async def test_a_keypad_of_an_earlier_release_gets_the_present_one(clerk, old):
    await clerk.types("12")
    handled = await clerk.presses(old(clerk.task.id))
    assert isinstance(handled.refusal, ListMoved | PassphraseForgotten)
    assert clerk.draws
    assert clerk.window.archived == []


def test_a_press_that_is_handled_again_types_its_digit_once():
    keypad = Keypad()
    for press in ("1", "2", "2"):
        keypad.add(7, 81, 4, press=press, first=press == "1")
    assert keypad.typed(7, 81) == Typed(count=2)


class TestWhatIsWritten:
    """Whoever takes the disk away, after a power cut too, reads neither passphrase nor NIK."""

    NIK = "3175034708900001"

    @pytest.fixture
    async def written(self, tmp_path):
        writer = a_writer(writing_engine(f"sqlite:///{tmp_path / 'disposisi.db'}"))
        await writer.run(migrating.upgrade)
        updates = [
            *(self.press(n, f"kt:81:{digit}:0") for n, digit in enumerate("440721", start=1)),
            *(self.press(n, f"kd:81:{digit}") for n, digit in enumerate("440721", start=11)),
            self.words(21, f"NIK saya {self.NIK}"),
        ]
        received = [received_of(one) for one in updates]
        await writer.run(
            lambda connection: inbox.put(connection, received, at=MONDAY_MORNING, envelope=ENVELOPE)
        )
        yield tmp_path, writer, received
        writer.close()

    def press(self, number, data):
        query = {"id": str(number), "from": {"id": 7}, "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": query}

    def words(self, number, text):
        chat = {"id": 7, "type": "private"}
        return {"update_id": number, "message": {"message_id": 1, "chat": chat, "text": text}}

    def on_the_disk(self, folder):
        return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())

    async def test_neither_digits_nor_numbers_lie_in_database_or_write_ahead_log(self, written):
        folder, _, _ = written
        assert (folder / "disposisi.db-wal").stat().st_size > 0
        on_desk = self.on_the_disk(folder)
        for secret in (b"kt:", b"kd:", self.NIK.encode()):
            assert secret not in on_desk

    async def test_the_next_process_reads_the_words_and_only_that_there_were_digits(self, written):
        _, writer, _ = written
        waiting = await writer.run(lambda connection: inbox.waiting(connection, ENVELOPE))
        said = [json.loads(one.whole) for one in waiting]
        assert {one["callback_query"]["data"] for one in said[:12]} == {"kn:81"}
        assert self.NIK in said[12]["message"]["text"]

    async def test_this_process_has_the_digits_it_was_sent(self, written):
        _, _, received = written
        pressed = [json.loads(one.whole)["callback_query"]["data"] for one in received[:6]]
        assert [data.split(":")[2] for data in pressed] == list("440721")

    async def test_under_another_key_words_are_not_understood_and_nothing_breaks(self, written):
        _, writer, _ = written
        other = Envelope(bytes(31) + b"1")
        waiting = await writer.run(lambda connection: inbox.waiting(connection, other))
        assert {one.whole for one in waiting} == {""}
