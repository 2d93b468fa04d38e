"""What one message on a phone shows, by the name that the books keep, so that it can be edited."""

from enum import StrEnum


class ScreenName(StrEnum):
    """Screens of which a phone has one, and those of which it has one of each number."""

    TASK = "task"
    FORM = "form"
    CASE = "case"
    KARTU = "kartu"
    BEGINNING = "beginning"
    CONTACT = "contact"
    WELCOME = "welcome"
    PRIVACY = "privacy"
    CASES = "cases"
    QUEUE = "queue"
    TODAY = "today"
    BULK = "bulk"
    FOUND = "found"
    OVERVIEW = "overview"
    HOLD = "hold"
    QUESTION = "question"
    CONSULTATION = "consultation"
    ENQUIRY = "enquiry"
    LOG = "log"
    SURVEY = "survey"
    SATISFACTION = "satisfaction"
    OFFICE = "office"

    def of(self, number: int) -> str:
        """The screen of one thing: "task:81"."""
        return f"{self.value}:{number}"
