"""A button that outlived its list or question does nothing, and shows what is true now."""

import pytest

from messages.actions.form import FormChoose, FormNext, FormSubmit, FormTakeOut
from messages.actions.officer import (
    MarkItem,
    OpenTask,
    Ready,
    ShowAnswers,
    ShowFiles,
    Sure,
    TakeDecisionBack,
)
from messages.actions.outdated import (
    GrantAtPlace,
    MarkAtPlace,
    MemberAtPlace,
    ReadyAtPlace,
    SureOfAnything,
    TakeOutLast,
    TeamAsItWas,
)
from tests.support.builders import COUNTER_SOP, a_file, an_office, jakarta_data, shipped_text
from tests.support.office import open_office
from tests.support.window import Window
from workflow.errors import FormMovedOn, ListMoved, NotForYou, TaskMoved
from workflow.intents import RemoveMessage, ShowForm, ShowTask
from workflow.shown import digest_of

CARD = 40
OLDER, NEWER = 30, 50


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(COUNTER_SOP,)) as office:
        yield office


@pytest.fixture
def window(office):
    return Window(office)


@pytest.fixture
def task(office):
    office.applies()
    office.work.cards.lay(f"task:{office.task.id}", office.ids["petugas"], CARD)
    return office.task


@pytest.mark.parametrize(
    "old",
    [
        lambda task: MarkAtPlace(task.id, "kembalikan", 0),
        lambda task: ReadyAtPlace(task.id, "kembalikan", 0),
        lambda task: GrantAtPlace(task.id, "lengkap", 1),
        lambda task: MemberAtPlace(task.id, "lengkap", 1),
        lambda task: TeamAsItWas(task.id, "lengkap"),
        lambda task: MarkItem(task.id, "kembalikan", "tidak_ada"),
        lambda task: Ready(task.id, "kembalikan", digest_of("alasan yang sudah dihapus")),
        lambda task: Sure(task.id, "lengkap", digest_of("")),
        lambda task: SureOfAnything(task.id, "lengkap"),
    ],
)
async def test_an_old_button_of_a_card_decides_nothing_and_gets_the_present_card(
    office, window, task, old
):
    before = office.books()
    handled = await window.presses("petugas", old(task), on=CARD)
    assert isinstance(handled.refusal, ListMoved | TaskMoved)
    assert window.hears("petugas") == [ShowTask(task_id=task.id, fresh=False)]
    assert office.books() == before


async def test_a_press_on_an_old_copy_of_a_card_brings_the_present_one_down(window, task):
    await window.presses("petugas", MarkAtPlace(task.id, "kembalikan", 0), on=OLDER)
    assert window.hears("petugas") == [
        RemoveMessage(message_id=OLDER),
        ShowTask(task_id=task.id, fresh=True),
    ]


async def test_taking_a_decision_back_from_an_old_copy_of_a_card_takes_that_copy_away(window, task):
    await window.presses("petugas", TakeDecisionBack(task.id), on=OLDER)
    assert RemoveMessage(message_id=OLDER) in window.hears("petugas")


async def test_a_press_in_a_list_leaves_the_list_where_it_is(window, task):
    await window.presses("petugas", OpenTask(task.id), on=OLDER)
    assert RemoveMessage(message_id=OLDER) not in window.hears("petugas")


@pytest.mark.parametrize("looking", [ShowAnswers, ShowFiles])
async def test_looking_from_an_old_copy_of_a_card_takes_that_copy_away(window, task, looking):
    await window.presses("petugas", looking(task.id), on=OLDER)

    assert RemoveMessage(message_id=OLDER) in window.hears("petugas")


async def test_an_old_button_shows_a_stranger_nothing(window, task):
    handled = await window.presses("budi", MarkItem(task.id, "kembalikan", "identitas"), on=CARD)
    assert not handled.refusal.redraws
    assert window.hears("budi") == []


class TestQuestions:
    @pytest.fixture
    def form(self, office):
        office.consents()
        office.begins()
        office.answers_until("rina", "tujuan")
        form = office.form_of("rina")
        office.work.cards.lay(f"form:{form.id}", office.ids["rina"], CARD)
        return form

    async def test_an_old_copy_of_a_question_goes_and_the_present_one_comes_down(
        self, window, form
    ):
        handled = await window.presses("rina", FormNext(form.id, 0), on=OLDER)
        assert isinstance(handled.refusal, FormMovedOn)
        assert window.hears("rina") == [
            RemoveMessage(message_id=OLDER),
            ShowForm(draft_id=form.id, fresh=True),
        ]

    async def test_a_copy_that_nobody_noted_shows_the_present_question_as_well(self, window, form):
        await window.presses("rina", FormNext(form.id, 0), on=NEWER)
        assert window.hears("rina") == [ShowForm(draft_id=form.id, fresh=True)]

    async def test_a_second_press_on_the_question_that_was_answered_sends_nothing_new(
        self, window, form
    ):
        await window.presses("rina", FormChoose(form.id, form.at, 0), on=CARD)
        window.hears("rina")
        await window.presses("rina", FormChoose(form.id, form.at, 0), on=CARD)
        assert window.hears("rina") == [ShowForm(draft_id=form.id, fresh=False)]

    async def test_a_form_is_handed_in_only_from_the_review(self, office, window, form):
        office.fills()
        filled = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.change(filled.id, 0))
        handled = await window.presses("rina", FormSubmit(filled.id), on=OLDER)
        assert isinstance(handled.refusal, FormMovedOn)
        assert ShowForm(draft_id=filled.id, fresh=True) in window.hears("rina")
        assert not office.form_of("rina").closed

    async def test_two_presses_take_out_one_file(self, office, window, form):
        office.answers_until("rina", "identitas")
        office.hands_in("rina", a_file("depan.jpg"))
        office.hands_in("rina", a_file("belakang.jpg"))
        form = office.form_of("rina")
        press = FormTakeOut(form.id, form.at, office.files_shown("rina"))
        for _ in range(2):
            await window.presses("rina", press, on=CARD)
        await window.presses("rina", TakeOutLast(form.id, form.at), on=CARD)
        assert [one.name for one in office.form_of("rina").files["identitas"]] == ["depan.jpg"]

    async def test_the_question_of_somebody_else_is_not_shown(self, window, form):
        handled = await window.presses("budi", FormNext(form.id, 0), on=OLDER)
        assert isinstance(handled.refusal, NotForYou)
        assert window.hears("budi") == []

    async def test_a_choice_is_the_word_on_its_button_though_the_sop_was_written_anew(
        self, office, window, form
    ):
        """A draft keeps the questions of the SOP under which it was begun, in their order."""
        question = next(one for one in jakarta_data().items_of(None) if one.id == "tujuan")
        first, second, *_ = question.choices
        text = shipped_text("jakarta-data")
        assert text.index(first) < text.index(second)
        turned = text.replace(first, "@").replace(second, first).replace("@", second)
        office.keep(turned)
        await window.presses("rina", FormChoose(form.id, form.at, 0), on=CARD)
        assert office.form_of("rina").answers["tujuan"] == first
