"""One approval through the whole path, beside a bare aiogram bot in the same run."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.opening import prepare, read_office, read_procedures, standing_for
from bot.settings import Settings
from storage.database import writing_engine
from storage.unit_of_work import SqlUnitOfWork
from workflow.engine import NewTask
from workflow.ids import JabatanId, LaneId, ProcedureId, StepId
from workflow.people import Acting, Appointment, Language

CALLS_A_PRESS = 3
KABIDS = 48


class Noon:
    """A clock inside office hours."""

    def now(self):
        return datetime(2026, 11, 23, 3, tzinfo=UTC)


def an_office_with_files(folder: Path, files: int, database: str) -> list[tuple[int, str]]:
    """A database in which so many files wait for the Kabid's paraf; the presses that give it."""
    settings = Settings(data_dir=folder, database_url=database, bot_token="42:BENCH")
    office, procedures, clock = read_office(settings), read_procedures(settings), Noon()
    presses = []
    with writing_engine(settings.database).begin() as connection:
        prepare(connection, procedures, at=clock.now())
        work = SqlUnitOfWork(connection, standing_for(office, now=clock.now()), clock)

        def officer(telegram_id, jabatan):
            person = work.people.add(
                telegram_id, name=f"O{telegram_id}", language=Language.INDONESIAN, at=clock.now()
            )
            work.people.appoint(
                Appointment(
                    person_id=person.id,
                    jabatan=JabatanId(jabatan),
                    name=person.name,
                    nip="",
                    rank="",
                    acting=Acting.DEFINITIVE,
                    begins_at=clock.now() - timedelta(days=400),
                    ends_at=None,
                )
            )
            return person

        officer(77, "kepala_dinas")
        kabids = [officer(1000 + one, "kabid_bdi") for one in range(KABIDS)]
        for number in range(files):
            kabid = kabids[number % KABIDS]
            case = work.cases.add(
                number=f"PDK-2026-{number:05d}",
                code=f"C{number:09d}",
                procedure_id=ProcedureId("jakarta-data"),
                procedure_version=1,
                service=None,
                subject="Dinas Kesehatan",
                applicant_id=None,
                step=StepId("8"),
                answers={"instansi": "Dinas Kesehatan", "nomor_surat": "045/1234"},
                at=clock.now(),
            )
            task = work.cases.open_task(
                case.id,
                NewTask(
                    step=StepId("8"),
                    lane=LaneId("kabid_bdi"),
                    opened_at=clock.now(),
                    due_at=clock.now() + timedelta(days=2),
                    holder_id=kabid.id,
                ),
                None,
            )
            work.cards.lay(f"task:{task.id}", kabid.id, 100 + number)
            presses.append((kabid.telegram_id, f"d:{task.id}:paraf"))
    return presses


def measured(command, presses, *, rate=0, environment=None):
    """Run a bot against the stub; what the stub saw."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as plan:
        json.dump(
            {"presses": presses, "rate": rate, "expected": CALLS_A_PRESS * len(presses)}, plan
        )
    stub = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.stub", plan.name], stdout=subprocess.PIPE, text=True
    )
    base = f"http://127.0.0.1:{stub.stdout.readline().strip()}"
    bot = subprocess.Popen(
        [part.replace("{base}", base) for part in command],
        env={
            **os.environ,
            **{k: v.replace("{base}", base) for k, v in (environment or {}).items()},
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        told = json.loads(stub.stdout.readline())
        told["memory_mb"] = _memory(bot.pid)
    finally:
        bot.terminate()
        bot.wait(20)
        stub.kill()
        os.unlink(plan.name)
    return told


def _memory(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def ours(files, *, rate=0, database=""):
    with tempfile.TemporaryDirectory() as folder:
        presses = an_office_with_files(Path(folder), files, database)
        return measured(
            [sys.executable, "-m", "bot", "run"],
            presses,
            rate=rate,
            environment={
                "DISPOSISI_BOT_TOKEN": "42:BENCH",
                "DISPOSISI_TELEGRAM_API_BASE": "{base}",
                "DISPOSISI_DATA_DIR": folder,
                "DISPOSISI_MESSAGES_PER_SECOND": "0",
                "DISPOSISI_DATABASE_URL": database,
                "DISPOSISI_LOG_LEVEL": "WARNING",
            },
        )


def bare(files, *, rate=0):
    presses = [(1000 + number % KABIDS, "d:1:paraf") for number in range(files)]
    return measured([sys.executable, "-m", "tests.bench.bare_bot", "{base}"], presses, rate=rate)


def table(*, files=1500, seconds_at_30=20):
    one, two = bare(files), ours(files)
    calm_bare, calm = bare(30 * seconds_at_30, rate=30), ours(30 * seconds_at_30, rate=30)
    return [
        ("bare aiogram, three calls", f"{one['per_second']:.0f} presses/s", ""),
        (
            "Disposisi, durable, three calls",
            f"{two['per_second']:.0f} presses/s",
            f"{two['per_second'] / one['per_second']:.2f} × bare (target ≥ 1.0, goal 1.5)",
        ),
        (
            "p50 / p99 press to answer at 30/s, bare",
            f"{calm_bare['p50_ms']:.0f} / {calm_bare['p99_ms']:.0f} ms",
            "",
        ),
        (
            "p50 / p99 press to answer at 30/s, Disposisi",
            f"{calm['p50_ms']:.0f} / {calm['p99_ms']:.0f} ms",
            "target p99 ≤ 100 ms",
        ),
        (
            "memory after the run, bare / Disposisi",
            f"{one['memory_mb']:.0f} / {two['memory_mb']:.0f} MB",
            f"{two['memory_mb'] / one['memory_mb']:.2f} × bare (target ≤ 1.5)",
        ),
    ]
