"""A press names what stands on its button, whatever became of the list meanwhile."""

from contextlib import suppress
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.actions.officer import ChooseMember, FormTeam, GrantTo
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.tasks import task_view
from tests.support.builders import sample_office, shipped_text
from tests.support.examples import examples
from tests.support.office import open_office
from workflow.errors import ListMoved
from workflow.intents import SendPaper
from workflow.people import Language
from workflow.procedure import Way
from workflow.views.task import Face

SAY = localizer_for(Language.INDONESIAN, ZoneInfo("Asia/Jakarta"))
SHIPPED = ("kemendagri-data", "bengkulu-semester")
NAMES = ("andi", "bayu", "citra", "dian")
comings_and_goings = st.lists(st.tuples(st.sampled_from(NAMES), st.booleans()), max_size=6)


class Choosing:
    """The officer who chooses a person, and the card as it was drawn before the list moved."""

    def __init__(self, office, procedure_id, step):
        self.office = office
        seat = office.work.office.holder_of
        self.who = seat(procedure_id, step.lane)
        self.post = seat(procedure_id, step.grants or step.lane)
        self.outcome = step.outcome_for(Way.FORWARD)
        self.task = office.task
        office.presses(self.who, self.outcome)

    def buttons(self, kind):
        """What each button of a kind asks for, by the words on it."""
        office = self.office
        view = task_view(office.work, self.task.id, office.ids[self.who], now=office.clock.now())
        buttons = [button for row in task_card(view, SAY).rows for button in row]
        return {one.text: one.action for one in buttons if isinstance(one.action, kind)}

    def button_of(self, kind, name):
        return next(one for text, one in self.buttons(kind).items() if name.title() in text)

    def moves(self, changes):
        for name, comes in changes:
            self.office.clock.wait(minutes=1)
            if not comes:
                self.office.leaves(name, self.post)
            elif not self.holds(name):
                self.office.appoint(name, self.post)

    def holds(self, name):
        now = self.office.clock.now()
        person = self.office.ids[name]
        return bool(self.office.work.people.appointments_of(person, at=now))

    def grants(self, press):
        self.office.does(
            self.who,
            lambda desks: desks.officer.choosing(press.task_id).grant(
                press.outcome, press.person_id
            ),
        )

    def chooses(self, press):
        self.office.does(
            self.who,
            lambda desks: desks.officer.choosing(press.task_id).choose_member(
                press.outcome, press.person_id, member=press.member
            ),
        )

    def forms(self, press):
        self.office.does(
            self.who,
            lambda desks: desks.officer.choosing(press.task_id).appoint(press.outcome, press.team),
        )

    def granted(self):
        rows = "SELECT person_id FROM grants WHERE closed_at IS NULL"
        found = self.office.work.connection.exec_driver_sql(rows).scalars().all()
        return [name for name, person in self.office.ids.items() if person in found]

    def team(self):
        lane = self.office.procedure.step(self.task.step).appoints
        members = self.office.work.cases.team(self.office.case_id, lane)
        return {name for name, person in self.office.ids.items() if person in members}


def at_the_grant(office):
    office.applies(procedure_id="kemendagri-data")
    step = next(one for one in office.procedure.steps if one.grants)
    post = office.work.office.holder_of("kemendagri-data", step.grants)
    for name in NAMES:
        office.colleague(name, post)
    office.goes_to(step.id)
    return Choosing(office, "kemendagri-data", step)


def at_the_team(office):
    starter = office.work.office.holder_of("bengkulu-semester", "kepala_dinas")
    office.begins(starter, "bengkulu-semester")
    for name in NAMES:
        office.colleague(name, "petugas")
    step = next(one for one in office.procedure.steps if one.appoints)
    office.goes_to(step.id)
    choosing = Choosing(office, "bengkulu-semester", step)
    choosing.post = "petugas"
    return choosing


@pytest.fixture
def office():
    with open_shipped() as office:
        yield office


def open_shipped():
    return open_office(office=sample_office(), sops=tuple(map(shipped_text, SHIPPED)))


def test_the_files_open_to_the_person_on_the_button_though_another_has_left(office):
    choosing = at_the_grant(office)
    press = choosing.button_of(GrantTo, "citra")
    choosing.moves([("andi", False), ("bayu", False)])
    choosing.grants(press)
    assert choosing.granted() == ["citra"]


def test_the_files_open_to_nobody_when_the_person_on_the_button_has_left(office):
    choosing = at_the_grant(office)
    press = choosing.button_of(GrantTo, "citra")
    choosing.moves([("citra", False)])
    with pytest.raises(ListMoved):
        choosing.grants(press)
    assert choosing.granted() == []
    assert office.task.id == choosing.task.id


@settings(max_examples=examples(25), deadline=None)
@given(changes=comings_and_goings, place=st.integers(0, len(NAMES)))
def test_whatever_happens_to_the_list_the_files_open_to_the_name_that_was_pressed(changes, place):
    with open_shipped() as office:
        choosing = at_the_grant(office)
        words, press = list(choosing.buttons(GrantTo).items())[place]
        choosing.moves(changes)
        with suppress(ListMoved):
            choosing.grants(press)
        assert all(name.title() in words for name in choosing.granted())


@settings(max_examples=examples(25), deadline=None)
@given(changes=comings_and_goings, name=st.sampled_from(NAMES))
def test_whatever_happens_to_the_list_the_name_that_was_pressed_joins_the_team(changes, name):
    with open_shipped() as office:
        choosing = at_the_team(office)
        press = choosing.button_of(ChooseMember, name)
        choosing.moves(changes)
        with suppress(ListMoved):
            choosing.chooses(press)
        assert choosing.team() == ({name} if choosing.holds(name) else set())


def test_two_presses_on_a_name_choose_it_once(office):
    choosing = at_the_team(office)
    press = choosing.button_of(ChooseMember, "dian")
    choosing.chooses(press)
    choosing.chooses(press)
    assert choosing.team() == {"dian"}


def test_a_team_is_formed_only_as_the_card_showed_it(office):
    choosing = at_the_team(office)
    choosing.chooses(choosing.button_of(ChooseMember, "dian"))
    [press] = choosing.buttons(FormTeam).values()
    choosing.chooses(choosing.button_of(ChooseMember, "andi"))
    with pytest.raises(ListMoved):
        choosing.forms(press)
    assert office.task.id == choosing.task.id


def test_whoever_left_the_office_is_no_member_of_the_team_that_is_formed(office):
    choosing = at_the_team(office)
    for name in ("dian", "andi"):
        choosing.chooses(choosing.button_of(ChooseMember, name))
    [drawn_before] = choosing.buttons(FormTeam).values()
    choosing.moves([("andi", False)])
    with pytest.raises(ListMoved):
        choosing.forms(drawn_before)
    [drawn_after] = choosing.buttons(FormTeam).values()
    office.silence()
    choosing.forms(drawn_after)
    told = {name for name, paper in office.told(SendPaper) if paper.kind == "sk_tim"}
    assert told == {choosing.who, "dian"}


def test_an_instruction_chosen_for_a_refusal_does_not_go_with_the_files(office):
    choosing = at_the_grant(office)
    screen, person = f"task:{choosing.task.id}", office.ids[choosing.who]
    press = choosing.button_of(GrantTo, "dian")
    mode = office.work.cards.mode(screen, person)
    office.work.cards.turn(
        screen, person, type(mode)(face=Face.SURE, outcome="tolak", note="Ditolak karena palsu")
    )
    choosing.grants(press)
    assert office.tasks[-2].note != "Ditolak karena palsu"
