import pytest

from workflow.views.task import Face, Mode


@pytest.fixture
def cards(work):
    return work.cards


def test_a_card_that_nobody_has_lies_nowhere(cards, rina):
    assert cards.on_phones("task:1") == []
    assert cards.mode("task:1", rina.id) == Mode()
    assert cards.message("task:1", rina.id) is None


def test_a_card_lies_on_the_phones_it_was_laid_on(cards, rina, siti):
    cards.lay("task:1", siti.id, 7)
    cards.lay("task:1", rina.id, 8)
    cards.lay("task:2", rina.id, 9)
    assert cards.on_phones("task:1") == [siti.id, rina.id]
    assert cards.message("task:1", rina.id) == 8


def test_each_phone_turns_its_own_card(cards, rina, siti):
    mode = Mode(face=Face.REASONS, outcome="kembalikan", note="Belum lengkap")
    cards.turn("task:1", siti.id, mode)
    assert cards.mode("task:1", siti.id) == mode
    assert cards.mode("task:1", rina.id) == Mode()


def test_turning_a_card_leaves_it_where_it_lies(cards, siti):
    cards.lay("task:1", siti.id, 7)
    cards.turn("task:1", siti.id, Mode(face=Face.SURE, outcome="tolak"))
    assert cards.message("task:1", siti.id) == 7


def test_a_card_laid_anew_keeps_its_face(cards, siti):
    cards.turn("task:1", siti.id, Mode(face=Face.SURE, outcome="tolak"))
    cards.lay("task:1", siti.id, 2**40)
    assert cards.message("task:1", siti.id) == 2**40
    assert cards.mode("task:1", siti.id).face == Face.SURE
    cards.lay("task:1", siti.id, None)
    assert cards.message("task:1", siti.id) is None
    assert cards.on_phones("task:1") == [siti.id]


@pytest.mark.parametrize("face", Face)
def test_every_face_is_found_again_as_it_was_turned(cards, siti, face):
    cards.turn("task:1", siti.id, Mode(face=face, outcome="tolak"))
    assert cards.mode("task:1", siti.id).face is face


def test_a_face_of_a_later_release_is_asked_from_the_beginning(work, cards, siti):
    cards.turn("task:1", siti.id, Mode(face=Face.SURE, outcome="tolak"))
    work.connection.exec_driver_sql("UPDATE cards SET mode = 'bulk'")
    assert cards.mode("task:1", siti.id).face is Face.PLAIN
