"""Deciding together: files of one step are looked at, ticked, and decided each on its own."""

from zoneinfo import ZoneInfo

import pytest

from messages.actions.bulk import BeginBulk
from messages.cards.bulk import bulk_card
from messages.cards.queue import queue_card
from messages.localizer import localizer_for
from storage.reading.bulk import bulk_view
from storage.reading.queues import queue_view
from tests.support.office import JAKARTA_DATA
from workflow.bulk import read_bulk
from workflow.custody import CustodyEvent
from workflow.desk.bulk import decide_together, give_together
from workflow.errors import BulkEmpty, BulkRunning, ListMoved, NoteRequired, Refusal
from workflow.intents import SendAttachment
from workflow.officer_intents import DecideTogether, GiveTogether
from workflow.screen_names import ScreenName
from workflow.shown import digest_of

USUAL = "Persyaratan lengkap, mohon disposisi"
SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


def bulk_of(office, name="petugas"):
    return read_bulk(office.work.cards.mode(ScreenName.BULK, office.ids[name]).note)


def shown(office, name="petugas"):
    view = bulk_view(office.work, office.ids[name], now=office.clock.now())
    return view, bulk_card(view, SAY)


def words(card):
    return [one.text for row in card.rows for one in row]


class Pressing:
    """An officer's thumb, which is counted."""

    def __init__(self, office, name="petugas"):
        self.office, self.name, self.presses = office, name, 0

    def does(self, errand):
        self.presses += 1
        self.office.does(self.name, lambda desks: errand(desks.bulk))

    def begins(self, task_id):
        self.does(lambda bulk: bulk.begin(task_id))

    def ticks(self, most=999):
        while most and (task_id := bulk_of(self.office, self.name).current) is not None:
            view, _ = shown(self.office, self.name)
            self.does(lambda bulk, view=view, task_id=task_id: bulk.tick(task_id, view.version))
            most -= 1

    def chooses(self, outcome):
        ticked = bulk_of(self.office, self.name).digest
        self.does(lambda bulk: bulk.choose(outcome, ticked))

    def decides(self):
        self.chooses("lengkap")
        self.takes("lengkap", USUAL)

    def takes(self, outcome, note):
        ticked = bulk_of(self.office, self.name).digest
        self.does(lambda bulk: bulk.ready_made(outcome, digest_of(note), ticked))


def carried_out(office):
    """What was ordered is decided, as the post office does it."""
    for name, one in office.told(DecideTogether):
        decide_together(office.work, office.ids[name], one)
    office.silence()


@pytest.fixture
def forty(office):
    """Forty files of Rina's lie with the petugas."""
    office.applies()
    office.many_files(39)
    return office


@pytest.fixture
def first(forty):
    [(task, _), *_] = forty.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])
    forty.silence()
    return task.id


