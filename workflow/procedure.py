"""An SOP as data: lanes, steps, kinds, outcomes, limits, forms, papers."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from workflow.errors import ProcedureError
from workflow.forms import Item, Question, Slot, Words
from workflow.ids import LaneId, OutcomeId, PaperId, ProcedureId, ServiceId, StepId
from workflow.limits import Limit, parse_limit

StepNumber = Annotated[str, Field(pattern=r"^[0-9]{1,3}[a-z]?$")]
# These names travel in button data, which Telegram limits to 64 bytes.
ShortName = Field(pattern=r"^[a-z][a-z0-9_]{0,15}$")
LongName = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
# Where a letter's template waits for an answer.
PLACE = re.compile(r"\{([a-z0-9_]+)\}")
# Places that the office file fills: its name, and the town or province that it is of.
OFFICE_PLACES = frozenset({"dinas", "daerah"})
# Far beyond any SOP on paper; more than this is several SOPs in one file.
MOST_STEPS = 200
MOST_UNITS = 4
Sentence = Annotated[str, Field(min_length=1, max_length=1200)]


# What stands on one line wherever it is shown.
_NAMES = ("title", "short", "label", "office", "number", "name", "rank", "nip")
_DATES = ("made_on", "revised_on", "approved_on", "effective_on")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator(
        *_NAMES, *_DATES, "approved_by", "limit_words", mode="before", check_fields=False
    )
    @classmethod
    def _on_one_line(cls, value: Any) -> Any:
        return " ".join(value.split()) if isinstance(value, str) else value


class StepKind(StrEnum):
    """The different acts of an SOP; each has its own button, evidence and place on paper."""

    SUBMIT = "submit"
    VERIFY = "verify"
    DISPOSISI = "disposisi"
    PROCESS = "process"
    PARAF = "paraf"
    SIGN = "sign"
    REGISTER = "register"
    DELIVER = "deliver"
    ACKNOWLEDGE = "acknowledge"
    APPOINT = "appoint"
    BACKUP = "backup"


class Way(StrEnum):
    """Where an outcome leads: onward, back for repair, or to an end by refusal."""

    FORWARD = "forward"
    BACK = "back"
    REFUSE = "refuse"


class Share(StrEnum):
    """How the holders of one lane share its work."""

    POOL = "pool"
    LEAST_LOADED = "least_loaded"
    # All of them may act, and none holds the file alone: a team.
    TOGETHER = "together"


class Outcome(_Part):
    """One arrow out of a step; its label is the words of the button."""

    label: Annotated[str, Field(min_length=1, max_length=32)]
    to: StepId | None = None
    way: Way = Way.FORWARD
    reasons: tuple[Annotated[str, Field(min_length=1, max_length=120)], ...] = ()
    # What the words that go with it must say; read by whoever writes them.
    ask: Annotated[str, Field(max_length=200)] = ""

    @property
    def note_required(self) -> bool:
        return self.way is not Way.FORWARD


class Lane(_Part):
    """One column of the SOP: who acts."""

    title: Annotated[str, Field(min_length=1, max_length=80)]
    applicant: bool = False
    share: Share = Share.POOL
    # Its members are chosen for each case, by the step that appoints.
    team: bool = False
    # Sees a case's files only while a step before has opened them to a named person.
    by_grant: bool = False


class Step(_Part):
    """One row of the SOP."""

    number: StepNumber
    lane: LaneId
    kind: StepKind
    title: Sentence
    short: Annotated[str, Field(min_length=1, max_length=40)]
    materials: tuple[Sentence, ...] = ()
    limit: Limit | None
    limit_words: str = ""
    output: tuple[Sentence, ...] = ()
    outcomes: Annotated[dict[Annotated[OutcomeId, ShortName], Outcome], Field(min_length=1)]
    form: tuple[Question, ...] = ()
    attachments: tuple[Slot, ...] = ()
    instructions: tuple[Annotated[str, Field(min_length=1, max_length=120)], ...] = ()
    # Lanes that may fill in this step's form for the lane that decides.
    helpers: tuple[LaneId, ...] = ()
    # This step names a person of that lane and opens the case's files to them.
    grants: LaneId | None = None
    # This step chooses the members of that lane for this case.
    appoints: LaneId | None = None
    # This step is reached when the clerk makes the encrypted archive of the case.
    archives: bool = False
    drafts: PaperId | None = None
    signs: PaperId | None = None
    numbers: PaperId | None = None
    releases: bool = False
    # The document's own words in its column "Keterangan"; drawn with it.
    remark: Annotated[str, Field(max_length=1200)] = ""
    # What had to be inferred; told beside the document and never drawn on it.
    note: str = ""

    @field_validator("limit", mode="before")
    @classmethod
    def _limit_in_words(cls, value: Any) -> Limit | None:
        return value if isinstance(value, Limit) else parse_limit(value)

    @property
    def id(self) -> StepId:
        return StepId(self.number)

    @property
    def is_counted(self) -> bool:
        """True for a numbered row of the document; "3a" and "0" stand beside those."""
        return self.number.isdigit() and self.number != "0"

    @property
    def items(self) -> tuple[Item, ...]:
        """What whoever does this step fills in and attaches."""
        return (*self.form, *self.attachments)

    def outcome_for(self, way: Way) -> OutcomeId | None:
        return next((name for name, out in self.outcomes.items() if out.way is way), None)


class Letter(_Part):
    """A letter of the office, with places for the case's words: {instansi}, {nomor}, {tanggal}."""

    title: Annotated[str, Field(min_length=1, max_length=60)]
    subject: Sentence
    to: Sentence
    attachments: str = ""
    body: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    closing: tuple[Sentence, ...] = ()
    copies: tuple[Sentence, ...] = ()
    classification: Annotated[str, Field(pattern=r"^[0-9.]{3,12}$")] = "470"
    nature: str = "Biasa"

    @property
    def places(self) -> tuple[str, ...]:
        """The questions whose answers the letter waits for, and the slots whose files it counts."""
        lines = (*self.body, *self.closing, *self.copies)
        texts = (self.subject, self.to, self.attachments, self.nature, *lines)
        return tuple(dict.fromkeys(name for text in texts for name in PLACE.findall(text)))


