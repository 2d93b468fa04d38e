"""What the administrators hear of the machine."""

from workflow.desk.caretaking import BackupNight, tell_of_backup, tell_of_little_room
from workflow.intents import Tell


def fills_up(office, megabytes):
    return tell_of_little_room(office.work, "/srv/disposisi", megabytes << 20)


def test_the_administrators_hear_how_much_room_is_left_and_where(office):
    office.silence()
    assert fills_up(office, 700)
    (told,) = office.hears("it", Tell)
    assert told.message_id == "little-room"
    assert told.arguments == {"folder": "/srv/disposisi", "megabytes": 700}
    assert office.hears("petugas") == []


def test_nobody_is_written_to_while_the_office_is_closed(office):
    office.silence()
    office.clock.wait(hours=12)
    assert not fills_up(office, 700)
    assert office.hears("it") == []


def night_passes(office, *, bad_nights=0, wrong="", lacks_files=False):
    """What the administrator hears of a backup made in the dark."""
    office.silence()
    tell_of_backup(office.work, BackupNight("/backup", bad_nights, wrong, lacks_files))
    return [told.message_id for told in office.hears("it", Tell)]


def test_the_administrator_hears_of_a_good_backup_before_the_office_opens(office):
    office.clock.wait(hours=18)
    assert night_passes(office) == ["backup-good"]
    assert office.told(Tell) == []


def test_a_good_backup_before_a_free_day_is_no_news(office):
    office.clock.wait(days=4, hours=18)
    assert night_passes(office) == []
    assert night_passes(office, lacks_files=True) == ["backup-lacking"]
    assert night_passes(office, bad_nights=1, wrong="No room.") == ["backup-bad"]


def test_three_bad_nights_alarm_the_head(office):
    office.clock.wait(hours=18)
    for bad_nights in (1, 2, 4, 5):
        night_passes(office, bad_nights=bad_nights, wrong="No room.")
        assert office.told(Tell) == []
    for bad_nights in (3, 6):
        assert night_passes(office, bad_nights=bad_nights, wrong="No room.") == ["backup-bad"]
        ((head, told),) = office.told(Tell)
        assert office.context.office.jabatan[head].superior is None
        assert told == Tell(message_id="backup-nights", arguments={"nights": bad_nights})
