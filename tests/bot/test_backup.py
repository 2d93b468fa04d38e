"""A lost disk changes nothing: what was backed up is restored elsewhere, whole or not at all."""

import itertools
import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pyrage
import pytest
from alembic import command

from bot.backup.after import LEAP, drop_held, held_messages, send_held
from bot.backup.before_upgrade import keep_before_upgrade
from bot.backup.books import BackupFailed, rows_of
from bot.backup.keeping import prune
from bot.backup.making import lock_keys, make_backup
from bot.backup.restoring import restore, said_on_the_line
from bot.settings import Settings
from storage import migrating
from storage.database import writing_engine
from storage.vault import files_in
from tests.support.office_on_disk import office_on_disk, sql
from tests.support.old_books import REVISIONS
from workflow.errors import OfficeError

AT = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path):
    return office_on_disk(tmp_path / "data")


@pytest.fixture
def keys(office, tmp_path):
    """The copy of the keys that lies elsewhere, taken after the first backup."""

    def copied():
        return shutil.copytree(office.vault_key.parent, tmp_path / "elsewhere", dirs_exist_ok=True)

    return copied


def as_given(given):
    return given


def test_an_office_whose_machine_is_lost_goes_on_elsewhere(office, keys, tmp_path):
    before = rows_of(office.data_dir / "disposisi.db")
    made = make_backup(office, tmp_path / "backup", at=AT)
    kept = keys()
    shutil.rmtree(office.data_dir)

    done = restore(made.file, kept, tmp_path / "new", ask=as_given)

    assert made.lacking == done.lacking == ()
    assert rows_of(tmp_path / "new" / "disposisi.db") == before
    assert done.files == made.files == len(list(files_in(tmp_path / "new" / "vault"))) > 0
    assert not list(tmp_path.glob(".new*"))


def test_opened_books_of_a_backup_that_was_killed_go_with_the_next(office, tmp_path):
    left, at_work = tmp_path / "backup" / ".making-1", tmp_path / "backup" / ".making-2"
    for folder, age in ((left, timedelta(days=2)), (at_work, timedelta(hours=1))):
        folder.mkdir(parents=True)
        (folder / "books.db").touch()
        os.utime(folder, times=2 * ((AT - age).timestamp(),))

    make_backup(office, tmp_path / "backup", at=AT)

    assert not left.exists()
    assert at_work.exists()


def test_a_backup_is_made_while_the_office_writes(office, keys, tmp_path):
    ended = threading.Event()

    def write():
        for number in itertools.count():
            if ended.is_set():
                return
            sql(
                office.data_dir / "disposisi.db",
                "INSERT INTO counters VALUES ('LOAD', ?, 1)",
                number,
            )

    writing = threading.Thread(target=write)
    writing.start()
    try:
        made = make_backup(office, tmp_path / "backup", at=AT)
    finally:
        ended.set()
        writing.join()
    restore(made.file, keys(), tmp_path / "new", ask=as_given)


def test_one_file_holds_all_of_a_move(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT, one_file=True)
    alone = shutil.move(made.file, tmp_path / "move.tar")
    kept = keys()
    shutil.rmtree(tmp_path / "backup")

    assert restore(alone, kept, tmp_path / "new", ask=as_given).files == made.files


def test_a_second_key_opens_the_books_too(office, keys, tmp_path):
    second = pyrage.x25519.Identity.generate()
    (tmp_path / "second.key").write_text(str(second))
    made = make_backup(office, tmp_path / "backup", at=AT, recipient=str(second.to_public()))
    kept = keys()
    (kept / "backup.key").unlink()

    restore(made.file, kept, tmp_path / "new", ask=as_given, opener=tmp_path / "second.key")


