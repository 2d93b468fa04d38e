"""What Pekanbaru and the Kemendagri bring: the counter, the pick-up, and named access."""

import pytest

from bot.delivery.papers import paper_of
from storage import procedure_files
from storage.reading.cases import case_view, pickup_view
from storage.reading.queues import giving_view, overview_view, queue_view
from storage.reading.tasks import task_view
from tests.support.office import CHAT_COPY, open_office
from workflow.errors import (
    AccessNotGranted,
    FormMovedOn,
    LinkTaken,
    LinkUnknown,
    NotForYou,
    NotYourTask,
)
from workflow.intents import (
    RemoveMessage,
    SendAttachment,
    SendPaper,
    ShowCase,
    ShowGiving,
    ShowTask,
    TakeBack,
    Tell,
    TellPickup,
)
from workflow.knowing import secret_of
from workflow.papers import PaperKind
from workflow.shown import digest_of
from workflow.views.task import Face

PEKANBARU, KEMENDAGRI = "pekanbaru-sipenduduk", "kemendagri-data"
TEXTS = {file.name.removesuffix(".yaml"): file.text for file in procedure_files.shipped()}


@pytest.fixture
def office():
    with open_office(sops=(TEXTS[PEKANBARU], TEXTS[KEMENDAGRI])) as office:
        yield office


def at_the_counter(office, service="kk"):
    """The petugas enters a request for a citizen who has no Telegram."""
    office.begins("petugas", PEKANBARU, service)
    office.fills("petugas")
    office.submits("petugas")


def middle_of_the_nik(office):
    """What the citizen knows, and the resi does not show."""
    return secret_of(office.procedure, office.case.service, office.case.answers).digits


def the_step(office):
    return office.procedure.step(office.task.step)


class TestACitizenWithoutTelegram:
    def test_the_request_is_entered_at_the_counter_and_its_resi_printed_there(self, office):
        at_the_counter(office)

        assert office.case.applicant_id is None
        assert SendPaper(case_id=office.case.id, kind=PaperKind.RESI) in office.hears("petugas")

    def test_the_resi_and_what_the_citizen_knows_link_them_once(self, office):
        at_the_counter(office)
        link = f"k{office.case.link_code}"

        office.does("rina", lambda desks: desks.reception.start(link))
        assert office.case.applicant_id is None
        assert [one.message_id for one in office.hears("rina", Tell)] == ["link-ask-nik"]
        office.says("rina", middle_of_the_nik(office))

        assert office.case.applicant_id == office.ids["rina"]
        assert office.hears("rina", ShowCase | RemoveMessage) == [
            RemoveMessage(message_id=CHAT_COPY),
            ShowCase(case_id=office.case.id, fresh=True),
        ]
        office.refuses(LinkTaken, "budi", lambda desks: desks.reception.start(link))
        office.refuses(LinkUnknown, "budi", lambda desks: desks.reception.start("kFORGED2345"))

    def test_whoever_holds_a_letter_cannot_make_its_case_their_own(self, office):
        at_the_counter(office)
        on_the_letter = office.case.code

        for payload in (f"k{on_the_letter}", f"k{on_the_letter.lower()}", f"kv{on_the_letter}"):
            office.refuses(
                LinkUnknown, "budi", lambda desks, link=payload: desks.reception.start(link)
            )
        assert office.case.applicant_id is None
        office.does("budi", lambda desks: desks.reception.start(f"v{on_the_letter}"))
        assert office.hears("budi", Tell)[0].message_id == "genuine-known"

    def test_whoever_holds_the_resi_cannot_pass_it_off_as_the_code_of_a_letter(self, office):
        at_the_counter(office)
        on_the_resi = office.case.link_code

        office.does("budi", lambda desks: desks.reception.start(f"v{on_the_resi}"))

        assert office.hears("budi") == [Tell(message_id="genuine-unknown")]

    def test_a_case_that_came_by_telegram_has_no_link_at_all(self, office):
        office.applies("rina", PEKANBARU, "kk")

        assert office.case.link_code is None
        for payload in (f"k{office.case.code}", "kNone"):
            office.refuses(
                LinkUnknown, "budi", lambda desks, link=payload: desks.reception.start(link)
            )

    def test_the_printed_resi_alone_carries_the_link(self, office):
        at_the_counter(office)
        now, case = office.clock.now(), office.case
        read = {
            kind: paper_of(office.work, case.id, kind, bot_name="bot", now=now)
            for kind in (PaperKind.RESI, PaperKind.KARTU_KENDALI, PaperKind.LEMBAR_DISPOSISI)
        }

        links = {kind: paper.link.partition("=")[2] for kind, paper in read.items()}
        assert links == {
            "resi": f"k{case.link_code}",
            "kartu_kendali": f"v{case.code}",
            "lembar_disposisi": f"v{case.code}",
        }
        assert {paper.code for paper in read.values()} == {case.code}

    def test_a_repair_comes_back_to_the_counter(self, office):
        at_the_counter(office)
        office.goes_to("2")
        office.works("petugas")
        office.silence()
        returned = next(n for n, out in the_step(office).outcomes.items() if out.to == "0")
        slot = office.procedure.items_of("kk")[-1].id
        office.decides("petugas", returned, items=(slot,))

        assert office.task.step == "0"
        assert ShowTask(task_id=office.task.id) in office.hears("petugas")


