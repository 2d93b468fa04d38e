"""The personas play a case by themselves, press for press, as people would on their phones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.cli.paths import PlayRoute
from bot.cli.sandbox.filling_in import FormFiller
from bot.cli.sandbox.performance import Performance
from bot.cli.sandbox.personas import APPLICANT, Persona
from bot.cli.sandbox.pressing import PATIENCE, PlayFailed, Presser
from bot.sandbox.visitor import NothingCame, People
from messages.actions.applicant import Acknowledge
from messages.actions.everybody import Accept
from messages.actions.form import (
    Begin,
    BeginSurely,
    FormCancel,
    FormChange,
    FormSubmit,
)
from messages.actions.officer import (
    ChooseMember,
    ChooseReason,
    Collect,
    Decide,
    FormTeam,
    GrantTo,
    MakeArchive,
    MarkItem,
    Ready,
    Sure,
    TypeDigit,
    Work,
    Write,
)
from workflow.collecting import Collector, is_collected_at
from workflow.forms import Question, Slot
from workflow.ids import LaneId, OutcomeId, StepId
from workflow.office import Office
from workflow.procedure import Procedure, Step, StepKind, Way

OWN_REASON = "Mohon diperbaiki dan disampaikan kembali"  # where the SOP has none ready
PASSPHRASE = "246810"  # noqa: S105  # locks a sample and nothing else


@dataclass(slots=True)
class Player:
    """Plays one case of one procedure, with one detour over each arrow that leads back."""

    people: People
    procedure: Procedure
    office: Office
    officers: Sequence[Persona]
    fast: bool
    route: PlayRoute
    # A PDF that carries a signature, as SIAK makes them.
    signed_pdf: Callable[[bytes], bytes]
    detours: list[tuple[StepId, OutcomeId]] = field(default_factory=list)
    applicant: Persona = APPLICANT
    performance: Performance = field(default_factory=Performance)
    number: str = ""
    # Cases that were there before: another one's.
    others: frozenset[str] = frozenset()
    team: list[Persona] = field(default_factory=list)
    # Whoever of the office acted last.
    last: Persona | None = None
    presser: Presser = field(init=False)
    forms: FormFiller = field(init=False)

    def __post_init__(self) -> None:
        self.presser = Presser(self.people, self.fast, self.performance)
        self.forms = FormFiller(
            people=self.people,
            presser=self.presser,
            zone=self.office.zone,
            signed_pdf=self.signed_pdf,
        )

    async def play(self) -> None:
        """From the first press to the end; raises PlayFailed."""
        self.detours = list(self.route.detours)
        self.others = frozenset(one["number"] for one in _cases(await self.people.state()))
        try:
            await self._begin()
            while (step := await self._next_step()) is not None:
                await self._do(step)
        except NothingCame as error:
            raise PlayFailed(str(error)) from error
        if self.detours:
            missed = ", ".join(f"{step} ({outcome})" for step, outcome in self.detours)
            raise PlayFailed(f"the case ended without the way out of step {missed}")

    @property
    def ends_in_refusal(self) -> bool:
        return any(
            self.procedure.step(step).outcomes[outcome].way is Way.REFUSE
            for step, outcome in self.route.detours
        )

    async def _begin(self) -> None:
        """Ask for the service, as whoever may; fill in what it asks."""
        first = self.procedure.first
        by_applicant = self.procedure.lanes[first.lane].applicant
        starter = self.applicant if by_applicant else self.officer(first.lane)
        await self.people.text(starter.id, "/start")
        service = self.route.service
        await self.presser.tap(
            starter.id,
            Begin,
            lambda one: (one.procedure_id, one.service) == (self.procedure.id, service),
        )
        if by_applicant:
            await self._consent(starter.id)
        items = self.procedure.items_of(self.route.service)
        if not items:
            same = lambda one: one.procedure_id == self.procedure.id  # noqa: E731
            await self.presser.tap(starter.id, BeginSurely, same)
            return
        await self.forms.fill_in(starter.id, items)
        await self.presser.tap(starter.id, FormSubmit)

    async def _consent(self, person: int) -> None:
        """Accept the privacy notice; whoever did so before is asked the first question at once."""
        asked = await self.presser.newest(person, (Accept, FormCancel), lambda one: True)
        if isinstance(asked, Accept):
            await self.presser.tap(person, Accept)

    async def _next_step(self) -> Step | None:
        """Where the case stands, once it has moved there; nothing when it has ended."""

        case = await self.people.wait_for(self._own, PATIENCE, what="the case")
        self.number = case["number"]
        if case["now_at"] is None:
            return None
        return self.procedure.step(StepId(case["now_at"]))

    def _own(self, state: dict[str, Any]) -> dict[str, Any] | None:
        """The case being played, as the panel shows it."""
        return next((one for one in _cases(state) if one["number"] not in self.others), None)

    async def _do(self, step: Step) -> None:
        before = await self._visits()
        lane = self.procedure.lane_of(step, self.route.service)
        if self.procedure.lanes[lane].applicant:
            await self.presser.think(self.applicant.id)
            await self._as_applicant(step)
        else:
            self.last = self.officer(lane)
            await self.presser.think(self.last.id)
            await self._asofficer(self.last.id, step)
        await self._moved(before, step)

    async def _asofficer(self, person: int, step: Step) -> None:
        detour = next((one for one in self.detours if one[0] == step.id), None)
        if detour is None:
            await self._go_forward(person, step)
            return
        self.detours.remove(detour)
        await self._turn_away(person, step, detour[1])

    async def _as_applicant(self, step: Step) -> None:
        if step.kind is StepKind.ACKNOWLEDGE:
            await self.presser.tap(self.applicant.id, Acknowledge)
            return
        seen = (await self.people.last(self.applicant.id))["message_id"]
        await self.presser.tap(self.applicant.id, Work)
        items = self.procedure.items_of(self.route.service)
        first = next((item for item in items if isinstance(item, Slot)), items[0])
        await self.forms.fill_in(self.applicant.id, [first], after=seen)
        await self.presser.tap(self.applicant.id, FormSubmit)

    async def _turn_away(self, person: int, step: Step, outcome: OutcomeId) -> None:
        """Send the file back with marks and a reason, or refuse it."""
        if step.items and not await self.presser.has(
            person, Decide, lambda o: o.outcome == outcome
        ):
            await self._work(person, step, decides=person)
        await self._send_back(person, outcome)
        if step.outcomes[outcome].way is Way.REFUSE:
            await self.presser.tap(person, Sure, lambda one: one.outcome == outcome)

    async def _send_back(self, person: int, outcome: OutcomeId) -> None:
        task = await self.presser.tap(person, Decide, lambda one: one.outcome == outcome)
        same = lambda one: one.task_id == task.task_id  # noqa: E731
        found = await self.presser.newest(person, (MarkItem, Ready, Write), same)
        if isinstance(found, MarkItem):
            await self.presser.tap(person, MarkItem, lambda one: one == found)
            await self.presser.tap(person, ChooseReason)
            found = await self.presser.newest(person, (Ready, Write), same)
        if isinstance(found, Ready):
            await self.presser.tap(person, Ready, same)
            return
        await self.presser.tap(person, Write, same)
        await self.presser.think(person)
        await self.presser.read(person)
        await self.people.text(person, OWN_REASON)

    async def _go_forward(self, person: int, step: Step) -> None:
        if step.kind is StepKind.SUBMIT:
            await self._hand_in_again(person, step)
            return
        forward = step.outcome_for(Way.FORWARD)
        if step.items and not self._collected(step):
            helper = step.helpers[0] if step.helpers else None
            await self._work(
                person if helper is None else self.officer(helper).id, step, decides=person
            )
        task = await self.presser.tap(person, Decide, lambda one: one.outcome == forward)
        same = lambda one: one.task_id == task.task_id  # noqa: E731
        if is_collected_at(self.procedure, step, self.route.service):
            itself = lambda one: one.collector is Collector.SELF  # noqa: E731
            await self.presser.tap(person, Collect, itself)
        elif step.kind is StepKind.SIGN:
            await self.presser.tap(person, Sure, same)
        elif step.grants is not None:
            await self.presser.tap(person, GrantTo, same)
        elif step.appoints is not None:
            await self._choose_team(person, task.task_id)
            await self.presser.tap(person, FormTeam, same)
        elif step.archives:
            for again in (False, True):
                for digit in PASSPHRASE:
                    await self.presser.tap(person, TypeDigit, lambda o, d=int(digit): o.digit == d)
                await self.presser.tap(person, MakeArchive, lambda one, a=again: one.again == a)

    def _collected(self, step: Step) -> bool:
        """True where this service asks for nothing of what the step takes."""
        return not self.procedure.work_of(step, self.route.service)

    async def _hand_in_again(self, person: int, step: Step) -> None:
        seen = (await self.people.last(person))["message_id"]
        await self.presser.tap(person, Work)
        await self.forms.opened(person, step, after=seen)
        await self.presser.tap(person, FormSubmit)

    async def _choose_team(self, person: int, task_id: int) -> None:
        """The last two officers of the office; they are remembered, for only they may act."""
        self.team = list(self.officers[-2:])
        offered = await self.presser.labelled(
            person, ChooseMember, lambda one: one.task_id == task_id
        )
        for label, choose in offered:
            if any(member.name[:12] in label for member in self.team):
                await self.presser.tap(person, ChooseMember, lambda one, it=choose: one == it)
                chosen = replace(choose, member=False)
                await self.presser.newest(person, (ChooseMember,), lambda one, it=chosen: one == it)

    async def _work(self, person: int, step: Step, *, decides: int) -> None:
        seen = (await self.people.last(person))["message_id"]
        task = await self.presser.tap(person, Work)
        found = await self.forms.opened(person, step, after=seen)
        if found == "review":
            question = next(item for item in step.items if isinstance(item, Question))
            await self.presser.tap(person, FormChange, lambda one: one.item == 0)
            await self.people.wait_for_text(person, question.ask[:60], PATIENCE)
            await self.people.text(person, f"{question.example} (diperbaiki)")
        else:
            await self.forms.fill_in(person, step.items)
        await self.presser.tap(person, FormSubmit)
        await self.presser.newest(decides, (Decide,), lambda one: one.task_id == task.task_id)

    async def _visits(self) -> int:
        return _visits(self._own(await self.people.state()))

    async def _moved(self, before: int, step: Step) -> None:
        def moved(state: dict[str, Any]) -> bool:
            case = self._own(state)
            return _visits(case) > before or (case is not None and case["now_at"] is None)

        await self.people.wait_for(moved, PATIENCE, what=f"the end of step {step.number}")

    def officer(self, lane: LaneId) -> Persona:
        if self.procedure.lanes[lane].team:
            return self.team[0]
        jabatan = self.office.holder_of(self.procedure.id, lane)
        found = next((one for one in self.officers if one.jabatan == jabatan), None)
        if found is None:
            raise PlayFailed(f"this office has no jabatan '{jabatan}' for the lane '{lane}'")
        return found


def _cases(state: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (state.get("panel") or {}).get("cases") or []
    return found


def _visits(case: dict[str, Any] | None) -> int:
    return 0 if case is None else sum(step["visits"] for step in case["steps"])