def test_ids_on_old_cards_are_never_those_of_new_files(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    restore(made.file, keys(), tmp_path / "new", ask=as_given)
    books = tmp_path / "new" / "disposisi.db"

    for table in ("cases", "tasks", "drafts"):
        ((most,),) = sql(books, f"SELECT max(id) FROM {table}")
        ((jumped,),) = sql(books, "SELECT seq FROM sqlite_sequence WHERE name = ?", table)
        assert jumped == most + LEAP
    shapes = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
    assert sql(books, shapes) == sql(office.data_dir / "disposisi.db", shapes)
    sql(books, f"INSERT INTO cases ({_columns(books)}) SELECT {_anew(books)} FROM cases LIMIT 1")
    assert sql(books, "SELECT max(id) FROM cases")[0][0] > LEAP


def _names(books):
    return [name for _, name, *_ in sql(books, "PRAGMA table_info(cases)") if name != "id"]


def _columns(books):
    return ", ".join(_names(books))


def _anew(books):
    return ", ".join(
        f"{name} || '-new'" if name in {"number", "code"} else name for name in _names(books)
    )


def test_a_number_that_left_the_house_is_not_given_again(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    ((series, year, last),) = sql(
        office.data_dir / "disposisi.db", "SELECT series, year, last FROM counters LIMIT 1"
    )
    said = said_on_the_line([f"{series}-{year}={last + 5}"])
    restore(made.file, keys(), tmp_path / "new", ask=lambda given: {**given, **said})

    found = "SELECT last FROM counters WHERE series = ? AND year = ?"
    assert sql(tmp_path / "new" / "disposisi.db", found, series, year) == [(last + 5,)]


def test_a_last_number_below_that_of_the_books_is_refused(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    with pytest.raises(BackupFailed, match="is less than"):
        restore(made.file, keys(), tmp_path / "new", ask=lambda given: dict.fromkeys(given, 0))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("settle", "state"), [(send_held, "later"), (drop_held, "refused")])
def test_messages_that_waited_are_held_until_somebody_says_so(
    office, keys, tmp_path, settle, state
):
    sql(office.data_dir / "disposisi.db", "UPDATE outbox SET state = 'waiting'")
    made = make_backup(office, tmp_path / "backup", at=AT)
    done = restore(made.file, keys(), tmp_path / "new", ask=as_given)
    books = tmp_path / "new" / "disposisi.db"

    assert sql(books, "SELECT DISTINCT state FROM outbox") == [("held",)]
    with closing(sqlite3.connect(books)) as connection:
        assert sum(held_messages(connection).values()) == done.held > 0
        assert settle(connection, at=AT) == done.held
        assert connection.execute("SELECT DISTINCT state FROM outbox").fetchall() == [(state,)]


def flipped(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def cut(path):
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize("hurt", [flipped, cut])
@pytest.mark.parametrize("one_file", [False, True])
def test_a_hurt_backup_is_refused_and_nothing_half_done(office, keys, tmp_path, hurt, one_file):
    made = make_backup(office, tmp_path / "backup", at=AT, one_file=one_file)
    if one_file and hurt is cut:
        made.file.write_bytes(made.file.read_bytes()[: made.file.stat().st_size // 2])
    else:
        hurt(made.file)
    with pytest.raises(BackupFailed):
        restore(made.file, keys(), tmp_path / "new", ask=as_given)
    assert not list(tmp_path.glob("*new*")) + list(tmp_path.glob(".new*"))


def test_a_hurt_file_of_the_vault_is_named(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    hurt = next(files_in(tmp_path / "backup" / "vault"))
    flipped(hurt)
    with pytest.raises(BackupFailed, match=hurt.name):
        restore(made.file, keys(), tmp_path / "new", ask=as_given)
    assert not (tmp_path / "new").exists()


def test_another_offices_key_opens_nothing(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    kept = keys()
    (kept / "backup.key").write_text(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(BackupFailed, match="does not open"):
        restore(made.file, kept, tmp_path / "new", ask=as_given)


def test_a_folder_that_holds_something_is_left_alone(office, keys, tmp_path):
    made = make_backup(office, tmp_path / "backup", at=AT)
    with pytest.raises(BackupFailed, match="is not empty"):
        restore(made.file, keys(), office.data_dir, ask=as_given)


def test_books_of_a_later_version_are_refused(office, keys, tmp_path):
    sql(office.data_dir / "disposisi.db", "UPDATE alembic_version SET version_num = '9999'")
    made = make_backup(office, tmp_path / "backup", at=AT)
    with pytest.raises(OfficeError, match="later version"):
        restore(made.file, keys(), tmp_path / "new", ask=as_given)
    assert not (tmp_path / "new").exists()


def test_a_backup_whose_copy_does_not_open_is_not_kept(office, tmp_path):
    make_backup(office, tmp_path / "backup", at=AT)
    for path in files_in(tmp_path / "backup" / "vault"):
        flipped(path)
    with pytest.raises(BackupFailed, match="does not open"):
        make_backup(office, tmp_path / "backup", at=AT.replace(hour=20))
    assert len(list((tmp_path / "backup").glob("disposisi-*"))) == 1


def test_the_keys_open_with_their_passphrase_alone(office, tmp_path):
    lock_keys(office, tmp_path / "keys.age", "kata sandi")
    opened = pyrage.passphrase.decrypt((tmp_path / "keys.age").read_bytes(), "kata sandi")
    assert opened
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt((tmp_path / "keys.age").read_bytes(), "lain")


def test_books_are_copied_before_a_migration_begins(tmp_path):
    settings = Settings(data_dir=tmp_path, office_file=None, _env_file=None)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        command.upgrade(migrating.config(connection), REVISIONS[-2])
    before = rows_of(tmp_path / "disposisi.db")

    kept = keep_before_upgrade(settings)
    with engine.begin() as connection:
        migrating.upgrade(connection)
    engine.dispose()

    assert sql(kept, "SELECT version_num FROM alembic_version") == [(REVISIONS[-2],)]
    assert rows_of(kept) == before
    assert kept.stat().st_mode & 0o077 == 0
    assert keep_before_upgrade(settings) is None


def test_nothing_is_copied_where_no_books_are_yet(tmp_path):
    assert keep_before_upgrade(Settings(data_dir=tmp_path / "new", _env_file=None)) is None


def test_seven_days_four_weeks_and_twelve_months_are_kept(tmp_path):
    for night in range(800):
        at = AT - timedelta(days=night)
        (tmp_path / f"disposisi-{at:%Y%m%dT%H%M%SZ}.age").touch()
    (tmp_path / "disposisi-punya-saya.age").touch()

    prune(tmp_path)

    left = sorted(path.name for path in tmp_path.iterdir())
    days = [name[10:18] for name in left if name[10].isdigit()]
    assert days[-7:] == [f"202611{day}" for day in range(24, 31)]
    assert {"20261122", "20261115"} <= set(days)
    assert {"20261031", "20260930", "20251231"} <= set(days)
    assert "20251130" not in days
    assert "disposisi-punya-saya.age" in left
    assert prune(tmp_path) == []
