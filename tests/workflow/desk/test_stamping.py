import pytest

from workflow.case import CaseState, PaperState
from workflow.desk.stamping import StampKind
from workflow.errors import PaperNotReleased, TaskAlreadyDone, TaskMoved
from workflow.intents import SendAttachment, SendPaper, ShowTask, Stamp, Tell
from workflow.people import Acting


def asks(office, name, outcome):
    """Press until the stamp is ordered; nobody sets it yet."""
    task = office.task
    office.presses(name, outcome)
    if office.task.signing_since is None:
        office.does(name, lambda desks: desks.officer.acting(task.id).sure(outcome))
    return task


def order(office, name, task):
    return office.does(name, lambda desks: desks.stamping.order(task.id))


def stamp(office, name, task):
    ordered = order(office, name, task)
    office.does(name, lambda desks: desks.stamping.set(ordered, f"{ordered.stamp} digest"))
    return ordered


@pytest.fixture
def signing(office):
    """The letter lies before the Kepala Dinas, who has pressed twice."""
    office.applies()
    office.goes_to("9")
    office.silence()
    return asks(office, "kepala_dinas", "tandatangani")


class TestTheSignature:
    def test_is_ordered_with_all_that_is_set(self, office, signing):
        ordered = order(office, "kepala_dinas", signing)
        assert (ordered.kind, ordered.stamp) == ("surat_jawaban", StampKind.SIGNATURE)
        assert ordered.signatory.jabatan == "kepala_dinas"
        assert (ordered.title, ordered.at) == ("Kepala Dinas", office.clock.now())

    def test_reserves_the_number_that_the_letter_carries(self, office, signing):
        ordered = order(office, "kepala_dinas", signing)
        assert ordered.number == "470/1/DUKCAPIL/XI/2026"
        reserved = office.work.numbers.find_reserved(office.case_id)
        assert (reserved.text, reserved.booked_at) == (ordered.number, None)

    def test_ordered_twice_carries_the_same_number(self, office, signing):
        first = order(office, "kepala_dinas", signing)
        office.clock.wait(days=40)
        assert order(office, "kepala_dinas", signing).number == first.number

    def test_moves_the_case_when_it_is_set(self, office, signing):
        stamp(office, "kepala_dinas", signing)
        assert office.step == "10"
        paper = office.work.cases.paper(office.case_id, "surat_jawaban")
        assert (paper.state, paper.digest) == (PaperState.SIGNED, "signature digest")
        assert paper.released_at is None
        assert office.tasks[8].done_as == "Kepala Dinas"

    def test_is_set_once(self, office, signing):
        ordered = stamp(office, "kepala_dinas", signing)
        assert order(office, "kepala_dinas", signing) is None
        office.refuses(
            TaskAlreadyDone, "kepala_dinas", lambda desks: desks.stamping.set(ordered, "again")
        )

    def test_is_not_ordered_before_it_is_asked_for(self, office):
        office.applies()
        office.goes_to("9")
        assert order(office, "kepala_dinas", office.task) is None

    def test_that_failed_can_be_pressed_again(self, office, signing):
        first = order(office, "kepala_dinas", signing)
        office.silence()
        office.work.cards.lay(f"task:{signing.id}", office.ids["kepala_dinas"], 5)
        office.does("kepala_dinas", lambda desks: desks.stamping.failed(signing.id))
        assert office.hears("kepala_dinas") == [
            Tell(message_id="stamp-failed"),
            ShowTask(task_id=signing.id),
        ]
        assert office.step == "9"
        again = asks(office, "kepala_dinas", "tandatangani")
        assert order(office, "kepala_dinas", again).number == first.number
        stamp(office, "kepala_dinas", again)
        assert office.step == "10"

    def test_that_failed_after_it_was_set_changes_nothing(self, office, signing):
        stamp(office, "kepala_dinas", signing)
        office.silence()
        office.does("kepala_dinas", lambda desks: desks.stamping.failed(signing.id))
        assert office.hears("kepala_dinas") == []
        assert office.step == "10"

    def test_gives_nothing_to_the_applicant(self, office, signing):
        stamp(office, "kepala_dinas", signing)
        assert office.hears("rina", SendPaper | SendAttachment) == []
        office.refuses(
            PaperNotReleased,
            "rina",
            lambda desks: desks.applicant.paper(office.case_id, "answer"),
        )


class TestTheSeal:
    @pytest.fixture(autouse=True)
    def _signed(self, office):
        office.applies()
        office.goes_to("10")
        office.silence()
        office.clock.wait(minutes=2)

    def test_books_the_number_and_releases_the_letter(self, office):
        ordered = stamp(office, "petugas", asks(office, "petugas", "serahkan"))
        assert ordered.stamp is StampKind.SEAL
        assert ordered.paper.state is PaperState.SIGNED
        number = office.work.numbers.find_reserved(office.case_id)
        assert (number.text, number.booked_at) == (ordered.number, office.clock.now())
        paper = office.work.cases.paper(office.case_id, "surat_jawaban")
        assert (paper.state, paper.released_at) == (PaperState.SEALED, office.clock.now())
        assert [one.kind for one in office.hears("rina", SendPaper)] == ["surat_jawaban"]
        assert office.step == "11"

    def test_gives_nothing_away_while_it_is_only_asked_for(self, office):
        task = asks(office, "petugas", "serahkan")
        order(office, "petugas", task)
        assert office.hears("rina") == []
        assert office.work.cases.paper(office.case_id, "surat_jawaban").released_at is None


def test_each_letter_has_the_next_number(office):
    numbers = []
    for _ in range(2):
        office.applies()
        office.goes_to("10")
        numbers.append(office.work.numbers.find_reserved(office.case_id).text)
    assert numbers == ["470/1/DUKCAPIL/XI/2026", "470/2/DUKCAPIL/XI/2026"]


