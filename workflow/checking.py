"""Does an SOP hold together: all steps reachable, no dead end, no release before its signature.

And does an office: every jabatan that is named is there, its hours follow from each other.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from workflow.forms import TODAY, AnswerKind, Item, Question
from workflow.ids import ServiceId, StepId
from workflow.office import Office, calendar_of
from workflow.procedure import OFFICE_PLACES, Procedure, Step, StepKind, Way

# Without 29 February.
A_COMMON_YEAR = 2027

Path = tuple[str | int, ...]
Problem = tuple[Path, str]


def problems(procedure: Procedure) -> list[Problem]:
    """Every fault with the place it stands at and its mend; an empty list when there is none."""
    found = [*_unknown(procedure), *_asked(procedure), *_acts(procedure), *_places(procedure)]
    if found:
        return found
    return [
        *_begins(procedure),
        *_unreachable(procedure),
        *_dead_ends(procedure),
        *_early_release(procedure),
    ]


def office_problems(office: Office) -> Iterator[Problem]:
    """Every fault of an office file with the place it stands at and its mend."""
    for name, post in office.jabatan.items():
        for key, other in (("superior", post.superior), ("alert", post.alert)):
            if other is not None and other not in office.jabatan:
                yield ("jabatan", name, key), _no_such("jabatan", other, office.jabatan)
    for procedure, lanes in office.lanes.items():
        for lane, jabatan in lanes.items():
            if jabatan not in office.jabatan:
                yield ("lanes", procedure, lane), _no_such("jabatan", jabatan, office.jabatan)
    strange = list(_strange_days(office))
    yield from strange
    if strange:
        return
    try:
        calendar_of(office, ())
    except ValueError as error:
        yield ("zone" if str(error).startswith("zone") else "hours",), str(error)


def _strange_days(office: Office) -> Iterator[Problem]:
    days: list[tuple[Path, str]] = [
        (("closures", index, "on"), one.on) for index, one in enumerate(office.closures)
    ]
    for index, season in enumerate(office.seasons):
        days.append((("seasons", index, "first"), season.first))
        days.append((("seasons", index, "last"), season.last))
    for where, day in days:
        yield from _strange_day(where, day)


def _strange_day(where: Path, day: str) -> Iterator[Problem]:
    try:
        date.fromisoformat(day)
    except ValueError:
        yield where, f"there is no day {day}; write one such as '2026-11-23'"


def _unknown(procedure: Procedure) -> Iterator[Problem]:
    numbers = [step.number for step in procedure.steps]
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        if step.number in numbers[:index]:
            yield (*here, "number"), f"two steps are numbered {step.number}; number one anew"
        for key, lane in (
            ("lane", step.lane),
            ("grants", step.grants),
            ("appoints", step.appoints),
            *(("helpers", helper) for helper in step.helpers),
        ):
            if lane is not None and lane not in procedure.lanes:
                yield (*here, key), _no_such("lane", lane, procedure.lanes)
        for name, outcome in step.outcomes.items():
            where = (*here, "outcomes", name, "to")
            if outcome.to is not None and procedure.find(outcome.to) is None:
                yield where, f"there is no step {outcome.to}; write one of {_numbers(procedure)}"
            if outcome.way is Way.BACK and outcome.to is None:
                yield where, "a return needs the step it goes back to: write 'to: <step>'"
            if outcome.way is Way.REFUSE and outcome.to is not None:
                yield where, "a refusal ends the case: take 'to' out, or write 'way: back'"
        for key in ("drafts", "signs", "numbers"):
            paper = getattr(step, key)
            if paper is not None and paper not in procedure.papers:
                yield (*here, key), _no_such("paper", paper, procedure.papers)
    if procedure.desk is not None and procedure.desk not in procedure.lanes:
        yield ("desk",), _no_such("lane", procedure.desk, procedure.lanes)
    for called, service in procedure.services.items():
        for lane, other in service.lanes.items():
            for one in (lane, other):
                if one not in procedure.lanes:
                    yield ("services", called, "lanes"), _no_such("lane", one, procedure.lanes)
    used = set(procedure.lanes_in_use())
    for lane in procedure.lanes:
        if lane not in used:
            yield ("lanes", lane), f"no step uses the lane '{lane}'; take it out or use it"


def _asked(procedure: Procedure) -> Iterator[Problem]:
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
    asked = {item.id for _, _, item in _items(procedure) if isinstance(item, Question)}
    if procedure.first.kind is StepKind.SUBMIT and procedure.subject not in asked:
        yield ("subject",), f"'{procedure.subject}' is not a question of the form"


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
            yield from _strange_day(here, bound)
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


def _acts(procedure: Procedure) -> Iterator[Problem]:
    requested = {item.id for _, _, item in _items(procedure)}
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        lane = procedure.lanes.get(step.lane)
        by_applicant = lane is not None and lane.applicant
        if by_applicant and step.kind not in {StepKind.SUBMIT, StepKind.ACKNOWLEDGE}:
            yield (*here, "lane"), f"an applicant cannot do a '{step.kind}' step"
        if step.kind is StepKind.SUBMIT and step.items:
            yield here, "a 'submit' step asks the SOP's own form; move its questions there"
        if step.signs and step.kind is not StepKind.SIGN:
            yield (*here, "signs"), "only a 'sign' step signs: write 'kind: sign'"
        if (step.signs or step.numbers or step.kind is StepKind.SUBMIT) and _forwards(step) != 1:
            yield (*here, "outcomes"), f"step {step.number} needs exactly one way forward"
        for item in step.items:
            if item.id in requested:
                yield here, f"'{item.id}' is asked of the applicant already; give it another id"
            if isinstance(item, Question):
                yield from _question(here, item)
                yield from _bounds(here, item, procedure.every_item())
            yield from _condition(here, item, procedure.every_item())


def _forwards(step: Step) -> int:
    return sum(outcome.way is Way.FORWARD for outcome in step.outcomes.values())


def _begins(procedure: Procedure) -> Iterator[Problem]:
    """The calendar can begin a case on any day that every year has, but not for an applicant."""
    for index, written in enumerate(procedure.begins_on):
        here = ("begins_on", index)
        if not _is_yearly(written):
            yield here, f"not every year has a day {written}; write month and day, such as '07-01'"
        elif procedure.started_by_applicant:
            yield here, "an applicant begins this SOP, so the calendar cannot: take 'begins_on' out"


def _is_yearly(written: str) -> bool:
    try:
        date.fromisoformat(f"{A_COMMON_YEAR}-{written}")
    except ValueError:
        return False
    return True


def _places(procedure: Procedure) -> Iterator[Problem]:
    for name, letter in procedure.papers.items():
        for place in letter.places:
            if procedure.item(place) is None and place not in OFFICE_PLACES:
                yield (
                    ("papers", name),
                    f"there is no question '{place}' to fill {{{place}}}; correct its name",
                )


def _unreachable(procedure: Procedure) -> Iterator[Problem]:
    reached = _reachable(procedure, procedure.first.id)
    for index, step in enumerate(procedure.steps):
        if step.id not in reached:
            yield (
                ("steps", index),
                f"step {step.number} is never reached; let an outcome lead to it or take it out",
            )


def _dead_ends(procedure: Procedure) -> Iterator[Problem]:
    ends = {
        step.id
        for step in procedure.steps
        if any(outcome.to is None for outcome in step.outcomes.values())
    }
    for index, step in enumerate(procedure.steps):
        if not ends & _reachable(procedure, step.id):
            yield (
                ("steps", index),
                f"step {step.number} is a dead end; let one of its ways lead to an end (no 'to')",
            )


def _early_release(procedure: Procedure) -> Iterator[Problem]:
    """A release is early when some way from the start meets it before a signature."""
    before = _reachable(procedure, procedure.first.id, stop_at=StepKind.SIGN)
    for index, step in enumerate(procedure.steps):
        if step.releases and step.kind is not StepKind.SIGN and step.id in before:
            yield (
                ("steps", index, "releases"),
                f"step {step.number} releases the answer before a 'sign' step; move it behind one",
            )


def _reachable(
    procedure: Procedure, start: StepId, *, stop_at: StepKind | None = None
) -> set[StepId]:
    seen: set[StepId] = set()
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        step = procedure.step(here)
        if step.kind is not stop_at:
            ahead += _onward(step)
    return seen


def _onward(step: Step) -> list[StepId]:
    return [outcome.to for outcome in step.outcomes.values() if outcome.to is not None]


def _no_such(what: str, name: str, known: object) -> str:
    names = ", ".join(sorted(str(one) for one in known)) if isinstance(known, dict) else ""
    return f"there is no {what} '{name}'; write one of: {names or 'none are defined'}"


def _numbers(procedure: Procedure) -> str:
    return ", ".join(step.number for step in procedure.steps)
