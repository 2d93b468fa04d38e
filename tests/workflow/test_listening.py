"""The law that somebody living always hears, for every office file and every SOP."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import CALENDAR, an_office
from tests.support.fakes import MONDAY_MORNING
from tests.support.invented_sops import invented_sops
from workflow.alarms import Listener, Watch, first_alarm, next_alarm
from workflow.limits import parse_limit
from workflow.listening import Sitting, watchers, who_hears
from workflow.office import Jabatan
from workflow.procedure import Lane
from workflow.working_time import lapses_at

POSTS = ("l0", "l1", "l2", "l3", "kepala", "sekretaris")
PEOPLE = range(1, 6)
LIMITS = st.sampled_from(["1 menit", "15 menit", "2 jam", "1 hari", "7 hari", "3 hari kalender"])


@st.composite
def offices(draw):
    """Any line of command: circles, posts above that are not there, nobody above at all."""
    above = st.none() | st.sampled_from(POSTS)
    posts = draw(st.lists(st.sampled_from(POSTS), unique=True, min_size=1))
    jabatan = {
        post: Jabatan(title=post.title(), superior=draw(above), alert=draw(above)) for post in posts
    }
    return an_office().model_copy(update={"jabatan": jabatan})


@st.composite
def procedures(draw):
    """An SOP in which one lane may be a team, appointed by any step or by none."""
    sop = draw(invented_sops(most_steps=6, most_lanes=4))
    lanes = dict(sop.lanes)
    team = draw(st.sampled_from([None, *lanes]))
    if team is not None:
        lanes[team] = Lane(title="Tim", team=True)
    steps = [
        step.model_copy(
            update={
                "limit": parse_limit(draw(LIMITS)),
                "appoints": draw(st.sampled_from([None, team])),
            }
        )
        for step in sop.steps
    ]
    return sop.model_copy(update={"lanes": lanes, "steps": tuple(steps)})


class Present:
    """Who sits where, who is within reach, who administers."""

    def __init__(self, draw):
        self.holders = {post: draw(st.lists(st.sampled_from(PEOPLE), max_size=2)) for post in POSTS}
        self.reach = draw(st.sets(st.sampled_from(PEOPLE)))
        self.administrators = draw(st.lists(st.sampled_from(PEOPLE), max_size=2))

    def living(self, people):
        return [one for one in people if one in self.reach]

    @property
    def in_office(self):
        return self.living(one for held in self.holders.values() for one in held)

    @property
    def anybody(self):
        return set(self.in_office) | set(self.living(self.administrators))

    def sitting(self):
        return Sitting(
            in_post=lambda post: self.living(self.holders.get(post, ())),
            administrators=lambda: self.living(self.administrators),
            anybody=lambda: self.in_office,
        )


present = st.composite(lambda draw: Present(draw))()
MOMENTS = st.timedeltas(timedelta(), timedelta(days=20)).map(MONDAY_MORNING.__add__)


def alarms_of(watch: Watch):
    """All that is said of one open task, up to a week of mornings."""
    alarm = first_alarm(watch)
    for _ in range(8):
        yield alarm
        alarm = next_alarm(alarm.kind, alarm.at, watch)


@given(offices(), procedures(), present, MOMENTS, st.data())
def test_every_open_task_with_a_limit_has_a_next_alarm_that_somebody_living_hears(
    office, procedure, present, opened_at: datetime, data
):
    step = data.draw(st.sampled_from(procedure.steps))
    due_at = lapses_at(opened_at, step.limit, CALENDAR)
    seat = office.holder_of(procedure.id, step.lane)
    lying_with = list(dict.fromkeys(present.holders.get(seat, ())))
    posts = watchers(office, procedure, step.lane)
    for alarm in alarms_of(Watch(opened_at=opened_at, due_at=due_at, calendar=CALENDAR)):
        assert alarm is not None
        told = who_hears(alarm.listeners, posts, lying_with, present.reach, present.sitting())
        heard = present.living(person for person, _ in told)
        assert heard or not present.anybody


@given(offices(), procedures(), present, st.data())
def test_a_delay_is_told_above_to_somebody_else_where_there_is_somebody_else(
    office, procedure, present, data
):
    lane = data.draw(st.sampled_from([*procedure.lanes]))
    posts = watchers(office, procedure, lane)
    above = {one for post in posts for one in present.living(present.holders.get(post, ()))}
    late = data.draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3))
    told = who_hears({Listener.SUPERIOR}, posts, late, present.reach, present.sitting())
    if above - set(late):
        assert {listener for _, listener in told} == {Listener.SUPERIOR}
        assert {person for person, _ in told} <= above - set(late)


def test_who_is_alerted_hears_before_the_superior_and_both_before_those_above():
    office = an_office()
    assert office.above("pengelola_data")[0] == office.jabatan["pengelola_data"].alert
    assert office.above("loket") == ()
