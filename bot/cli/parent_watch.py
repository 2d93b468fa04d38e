"""Ends this process soon after the one that keeps it, even when that one was killed."""

import os
import signal
import threading
import time

_STDIN = 0
TO_END = 8.0  # seconds


def end_with_stdin(grace: float = TO_END) -> None:
    """Stop as on SIGTERM once standard input is closed, and hard after *grace* seconds.

    The keeper holds the other end and never writes. Whatever ends the keeper, the system closes
    that end with it: on Linux, which could tell a child of its parent's death, and on macOS,
    which cannot.
    """
    threading.Thread(target=_watch, args=(grace,), name="tether", daemon=True).start()


def _watch(grace: float) -> None:
    while os.read(_STDIN, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(grace)
    os._exit(1)
