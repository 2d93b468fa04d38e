from datetime import date, timedelta

import pytest

from tests.support.builders import CALENDAR, COUNTER_SOP, a_task, at, jakarta_data, sop
from workflow.expecting import expected_at_the_outset, expected_end

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
JAKARTA = jakarta_data()


def end(step, opened, *, now=None, procedure=JAKARTA, due=15):
    due_at = None if due is None else opened + timedelta(minutes=due)
    task = a_task(step=step, lane=procedure.step(step).lane, opened_at=opened, due_at=due_at)
    return expected_end(procedure, task, CALENDAR, now=now or opened)


def test_the_limits_that_remain_are_counted_in_office_time_along_the_usual_way():
    # 15 + 5 + 10 + 10 + 60 + 15 + 5 + 5 + 5 minutes; what the applicant confirms is not counted.
    assert end("2", at(MONDAY, "08.00")) == at(MONDAY, "10.10")
    assert end("2", at(FRIDAY, "15.30")) == at(date(2026, 11, 30), "08.40")


def test_before_a_request_the_whole_of_the_offices_way_is_counted():
    begun = at(MONDAY, "08.00")
    assert expected_at_the_outset(JAKARTA, CALENDAR, now=begun) == at(MONDAY, "10.10")
    endless = sop(COUNTER_SOP.replace("limit: 1 jam", "limit: tanpa batas"))
    assert expected_at_the_outset(endless, CALENDAR, now=begun) is None


def test_a_step_that_is_late_moves_the_end():
    opened = at(MONDAY, "08.00")
    assert end("2", opened, now=at(MONDAY, "09.15")) == at(MONDAY, "11.10")


@pytest.mark.parametrize("step", ["2", "3"])
def test_a_step_without_a_limit_ahead_makes_the_end_unknown(step):
    procedure = sop(COUNTER_SOP.replace("limit: 1 jam", "limit: tanpa batas"))
    due = None if step == "3" else 30
    assert end(step, at(MONDAY, "08.00"), procedure=procedure, due=due) is None


def test_what_the_applicant_has_only_to_confirm_is_not_waited_for():
    assert end("11", at(MONDAY, "08.00")) is None
