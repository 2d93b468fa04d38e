"""What the administrators hear of the machine."""

from workflow.desk.caretaking import tell_of_little_room
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
