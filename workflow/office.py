"""The office: its name and letterhead, its jabatan, who sits in which lane, its hours."""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from workflow import opening_hours
from workflow.ids import JabatanId, LaneId, ProcedureId, ReasonId
from workflow.limits import Limit, LimitUnit, parse_limit
from workflow.people import Barred
from workflow.working_time import OfficeCalendar


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Line = Annotated[str, Field(max_length=200)]
HoldId = Annotated[ReasonId, Field(pattern=r"^[a-z][a-z0-9-]{1,19}$")]
Hours = Annotated[str, Field(pattern=r"^\d\d\.\d\d-\d\d\.\d\d$")]


class Letterhead(_Part):
    """What stands at the top of each letter (kop surat)."""

    government: Line
    name: Line
    address: Line
    contact: Line = ""
    place: Line
    # The name of a PNG or JPEG beside the office file; without it papers bear a neutral shield.
    emblem: Line = ""
    # What the provider of the electronic certificates wants at the foot of each signed letter.
    footer: Annotated[str, Field(max_length=300)] = ""

    @property
    def region(self) -> str:
        """Whose office it is: "Kota Contoh" of the "Pemerintah Kota Contoh"."""
        return re.sub(r"^pemerintah\s+", "", self.government.strip(), flags=re.IGNORECASE)


class Jabatan(_Part):
    """A post, which outlives its holder."""

    title: Annotated[str, Field(min_length=2, max_length=80)]
    superior: JabatanId | None = None
    # Who hears of this jabatan's delays when that is not the superior:
    # a Kepala Dinas has none, and the Sekretaris keeps the house in order.
    alert: JabatanId | None = None


class Week(_Part):
    """Office hours of a week, written "07.30-12.00"; a day left out is closed."""

    monday: tuple[Hours, ...] = ()
    tuesday: tuple[Hours, ...] = ()
    wednesday: tuple[Hours, ...] = ()
    thursday: tuple[Hours, ...] = ()
    friday: tuple[Hours, ...] = ()
    saturday: tuple[Hours, ...] = ()
    sunday: tuple[Hours, ...] = ()


class SeasonEntry(_Part):
    """Days with hours of their own, such as Ramadan; both days belong to it."""

    name: Line
    first: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    last: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    hours: Week


class ClosureEntry(_Part):
    """A day on which this office is closed besides the national holidays."""

    on: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    name: Line


class OpeningEntry(_Part):
    """A day with hours of its own: a Saturday service, half a day before a feast."""

    on: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    hours: Annotated[tuple[Hours, ...], Field(min_length=1)]
    name: Line


class HoldReason(_Part):
    """For what a file may be put on hold without asking a superior: its limit waits at once."""

    title: Annotated[str, Field(min_length=2, max_length=60)]
    # Whose time it is meanwhile: a system's outside the office, or the office's own.
    whose: Literal["system", "office"] = "system"


# What the offices of this country wait for that is not theirs to mend.
DEFAULT_HOLDS = {
    ReasonId("gangguan-siak"): HoldReason(title="Gangguan SIAK"),
    ReasonId("gangguan-bsre"): HoldReason(title="Gangguan BSrE"),
    ReasonId("data-pusat"): HoldReason(title="Menunggu data pusat"),
}


class ReadyQuestion(_Part):
    """What officers often ask applicants: its name on a button, and the question itself."""

    title: Annotated[str, Field(min_length=2, max_length=40)]
    text: Annotated[str, Field(min_length=5, max_length=400)]


DEFAULT_QUESTIONS = {
    ReasonId("berkas-jelas"): ReadyQuestion(
        title="Berkas kurang jelas",
        text="Berkas yang Anda kirim kurang jelas terbaca. Mohon kirim foto atau pindaian yang "
        "lebih jelas.",
    ),
    ReasonId("data-beda"): ReadyQuestion(
        title="Data berbeda",
        text="Ada data yang berbeda antara isian dan berkas persyaratan. Mohon jelaskan mana yang "
        "benar.",
    ),
    ReasonId("telepon"): ReadyQuestion(
        title="Nomor telepon",
        text="Nomor telepon Anda tidak dapat dihubungi. Mohon tulis nomor yang aktif.",
    ),
}
# The fewest working days after which a request may lapse: two reminders come before.
SOONEST_LAPSE = 3
DEFAULT_OPINION_LIMIT = Limit(1, LimitUnit.WORKING_DAYS)
DEFAULT_ENQUIRY_LIMIT = Limit(1, LimitUnit.WORKING_DAYS)


class Privacy(_Part):
    """What the office tells an applicant about personal data; a new version is asked again."""

    version: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]{1,10}$")]
    id: Annotated[str, Field(min_length=20, max_length=2000)]
    en: Annotated[str, Field(min_length=20, max_length=2000)]


