"""`disposisi check`: each kind of damage is made, and read in the words of the check."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from typer.testing import CliRunner

from bot.backup.making import make_backup
from bot.backup.restoring import restore
from bot.checking.checking import check_office
from bot.checking.nightly import NightCheck
from bot.checking.report import NAMED
from bot.checking.telling import SENTENCES, sentence
from bot.cli.main import app
from bot.files import read_office
from bot.opening import context_for, open_signer
from bot.settings import Settings
from messages.localizer import LANGUAGES, localizer_for
from storage.checking import numbers
from storage.checking.numbers import Spans
from storage.database import writing_engine
from storage.vault import Vault, ensure_key
from tests.support.fakes import FixedClock, a_writer
from tests.support.old_books import REVISIONS, old_books
from workflow.flaws import FlawKind

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Damaged:
    """An office that somebody has been at."""

    def __init__(self, folder, revision=REVISIONS[-1]):
        folder.mkdir(mode=0o700)
        self.settings = Settings(data_dir=folder, office_file=None, _env_file=None)
        self.books = folder / "disposisi.db"
        engine = writing_engine(self.settings.database)
        with engine.begin() as connection:
            old_books(revision).opened_today(connection)
        engine.dispose()
        key = ensure_key(self.settings.vault_key)
        self.vault = Vault(folder / "vault", key)
        self._keep_files()

    def _keep_files(self):
        (self.settings.data_dir / "vault").mkdir(mode=0o700)
        for table in ("attachments", "papers"):
            for (row,) in self.sql(f"SELECT id FROM {table}"):
                content = f"{table} {row}".encode()
                digest = self.vault.put(content)
                self.sql(f"UPDATE {table} SET digest = ? WHERE id = ?", digest, row)
                if table == "attachments":
                    self.sql("UPDATE attachments SET size = ? WHERE id = ?", len(content), row)
        self.sql("UPDATE drafts SET files = '{}'")

    def sql(self, statement, *values):
        with closing(sqlite3.connect(self.books)) as connection:
            found = connection.execute(statement, values).fetchall()
            connection.commit()
            return found

    def a_file(self):
        ((digest,),) = self.sql("SELECT digest FROM attachments ORDER BY id LIMIT 1")
        return self.settings.data_dir / "vault" / digest[:2] / digest

    def checked(self, **how):
        return check_office(self.settings, lambda *_: None, **how)

    def kinds(self):
        return set(self.checked().counts)

    def said(self, kind, language="id"):
        say = localizer_for(language, UTC, escape=str)
        return [sentence(flaw, say) for flaw in self.checked().named[kind]]


@pytest.fixture
def office(tmp_path):
    return Damaged(tmp_path / "data")


@pytest.mark.parametrize("revision", REVISIONS)
def test_books_of_every_revision_are_in_order_once_they_are_upgraded(tmp_path, revision):
    report = Damaged(tmp_path / "data", revision).checked()

    assert report.counts == {}
    assert report.looked["cases"] > 0


# What somebody did to the books, and which sentence says it.
DAMAGES = {
    "an index is dropped": (
        ["DROP INDEX ix_tasks_lying"],
        FlawKind.INDEX_MISSING,
        "Indeks ix_tasks_lying pada tabel tasks tidak ada; bot menjadi lambat.",
    ),
    "a person is deleted": (
        ["DELETE FROM marks", "DELETE FROM people WHERE id = (SELECT max(done_by) FROM tasks)"],
        FlawKind.ORPHAN,
        "yang tidak ada.",
    ),
    "an SOP is rewritten": (
        ["UPDATE procedures SET text = text || ' ' WHERE procedure_id = 'jakarta-data'"],
        FlawKind.SOP_CHANGED,
        "Naskah SOP jakarta-data versi 1 berubah sejak disimpan",
    ),
    "an SOP is torn": (
        ["UPDATE procedures SET text = 'id: [' WHERE procedure_id = 'jakarta-data'"],
        FlawKind.SOP_UNREADABLE,
        "SOP jakarta-data versi 1 tidak dapat dibaca lagi",
    ),
    "an SOP is deleted": (
        ["DELETE FROM procedures WHERE procedure_id = 'jakarta-data'"],
        FlawKind.SOP_MISSING,
        "SOP jakarta-data versi 1 tidak ada dalam buku",
    ),
    "a state that nobody knows": (
        ["UPDATE cases SET state = 'hilang' WHERE id = 1"],
        FlawKind.ROW_UNREADABLE,
        "Catatan berkas PDK-2026-00001 berisi nilai yang tidak dikenal",
    ),
    "an open step is closed by hand": (
        [
            (
                "UPDATE tasks SET done_at = opened_at, done_by = 1, outcome = 'lengkap' "
                "WHERE case_id = 1 AND done_at IS NULL"
            )
        ],
        FlawKind.NO_MAIN_TASK,
        "Berkas PDK-2026-00001 masih berjalan, tetapi tidak berada di meja siapa pun.",
    ),
    "a done step is opened by hand": (
        ["UPDATE tasks SET done_at = NULL WHERE case_id = 1 AND step = '1'"],
        FlawKind.TWO_MAIN_TASKS,
        "Berkas PDK-2026-00001 terbuka pada 2 langkah utama sekaligus; seharusnya satu.",
    ),
    "a case is ended by hand": (
        ["UPDATE cases SET state = 'finished', ended_at = opened_at WHERE id = 1"],
        FlawKind.TASK_AFTER_END,
        "Berkas PDK-2026-00001 sudah selesai, tetapi tugas 2 padanya masih terbuka.",
    ),
    "an end without a day": (
        ["UPDATE cases SET ended_at = NULL WHERE state = 'finished'"],
        FlawKind.END_UNDATED,
        "Tanggal selesai berkas PDK-2026-00010 tidak sesuai dengan keadaannya",
    ),
    "a step is deleted": (
        ["DELETE FROM tasks WHERE case_id = 10 AND step = '5'"],
        FlawKind.CARD_BROKEN,
        "Kartu kendali berkas PDK-2026-00010 terputus",
    ),
    "a case is moved to another step": (
        ["UPDATE cases SET step = '7' WHERE id = 1"],
        FlawKind.STANDS_ELSEWHERE,
        "pada langkah 7 (berjalan), padahal menurut kartu kendalinya pada langkah 2 (berjalan).",
    ),
    "a hand-over is backdated": (
        [
            (
                "UPDATE tasks SET done_at = datetime(done_at, '-1 hours') || '.000000', "
                "opened_at = datetime(opened_at, '-1 hours') || '.000000', received_at = NULL "
                "WHERE case_id = 10 AND step = '5'"
            )
        ],
        FlawKind.TIME_TORN,
        "dari berkas PDK-2026-00010 tidak dibuka pada saat tugas sebelumnya selesai",
    ),
    "an end is backdated": (
        ["UPDATE cases SET ended_at = datetime(ended_at, '-1 minutes') || '.000000' WHERE id = 10"],
        FlawKind.SUM_WRONG,
        "pada kartu kendali berkas PDK-2026-00010 adalah 0:00:00, padahal umur berkas -0:01:00.",
    ),
    "received before it was opened": (
        [
            (
                "UPDATE tasks SET received_at = datetime(opened_at, '-1 days') || '.000000' "
                "WHERE case_id = 10 AND step = '5'"
            )
        ],
        FlawKind.TIME_BACKWARDS,
        "dari berkas PDK-2026-00010 waktu berjalan mundur",
    ),
    "a hold is taken out by hand": (
        ["DELETE FROM pauses"],
        FlawKind.PAUSE_ASTRAY,
        "Penundaan pada tugas 19 dari berkas PDK-2026-00005 tidak cocok dengan tugasnya.",
    ),
    "a task hides from its desk": (
        ["UPDATE tasks SET procedure_id = 'lain' WHERE case_id = 1 AND done_at IS NULL"],
        FlawKind.MIRROR_WRONG,
        "Tugas 2 dari berkas PDK-2026-00001 tidak muncul di meja yang benar",
    ),
    "a question under another's step": (
        ["UPDATE tasks SET kind = 'question', below = 62 WHERE id = 1"],
        FlawKind.BESIDE_ASTRAY,
        "Tugas sampingan 1 dari berkas PDK-2026-00001 menempel pada langkah yang bukan milik",
    ),
    "a request is deleted": (
        [
            "DELETE FROM tasks WHERE case_id = 3",
            "DELETE FROM attachments WHERE case_id = 3",
            "DELETE FROM cases WHERE id = 3",
        ],
        FlawKind.NUMBER_MISSING,
        "Nomor PDK tahun 2026 yang pernah diberikan tidak ada lagi dalam buku: 3.",
    ),
    "a nomor surat is deleted": (
        ["DELETE FROM letter_numbers WHERE series = '470' AND running = 2"],
        FlawKind.NUMBER_MISSING,
        "Nomor surat 470 tahun 2026 yang pernah diberikan tidak ada lagi dalam buku: 2.",
    ),
    "the last nomor surat is deleted": (
        ["DELETE FROM letter_numbers WHERE series = '470' AND running = 3"],
        FlawKind.NUMBER_MISSING,
        "Nomor surat 470 tahun 2026 yang pernah diberikan tidak ada lagi dalam buku: 3.",
    ),
    "a counter is set back": (
        ["UPDATE counters SET last = 4 WHERE series = 'PDK'"],
        FlawKind.COUNTER_BEHIND,
        "Penghitung nomor PDK tahun 2026 berada pada 4, padahal nomor 11 sudah diberikan",
    ),
    "a digest that is none": (
        ["UPDATE attachments SET digest = 'x' WHERE id = 1"],
        FlawKind.FILE_MISNAMED,
        "Berkas PDK-2026-00001 menunjuk berkas simpanan dengan nama yang tidak mungkin.",
    ),
    "another size": (
        ["UPDATE attachments SET size = 7000000 WHERE id = 1"],
        FlawKind.FILE_OTHER_SIZE,
        "berbeda dari yang tercatat pada berkas PDK-2026-00001.",
    ),
    "a jabatan that the office file has not": (
        ["UPDATE appointments SET jabatan = 'juru_ukur' WHERE id = 1"],
        FlawKind.POST_LOST,
        "memegang jabatan juru_ukur, yang tidak ada dalam berkas kantor; haknya tidak berlaku.",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_the_books_is_said(office, damage):
    statements, kind, words = DAMAGES[damage]
    for statement in statements:
        office.sql(statement)

    assert any(words in said for said in office.said(kind)), office.checked().counts
    assert not office.checked().is_well


def test_a_table_that_is_gone_is_said_and_nothing_else_is_asked(office):
    office.sql("DROP TABLE custody_notes")

    assert office.kinds() == {FlawKind.TABLE_MISSING}


def test_a_page_of_the_database_that_was_overwritten_is_said(office):
    office.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(office.books.read_bytes())
    for at in range(8192, 40960):
        content[at] = 0x55
    office.books.write_bytes(content)

    assert office.kinds() == {FlawKind.BOOKS_DAMAGED}


def test_a_stored_file_that_is_gone_is_said_with_its_case(office):
    office.a_file().unlink()

    [said] = office.said(FlawKind.FILE_MISSING)
    assert "PDK-2026-00001" in said
    assert office.a_file().name in said


def test_one_flipped_byte_is_found(office):
    content = bytearray(office.a_file().read_bytes())
    content[20] ^= 1
    office.a_file().write_bytes(content)

    [said] = office.said(FlawKind.FILE_DAMAGED)
    assert "rusak atau diubah; isinya tidak dapat dibuka. Pemiliknya: berkas PDK-2026-00001" in said


def test_a_file_in_the_place_of_another_is_found(office):
    other = office.vault.put(b"another's paper")
    shutil.copy(office.settings.data_dir / "vault" / other[:2] / other, office.a_file())

    assert FlawKind.FILE_DAMAGED in office.kinds()


def test_a_file_of_a_form_that_is_being_filled_in_is_asked_for_too(office):
    digest = office.vault.put(b"handed in a minute ago")
    file = {"digest": digest, "name": "ktp.pdf", "media_type": "pdf", "size": 22, "at": "-"}
    held = json.dumps({"identitas": [file]})
    office.sql("UPDATE drafts SET files = ? WHERE closed_at IS NULL", held)
    assert office.kinds() == set()

    (office.settings.data_dir / "vault" / digest[:2] / digest).unlink()
    [said] = office.said(FlawKind.FILE_MISSING)
    assert said.endswith("Pemiliknya: sebuah formulir yang sedang diisi.")


def test_an_office_that_was_restored_is_well_and_its_lost_numbers_are_a_remark(office, tmp_path):
    made = make_backup(office.settings, tmp_path / "backup", at=AT)
    last = {("PDK", 2026): 17}
    keys = office.settings.vault_key.parent
    restore(made.file, keys, tmp_path / "new", ask=lambda given: {**given, **last})
    report = check_office(Settings(data_dir=tmp_path / "new", _env_file=None), lambda *_: None)

    assert report.is_well
    [remark] = report.named[FlawKind.NUMBER_OF_BEFORE]
    assert remark.facts["which"] == "12–17"


def test_what_the_night_did_not_delete_is_said_and_what_is_young_is_not(office):
    digest = office.vault.put(b"nobody's")
    assert office.kinds() == set()

    path = office.settings.data_dir / "vault" / digest[:2] / digest
    old = time.time() - timedelta(days=3).total_seconds()
    os.utime(path, (old, old))
    assert office.kinds() == {FlawKind.FILE_UNREFERRED}


def test_a_strange_file_in_the_vault_is_said(office):
    vault = office.settings.data_dir / "vault"
    (vault / "catatan.txt").write_text("x")
    (vault / "catatan.txt").chmod(0o600)
    wrong = vault / "00"
    wrong.mkdir(mode=0o700, exist_ok=True)
    (wrong / "salinan").write_text("x")
    (wrong / "salinan").chmod(0o600)

    assert len(office.said(FlawKind.FILE_FOREIGN)) == 2


def test_a_file_that_any_user_may_read_is_said(office):
    office.a_file().chmod(0o644)
    office.settings.vault_key.chmod(0o604)

    assert len(office.said(FlawKind.OPEN_TO_OTHERS)) == 2


@pytest.fixture
def signer(office):
    key = ensure_key(office.settings.vault_key)
    return open_signer(office.settings, read_office(office.settings), key, AT)


def a_letter(office, content):
    digest = office.vault.put(content)
    ((row,),) = office.sql("SELECT min(id) FROM papers WHERE state = 'signed'")
    office.sql("DELETE FROM papers WHERE state IN ('signed', 'sealed') AND id != ?", row)
    office.sql("UPDATE papers SET digest = ? WHERE id = ?", digest, row)


def signed(signer):
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return signer.sign(out.getvalue(), signatory_name="Rina", jabatan="Kepala", reason="uji", at=AT)


def test_a_letter_with_its_signature_is_well(office, signer):
    a_letter(office, signed(signer))

    report = office.checked()
    assert report.looked["letters"] == 1
    assert report.counts == {}


def test_a_letter_that_lost_its_signature_is_said(office, signer):
    a_letter(office, b"%PDF-1.7 no signature")

    [said] = office.said(FlawKind.SIGNATURE_LACKING)
    assert "surat_jawaban" in said


def test_a_letter_changed_after_its_signature_is_said(office, signer):
    content = signed(signer)
    at = content.index(b"MediaBox")
    a_letter(office, content[:at] + b"MediaBux" + content[at + 8 :])

    [said] = office.said(FlawKind.SIGNATURE_BROKEN)
    assert "tidak sah" in said


def test_many_of_one_kind_are_counted_and_the_first_are_named(office):
    office.sql("UPDATE tasks SET procedure_id = 'lain'")
    ((opened,),) = office.sql("SELECT count(*) FROM tasks WHERE done_at IS NULL")

    report = office.checked()
    assert report.counts[FlawKind.MIRROR_WRONG] == opened
    assert len(report.named[FlawKind.MIRROR_WRONG]) == min(opened, NAMED)


def test_pages_that_hold_one_row_each_find_the_same(office):
    office.sql("DELETE FROM pauses")
    office.sql("DELETE FROM letter_numbers WHERE series = '470' AND running = 2")
    office.sql("DELETE FROM people WHERE id = (SELECT max(done_by) FROM tasks)")

    assert office.checked(page=1).counts == office.checked().counts


def test_a_bot_that_writes_meanwhile_is_not_held_up(office):
    """A write with no patience at all gets through, again and again, while the check reads."""
    refused, ended, written = [], threading.Event(), []

    def write():
        with closing(sqlite3.connect(office.books, timeout=0)) as connection:
            while not ended.is_set():
                try:
                    connection.execute("UPDATE counters SET last = last + 0")
                    connection.commit()
                    written.append(1)
                except sqlite3.OperationalError as error:
                    refused.append(error)
                time.sleep(0.001)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        report = office.checked()
    finally:
        ended.set()
        writing.join()
    assert refused == []
    assert written
    assert report.is_well


def test_numbers_given_while_the_check_reads_are_not_missed(office):
    """The counter that is compared is that of before."""
    seen = numbers.new_seen()
    seen["PDK", 2026].add(1)
    found = numbers.flaws_of_numbers(
        seen, before={("PDK", 2026): 1}, after={("PDK", 2026): 5}, restored=False
    )

    assert list(found) == []


def test_a_restored_office_lacks_numbers_of_after_its_backup_and_is_well():
    seen = numbers.new_seen()
    for number in (1, 2, 8):
        seen["PDK", 2026].add(number)
    counters = {("PDK", 2026): 8}
    [flaw] = numbers.flaws_of_numbers(seen, before=counters, after=counters, restored=True)

    assert flaw.kind is FlawKind.NUMBER_OF_BEFORE
    assert flaw.facts["which"] == "3–7"


def test_numbers_that_come_out_of_order_are_one_span():
    spans = Spans()
    for number in (3, 1, 2, 5, 4, 6):
        spans.add(number)

    assert spans.spans == [(1, 6)]
    assert list(spans.missing(8)) == [(7, 8)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_flaw_has_its_sentence_and_its_cure(language):
    say = localizer_for(language, UTC, escape=str)

    assert set(SENTENCES) == set(FlawKind)
    for _, mend in SENTENCES.values():
        assert say(mend)


def run(office, *arguments):
    environment = {"DISPOSISI_DATA_DIR": str(office.settings.data_dir)}
    return CliRunner().invoke(app, ["check", *arguments], env=environment)


def test_the_exit_code_says_whether_all_is_well(office, tmp_path):
    assert run(office).exit_code == 0
    assert "Semua baik" in run(office).stdout

    office.a_file().unlink()
    ran = run(office, "--language", "en")
    assert ran.exit_code == 1
    assert "is not there" in ran.stdout
    assert "cases: 15 / 15" in ran.stderr

    office.sql("UPDATE alembic_version SET version_num = '0001'")
    ran = run(office)
    assert ran.exit_code == 3
    assert "disposisi db upgrade" in ran.stderr


def test_a_machine_reads_json(office):
    office.a_file().unlink()

    found = json.loads(run(office, "--json").stdout)
    assert found["ok"] is False
    [one] = found["found"]
    assert one["kind"] == "file_missing"
    assert one["count"] == 1
    assert one["named"][0]["number"] == "PDK-2026-00001"


def test_of_many_files_a_sample_is_opened_and_the_report_says_so(office):
    report = office.checked(most_files=0)

    assert report.looked["files"] == 0
    assert report.there["files"] > 0


def test_a_repair_first_says_what_it_would_do_and_changes_nothing(office):
    office.sql("DROP INDEX ix_tasks_lying")
    office.sql("UPDATE counters SET last = 4 WHERE series = 'PDK'")

    ran = run(office, "--repair")
    assert "membuat kembali 1 indeks yang hilang" in ran.stdout
    assert "memajukan 1 penghitung nomor ke nomor terakhir yang sudah diberikan" in ran.stdout
    assert "Belum ada yang diubah" in ran.stdout
    assert ran.exit_code == 1
    assert office.kinds() == {FlawKind.INDEX_MISSING, FlawKind.COUNTER_BEHIND}


def test_what_follows_from_the_rest_is_put_right_and_a_copy_of_before_is_kept(office):
    office.sql("DROP INDEX ix_tasks_lying")
    office.sql("DROP INDEX ix_pauses_open")
    office.sql("UPDATE counters SET last = 4 WHERE series = 'PDK'")
    office.sql("DELETE FROM counters WHERE series = 'SPD'")
    office.sql("UPDATE tasks SET procedure_id = 'lain', at_desk = 1 - at_desk")
    office.sql("UPDATE tasks SET procedure_id = 'lain' WHERE done_at IS NOT NULL")
    office.a_file().chmod(0o644)
    digest = office.vault.put(b"nobody's")
    path = office.settings.data_dir / "vault" / digest[:2] / digest
    os.utime(path, (0, 0))

    ran = run(office, "--repair", "--yes")
    assert ran.exit_code == 0, ran.stdout
    assert "Semua baik" in ran.stdout
    assert not path.exists()
    [kept] = (office.settings.data_dir / "before-repair").iterdir()
    with closing(sqlite3.connect(kept)) as before:
        assert before.execute("SELECT last FROM counters WHERE series = 'PDK'").fetchone() == (4,)
    assert office.sql("SELECT last FROM counters WHERE series = 'SPD'") == [(2,)]


def test_a_repair_waits_until_the_bot_stands_still(office):
    office.sql("DROP INDEX ix_tasks_lying")
    held = "import sys; from storage.sole import sole_of; assert sole_of(sys.argv[1]).take(); "
    bot = subprocess.Popen(
        [sys.executable, "-c", held + "print(flush=True); input()", office.settings.database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with bot:
        bot.stdout.readline()
        ran = run(office, "--repair", "--yes")
        bot.communicate(b"\n")

    assert ran.exit_code == 3
    assert "stop it first" in ran.stderr
    assert office.kinds() == {FlawKind.INDEX_MISSING}


def test_what_needs_a_person_is_left_and_said(office):
    office.sql("UPDATE cases SET step = '7' WHERE id = 1")

    ran = run(office, "--repair", "--yes")
    assert "Tidak ada yang dapat diperbaiki" in ran.stdout
    assert "tercatat pada langkah 7 (berjalan)" in ran.stdout
    assert ran.exit_code == 1


class Night:
    """The nights of an office: what the administrators were told, and when they hear it."""

    def __init__(self, office, signer, *, at):
        self.office = office
        engine = writing_engine(office.settings.database)
        self.writer = a_writer(engine)
        self.clock = FixedClock(at)
        self.check = NightCheck(
            database=office.settings.database,
            folder=office.settings.data_dir / "vault",
            vault=office.vault,
            signer=signer,
            writer=self.writer,
            context=context_for(read_office(office.settings), now=at),
            clock=self.clock,
            committed=lambda: None,
        )

    async def looks(self):
        await self.check.look()
        return self.office.sql(
            "SELECT body, not_before FROM outbox WHERE body LIKE '%check-night%' ORDER BY id"
        )


@pytest.fixture
def night(office, signer):
    office.sql("DELETE FROM papers WHERE state IN ('signed', 'sealed')")
    night = Night(office, signer, at=datetime(2026, 11, 24, 19, 30, tzinfo=UTC))
    yield night
    night.writer.close()


async def test_a_night_in_which_all_is_well_tells_nobody(night):
    assert await night.looks() == []


async def test_what_a_night_finds_is_told_once_when_the_office_opens(night, caplog):
    night.office.a_file().unlink()

    told = await night.looks()
    assert told
    assert {at[:16] for _, at in told} == {"2026-11-25 00:30"}  # 07.30 WIB
    assert await night.looks() == told
    assert "is not there. It belongs to case PDK-2026-00001." in caplog.text

    night.office.sql("UPDATE cases SET step = '7' WHERE id = 1")
    assert len(await night.looks()) == 2 * len(told)


async def test_a_night_that_cannot_look_says_so_in_the_log(night, caplog):
    night.office.sql("ALTER TABLE cases RENAME COLUMN subject TO perihal")

    assert await night.looks() == []
    assert "could not be checked" in caplog.text
