"""What the administrators must hear of the machine that the office runs on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.ids import JabatanId, PersonId
from workflow.intents import Tell
from workflow.office import Office
from workflow.ports import UnitOfWork

# That all is well is news of a morning, and not of the days on which nobody is there.
_NEWS = timedelta(hours=12)
# Bad nights after which the head hears, and again after as many more.
_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class BackupNight:
    """How a night's backup went; *wrong* is empty where there is a good one."""

    folder: str
    bad_nights: int
    wrong: str
    lacks_files: bool


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


def tell_of_backup(work: UnitOfWork, night: BackupNight) -> None:
    """Tell the administrators, when the office opens; after three bad nights also the head."""
    opens_at = work.calendar.next_opening(work.now)
    waits = not work.calendar.is_open(work.now)
    if not night.wrong and not night.lacks_files and waits and opens_at - work.now > _NEWS:
        return
    not_before = opens_at if waits else None
    administrators = work.people.administrators()
    _tell_each(work, administrators, _of_backup(night), not_before)
    if night.bad_nights and night.bad_nights % _PATIENCE == 0:
        heads = work.people.holders_of(_heads(work.office), at=work.now)
        alarmed = Tell(message_id="backup-nights", arguments={"nights": night.bad_nights})
        hear = dict.fromkeys(one.person_id for one in heads if one.person_id not in administrators)
        _tell_each(work, hear, alarmed, not_before)


def _of_backup(night: BackupNight) -> Tell:
    if night.wrong:
        arguments: dict[str, str | int] = {
            "wrong": night.wrong,
            "folder": night.folder,
            "nights": night.bad_nights,
        }
        return Tell(message_id="backup-bad", arguments=arguments)
    return Tell(message_id="backup-lacking" if night.lacks_files else "backup-good", arguments={})


def _heads(office: Office) -> list[JabatanId]:
    """Posts with somebody below them and nobody above."""
    above_others = {post.superior for post in office.jabatan.values()}
    return [
        name for name, post in office.jabatan.items() if not post.superior and name in above_others
    ]


def _tell_each(
    work: UnitOfWork, people: Iterable[PersonId], told: Tell, not_before: datetime | None
) -> None:
    for person_id in people:
        work.tell(person_id, told, not_before=not_before)


def _tell(work: UnitOfWork, sentence: Tell) -> bool:
    if not work.calendar.is_open(work.now):
        return False
    administrators = work.people.administrators()
    for person_id in administrators:
        work.tell(person_id, sentence)
    return bool(administrators)