class Pickup(_Part):
    """A document that is collected at the office: what to bring, where, when.

    Left out, the place is the office's own, and the time its hours.
    """

    bring: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    where: str = ""
    when: str = ""


class Service(_Part):
    """One of several services that share an SOP, with its own form and requirements."""

    title: Annotated[str, Field(min_length=1, max_length=60)]
    # Lanes that stand in for the SOP's: the Kepala Seksi depends on the service.
    lanes: dict[LaneId, LaneId] = Field(default_factory=dict)
    # Items of the SOP's steps that this service does not ask for.
    without: tuple[str, ...] = ()
    pickup: Pickup | None = None
    form: tuple[Question, ...] = ()
    requirements: tuple[Slot, ...] = ()


class Approver(_Part):
    """Who approved the document, as far as it names them below their position."""

    name: Annotated[str, Field(max_length=80)] = ""
    rank: Annotated[str, Field(max_length=60)] = ""
    nip: Annotated[str, Field(pattern=r"^(?:[0-9] ?){18}$")] = ""


class Procedure(_Part):
    """A whole SOP. Its words are the document's own; a `note` marks what had to be inferred."""

    id: Annotated[ProcedureId, Field(pattern=r"^[a-z][a-z0-9-]{2,31}$")]
    title: Annotated[str, Field(min_length=3, max_length=160)]
    code: Annotated[str, Field(pattern=r"^[A-Z]{2,6}$")]
    office: Words
    # The parts of the office whose SOP it is, the smallest first: its Seksi, its Bidang.
    unit: Annotated[tuple[Words, ...], Field(max_length=MOST_UNITS)] = ()
    number: str = ""
    made_on: str = ""
    revised_on: str = ""
    # Documents have the one ("Tanggal Pengesahan") or the other ("Tanggal Efektif").
    approved_on: str = ""
    effective_on: str = ""
    approved_by: str = ""
    approver: Approver = Approver()
    legal_basis: tuple[Sentence, ...] = ()
    qualifications: tuple[Sentence, ...] = ()
    related: tuple[Sentence, ...] = ()
    equipment: tuple[Sentence, ...] = ()
    warning: tuple[Sentence, ...] = ()
    recording: tuple[Sentence, ...] = ()
    intro: Annotated[str, Field(max_length=400)] = ""
    lanes: Annotated[dict[Annotated[LaneId, LongName], Lane], Field(min_length=1)]
    # The question whose answer names a case in lists; without a form, words of its own.
    subject: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")] = "subject"
    subject_words: Annotated[str, Field(max_length=120)] = ""
    # The lane that enters requests for those who have no Telegram, and acts for them.
    desk: LaneId | None = None
    # The step at which the correction of a delivered answer begins; without it there is none.
    corrects: StepId | None = None
    # Days on which a case begins by itself: "01-01", "07-01".
    begins_on: tuple[Annotated[str, Field(pattern=r"^\d\d-\d\d$")], ...] = ()
    form: tuple[Question, ...] = ()
    requirements: tuple[Slot, ...] = ()
    services: dict[Annotated[ServiceId, ShortName], Service] = Field(default_factory=dict)
    papers: dict[PaperId, Letter] = Field(default_factory=dict)
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]
    note: str = ""

    @property
    def correction(self) -> Step | None:
        """Where the correction of a delivered answer begins."""
        return None if self.corrects is None else self.find(self.corrects)

    @cached_property
    def _by_id(self) -> dict[StepId, Step]:
        return {step.id: step for step in self.steps}

    def step(self, step_id: StepId) -> Step:
        """Return one step; raise ProcedureError when the SOP has none of that number."""
        try:
            return self._by_id[step_id]
        except KeyError:
            raise ProcedureError(f"{self.id}: there is no step {step_id}") from None

    def find(self, step_id: StepId) -> Step | None:
        return self._by_id.get(step_id)

    def releases(self, step_id: StepId, outcome: OutcomeId) -> bool:
        """True when this outcome of this step gives the answer to the applicant."""
        step = self.step(step_id)
        return step.releases and step.outcomes[outcome].way is Way.FORWARD

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def started_by_applicant(self) -> bool:
        return self.lanes[self.first.lane].applicant

    def lane_of(self, step: Step, service: ServiceId | None) -> LaneId:
        """Which lane does a step for this service."""
        offered = None if service is None else self.services.get(service)
        return step.lane if offered is None else offered.lanes.get(step.lane, step.lane)

    def waits_for_applicant(self, step: Step, service: ServiceId | None) -> bool:
        """True where a file lies until its applicant comes, and no limit of an officer's runs.

        That is a step of the applicant's own, or the handing over of a document to be collected.
        """
        if self.lanes[step.lane].applicant:
            return True
        handed_over = step.kind is StepKind.DELIVER and not step.releases
        return handed_over and self.pickup_of(service) is not None

    def limit_of(self, step: Step, service: ServiceId | None) -> Limit | None:
        """The limit that runs while a step is open."""
        return None if self.waits_for_applicant(step, service) else step.limit

    def work_of(self, step: Step, service: ServiceId | None) -> tuple[Item, ...]:
        """What whoever does a step fills in and attaches for this service."""
        offered = None if service is None else self.services.get(service)
        left_out = () if offered is None else offered.without
        return tuple(item for item in step.items if item.id not in left_out)

    def helpers_of(self, step: Step, service: ServiceId | None) -> tuple[LaneId, ...]:
        """Who may do a step's form for its lane: nobody where this service has none."""
        return step.helpers if self.work_of(step, service) else ()

    def is_by_grant(self, lane: LaneId) -> bool:
        """Whether a lane sees only files that a step opened to a person of it."""
        return self.lanes[lane].by_grant

    @cached_property
    def answer_items(self) -> frozenset[str]:
        """The slots of the office's steps whose files go to the applicant with the answer."""
        slots = (slot for step in self.steps for slot in step.attachments)
        return frozenset(slot.id for slot in slots if not slot.internal)

    def pickup_of(self, service: ServiceId | None) -> Pickup | None:
        offered = None if service is None else self.services.get(service)
        return None if offered is None else offered.pickup

    @cached_property
    def rows(self) -> int:
        """How many numbered rows the SOP has, as printed; "3a" and "0" are not counted."""
        return sum(step.is_counted for step in self.steps)

    def rows_with(self, step: Step) -> int:
        """How many numbered rows a step is one of; 0 for a step that is not counted among them."""
        return self.rows if step.is_counted else 0

    @cached_property
    def _items(self) -> dict[str, Item]:
        groups = [self.items_of(service) for service in (None, *self.services)]
        groups += [step.items for step in self.steps]
        return {item.id: item for items in groups for item in items}

    def item(self, item_id: str) -> Item | None:
        """Any question or slot of the SOP by its id."""
        return self._items.get(item_id)

    def item_title(self, item_id: str) -> str:
        """What an item is called; one that the SOP no longer has, by its id."""
        found = self._items.get(item_id)
        return item_id if found is None else found.title

    def every_item(self) -> tuple[Item, ...]:
        """Every question and slot of the SOP, whoever is asked."""
        return tuple(self._items.values())

    def items_of(self, service: ServiceId | None) -> tuple[Item, ...]:
        """Everything the one who asks must tell and hand in."""
        if service is not None and service in self.services:
            offered = self.services[service]
            return (*self.form, *offered.form, *self.requirements, *offered.requirements)
        return (*self.form, *self.requirements)

    def title_of(self, service: ServiceId | None) -> str:
        if service is not None and service in self.services:
            return self.services[service].title
        return self.title

    def lanes_in_use(self) -> Iterator[LaneId]:
        seen: set[LaneId] = set()
        used = [lane for step in self.steps for lane in (step.lane, *step.helpers)]
        used += [lane for service in self.services.values() for lane in service.lanes.values()]
        used += [] if self.desk is None else [self.desk]
        for lane in used:
            if lane not in seen:
                seen.add(lane)
                yield lane
