"""A jabatan that was taken out of the office file while somebody held it."""

import pytest

from bot.delivery.papers import paper_of
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.office import help_view, office_view, welcome_view
from storage.reading.posts import mandate_view, post_view, posts_view
from storage.reading.queues import overview_view, queue_view
from storage.reading.tasks import task_view
from workflow.desk.opening import take_back_what_moved, tell_of_lost_posts
from workflow.errors import NotForYou, NotOpenToYou, NotYourTask
from workflow.intents import ListCommands, TakeBack, Tell
from workflow.papers import PaperKind


@pytest.fixture
def lost(office):
    """The kasi has parafed one file and holds another when the office file loses the jabatan."""
    office.applies()
    office.goes_to("7")
    assert any(one.done_by == office.ids["kasi"] for one in office.tasks)
    without = {name: one for name, one in office.context.office.jabatan.items() if name != "kasi"}
    below = without["pengelola_data"].model_copy(update={"superior": "kabid_bdi"})
    without["pengelola_data"] = below
    office.reopens(office.context.office.model_copy(update={"jabatan": without}))
    return office


def opens(office):
    return tell_of_lost_posts(office.work)


def test_gives_no_right(lost):
    task = next(one for one in lost.tasks if one.done_by == lost.ids["kasi"])
    press = (NotYourTask, NotForYou)
    for name in ("kasi",):
        lost.refuses(NotOpenToYou, name, lambda desks: desks.officer.queue(0, fresh=True))
        lost.refuses(press, name, lambda desks: desks.officer.take(lost.task.id))
        lost.refuses(press, name, lambda desks: desks.officer.files(task.id))
        lost.refuses(
            press, name, lambda desks: desks.officer.kartu_kendali(lost.case_id, paper=False)
        )


def test_is_told_to_the_administrators_once(lost):
    assert [one.jabatan for one in opens(lost)] == ["kasi"]
    (told,) = lost.hears("it")
    assert told == Tell(message_id="posts-lost", arguments={"names": "Kasi (kasi)"})
    assert lost.hears("kasi") == [ListCommands(), TakeBack()]
    assert [one.jabatan for one in opens(lost)] == ["kasi"]
    assert lost.told(Tell) == []


def test_that_comes_back_gives_the_right_again_and_its_next_loss_is_told(lost):
    opens(lost)
    without, whole = lost.context.office, lost.context.office.jabatan
    lost.reopens(without.model_copy(update={"jabatan": {**whole, "kasi": whole["sekretaris"]}}))
    assert opens(lost) == []
    lost.does("kasi", lambda desks: desks.officer.queue(0, fresh=True))
    lost.reopens(without)
    opens(lost)
    assert [one.message_id for one in lost.hears("it", Tell)] == ["posts-lost"]


def test_breaks_no_screen_and_no_paper(lost):
    now, case_id, work = lost.clock.now(), lost.case_id, lost.work
    for person_id in lost.ids.values():
        for read in (welcome_view, help_view):
            read(work, person_id, now=now)
        queue_view(work, person_id, 0, now=now)
        overview_view(work, person_id, 0, now=now)
        for task in lost.tasks:
            task_view(work, task.id, person_id, now=now)
    office_view(work, now=now)
    posts_view(work, 0, now=now)
    post_view(work, "kasi", 0, now=now)
    mandate_view(work, lost.ids["it"], 0, now=now)
    kartu_kendali_view(work, case_id, now=now)
    for kind in (*PaperKind, "surat_jawaban"):
        paper_of(work, case_id, kind, bot_name="bot", now=now)


def test_keeps_the_names_of_those_who_acted_on_papers(lost):
    now = lost.clock.now()
    paper = paper_of(lost.work, lost.case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=now)
    assert "Kasi" in [row.person_name for row in paper.rows]


def test_is_on_no_list_to_be_chosen_from(lost):
    lost.does("it", lambda desks: desks.mandates.begin("kepala_dinas"))
    held = lost.work.people.officers(at=lost.clock.now())
    assert "kasi" not in [one.jabatan for one in held]


def test_an_office_file_that_moves_a_lane_has_the_phones_looked_at(office):
    office.applies()
    since = office.clock.now()
    office.clock.wait(minutes=1)
    office.work.cards.lay(f"task:{office.task.id}", office.ids["petugas"], 5, at=office.clock.now())
    take_back_what_moved(office.work, since=since)
    assert [name for name, _ in office.told(TakeBack)] == ["petugas"]
