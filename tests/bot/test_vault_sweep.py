"""At night the vault forgets what nobody refers to, and nothing else."""

import os
import time

import pytest
from sqlalchemy import insert

from bot.scheduler.vault_sweep import YOUNG, VaultSweep
from storage.models.cases import AttachmentRow, CaseRow, DraftRow, PaperRow
from storage.repositories.people import PeopleRepository
from storage.vault import Vault, files_in
from tests.support.books import books_in
from tests.support.fakes import MONDAY_MORNING, a_writer
from workflow.people import Language


@pytest.fixture
def writer(tmp_path):
    with books_in(tmp_path) as engine:
        writer = a_writer(engine)
        yield writer
        writer.close()


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "vault", bytes(32))


def aged(folder, *, but=()):
    old = time.time() - YOUNG - 60
    for path in folder.glob("??/*"):
        if path.name not in but:
            os.utime(path, (old, old))


def referring(attachment, paper, in_form, in_closed_form):
    def put(connection):
        person = PeopleRepository(connection).add(
            7, name="Budi", language=Language.INDONESIAN, at=MONDAY_MORNING
        )
        at, of = MONDAY_MORNING, {"procedure_id": "jakarta-data", "procedure_version": 1}
        connection.execute(
            insert(CaseRow).values(
                id=1, number="N", code="C", subject="s", state="open", answers={}, opened_at=at,
                version=1, **of,
            )
        )  # fmt: skip
        connection.execute(
            insert(AttachmentRow).values(
                case_id=1, item="ktp", digest=attachment, name="ktp.jpg", media_type="jpg", size=3,
                uploaded_by=person.id, uploaded_at=at, replaced_at=at,
            )
        )  # fmt: skip
        connection.execute(
            insert(PaperRow).values(
                case_id=1, kind="surat", state="signed", digest=paper, number="1", made_at=at
            )
        )
        for digest, closed in ((in_form, None), (in_closed_form, at)):
            file = {"digest": digest, "name": "a", "media_type": "pdf", "size": 3}
            connection.execute(
                insert(DraftRow).values(
                    person_id=person.id, asks=[], answers={}, files={"ktp": [file]}, at=0,
                    reviewing=False, started_at=at, changed_at=at, closed_at=closed, **of,
                )
            )  # fmt: skip

    return put


async def test_what_a_case_a_letter_or_an_open_form_holds_stays_and_the_rest_goes(
    vault, writer, tmp_path
):
    held = [vault.put(one) for one in (b"lampiran lama", b"surat", b"isian")]
    vault.put(b"foto keenam")
    thrown_away = vault.put(b"isian yang dibatalkan")
    await writer.run(referring(*held, thrown_away))
    aged(tmp_path / "vault")

    await VaultSweep(vault, writer).sweep()

    assert {path.name for path in files_in(tmp_path / "vault")} == set(held)


async def test_nothing_younger_than_an_hour_goes_and_what_is_kept_again_is_young(
    vault, writer, tmp_path
):
    vault.put(b"lama")
    aged(tmp_path / "vault")
    young, again = vault.put(b"baru"), vault.put(b"lama")

    await VaultSweep(vault, writer).sweep()

    assert {path.name for path in files_in(tmp_path / "vault")} == {young, again}


async def test_what_a_crash_left_half_written_goes_too(vault, writer, tmp_path):
    digest = vault.put(b"surat")
    path = tmp_path / "vault" / digest[:2] / digest
    path.rename(path.with_name(f"{digest}.0badcafe"))
    aged(tmp_path / "vault")

    await VaultSweep(vault, writer).sweep()

    assert list((tmp_path / "vault").glob("??/*")) == []
