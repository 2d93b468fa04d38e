from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select

from storage import mailboxes, outbox
from storage.database import writing_engine
from storage.models.post import MailboxRow, OutboxRow
from storage.outbox import A_CHAT, Settled
from storage.repositories.people import PeopleRepository
from tests.support.fakes import MONDAY_MORNING
from workflow.intents import RemoveMessage, SendPaper, ShowTask, Tell, TellAlarms
from workflow.papers import PaperKind
from workflow.people import Language

LATER = MONDAY_MORNING + timedelta(hours=12)


@pytest.fixture
def post(connection, rina, siti):
    """The outbox of an office where Rina and Siti are written to."""

    class Post:
        def __init__(self):
            self.connection = connection

        def write(self, person, *intents, not_before=None):
            for intent in intents:
                outbox.add(connection, person.id, intent, at=MONDAY_MORNING, not_before=not_before)

        def claim(self, now=MONDAY_MORNING, limit=192):
            return outbox.claim(connection, now=now, limit=limit)

        def settle(self, claimed, how):
            outbox.settle(connection, claimed.id, how, at=MONDAY_MORNING)

        def let_go(self, *persons):
            """Whether something waits for each of them, whose chats are no longer in hand."""
            return [mailboxes.release(connection, one.id, at=MONDAY_MORNING) for one in persons]

        def is_sent(self, claimed, *persons):
            for one in claimed:
                self.settle(one, Settled.SENT)
            return self.let_go(*persons)

        def states(self):
            found = select(OutboxRow.state).order_by(OutboxRow.id)
            return list(connection.scalars(found))

    return Post()


def said(claimed):
    return [one.intent for one in claimed]


def test_answers_go_before_cards_and_cards_before_reminders(post, rina):
    reminder, card = TellAlarms(task_ids=(1,)), ShowTask(task_id=1)
    copy, answer = RemoveMessage(message_id=9), Tell(message_id="stamp-failed")
    post.write(rina, copy, reminder, card, answer)
    assert said(post.claim()) == [answer, card, reminder, copy]


def test_of_equal_weight_the_older_goes_first(post, rina, siti):
    intents = [Tell(message_id=f"sentence-{number}") for number in range(4)]
    for intent, person in zip(intents, (rina, siti, rina, siti), strict=True):
        post.write(person, intent)
    assert said(post.claim()) == intents


def test_a_claim_tells_whom_and_in_which_language(post, siti):
    post.write(siti, ShowTask(task_id=1))
    [claimed] = post.claim()
    assert (claimed.person_id, claimed.chat_id) == (siti.id, 2002)
    assert claimed.language is Language.ENGLISH
    assert claimed.attempts == 0


def test_what_is_claimed_is_not_claimed_again(post, rina):
    post.write(rina, ShowTask(task_id=1))
    assert len(post.claim()) == 1
    assert post.claim() == []


def test_a_chat_that_is_being_written_to_waits(post, rina, siti):
    post.write(rina, ShowTask(task_id=1))
    in_hand = post.claim()
    post.write(rina, ShowTask(task_id=2))
    post.write(siti, ShowTask(task_id=3))
    assert said(post.claim()) == [ShowTask(task_id=3)]
    assert post.claim() == []
    assert post.is_sent(in_hand, rina) == [True]
    assert said(post.claim()) == [ShowTask(task_id=2)]


def test_a_chat_stays_in_hand_as_long_as_it_is_not_known_how_a_message_ended(post, rina):
    post.write(rina, ShowTask(task_id=1), ShowTask(task_id=2))
    first, second = post.claim()
    post.settle(first, Settled.SENT)
    post.write(rina, ShowTask(task_id=3))
    post.let_go(rina)
    assert post.claim() == []
    assert post.is_sent([second], rina) == [True]
    assert said(post.claim()) == [ShowTask(task_id=3)]


def test_whoever_has_nothing_more_to_hear_has_an_empty_mailbox(post, rina):
    post.write(rina, ShowTask(task_id=1))
    assert post.is_sent(post.claim(), rina) == [False]
    assert post.claim() == []


def test_what_comes_late_and_is_urgent_goes_first_in_its_chat_and_before_other_chats(
    post, rina, siti
):
    reminder, card = TellAlarms(task_ids=(1,)), ShowTask(task_id=1)
    post.write(siti, reminder)
    post.write(rina, reminder, card)
    assert said(post.claim(limit=1)) == [card]
    assert said(post.claim(limit=1)) == [reminder]


def test_a_chat_that_was_served_goes_behind_others_of_its_urgency(post, rina, siti):
    cards = [ShowTask(task_id=number) for number in range(A_CHAT + 1)]
    post.write(rina, *cards)
    served = post.claim()
    post.write(siti, ShowTask(task_id=99))
    later = MONDAY_MORNING + timedelta(seconds=1)
    for one in served:
        post.settle(one, Settled.SENT)
    mailboxes.release(post.connection, rina.id, at=later)
    assert said(post.claim(limit=1)) == [ShowTask(task_id=99)]
    assert said(post.claim(limit=1)) == cards[A_CHAT:]


