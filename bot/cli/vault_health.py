"""Whether every file that the books know is in the vault, and opens."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from bot.cli.finding import Finding
from bot.opening import open_vault
from bot.settings import Settings
from storage.reading.referred import each_of_cases
from storage.vault import Vault, files_in
from workflow.errors import FileDamaged

# So many are named one by one; more are a broken disk.
_NAMED = 10


def vault_files(settings: Settings, connection: Connection) -> Iterator[Finding]:
    """Reads the whole vault once; says nothing where there is no key yet, or another one."""
    if not settings.vault_key.exists():
        return
    vault, _ = open_vault(settings)
    known = dict(each_of_cases(connection))
    here = {path.name for path in files_in(settings.data_dir / "vault")}
    unwell = [
        *(f"{_named(digest, known)} is missing" for digest in sorted(known.keys() - here)),
        *(f"{_named(digest, known)} is damaged" for digest in sorted(here) if _hurt(vault, digest)),
    ]
    seen = f"{len(here)} files, all whole" if not unwell else "; ".join(unwell[:_NAMED])
    more = f"; and {len(unwell) - _NAMED} more" if len(unwell) > _NAMED else ""
    cure = "put them back from your backup of the vault, under the same names" if unwell else ""
    yield Finding("files in the vault", not unwell, seen + more, cure)


def _named(digest: str, known: Mapping[str, str]) -> str:
    where = f"{digest[:2]}/{digest}"
    return f"{where} of {known[digest]}" if digest in known else where


def _hurt(vault: Vault, digest: str) -> bool:
    try:
        vault.ensure_whole(digest)
    except FileDamaged as damaged:
        return not damaged.missing  # swept meanwhile
    return False
