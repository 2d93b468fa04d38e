"""/hariini: what an officer decided today, each with its way back as long as it works."""

from datetime import timedelta

import pytest

from storage.reading.today import today_view
from tests.support.builders import at
from workflow.errors import NotOpenToYou
from workflow.officer_intents import ShowToday


def today(office, name, page=0):
    return today_view(office.work, office.ids[name], page, now=office.work.now)


def test_what_was_decided_today_stands_there_with_its_time_and_can_be_taken_back(office, verifying):
    office.presses("petugas", "lengkap")
    [line] = today(office, "petugas").lines
    assert (line.task_id, line.at, line.label) == (verifying.id, office.work.now, "Lengkap")
    assert line.undoable


def test_once_the_next_one_has_the_file_there_is_no_way_back(office, verifying):
    office.presses("petugas", "lengkap")
    office.does("kepala_dinas", lambda desks: desks.officer.open(office.task.id))
    [line] = today(office, "petugas").lines
    assert not line.undoable


def test_what_was_taken_back_stays_and_is_struck(office, verifying):
    office.presses("petugas", "lengkap")
    office.does("petugas", lambda desks: desks.taking_back.take_back(verifying.id))
    [line] = today(office, "petugas").lines
    assert line.undone_at == office.work.now
    assert not line.undoable


def test_what_was_decided_yesterday_is_not_of_today(office, verifying):
    office.presses("petugas", "lengkap")
    office.clock.move_to(at(office.work.today + timedelta(days=1), "00.01"))
    assert today(office, "petugas").lines == ()


def test_nobody_sees_what_others_decided(office, verifying):
    office.presses("petugas", "lengkap")
    assert today(office, "kepala_dinas").lines == ()


def test_it_is_for_officers(office):
    with pytest.raises(NotOpenToYou):
        office.does("rina", lambda desks: desks.officer.today(0, fresh=True))


def test_an_officer_is_shown_it(office, verifying):
    office.silence()
    office.does("petugas", lambda desks: desks.officer.today(0, fresh=True))
    assert office.told(ShowToday) == [("petugas", ShowToday(page=0, fresh=True))]
