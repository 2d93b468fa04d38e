"""A claim looks at what it takes: what waits for later, or for a chat in hand, costs it nothing."""

import json
from contextlib import contextmanager

import pytest
from sqlalchemy import event, insert, select, update

from storage import mailboxes, outbox
from storage.models.people import PersonRow
from storage.models.post import MailboxRow, OutboxRow
from tests.support.fakes import MONDAY_MORNING
from workflow.intents import ShowHelp, ShowTask

MANY = 10_000
# How a plan is walked differs by a few steps; what is scanned shows in thousands.
A_FEW = 30
LATER = MONDAY_MORNING.replace(year=2027)


@pytest.fixture
def cost(connection):
    """`with cost() as spent:` counts what the database does: SQLite's steps, PostgreSQL's rows."""
    if connection.dialect.name == "sqlite":
        return lambda: _steps(connection.connection.dbapi_connection)
    return lambda: _rows(connection)


@contextmanager
def _steps(driver):
    spent = []
    driver.set_progress_handler(lambda: spent.append(1), 1)
    try:
        yield spent
    finally:
        driver.set_progress_handler(None, 1)


@contextmanager
def _rows(connection):
    """The rows that each question touched, told by PostgreSQL; changes go by the key."""
    said, spent = [], []

    def heard(conn, cursor, statement, parameters, context, executemany):
        if statement.startswith("SELECT"):
            said.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", heard)
    saved = connection.begin_nested()
    try:
        yield spent
    finally:
        event.remove(connection, "before_cursor_execute", heard)
        saved.rollback()
    for statement, parameters in said:
        asked = f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}"
        told = connection.exec_driver_sql(asked, parameters).scalar_one()
        told = json.loads(told) if isinstance(told, str) else told
        spent += [1] * int(_touched(told[0]["Plan"]))


def _touched(plan):
    rows = (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    return rows + sum(_touched(one) for one in plan.get("Plans", []))


@pytest.fixture
def crowd(connection):
    """Calls for so many people with a phone."""

    def added(count):
        row = {"name": "", "language": "id", "administrator": False, "reachable": True}
        rows = [
            {"telegram_id": 5000 + one, "joined_at": MONDAY_MORNING, **row} for one in range(count)
        ]
        connection.execute(insert(PersonRow), rows)
        return list(connection.scalars(select(PersonRow.id).where(PersonRow.telegram_id >= 5000)))

    return added


def waits_for(connection, person_ids, *, state="waiting", not_before=None):
    row = {
        "kind": "ShowHelp",
        "body": "{}",
        "urgency": 1,
        "attempts": 0,
        "error": "",
        "state": state,
        "not_before": not_before,
        "created_at": MONDAY_MORNING,
    }
    connection.execute(insert(OutboxRow), [{**row, "person_id": one} for one in person_ids])


def in_hand(connection):
    """Whoever has a mailbox so far is being written to."""
    mailboxes.renew(connection, at=MONDAY_MORNING)
    connection.execute(update(MailboxRow).values(taken=True))


def claimed_beside(connection, cost, siti):
    """What a claim of one message costs, and the message."""
    outbox.add(connection, siti.id, ShowTask(task_id=1), at=MONDAY_MORNING)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE")
    with cost() as spent:
        claimed = outbox.claim(connection, now=MONDAY_MORNING, limit=192)
    return len(spent), [one.intent for one in claimed]


@pytest.fixture
def alone(connection, cost, siti):
    """What a claim costs where nothing else waits; nothing of it stays."""
    saved = connection.begin_nested()
    spent, _ = claimed_beside(connection, cost, siti)
    saved.rollback()
    return spent


def test_ten_thousand_messages_for_later_cost_a_claim_nothing(connection, cost, alone, rina, siti):
    waits_for(connection, [rina.id] * MANY, state="later", not_before=LATER)
    spent, said = claimed_beside(connection, cost, siti)
    assert spent <= alone + A_FEW
    assert said == [ShowTask(task_id=1)]


def test_ten_thousand_messages_for_a_chat_in_hand_cost_a_claim_nothing(
    connection, cost, alone, rina, siti
):
    waits_for(connection, [rina.id] * MANY)
    in_hand(connection)
    spent, said = claimed_beside(connection, cost, siti)
    assert spent <= alone + A_FEW
    assert said == [ShowTask(task_id=1)]


def test_ten_thousand_chats_in_hand_cost_a_claim_nothing(connection, cost, alone, crowd, siti):
    waits_for(connection, crowd(MANY))
    in_hand(connection)
    spent, said = claimed_beside(connection, cost, siti)
    assert spent <= alone + A_FEW
    assert said == [ShowTask(task_id=1)]


def test_ten_thousand_messages_for_one_chat_cost_no_more_than_those_it_is_sent(
    connection, cost, rina
):
    spent = []
    for many in (outbox.A_CHAT, MANY):
        saved = connection.begin_nested()
        waits_for(connection, [rina.id] * many)
        mailboxes.announce(connection, rina.id, 1, at=MONDAY_MORNING)
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE")
        with cost() as told:
            claimed = outbox.claim(connection, now=MONDAY_MORNING, limit=192)
        assert [one.intent for one in claimed] == [ShowHelp()] * outbox.A_CHAT
        spent.append(len(told))
        saved.rollback()
    assert spent[1] <= spent[0] + A_FEW


def test_a_chat_with_ten_thousand_more_is_let_go_at_no_more_cost(connection, cost, rina):
    if connection.dialect.name != "sqlite":
        return  # a change by the key, of which PostgreSQL tells nothing
    spent = []
    for many in (1, MANY):
        saved = connection.begin_nested()
        waits_for(connection, [rina.id] * many)
        mailboxes.announce(connection, rina.id, 1, at=MONDAY_MORNING)
        mailboxes.take(connection, [rina.id])
        with cost() as told:
            assert mailboxes.release(connection, rina.id, at=MONDAY_MORNING)
        spent.append(len(told))
        saved.rollback()
    assert spent[1] <= spent[0] + A_FEW
