"""What whoever comes in is shown: offers, help, the privacy notice."""

from dataclasses import dataclass
from datetime import date

from workflow.ids import ProcedureId, ServiceId
from workflow.opening_hours import Week
from workflow.views.form import OpenDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing the office does."""

    procedure_id: ProcedureId
    service: ServiceId | None
    title: str
    intro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeView:
    """The first screen."""

    office: str
    name: str
    offers: tuple[Offer, ...]
    open_draft: OpenDraft | None
    cases: int
    tasks: int
    jabatan: tuple[str, ...]
    supervisor: bool
    administrator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginningView:
    """An SOP without a form, before it begins or after."""

    procedure_id: ProcedureId
    title: str
    step: str  # the first one
    said: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """For whom the help is, and where the office is found."""

    officer: bool
    supervisor: bool
    administrator: bool
    auditor: bool = False
    office: str
    address: str
    contact: str
    hours: Week  # of the week at hand


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyView:
    """The privacy notice, in the reader's language."""

    office: str
    version: str
    text: str
    choice: str
    # When this very version was accepted, if it was.
    accepted_on: date | None = None
