"""Who hears of a file that lies too long: always somebody, and somebody who is there."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from workflow.alarms import Listener
from workflow.ids import JabatanId, LaneId, PersonId
from workflow.office import Office
from workflow.procedure import Procedure, Way

Told = tuple[PersonId, Listener]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who is there to hear: on duty, and within reach of Telegram."""

    in_post: Callable[[JabatanId], Sequence[PersonId]]
    administrators: Callable[[], Sequence[PersonId]]
    # Anybody in office; asked when there is no administrator either.
    anybody: Callable[[], Sequence[PersonId]]


def watchers(office: Office, procedure: Procedure, lane: LaneId) -> tuple[JabatanId, ...]:
    """The posts that hear of a delay in a lane and see it, the nearest first.

    A team answers to the post that appointed it. What waits for the applicant is seen by the desk
    and by the posts that may send it back there, and by those above them.
    """
    column = procedure.lanes.get(lane)
    if column is None or not (column.team or column.applicant):
        return office.above(office.holder_of(procedure.id, lane))
    asking = _appointing(procedure, lane) if column.team else _asking(procedure, lane)
    seats = [office.holder_of(procedure.id, one) for one in asking]
    above = [post for seat in seats for post in office.above(seat)]
    return tuple(dict.fromkeys([*seats, *above]))


def _appointing(procedure: Procedure, lane: LaneId) -> Iterable[LaneId]:
    return [step.lane for step in procedure.steps if step.appoints == lane]


def _asking(procedure: Procedure, lane: LaneId) -> Iterable[LaneId]:
    """The desk, and the lanes with a step that sends a file back to this lane of the applicant."""
    back = [
        step.lane
        for step in procedure.steps
        for outcome in step.outcomes.values()
        if outcome.way is Way.BACK and outcome.to is not None
        if procedure.step(outcome.to).lane == lane
    ]
    office_lanes = [one for one in back if not procedure.lanes[one].applicant]
    return office_lanes if procedure.desk is None else [procedure.desk, *office_lanes]


def who_hears(
    listeners: Collection[Listener],
    posts: Sequence[JabatanId],
    lying_with: Sequence[PersonId],
    within_reach: Collection[PersonId],
    sitting: Sitting,
    *,
    hearing: Sequence[PersonId] | None = None,
) -> list[Told]:
    """Who is told of one file, each as what; empty only where nobody at all is in office.

    Of many with whom it lies only a few are *hearing* of it; usually all of them are.

    Of those with whom it lies nobody may be there: then whoever hears of delays hears all of it.
    That is the first of *posts* in which somebody sits who does not have the file: whoever is late
    does not watch over it. Above an empty line stand the administrators.
    """
    told: list[Told] = []
    if Listener.OFFICER in listeners:
        spoken_to = lying_with if hearing is None else hearing
        told += [(person, Listener.OFFICER) for person in spoken_to]
    if Listener.SUPERIOR in listeners or not any(one in within_reach for one in lying_with):
        told += _above(posts, frozenset(lying_with), sitting)
    return told


def _above(posts: Sequence[JabatanId], late: Collection[PersonId], sitting: Sitting) -> list[Told]:
    for post in posts:
        there = [one for one in sitting.in_post(post) if one not in late]
        if there:
            return [(one, Listener.SUPERIOR) for one in there]
    there = list(sitting.administrators()) or list(sitting.anybody())
    return [(one, Listener.ADMINISTRATOR) for one in there]
