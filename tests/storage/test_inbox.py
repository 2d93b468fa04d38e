import pytest

from storage import inbox
from storage.inbox import Received
from tests.support.fakes import ENVELOPE, MONDAY_MORNING


def an_update(update_id, body="{}"):
    return Received(update_id=update_id, chat_id=2001, body=body)


@pytest.fixture
def received(connection):
    """Three updates that came while nobody worked."""
    updates = [an_update(number, f'{{"update_id":{number}}}') for number in (7, 5, 6)]
    return inbox.put(connection, updates, at=MONDAY_MORNING, envelope=ENVELOPE)


def test_what_came_is_kept_in_the_order_of_telegram(connection, received):
    assert [one.update_id for one in received] == [7, 5, 6]
    waiting = inbox.waiting(connection, ENVELOPE)
    assert [one.update_id for one in waiting] == [5, 6, 7]
    assert waiting[0] == an_update(5, '{"update_id":5}')


def test_what_waits_is_read_a_few_at_a_time_and_none_is_left_out(connection, received):
    first = inbox.waiting(connection, ENVELOPE, most=2)
    rest = inbox.waiting(connection, ENVELOPE, after=first[-1].update_id, most=2)
    assert [one.update_id for one in (*first, *rest)] == [5, 6, 7]
    assert inbox.waiting(connection, ENVELOPE, after=7) == []


def test_an_update_that_comes_again_is_new_only_once(connection, received):
    again = [an_update(6), an_update(8)]
    assert inbox.put(connection, again, at=MONDAY_MORNING, envelope=ENVELOPE) == [an_update(8)]
    assert inbox.put(connection, again, at=MONDAY_MORNING, envelope=ENVELOPE) == []


def test_nothing_received_is_nothing_new(connection):
    assert inbox.put(connection, [], at=MONDAY_MORNING, envelope=ENVELOPE) == []


def test_an_update_is_handled_once(connection, received):
    assert inbox.mark_handled(connection, 5, at=MONDAY_MORNING)
    assert not inbox.mark_handled(connection, 5, at=MONDAY_MORNING)
    assert [one.update_id for one in inbox.waiting(connection, ENVELOPE)] == [6, 7]


def test_an_update_nobody_received_cannot_be_handled(connection):
    assert not inbox.mark_handled(connection, 404, at=MONDAY_MORNING)


def test_nothing_of_what_was_written_stays_after_it_was_handled(connection):
    inbox.put(
        connection,
        [an_update(5, '{"text":"3175034708900001"}')],
        at=MONDAY_MORNING,
        envelope=ENVELOPE,
    )
    inbox.mark_handled(connection, 5, at=MONDAY_MORNING)
    kept = connection.exec_driver_sql("SELECT * FROM inbox").all()
    assert "3175034708900001" not in str(kept)


def test_after_the_third_crash_an_update_is_set_aside(connection, received):
    crashes = [
        inbox.count_attempt(connection, 5, "KeyError('lane')", at=MONDAY_MORNING) for _ in range(3)
    ]
    assert crashes == [False, False, True]
    assert [one.update_id for one in inbox.waiting(connection, ENVELOPE)] == [6, 7]
    assert not inbox.mark_handled(connection, 5, at=MONDAY_MORNING)


def test_crashes_are_remembered_over_a_stop(connection, received):
    inbox.count_attempt(connection, 5, "killed", at=MONDAY_MORNING)
    assert [one.attempts for one in inbox.waiting(connection, ENVELOPE)] == [1, 0, 0]
