"""Thousands of cases in an office that does not exist yet: where they wait, and why."""

import random
from datetime import date, timedelta

import pytest

from storage.procedure_files import shipped
from tests.support.winding import winding
from workflow.ids import LaneId, OutcomeId, ServiceId, StepId
from workflow.limits import parse_limit
from workflow.opening_hours import Closure
from workflow.parsing import parse_procedure
from workflow.simulation.assumptions import (
    Absence,
    AssumptionError,
    Assumptions,
    services_of,
    shares_of,
)
from workflow.simulation.office_time import OfficeTime
from workflow.simulation.results import simulate
from workflow.working_time import OfficeCalendar

MONDAY = date(2026, 11, 23)
OFFICE = OfficeCalendar(zone="Asia/Jakarta")
MINUTE = timedelta(minutes=1)
PROCEDURES = {
    one.id: one
    for one in [
        *(parse_procedure(file.text, source=file.name) for file in shipped()),
        winding(),
    ]
}
JAKARTA = PROCEDURES["jakarta-data"]
PENGELOLA, KASI = LaneId("pengelola_data"), LaneId("kasi")
RETURN = StepId("2"), OutcomeId("kembalikan")
REPAIR = StepId("7"), OutcomeId("perbaiki")
STRAIGHT = {RETURN: 0.0, REPAIR: 0.0}


def supposed(**changes):
    return Assumptions(**{"cases": 500, "arrivals": 6, "starts_on": MONDAY} | changes)


def played(procedure=JAKARTA, *, seed=1, office=OFFICE, **changes):
    return simulate(procedure, supposed(**changes), office, random.Random(seed).random)


def lane(found, name):
    return next(one for one in found.lanes if one.lane == name)


def step(found, number):
    return next(one for one in found.steps if one.step == number)


def test_a_limit_of_seven_days_is_no_week_of_labour():
    bengkulu = PROCEDURES["bengkulu-semester"]
    found = played(bengkulu, cases=200, arrivals=2)

    assert lane(found, "tim").load < 1
    assert all(one.busy is None or one.busy <= 1 for one in found.lanes)


@pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
def test_every_case_of_every_sop_comes_to_an_end(procedure):
    found = played(procedure, cases=200, arrivals=0.5)

    assert found.finished + found.refused == 200
    assert found.begins_at < found.ends_at
    assert all(one.done for one in found.steps)


@pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
def test_the_same_seed_gives_the_same_answer(procedure):
    assert played(procedure, seed=7, cases=300, arrivals=2) == played(
        procedure, seed=7, cases=300, arrivals=2
    )


def test_another_seed_gives_another_answer():
    assert played(seed=7) != played(seed=8)


def test_the_queue_forms_where_the_work_is_longest():
    found = played()

    assert found.bottleneck.lane == PENGELOLA
    assert found.bottleneck.step == "6"
    assert found.bottleneck.share > 0.9


def test_a_second_officer_shortens_the_queue():
    one, two = (played(officers={PENGELOLA: count}) for count in (1, 2))

    assert lane(two, PENGELOLA).waited < lane(one, PENGELOLA).waited / 2
    assert lane(two, PENGELOLA).busy == pytest.approx(lane(one, PENGELOLA).busy / 2, rel=0.1)


def test_more_than_an_officer_can_do_piles_up():
    found = played(arrivals=14)

    assert lane(found, PENGELOLA).load > 1.2
    assert lane(found, PENGELOLA).most_waiting > 100
    assert step(found, "6").on_time < 0.1


def test_one_case_a_day_waits_for_nobody():
    found = played(arrivals=0.2, shares=STRAIGHT)

    assert found.bottleneck is None
    assert found.returns == 0
    # 140 minutes of limits, of which four fifths are worked.
    assert found.cycle.median / MINUTE == pytest.approx(112, abs=4)


def test_a_single_desk_waits_as_long_as_theory_says():
    """Pollaczek and Khinchine: cases that come by chance to one officer."""
    found = played(cases=8_000, arrivals=6, shares=STRAIGHT)

    mean, variance = 48, (48 * 0.5) ** 2 / 6  # minutes; triangular from a half to one and a half
    rate = 6 / 450
    theory = rate * (mean**2 + variance) / (2 * (1 - rate * mean))
    waited = step(found, "6").waited / MINUTE / 8_000
    assert waited == pytest.approx(theory, rel=0.1)
    assert lane(found, PENGELOLA).busy == pytest.approx(rate * mean, rel=0.05)


def test_the_office_gets_as_many_cases_a_day_as_was_said():
    found = played(cases=4_000, arrivals=6)

    clock = OfficeTime(OFFICE, MONDAY)
    days = OFFICE.working_time_between(found.begins_at, found.ends_at) / timedelta(
        seconds=clock.day
    )
    assert 4_000 / days == pytest.approx(6, rel=0.05)