class TestGoingThrough:
    def test_begins_below_the_list_of_work(self, forty, first):
        view = queue_view(forty.work, forty.ids["petugas"], 0, now=forty.clock.now())
        [line] = view.together
        assert line.files == 40
        buttons = [one for row in queue_card(view, SAY).rows for one in row]
        assert [one.text for one in buttons if isinstance(one.action, BeginBulk)] == [
            "Putuskan bersama: Verifikasi permohonan (40)"
        ]

    def test_of_one_file_is_not_offered(self, office, verifying):
        view = queue_view(office.work, office.ids["petugas"], 0, now=office.clock.now())
        assert view.together == ()

    def test_shows_each_file_as_its_card_does(self, forty, first):
        Pressing(forty).begins(first)
        view, card = shown(forty)
        assert view.file.case_number in card.text
        assert "Berkas 1 dari 40 · dicentang 0" in card.text
        assert words(card)[:2] == ["✓ Centang, lanjut", "Lewati"]

    def test_is_receiving_what_is_looked_at(self, forty, first):
        Pressing(forty).begins(first)
        assert forty.work.cases.task(bulk_of(forty).tasks[0]).received_at is not None

    def test_leaves_out_and_goes_back(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        one = bulk_of(forty).current
        thumb.ticks(1)
        two = bulk_of(forty).current
        thumb.does(lambda bulk: bulk.leave_out(two))
        assert list(bulk_of(forty).ticked) == [one]
        thumb.does(lambda bulk: bulk.back())
        assert bulk_of(forty).current == two

    def test_ticks_only_what_is_looked_at(self, forty, first):
        Pressing(forty).begins(first)
        other = bulk_of(forty).tasks[5]
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.tick(other, 1))

    def test_takes_a_press_made_twice_for_one(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        task, (view, _) = bulk_of(forty).current, shown(forty)
        thumb.does(lambda bulk: bulk.tick(task, view.version))
        thumb.does(lambda bulk: bulk.tick(task, view.version))
        thumb.does(lambda bulk: bulk.leave_out(task))
        assert (bulk_of(forty).at, list(bulk_of(forty).ticked)) == (1, [task])

    def test_shows_a_file_once_more_that_has_changed_since(self, forty, first):
        Pressing(forty).begins(first)
        task, (view, _) = bulk_of(forty).current, shown(forty)
        changed = forty.work.cases.task(task)
        forty.work.cases.save_task(changed)
        said = []
        forty.does("petugas", lambda desks: said.append(desks.bulk.tick(task, view.version)))
        assert said == [False]
        assert (bulk_of(forty).current, bulk_of(forty).ticked) == (task, {})

    def test_passes_over_what_a_colleague_has_decided(self, forty, first):
        forty.colleague("joko", "petugas")
        thumb = Pressing(forty)
        thumb.begins(first)
        second = bulk_of(forty).tasks[1]
        forty.does("joko", lambda desks: desks.officer.acting(second).press("lengkap"))
        thumb.ticks(1)
        assert second not in bulk_of(forty).tasks

    def test_sends_the_files_of_the_one_that_is_looked_at(self, office):
        office.applies()
        one = office.task.id
        Pressing(office).begins(one)
        office.silence()
        office.does("petugas", lambda desks: desks.bulk.files(one))
        assert office.told(SendAttachment)

    def test_that_is_closed_decides_nothing(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(3)
        thumb.does(lambda bulk: bulk.stop())
        assert bulk_of(forty) is None
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.finish())
        assert forty.work.cases.task(first).is_open


class TestDeciding:
    def test_forty_files_takes_forty_three_presses(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks()
        thumb.decides()
        carried_out(forty)
        assert thumb.presses == 43
        bulk = bulk_of(forty)
        assert (bulk.done, bulk.refused, bulk.left) == (40, (), 0)
        assert "✓ Lengkap: 40 dari 40 berkas." in shown(forty)[1].text
        assert all(not forty.work.cases.task(one).is_open for one in bulk.tasks)

    def test_with_one_instruction_for_all(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(3)
        thumb.does(lambda bulk: bulk.finish())
        thumb.decides()
        carried_out(forty)
        head = Pressing(forty, "kepala_dinas")
        [(task, case), *_] = forty.work.cases.open_in_lanes([(JAKARTA_DATA, "kepala_dinas")])
        head.begins(task.id)
        head.ticks()
        head.chooses("disposisi")
        _, card = shown(forty, "kepala_dinas")
        step = forty.work.procedures.get(case.procedure_id, case.procedure_version).step(task.step)
        assert words(card)[: len(step.instructions)] == list(step.instructions)
        head.takes("disposisi", step.instructions[-1])
        carried_out(forty)
        decided = [forty.work.cases.task(one) for one in bulk_of(forty, "kepala_dinas").ticked]
        assert {one.note for one in decided} == {step.instructions[-1]}
        assert len(decided) == 3

    def test_goes_not_back_to_the_applicant(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(2)
        thumb.does(lambda bulk: bulk.finish())
        ticked = bulk_of(forty).digest
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.choose("kembalikan", ticked))
        assert "Kembalikan (2)" not in words(shown(forty)[1])

    def test_goes_back_with_one_written_reason(self, office):
        numbers = []
        for _ in range(2):
            office.applies()
            office.goes_to("7")
            numbers.append(office.case.number)
        thumb = Pressing(office, "kasi")
        thumb.begins(office.task.id)
        thumb.ticks()
        thumb.chooses("perbaiki")
        office.refuses(NoteRequired, "kasi", lambda desks: desks.messages.hear("-", message_id=7))
        office.says("kasi", "Periode keliru")
        carried_out(office)
        done = [office.work.cases.task(one) for one in bulk_of(office, "kasi").ticked]
        assert [(one.outcome, one.note) for one in done] == [("perbaiki", "Periode keliru")] * 2

    def test_of_nothing_is_refused(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.does(lambda bulk: bulk.finish())
        ticked = bulk_of(forty).digest
        forty.refuses(BulkEmpty, "petugas", lambda desks: desks.bulk.choose("lengkap", ticked))

    def test_twice_is_refused(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(2)
        thumb.decides()
        ticked = bulk_of(forty).digest
        forty.refuses(BulkRunning, "petugas", lambda desks: desks.bulk.choose("lengkap", ticked))

    def test_from_a_card_on_which_other_files_were_ticked_is_refused(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(2)
        before = bulk_of(forty).digest
        thumb.ticks(1)
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.choose("lengkap", before))

    def test_names_what_was_refused_meanwhile_and_why(self, forty, first):
        forty.colleague("joko", "petugas")
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(3)
        gone = list(bulk_of(forty).ticked)[1]
        forty.does("joko", lambda desks: desks.officer.take(gone))
        forty.does("joko", lambda desks: desks.officer.acting(gone).press("lengkap"))
        thumb.decides()
        carried_out(forty)
        _, case = forty.work.cases.task_and_case(gone)
        [line] = bulk_of(forty).refused
        assert (bulk_of(forty).done, line.number) == (2, case.number)
        assert f"<code>{case.number}</code> · " in shown(forty)[1].text

    def test_stops_for_whoever_left_the_post_meanwhile(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(3)
        thumb.decides()
        forty.leaves("petugas", "petugas")
        carried_out(forty)
        bulk = bulk_of(forty)
        assert (bulk.done, len(bulk.refused)) == (0, 3)
        assert all(forty.work.cases.task(one).is_open for one in bulk.ticked)

    def test_decides_nothing_that_was_only_looked_at(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(1)
        looked_at = bulk_of(forty).current
        thumb.decides()
        carried_out(forty)
        assert forty.work.cases.task(looked_at).is_open

    def test_of_three_hundred_is_ordered_in_parts(self, office):
        office.applies()
        office.many_files(320)
        [(task, _), *_] = office.work.cases.open_in_lanes([(JAKARTA_DATA, "petugas")])
        thumb = Pressing(office)
        thumb.begins(task.id)
        assert len(bulk_of(office).tasks) == 300
        thumb.ticks()
        office.silence()
        thumb.decides()
        assert {len(one.tasks) for _, one in office.told(DecideTogether)} == {15}
        carried_out(office)
        assert bulk_of(office).done == 300


def handed_over(office):
    for name, one in office.told(GiveTogether):
        give_together(office.work, office.ids[name], one)
    office.silence()


def holders_of(office, tasks):
    return {office.work.cases.task(one).holder_id for one in tasks}


class TestGiving:
    @pytest.fixture
    def three(self, forty, first):
        """Three files are looked at and ticked at a desk of two."""
        forty.colleague("joko", "petugas")
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(3)
        thumb.does(lambda bulk: bulk.finish())
        return thumb

    def chooses(self, office, thumb, to="joko"):
        ticked = bulk_of(office).digest
        thumb.does(lambda bulk: bulk.choose_colleague(ticked))
        thumb.does(lambda bulk: bulk.choose_word(office.ids[to], ticked))

    def gives(self, office, thumb, to="joko"):
        self.chooses(office, thumb, to)
        ticked = bulk_of(office).digest
        thumb.does(lambda bulk: bulk.give(office.ids[to], ticked))

    def test_lays_all_that_are_ticked_on_the_colleagues_desk(self, forty, three):
        self.gives(forty, three)
        handed_over(forty)
        bulk = bulk_of(forty)
        assert (bulk.done, bulk.refused) == (3, ())
        assert holders_of(forty, bulk.ticked) == {forty.ids["joko"]}
        assert "Diberikan kepada Joko" in shown(forty)[1].text
        assert all(
            forty.work.custody.last(one, CustodyEvent.GIVEN).to == forty.ids["joko"]
            for one in bulk.ticked
        )

    def test_names_the_colleagues_and_what_they_have(self, forty, three):
        assert "Berikan ke rekan (3)" in words(shown(forty)[1])
        ticked = bulk_of(forty).digest
        three.does(lambda bulk: bulk.choose_colleague(ticked))
        assert words(shown(forty)[1]) == ["Joko (memegang 0)", "Pilih putusan lain"]

    def test_takes_one_word_along_for_all(self, forty, three):
        self.chooses(forty, three)
        forty.says("petugas", "Tolong dilanjutkan, saya rapat sampai sore")
        handed_over(forty)
        notes = [forty.work.custody.last(one, CustodyEvent.GIVEN) for one in bulk_of(forty).ticked]
        assert {one.words for one in notes} == {"Tolong dilanjutkan, saya rapat sampai sore"}

    def test_another_way_forgets_the_colleague(self, forty, three):
        self.chooses(forty, three)
        three.does(lambda bulk: bulk.finish())
        assert (bulk_of(forty).giving, bulk_of(forty).to) == (False, None)

    def test_leaves_what_was_taken_meanwhile(self, forty, three):
        self.gives(forty, three)
        gone = list(bulk_of(forty).ticked)[1]
        forty.does("joko", lambda desks: desks.officer.take(gone))
        forty.does("joko", lambda desks: desks.officer.acting(gone).press("lengkap"))
        for name, one in [("petugas", one) for _, one in forty.told(GiveTogether)]:
            give_together(forty.work, forty.ids[name], one)
        _, case = forty.work.cases.task_and_case(gone)
        [line] = bulk_of(forty).refused
        assert (bulk_of(forty).done, line.number) == (2, case.number)
        assert "Tidak diberikan: 1" in shown(forty)[1].text

    def test_to_somebody_of_another_desk_is_refused(self, forty, three):
        ticked, kasi = bulk_of(forty).digest, forty.ids["kasi"]
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.choose_word(kasi, ticked))
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.give(kasi, ticked))

    def test_to_a_colleague_who_left_the_post_meanwhile_gives_nothing(self, forty, three):
        self.gives(forty, three)
        forty.leaves("joko", "petugas")
        handed_over(forty)
        bulk = bulk_of(forty)
        assert (bulk.done, len(bulk.refused)) == (0, 3)
        assert holders_of(forty, bulk.ticked) == {forty.ids["petugas"]}

    def test_by_whoever_left_the_post_meanwhile_gives_nothing(self, forty, three):
        self.gives(forty, three)
        forty.leaves("petugas", "petugas")
        handed_over(forty)
        assert len(bulk_of(forty).refused) == 3
        assert forty.ids["joko"] not in holders_of(forty, bulk_of(forty).ticked)

    def test_from_a_card_on_which_other_files_were_ticked_is_refused(self, forty, three):
        joko = forty.ids["joko"]
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.give(joko, "before"))

    def test_is_not_offered_to_whoever_sits_alone(self, forty, first):
        thumb = Pressing(forty)
        thumb.begins(first)
        thumb.ticks(2)
        thumb.does(lambda bulk: bulk.finish())
        assert "Berikan ke rekan (2)" not in words(shown(forty)[1])
        ticked = bulk_of(forty).digest
        forty.refuses(ListMoved, "petugas", lambda desks: desks.bulk.choose_colleague(ticked))


class TestRights:
    def test_whoever_may_not_decide_a_file_goes_through_nothing(self, forty, first):
        for name in ("rina", "kasi", "it", "kepala_dinas"):
            forty.refuses(Refusal, name, lambda desks: desks.bulk.begin(first))

    def test_a_step_that_is_signed_is_each_ones_own(self, office):
        office.applies()
        office.goes_to("9")
        task = office.task.id
        office.refuses(ListMoved, "kepala_dinas", lambda desks: desks.bulk.begin(task))

    def test_words_written_after_turning_to_another_file_decide_nothing(self, office):
        for _ in range(2):
            office.applies()
            office.goes_to("7")
        thumb = Pressing(office, "kasi")
        other = office.task.id
        thumb.begins(other)
        thumb.ticks()
        thumb.chooses("perbaiki")
        office.does("kasi", lambda desks: desks.officer.open(other))
        assert office.work.people.focus(office.ids["kasi"]) is None
