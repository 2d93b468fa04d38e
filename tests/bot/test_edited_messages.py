"""An own message that is edited: taken while nobody has acted on it, else the first words stand."""

import pytest

from messages.actions.officer import Sure
from storage.sweeping import SWEEPS
from tests.support.builders import COUNTER_SOP, an_office
from tests.support.office import open_office
from tests.support.window import Window
from workflow.errors import TaskMoved
from workflow.intents import RemoveMessage, ShowForm, ShowTask, Tell
from workflow.office_intents import ShowMandate
from workflow.views.task import Face, Mode

FIRST, SECOND = 71, 72
TAKEN = Tell(message_id="edit-taken")
STANDS = Tell(message_id="edit-first-stands")
NOTHING = Tell(message_id="edit-changes-nothing")


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(COUNTER_SOP,)) as office:
        yield office


@pytest.fixture
def window(office):
    return Window(office)


@pytest.fixture
def form(office):
    office.consents()
    return office.begins()


class TestAnswers:
    async def test_an_answer_is_replaced_while_the_form_is_not_handed_in(
        self, office, window, form
    ):
        await window.writes("rina", "Dinas Kesehatn", message_id=FIRST)
        await window.writes("rina", "Budi Santoso", message_id=SECOND)
        await window.edits("rina", "Dinas Kesehatan", FIRST)
        draft = office.form_of("rina")
        assert (draft.answers["instansi"], draft.at) == ("Dinas Kesehatan", 2)
        assert window.hears("rina") == [ShowForm(draft_id=form.id, fresh=False), TAKEN]

    async def test_words_that_cannot_be_an_answer_leave_the_first(self, office, window, form):
        await window.writes("rina", "Dinas Kesehatan", message_id=FIRST)
        await window.edits("rina", "a" * 900, FIRST)
        assert office.form_of("rina").answers["instansi"] == "Dinas Kesehatan"
        why, stands = window.hears("rina")
        assert (why.message_id, stands) == ("refusal-answer-too-long", STANDS)

    async def test_after_the_form_was_handed_in_the_first_words_stand(self, office, window, form):
        await window.writes("rina", "Dinas Kesehatan", message_id=FIRST)
        office.fills()
        office.submits()
        await window.edits("rina", "Dinas Lain", FIRST)
        assert office.case.answers["instansi"] == "Dinas Kesehatan"
        assert window.hears("rina") == [STANDS]

    async def test_what_was_answered_anew_is_not_taken_back_by_an_older_message(
        self, office, window, form
    ):
        await window.writes("rina", "Dinas Kesehatan", message_id=FIRST)
        office.fills()
        review = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.change(review.id, 0))
        await window.writes("rina", "Dinas Sosial", message_id=SECOND)
        await window.edits("rina", "Dinas Pendidikan", FIRST)
        assert office.form_of("rina").answers["instansi"] == "Dinas Sosial"
        assert window.hears("rina") == [NOTHING]

    async def test_a_choice_made_by_a_button_is_not_taken_back_by_words_of_before(
        self, office, window, form
    ):
        office.answers_until("rina", "tujuan")
        asked = office.form_of("rina")
        question = office.desks("rina").forms.items(asked)["tujuan"]
        await window.writes("rina", question.choices[0], message_id=FIRST)
        office.fills()
        office.does("rina", lambda desks: desks.forms.change(asked.id, asked.at))
        office.does("rina", lambda desks: desks.forms.choose(asked.id, asked.at, 1))
        await window.edits("rina", question.choices[0], FIRST)
        assert office.form_of("rina").answers["tujuan"] == question.choices[1]

    async def test_a_refused_answer_may_be_edited_until_it_is_one(self, office, window, form):
        await window.writes("rina", "a" * 900, message_id=FIRST)
        await window.edits("rina", "Dinas Kesehatan", FIRST)
        draft = office.form_of("rina")
        assert (draft.answers["instansi"], draft.at) == ("Dinas Kesehatan", 1)

    async def test_a_refused_answer_of_before_answers_no_later_question(self, office, window, form):
        await window.writes("rina", "a" * 900, message_id=FIRST)
        await window.writes("rina", "Dinas Kesehatan", message_id=SECOND)
        await window.edits("rina", "Dinas Lain", FIRST)
        assert office.form_of("rina").answers == {"instansi": "Dinas Kesehatan"}
        assert window.hears("rina") == [NOTHING]

    async def test_a_nik_that_is_written_into_an_old_message_goes_from_the_chat(self, window, form):
        await window.writes("rina", "Dinas Kesehatan", message_id=FIRST)
        await window.edits("rina", "Dinas Kesehatan 3175034708900001", FIRST)
        assert RemoveMessage(message_id=FIRST) in window.hears("rina")