class TestAPickUp:
    def test_the_applicant_hears_what_to_bring_and_gets_no_document(self, office):
        office.applies("rina", PEKANBARU, "ktp_el")
        office.goes_to("6")

        heard = office.hears("rina")
        assert TellPickup(case_id=office.case_id) in heard
        assert not [one for one in heard if isinstance(one, SendAttachment)]

    def test_the_place_and_the_hours_are_this_offices(self, office):
        office.applies("rina", PEKANBARU, "ktp_el")
        view = pickup_view(office.work, office.case_id, now=office.clock.now())
        head = office.context.office.letterhead
        assert view.where == f"{head.name}, {head.address}"
        assert view.hours == office.work.calendar.hours
        office.applies("budi", PEKANBARU, "kk")
        assert pickup_view(office.work, office.case_id, now=office.clock.now()) is None

    def test_the_counter_confirms_it_and_the_applicant_cannot(self, office):
        office.applies("rina", PEKANBARU, "ktp_el")
        office.goes_to("6")
        outcome = next(iter(the_step(office).outcomes))
        task = office.task

        office.refuses(
            NotYourTask, "rina", lambda desks: desks.applicant.acknowledge(task.id, outcome)
        )
        office.does("petugas", lambda desks: desks.officer.acting(task.id).press(outcome))
        office.collects("petugas", outcome)
        assert office.case.ended_at is not None

    def test_the_applicants_card_does_not_say_that_nothing_is_to_be_done(self, office):
        office.applies("rina", PEKANBARU, "ktp_el")
        seen = []
        for step in ("3", "6"):
            office.goes_to(step)
            me, now = office.ids["rina"], office.clock.now()
            seen.append(case_view(office.work, office.case_id, me, now=now).to_collect)
        assert seen == [False, True]

    def test_who_helps_with_a_document_is_not_called_where_there_is_none(self, office):
        called = {}
        for service in ("ktp_el", "kk"):
            office.applies("rina", PEKANBARU, service)
            office.goes_to("4")
            office.silence()
            office.presses("kabid_dafduk", "paraf")
            told = [name for name, _ in office.told(ShowTask)]
            called[service] = "operator" in told
        assert called == {"ktp_el": False, "kk": True}


