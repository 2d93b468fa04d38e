"""Ten thousand files overdue when the bot comes back: one message a person, a loop that goes on.

The real bot is started on such a database (`watched_bot`), follows a clock that stands in office
hours, and is looked at until nothing is due and nothing waits to be sent. Then the clock is moved
past the time in which alarms are gathered, and it is looked at once more: a second message about
the same delays would come then.
"""

import json
import sqlite3
import sys
import tempfile
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

from tests.bench import offices
from tests.bench.rows import Row, at_most
from tests.bench.running import a_bot, a_stub, ensure_runs, setting
from workflow.alarms import Rhythm

FILES = 10_000
KABIDS = 50
LATER = Rhythm().group_window + timedelta(minutes=1)
IDLE = 4.0
PATIENCE = 300.0


def _lay_out(folder):
    """Every Kabid has two hundred files, due since the week before."""
    long_ago, due = offices.NOON - timedelta(days=6), offices.NOON - timedelta(days=5)
    opened, alarm = (at.strftime("%Y-%m-%d %H:%M:%S.%f") for at in (long_ago, due))
    with offices.opened(folder) as work:
        offices.an_officer(work, 77, "sekretaris")
        people = [offices.an_officer(work, 1000 + one, "kabid_bdi").id for one in range(KABIDS)]
        driver = work.connection.connection.dbapi_connection
        driver.executemany(
            "INSERT INTO cases (id, number, code, procedure_id, procedure_version, subject, state,"
            " step, answers, opened_at, version)"
            " VALUES (?, ?, ?, 'jakarta-data', 1, 'Dinas Kesehatan', 'open', '8', '{}', ?, 1)",
            ((n, f"PDK-2026-{n:05d}", f"C{n:09d}", opened) for n in range(1, FILES + 1)),
        )
        driver.executemany(
            "INSERT INTO tasks (case_id, step, lane, opened_at, due_at, holder_id, done_as, note,"
            " marks, because, because_marks, next_alarm_at, next_alarm, version)"
            " VALUES (?, '8', 'kabid_bdi', ?, ?, ?, '', '', '[]', '', '[]', ?, 'due:', 1)",
            ((n, opened, alarm, people[n % KABIDS], alarm) for n in range(1, FILES + 1)),
        )


def _settled(database, now):
    """When nothing is due at a moment and the outbox is empty."""
    at = now.strftime("%Y-%m-%d %H:%M:%S.%f")
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        [(due, waiting)] = database.execute(
            "SELECT (SELECT count(*) FROM tasks WHERE next_alarm_at <= ?),"
            " (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed'))",
            [at],
        )
        if not due and not waiting:
            return time.monotonic()
        time.sleep(0.2)
    raise TimeoutError(f"{due} alarms and {waiting} messages left after {PATIENCE:.0f} s")


def _asked(base, what):
    with urllib.request.urlopen(f"{base}/{what}") as answer:
        return json.loads(answer.read())


def caught_up():
    with tempfile.TemporaryDirectory() as folder:
        _lay_out(folder)
        beats = Path(folder) / "beats.json"
        command = [sys.executable, "-m", "tests.bench.watched_bot", str(beats)]
        database = sqlite3.connect(Path(folder) / "disposisi.db", timeout=30)
        with a_stub(clock=offices.NOON.timestamp()) as (_, base):
            told = {name: at.replace("{base}", base) for name, at in setting(folder).items()}
            told["DISPOSISI_CLOCK_URL"] = f"{base}/clock"
            with a_bot(command, told) as bot:
                while not _asked(base, "told")["first_poll_at"]:
                    ensure_runs(bot)
                    time.sleep(0.1)
                opened_at = time.monotonic()
                done_at = _settled(database, offices.NOON)
                once = _asked(base, "told")["by_chat"]
                _asked(base, f"move?seconds={LATER.total_seconds():.0f}")
                time.sleep(2)
                _settled(database, offices.NOON + LATER)
                twice = _asked(base, "told")["by_chat"]
                time.sleep(IDLE)
            late = {int(second): by for second, by in json.loads(beats.read_text()).items()}
    busy, last = done_at - opened_at, max(late)
    return {
        "seconds": busy,
        "once": once,
        "twice": twice,
        "late": max(by for second, by in late.items() if 0 <= second <= busy + 1),
        "idle": max(by for second, by in late.items() if second > last - IDLE + 1),
    }


def rows():
    told = caught_up()
    people, most = len(told["twice"]), max(told["twice"].values())
    first = max(told["once"].values())
    return [
        Row(
            what=f"{FILES:,} overdue after a stop: all said",
            figure=f"after {told['seconds']:.1f} s",
        ),
        at_most(
            1,
            most,
            what=f"{FILES:,} overdue: messages to one person",
            figure=f"at most {most}",
            beside=f"{people} people; {first} at once, {most - first} in the minutes after",
            unit=" a person",
        ),
        at_most(
            50,
            1000 * told["late"],
            what=f"{FILES:,} overdue: longest block of the loop",
            figure=f"{1000 * told['late']:.0f} ms",
            beside=f"the same loop with nothing to do: {1000 * told['idle']:.0f} ms",
            unit=" ms",
        ),
    ]
