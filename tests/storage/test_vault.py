import base64
import errno
import os
import resource
import stat
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.room import NoRoom
from storage.vault import Vault, ensure_key
from workflow.errors import NotFound, OfficeError

KTP = b"NIK 3175034708900001 " * 50
KEY = bytes(range(32))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def vault(folder):
    return Vault(folder, KEY)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@contextmanager
def a_full_disk():
    """No file may grow beyond a few bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("content", [KTP, b"", os.urandom(100_000)], ids=["ktp", "empty", "noise"])
def test_what_is_kept_comes_back(vault, content):
    assert vault.get(vault.put(content)) == content


def test_nothing_can_be_read_from_the_disk(vault, folder):
    digest = vault.put(KTP)
    [path] = files(folder)
    kept = path.read_bytes()
    assert b"3175034708900001" not in kept
    assert path.name == digest
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_same_document_is_kept_once(vault, folder):
    assert vault.put(KTP) == vault.put(KTP)
    assert len(files(folder)) == 1


def test_a_name_tells_nobody_without_the_key_what_lies_here(vault, tmp_path):
    other = Vault(tmp_path / "other", bytes(32))
    assert vault.put(KTP) != other.put(KTP)


def test_another_key_opens_nothing(vault, folder):
    digest = vault.put(KTP)
    with pytest.raises(NotFound, match="another key"):
        Vault(folder, bytes(32)).get(digest)


@pytest.mark.parametrize("left", [b"", b"short", b"x" * 500], ids=["empty", "cut", "overwritten"])
def test_a_damaged_file_is_not_taken_for_the_document(vault, folder, left):
    digest = vault.put(KTP)
    [path] = files(folder)
    path.write_bytes(left)
    with pytest.raises(NotFound, match="damaged"):
        vault.get(digest)


def test_one_document_cannot_be_put_in_the_place_of_another(vault, folder):
    ktp, letter = vault.put(KTP), vault.put(b"a letter")
    (folder / ktp[:2] / ktp).write_bytes((folder / letter[:2] / letter).read_bytes())
    with pytest.raises(NotFound, match="damaged"):
        vault.get(ktp)


def test_a_file_that_is_not_there_is_not_found(vault):
    with pytest.raises(NotFound):
        vault.get("0" * 64)


def test_a_full_disk_leaves_no_half_file_and_the_next_try_succeeds(vault, folder):
    with a_full_disk(), pytest.raises(OSError, match="File too large"):
        vault.put(KTP)
    assert files(folder) == []
    assert vault.get(vault.put(KTP)) == KTP


def test_what_a_crash_left_half_written_is_in_nobodys_way(vault, folder):
    digest = vault.put(KTP)
    path = folder / digest[:2] / digest
    path.rename(path.with_name(f"{digest}.0badcafe"))
    with pytest.raises(NotFound):
        vault.get(digest)
    assert vault.get(vault.put(KTP)) == KTP


def test_a_key_of_another_length_is_refused(folder):
    with pytest.raises(OfficeError, match="32 bytes, this has 16"):
        Vault(folder, bytes(16))


def test_the_key_is_made_once_and_for_the_owner_alone(tmp_path):
    path = tmp_path / "keys" / "vault.key"
    key = ensure_key(path)
    assert len(key) == 32
    assert ensure_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ensure_key(tmp_path / "another.key") != key


def test_a_key_that_could_not_be_written_is_no_key(tmp_path):
    path = tmp_path / "vault.key"
    with a_full_disk(), pytest.raises(OSError, match="File too large"):
        ensure_key(path)
    assert files(tmp_path) == []


@pytest.mark.parametrize("text", ["not a key!", "kunci: \u00e9"])
def test_a_file_that_is_no_key_is_never_overwritten(tmp_path, text):
    path = tmp_path / "vault.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OfficeError, match="restore the key from your backup"):
        ensure_key(path)
    assert path.read_text(encoding="utf-8") == text


def test_a_key_from_a_backup_is_used_as_it_is(tmp_path):
    path = tmp_path / "vault.key"
    path.write_bytes(base64.b64encode(KEY) + b"\n")
    assert ensure_key(path) == KEY


def test_a_vault_opens_with_the_key_its_files_were_kept_under(vault, folder):
    Vault(folder, KEY).ensure_opens()
    vault.put(KTP)
    Vault(folder, KEY).ensure_opens()


def test_another_key_is_told_before_anybody_asks_for_a_file(vault, folder):
    vault.put(KTP)
    with pytest.raises(OfficeError, match="put back the key"):
        Vault(folder, bytes(32)).ensure_opens()


def test_one_damaged_file_does_not_make_the_key_a_wrong_one(vault, folder):
    vault.put(KTP)
    vault.put(b"another")
    files(folder)[0].write_bytes(b"")
    Vault(folder, KEY).ensure_opens()


@pytest.fixture
def small(folder):
    """A folder on a disk that can be filled: then it takes no more folders."""

    class Folder(type(Path())):
        is_full = False

        def mkdir(self, *given, **named):
            if Folder.is_full:
                raise OSError(errno.ENOSPC, "No space left on device")
            super().mkdir(*given, **named)

    return Folder(folder)


def test_what_finds_no_room_is_kept_once_there_is_room(small):
    vault = Vault(small, KEY)
    type(small).is_full = True
    with pytest.raises(NoRoom, match="no room"):
        vault.put(KTP)
    assert files(small) == []

    type(small).is_full = False
    assert vault.get(vault.put(KTP)) == KTP


def test_what_lies_there_is_kept_though_no_room_is_left(small):
    vault = Vault(small, KEY)
    digest = vault.put(KTP)
    type(small).is_full = True
    assert vault.put(KTP) == digest


def test_the_log_says_once_that_files_find_no_room_and_once_that_they_do(small, caplog):
    vault = Vault(small, KEY)
    type(small).is_full = True
    for content in (b"one", b"two"):
        with pytest.raises(NoRoom):
            vault.put(content)
    type(small).is_full = False
    vault.put(b"three")
    vault.put(b"four")
    lacking, back = (one.getMessage() for one in caplog.records)
    assert f"No room is left for files in {small}" in lacking
    assert "There is room again" in back


def test_the_log_says_that_room_is_back_before_another_file_comes(vault, caplog):
    vault.put(KTP)
    with pytest.raises(NoRoom):
        vault.ensure_room(1 << 60)
    vault.ensure_room(100)
    assert "There is room again" in caplog.records[-1].getMessage()


def test_a_file_larger_than_the_disk_need_not_be_fetched(vault):
    with pytest.raises(NoRoom):
        vault.ensure_room(1 << 60)
    vault.ensure_room(100)


def test_a_vault_whose_folder_was_taken_away_makes_no_new_one_in_its_place(tmp_path):
    vault = Vault(tmp_path / "data" / "vault", bytes(32))
    kept = vault.put(b"surat")
    elsewhere = (tmp_path / "data").rename(tmp_path / "elsewhere")
    with pytest.raises(NoRoom, match="not there any more"):
        vault.put(b"lampiran")
    with pytest.raises(NoRoom), vault.passing():
        pass
    assert not (tmp_path / "data").exists()

    elsewhere.rename(tmp_path / "data")
    assert vault.get(vault.put(b"lampiran")) == b"lampiran"
    assert vault.get(kept) == b"surat"
