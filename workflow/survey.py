"""The satisfaction survey of PermenPAN-RB 14/2017 (SKM): nine elements, counted exactly. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from workflow.ids import CaseId, PersonId, ProcedureId

LOWEST, HIGHEST = 1, 4
# How long an answer may be changed; after it nobody knows whose it was.
CHANGED_WITHIN = timedelta(days=1)


class SurveyElement(StrEnum):
    """The elements of the regulation, in its order."""

    REQUIREMENTS = "u1"
    PROCEDURE = "u2"
    TIME = "u3"
    COST = "u4"
    PRODUCT = "u5"
    COMPETENCE = "u6"
    CONDUCT = "u7"
    COMPLAINTS = "u8"
    FACILITIES = "u9"


ELEMENTS = tuple(SurveyElement)


class Grade(StrEnum):
    """The quality of a service as the regulation names it."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


# From which index on, of 100, to two places.
_FROM = ((Decimal("88.31"), Grade.A), (Decimal("76.61"), Grade.B), (Decimal("65.00"), Grade.C))


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What somebody answers about one request, as long as it may be changed."""

    case_id: CaseId
    procedure_id: ProcedureId
    person_id: PersonId | None  # nobody for one that the counter enters from paper
    asked_at: datetime
    answers: Mapping[SurveyElement, int] = field(default_factory=dict)
    at: int = 0  # which element is asked now; behind the last, none

    @property
    def asked(self) -> SurveyElement | None:
        return ELEMENTS[self.at] if self.at < len(ELEMENTS) else None

    @property
    def closes_at(self) -> datetime:
        return self.asked_at + CHANGED_WITHIN

    def rate(self, element: SurveyElement, value: int) -> "Survey":
        """The answer to one element; the next is asked, where it was this one's turn."""
        if not LOWEST <= value <= HIGHEST:
            raise ValueError(f"an answer from {LOWEST} to {HIGHEST}, not {value}")
        answers = {**self.answers, element: value}
        return replace(self, answers=answers, at=self._behind(element))

    def skip(self, element: SurveyElement) -> "Survey":
        answers = {one: value for one, value in self.answers.items() if one is not element}
        return replace(self, answers=answers, at=self._behind(element))

    def _behind(self, element: SurveyElement) -> int:
        return self.at + 1 if self.asked is element else self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What many answered: how many of them, and how often each value was given to each element."""

    respondents: int
    given: Mapping[SurveyElement, Mapping[int, int]]

    def mean(self, element: SurveyElement) -> Fraction | None:
        """NRR of an element; nothing where nobody answered it."""
        counted = self.given.get(element, {})
        answered = sum(counted.values())
        if not answered:
            return None
        return Fraction(sum(value * count for value, count in counted.items()), answered)

    @property
    def index(self) -> Fraction | None:
        """IKM, from 25 to 100: each element weighs a ninth. Nothing where one was never answered.

        The weight is a ninth and not 0.11, as printed guides have it: with that nobody gets 100.
        """
        means = [self.mean(one) for one in ELEMENTS]
        known = [one for one in means if one is not None]
        if len(known) < len(ELEMENTS):
            return None
        return sum(known, Fraction()) / len(ELEMENTS) * 25

    @property
    def grade(self) -> Grade | None:
        if self.index is None:
            return None
        index = rounded(self.index)
        return next((grade for least, grade in _FROM if index >= least), Grade.D)


def rounded(value: Fraction) -> Decimal:
    """To two places, halves upwards, as the regulation prints its bounds."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
