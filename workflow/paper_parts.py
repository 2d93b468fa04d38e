"""What several papers bear alike: the head, who signs, who has read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Capacity = Literal["", "Plh.", "Plt.", "a.n."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHead:
    """The kop surat: who writes, and from where."""

    government: str
    name: str
    address: str
    contact: str
    place: str  # the town that stands before a letter's date
    emblem: bytes | None = None  # PNG or JPEG; None draws a neutral shield
    footer: str = ""  # at the foot of a signed letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who answers for a paper, and in which capacity.

    With "a.n." the paper is signed for *on_behalf_of*, by the holder of *jabatan_title*.
    Without a *name* nobody holds that jabatan, which a draft says in words; nothing is signed so.
    """

    jabatan_title: str
    name: str
    rank: str = ""  # pangkat/golongan
    nip: str = ""
    capacity: Capacity = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParafMark:
    """One initial under a draft: who checked it, and when."""

    jabatan: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file that goes with a letter; the letter vouches for it by its SHA-256 once signed."""

    name: str
    digest: str  # its name in the vault
    sha256: str = ""
