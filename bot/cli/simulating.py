"""`disposisi sop simulate`: what an SOP would do to an office, before it does."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import supposing
from bot.cli.offered import procedure_named
from bot.cli.reporting import fail, read_settings, tell, tell_json
from bot.cli.simulated import chart_of, figures, report
from bot.clock import SystemClock
from bot.files import read_office
from bot.holidays_of import calendar_for
from messages.charts.queues import draw_queues
from workflow.errors import OfficeError
from workflow.opening_hours import CalendarError
from workflow.procedure import Procedure
from workflow.simulation.assumptions import AssumptionError, Assumptions
from workflow.simulation.figures import Simulation
from workflow.simulation.results import simulate
from workflow.working_time import OfficeCalendar

Sop = Annotated[str, typer.Argument(help="As `sop list` names it, or a file.")]
Cases = Annotated[int, typer.Option(help="How many cases come in.")]
Arrivals = Annotated[float, typer.Option(help="How many on an average working day.")]
Officers = Annotated[str, typer.Option(help='Officers of each lane, "kasi=2,petugas=3"; else one.')]
Absent = Annotated[
    str, typer.Option(help='Who is away, "kasi@2026-11-24..2026-11-25,petugas@2026-12-01".')
]
Shares = Annotated[
    str,
    typer.Option(
        help='How often an outcome is chosen, "2.kembalikan=30%"; else 10% go back, 5% are refused.'
    ),
]
Work = Annotated[
    str, typer.Option(help='What a step takes, "6=45 menit"; else four fifths of its limit.')
]
Services = Annotated[
    str,
    typer.Option(help='What is asked for, "kk=40%,ktp_el=30%"; the others share the rest alike.'),
]
Starts = Annotated[
    str, typer.Option("--from", help="The first day, 2026-11-23; else this week's Monday.")
]
Seed = Annotated[int, typer.Option(help="The same seed gives the same answer.")]
Chart = Annotated[Path | None, typer.Option(help="Draw the queues to this PNG.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


def simulate_sop(
    procedure_id: Sop,
    cases: Cases = 1000,
    arrivals: Arrivals = 5,
    officers: Officers = "",
    absent: Absent = "",
    shares: Shares = "",
    work: Work = "",
    services: Services = "",
    starts: Starts = "",
    seed: Seed = 1,
    chart: Chart = None,
    json: Json = False,
) -> None:
    """Play thousands of cases against office hours and say where the queue forms."""
    procedure = procedure_named(procedure_id)
    if chart is not None and chart.suffix.lower() != ".png":
        fail(f"chart: {chart} must end in .png, for a PNG is what is drawn.")
    try:
        supposed = Assumptions(
            cases=cases,
            arrivals=arrivals,
            starts_on=supposing.day_in("from", starts) if starts else _this_monday(),
            officers=supposing.officers_in(officers),
            absences=supposing.absences_in(absent),
            shares=supposing.shares_in(shares),
            work=supposing.work_in(work),
            services=supposing.services_in(services),
        )
        played = _played(procedure, supposed, seed)
    except (AssumptionError, CalendarError) as error:
        fail(f"This cannot be simulated. {error}")
    if chart is not None:
        _draw(chart, played)
    if json:
        tell_json(figures(procedure, supposed, played.found, seed, played.calendar.tz))
        return
    _report(played, chart)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Played:
    """A simulation with what went into it."""

    procedure: Procedure
    supposed: Assumptions
    seed: int
    calendar: OfficeCalendar
    found: Simulation


def _played(procedure: Procedure, supposed: Assumptions, seed: int) -> _Played:
    calendar = _office_calendar(datetime.combine(supposed.starts_on, time(), UTC))
    # Chance that can be had again, not chance that nobody may guess.
    chance = random.Random(seed).random  # noqa: S311
    return _Played(
        procedure=procedure,
        supposed=supposed,
        seed=seed,
        calendar=calendar,
        found=simulate(procedure, supposed, calendar, chance),
    )


def _report(played: _Played, chart: Path | None) -> None:
    for line in report(played.procedure, played.supposed, played.found, played.calendar.tz):
        tell(line)
    tell(f"Once more the same: --from {played.supposed.starts_on} --seed {played.seed}")
    if chart is not None:
        tell(f"Drawn: {chart}")


def _this_monday() -> date:
    now = SystemClock().now()
    today = now.astimezone(_office_calendar(now).tz).date()
    return today - timedelta(days=today.weekday())


def _office_calendar(at: datetime) -> OfficeCalendar:
    try:
        return calendar_for(read_office(read_settings()), now=at)
    except OfficeError as error:
        fail(str(error))


def _draw(chart: Path, played: _Played) -> None:
    picture = draw_queues(chart_of(played.procedure, played.found, played.calendar.tz))
    try:
        chart.write_bytes(picture)
    except OSError as error:
        fail(f"chart: {chart} cannot be written ({error.strerror}).")
