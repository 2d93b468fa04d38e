"""A workbook is an archive of parts: opened warily, since a small one can unfold to gigabytes."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from openpyxl.worksheet.cell_range import CellRange

from workflow.errors import ProcedureError

LARGEST_PART = 8 * 1024 * 1024
LARGEST_IN_ALL = 24 * 1024 * 1024
MOST_PARTS = 2_000
MOST_COVERED = 200_000
_BOOK = "xl/workbook.xml"


class Archive:
    """The parts of one workbook, measured before anybody unpacks them."""

    def __init__(self, content: bytes, *, source: str) -> None:
        self._source = source
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

    def ensure_bounded(self) -> None:
        """Raise ProcedureError for a part that is far too large, locked, or not what it says."""
        if max(self._sizes.values()) > LARGEST_PART or sum(self._sizes.values()) > LARGEST_IN_ALL:
            raise ProcedureError(
                f"{self._source}: unpacked it is larger than {LARGEST_PART // 1024 // 1024} MB; "
                "copy the SOP's table alone into a new workbook"
            )
        for name in self._sizes:
            self._content(name)

    def _content(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError):
            raise self._damaged() from None
        except RuntimeError:
            raise ProcedureError(
                f"{self._source}: it is locked with a password; save it without one"
            ) from None

    def read(self, name: str) -> Element:
        """One part as XML, its names without their spaces; raise what `ElementTree` raises."""
        root: Element = ElementTree.fromstring(self._content(name), forbid_dtd=True)
        for one in root.iter():
            one.tag = _local(one.tag)
            one.attrib = {_local(key): value for key, value in one.attrib.items()}
        return root

    def ensure_few_merged(self) -> None:
        """Raise ProcedureError for merged cells beyond count: a reader makes each of them."""
        covered = 0
        for _, part in self.sheets():
            for one in self.read(part).iter("mergeCell"):
                size = CellRange(one.get("ref", "")).size
                covered += size["columns"] * size["rows"]
        if covered > MOST_COVERED:
            raise ProcedureError(
                f"{self._source}: too many merged cells; unmerge what is not the table"
            )

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Each worksheet's name, and the part that holds it."""
        related = self.related(_BOOK)
        for one in self.read(_BOOK).iter("sheet"):
            kind, part = related.get(one.get("id", ""), ("", ""))
            if kind == "worksheet":
                yield one.get("name", ""), part

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


def _local(name: str) -> str:
    return name.rpartition("}")[2]