class Office(_Part):
    """Everything about one office that is not an SOP and not a setting."""

    letterhead: Letterhead
    zone: str = "Asia/Jakarta"
    unit_code: Annotated[str, Field(pattern=r"^[A-Za-z0-9./-]{1,20}$")]
    sample: bool = False
    hours: Week | None = None
    seasons: tuple[SeasonEntry, ...] = ()
    closures: tuple[ClosureEntry, ...] = ()
    openings: tuple[OpeningEntry, ...] = ()
    national_holidays: bool = True
    # How many requests of one applicant may run at a time; what is entered at the desk is free.
    open_requests: Annotated[int, Field(ge=1)] = 50
    # Acts that are to be two persons' and may be one's here, for want of a second.
    waives: tuple[Barred, ...] = ()
    # For what a file may be put on hold; a list of one's own takes the place of the usual one.
    holds: Annotated[dict[HoldId, HoldReason], Field(max_length=6)] = DEFAULT_HOLDS
    # What applicants are often asked while their file stays where it is.
    questions: Annotated[dict[HoldId, ReadyQuestion], Field(max_length=6)] = DEFAULT_QUESTIONS
    # Until when another jabatan is to answer what it is asked about a file.
    opinion_limit: Limit | None = DEFAULT_OPINION_LIMIT
    # Until when an applicant is to have an answer to a question about a request.
    enquiry_limit: Limit | None = DEFAULT_ENQUIRY_LIMIT
    # Working days after which a request that was sent back and not repaired is told that it will
    # be closed; some days later it lapses. Never, where it is 0.
    lapses_after: Annotated[int, Field(ge=0, le=365)] = 0
    # Who sees kartu kendali and log of the whole house, and does nothing.
    auditor: JabatanId | None = None
    jabatan: Annotated[dict[JabatanId, Jabatan], Field(min_length=1)]
    lanes: dict[ProcedureId, dict[LaneId, JabatanId]] = Field(default_factory=dict)
    # What decisions of this office are founded on ("Mengingat"); else what an SOP names.
    legal_basis: tuple[Annotated[str, Field(min_length=1, max_length=1200)], ...] = ()
    privacy: Privacy

    @field_validator("opinion_limit", "enquiry_limit", mode="before")
    @classmethod
    def _limit_in_words(cls, value: Any) -> Limit | None:
        return value if isinstance(value, Limit) else parse_limit(value)

    def holder_of(self, procedure: ProcedureId, lane: LaneId) -> JabatanId:
        """Which jabatan sits in a lane; a lane that is not mapped is a jabatan of the same name."""
        return self.lanes.get(procedure, {}).get(lane, JabatanId(lane))

    def alerted_for(self, jabatan: JabatanId) -> JabatanId | None:
        """Who hears of a delay at this jabatan."""
        post = self.jabatan.get(jabatan)
        return None if post is None else post.alert or post.superior

    def above(self, jabatan: JabatanId) -> tuple[JabatanId, ...]:
        """The posts that may come to hear of a delay at this jabatan, the nearest first.

        Who is alerted comes before the superior, and both before those above them. A post may
        stand in its own line: the head is watched by whoever keeps the house.
        """
        found: dict[JabatanId, None] = {}
        ahead = [jabatan]
        while ahead:
            post = self.jabatan.get(ahead.pop(0))
            hears = () if post is None else (post.alert, post.superior)
            fresh = [one for one in hears if one is not None and one not in found]
            found |= dict.fromkeys(fresh)
            ahead += fresh
        return tuple(found)

    def superiors(self, jabatan: JabatanId) -> tuple[JabatanId, ...]:
        """The posts above one, the nearest first; nothing above the head."""
        found: list[JabatanId] = []
        post = self.jabatan.get(jabatan)
        while post is not None and post.superior is not None and post.superior not in found:
            found.append(post.superior)
            post = self.jabatan.get(post.superior)
        return tuple(found)

    def watched_by(self, jabatan: JabatanId) -> frozenset[JabatanId]:
        """Whose delays this jabatan hears of, and whose those hear of: a head's whole house."""
        found: set[JabatanId] = set()
        ahead = [jabatan]
        while ahead:
            hears = ahead.pop()
            heard = {name for name in self.jabatan if self.alerted_for(name) == hears} - found
            found |= heard
            ahead += heard
        return frozenset(found)


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def calendar_of(office: Office, closures: Iterable[opening_hours.Closure]) -> OfficeCalendar:
    """The office's hours with its own closures and those given (national holidays).

    Raises CalendarError when the hours contradict themselves.
    """
    own = (
        opening_hours.Closure(on=date.fromisoformat(one.on), reason=one.name)
        for one in office.closures
    )
    return OfficeCalendar(
        zone=office.zone,
        hours=opening_hours.DEFAULT_HOURS if office.hours is None else _week(office.hours),
        seasons=tuple(
            opening_hours.Season(
                name=season.name,
                first_on=date.fromisoformat(season.first),
                last_on=date.fromisoformat(season.last),
                hours=_week(season.hours),
            )
            for season in office.seasons
        ),
        closures=(*closures, *own),
        openings=tuple(
            opening_hours.Opening(
                on=date.fromisoformat(one.on),
                spans=tuple(_span(written) for written in one.hours),
                reason=one.name,
            )
            for one in office.openings
        ),
    )


def _week(week: Week) -> opening_hours.Week:
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        tuple(_span(written) for written in getattr(week, day)) for day in _DAYS
    )
    return (monday, tuesday, wednesday, thursday, friday, saturday, sunday)


def _span(written: str) -> opening_hours.Span:
    opens, _, closes = written.partition("-")
    return opening_hours.Span(
        *(time.fromisoformat(part.replace(".", ":")) for part in (opens, closes))
    )
