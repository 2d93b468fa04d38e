from datetime import date

import pytest

from tests.support.builders import COUNTER_SOP, a_file, an_office, shipped_text
from tests.support.office import CHAT_COPY, JAKARTA_DATA, open_office
from workflow.errors import (
    DayTooEarly,
    DayTooLate,
    FileWanted,
    FormClosed,
    FormIncomplete,
    FormMovedOn,
    NoOpenForm,
    NotAChoice,
    NotALetterNumber,
    NotForYou,
    NotSixteenDigits,
    ServiceUnknown,
    SlotFull,
    TextWanted,
    TooManyOpen,
)
from workflow.intents import (
    RemoveMessage,
    ShowForm,
    ShowPrivacy,
    ShowWelcome,
)
from workflow.views.task import Mode


class TestBeginning:
    def test_the_privacy_notice_comes_before_the_form(self, office):
        office.begins()
        assert office.hears("rina") == [ShowPrivacy(choice="jakarta-data:")]
        assert office.form_of("rina") is None

    def test_an_accepted_notice_is_recorded_with_version_and_moment(self, office):
        office.consents()
        rows = office.work.connection.exec_driver_sql(
            "SELECT person_id, version, length(text_digest) FROM consents"
        )
        assert rows.all() == [(office.ids["rina"], "2026-1", 64)]

    def test_an_accepted_notice_loses_its_buttons(self, office):
        office.consents()
        assert office.hears("rina") == [ShowPrivacy(fresh=False)]

    def test_a_notice_of_another_version_is_shown_anew(self, office):
        office.does("rina", lambda desks: desks.reception.accept_privacy("2019-1"))
        office.begins()
        assert office.hears("rina", ShowPrivacy)[-1] == ShowPrivacy(choice="jakarta-data:")

    def test_the_form_asks_one_question_at_a_time(self, office):
        office.consents()
        office.silence()
        form = office.begins()
        assert office.hears("rina") == [ShowForm(draft_id=form.id)]
        office.says("rina", "Dinas Kesehatan")
        assert office.form_of("rina").at == 1

    def test_a_form_begun_before_goes_on_where_it_was_left(self, office):
        office.consents()
        form = office.begins()
        office.says("rina", "Dinas Kesehatan")
        office.clock.wait(days=7)
        again = office.begins()
        assert (again.id, again.at, again.answers) == (form.id, 1, {"instansi": "Dinas Kesehatan"})

    def test_another_service_has_a_form_of_its_own(self, office):
        office.consents()
        office.begins(procedure_id="loket-layanan", service="akta")
        assert office.form_of("rina").asks == ("nama", "catatan", "anak", "ktp")
        office.begins(procedure_id="loket-layanan", service="kia")
        assert office.form_of("rina").asks == ("nama", "catatan", "ktp")

    @pytest.mark.parametrize("service", ["paspor", None])
    def test_a_service_that_is_not_offered_is_refused(self, office, service):
        office.consents()
        office.refuses(
            ServiceUnknown, "rina", lambda desks: desks.form_opening.begin("loket-layanan", service)
        )

    def test_an_sop_that_is_not_offered_is_refused(self, office):
        office.refuses(ServiceUnknown, "rina", lambda desks: desks.form_opening.begin("lain", None))

    def test_an_sop_without_services_has_none_of_any_name(self, office):
        office.consents()
        office.refuses(
            ServiceUnknown,
            "rina",
            lambda desks: desks.form_opening.begin("jakarta-data", "karangan"),
        )

    def test_an_sop_of_the_office_is_begun_by_the_office(self, office):
        office.refuses(
            NotForYou, "rina", lambda desks: desks.form_opening.begin("laporan-bulanan", None)
        )
        office.refuses(
            NotForYou, "kasi", lambda desks: desks.form_opening.begin("laporan-bulanan", None)
        )
        assert office.begins("pengelola_data", "laporan-bulanan").asks[0] == "bulan"


