"""What is asked of the books before an office opens on them."""

import sqlite3
import subprocess
import sys

import pytest

from bot.opening import StartFailed, ensure_undamaged, only_one
from bot.settings import Settings
from storage import migrating
from storage.database import damage_of, writing_engine
from storage.sole import sole_of

PAGE = 4096


@pytest.fixture
def settings(tmp_path):
    settings = Settings(_env_file=None, data_dir=tmp_path)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        migrating.upgrade(connection)
    engine.dispose()
    with sqlite3.connect(settings.database.removeprefix("sqlite:///")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("CREATE TABLE filler (words TEXT)")
        connection.executemany("INSERT INTO filler VALUES (?)", [("berkas " * 90,)] * 2000)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return settings


def overwrite_a_page(settings):
    path = settings.data_dir / "disposisi.db"
    with path.open("r+b") as file:
        file.seek((path.stat().st_size // PAGE - 5) * PAGE)
        file.write(b"\xff" * PAGE)


async def test_a_second_bot_on_the_same_books_is_refused_in_words(settings):
    first = sole_of(settings.database)
    other_process = settings.data_dir / "disposisi.db.lock"
    assert first.take()
    first.give_back()
    holder = _held_elsewhere(other_process)
    try:
        with pytest.raises(StartFailed, match="Another Disposisi works on the database"):
            await only_one(settings, patience=0.0)
    finally:
        holder.kill()
        holder.communicate()
    sole = await only_one(settings, patience=20.0)
    sole.give_back()


def _held_elsewhere(path):
    script = (
        "import fcntl, sys, time\n"
        "file = open(sys.argv[1], 'r+b')\n"
        "fcntl.lockf(file, fcntl.LOCK_EX)\n"
        "print('held', flush=True)\n"
        "time.sleep(600)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    return holder


def test_an_overwritten_page_is_found(settings):
    assert damage_of(settings.database) == ""
    overwrite_a_page(settings)

    assert damage_of(settings.database)
    with pytest.raises(StartFailed, match=r"is damaged .* restore the database from your backup"):
        ensure_undamaged(settings)


def test_books_that_are_not_there_yet_are_not_damaged(tmp_path):
    ensure_undamaged(Settings(_env_file=None, data_dir=tmp_path / "new"))
