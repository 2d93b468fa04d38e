"""The nights: a backup is made by a process of its own, and the morning says how it went."""

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
from datetime import UTC, datetime, timedelta

import pytest

from bot.backup.making import make_backup
from bot.backup.nightly import COMMAND, MEMORY, NightBackup
from bot.cli.backups import leaving_nothing
from bot.files import read_office
from bot.health import metrics
from bot.opening import context_for
from storage.database import writing_engine
from storage.vault import files_in
from tests.support.fakes import FixedClock, a_writer
from tests.support.office_on_disk import office_on_disk, sql

TUESDAY_NIGHT = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)  # Wednesday, 02.30 WIB
OPENS = "2026-11-25 00:30"  # 07.30 WIB


class Nights:
    """An office that is backed up each night, and what its administrators hear of it."""

    def __init__(self, settings, *, command=COMMAND):
        self.settings = settings
        self.clock = FixedClock(TUESDAY_NIGHT)
        self.writer = a_writer(writing_engine(settings.database))
        self.backup = NightBackup(
            settings=settings,
            writer=self.writer,
            context=context_for(read_office(settings), now=TUESDAY_NIGHT),
            clock=self.clock,
            committed=lambda: None,
            command=command,
        )

    async def pass_one(self):
        await self.backup.make()
        self.clock.wait(days=1)

    @property
    def told(self):
        found = sql(
            self.settings.data_dir / "disposisi.db",
            "SELECT body, not_before FROM outbox WHERE body LIKE '%backup-%' ORDER BY id",
        )
        return [(json.loads(body), at[:16]) for body, at in found]

    def words(self):
        return [body["message_id"] for body, _ in self.told]

    @property
    def backups(self):
        return list(self.settings.backup_dir.glob("disposisi-*.age"))


@pytest.fixture
def settings(tmp_path):
    return office_on_disk(tmp_path / "data", backup_dir=tmp_path / "backup")


@pytest.fixture
def nights(settings):
    nights = Nights(settings)
    yield nights
    nights.writer.close()


def ending(settings, words, code):
    """The nights of an office whose backups say these words and end like this."""
    script = f"import sys; print({words!r}, file=sys.stderr); sys.exit({code})"
    return Nights(settings, command=(sys.executable, "-c", script))


async def test_a_good_night_is_told_when_the_office_opens(nights):
    await nights.pass_one()

    assert len(nights.backups) == 1
    assert set(nights.words()) == {"backup-good"}
    assert {at for _, at in nights.told} == {OPENS}
    assert metrics.BACKUP_GOOD.collect()[0].samples[0].value == TUESDAY_NIGHT.timestamp()


async def test_a_file_that_the_office_lost_before_is_told_and_the_night_is_good(nights, settings):
    next(iter(files_in(settings.data_dir / "vault"))).unlink()

    await nights.pass_one()

    assert len(nights.backups) == 1
    assert set(nights.words()) == {"backup-lacking"}


async def test_a_bad_night_is_told_with_its_reason(nights, settings):
    settings.backup_dir.write_text("a file where the folder should be")

    await nights.pass_one()

    assert set(nights.words()) == {"backup-bad"}
    (told, at), *_ = nights.told
    assert str(settings.backup_dir) in told["arguments"]["wrong"]
    assert at == OPENS


async def test_bad_nights_are_counted_over_a_new_start_until_one_is_good(settings):
    for nights_so_far in (1, 2):
        bot = ending(settings, "the disk is gone", 1)
        await bot.pass_one()
        assert bot.told[-1][0]["arguments"] == {
            "folder": str(settings.backup_dir),
            "nights": nights_so_far,
            "wrong": "the disk is gone",
        }
        bot.writer.close()
    good = Nights(settings)
    await good.pass_one()
    good.writer.close()

    assert json.loads((settings.data_dir / MEMORY).read_text()) == {
        "bad": 0,
        "good_at": TUESDAY_NIGHT.isoformat(),
    }


async def test_without_a_folder_for_it_nothing_is_made_and_nobody_hears(tmp_path):
    nights = Nights(office_on_disk(tmp_path / "data"))
    await nights.pass_one()
    assert nights.told == []
    nights.writer.close()


async def test_the_first_backup_of_a_month_opens_every_file(settings, tmp_path):
    seen = tmp_path / "asked"
    script = f"import sys; open({str(seen)!r}, 'a').write(' '.join(sys.argv[2:]) + chr(10))"
    nights = Nights(settings, command=(sys.executable, "-c", script))
    await nights.pass_one()
    make_backup(settings, settings.backup_dir, at=TUESDAY_NIGHT + timedelta(hours=1))
    await nights.pass_one()
    nights.writer.close()

    assert seen.read_text().splitlines() == ["--prune --whole", "--prune"]


async def test_a_bot_that_stops_ends_the_backup_it_began(settings, tmp_path):
    pipe = tmp_path / "words"
    os.mkfifo(pipe)
    script = (
        "import os, signal\n"
        f"words = os.open({str(pipe)!r}, os.O_WRONLY)\n"
        "def end(*_): os.write(words, b'ended' + os.linesep.encode()); os._exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "os.write(words, b'begun' + os.linesep.encode())\n"
        "while True: signal.pause()"
    )
    nights = Nights(settings, command=(sys.executable, "-c", script))
    making = asyncio.ensure_future(nights.pass_one())
    words = await asyncio.to_thread(pipe.open)
    with words:
        assert await asyncio.to_thread(words.readline) == "begun\n"
        making.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await making
        assert await asyncio.to_thread(words.readline) == "ended\n"
    nights.writer.close()
    assert nights.told == []


def test_a_backup_that_is_ended_leaves_no_open_books_behind(tmp_path):
    scratch = tempfile.TemporaryDirectory(dir=tmp_path)
    with pytest.raises(SystemExit), leaving_nothing(), scratch:
        signal.raise_signal(signal.SIGTERM)
    assert list(tmp_path.iterdir()) == []
