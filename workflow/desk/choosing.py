"""Choosing whom: the person a case's files are opened to, the members of a team."""

from dataclasses import dataclass

from workflow.desk.deciding import DecidingDesk, usual_note
from workflow.desk.decrees import number_decree
from workflow.errors import ListMoved, TeamEmpty, UnknownOutcome
from workflow.ids import LaneId, OutcomeId, PersonId
from workflow.intents import SendPaper, TakeBack
from workflow.papers import PaperKind
from workflow.ports import UnitOfWork
from workflow.procedure import Way
from workflow.queries.candidates import candidates
from workflow.queries.holders import holders
from workflow.shown import digest_of
from workflow.views.task import Face, Mode


@dataclass(frozen=True, slots=True)
class ChoosingDesk:
    """One file in the hands of whoever decides it by naming somebody."""

    deciding: DecidingDesk

    @property
    def work(self) -> UnitOfWork:
        return self.deciding.work

    def grant(self, outcome_id: OutcomeId, person_id: PersonId) -> None:
        """Open the case's files to one named person, and give them the next step."""
        on_desk, lane = self.deciding.on_desk, self.deciding.step.grants
        if lane is None or person_id not in holders(
            self.work, on_desk.case, on_desk.procedure, lane
        ):
            raise ListMoved
        note = self._instruction(outcome_id)
        self.work.cases.open_grant(on_desk.case.id, person_id, at=self.work.now)
        self.deciding.decide(outcome_id, note, to=person_id)

    def choose_member(self, outcome_id: OutcomeId, person_id: PersonId, *, member: bool) -> None:
        """Take an officer into the team of this case, or out of it again."""
        lane = self.deciding.step.appoints
        if lane is None or person_id not in self._candidates():
            raise ListMoved
        note = self._instruction(outcome_id)
        self.work.cases.set_member(self.deciding.case.id, lane, person_id, member=member)
        if not member:
            self.work.tell(person_id, TakeBack())
        self.deciding.turn(Mode(face=Face.TEAM, outcome=outcome_id, note=note))

    def appoint(self, outcome_id: OutcomeId, shown: str) -> None:
        """Form the team that was shown; its SK goes to whoever formed it and to its members.

        A colleague may have chosen others meanwhile, or a member may have left the office.
        """
        lane = self.deciding.step.appoints
        if lane is None:
            raise ListMoved
        case_id, me = self.deciding.case.id, self.deciding.me.id
        self._drop_who_left(lane)
        team = self.work.cases.team(case_id, lane)
        if digest_of(*team[:1], *sorted(team[1:])) != shown:
            raise ListMoved
        if not team:
            raise TeamEmpty
        self.deciding.decide(outcome_id, self._instruction(outcome_id))
        number_decree(self.work, self.deciding.case)
        for person_id in dict.fromkeys((me, *team)):
            self.work.tell(person_id, SendPaper(case_id=case_id, kind=PaperKind.SK_TIM))

    def _drop_who_left(self, lane: LaneId) -> None:
        """Whoever was chosen and has left the office is no member any more."""
        here, case_id = self._candidates(), self.deciding.case.id
        for one in self.work.cases.team(case_id, lane):
            if one not in here:
                self.work.cases.set_member(case_id, lane, one, member=False)

    def _candidates(self) -> set[PersonId]:
        return {one.person_id for one in candidates(self.work)}

    def _instruction(self, outcome_id: OutcomeId) -> str:
        """What was chosen before the card asked for a person or team; else the usual one."""
        if self.deciding.on_desk.outcome(outcome_id).way is not Way.FORWARD:
            raise UnknownOutcome(outcome=outcome_id)
        mode = self.deciding.mode
        chosen = mode.note if mode.outcome == outcome_id else ""
        return chosen or usual_note(self.deciding.step)