def test_files_wait_while_the_only_officer_is_away():
    away = Absence(lane=KASI, first_on=date(2026, 11, 25), last_on=date(2026, 11, 27))
    officers = {PENGELOLA: 3}
    usual = played(cases=60, officers=officers)
    without = played(cases=60, officers=officers, absences=(away,))

    assert lane(without, KASI).most_waiting > 10 > lane(usual, KASI).most_waiting
    assert without.bottleneck.lane == KASI
    assert step(without, "5").waiting.p90 > timedelta(hours=7, minutes=30)


def test_a_colleague_carries_on_while_one_of_two_is_away():
    away = Absence(lane=KASI, first_on=date(2026, 11, 25), last_on=date(2026, 11, 27))
    found = played(cases=60, officers={KASI: 2}, absences=(away,))

    assert lane(found, KASI).most_waiting < 10


def test_an_absence_over_a_holiday_changes_nothing():
    tuesday = date(2026, 11, 24)
    closed = OfficeCalendar(zone="Asia/Jakarta", closures=(Closure(on=tuesday, reason="libur"),))
    away = Absence(lane=KASI, first_on=tuesday, last_on=tuesday)

    assert played(office=closed, absences=(away,)) == played(office=closed)


def test_nights_and_weekends_are_no_waiting():
    away = Absence(lane=KASI, first_on=date(2026, 11, 27), last_on=date(2026, 11, 29))
    found = played(cases=60, absences=(away,))

    # Friday's eight hours at most, and what had piled up by Monday.
    assert step(found, "5").waiting.p90 < timedelta(hours=9)


def test_returns_and_refusals_come_as_often_as_was_said():
    shares = {
        (StepId("2"), OutcomeId("tolak")): 0.3,
        (StepId("2"), OutcomeId("batal")): 0.0,
    }
    found = played(winding(), cases=2000, arrivals=1, shares=shares)

    left_at_two = found.refused / 2000
    assert 0.3 < left_at_two < 0.6
    assert found.returns > found.returned_cases > 0


def test_a_returned_case_takes_its_steps_again():
    found = played(cases=2000, shares=STRAIGHT | {REPAIR: 0.5})

    assert step(found, "6").done == pytest.approx(4000, rel=0.1)
    assert found.returned_cases == pytest.approx(1000, rel=0.1)
    assert found.returns == step(found, "6").done - 2000


def test_what_a_step_takes_can_be_said():
    found = played(arrivals=0.2, shares=STRAIGHT, work={StepId("6"): parse_limit("3 jam")})

    assert found.cycle.median / MINUTE == pytest.approx(112 - 48 + 180, rel=0.1)
    assert step(found, "6").on_time == 0


def test_a_step_without_a_limit_is_neither_late_nor_in_time():
    found = played(winding(), cases=100, arrivals=1)

    assert step(found, "3a").on_time is None
    assert step(found, "3a").done > 0


def test_each_service_goes_to_its_own_kepala_seksi():
    found = played(PROCEDURES["pekanbaru-sipenduduk"], cases=1200, arrivals=40)
    done = {one.lane: one.busy for one in found.lanes}

    assert "kasi" not in done
    # Three of the six services are hers.
    assert done["kasi_identitas"] == pytest.approx(3 * done["kasi_kematian"], rel=0.25)


def test_the_mix_of_services_can_be_said():
    sop = PROCEDURES["pekanbaru-sipenduduk"]
    mix = {ServiceId("akta_mati"): 0.7, ServiceId("kk"): 0.3}
    found = played(sop, cases=600, arrivals=20, services=mix)
    busy = {one.lane: one.busy for one in found.lanes}

    assert busy["kasi_kelahiran"] == busy["kasi_pindah"] == 0
    assert busy["kasi_kematian"] == pytest.approx(7 / 3 * busy["kasi_identitas"], rel=0.3)


def test_services_that_are_not_named_share_the_rest_alike():
    sop = PROCEDURES["pekanbaru-sipenduduk"]
    asked = services_of(sop, supposed(services={ServiceId("kk"): 0.5}))

    assert asked["kk"] == 0.5
    assert asked["kia"] == asked["pindah"] == pytest.approx(0.1)
    assert sum(asked.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"paspor": 0.5}, "this SOP has no service 'paspor'; there are kk, ktp_el, "),
        ({"kk": 1.3}, "services: kk lies between 0 and 1, not 1.3"),
        ({"kk": float("nan")}, "services: kk lies between 0 and 1"),
        ({"kk": 0.6, "kia": 0.6}, "services: those named make 120% together, not 100%"),
        (
            dict.fromkeys(PROCEDURES["pekanbaru-sipenduduk"].services, 0.1),
            "services: those named make 60% together, not 100%",
        ),
    ],
)
def test_a_mix_of_services_that_cannot_be_is_refused_with_a_sentence(said, sentence):
    with pytest.raises(AssumptionError, match=sentence):
        played(PROCEDURES["pekanbaru-sipenduduk"], services=said)


