"""What a row of the table of screens says: what is read of the books, and what is made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from messages.card import Card
from messages.localizer import Localizer, localizer_for
from storage.outbox import Claimed
from storage.reading.dossiers import Dossiers
from storage.unit_of_work import SqlUnitOfWork
from storage.vault import Vault
from workflow.ids import CaseId, PersonId
from workflow.intents import Tell
from workflow.people import Language

# An officer between two duties goes before all, somebody who only comes in after those who are
# in the middle of something.
OFFICERS, NEWCOMERS = 0, 2

Wanted = TypeVar("Wanted")  # one kind of intent
View = TypeVar("View")  # what is read for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look into the books for one person, in the transaction that claims what they are told."""

    work: SqlUnitOfWork
    dossiers: Dossiers
    person_id: PersonId
    bot_name: str

    @property
    def now(self) -> datetime:
        return self.work.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom something is drawn."""

    language: Language
    zone: tzinfo

    @property
    def say(self) -> Localizer:
        return localizer_for(self.language, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file for a chat; its content is drawn, or opened, in a thread of its own."""

    name: str
    caption: str
    content: Callable[[Vault], bytes]
    protected: bool = False  # against being passed on
    passing: timedelta | None = None  # for how long it stays
    large: bool = False  # a stranger's, whole in memory while it is sent


@dataclass(frozen=True, slots=True)
class Removal:
    """A message that is to go."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Removals:
    """Messages that are to go by one call; those that are gone already do not matter."""

    messages: Sequence[int]


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands beside somebody's text box, as the Bot API takes them."""

    commands: Sequence[Mapping[str, str]]


class Leaves(Enum):
    """What stays of a card that came anew, further down, in the place where it was."""

    WORDS = auto()  # they stay true, and lose their buttons
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedIntent:
    """One intent with its view, and the message that shows its screen so far."""

    claimed: Claimed
    view: object | None  # nothing where it is no longer for this person
    screen: str
    message_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Generic[Wanted, View]):
    """Something that is on a phone now."""

    work: SqlUnitOfWork
    person_id: PersonId
    intent: Wanted
    view: View
    message_id: int | None


def of_its_own(intent: object) -> str:
    """The name of what is a message of its own: no screen, to be edited later."""
    return ""


def note_copy(it: "Arrived[Any, Any]", case_id: CaseId, kind: str) -> None:
    """Something of a case lies in a chat from now on, and may have to be taken back."""
    if it.message_id is not None:
        it.work.cards.note_copy(it.person_id, case_id, str(kind), it.message_id, at=it.work.now)


def nothing_kept(arrived: object) -> None:
    """The books have nothing to keep of what arrived."""


# Without slots: where a row has to name its types, `CardScreen[...](...)`, they need a place.
@dataclass(frozen=True, kw_only=True)
class Screen(Generic[Wanted, View]):
    """How one kind of intent goes out. Every kind has its row."""

    intent: type[Wanted]
    reads: Callable[[Look, Wanted], View | None]
    # The message on a phone that it is shown in.
    name: Callable[[Wanted], str] = of_its_own
    # Which chat goes first when many wait: the smaller number does. Else as urgent as in its chat.
    precedence: int | None = None
    # When nobody knows whether it arrived: it does no harm twice, and the try is counted.
    tried_again: bool = True
    # Else what its reader is told instead, who may ask for it again.
    offered: Callable[[Wanted], Tell] | None = None
    once: bool = False  # said many times over, to somebody who writes a hundred messages
    keeps: Callable[[Arrived[Wanted, View]], None] = nothing_kept


@dataclass(frozen=True, kw_only=True)
class CardScreen(Screen[Wanted, View]):
    """A card, which is edited where it is, or comes anew."""

    draws: Callable[[View, Localizer], Card]
    leaves: Callable[[View, Localizer], Card | Leaves] = lambda view, say: Leaves.WORDS
    passing: timedelta | None = None  # what it says is a secret, and goes again by itself


@dataclass(frozen=True, kw_only=True)
class OtherScreen(Screen[Wanted, View]):
    """What is asked of Telegram beside cards."""

    draws: Callable[[View, Reader], Document | Removal | Removals | Menu]


@dataclass(frozen=True, kw_only=True)
class Deed(Screen[Wanted, Wanted]):
    """What the office does by itself in its books; nobody is sent anything."""

    does: Callable[[SqlUnitOfWork, PersonId, Wanted], None]
    reads: Callable[[Look, Wanted], Wanted | None] = lambda look, one: one


@dataclass(frozen=True, kw_only=True)
class StampOrder(Screen[Wanted, Wanted]):
    """A signature or seal to be set: whoever sets it writes down by itself how it ended."""

    reads: Callable[[Look, Wanted], Wanted | None] = lambda look, one: one