class TestAccessToTheData:
    def opens(self, office):
        task = office.task
        return lambda desks: desks.officer.files(task.id)

    def test_it_is_refused_before_open_for_the_named_and_closed_by_the_report(self, office):
        operator = office.context.office.holder_of(KEMENDAGRI, "jfu")
        office.applies("rina", KEMENDAGRI)
        office.goes_to("3")
        office.refuses(AccessNotGranted, operator, self.opens(office))

        granting, [outcome] = office.task, list(the_step(office).outcomes)
        kasi = office.context.office.holder_of(KEMENDAGRI, "kasi")
        office.does(
            kasi,
            lambda desks: desks.officer.choosing(granting.id).grant(outcome, office.ids[operator]),
        )
        office.does(operator, self.opens(office))
        office.colleague("orang_lain", operator)
        office.refuses(AccessNotGranted, "orang_lain", self.opens(office))

        office.goes_on()
        office.refuses(AccessNotGranted, operator, self.opens(office))

    @pytest.mark.parametrize("written", [False, True])
    def test_another_instruction_still_asks_for_the_person(self, office, written):
        operator = office.context.office.holder_of(KEMENDAGRI, "jfu")
        kasi = office.context.office.holder_of(KEMENDAGRI, "kasi")
        office.applies("rina", KEMENDAGRI)
        office.goes_to("3")
        granting, [outcome] = office.task, list(the_step(office).outcomes)
        instruction = the_step(office).instructions[1]

        office.does(kasi, lambda desks: desks.officer.acting(granting.id).instruct(outcome))
        if written:
            office.does(kasi, lambda desks: desks.officer.acting(granting.id).write(outcome))
            office.says(kasi, instruction)
        else:
            office.does(
                kasi,
                lambda desks: desks.officer.acting(granting.id).ready_made(
                    outcome, digest_of(instruction)
                ),
            )
        assert office.task.done_at is None
        assert office.face(kasi).face == Face.GRANT
        office.does(
            kasi,
            lambda desks: desks.officer.choosing(granting.id).grant(outcome, office.ids[operator]),
        )

        assert office.tasks[-2].note == instruction
        assert office.task.holder_id == office.ids[operator]
        office.does(operator, self.opens(office))


