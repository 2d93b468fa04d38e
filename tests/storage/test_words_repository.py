import pytest

from storage.repositories.words import WordsRepository
from tests.support.fakes import MONDAY_MORNING
from workflow.people import Asked, FocusKind, Words

NAME = Asked(kind=FocusKind.FORM, ref=5, extra="nama")
NIK = Asked(kind=FocusKind.FORM, ref=5, extra="nik")


@pytest.fixture
def words(connection):
    return WordsRepository(connection)


def taken(asked):
    return Words(asked=asked, taken=True)


def test_what_a_message_answered_is_found_by_its_writer_alone(words, rina, siti):
    words.note(rina.id, 71, taken(NAME), at=MONDAY_MORNING)
    assert words.find(rina.id, 71) == taken(NAME)
    assert words.find(siti.id, 71) is None
    assert words.find(rina.id, 72) is None


def test_of_two_messages_that_answered_one_question_the_last_counts(words, rina):
    words.note(rina.id, 71, taken(NAME), at=MONDAY_MORNING)
    words.note(rina.id, 72, taken(NIK), at=MONDAY_MORNING)
    words.note(rina.id, 73, taken(NAME), at=MONDAY_MORNING)
    assert words.find(rina.id, 71) is None
    assert words.find(rina.id, 72) == taken(NIK)
    assert words.find(rina.id, 73) == taken(NAME)


def test_a_message_that_was_refused_and_then_taken_is_one(words, rina):
    words.note(rina.id, 71, Words(asked=NAME, taken=False), at=MONDAY_MORNING)
    words.note(rina.id, 71, taken(NAME), at=MONDAY_MORNING)
    assert words.find(rina.id, 71) == taken(NAME)


def test_what_was_answered_otherwise_is_let_go(words, rina, siti):
    for person in (rina, siti):
        words.note(person.id, 71, taken(NAME), at=MONDAY_MORNING)
    words.let_go(rina.id, NAME)
    assert words.find(rina.id, 71) is None
    assert words.find(siti.id, 71) == taken(NAME)
