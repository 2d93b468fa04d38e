"""What an SOP asks: each item once, its bounds and conditions on what is there to be answered."""

from collections.abc import Iterable, Iterator

from workflow.checking.faults import Path, Problem, strange_day
from workflow.forms import TODAY, AnswerKind, Item, Question
from workflow.ids import ServiceId
from workflow.procedure import Procedure, StepKind


def asked(procedure: Procedure) -> Iterator[Problem]:
    """Every fault in what the one who asks for a service must tell and hand in."""
    known: dict[str, set[ServiceId | None]] = {}
    for where, service, item in _items(procedure):
        others = known.setdefault(item.id, set())
        if service in others or None in others:
            yield where, f"'{item.id}' is asked before already; give one of the two another id"
        others.add(service)
        if isinstance(item, Question):
            yield from _question(where, item)
            yield from _bounds(where, item, procedure.items_of(service))
        yield from _condition(where, item, procedure.items_of(service))
    questions = {item.id for _, _, item in _items(procedure) if isinstance(item, Question)}
    if procedure.first.kind is StepKind.SUBMIT and procedure.subject not in questions:
        yield ("subject",), f"'{procedure.subject}' is not a question of the form"


def asked_at_steps(procedure: Procedure) -> Iterator[Problem]:
    """The same of what officers are asked, step by step."""
    requested = {item.id for _, _, item in _items(procedure)}
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        for item in step.items:
            if item.id in requested:
                yield here, f"'{item.id}' is asked of the applicant already; give it another id"
            if isinstance(item, Question):
                yield from _question(here, item)
                yield from _bounds(here, item, procedure.every_item())
            yield from _condition(here, item, procedure.every_item())


def _items(procedure: Procedure) -> Iterator[tuple[Path, ServiceId | None, Item]]:
    """What the one who asks must tell and hand in, for all services and for each."""
    forms: list[tuple[Path, ServiceId | None, tuple[Item, ...]]] = [
        (("form",), None, procedure.form),
        (("requirements",), None, procedure.requirements),
    ]
    for name, service in procedure.services.items():
        forms.append((("services", name, "form"), name, service.form))
        forms.append((("services", name, "requirements"), name, service.requirements))
    for path, service_id, items in forms:
        for index, item in enumerate(items):
            yield (*path, index), service_id, item


def _question(where: Path, asked: Question) -> Iterator[Problem]:
    if asked.kind is AnswerKind.CHOICE and not asked.choices:
        yield where, f"'{asked.id}' offers nothing to choose; write 'choices: [one, two]'"
    if asked.lowest > asked.highest:
        yield (*where, "lowest"), f"{asked.lowest} is above 'highest', {asked.highest}; mend one"


def _bounds(where: Path, asked: Question, askable: Iterable[Item]) -> Iterator[Problem]:
    """The days between which an answer may lie; *askable* is what may be answered by then."""
    others = {item.id: item for item in askable}
    for key, bound in (("not_before", asked.not_before), ("not_after", asked.not_after)):
        if bound is None:
            continue
        here = (*where, key)
        other = others.get(bound)
        if asked.kind is not AnswerKind.DATE:
            yield here, f"'{asked.id}' is no day; write 'kind: date', or take '{key}' out"
        elif bound[0].isdigit():
            yield from strange_day(here, bound)
        elif bound == asked.id:
            yield here, f"'{asked.id}' cannot bound itself; write today, a day or another question"
        elif bound != TODAY and not _is_day(other):
            yield here, f"there is no question '{bound}' of kind date before this one is handed in"


def _condition(where: Path, item: Item, askable: Iterable[Item]) -> Iterator[Problem]:
    """When what is optional must be there: by a choice that was made before."""
    condition = item.required_when
    if condition is None:
        return
    here = (*where, "required_when")
    asked = {one.id: one for one in askable}.get(condition.question)
    if not item.optional:
        yield here, f"'{item.id}' is always required; write 'optional: true', or take this out"
    if not isinstance(asked, Question) or asked.kind is not AnswerKind.CHOICE:
        yield here, f"there is no question '{condition.question}' of kind choice; name one"
        return
    for answer in condition.answers:
        if answer not in asked.choices:
            yield here, f"'{answer}' is not among the choices of '{asked.id}'; copy one of them"


def _is_day(item: Item | None) -> bool:
    return isinstance(item, Question) and item.kind is AnswerKind.DATE
