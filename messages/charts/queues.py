"""A picture of a simulated office: how long each lane's queue was, and how long files waited."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING, Any

from messages.fonts import printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, QUIET, RULE = "#1f2933", "#616e7c", "#d9dee4"
PLAIN, SOFT = "#8794a3", "#d3d9e0"
MARKED, MARKED_SOFT = "#c05621", "#f0c9ae"
WIDTH, ROW, BAR, HEAD, FOOT = 12.0, 0.58, 0.24, 1.55, 0.5  # inches
DOTS = 120  # for an inch
# From a scale of years down to one of seconds.
DATES = ["%Y", "%b %Y", "%d %b", "%d %b %H:%M", "%H:%M", "%H:%M:%S"]
LONG = 180  # minutes from which hours read easier
MINUTES_OF_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneQueue:
    """One lane: the longest queue in each stretch of the time drawn."""

    title: str
    lengths: Sequence[int]
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWait:
    """One step: how long files waited for it, in minutes of office time."""

    title: str
    median: float
    p90: float
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueChart:
    """Everything on the picture, words included; what is *marked* stands out.

    *moments* are where the stretches of a lane's queue end. The words for the two scales
    of waiting come without the unit: *minutes* or *hours* is set behind them.
    """

    title: str
    sentence: str
    queue_title: str
    wait_title: str
    minutes: str
    hours: str
    moments: Sequence[datetime]
    zone: tzinfo
    lanes: Sequence[LaneQueue]
    steps: Sequence[StepWait]


def draw_queues(chart: QueueChart) -> bytes:
    """Draw *chart* as a PNG, 1440 pixels wide and as high as it has lanes and steps."""
    # Loading these takes a second and much memory, so it happens only here.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    body = ROW * max(len(chart.lanes), 0.62 * len(chart.steps), 3)
    height = HEAD + body + FOOT
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    _write_head(figure, chart, height)
    grid = figure.add_gridspec(
        1, 2, left=0.16, right=0.95, top=1 - HEAD / height, bottom=FOOT / height, wspace=0.68
    )
    _draw_lanes(figure, grid[0], chart)
    thickness = min(0.62, BAR * len(chart.steps) / body)
    _draw_steps(figure.add_subplot(grid[1]), chart, thickness)
    picture = BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _write_head(figure: "Figure", chart: QueueChart, height: float) -> None:
    figure.text(0.02, 1 - 0.38 / height, printable(chart.title), color=INK, **_set(15, bold=True))
    figure.text(
        0.02,
        1 - 0.52 / height,
        textwrap.fill(printable(chart.sentence), 175),
        color=QUIET,
        va="top",
        linespacing=1.4,
        **_set(10),
    )


def _draw_lanes(figure: "Figure", place: Any, chart: QueueChart) -> None:
    rows = place.subgridspec(len(chart.lanes), 1, hspace=0.35)
    most = max(1, *(max(lane.lengths, default=0) for lane in chart.lanes))
    for number, lane in enumerate(chart.lanes):
        axes = figure.add_subplot(rows[number])
        if not number:
            axes.set_title(
                chart.queue_title, loc="left", color=INK, pad=10, **_set(10.5, bold=True)
            )
        _draw_lane(axes, lane, chart, most)
        if number == len(chart.lanes) - 1:
            _date_ticks(axes, chart)


def _draw_lane(axes: "Axes", lane: LaneQueue, chart: QueueChart, most: int) -> None:
    color, soft = (MARKED, MARKED_SOFT) if lane.marked else (PLAIN, SOFT)
    moments: Any = chart.moments
    axes.fill_between(moments, lane.lengths, step="pre", color=soft, linewidth=0)
    axes.step(moments, lane.lengths, where="pre", color=color, linewidth=1.1)
    axes.set_ylim(0, most * 1.08)
    axes.set_xlim(moments[0], moments[-1])
    axes.set_yticks([])
    axes.tick_params(bottom=False, labelbottom=False)
    _leave_only_the_floor(axes)
    name = textwrap.fill(printable(lane.title), 24)
    axes.text(
        -0.03, 0.02, name, transform=axes.transAxes, ha="right", va="bottom", color=INK, **_set(9)
    )
    axes.text(
        1.015,
        0.02,
        str(max(lane.lengths, default=0)),
        transform=axes.transAxes,
        va="bottom",
        color=MARKED if lane.marked else QUIET,
        **_set(9, bold=lane.marked),
    )


def _date_ticks(axes: "Axes", chart: QueueChart) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(tz=chart.zone, minticks=3, maxticks=5)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(  # type: ignore[no-untyped-call]
        locator, tz=chart.zone, formats=DATES, zero_formats=DATES, show_offset=False
    )
    axes.xaxis.set_major_formatter(formatter)
    axes.tick_params(bottom=True, labelbottom=True, color=RULE, labelcolor=QUIET, length=3)
    _set_ticks(axes.get_xticklabels())


def _draw_steps(axes: "Axes", chart: QueueChart, thickness: float) -> None:
    most = max((step.p90 for step in chart.steps), default=0)
    unit, scale = (chart.hours, MINUTES_OF_HOUR) if most >= LONG else (chart.minutes, 1)
    rows = range(len(chart.steps))
    for row, step in zip(rows, chart.steps, strict=True):
        color, soft = (MARKED, MARKED_SOFT) if step.marked else (PLAIN, SOFT)
        axes.barh(row, step.p90 / scale, height=thickness, color=soft)
        axes.barh(row, step.median / scale, height=thickness, color=color)
        ends = f" {_figure(step.median / scale)} · {_figure(step.p90 / scale)}"
        axes.text(step.p90 / scale, row, ends, va="center", color=QUIET, **_set(8.5))
    axes.set_title(
        f"{chart.wait_title} ({unit})", loc="left", color=INK, pad=10, **_set(10.5, bold=True)
    )
    axes.set_yticks(
        rows, [textwrap.shorten(printable(step.title), 34, placeholder="…") for step in chart.steps]
    )
    axes.set_xlim(0, max(most / scale, 1) * 1.22)
    axes.set_xticks([])
    axes.invert_yaxis()
    axes.tick_params(left=False, labelcolor=INK, pad=6)
    _set_ticks(axes.get_yticklabels())
    _leave_only_the_floor(axes, floor="left")


def _figure(amount: float) -> str:
    """One decimal where it tells something: "0", "0.7", "3.2", "41"."""
    return f"{amount:.0f}" if amount >= 10 or amount < 0.05 else f"{amount:.1f}"


def _leave_only_the_floor(axes: "Axes", floor: str = "bottom") -> None:
    axes.spines[:].set_visible(False)
    axes.spines[floor].set(visible=True, color=RULE)


def _set_ticks(labels: Any) -> None:
    for label in labels:
        label.set(**_set(9))


def _set(size: float, *, bold: bool = False) -> dict[str, Any]:
    """How a text is set: in the typeface of all papers, at *size* points."""
    from matplotlib.font_manager import FontProperties

    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    with resources.as_file(resources.files("messages") / "assets" / name) as file:
        # A dollar sign is money here, not the beginning of a formula.
        return {
            "fontproperties": FontProperties(fname=str(file), size=size),
            "parse_math": False,
        }
