"""Other users of the machine read nothing of an office, whatever the umask was."""

import os
import stat

import pytest
from sqlalchemy import text

from storage.database import files_of, writing_engine
from storage.private import close_to_others, make_private, open_to_others
from storage.vault import Vault, ensure_key


@pytest.fixture(autouse=True)
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_the_books_and_their_log_are_for_their_owner_alone(tmp_path):
    url = f"sqlite:///{tmp_path / 'books.db'}"
    engine = writing_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (name TEXT)"))
        assert {mode(path) for path in files_of(url)} == {0o600}
    engine.dispose()


def test_books_that_were_open_to_all_are_closed(tmp_path):
    books = tmp_path / "books.db"
    books.touch(mode=0o644)
    writing_engine(f"sqlite:///{books}").dispose()

    assert mode(books) == 0o640


def test_what_a_group_was_granted_stays(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    make_private(folder)

    assert mode(folder) == 0o750


def test_a_new_data_folder_the_vault_and_its_key_are_private(tmp_path):
    folder = tmp_path / "of" / "an" / "office"
    make_private(folder)
    vault = Vault(folder / "vault", ensure_key(folder / "keys" / "vault.key"))
    (folder / "vault").mkdir(mode=0o700)
    vault.put(b"kartu keluarga")

    everything = [folder, *folder.rglob("*")]
    assert list(open_to_others(everything)) == []


def test_what_is_not_there_is_not_complained_of(tmp_path):
    close_to_others([tmp_path / "nowhere"])

    assert list(open_to_others([tmp_path / "nowhere"])) == []
