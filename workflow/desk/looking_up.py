"""A number or code typed into the chat opens what that person may see of it."""

import re
from dataclasses import dataclass

from workflow.case import Case
from workflow.desk.opening_file import opens_file
from workflow.desk.reception import GENUINE, RESI, Reception
from workflow.errors import CaseNotFound
from workflow.intents import ShowCase
from workflow.numbering import ALPHABET, CODE_LENGTH
from workflow.people import Person
from workflow.plain_text import names_a_number
from workflow.ports import UnitOfWork
from workflow.queries.rights import may_follow

_NUMBER = re.compile(r"(?<![A-Z0-9])[A-Z]{2,6}-\d{4}-\d{5,9}(?!\d)")
_CODE = re.compile(rf"[{ALPHABET}]{{{CODE_LENGTH},}}")


@dataclass(frozen=True, slots=True)
class LookUp:
    """What stands on a resi or a letter, typed instead of scanned."""

    work: UnitOfWork
    me: Person
    reception: Reception

    def opens(self, text: str) -> bool:
        """Show what is named; False when nothing is. Raises CaseNotFound.

        A case that is not there and one that is not for this person are refused alike.
        """
        numbers = set(_NUMBER.findall(text.upper()))
        if len(numbers) == 1:
            self._show_case(numbers.pop())
            return True
        code = re.sub(r"[\s.-]", "", text).upper()
        is_code = _CODE.fullmatch(code) is not None and not names_a_number(text)
        link = self._link_of(code) if is_code else ""
        if link:
            self.reception.start(link)
        return bool(link)

    def opens_known(self, text: str) -> bool:
        """Show the case that has this very number or code; False where none is theirs to see."""
        said = re.sub(r"\s", "", text).upper()
        case = self.work.cases.find_by_number(said) if _NUMBER.fullmatch(said) else None
        if case is None and _CODE.fullmatch(re.sub(r"[.-]", "", said)):
            case = self._by_code(re.sub(r"[.-]", "", said))
        return case is not None and self.is_shown(case)

    def _by_code(self, code: str) -> Case | None:
        books = self.work.cases
        letter = books.find_letter(code)
        if letter is not None:
            return books.get(letter.case_id)
        return books.find_by_code(code) or books.find_by_link_code(code)

    def _link_of(self, code: str) -> str:
        """As if it had been scanned; a word that has the letters of a code is none."""
        if self.work.cases.find_by_link_code(code) is not None:
            return RESI + code
        books = self.work.cases
        is_known = books.find_letter(code) is not None or books.find_by_code(code) is not None
        return GENUINE + code if is_known or any(sign.isdigit() for sign in code) else ""

    def _show_case(self, number: str) -> None:
        case = self.work.cases.find_by_number(number)
        if case is None or not self.is_shown(case):
            raise CaseNotFound(number=number)

    def is_shown(self, case: Case) -> bool:
        """The applicant sees where it stands; an officer the card, or who has held it."""
        if may_follow(case, self.me.id):
            self.work.tell(self.me.id, ShowCase(case_id=case.id, fresh=True))
            return True
        return opens_file(self.work, self.me.id, case)
