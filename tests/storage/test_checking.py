"""What a check asks of the books, on both databases: nothing is amiss, and what is, is found."""

import hashlib

import pytest
from sqlalchemy import text

from storage.checking import files, numbers, shape, sops, waiting
from storage.checking.cases import page_of_cases
from storage.checking.mending import make_index, mirror_case, raise_counter
from storage.database import looking_engine, writing_engine
from tests.support.old_books import REVISIONS, old_books
from workflow.flaws import FlawKind

BOOKS = old_books(REVISIONS[-1])
KEPT_IN_VAULT = ("attachments", "papers")


def digest(row):
    """As a vault names files; the old books have words there."""
    return hashlib.sha256(row["digest"].encode()).hexdigest()


@pytest.fixture
def books(databases):
    """An office in the middle of its work, in a transaction that is taken back."""
    engine = writing_engine(databases.empty())
    with engine.connect() as connection:
        BOOKS.opened_today(connection)
        for table in KEPT_IN_VAULT:
            for row in BOOKS.rows(table):
                change = f"UPDATE {table} SET digest = :digest WHERE id = :id"
                connection.execute(text(change), {"digest": digest(row), "id": row["id"]})
        yield connection
    engine.dispose()


def orphans(connection, *, size):
    found = []
    for table in shape.tables():
        after = None
        while True:
            flaws, after = shape.page_of_orphans(connection, table, after, size=size)
            found += flaws
            if after is None:
                break
    return found


def cases_of(connection, *, size, running=False):
    found, after = [], 0
    while after is not None:
        page = page_of_cases(connection, after, size=size, running=running)
        found += page.cases
        after = page.after
    return found


def amiss(connection):
    page = page_of_cases(connection, 0, size=100)
    return {flaw.kind for flaw in (*shape.flaws_of_shape(connection), *page.flaws)}


def test_books_in_order_have_no_flaw(books):
    assert amiss(books) == set()
    assert orphans(books, size=1) == orphans(books, size=1000) == []
    assert list(sops.flaws_of_sops(books)) == []
    assert set(waiting.flaws_of_messages(books)) == set(waiting.flaws_of_forms(books)) == {None}
    assert list(files.misnamed(books)) == []


def test_every_case_comes_once_with_all_its_tasks_however_long_a_page_is(books):
    whole = cases_of(books, size=1000)

    assert cases_of(books, size=1) == cases_of(books, size=2) == whole
    assert [one.case.id for one in whole] == [row["id"] for row in BOOKS.rows("cases")]
    assert sum(len(one.main) for one in whole) == len(BOOKS.rows("tasks"))
    running = [one for one in whole if one.case.ended_at is None]
    assert cases_of(books, size=3, running=True) == running


def test_every_file_lies_in_one_of_the_vaults_folders(books):
    folders = [files.named_in_folder(books, f"{number:02x}") for number in range(256)]

    digests = {digest(row) for table in KEPT_IN_VAULT for row in BOOKS.rows(table)}
    assert {one for folder in folders for one in folder} == digests
    assert files.still_named(books, sorted(digests)) == digests


def test_numbers_are_seen_without_a_gap_and_a_lost_one_is_missed(books):
    def found():
        seen = numbers.new_seen()
        for one in cases_of(books, size=7):
            numbers.add_registration(one.case.number, seen)
        numbers.add_letters(books, seen, size=1)
        counted = numbers.counters(books)
        restored = numbers.was_restored(books)
        return list(
            numbers.flaws_of_numbers(seen, before=counted, after=counted, restored=restored)
        )

    assert found() == []
    books.execute(text("DELETE FROM letter_numbers WHERE series = '470' AND running = 2"))
    [missing] = found()
    assert missing.kind is FlawKind.NUMBER_MISSING
    books.execute(text("UPDATE counters SET last = 1 WHERE series = 'PDK'"))
    [behind] = [one for one in found() if one.kind is FlawKind.COUNTER_BEHIND]
    raise_counter(books, "PDK", 2026, int(behind.facts["given"]))
    assert found() == [missing]


def test_an_index_and_a_copy_that_follow_from_the_rest_are_made_anew(books):
    books.execute(text("DROP INDEX ix_tasks_lying"))
    books.execute(text("UPDATE tasks SET procedure_id = 'lain' WHERE id = 2"))
    assert amiss(books) == {FlawKind.INDEX_MISSING, FlawKind.MIRROR_WRONG}

    make_index(books, "tasks", "ix_tasks_lying")
    mirror_case(books, 2)
    assert amiss(books) == set()


def test_a_check_can_change_nothing(databases):
    engine = looking_engine(databases.shaped())
    with engine.connect() as connection, pytest.raises(Exception, match=r"(?i)read.?only|readonly"):
        connection.execute(text("DELETE FROM counters"))
    engine.dispose()