def test_a_long_list_for_one_chat_leaves_room_for_another(post, rina, siti):
    many = [Tell(message_id=f"sentence-{number}") for number in range(A_CHAT + 5)]
    post.write(rina, *many)
    post.write(siti, ShowTask(task_id=1))
    claimed = post.claim()
    assert said(claimed) == [*many[:A_CHAT], ShowTask(task_id=1)]
    assert post.is_sent(claimed, rina, siti) == [True, False]
    assert said(post.claim()) == many[A_CHAT:]


def test_no_more_is_taken_than_was_asked_for(post, rina):
    post.write(rina, *(ShowTask(task_id=number) for number in range(5)))
    claimed = post.claim(limit=3)
    assert len(claimed) == 3
    post.is_sent(claimed, rina)
    assert len(post.claim(limit=3)) == 2


def test_a_copy_in_the_chat_is_not_taken_away_before_its_time(post, rina):
    post.write(rina, RemoveMessage(message_id=9), not_before=LATER)
    assert post.states() == ["later"]
    assert post.claim(now=LATER - timedelta(seconds=1)) == []
    assert said(post.claim(now=LATER)) == [RemoveMessage(message_id=9)]


def test_what_waited_for_its_moment_waits_on_while_its_chat_is_in_hand(post, rina):
    post.write(rina, RemoveMessage(message_id=9), not_before=LATER)
    post.write(rina, ShowTask(task_id=1))
    in_hand = post.claim()
    assert post.claim(now=LATER) == []
    assert post.is_sent(in_hand, rina) == [True]
    assert said(post.claim(now=LATER)) == [RemoveMessage(message_id=9)]


def test_after_a_stop_no_chat_is_in_hand_and_what_waits_is_found(post, connection, rina, siti):
    post.write(rina, ShowTask(task_id=1), ShowTask(task_id=2))
    [first] = post.claim(limit=1)
    outbox.put_back(connection, first.id)
    connection.execute(delete(MailboxRow))
    post.write(siti, TellAlarms(task_ids=(1,)))
    mailboxes.renew(connection, at=MONDAY_MORNING)
    assert said(post.claim()) == [
        ShowTask(task_id=1),
        ShowTask(task_id=2),
        TellAlarms(task_ids=(1,)),
    ]


def test_what_was_sent_or_refused_is_done_with(post, rina):
    post.write(rina, ShowTask(task_id=1), ShowTask(task_id=2), ShowTask(task_id=3))
    for claimed, how in zip(
        post.claim(), (Settled.SENT, Settled.REFUSED, Settled.UNCERTAIN), strict=True
    ):
        post.settle(claimed, how)
    assert post.states() == ["sent", "refused", "uncertain"]
    assert post.claim() == []


def test_what_did_not_arrive_waits_again_and_only_what_may_have_arrived_is_counted(
    post, connection, rina
):
    post.write(rina, ShowTask(task_id=1))
    [first] = post.claim()
    for _ in range(30):
        outbox.put_back(connection, first.id, error="429 Too Many Requests")
        post.let_go(rina)
        [again] = post.claim()
        assert (again.id, again.intent, again.attempts) == (first.id, first.intent, 0)
    outbox.put_back(connection, first.id, error="500", broke=True)
    post.let_go(rina)
    [second] = post.claim()
    assert second.attempts == 1


def test_after_a_stop_it_is_known_what_may_or_may_not_have_arrived(post, connection, rina):
    post.write(
        rina, SendPaper(case_id=1, kind=PaperKind.RESI), ShowTask(task_id=1), ShowTask(task_id=2)
    )
    claimed = post.claim(limit=2)
    post.settle(claimed[1], Settled.SENT)
    assert outbox.unsettled(connection, now=MONDAY_MORNING) == [
        (claimed[0].id, rina.id, SendPaper(case_id=1, kind=PaperKind.RESI))
    ]


def test_an_intent_that_nobody_can_read_is_set_aside_alone(post, connection, rina):
    usual = {"urgency": 1, "state": "waiting", "attempts": 0, "error": ""}
    for kind, body in (("Forgotten", "{}"), ("ShowTask", "{"), ("ShowTask", '{"task":1}')):
        connection.execute(
            insert(OutboxRow).values(
                person_id=rina.id, kind=kind, body=body, created_at=MONDAY_MORNING, **usual
            )
        )
    post.write(rina, ShowTask(task_id=1))
    assert said(post.claim()) == [ShowTask(task_id=1)]
    assert post.states() == ["refused", "refused", "refused", "claimed"]


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_two_processes_never_take_the_same_message(url, own_engine):
    with own_engine.begin() as connection:
        for number in range(6):
            person = PeopleRepository(connection).add(
                number, name="", language=Language.INDONESIAN, at=MONDAY_MORNING
            )
            outbox.add(connection, person.id, ShowTask(task_id=number), at=MONDAY_MORNING)
    other = writing_engine(url)
    with own_engine.begin() as here, other.begin() as there:
        mine = outbox.claim(here, now=MONDAY_MORNING, limit=4)
        theirs = outbox.claim(there, now=MONDAY_MORNING, limit=4)
    other.dispose()
    assert [one.chat_id for one in mine] == [0, 1, 2, 3]
    assert [one.chat_id for one in theirs] == [4, 5]
