"""What the office must know when it opens, of its file and its books together."""

from collections.abc import Sequence
from datetime import datetime

from workflow.ids import ProcedureId
from workflow.intents import ListCommands, TakeBack, Tell
from workflow.people import Appointment
from workflow.ports import UnitOfWork


def tell_of_sops_set_aside(work: UnitOfWork) -> Sequence[tuple[ProcedureId, int, str]]:
    """Versions of SOPs that open cases run on and that cannot be read; told at each start.

    The cases wait, and nothing else does. Whoever can mend it is the administrator.
    """
    found = work.procedures.set_aside()
    for person_id in work.people.administrators() if found else ():
        names = "; ".join(f"{procedure} v{version}" for procedure, version, _ in found)
        work.tell(person_id, Tell(message_id="sops-set-aside", arguments={"names": names}))
    return found


def tell_of_lost_posts(work: UnitOfWork) -> Sequence[Appointment]:
    """Appointments to a jabatan that the office file no longer has; they give no right.

    The administrators hear of each once, and again when the jabatan came back and went anew.
    """
    lost = work.people.without_post(at=work.now)
    told = work.people.without_post_told()
    ids = {one.id for one in lost}
    if ids != set(told):
        work.people.set_without_post_told(ids, at=work.now)
    new = [one for one in lost if one.id not in told]
    for person_id in work.people.administrators() if new else ():
        names = "; ".join(f"{one.name} ({one.jabatan})" for one in new)
        work.tell(person_id, Tell(message_id="posts-lost", arguments={"names": names}))
    for one in new:
        work.tell(one.person_id, ListCommands())
        work.tell(one.person_id, TakeBack())
    return lost


def take_back_what_moved(work: UnitOfWork, *, since: datetime) -> None:
    """The office file may give a lane to another jabatan than before: phones are looked at anew."""
    officers = dict.fromkeys(one.person_id for one in work.people.officers(at=work.now))
    for person_id in officers:
        if work.cards.laid_since(person_id, since, after=0, limit=1):
            work.tell(person_id, TakeBack())
