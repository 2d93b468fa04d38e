"""From the command to the first answer: the sandbox page, and the bot beside its import."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PATIENCE = 60


def _until_answered(address):
    began = time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.01)
    raise TimeoutError(address)


def page():
    """Seconds from the command to the page's first answer, and to the bot's first update."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "sandbox", "--port", "0"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DISPOSISI_DATA_DIR": folder},
        )
        try:
            address = process.stdout.readline().split()[-1]
            _until_answered(address)
            answered = time.perf_counter() - began
            log = Path(folder) / "bot.log"
            while not (log.exists() and "is open" in log.read_text()):
                time.sleep(0.02)
            ready = time.perf_counter() - began
        finally:
            process.terminate()
            process.wait(20)
    return answered, ready


def imported():
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import aiogram"], check=True)
    return time.perf_counter() - began


def table():
    imported()
    bare = imported()
    answered, ready = page()
    return [
        ("sandbox page: first answer", f"{answered:.1f} s", "target ≤ 3 s"),
        ("import aiogram", f"{bare:.1f} s", ""),
        (
            "bot: first poll after the command",
            f"{ready:.1f} s",
            f"{ready / bare:.2f} × import aiogram, the sandbox's start included (target ≤ 1.2)",
        ),
    ]
