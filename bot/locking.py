"""Packing and locking an archive: scrypt and age take seconds of computing at a stretch.

Done in a process of its own. It is handed words and bytes, and no key but the passphrase.
"""

import io
import tarfile
from collections.abc import Mapping
from typing import Any

import pyrage

from bot.isolation.jobs import Given


def locked(given: Given) -> Mapping[str, Any]:
    """Pack what comes along the line, lock it, and write it into the open file."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for told in given.told["entries"]:
            entry = tarfile.TarInfo(told["name"])
            entry.size, entry.mtime = told["size"], given.told["at"]
            archive.addfile(entry, given.body)
    given.file.write(pyrage.passphrase.encrypt(packed.getvalue(), given.told["passphrase"]))
    given.file.flush()
    return {"size": given.file.tell()}
