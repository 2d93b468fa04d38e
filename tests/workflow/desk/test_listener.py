import pytest

from tests.support.office import CHAT_COPY
from workflow.errors import FileWanted, NotUnderstood, TextWanted
from workflow.intents import ShowForm, ShowTask, Tell
from workflow.people import Language
from workflow.views.task import Mode


def hear(text):
    return lambda desks: desks.listener.hear(text, message_id=CHAT_COPY)


class TestWhenNothingWasAsked:
    @pytest.mark.parametrize("name", ["rina", "petugas", "it"])
    def test_words_are_not_understood(self, office, name):
        office.refuses(NotUnderstood, name, hear("Halo"))

    def test_files_and_stickers_are_not_understood(self, office):
        office.refuses(NotUnderstood, "rina", lambda desks: desks.listener.slot())
        office.refuses(NotUnderstood, "rina", lambda desks: desks.listener.strange())

    @pytest.mark.parametrize("name", ["rina", "petugas", "it"])
    def test_there_is_nothing_to_stop_and_that_is_said(self, office, name):
        before = office.books()
        office.does(name, lambda desks: desks.listener.stop())
        assert office.hears(name) == [Tell(message_id="nothing-to-stop")]
        assert office.books() == before


class TestInTheMiddleOfAForm:
    @pytest.fixture(autouse=True)
    def _begun(self, office):
        office.consents()
        office.begins()
        office.says("rina", "Dinas Kesehatan")
        office.silence()

    def test_words_after_a_new_start_bring_the_form_back_instead_of_being_lost(self, office):
        office.does("rina", lambda desks: desks.reception.start(""))
        office.silence()
        office.does("rina", hear("Rina Wulandari"))

        assert [told.message_id for told in office.hears("rina")] == ["form-still-open"]

    def test_stopping_after_a_new_start_asks_about_the_form_that_is_open(self, office):
        office.does("rina", lambda desks: desks.reception.start(""))
        office.silence()
        office.does("rina", lambda desks: desks.listener.stop())

        assert [type(shown) for shown in office.hears("rina")] == [ShowForm]

    @pytest.mark.parametrize(
        "command",
        [
            lambda desks: desks.reception.show_mine(),
            lambda desks: desks.reception.help(),
            lambda desks: desks.reception.show_privacy(),
            lambda desks: desks.reception.speak(Language.ENGLISH),
        ],
    )
    def test_a_command_keeps_the_form_and_the_next_words_are_its_answer(self, office, command):
        office.does("rina", command)
        office.says("rina", "Rina Wulandari")
        assert office.form_of("rina").answers["nama"] == "Rina Wulandari"

    def test_a_sticker_hears_what_is_wanted_instead(self, office):
        refused = office.refuses(TextWanted, "rina", lambda desks: desks.listener.strange())
        assert refused.example == "Rina Wulandari, S.KM"

    def test_a_sticker_where_a_file_is_wanted_hears_so(self, office):
        office.answers_until("rina", "surat_permohonan")
        refused = office.refuses(FileWanted, "rina", lambda desks: desks.listener.strange())
        assert refused.title == "Surat permohonan"

    def test_stopping_is_asked_once_more(self, office):
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.listener.stop())
        assert office.hears("rina") == [ShowForm(draft_id=form.id, fresh=False)]
        assert office.work.cards.mode(f"form:{form.id}", form.person_id) == Mode(kind="cancel")
        assert office.form_of("rina") == form

    @pytest.mark.parametrize("text", ["<b>Rina</b>", "*Rina*", "Rina 🌺", "رينا", "/tidakada"])
    def test_whatever_is_written_is_the_answer(self, office, text):
        office.says("rina", text)
        assert office.form_of("rina").answers["nama"] == text

    def test_a_file_goes_to_the_slot_that_is_asked(self, office):
        office.fills()
        form = office.form_of("rina")
        place = form.asks.index("identitas")
        office.does("rina", lambda desks: desks.forms.change(form.id, place))
        asked, slot = office.does("rina", lambda desks: desks.listener.slot())
        assert (asked, slot.id) == (form.id, "identitas")


class TestWhileAReasonIsWritten:
    @pytest.fixture(autouse=True)
    def _writing(self, office):
        office.applies()
        task = office.task
        office.does("petugas", lambda desks: desks.officer.write(task.id, "kembalikan"))
        office.silence()

    def test_a_file_is_not_what_is_wanted(self, office):
        office.refuses(TextWanted, "petugas", lambda desks: desks.listener.slot())
        office.refuses(TextWanted, "petugas", lambda desks: desks.listener.strange())

    def test_stopping_turns_the_card_back(self, office):
        office.does("petugas", lambda desks: desks.listener.stop())
        assert office.hears("petugas") == [ShowTask(task_id=office.task.id)]
        office.refuses(NotUnderstood, "petugas", hear("Halo"))

    def test_who_has_left_the_lane_can_still_stop(self, office):
        office.leaves("petugas", "petugas")
        office.does("petugas", lambda desks: desks.listener.stop())
        office.refuses(NotUnderstood, "petugas", hear("Halo"))
