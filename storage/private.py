"""Who on this machine may read the office's data: the user that runs it, and no stranger."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
_OTHERS = stat.S_IRWXO


def make_private(folder: Path) -> None:
    """Make a folder of the office's own, or close an old one to strangers.

    What its owner granted a group stays: a backup may run as another user of that group.
    Raises OSError where the folder cannot be made.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=FOLDER, exist_ok=True)
    close_to_others([folder])


def make_file_private(path: Path) -> None:
    """Make an empty file for its owner alone, or close an old one to strangers."""
    if path.exists():
        close_to_others([path])
        return
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE))


def close_to_others(paths: Iterable[Path]) -> None:
    """Take from others what they may do; what is somebody else's is left to `doctor`."""
    for path in open_to_others(paths):
        if path.stat().st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~_OTHERS)


def open_to_others(paths: Iterable[Path]) -> Iterator[Path]:
    """Those of some files and folders that are there and that any user may look into."""
    return (path for path in paths if path.exists() and path.stat().st_mode & _OTHERS)
