"""From the command to the first sign of life: the sandbox's page, and the bot beside its import."""

import contextlib
import subprocess
import sys
import tempfile
import time
import urllib.request
from statistics import median

from tests.bench.rows import Row, at_most
from tests.bench.running import BARE, OURS, a_bot, measured, setting

PATIENCE = 60
ROUNDS = 3


def page():
    """Seconds from the command to the first answer of the page; the bot starts beside it."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        command = [sys.executable, "-m", "bot", "sandbox", "--port", "0"]
        with a_bot(command, {"DISPOSISI_DATA_DIR": folder}, piped=True) as sandbox:
            _until_answered(sandbox.stdout.readline().split()[-1])
            return time.monotonic() - began


def _until_answered(address):
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.01)
    raise TimeoutError(address)


def imported():
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", "import aiogram"], check=True)
    return time.monotonic() - began


def rows():
    with tempfile.TemporaryDirectory() as folder:
        first = measured(OURS, setting(folder), polls=1)
        bare, imports, ours = [], [], []
        for _ in range(ROUNDS):  # in turn, so that a busy minute of the machine is everybody's
            imports.append(imported())
            bare.append(measured(BARE, polls=1)["started_in"])
            ours.append(measured(OURS, setting(folder), polls=1))
    pages = [page() for _ in range(ROUNDS)]
    start, memory = (median(one[name] for one in ours) for name in ("started_in", "memory_mb"))
    import_only = median(imports)
    return [
        at_most(
            3,
            median(pages),
            what="start: the sandbox's page answers",
            figure=f"{median(pages):.1f} s",
            unit=" s",
        ),
        Row(what="start: import aiogram", figure=f"{import_only:.1f} s"),
        Row(what="start: bare aiogram bot, to its first poll", figure=f"{median(bare):.1f} s"),
        at_most(
            1.2,
            start / import_only,
            what="start: Disposisi, to its first poll",
            figure=f"{start:.1f} s",
            beside=f"{start / import_only:.2f} × import aiogram; {memory:.0f} MB then",
            unit=" × import aiogram",
        ),
        Row(
            what="start: Disposisi, the very first: tables and keys are made",
            figure=f"{first['started_in']:.1f} s",
        ),
    ]