class TestFillingIn:
    @pytest.fixture(autouse=True)
    def _begun(self, office):
        office.consents()
        office.begins()
        office.silence()

    def at(self, office, name):
        """Go to the question or slot of this name."""
        office.answers_until("rina", name)
        office.silence()
        return office.form_of("rina")

    def test_a_bad_answer_is_refused_and_the_question_stays(self, office):
        form = self.at(office, "nik")
        office.refuses(
            NotSixteenDigits, "rina", lambda desks: desks.messages.hear("123", message_id=1)
        )
        assert office.form_of("rina") == form

    def test_a_nik_is_taken_out_of_the_chat(self, office):
        self.at(office, "nik")
        office.says("rina", "3175031209780001")
        assert office.hears("rina", RemoveMessage) == [RemoveMessage(message_id=CHAT_COPY)]

    def test_a_nik_among_other_words_is_taken_out_of_the_chat_too(self, office):
        office.says("rina", "Dinas Kesehatan, NIK 3175 0312 0978 0001")
        assert office.hears("rina", RemoveMessage) == [RemoveMessage(message_id=CHAT_COPY)]

    def test_other_answers_stay_in_the_chat(self, office):
        office.says("rina", "Dinas Kesehatan")
        assert office.hears("rina", RemoveMessage) == []

    def test_a_choice_is_pressed(self, office):
        form = self.at(office, "tujuan")
        office.does("rina", lambda desks: desks.forms.choose(form.id, form.at, 3))
        assert office.form_of("rina").answers["tujuan"] == "Penelitian"

    @pytest.mark.parametrize("choice", [-1, 4, 99])
    def test_a_choice_that_is_not_there_is_refused(self, office, choice):
        form = self.at(office, "tujuan")
        office.refuses(
            FormMovedOn, "rina", lambda desks: desks.forms.choose(form.id, form.at, choice)
        )

    def test_a_button_of_an_earlier_question_is_refused(self, office):
        form = self.at(office, "tujuan")
        for press in (
            lambda desks: desks.forms.choose(form.id, 0, 0),
            lambda desks: desks.forms.back(form.id, 0),
            lambda desks: desks.forms.go_on(form.id, 0),
            lambda desks: desks.forms.take_out(form.id, 0, ""),
            lambda desks: desks.forms.change(form.id, 0),
        ):
            office.refuses(FormMovedOn, "rina", press)

    def test_words_where_a_file_is_asked_hear_what_is_taken(self, office):
        self.at(office, "surat_permohonan")
        refused = office.refuses(
            FileWanted, "rina", lambda desks: desks.messages.hear("ini suratnya", message_id=1)
        )
        assert refused.accepted == "PDF, JPEG, PNG"

    def test_a_file_where_words_are_asked_hears_the_example(self, office):
        refused = office.refuses(TextWanted, "rina", lambda desks: desks.messages.slot())
        assert refused.example == "Dinas Kesehatan"

    def test_a_file_where_a_button_is_asked_is_sent_to_the_buttons(self, office):
        self.at(office, "tujuan")
        office.refuses(NotAChoice, "rina", lambda desks: desks.messages.slot())
        office.refuses(NotAChoice, "rina", lambda desks: desks.messages.strange())

    def test_a_file_is_kept_and_its_copy_taken_out_of_the_chat(self, office):
        form = self.at(office, "surat_permohonan")
        office.hands_in("rina", a_file())
        assert office.hears("rina") == [
            ShowForm(draft_id=form.id, said="received"),
            RemoveMessage(message_id=CHAT_COPY),
        ]

    def test_a_full_slot_takes_no_more(self, office):
        form = self.at(office, "identitas")
        office.hands_in("rina", a_file("depan.jpg"))
        office.hands_in("rina", a_file("belakang.jpg"))
        office.refuses(
            SlotFull,
            "rina",
            lambda desks: desks.forms.attach(form.id, a_file("lagi.jpg"), message_id=1),
        )

    def test_a_slot_is_emptied_to_hand_in_others(self, office):
        form = self.at(office, "identitas")
        office.hands_in("rina", a_file("buram.jpg"))
        shown = office.files_shown("rina")
        office.does("rina", lambda desks: desks.forms.take_out(form.id, form.at, shown))
        office.hands_in("rina", a_file("jelas.jpg"))
        assert [one.name for one in office.form_of("rina").files["identitas"]] == ["jelas.jpg"]

    def test_going_on_answers_the_question_whether_to_cancel(self, office):
        office.says("rina", "Dinas Kesehatan")
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.resume())
        assert office.work.cards.mode(f"form:{form.id}", form.person_id) == Mode()
        office.refuses(FormMovedOn, "rina", lambda desks: desks.forms.cancel(form.id))

    def test_back_keeps_what_was_told(self, office):
        office.says("rina", "Dinas Kesehatan")
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.back(form.id, form.at))
        assert (office.form_of("rina").at, office.form_of("rina").answers["instansi"]) == (
            0,
            "Dinas Kesehatan",
        )

    def test_anything_can_be_changed_from_the_review(self, office):
        office.fills()
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.change(form.id, 0))
        office.says("rina", "Dinas Sosial")
        assert office.form_of("rina").in_review
        assert office.form_of("rina").answers["instansi"] == "Dinas Sosial"

    def test_words_at_the_review_show_the_review_again(self, office):
        office.fills()
        office.silence()
        office.says("rina", "sudah benar semua")
        assert office.hears("rina") == [ShowForm(draft_id=office.form_of("rina").id)]

    def test_a_form_of_a_service_taken_off_meanwhile_is_kept_and_not_handed_in(self, office):
        office.fills()
        form = office.form_of("rina")
        office.work.procedures.offer_only(["loket-layanan"])
        office.refuses(ServiceUnknown, "rina", lambda desks: desks.handing_in.submit(form.id))
        assert office.form_of("rina") == form

    def test_an_incomplete_form_is_not_handed_in(self, office):
        form = office.form_of("rina")
        refused = office.refuses(
            FormIncomplete, "rina", lambda desks: desks.handing_in.submit(form.id)
        )
        assert refused.missing == "Instansi pemohon"

    def test_nobody_touches_the_form_of_somebody_else(self, office):
        form = office.form_of("rina")
        for press in (
            lambda desks: desks.forms.text(form.id, "x", message_id=1),
            lambda desks: desks.forms.back(form.id, form.at),
            lambda desks: desks.handing_in.submit(form.id),
            lambda desks: desks.forms.ask_cancel(form.id),
            lambda desks: desks.forms.cancel(form.id),
            lambda desks: desks.forms.attach(form.id, a_file(), message_id=1),
        ):
            office.refuses(NotForYou, "budi", press)


