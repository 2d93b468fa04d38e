"""Looking for a case by what one remembers of it, among those one may know of."""

from dataclasses import dataclass

from workflow.desk.looking_up import LookUp
from workflow.desk.writing import drop_pending_reason
from workflow.errors import SearchMovedOn
from workflow.ids import CaseId
from workflow.intents import ShowFound, Tell
from workflow.people import Focus, FocusKind, Person
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_may_find
from workflow.screen_names import ScreenName
from workflow.seeking import read_search
from workflow.shown import digest_of
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class SearchDesk:
    """Nothing is looked for here: what a page shows is read when it is sent."""

    work: UnitOfWork
    me: Person
    lookup: LookUp

    def begin(self, text: str) -> None:
        """Look for what was typed behind the command, or ask for it where nothing was."""
        drop_pending_reason(self.work, self.me.id)
        if text.strip():
            self.look(text)
            return
        focus = Focus(kind=FocusKind.SEARCH)
        self.work.people.set_focus(self.me.id, focus, at=self.work.now)
        self.work.tell(self.me.id, Tell(message_id="search-ask"))

    def hear(self, text: str) -> None:
        """The words that were asked for; refused ones are asked for once more."""
        self.look(text)
        self.work.people.set_focus(self.me.id, None, at=self.work.now)

    def look(self, text: str) -> None:
        """Open what has this very number or code, else show what fits; raises what is wrong."""
        read_search(text, self.work.procedures.ever(), today=self.work.today)
        if self.lookup.opens_known(text):
            return
        sought = Mode(face=Face.FOUND, outcome=digest_of(text), note=text)
        self.work.cards.turn(ScreenName.FOUND, self.me.id, sought)
        self.work.tell(self.me.id, ShowFound(fresh=True))

    def turn(self, search: str, page: ShowFound) -> None:
        """Another page of the search that is on the card, and of no other."""
        mode = self.work.cards.mode(ScreenName.FOUND, self.me.id)
        if mode.face is not Face.FOUND or mode.outcome != search:
            raise SearchMovedOn
        self.work.tell(self.me.id, page)

    def open(self, case_id: CaseId) -> None:
        """Show a case that was found, to whoever may still find it."""
        case = self.work.cases.get(case_id)
        ensure_may_find(self.work, self.me.id, case)
        self.lookup.is_shown(case)