class TestAccessGoesWithTheFile:
    """A lane that works by grant: holding a file, doing it and seeing it are one right."""

    @pytest.fixture(autouse=True)
    def _at_the_operator(self, office):
        self.operator = office.context.office.holder_of(KEMENDAGRI, "jfu")
        self.kasi = office.context.office.holder_of(KEMENDAGRI, "kasi")
        office.applies("rina", KEMENDAGRI)
        office.goes_to("3")
        granting, named = office.task, office.ids[self.operator]
        office.does(
            self.kasi, lambda desks: desks.officer.choosing(granting.id).grant("beri_akses", named)
        )
        office.colleague("sari", self.operator)
        office.silence()

    def files(self, office):
        task = office.task
        return lambda desks: desks.officer.files(task.id)

    def test_a_colleague_without_it_takes_nothing_over(self, office):
        task = office.task
        for press in (
            lambda desks: desks.officer.take(task.id),
            lambda desks: desks.officer.acting(task.id).press("lapor"),
            lambda desks: desks.officer.open(task.id),
            lambda desks: desks.form_opening.begin_task(task.id),
        ):
            office.refuses(AccessNotGranted, "sari", press)
        view = task_view(office.work, task.id, office.ids["sari"], now=office.clock.now())
        assert view is None
        assert task.id not in queue(office, "sari")

    def test_a_superior_gives_it_to_nobody_without_it(self, office):
        superior = office.context.office.alerted_for(self.operator)
        task, sari = office.task, office.ids["sari"]
        office.refuses(FormMovedOn, superior, lambda desks: desks.supervisor.give(task.id, sari))

    def test_whoever_grants_may_name_another_from_the_overview(self, office):
        office.appoint(self.kasi, "sekretaris")
        kasi, sari = office.ids[self.kasi], office.ids["sari"]
        office.clock.wait(hours=2)
        view = overview_view(office.work, kasi, 0, now=office.clock.now())
        assert [line.givable for line in view.lines] == [True]
        secretary = overview_view(office.work, office.ids["sekretaris"], 0, now=office.clock.now())
        assert [line.givable for line in secretary.lines] == [False]
        task = office.task
        office.does(self.kasi, lambda desks: desks.supervisor.give(task.id, sari))
        office.does("sari", self.files(office))
        office.refuses(AccessNotGranted, self.operator, self.files(office))
        assert TakeBack() in office.hears(self.operator)

    def test_what_was_sent_of_the_files_is_taken_back_with_the_access(self, office):
        office.does(self.operator, self.files(office))
        office.silence()
        office.goes_on()
        assert TakeBack() in office.hears(self.operator)

    def test_a_return_brings_the_access_back_to_the_operator(self, office):
        office.goes_on()
        office.refuses(AccessNotGranted, self.operator, self.files_of_last(office))
        office.decides(self.kasi, "perbaiki")
        assert office.task.holder_id == office.ids[self.operator]
        office.does(self.operator, self.files(office))
        office.decides(self.operator, "lapor")
        assert office.step == "5"

    def files_of_last(self, office):
        done = office.tasks[-2]
        return lambda desks: desks.officer.files(done.id)

    def test_who_copies_and_sends_the_letter_may_open_it(self, office):
        office.goes_to("8")
        assert office.task.holder_id == office.ids[self.operator]
        task = office.task
        office.does(self.operator, lambda desks: desks.officer.letter(task.id))
        assert office.hears(self.operator, SendPaper)
        office.refuses(AccessNotGranted, "sari", self.files(office))

    def test_with_the_operator_dismissed_the_kasi_names_another(self, office):
        task = office.task
        end = office.work.people.appointments_to(self.operator, at=office.clock.now())[0]
        office.does("it", lambda desks: desks.administrator.ask_end(end.id))
        office.does("it", lambda desks: desks.administrator.end(end.id))
        told = office.hears(self.kasi)
        assert [type(one) for one in told] == [Tell, ShowGiving]
        assert task.id in queue(office, self.kasi)

        office.refuses(AccessNotGranted, "sari", self.files(office))
        office.does(self.kasi, lambda desks: desks.officer.open(task.id))
        assert office.hears(self.kasi) == [ShowGiving(task_id=task.id, fresh=True)]
        kasi, sari = office.ids[self.kasi], office.ids["sari"]
        view = giving_view(office.work, task.id, kasi, 0, now=office.clock.now())
        assert [one.person_id for one in view.colleagues] == [sari]
        office.does(self.kasi, lambda desks: desks.supervisor.give(task.id, sari))

        assert office.task.holder_id == sari
        office.does("sari", self.files(office))
        office.refuses(NotForYou, self.operator, self.files(office))
        assert task.id not in queue(office, self.kasi)

    def test_a_file_that_comes_when_the_operator_has_gone_asks_for_another(self, office):
        office.goes_on()
        office.leaves(self.operator, self.operator)
        office.silence()
        office.decides(self.kasi, "perbaiki")
        assert office.task.holder_id is None
        assert ShowGiving(task_id=office.task.id, fresh=True) in office.hears(self.kasi)

    @pytest.mark.parametrize(
        ("leaving", "told"),
        [("kasi", "office-lane-closed"), ("jfu", "office-lane-unheld")],
    )
    def test_the_administrators_hear_when_nobody_can_name_another(self, office, leaving, told):
        office.goes_to("6")
        if leaving == "kasi":
            office.leaves(self.operator, self.operator)
        for name in ("sari", self.operator) if leaving == "jfu" else ():
            office.leaves(name, self.operator)
        office.goes_to("7")
        if leaving == "kasi":
            office.leaves(self.kasi, self.kasi)
        office.silence()
        office.goes_on()
        assert office.step == "8"
        assert [one.message_id for one in office.hears("it", Tell)] == [told]


def queue(office, name):
    view = queue_view(office.work, office.ids[name], 0, now=office.clock.now())
    return [line.task_id for line in view.lines]
