from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import a_draft, a_file, a_question, a_slot
from workflow import filling
from workflow.errors import AnswerEmpty, FileWanted, FormIncomplete, NotADate, SlotFull
from workflow.forms import AnswerKind

TODAY = date(2026, 11, 23)
NAME = a_question(id="nama", title="Nama")
BORN = a_question(AnswerKind.DATE, id="lahir", title="Tanggal lahir")
NOTE = a_question(id="catatan", title="Catatan", optional=True)
LETTER = a_slot(id="surat", title="Surat", most=2)
PHOTO = a_slot(id="foto", title="Foto", optional=True)
ITEMS = filling.by_id((NAME, BORN, NOTE, LETTER, PHOTO))
ASKS = tuple(ITEMS)


def a_form(**changed):
    return a_draft(*ASKS, **changed)


def answered(draft, text):
    return filling.answered(draft, filling.current(draft, ITEMS), text, today=TODAY)


def passed(draft):
    return filling.passed(draft, filling.current(draft, ITEMS))


def a_full_form():
    draft = passed(answered(answered(a_form(), "Rina"), "1 Mei 1990"))
    return passed(passed(filling.attached(draft, LETTER, a_file())))


def test_the_questions_come_one_after_the_other():
    draft = answered(a_form(), "Rina")
    assert draft.answers == {"nama": "Rina"}
    assert filling.current(draft, ITEMS) is BORN


def test_a_bad_answer_leaves_the_person_at_the_question():
    draft = answered(a_form(), "Rina")
    with pytest.raises(NotADate):
        answered(draft, "entah")
    assert filling.current(draft, ITEMS) is BORN


def test_after_the_last_item_comes_the_review():
    draft = a_full_form()
    assert draft.in_review
    assert filling.current(draft, ITEMS) is None
    filling.ensure_complete(draft, ITEMS)


def test_what_is_optional_may_be_passed_over():
    assert filling.current(passed(a_form(at=2)), ITEMS) is LETTER


def test_what_is_wanted_may_not():
    with pytest.raises(FormIncomplete) as refused:
        passed(a_form())
    assert refused.value.missing == "Nama"


def test_a_wanted_file_is_asked_for_with_what_is_taken():
    with pytest.raises(FileWanted) as refused:
        passed(a_form(at=3))
    assert (refused.value.title, refused.value.accepted) == ("Surat", "PDF, JPEG, PNG")


def test_a_slot_takes_several_files_and_waits_for_more():
    draft = filling.attached(a_form(at=3), LETTER, a_file("1.pdf"))
    draft = filling.attached(draft, LETTER, a_file("2.pdf"))
    assert [file.name for file in draft.files["surat"]] == ["1.pdf", "2.pdf"]
    assert filling.current(draft, ITEMS) is LETTER


def test_a_slot_that_is_full_says_how_many_it_takes():
    draft = filling.attached(a_form(at=3), LETTER, a_file("1.pdf"))
    draft = filling.attached(draft, LETTER, a_file("2.pdf"))
    with pytest.raises(SlotFull) as refused:
        filling.attached(draft, LETTER, a_file("3.pdf"))
    assert refused.value.most == 2


def test_the_same_file_twice_is_one_file_even_in_a_full_slot():
    draft = filling.attached(a_form(at=3), LETTER, a_file("1.pdf"))
    assert filling.attached(draft, LETTER, a_file("1.pdf")) == draft
    full = filling.attached(draft, LETTER, a_file("2.pdf"))
    assert filling.attached(full, LETTER, a_file("2.pdf")) == full


def test_an_emptied_slot_is_wanted_again():
    draft = filling.without_last(a_full_form(), LETTER)
    with pytest.raises(FormIncomplete) as refused:
        filling.ensure_complete(draft, ITEMS)
    assert refused.value.missing == "Surat"


def test_a_slot_that_was_emptied_is_not_a_slot_that_was_never_filled():
    assert filling.without_last(a_full_form(), LETTER).files == {"surat": ()}


