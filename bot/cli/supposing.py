"""Reads what a simulation is to suppose: "kasi=2", "kasi@2026-11-24", "7.perbaiki=20%"."""

from collections.abc import Iterator
from datetime import date

from workflow.ids import LaneId, OutcomeId, ServiceId, StepId
from workflow.limits import Limit, parse_limit
from workflow.simulation.assumptions import Absence, AssumptionError

YEARS = range(2000, 2100)


def officers_in(written: str) -> dict[LaneId, int]:
    """Read "kasi=2,petugas=3"."""
    return {
        LaneId(lane): _whole(f"officers of {lane}", count)
        for lane, count in _pairs("officers", written, "kasi=2,petugas=3")
    }


def shares_in(written: str) -> dict[tuple[StepId, OutcomeId], float]:
    """Read "2.kembalikan=0.3,7.perbaiki=20%"."""
    example = "2.kembalikan=0.3,7.perbaiki=20%"
    shares = {}
    for name, share in _pairs("shares", written, example):
        step, dot, outcome = name.partition(".")
        if not dot:
            raise AssumptionError(f"shares: write step and outcome as in {example}, not '{name}'")
        shares[StepId(step), OutcomeId(outcome)] = _share("shares", name, share)
    return shares


def services_in(written: str) -> dict[ServiceId, float]:
    """Read "kk=40%,ktp_el=30%"."""
    return {
        ServiceId(name): _share("services", name, share)
        for name, share in _pairs("services", written, "kk=40%,ktp_el=30%")
    }


def work_in(written: str) -> dict[StepId, Limit]:
    """Read "6=45 menit,1=2 jam"."""
    work = {}
    for step, span in _pairs("work", written, "6=45 menit,1=2 jam"):
        try:
            limit = parse_limit(span)
        except ValueError as error:
            raise AssumptionError(f"work: step {step}: {error}") from None
        if limit is None:
            raise AssumptionError(f"work: step {step} takes some time; write it as in 45 menit")
        work[StepId(step)] = limit
    return work


def absences_in(written: str) -> tuple[Absence, ...]:
    """Read "kasi@2026-11-24..2026-11-25,petugas@2026-12-01"; each is one officer away."""
    return tuple(_absence(part) for part in _parts(written))


def day_in(what: str, written: str) -> date:
    """Read "2026-11-24", a day of this century."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        raise AssumptionError(
            f"{what}: write a day that exists, as in 2026-11-24, not '{written.strip()}'"
        )
    return day


def _absence(written: str) -> Absence:
    lane, at, days = written.partition("@")
    if not at:
        raise AssumptionError(
            f"absent: write lane and days as in kasi@2026-11-24..2026-11-25, not '{written}'"
        )
    first, dots, last = days.partition("..")
    first_on = day_in("absent", first)
    return Absence(
        lane=LaneId(lane.strip()),
        first_on=first_on,
        last_on=day_in("absent", last) if dots else first_on,
    )


def _pairs(what: str, written: str, example: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for part in _parts(written):
        name, equals, value = (one.strip() for one in part.partition("="))
        if not (name and equals and value):
            raise AssumptionError(f"{what}: write it as in {example}, not '{part}'")
        if name in seen:
            raise AssumptionError(f"{what}: '{name}' is said twice")
        seen.add(name)
        yield name, value


def _parts(written: str) -> list[str]:
    return [part.strip() for part in written.split(",") if part.strip()]


def _whole(what: str, written: str) -> int:
    try:
        return int(written)
    except ValueError:
        raise AssumptionError(f"{what}: write a whole number, not '{written}'") from None


def _share(option: str, what: str, written: str) -> float:
    number, percent = written.removesuffix("%"), written.endswith("%")
    try:
        return float(number) / (100 if percent else 1)
    except ValueError:
        raise AssumptionError(f"{option}: write {what} as in 0.3 or 30%, not '{written}'") from None
