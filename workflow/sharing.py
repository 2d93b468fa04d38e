"""A file for a lane of many: a few of them are told, and a few more when none has received it.

The others see it in their lists all the same. A lane of a few is told whole, and so is a team,
whose work is done together.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from workflow.ids import PersonId
from workflow.limits import Limit, LimitUnit
from workflow.procedure import Lane, Share
from workflow.working_time import OfficeCalendar, lapses_at

# How many hear of a file at once, and how many of it in all while nobody has received it.
FEW = 5
MOST = 2 * FEW
# By what a step without a limit is measured here, and a file whose limit is over already.
USUAL_LIMIT = Limit(1, LimitUnit.WORKING_DAYS)


def is_shared_out(lane: Lane, people: Sequence[PersonId]) -> bool:
    """Whether these people of a lane are so many that only a few are told of a file at once."""
    return len(people) > FEW and lane.share is not Share.TOGETHER


def next_told(
    people: Collection[PersonId],
    load: Mapping[PersonId, int],
    within_reach: Collection[PersonId],
    *,
    turn: int,
) -> list[PersonId]:
    """The few to whom a file is brought next: of those within reach the ones with least to do.

    Of equals those come whose *turn* it is, so that not the same few hear of every file.
    """
    order = {one: (place - FEW * turn) % len(people) for place, one in enumerate(people)}
    ranked = sorted(people, key=lambda one: (one not in within_reach, load.get(one, 0), order[one]))
    return ranked[:FEW]


def told_among(people: Sequence[PersonId], on_phones: Collection[PersonId]) -> list[PersonId]:
    """Those of these people who were told of a file: its card is on their phones, or under way."""
    return [one for one in people if one in on_phones]


def widens_at(since: datetime, due_at: datetime | None, calendar: OfficeCalendar) -> datetime:
    """When a few more are told of what was brought to a lane: half of the time left is over then.

    That is office time; the moment lies within office hours.
    """
    ends_at = due_at if due_at is not None and due_at > since else None
    ends_at = ends_at or lapses_at(since, USUAL_LIMIT, calendar) or since
    half = calendar.working_time_between(since, ends_at) / 2
    return calendar.next_opening(calendar.add_working_time(since, half))