class TestCancelling:
    @pytest.fixture
    def form(self, office):
        office.consents()
        office.begins()
        office.says("rina", "Dinas Kesehatan")
        office.silence()
        return office.form_of("rina")

    def test_is_asked_once_more(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        assert office.hears("rina") == [ShowForm(draft_id=form.id, fresh=False)]
        assert office.form_of("rina").answers == form.answers

    def test_throws_the_answers_away_when_it_is_meant(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.cancel(form.id))
        assert office.form_of("rina") is None
        assert office.hears("rina", ShowWelcome) == [ShowWelcome()]

    def test_may_be_thought_better_of(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.keep(form.id))
        assert office.form_of("rina").answers == form.answers

    def test_is_not_done_by_an_old_button_when_the_form_went_on(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.says("rina", "Rina Wulandari")
        office.refuses(FormMovedOn, "rina", lambda desks: desks.forms.cancel(form.id))

    def test_a_cancelled_form_takes_nothing_more(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.cancel(form.id))
        office.refuses(
            FormClosed, "rina", lambda desks: desks.forms.text(form.id, "x", message_id=1)
        )
        office.refuses(NoOpenForm, "rina", lambda desks: desks.forms.resume())


class TestALicence:
    """Data is asked for on a licence that is valid: when it is told, and when it is handed in."""

    @pytest.fixture
    def office(self):
        with open_office(office=an_office(), sops=(shipped_text("kemendagri-data"),)) as office:
            office.consents()
            office.begins(procedure_id="kemendagri-data")
            yield office

    def refused(self, office, said, refusal):
        form = office.form_of("rina")
        return office.refuses(
            refusal, "rina", lambda desks: desks.forms.text(form.id, said, message_id=CHAT_COPY)
        )

    def test_past_its_day_is_refused_as_soon_as_the_day_is_told(self, office):
        office.answers_until("rina", "berlaku_sampai")
        refusal = self.refused(office, "22-11-2026", DayTooEarly)
        assert (refusal.title, refusal.earliest) == ("Izin berlaku sampai", date(2026, 11, 23))

    def test_is_taken_on_its_last_day(self, office):
        office.answers_until("rina", "berlaku_sampai")
        office.says("rina", "23-11-2026")
        assert office.form_of("rina").answers["berlaku_sampai"] == "2026-11-23"

    def test_of_tomorrow_is_refused(self, office):
        office.answers_until("rina", "tanggal_izin")
        assert self.refused(office, "24-11-2026", DayTooLate).than == "today"

    def test_without_a_number_is_refused(self, office):
        office.answers_until("rina", "nomor_izin")
        self.refused(office, "belum ada", NotALetterNumber)

    def test_that_lapsed_while_the_form_lay_open_is_not_handed_in(self, office):
        office.answers_until("rina", "berlaku_sampai")
        office.says("rina", "25-11-2026")
        office.fills()
        office.clock.wait(days=7)
        form = office.form_of("rina")
        refusal = office.refuses(
            DayTooEarly, "rina", lambda desks: desks.handing_in.submit(form.id)
        )
        assert (refusal.day, refusal.earliest) == (date(2026, 11, 25), date(2026, 11, 30))

    def test_that_was_renewed_meanwhile_is_handed_in(self, office):
        office.answers_until("rina", "berlaku_sampai")
        office.says("rina", "25-11-2026")
        office.fills()
        office.clock.wait(days=7)
        form = office.form_of("rina")
        place = form.asks.index("berlaku_sampai")
        office.does("rina", lambda desks: desks.forms.change(form.id, place))
        office.says("rina", "25-11-2027")
        office.submits()
        assert office.case.answers["berlaku_sampai"] == "2027-11-25"


def an_office_that_lets_run(most):
    office = an_office().model_copy(update={"open_requests": most})
    return open_office(office=office, sops=(COUNTER_SOP,))


class TestManyRequests:
    def test_of_one_applicant_run_up_to_the_offices_limit(self):
        with an_office_that_lets_run(2) as office:
            office.applies()
            office.applies()
            refused = office.refuses(
                TooManyOpen, "rina", lambda desks: desks.form_opening.begin(JAKARTA_DATA, None)
            )
            assert refused.most == 2
            office.applies("budi")

    def test_a_form_that_was_begun_before_is_kept(self):
        with an_office_that_lets_run(1) as office:
            office.consents()
            office.begins()
            form = office.form_of("rina")
            office.fills()
            office.does("rina", lambda desks: desks.form_opening.begin("loket-layanan", "kia"))
            office.fills()
            office.submits()
            office.refuses(TooManyOpen, "rina", lambda desks: desks.handing_in.submit(form.id))
            assert not office.work.drafts.get(form.id).closed

    def test_an_ended_one_makes_room(self):
        with an_office_that_lets_run(1) as office:
            office.applies(procedure_id="loket-layanan", service="kia")
            office.decides("petugas", "tolak")
            assert office.applies()
