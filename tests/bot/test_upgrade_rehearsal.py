"""An upgrade is rehearsed on a copy: what the new version cannot read is known before."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from bot.checking.rehearsal import rehearse
from bot.cli.main import app
from bot.settings import Settings
from storage.database import writing_engine
from tests.support.old_books import REVISIONS, old_books
from workflow.errors import OfficeError
from workflow.flaws import FlawKind

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
BEFORE = "0020"


class OfficeOfBefore:
    """An office whose books stand at an earlier revision, in the middle of its work."""

    def __init__(self, folder, revision):
        folder.mkdir()
        self.settings = Settings(data_dir=folder, office_file=None, _env_file=None)
        self.books = folder / "disposisi.db"
        self.running = sum(row["state"] == "open" for row in old_books(revision).rows("cases"))
        engine = writing_engine(self.settings.database)
        with engine.begin() as connection:
            old_books(revision).laid(connection)
        engine.dispose()

    def sql(self, statement, *values):
        with closing(sqlite3.connect(self.books)) as connection:
            found = connection.execute(statement, values).fetchall()
            connection.commit()
            return found

    def rehearsed(self):
        return rehearse(self.settings, lambda *_: None, at=AT)

    def kinds(self):
        return {kind for kind in self.rehearsed().report.counts if not kind.is_remark}


@pytest.fixture
def office(tmp_path):
    return OfficeOfBefore(tmp_path / "data", BEFORE)


@pytest.mark.parametrize("revision", REVISIONS)
def test_books_of_every_revision_come_through_with_every_running_case(tmp_path, revision):
    office = OfficeOfBefore(tmp_path / "data", revision)
    done = office.rehearsed()

    assert done.report.is_well, done.report.named
    assert done.report.looked["running"] == office.running > 0
    assert done.report.looked["sops"] > 0
    assert (done.before, done.after > done.before) == (revision, True)


def test_the_books_of_the_office_are_not_touched_and_nothing_is_left_behind(office):
    before = {path.name for path in office.settings.data_dir.iterdir()}
    rows = office.sql("SELECT * FROM tasks")
    office.rehearsed()

    assert office.sql("SELECT version_num FROM alembic_version") == [(BEFORE,)]
    assert office.sql("SELECT * FROM tasks") == rows
    assert {path.name for path in office.settings.data_dir.iterdir()} == before


def test_a_migration_that_fails_is_said(office):
    office.sql("CREATE TABLE mailboxes (id INTEGER)")

    assert office.kinds() == {FlawKind.MIGRATION_FAILED}
    assert office.sql("SELECT version_num FROM alembic_version") == [(BEFORE,)]


def test_an_sop_that_this_version_cannot_read_is_said(office):
    office.sql("UPDATE procedures SET text = 'id: [' WHERE procedure_id = 'jakarta-data'")

    assert FlawKind.SOP_UNREADABLE in office.kinds()


def test_a_running_case_that_does_not_come_out_where_it_stands_is_said(office):
    office.sql("UPDATE cases SET step = '7' WHERE id = 1")

    assert office.kinds() == {FlawKind.STANDS_ELSEWHERE}


def test_a_message_that_waits_and_cannot_be_read_is_said(office):
    office.sql(
        "UPDATE outbox SET kind = 'TellOfBefore' "
        "WHERE id = (SELECT max(id) FROM outbox WHERE state = 'waiting')"
    )

    assert office.kinds() == {FlawKind.MESSAGE_UNREADABLE}


def test_a_form_that_cannot_be_read_is_said(office):
    office.sql("UPDATE drafts SET files = '[1]' WHERE closed_at IS NULL")

    assert office.kinds() == {FlawKind.FORM_UNREADABLE}


def test_an_office_file_that_this_version_does_not_take_ends_the_rehearsal(office, tmp_path):
    own = tmp_path / "kantor.yaml"
    own.write_text("letterhead: 3", encoding="utf-8")
    settings = office.settings.model_copy(update={"office_file": own})

    with pytest.raises(OfficeError):
        rehearse(settings, lambda *_: None, at=AT)


def run(office, *arguments):
    environment = {"DISPOSISI_DATA_DIR": str(office.settings.data_dir)}
    return CliRunner().invoke(app, ["upgrade", *arguments], env=environment)


def test_the_report_says_whether_the_version_can_be_installed(office):
    ran = run(office, "--rehearse")
    assert ran.exit_code == 0, ran.stderr
    assert f"dinaikkan dari {BEFORE} ke" in ran.stdout
    assert f"{office.running} berkas berjalan diputar ulang" in ran.stdout
    assert "versi ini dapat dipasang" in ran.stdout

    office.sql("UPDATE cases SET step = '7' WHERE id = 1")
    ran = run(office, "--rehearse", "--json")
    assert ran.exit_code == 1
    found = json.loads(ran.stdout)
    assert found["from"] == BEFORE
    assert found["found"][0]["kind"] == "stands_elsewhere"


def test_books_that_are_not_there_or_of_a_later_version_are_not_rehearsed(office, tmp_path):
    office.sql("UPDATE alembic_version SET version_num = '9999'")
    assert run(office, "--rehearse").exit_code == 3

    office.settings = Settings(data_dir=tmp_path / "elsewhere", _env_file=None)
    ran = run(office, "--rehearse")
    assert ran.exit_code == 3
    assert "is not there" in ran.stderr


def test_without_a_rehearsal_the_books_are_upgraded(office):
    ran = run(office)

    assert ran.exit_code == 0, ran.stderr
    assert f"The database went from {BEFORE}" in ran.stdout
