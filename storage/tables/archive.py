"""A workbook is an archive of parts: opened warily, since a small one can unfold to gigabytes."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element

from storage.tables.xml import parse
from workflow.errors import ProcedureError

LARGEST_PART = 8 * 1024 * 1024
LARGEST_IN_ALL = 24 * 1024 * 1024
MOST_PARTS = 2_000


class Archive:
    """The parts of one workbook, read within limits."""

    def __init__(self, content: bytes, *, source: str) -> None:
        self._source = source
        self._left = LARGEST_IN_ALL
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise self._damaged() from None
        self._sizes = {one.filename: one.file_size for one in self._zip.infolist()}
        if len(self._sizes) > MOST_PARTS:
            raise ProcedureError(f"{source}: more than {MOST_PARTS} parts; this is no SOP's table")

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._sizes)

    def read(self, name: str) -> Element:
        """One part as XML; raise ProcedureError when it is missing, damaged or far too large."""
        size = self._sizes.get(name)
        if size is None:
            raise self._damaged()
        self._left -= size
        if size > LARGEST_PART or self._left < 0:
            raise ProcedureError(
                f"{self._source}: unpacked it is larger than {LARGEST_PART // 1024 // 1024} MB; "
                "copy the SOP's table alone into a new workbook"
            )
        try:
            content = self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise self._damaged() from None
        except RuntimeError:
            raise ProcedureError(
                f"{self._source}: it is locked with a password; save it without one"
            ) from None
        return parse(content, source=self._source)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: id → (kind, name of the part)."""
        folder, file = posixpath.split(part)
        name = f"{folder}/_rels/{file}.rels"
        if name not in self._sizes:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in self.read(name).iter("Relationship")
            if one.get("TargetMode") != "External"
        }

    def _damaged(self) -> ProcedureError:
        return ProcedureError(f"{self._source}: the workbook is damaged; open it and save it anew")