@pytest.fixture
def report(office):
    office.begins("pengelola_data", "laporan-bulanan")
    office.fills("pengelola_data")
    office.submits("pengelola_data")
    office.goes_to("3")
    return office.task


def test_a_letter_that_no_step_registers_has_its_number_with_the_signature(office, report):
    stamp(office, "kepala_dinas", asks(office, "kepala_dinas", "tandatangani"))
    assert office.work.numbers.find_reserved(office.case_id).booked_at == office.clock.now()


def test_a_number_whose_letter_was_refused_says_why_it_is_unused(office, report):
    task = asks(office, "kepala_dinas", "tandatangani")
    order(office, "kepala_dinas", task)
    office.does("kepala_dinas", lambda desks: desks.stamping.failed(task.id))
    office.decides("kepala_dinas", "tolak", reason="Data belum final")
    number = office.work.numbers.find_reserved(office.case_id)
    assert office.case.state is CaseState.REFUSED
    assert (number.booked_at, number.explained) == (None, "Data belum final")


def test_nobody_else_is_asked_to_stamp(office, signing):
    assert office.told(Stamp) == [("kepala_dinas", Stamp(task_id=signing.id))]


class TestARightThatWentAfterThePress:
    """Between the press and the signature lie a thread, a slow chat, a stop of the machine."""

    def test_a_letter_is_not_signed_by_whoever_left_before_it_was_ordered(self, office, signing):
        office.leaves("kepala_dinas", "kepala_dinas")
        assert order(office, "kepala_dinas", signing) is None
        self.lies_in_its_lane_again(office)

    def test_a_letter_is_not_signed_by_whoever_left_before_it_was_set(self, office, signing):
        ordered = order(office, "kepala_dinas", signing)
        office.leaves("kepala_dinas", "kepala_dinas")
        assert not office.does("kepala_dinas", lambda desks: desks.stamping.set(ordered, "digest"))
        self.lies_in_its_lane_again(office)
        assert office.work.cases.paper(office.case_id, "surat_jawaban") is None

    def test_whoever_sits_there_now_has_the_file_and_hears_why(self, office, signing):
        office.leaves("kepala_dinas", "kepala_dinas")
        office.colleague("ratna", "kepala_dinas")
        order(office, "kepala_dinas", signing)
        told = Tell(message_id="stamp-right-gone", arguments={"number": office.case.number})
        assert told in office.hears("kepala_dinas")
        assert office.hears("ratna") == [ShowTask(task_id=signing.id), told]
        stamp(office, "ratna", asks(office, "ratna", "tandatangani"))
        assert office.step == "10"

    def test_a_signature_as_plh_is_not_set_as_the_definitive_officer(self, office, signing):
        ordered = order(office, "kepala_dinas", signing)
        office.appoint("kepala_dinas", "kepala_dinas", acting=Acting.PLT)
        assert order(office, "kepala_dinas", signing) is None
        self.lies_in_its_lane_again(office)
        office.refuses(
            TaskMoved, "kepala_dinas", lambda desks: desks.stamping.set(ordered, "digest")
        )

    def test_what_is_signed_is_what_was_pressed_on(self, office, signing):
        case = office.case
        answers = {**case.answers, "instansi": "Instansi lain"}
        office.work.cases.put_answers(case, answers, subject=case.subject)
        assert order(office, "kepala_dinas", signing) is None
        self.lies_in_its_lane_again(office)

    def test_a_press_of_before_signs_nothing_for_a_later_one(self, office, signing):
        ordered = order(office, "kepala_dinas", signing)
        office.does("kepala_dinas", lambda desks: desks.stamping.failed(signing.id))
        office.colleague("ratna", "kepala_dinas")
        office.does("ratna", lambda desks: desks.officer.take(signing.id))
        asks(office, "ratna", "tandatangani")
        assert order(office, "kepala_dinas", signing) is None
        office.refuses(
            TaskMoved, "kepala_dinas", lambda desks: desks.stamping.set(ordered, "digest")
        )
        office.does("kepala_dinas", lambda desks: desks.stamping.failed(signing.id))
        assert office.task.signing_by == office.ids["ratna"]

    def test_a_signature_that_failed_after_its_officer_left_goes_back_to_the_lane(
        self, office, signing
    ):
        order(office, "kepala_dinas", signing)
        office.leaves("kepala_dinas", "kepala_dinas")
        office.does("kepala_dinas", lambda desks: desks.stamping.failed(signing.id))
        self.lies_in_its_lane_again(office)

    def test_the_number_waits_for_the_next_signature(self, office, signing):
        first = order(office, "kepala_dinas", signing)
        office.leaves("kepala_dinas", "kepala_dinas")
        order(office, "kepala_dinas", signing)
        office.colleague("ratna", "kepala_dinas")
        assert stamp(office, "ratna", asks(office, "ratna", "tandatangani")).number == first.number

    def lies_in_its_lane_again(self, office):
        assert office.step == "9"
        assert (office.task.signing_since, office.task.holder_id) == (None, None)


def test_a_seal_is_not_set_by_whoever_left_the_counter(office):
    office.applies()
    office.goes_to("10")
    task = asks(office, "petugas", "serahkan")
    ordered = order(office, "petugas", task)
    office.leaves("petugas", "petugas")
    assert not office.does("petugas", lambda desks: desks.stamping.set(ordered, "digest"))
    assert office.step == "10"
    paper = office.work.cases.paper(office.case_id, "surat_jawaban")
    assert (paper.state, paper.released_at) == (PaperState.SIGNED, None)
