"""One approval through the whole path, beside a bare aiogram bot in the same run.

Both are asked by the same stub, say the same words, and make the same three calls for a press:
answer it, edit the card, send the next officer theirs. Ours keeps it all (`synchronous=FULL`)
before it answers; the bare bot keeps nothing. Neither is paced: at Telegram's 30 messages a second
both would sleep most of the time.
"""

import tempfile

from tests.bench import ceiling, offices
from tests.bench.rows import Row, at_least, at_most
from tests.bench.running import BARE, OURS, measured, setting
from tests.bench.servers import postgresql

PRESSES = 1500
OTHERS = 100_000
CALM_RATE = 30
CALM_PRESSES = 20 * CALM_RATE
CALLS = ("answercallbackquery", "editmessagetext", "sendmessage")


def ours(files, *, rate=0, database="", others=0):
    with tempfile.TemporaryDirectory() as folder:
        presses = offices.with_files(folder, files, database)
        if others:
            offices.with_others_open(folder, others)
        told = setting(folder, messages_per_second="0", database_url=database)
        return _measured(OURS, presses, rate, told)


def bare(files, *, rate=0):
    presses = [(1000 + n % offices.KABIDS, f"d:{n}:paraf") for n in range(files)]
    return _measured(BARE, presses, rate)


def _measured(command, presses, rate, environment=None):
    wanted = dict.fromkeys(CALLS, len(presses))
    return measured(command, environment, presses=presses, rate=rate, calls=wanted)


def rows():
    most = ceiling.calls_per_second()
    one, two = bare(PRESSES), ours(PRESSES)
    with postgresql() as url:
        three = ours(PRESSES, database=url)
    few, crowded = ours(PRESSES), ours(PRESSES, others=OTHERS)
    calm_bare, calm = bare(CALM_PRESSES, rate=CALM_RATE), ours(CALM_PRESSES, rate=CALM_RATE)
    busiest = max(told["per_second"] for told in (one, two, three))
    return [
        Row(
            what="the stub alone",
            figure=f"{most:,.0f} calls/s",
            beside=f"{len(CALLS) * busiest / most:.0%} of it used below",
        ),
        Row(
            what="approval: bare aiogram, nothing kept",
            figure=_rate(one),
            beside=_work(one),
        ),
        _beside("approval: Disposisi, SQLite", two, one),
        _beside("approval: Disposisi, PostgreSQL", three, one),
        at_least(
            0.95,
            crowded["per_second"] / few["per_second"],
            what=f"approval: {OTHERS:,} more files open in the lane",
            figure=_rate(crowded),
            beside=f"{crowded['per_second'] / few['per_second']:.2f} × with none; {_rate(few)}",
            unit=" × with none",
        ),
        Row(what=f"press to answer at {CALM_RATE}/s: bare", figure=_wait(calm_bare)),
        at_most(
            100,
            calm["p99_ms"],
            what=f"press to answer at {CALM_RATE}/s: Disposisi",
            figure=_wait(calm),
            unit=" ms p99",
        ),
        at_most(
            1.5,
            two["memory_mb"] / one["memory_mb"],
            what="memory after the approvals",
            figure=f"{two['memory_mb']:.0f} MB",
            beside=f"{two['memory_mb'] / one['memory_mb']:.2f} × bare ({one['memory_mb']:.0f} MB)",
            unit=" × bare",
        ),
    ]


def _beside(what, told, bare_told):
    ratio = told["per_second"] / bare_told["per_second"]
    return at_least(
        1.0,
        ratio,
        what=what,
        figure=_rate(told),
        beside=f"{ratio:.2f} × bare; {_work(told)}",
        unit=" × bare (goal 1.5)",
    )


def _rate(told):
    return f"{told['per_second']:.0f} presses/s"


def _wait(told):
    return f"p50 {told['p50_ms']:.0f} ms, p99 {told['p99_ms']:.0f} ms"


def _work(told):
    """What was done for a press: the same on both sides, or the ratio says nothing."""
    calls = told["calls"]
    sent = sum(told["bytes"][name] * number for name, number in calls.items())
    presses = calls["answercallbackquery"]
    return f"{sum(calls.values()) / presses:.2f} calls, {sent / presses:,.0f} bytes a press"
