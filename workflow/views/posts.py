"""What an administrator sees of jabatan and their holders."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.ids import JabatanId, PersonId
from workflow.people import Acting


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """One jabatan and who holds it."""

    jabatan: JabatanId
    title: str
    holders: tuple[str, ...]
    invited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsView:
    """All jabatan, a page of them."""

    lines: tuple[PostLine, ...]
    first: int  # the place of the first line among all
    page: int
    pages: int
    held: int
    vacant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine:
    """Somebody who holds a jabatan, or will; or a link to it that nobody has used."""

    id: int
    name: str
    acting: Acting
    first_on: date
    last_on: date | None
    sk: str = ""
    begun: bool = True
    person_id: PersonId | None = None  # nobody yet where it is a link
    # Only of a link: until when it may be used.
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """One jabatan as its administrator sees it."""

    jabatan: JabatanId
    title: str
    lines: tuple[HolderLine, ...]
    first: int
    page: int
    pages: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingView:
    """What ends with an appointment."""

    appointment_id: int
    jabatan: JabatanId
    title: str
    name: str
    files: int
    vacant: bool
