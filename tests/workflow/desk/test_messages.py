import pytest

from tests.support.office import CHAT_COPY
from workflow.errors import FileWanted, NotUnderstood, TextWanted
from workflow.intents import ShowForm, ShowTask, Tell
from workflow.people import Language
from workflow.views.task import Face, Mode


def hear(text):
    return lambda desks: desks.messages.hear(text, message_id=CHAT_COPY)


class TestWhenNothingWasAsked:
    @pytest.mark.parametrize("name", ["rina", "petugas", "it"])
    def test_words_are_not_understood(self, office, name):
        office.refuses(NotUnderstood, name, hear("Halo"))

    def test_files_and_stickers_are_not_understood(self, office):
        office.refuses(NotUnderstood, "rina", lambda desks: desks.messages.slot())
        office.refuses(NotUnderstood, "rina", lambda desks: desks.messages.strange())

    @pytest.mark.parametrize("name", ["rina", "petugas", "it"])
    def test_there_is_nothing_to_stop_and_that_is_said(self, office, name):
        before = office.books()
        office.does(name, lambda desks: desks.messages.stop())
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
        office.does("rina", lambda desks: desks.messages.stop())

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
        refused = office.refuses(TextWanted, "rina", lambda desks: desks.messages.strange())
        assert refused.example == "Rina Wulandari, S.KM"

    def test_a_sticker_where_a_file_is_wanted_hears_so(self, office):
        office.answers_until("rina", "surat_permohonan")
        refused = office.refuses(FileWanted, "rina", lambda desks: desks.messages.strange())
        assert refused.title == "Surat permohonan"

    def test_stopping_is_asked_once_more(self, office):
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.messages.stop())
        assert office.hears("rina") == [ShowForm(draft_id=form.id, fresh=False)]
        assert office.work.cards.mode(f"form:{form.id}", form.person_id) == Mode(face=Face.CANCEL)
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
        asked, slot = office.does("rina", lambda desks: desks.messages.slot())
        assert (asked.ref, slot.id) == (form.id, "identitas")


class TestWhileAReasonIsWritten:
    @pytest.fixture(autouse=True)
    def _writing(self, office):
        office.applies()
        task = office.task
        office.does("petugas", lambda desks: desks.officer.acting(task.id).write("kembalikan"))
        office.silence()

    def test_a_file_is_not_what_is_wanted(self, office):
        office.refuses(TextWanted, "petugas", lambda desks: desks.messages.slot())
        office.refuses(TextWanted, "petugas", lambda desks: desks.messages.strange())

    def test_stopping_turns_the_card_back(self, office):
        office.does("petugas", lambda desks: desks.messages.stop())
        assert office.hears("petugas") == [ShowTask(task_id=office.task.id)]
        office.refuses(NotUnderstood, "petugas", hear("Halo"))

    @pytest.mark.parametrize(
        "turns_to",
        [
            lambda desks: desks.officer.queue(0, fresh=True),
            lambda desks: desks.reception.start(""),
            lambda desks: desks.reception.show_mine(),
        ],
        ids=["own list", "first screen", "own requests"],
    )
    def test_who_turns_to_something_else_decides_nothing_with_the_next_words(
        self, office, turns_to
    ):
        task = office.task
        office.does("petugas", turns_to)
        aside, told, _ = office.hears("petugas")
        assert aside == ShowTask(task_id=task.id)
        assert told == Tell(message_id="reason-put-aside", arguments={"number": office.case.number})
        assert office.face("petugas") == Mode()
        office.refuses(NotUnderstood, "petugas", hear("Terima kasih"))
        assert office.task.id == task.id

    def test_the_reason_of_another_file_takes_the_place_of_the_first(self, office):
        first, number = office.task, office.case.number
        office.arrives("siti")
        office.applies("siti")
        second = office.task
        office.silence()
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(second.id).write("kembalikan"))
        aside, told = office.hears("petugas")[:2]
        assert aside == ShowTask(task_id=first.id)
        assert told == Tell(message_id="reason-put-aside", arguments={"number": number})
        office.does("petugas", hear("Foto KTP belum terbaca"))
        still_open = [
            task.id
            for task in (first, second)
            if office.work.cases.task_and_case(task.id)[0].done_at is None
        ]
        assert still_open == [first.id]

    @pytest.mark.parametrize("looks_at", ["files", "open", "plain"])
    def test_whoever_looks_at_another_file_writes_no_more_for_the_first(self, office, looks_at):
        first = office.task
        office.arrives("siti")
        office.applies("siti")
        second = office.task
        office.does("petugas", lambda desks: getattr(desks.officer, looks_at)(second.id))
        office.refuses(NotUnderstood, "petugas", hear("Berkas yang ini bagus"))
        assert office.work.cases.task_and_case(first.id)[0].done_at is None

    def test_the_same_button_once_more_says_nothing_of_that(self, office):
        task = office.task
        office.does("petugas", lambda desks: desks.officer.acting(task.id).write("kembalikan"))
        assert office.hears("petugas", Tell) == []

    def test_opening_its_card_anew_ends_the_writing(self, office):
        task = office.task
        office.does("petugas", lambda desks: desks.officer.open(task.id))
        assert office.hears("petugas")[-1] == ShowTask(task_id=task.id, fresh=True)
        assert office.hears("petugas", Tell) == []
        office.refuses(NotUnderstood, "petugas", hear("Terima kasih"))

    def test_who_has_left_the_lane_can_still_stop(self, office):
        office.leaves("petugas", "petugas")
        office.does("petugas", lambda desks: desks.messages.stop())
        office.refuses(NotUnderstood, "petugas", hear("Halo"))
