"""What the administrator is to be shown: all of it on one screen."""

from dataclasses import dataclass

from workflow.intents import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOffice(Intent):
    """The administrator's screen: what is vacant, what could stop the office."""

    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPosts(Intent):
    """All jabatan and who holds them, a page of them."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPost(Intent):
    """One jabatan: its holders since when, and the links to it that nobody has used."""

    jabatan: str
    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEnding(Intent):
    """The question whether an appointment is to end now."""

    appointment_id: int
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMandate(Intent):
    """An acting appointment while it is being drawn up: what is asked next."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDays(Intent):
    """The closed days to come, and Ramadan; a page of them."""

    page: int = 0
    fresh: bool = False
