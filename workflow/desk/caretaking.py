"""What the administrators must hear of the machine that the office runs on."""

from datetime import datetime

from workflow.intents import Tell
from workflow.ports import UnitOfWork


def tell_of_little_room(work: UnitOfWork, folder: str, free: int, *, now: datetime) -> bool:
    """Tell them that a disk is filling up, `free` bytes being left; False when nobody was told.

    Outside office hours nobody is written to.
    """
    if not work.calendar.is_open(now):
        return False
    arguments: dict[str, str | int] = {"folder": folder, "megabytes": free >> 20}
    administrators = work.people.administrators()
    for person_id in administrators:
        work.tell(person_id, Tell(message_id="little-room", arguments=arguments))
    return bool(administrators)
