"""Buttons hold what a press names, within the 64 bytes that Telegram takes."""

from dataclasses import fields

import pytest

from messages.actions.action import LONGEST
from tests.support.buttons import ACTIONS
from workflow.ids import (
    CaseId,
    DraftId,
    JabatanId,
    OutcomeId,
    PauseId,
    PersonId,
    ProcedureId,
    ServiceId,
    TaskId,
)
from workflow.survey import SurveyElement
from workflow.verbs import Verb

# The longest that an SOP file may call each, and numbers longer than an office will ever count.
LONGEST_WORDS = {
    "collector": "self",
    "outcome": "o" * 16,
    "item": "i" * 24,
    "procedure_id": "p" * 32,
    "service": "s" * 16,
    "words": "w" * 8,
    "ticked": "t" * 8,
    "element": SurveyElement.TIME,
    "team": "t" * 8,
    "files": "f" * 8,
    "kind": "answer",
    "version": "2026-12",
    "language": "id",
    "wanted": "w" * 10,
    "value": "2026-12-01",
    "jabatan": "j" * 40,
    "verb": max(Verb, key=len),
    "chosen": "c" * 40,
    "search": "s" * 8,
    "older": 10**15 - 1,
    "newer": 10**15 - 1,
}


# What is named by an id of its own is never a bare number or word.
IDS = {
    "task_id": TaskId,
    "case_id": CaseId,
    "draft_id": DraftId,
    "pause_id": PauseId,
    "person_id": PersonId,
    "procedure_id": ProcedureId,
    "service": ServiceId,
    "outcome": OutcomeId,
    "jabatan": JabatanId,
}


def the_longest(kind):
    usual = {int: 10**15 - 1, bool: True}
    types = [getattr(one.type, "__supertype__", one.type) for one in fields(kind)]
    return kind(
        *(
            usual.get(type_) or LONGEST_WORDS[one.name]
            for one, type_ in zip(fields(kind), types, strict=True)
        )
    )


@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.__name__)
def test_a_button_holds_ids_of_their_own_type(kind):
    for one in fields(kind):
        if one.name in IDS:
            assert one.type in {IDS[one.name], IDS[one.name] | None}


@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.__name__)
def test_every_button_fits_with_the_longest_names_an_sop_may_have(kind):
    action = the_longest(kind)
    data = action.encode()
    assert len(data.encode()) <= LONGEST
    assert kind.decode(data) == action


def test_no_two_actions_are_taken_for_each_other():
    assert len({kind.tag for kind in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("kind", ACTIONS, ids=lambda kind: kind.__name__)
def test_no_button_names_a_place_in_a_list_that_may_move(kind):
    """The questions of a form stand still: a draft keeps them as its SOP had them."""
    at_a_place = {"index", "place"} & {one.name for one in fields(kind)}
    assert not at_a_place or kind.__module__.endswith(("outdated", "form"))