def test_of_two_files_the_first_stays():
    draft = filling.attached(a_form(at=3), LETTER, a_file("1.pdf"))
    draft = filling.without_last(filling.attached(draft, LETTER, a_file("2.pdf")), LETTER)
    assert [file.name for file in draft.files["surat"]] == ["1.pdf"]


def test_emptying_one_slot_leaves_the_others():
    draft = filling.attached(a_full_form(), PHOTO, a_file("foto.jpg"))
    draft = filling.without_last(draft, LETTER)
    assert [file.name for file in draft.files["foto"]] == ["foto.jpg"]


def test_back_goes_to_the_question_before_and_keeps_its_answer():
    draft = filling.stepped_back(answered(a_form(), "Rina"))
    assert filling.current(draft, ITEMS) is NAME
    assert draft.answers == {"nama": "Rina"}


def test_back_from_the_first_question_goes_nowhere():
    assert filling.stepped_back(a_form()) == a_form()


def test_back_from_the_review_goes_to_the_last_item():
    assert filling.current(filling.stepped_back(a_full_form()), ITEMS) is PHOTO


def test_a_change_from_the_review_returns_to_the_review():
    changing = filling.changing(a_full_form(), 0)
    assert filling.current(changing, ITEMS) is NAME
    changed = answered(changing, "Rina Wulandari")
    assert changed.in_review
    assert not changed.reviewing
    assert changed.answers["nama"] == "Rina Wulandari"


def test_a_change_thought_better_of_returns_to_the_review_unchanged():
    full = a_full_form()
    assert filling.stepped_back(filling.changing(full, 1)) == full


def test_a_bad_answer_during_a_change_keeps_the_good_one():
    changing = filling.changing(a_full_form(), 0)
    with pytest.raises(AnswerEmpty):
        answered(changing, " ")
    assert changing.answers["nama"] == "Rina"


@pytest.mark.parametrize("place", [-1, 5, 99])
def test_a_change_of_what_is_not_there_changes_nothing(place):
    assert filling.changing(a_full_form(), place) == a_full_form()


def test_the_first_thing_missing_is_named():
    with pytest.raises(FormIncomplete) as refused:
        filling.ensure_complete(a_form(answers={"nama": "Rina"}), ITEMS)
    assert refused.value.missing == "Tanggal lahir"


def test_a_repair_asks_and_wants_only_what_was_marked():
    draft = answered(a_draft("nama"), "Rina")
    assert draft.in_review
    filling.ensure_complete(draft, ITEMS)


MOVES = st.one_of(
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("pass"), st.none()),
    st.tuples(st.just("change"), st.integers(-1, len(ASKS))),
    st.tuples(st.just("say"), st.sampled_from(["Rina", "1 Mei 1990", " ", "🙂"])),
    st.tuples(st.just("file"), st.sampled_from(["1.pdf", "2.pdf", "3.pdf"])),
)


def moved(draft, move, what):
    item = filling.current(draft, ITEMS)
    match move:
        case "back":
            return filling.stepped_back(draft)
        case "change" if item is None:
            return filling.changing(draft, what)
        case "pass" if item is not None:
            return filling.passed(draft, item)
        case "say" if item in (NAME, BORN, NOTE):
            return answered(draft, what)
        case "file" if item in (LETTER, PHOTO):
            return filling.attached(draft, item, a_file(what))
    return draft


@given(st.lists(MOVES, max_size=60))
def test_nothing_typed_or_handed_in_is_lost_by_going_back_and_forth(moves):
    draft, said, given_in = a_form(), {}, {"surat": set(), "foto": set()}
    for move, what in moves:
        item = filling.current(draft, ITEMS)
        try:
            draft = moved(draft, move, what)
        except (AnswerEmpty, NotADate, SlotFull, FileWanted, FormIncomplete):
            continue
        if move == "say" and item in (NAME, NOTE):
            said[item.id] = what
        if move == "file" and item in (LETTER, PHOTO):
            given_in[item.id].add(what)
        assert 0 <= draft.at <= len(ASKS)
        assert said.items() <= draft.answers.items()
        for slot, names in given_in.items():
            assert {file.name for file in draft.files.get(slot, ())} == names
