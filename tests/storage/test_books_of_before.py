"""Books of every earlier revision: what was written then is read today, on both databases."""

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import migrating
from storage.database import writing_engine
from storage.unit_of_work import SqlUnitOfWork
from tests.support.fakes import FixedClock
from tests.support.old_books import REVISIONS, old_books
from workflow import kartu_kendali
from workflow.intent_text import decode

VERSIONS = Path(migrating.__file__).parent / "migrations" / "versions"
# Kept as lists of two words, and read as marks.
MARKS = ("marks", "because_marks")


@pytest.fixture(params=REVISIONS, scope="module")
def books(request):
    return old_books(request.param)


@pytest.fixture(scope="module")
def opened(books, databases):
    """The books of before, as they stand after the upgrade."""
    engine = writing_engine(databases.empty())
    with engine.connect() as connection:
        books.opened_today(connection)
        yield connection
    engine.dispose()


@pytest.fixture
def work(books, opened, context):
    return SqlUnitOfWork(opened, context, FixedClock(books.latest))


def said(value):
    """What a field says, in the way in which the old books hold it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat()
    return list(value) if isinstance(value, tuple) else value


def assert_as_written(entity, row, *, but=()):
    """Every column of before that still has a field says what it said."""
    names = {one.name for one in fields(entity)} & set(row) - set(but)
    assert len(names) > 3
    assert {name: said(getattr(entity, name)) for name in names} == {
        name: row[name] for name in names
    }


def test_every_request_and_each_of_its_tasks_is_read_as_it_was_written(books, work):
    for row in books.rows("cases"):
        assert_as_written(work.cases.get(row["id"]), row)
    for row in books.rows("tasks"):
        task = work.cases.task(row["id"])
        assert_as_written(task, row, but=MARKS)
        for name in MARKS:
            assert [[one.item, one.defect] for one in getattr(task, name)] == row[name]


def test_every_request_lies_where_its_kartu_kendali_leads(books, work):
    for row in books.rows("cases"):
        case = work.cases.get(row["id"])
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        tasks = work.cases.tasks_of(case.id)
        assert kartu_kendali.replay(tasks, procedure) == (case.step, case.state)


def test_every_sop_of_before_is_read_from_its_text(books, work):
    for row in books.rows("procedures"):
        procedure = work.procedures.get(row["procedure_id"], row["version"])
        assert procedure.id == row["procedure_id"]
    assert work.procedures.every_set_aside() == []


def test_every_half_filled_form_holds_what_was_said_and_handed_in(books, work):
    for row in books.rows("drafts"):
        draft = work.drafts.get(row["id"])
        assert_as_written(draft, row, but=["files"])
        kept = {item: [one["digest"] for one in files] for item, files in row["files"].items()}
        assert {item: [one.digest for one in files] for item, files in draft.files.items()} == kept


def test_every_file_and_letter_is_still_in_its_case(books, work):
    for row in books.rows("attachments"):
        if row["replaced_at"] is None:
            [found] = [a for a in work.cases.attachments(row["case_id"]) if a.id == row["id"]]
            assert_as_written(found, row)
    newest = {(row["case_id"], row["kind"]): row for row in books.rows("papers")}
    for (case_id, kind), row in newest.items():
        assert_as_written(work.cases.paper(case_id, kind), row)


def test_everybody_is_known_and_in_office_as_before(books, work):
    for row in books.rows("people"):
        assert_as_written(work.people.get(row["id"]), row)
        assert (work.people.focus(row["id"]) is None) == (row["focus"] is None)
    for row in books.rows("appointments"):
        assert_as_written(work.people.appointment(row["id"]), row)
    for row in books.rows("cards"):
        assert work.cards.message(row["screen"], row["person_id"]) == row["message_id"]
        assert work.cards.mode(row["screen"], row["person_id"]).outcome == row["outcome"]


def test_everything_that_waited_to_be_told_can_be_read(books):
    for row in books.rows("outbox"):
        assert type(decode(row["kind"], row["body"])).__name__ == row["kind"]


def test_of_every_revision_but_the_newest_there_are_books():
    """Before a migration is written: `python -m tests.support.keep_books`."""
    revisions = [path.name.partition("_")[0] for path in sorted(VERSIONS.glob("0*.py"))]
    assert set(revisions[:-1]) <= set(REVISIONS)
