"""What a person is asked: questions and slots for files, and which answers are good ones."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from workflow.ids import ItemId

Words = Annotated[str, Field(min_length=1, max_length=400)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
# A day, the day on which the answer is given, or the answer to another question.
Bound = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]{0,23}|\d{4}-\d\d-\d\d)$")]
TODAY = "today"

LONGEST_ANSWER = 1000


class AnswerKind(StrEnum):
    """How an answer is read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    NIK = "nik"
    KK = "kk"
    PHONE = "phone"
    EMAIL = "email"
    CHOICE = "choice"
    LETTER_NUMBER = "letter_number"


class MediaType(StrEnum):
    """What a file is by its bytes."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    XLSX = "xlsx"
    CSV = "csv"


class Condition(BaseModel):
    """When what is optional must be there after all: one of these was chosen before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Name
    answers: Annotated[tuple[str, ...], Field(min_length=1)]

    def holds(self, told: Mapping[str, str]) -> bool:
        return told.get(self.question) in self.answers


class Question(BaseModel):
    """One thing to be told in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    ask: Words
    title: Annotated[str, Field(min_length=1, max_length=60)]
    kind: AnswerKind = AnswerKind.TEXT
    example: Annotated[str, Field(min_length=1, max_length=120)]
    choices: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = ()
    longest: Annotated[int, Field(ge=1, le=LONGEST_ANSWER)] = 200
    lowest: int = 0
    highest: int = 1_000_000
    not_before: Bound | None = None
    not_after: Bound | None = None
    optional: bool = False
    required_when: Condition | None = None
    private: bool = False

    @property
    def most(self) -> int:
        """How many characters the answer may have."""
        if self.kind is AnswerKind.LONG_TEXT and "longest" not in self.model_fields_set:
            return LONGEST_ANSWER
        return self.longest

    @property
    def masked(self) -> bool:
        """True when the answer never stands whole in a chat."""
        return self.private or self.kind in {AnswerKind.NIK, AnswerKind.KK}


class Slot(BaseModel):
    """One thing to be handed in as a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    ask: Words
    title: Annotated[str, Field(min_length=1, max_length=60)]
    example: Annotated[str, Field(min_length=1, max_length=200)]
    accept: tuple[MediaType, ...] = (MediaType.PDF, MediaType.JPEG, MediaType.PNG)
    most: Annotated[int, Field(ge=1, le=10)] = 5
    optional: bool = False
    required_when: Condition | None = None
    # Takes only a PDF that carries an intact electronic signature.
    signed: bool = False
    # Stays in the office: a draft, evidence; never sent to the applicant.
    internal: bool = False

    @property
    def accepted(self) -> str:
        return ", ".join(media.value.upper() for media in self.accept)


Item = Question | Slot


def item_id(item: Item) -> ItemId:
    return ItemId(item.id)


def is_optional(item: Item, told: Mapping[str, str]) -> bool:
    """Whether an item may be left out, given what has been told by now."""
    needed = item.required_when is not None and item.required_when.holds(told)
    return item.optional and not needed