def test_an_sop_without_services_says_so():
    with pytest.raises(AssumptionError, match="no service 'kk'; it offers none, leave it out"):
        played(services={ServiceId("kk"): 1.0})


def test_a_limit_in_days_is_kept_by_the_calendar():
    clock = OfficeTime(OFFICE, MONDAY)
    three_days, hour = parse_limit("3 hari kerja"), 3600

    assert clock.day == pytest.approx(7.5 * hour)
    assert clock.is_on_time(three_days, 0, 3.9 * clock.day)
    assert not clock.is_on_time(three_days, 0, 4.1 * clock.day)
    assert clock.moment(4.1 * clock.day).astimezone(OFFICE.tz).date() == date(2026, 11, 27)


def test_what_is_not_said_of_an_outcome_has_its_usual_share():
    two = winding().step(StepId("2"))

    shares = shares_of(two, supposed(shares={(StepId("2"), OutcomeId("lengkap")): 0.5}))

    assert sum(shares.values()) == pytest.approx(1)
    assert shares["lengkap"] == 0.5
    assert (shares["ulang"], shares["kembalikan"]) == (0.1, 0.1)
    assert (shares["tolak"], shares["batal"]) == (0.05, 0.05)
    assert shares["langsung"] == shares["selesai"] == pytest.approx(0.1)


@pytest.mark.parametrize("said", [0.0, 0.3, 0.97, 1.0])
def test_shares_always_make_a_whole(said):
    for step_id in ("2", "3", "5"):
        whole = winding().step(StepId(step_id))
        for outcome in whole.outcomes:
            shares = shares_of(whole, supposed(shares={(whole.id, outcome): said}))
            assert sum(shares.values()) == pytest.approx(1)
            assert min(shares.values()) >= 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cases": 0}, "cases: between 1 and 50000, not 0"),
        ({"cases": 50_001}, "cases: between 1 and 50000, not 50001"),
        ({"arrivals": 0}, "arrivals: more than 0"),
        ({"arrivals": -3}, "arrivals: more than 0"),
        ({"arrivals": float("nan")}, "arrivals: more than 0"),
        ({"arrivals": float("inf")}, "arrivals: more than 0"),
        ({"arrivals": 10_001}, "arrivals: between 0 and 10000"),
        ({"arrivals": 0.001}, "would take 2000 years to come in"),
        ({"officers": {LaneId("lurah"): 1}}, "no lane 'lurah' does a step; there are petugas, "),
        ({"officers": {KASI: 0}}, "officers of kasi: between 1 and 1000, not 0"),
        ({"officers": {KASI: -1}}, "officers of kasi: between 1 and 1000, not -1"),
        ({"officers": {LaneId("pemohon"): 2}}, "'pemohon' is the applicant"),
        ({"shares": {(StepId("99"), OutcomeId("x")): 0.1}}, "there is no step 99; there are 1, "),
        ({"shares": {(StepId("2"), OutcomeId("x")): 0.1}}, "it has lengkap, kembalikan"),
        ({"shares": {RETURN: 1.1}}, "2.kembalikan lies between 0 and 1, not 1.1"),
        ({"shares": {RETURN: -0.1}}, "2.kembalikan lies between 0 and 1, not -0.1"),
        ({"shares": {RETURN: float("nan")}}, "2.kembalikan lies between 0 and 1"),
        (
            {"shares": {RETURN: 0.6, (StepId("2"), OutcomeId("lengkap")): 0.6}},
            "those of step 2 make 120% together",
        ),
        ({"shares": {RETURN: 1.0}}, "no case ever gets past step 2"),
        ({"shares": {RETURN: 0.9999}}, "after 20 years|went 1000 steps"),
        ({"work": {StepId("99"): parse_limit("1 jam")}}, "work: there is no step 99"),
        ({"work": {StepId("6"): parse_limit("1600 jam")}}, "files still wait for pengelola_data"),
    ],
)
def test_an_office_that_cannot_be_is_refused_with_a_sentence(changes, sentence):
    with pytest.raises(AssumptionError, match=sentence):
        played(**changes)


@pytest.mark.parametrize(
    ("away", "sentence"),
    [
        ([(LaneId("lurah"), 25, 26)], "no lane 'lurah' does a step"),
        ([(KASI, 26, 25)], "kasi comes back before leaving"),
        ([(KASI, 9, 10)], "kasi is back before 2026-11-23"),
        ([(KASI, 24, 26), (KASI, 26, 27)], "on 2026-11-26 2 of kasi are away, but it has 1"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_with_a_sentence(away, sentence):
    absences = tuple(
        Absence(lane=name, first_on=date(2026, 11, first), last_on=date(2026, 11, last))
        for name, first, last in away
    )

    with pytest.raises(AssumptionError, match=sentence):
        played(absences=absences)