class TestReasons:
    async def test_a_reason_that_has_decided_stands(self, office, window):
        office.applies()
        task = office.task
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(task.id).write("kembalikan"))
        await window.writes("petugas", "Foto KTP terpotong", message_id=FIRST)
        await window.edits("petugas", "Foto KTP buram", FIRST)
        assert office.task.because == "Foto KTP terpotong"
        assert window.hears("petugas") == [STANDS]

    async def test_a_refusal_that_is_still_asked_about_takes_other_words(self, office, window):
        office.applies(procedure_id="loket-layanan", service="kia")
        task = office.task
        office.does("petugas", lambda desks: desks.officer.acting(task.id).write("tolak"))
        await window.writes("petugas", "Bukan wewenan kami", message_id=FIRST)
        await window.edits("petugas", "Bukan wewenang kami", FIRST)
        sure = Mode(face=Face.SURE, outcome="tolak", note="Bukan wewenang kami")
        assert office.face("petugas") == sure
        assert window.hears("petugas") == [ShowTask(task_id=task.id), TAKEN]
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(task.id).sure("tolak", office.words_on("petugas")),
        )
        await window.edits("petugas", "Bukan urusan kami", FIRST)
        assert office.tasks[-1].note == "Bukan wewenang kami"
        assert window.hears("petugas") == [STANDS]


async def test_the_number_of_a_decree_is_replaced_before_the_mandate_is_given(office, window):
    office.does("it", lambda desks: desks.mandates.begin("kepala_dinas"))
    for wanted, value in (("acting", "PLH"), ("person", str(office.ids["kasi"]))):
        office.does("it", lambda desks, w=wanted, v=value: desks.mandates.choose(w, v))
    today = office.clock.now().date().isoformat()
    for wanted in ("first", "last"):
        office.does("it", lambda desks, w=wanted: desks.mandates.choose(w, today))
    await window.writes("it", "800/12/2026", message_id=FIRST)
    await window.edits("it", "800/21/2026", FIRST)
    assert window.hears("it") == [ShowMandate(), TAKEN]
    assert '"sk": "800/21/2026"' in office.work.people.focus(office.ids["it"]).extra


async def test_a_message_that_answered_nothing_changes_nothing(window):
    await window.writes("budi", "halo", message_id=FIRST)
    await window.edits("budi", "halo!", FIRST)
    assert window.hears("budi") == [NOTHING]


async def test_a_file_under_which_other_words_are_written_stays(window, form):
    document = {"file_id": "f", "file_unique_id": "u"}
    await window.writes(
        "rina", "", what="edited_message", message_id=FIRST, document=document, caption="KTP"
    )
    assert window.hears("rina") == [Tell(message_id="edit-file-stands")]


async def test_a_place_that_is_shared_live_is_edited_in_silence(window):
    place = {"latitude": 0, "longitude": 0}
    await window.writes("budi", "", what="edited_message", message_id=FIRST, location=place)
    assert window.hears("budi") == []


async def test_words_of_before_two_days_are_forgotten(office, window, form):
    await window.writes("rina", "Dinas Kesehatan", message_id=FIRST)
    office.clock.wait(days=3)
    words = next(one for one in SWEEPS if one.name == "words")
    swept = words.batch(office.work.connection, now=office.clock.now(), after=0)
    assert swept.gone == 1
    await window.edits("rina", "Dinas Lain", FIRST)
    assert window.hears("rina") == [NOTHING]


async def test_a_press_that_was_sure_of_the_first_words_does_not_decide_by_the_edited_ones(
    office, window
):
    office.applies(procedure_id="loket-layanan", service="kia")
    task = office.task
    office.does("petugas", lambda desks: desks.officer.acting(task.id).write("tolak"))
    await window.writes("petugas", "Bukan wewenan kami", message_id=FIRST)
    press = Sure(task.id, "tolak", office.words_on("petugas"))
    await window.edits("petugas", "Berkas palsu", FIRST)
    handled = await window.presses("petugas", press)
    assert isinstance(handled.refusal, TaskMoved)
    assert office.task.is_open
    assert ShowTask(task_id=task.id, fresh=True) in window.hears("petugas")
