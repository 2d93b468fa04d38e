"""Buttons hold what a press names, within the 64 bytes that Telegram takes."""

from dataclasses import fields

import pytest

from messages.actions import applicant, everybody, form, office, officer, outdated, supervisor
from messages.actions.action import LONGEST, Action

MODULES = (applicant, everybody, form, office, officer, outdated, supervisor)
ACTIONS = [
    one
    for module in MODULES
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Action) and one is not Action
]
# The longest that an SOP file may call each, and numbers longer than an office will ever count.
LONGEST_WORDS = {
    "outcome": "o" * 16,
    "item": "i" * 24,
    "procedure_id": "p" * 32,
    "service": "s" * 16,
    "words": "w" * 8,
    "team": "t" * 8,
    "files": "f" * 8,
    "kind": "k" * 20,
    "version": "2026-12",
    "language": "id",
    "wanted": "w" * 10,
    "value": "2026-12-01",
    "jabatan": "j" * 40,
}


def the_longest(kind):
    usual = {int: 10**15 - 1, bool: True}
    return kind(*(usual.get(one.type) or LONGEST_WORDS[one.name] for one in fields(kind)))


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
