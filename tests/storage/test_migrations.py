import ast
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from storage import migrating, outbox
from storage.database import writing_engine
from storage.models import cases, custody, pauses, people, post, surveys  # noqa: F401
from storage.models.base import Base
from tests.support.fakes import MONDAY_MORNING
from workflow.intents import ListCommands

VERSIONS = Path(migrating.__file__).parent / "migrations" / "versions"
MIGRATIONS = sorted(VERSIONS.glob("*.py"))
START = """
import sys
from storage import migrating
from storage.database import writing_engine
with writing_engine(sys.argv[1]).begin() as connection:
    migrating.upgrade(connection)
"""
ROOMS = {"bot", "workflow", "storage", "messages"}


@pytest.fixture
def empty(new_database):
    """A connection to a database in which nothing is."""
    engine = writing_engine(new_database())
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def tables(connection):
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection):
    """What the models have and the database has not, or has otherwise."""
    return compare_metadata(MigrationContext.configure(connection), Base.metadata)


def numbers(connection):
    scripts = ScriptDirectory.from_config(migrating.config(connection))
    return [script.revision for script in scripts.walk_revisions()][::-1]


def test_an_empty_database_is_brought_to_the_shape_of_the_models(empty):
    assert migrating.revision(empty) is None
    migrating.upgrade(empty)
    assert migrating.revision(empty) == migrating.newest(empty)
    assert differences(empty) == []


def test_a_difference_would_be_seen(empty):
    migrating.upgrade(empty)
    empty.exec_driver_sql("ALTER TABLE people ADD COLUMN shoe_size INTEGER")
    assert [kind for kind, *_ in differences(empty)] == ["remove_column"]


def test_upgrading_again_changes_nothing(empty):
    migrating.upgrade(empty)
    empty.exec_driver_sql("INSERT INTO counters (series, year, last) VALUES ('PDK', 2026, 7)")
    migrating.upgrade(empty)
    assert empty.exec_driver_sql("SELECT last FROM counters").scalar_one() == 7


def test_every_migration_goes_up_down_and_up_again(empty):
    config = migrating.config(empty)
    for number in numbers(empty):
        command.upgrade(config, number)
        command.downgrade(config, "-1")
        command.upgrade(config, number)
    assert differences(empty) == []


def test_letters_already_out_keep_their_code_and_link_nobody(empty):
    config = migrating.config(empty)
    command.upgrade(config, "0004")
    empty.exec_driver_sql(
        "INSERT INTO people (id, telegram_id, name, language, administrator, reachable, joined_at)"
        " VALUES (1, 1001, 'Rina', 'id', false, true, '2026-11-23')"
    )
    for number, applicant in ((1, "1"), (2, "NULL")):
        empty.exec_driver_sql(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject,"
            " applicant_id, state, answers, opened_at, version) VALUES"
            f" ({number}, 'KK-{number}', 'CODE{number}', 'kk', 1, '', {applicant}, 'open', '{{}}',"
            " '2026-11-23', 1)"
        )
    command.upgrade(config, "0005")
    kept = empty.exec_driver_sql("SELECT code, link_code FROM cases ORDER BY id").all()
    assert kept == [("CODE1", "CODE1"), ("CODE2", None)]
    command.downgrade(config, "0004")
    assert empty.exec_driver_sql("SELECT count(*) FROM cases").scalar_one() == 2


def test_officers_and_administrators_of_before_get_a_menu_of_their_own(empty):
    command.upgrade(migrating.config(empty), "0006")
    for number, administrator in ((1, "true"), (2, "false"), (3, "false")):
        empty.exec_driver_sql(
            "INSERT INTO people (id, telegram_id, name, language, administrator, reachable,"
            f" joined_at) VALUES ({number}, {1000 + number}, 'X', 'id', {administrator}, true,"
            " '2026-11-23')"
        )
    empty.exec_driver_sql(
        "INSERT INTO appointments (id, person_id, jabatan, name, nip, rank, acting, begins_at, sk)"
        " VALUES (1, 2, 'kasi', 'X', '', '', '', '2026-11-23', '')"
    )
    migrating.upgrade(empty)
    [*claimed] = outbox.claim(empty, now=MONDAY_MORNING, limit=9)
    assert [(one.person_id, one.intent) for one in claimed] == [
        (1, ListCommands()),
        (2, ListCommands()),
    ]


