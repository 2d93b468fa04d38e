from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.database import writing_engine
from storage.models.cases import CounterRow, MarkRow
from storage.models.post import InboxRow
from storage.prepared import Prepared, run_as_is

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)

KEEP = Prepared(
    insert(InboxRow).values(
        update_id=bindparam("update_id"),
        chat_id=7,
        body=bindparam("body"),
        received_at=bindparam("received_at"),
        attempts=0,
        parked=False,
        error="",
    )
)
KEPT = Prepared(
    select(InboxRow.update_id, InboxRow.received_at, InboxRow.parked).order_by(InboxRow.update_id)
)
MARK = Prepared(
    update(InboxRow)
    .where(InboxRow.update_id == bindparam("the_id"))
    .values(handled_at=bindparam("at"))
    .returning(InboxRow.update_id.label("marked"))
)
COUNT = Prepared(select(func.count().label("many")).select_from(CounterRow))
MARK_ITEM = Prepared(
    insert(MarkRow).values(task_id=bindparam("task_id"), item=bindparam("item"), defect="missing")
)
BACKEND = Prepared(select(func.pg_backend_pid().label("pid")))


def keep(connection, *update_ids):
    KEEP.run_each(
        connection,
        [{"update_id": one, "body": "{}", "received_at": AT} for one in update_ids],
    )


def test_rows_come_back_as_the_tables_mean_them(connection):
    keep(connection, 1, 2)

    assert [tuple(row) for row in KEPT.all(connection)] == [(1, AT, False), (2, AT, False)]
    assert KEPT.first(connection).received_at.tzinfo is UTC


def test_it_finds_what_core_wrote_and_core_what_it_wrote(connection):
    keep(connection, 1)
    connection.execute(update(InboxRow).values(handled_at=AT))

    assert connection.scalar(select(InboxRow.handled_at)) == AT
    assert MARK.first(connection, the_id=1, at=AT).marked == 1


def test_nothing_found_is_nothing(connection):
    assert MARK.first(connection, the_id=404, at=AT) is None
    assert KEPT.all(connection) == []
    assert COUNT.first(connection).many == 0


def test_what_it_wrote_goes_with_the_transaction(engine):
    with engine.connect() as connection:
        keep(connection, 1)
        connection.rollback()
    with engine.connect() as connection:
        assert KEPT.all(connection) == []


def test_a_naive_moment_is_refused(connection):
    with pytest.raises(ValueError, match="naive moment"):
        MARK.first(connection, the_id=1, at=datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001


@pytest.mark.parametrize("given", [{"the_id": 1}, {"the_id": 1, "at": AT, "att": AT}])
def test_a_value_that_lacks_or_is_misspelt_is_no_silent_nothing(connection, given):
    with pytest.raises(TypeError, match="are asked"):
        MARK.first(connection, **given)


def test_what_the_database_refuses_is_told_as_sqlalchemy_tells_it_and_without_the_values(
    connection,
):
    with pytest.raises(IntegrityError) as refused:
        MARK_ITEM.run(connection, task_id=404, item="3201014101900001")

    assert "3201014101900001" not in str(refused.value)


def test_whoever_listens_to_statements_hears_these_too(connection, statements):
    with statements() as said:
        COUNT.first(connection)

    assert len(said) == 1
    assert "counters" in said[0]


def test_a_connection_that_was_lost_is_let_go(postgresql):
    engine = writing_engine(postgresql.render_as_string(hide_password=False))
    with engine.connect() as connection:
        backend = BACKEND.first(connection).pid
        with engine.connect() as other:
            run_as_is(other, f"SELECT pg_terminate_backend({backend})").close()
        with pytest.raises(OperationalError):
            BACKEND.first(connection)
        assert connection.invalidated
    engine.dispose()
