"""The process that begins one process for each job; run by the bot, never by hand.

It opens nothing that a stranger sent: it loads what a job needs and forks. So a process costs
milliseconds to begin, has nothing of the bot in it (no token, no key, no connection), and takes
nothing with it when it dies.
"""

import json
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from bot.isolation.jobs import JOBS, NAMES, Given, Job

BEGUN = b"+"


def serve(control: socket.socket) -> None:
    """Begin what is asked for until the bot lets go of the line, however it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a process that ended
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the bot
    while True:
        asked, descriptors, _, _ = socket.recv_fds(control, 1, 2)
        if not asked:
            return
        _begin(JOBS[NAMES[asked[0]]], descriptors, control)
        for descriptor in descriptors:
            os.close(descriptor)


def _begin(job: Job, descriptors: list[int], control: socket.socket) -> None:
    try:
        module = import_module(job.module)
        if os.fork() == 0:
            control.close()
            _work(job, module, *descriptors)
    except OSError as error:  # no process can be begun now: the bot tries again
        _say(f"a process could not be begun: {error}")


def _work(job: Job, module: ModuleType, line: int, file: int) -> NoReturn:
    try:
        os.write(line, BEGUN)
        limit(job)
        with os.fdopen(file, "rb+") as opened, os.fdopen(line, "rb", buffering=1 << 16) as body:
            told: dict[str, Any] = json.loads(body.readline())
            opened.seek(0)
            answer = getattr(module, job.function)(Given(told, opened, body))
            os.write(line, json.dumps(answer).encode())
    except BaseException as error:
        _say(f"{job.function} failed: {type(error).__name__}")
        os._exit(1)
    os._exit(0)


def _say(words: str) -> None:
    """Into the bot's log, where there is one; never what stands in a file."""
    with suppress(OSError):
        sys.stderr.write(f"{words}\n")


def limit(job: Job) -> None:
    """From here on this process has so much memory and time, and then ends by itself."""
    memory = _taken() + (job.megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (job.processor, job.processor + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(job.patience)


def _taken() -> int:
    """Bytes of address space in use; none where the system does not tell, so limits are wide."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 1 << 40
    return int(pages) * resource.getpagesize()


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as line:
        serve(line)
