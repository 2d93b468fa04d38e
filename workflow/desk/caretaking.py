"""What the administrators must hear of the machine that the office runs on."""

from datetime import timedelta

from workflow.intents import Tell
from workflow.ports import UnitOfWork


def tell_of_little_room(work: UnitOfWork, folder: str, free: int) -> bool:
    """Tell them that a disk is filling up, `free` bytes being left; False when nobody was told.

    Outside office hours nobody is written to.
    """
    arguments: dict[str, str | int] = {"folder": folder, "megabytes": free >> 20}
    return _tell(work, Tell(message_id="little-room", arguments=arguments))


def tell_of_clock_behind(work: UnitOfWork, behind: timedelta) -> bool:
    """Tell them that the machine's clock was set back; False when nobody was told."""
    hours, minutes = divmod(behind // timedelta(minutes=1), 60)
    arguments: dict[str, str | int] = {"hours": hours, "minutes": minutes}
    return _tell(work, Tell(message_id="clock-behind", arguments=arguments))


def tell_of_damage(work: UnitOfWork, digest: str, number: str, *, missing: bool) -> bool:
    """Tell them of a file in the vault that does not open; False when nobody was told."""
    arguments: dict[str, str | int] = {
        "number": number,
        "digest": digest,
        "how": "missing" if missing else "damaged",
    }
    return _tell(work, Tell(message_id="vault-damaged", arguments=arguments))


def tell_of_check(work: UnitOfWork, faults: int) -> None:
    """Tell them that a night's check found something; they hear when the office opens."""
    opens_at = None if work.calendar.is_open(work.now) else work.calendar.next_opening(work.now)
    told = Tell(message_id="check-night", arguments={"faults": faults})
    for person_id in work.people.administrators():
        work.tell(person_id, told, not_before=opens_at)


def _tell(work: UnitOfWork, sentence: Tell) -> bool:
    if not work.calendar.is_open(work.now):
        return False
    administrators = work.people.administrators()
    for person_id in administrators:
        work.tell(person_id, sentence)
    return bool(administrators)
