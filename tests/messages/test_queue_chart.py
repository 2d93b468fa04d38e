"""The picture of a simulated office: complete, readable, and never in the way."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from messages.charts.queues import (
    MARKED,
    MARKED_SOFT,
    PLAIN,
    LaneQueue,
    QueueChart,
    StepWait,
    draw_queues,
)

MONDAY = datetime(2026, 11, 23, 1, tzinfo=UTC)


def a_chart(**changes):
    usual = QueueChart(
        title="Pelayanan Data dan Informasi Kependudukan",
        sentence="The queue forms at Pengelola Data.",
        queue_title="Files waiting",
        wait_title="Waiting before each step",
        minutes="minutes",
        hours="office hours",
        moments=[MONDAY + timedelta(hours=hour) for hour in range(1, 9)],
        zone=ZoneInfo("Asia/Jakarta"),
        lanes=[
            LaneQueue(title="Kepala Seksi", lengths=[0, 1, 0, 2, 1, 0, 0, 0], marked=False),
            LaneQueue(title="Pengelola Data", lengths=[0, 3, 5, 9, 7, 4, 2, 0], marked=True),
        ],
        steps=[
            StepWait(title="5. Petunjuk ke Pengelola", median=0, p90=7, marked=False),
            StepWait(title="6. Menyiapkan data dan surat", median=41, p90=192, marked=True),
        ],
    )
    return replace(usual, **changes)


def drawn(chart):
    return Image.open(BytesIO(draw_queues(chart))).convert("RGB")


def inked(picture, color):
    """How many pixels have exactly this colour."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return sum(count for count, pixel in picture.getcolors(1 << 24) if pixel == (red, green, blue))


def test_the_bottleneck_stands_out_in_both_halves():
    picture = drawn(a_chart())
    left, right = (
        picture.crop((at, 0, at + picture.width // 2, picture.height))
        for at in (0, picture.width // 2)
    )

    assert inked(left, MARKED_SOFT) > 1000
    assert inked(right, MARKED) > 1000
    assert inked(right, MARKED_SOFT) > 1000


def test_without_a_bottleneck_nothing_stands_out():
    usual = a_chart()
    picture = drawn(
        replace(
            usual,
            lanes=[replace(one, marked=False) for one in usual.lanes],
            steps=[replace(one, marked=False) for one in usual.steps],
        )
    )

    assert inked(picture, MARKED) == inked(picture, MARKED_SOFT) == 0
    assert inked(picture, PLAIN) > 0


def test_it_grows_with_the_office_and_keeps_its_width():
    small, large = (drawn(a_chart(lanes=a_chart().lanes * times)) for times in (1, 6))

    assert small.width == large.width == 1440
    assert small.height < large.height


def test_an_office_in_which_nobody_waits_has_a_picture_too():
    quiet = LaneQueue(title="Kasi", lengths=[0] * 8, marked=False)
    step = StepWait(title="1. Menerima", median=0, p90=0, marked=False)

    assert drawn(a_chart(lanes=[quiet], steps=[step])).height > 300


@pytest.mark.parametrize(
    "title",
    ["Biaya $x_1$ & 100%", "Surat \U0001f600 وثيقة", "x" * 300, "Kepala " * 40, "satu\ndua", ""],
)
def test_no_name_breaks_it(title):
    chart = a_chart(
        title=title,
        sentence=title,
        lanes=[LaneQueue(title=title, lengths=[1] * 8, marked=True)],
        steps=[StepWait(title=title, median=1, p90=2, marked=True)],
    )

    assert drawn(chart).width == 1440


def test_nothing_of_the_drawing_library_is_loaded_before_a_chart_is_drawn():
    asked = "import sys, messages.charts.queues; sys.exit('matplotlib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
