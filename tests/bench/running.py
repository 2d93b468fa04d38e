"""Starting a bot against the stub, waiting for what the stub saw, ending both."""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

TOKEN = "42:BENCH"  # opens nothing
PATIENCE = 20


@contextmanager
def a_stub(**plan):
    """A stub's process with its address; it ends with the block."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(plan, file)
        file.flush()
        with _ended([sys.executable, "-m", "tests.bench.stub", file.name], piped=True) as process:
            port = process.stdout.readline().strip()
            yield process, f"http://127.0.0.1:{port}"


@contextmanager
def a_bot(command, environment=None, *, piped=False):
    """A bot's process with what it is told; it ends with the block."""
    with _ended(command, piped=piped, environment=environment or {}) as process:
        yield process


@contextmanager
def _ended(command, *, piped=False, environment=None):
    process = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE if piped else subprocess.DEVNULL,
        stderr=None if os.environ.get("BENCH_LOUD") else subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def measured(command, environment=None, **plan):
    """Run a bot until the stub has seen what the plan waits for; what it saw, and the memory."""
    with a_stub(**plan) as (stub, base):
        began_at = time.monotonic()
        with a_bot(_at(command, base), _at(environment or {}, base)) as bot:
            told = json.loads(_said(stub, while_runs=bot))
            told["memory_mb"] = memory_of(bot.pid)
    told["started_in"] = told["first_poll_at"] - began_at
    return told


def _said(stub, *, while_runs):
    """The stub's next line; a bot that ends before will never make it say one."""
    while not select.select([stub.stdout], [], [], 1.0)[0]:
        ensure_runs(while_runs)
    return stub.stdout.readline()


def ensure_runs(bot):
    """Raise RuntimeError for a bot that has ended, for whose work one would wait for ever."""
    if bot.poll() is not None:
        raise RuntimeError(f"{bot.args} ended; BENCH_LOUD=1 shows what it said")


def _at(told, base):
    if isinstance(told, dict):
        return {name: value.replace("{base}", base) for name, value in told.items()}
    return [part.replace("{base}", base) for part in told]


def memory_of(pid):
    """Megabytes that a process holds now."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


OURS = [sys.executable, "-m", "bot", "run"]
BARE = [sys.executable, "-m", "tests.bench.bare_bot", "{base}"]


def setting(folder, **more):
    """What our bot is told: everything else is as it comes."""
    return {
        "DISPOSISI_BOT_TOKEN": TOKEN,
        "DISPOSISI_TELEGRAM_API_BASE": "{base}",
        "DISPOSISI_DATA_DIR": str(folder),
        "DISPOSISI_LOG_LEVEL": "WARNING",
        **{f"DISPOSISI_{name.upper()}": value for name, value in more.items()},
    }