def test_officers_of_before_find_search_in_their_menus(empty):
    config = migrating.config(empty)
    command.upgrade(config, "0023")
    for number, kind in ((1, "ListCommands"), (2, "ShowHelp"), (3, "ShowHelp")):
        empty.exec_driver_sql(
            "INSERT INTO people (id, telegram_id, name, language, administrator, reachable,"
            f" joined_at) VALUES ({number}, {1000 + number}, 'X', 'id', {number < 3}, true,"
            " '2026-11-23')"
        )
        empty.exec_driver_sql(
            "INSERT INTO outbox (person_id, kind, body, urgency, state, attempts, created_at,"
            f" error) VALUES ({number}, '{kind}', '{{}}', 1, 'waiting', 0, '2026-11-23', '')"
        )
    command.upgrade(config, "0024")
    listed = "SELECT person_id FROM outbox WHERE kind = 'ListCommands' ORDER BY person_id"
    assert empty.exec_driver_sql(listed).scalars().all() == [1, 2]


def test_open_tasks_of_before_say_in_which_sop_they_lie_and_whether_the_desk_acts(empty):
    config = migrating.config(empty)
    command.upgrade(config, "0013")
    empty.exec_driver_sql(
        "INSERT INTO people (id, telegram_id, name, language, administrator, reachable, joined_at)"
        " VALUES (1, 1001, 'Rina', 'id', false, true, '2026-11-23')"
    )
    for number, applicant in ((1, "1"), (2, "NULL")):
        empty.exec_driver_sql(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject,"
            " applicant_id, state, answers, opened_at, version) VALUES"
            f" ({number}, 'KK-{number}', 'CODE{number}', 'kk', 1, '', {applicant}, 'open', '{{}}',"
            " '2026-11-23', 1)"
        )
        for done in ("NULL", "'2026-11-23'"):
            empty.exec_driver_sql(
                "INSERT INTO tasks (case_id, step, lane, opened_at, done_at, done_as, note, marks,"
                " because, because_marks, version) VALUES"
                f" ({number}, '1', 'loket', '2026-11-23', {done}, '', '', '[]', '', '[]', 1)"
            )
    migrating.upgrade(empty)
    found = empty.exec_driver_sql(
        "SELECT procedure_id, at_desk FROM tasks WHERE done_at IS NULL ORDER BY id"
    )
    assert [(sop, bool(at_desk)) for sop, at_desk in found] == [("kk", False), ("kk", True)]


def test_the_way_down_leaves_nothing(empty):
    migrating.upgrade(empty)
    assert tables(empty) == set(Base.metadata.tables)
    command.downgrade(migrating.config(empty), "base")
    assert tables(empty) == set()


def test_a_database_that_could_not_be_upgraded_is_left_as_it_was(new_database):
    engine = writing_engine(new_database())
    with engine.connect() as connection, connection.begin() as transaction:
        migrating.upgrade(connection)
        transaction.rollback()
    with engine.connect() as connection:
        assert tables(connection) == set()
    engine.dispose()


def test_two_processes_that_start_at_once_both_find_it_upgraded(new_database):
    start = [sys.executable, "-c", START, new_database()]
    starting = [subprocess.Popen(start, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=60)[1] for process in starting] == ["", ""]


def test_migrations_are_numbered_without_gaps_and_end_in_one_head(empty):
    found = numbers(empty)
    assert found == [f"{number:04d}" for number in range(1, len(found) + 1)]
    assert [path.name.partition("_")[0] for path in MIGRATIONS] == found


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_a_migration_imports_nothing_of_ours(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & ROOMS
    assert ast.get_docstring(tree)
