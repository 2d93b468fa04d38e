"""An office in the middle of its work as it lies in its folder, without a bot."""

import sqlite3
from contextlib import closing

from bot.settings import Settings
from storage.database import writing_engine
from storage.vault import Vault, ensure_key
from tests.support.old_books import REVISIONS, old_books


def office_on_disk(folder, **settings):
    """Its settings; every attachment and paper has a file in the vault."""
    folder.mkdir()
    made = Settings(data_dir=folder, office_file=None, _env_file=None, **settings)
    engine = writing_engine(made.database)
    with engine.begin() as connection:
        old_books(REVISIONS[-1]).opened_today(connection)
    engine.dispose()
    vault = Vault(folder / "vault", ensure_key(made.vault_key))
    for table in ("attachments", "papers"):
        for (row,) in sql(folder / "disposisi.db", f"SELECT id FROM {table}"):
            digest = vault.put(f"{table} {row}".encode())
            sql(folder / "disposisi.db", f"UPDATE {table} SET digest = ? WHERE id = ?", digest, row)
    sql(folder / "disposisi.db", "UPDATE drafts SET files = '{}'")
    return made


def sql(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(statement, values).fetchall()
        connection.commit()
        return found
