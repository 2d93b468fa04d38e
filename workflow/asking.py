"""Who asks, about what, and by which letter: read off the answers of a case."""

from datetime import date

from workflow.case import Case
from workflow.forms import AnswerKind, Item, Question
from workflow.ids import ServiceId
from workflow.procedure import Procedure

# Questions by which a body names itself; a question of kind name is a person's.
_BODIES = frozenset({"instansi", "lembaga", "perusahaan", "organisasi", "pemohon", "nama"})


def subject_names_asker(procedure: Procedure, service: ServiceId | None) -> bool:
    """True where a case goes by whoever asks; else by what it is about, such as "perihal"."""
    asked = _subject(procedure, service)
    if asked is None or not procedure.started_by_applicant:
        return False
    return asked.kind is AnswerKind.NAME or asked.id in _BODIES


def subject_title(procedure: Procedure, service: ServiceId | None) -> str:
    """What the form calls the subject of a case; empty where nothing is asked."""
    asked = _subject(procedure, service)
    return "" if asked is None else asked.title


def person_named(procedure: Procedure, case: Case) -> str:
    """The person who asks, by the name in the form; empty where it asks for none."""
    asked = _first(procedure.items_of(case.service), AnswerKind.NAME)
    return "" if asked is None else case.answers.get(asked.id, "")


def letter_of(procedure: Procedure, case: Case) -> tuple[str, date | None]:
    """The number and the day of the letter that was handed in, as far as the form asks for them.

    The day is the one asked for right behind the number: another may be a birthday.
    """
    items = procedure.items_of(case.service)
    asked = _first(items, AnswerKind.LETTER_NUMBER)
    if asked is None:
        return "", None
    behind = items[items.index(asked) + 1 :][:1]
    on = _first(behind, AnswerKind.DATE)
    day = "" if on is None else case.answers.get(on.id, "")
    return case.answers.get(asked.id, ""), date.fromisoformat(day) if day else None


def _subject(procedure: Procedure, service: ServiceId | None) -> Question | None:
    for item in procedure.items_of(service):
        if isinstance(item, Question) and item.id == procedure.subject:
            return item
    return None


def _first(items: tuple[Item, ...], kind: AnswerKind) -> Question | None:
    return next((one for one in items if isinstance(one, Question) and one.kind is kind), None)
