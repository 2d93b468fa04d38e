"""An office through its days: requests come, some go back, nights and holidays pass."""

import random
from datetime import timedelta

import pytest

from storage.database import savepoint
from tests.support.builders import at
from tests.support.office import open_office
from workflow import kartu_kendali
from workflow.case import CaseState
from workflow.intents import TellAlarms
from workflow.procedure import StepKind, Way

WAKING = [f"{hour:02}.{minute:02}" for hour in range(5, 22) for minute in (10, 40)]


class Days:
    """What chance brings to an office, half an hour after half an hour."""

    def __init__(self, office, chance):
        self.office, self.chance = office, chance
        self.running = []
        self.begun = 0
        self.day = office.clock.now().astimezone(office.context.calendar.tz).date()

    def passes(self):
        self.day += timedelta(days=1)
        for clock in WAKING:
            self.office.clock.move_to(at(self.day, clock))
            self._tells_nobody_at_night()
            if self._is_open():
                self._works()

    def _is_open(self):
        return self.office.context.calendar.is_open(self.office.clock.now())

    def _tells_nobody_at_night(self):
        self.office.silence()
        self.office.ticks()
        told = self.office.told(TellAlarms)
        assert not told or self._is_open(), (self.office.clock.now(), told)

    def _works(self):
        if self.chance.random() < 0.2:
            self.running.append(self.office.applies(self.chance.choice(["rina", "budi"])))
            self.begun += 1
        for case_id in self.running:
            self.office.case_id = case_id
            if self.chance.random() < 0.3:
                self._decides()
        self.running = [one for one in self.running if self._runs(one)]

    def _decides(self):
        step = self.office.procedure.step(self.office.step)
        back = [name for name, one in step.outcomes.items() if one.way is Way.BACK]
        with savepoint(self.office.work.connection):
            if back and step.kind is not StepKind.SUBMIT and self.chance.random() < 0.2:
                holder = self.office.work.office.holder_of(self.office.procedure.id, step.lane)
                self.office.decides(holder, back[0])
            else:
                self.office.goes_on()

    def _runs(self, case_id):
        return self.office.work.cases.get(case_id).state is CaseState.OPEN

    def all_end(self):
        for case_id in self.running:
            self.office.case_id = case_id
            while self.office.task is not None:
                self.office.goes_on()


def numbers(office, table, column):
    found = f"SELECT {column} FROM {table} ORDER BY id"
    return office.work.connection.exec_driver_sql(found).scalars().all()


@pytest.mark.parametrize("days", [5, pytest.param(365, marks=pytest.mark.soak)])
def test_days_of_an_office_lose_nothing_and_wake_nobody(days):
    with open_office() as office:
        played = Days(office, random.Random(20261123))
        for _ in range(days):
            played.passes()
        played.all_end()

        cases = [office.work.cases.get(one) for one in numbers(office, "cases", "id")]
        assert len(cases) == played.begun > days / 2
        for case in cases:
            procedure = office.work.procedures.get(case.procedure_id, case.procedure_version)
            tasks = office.work.cases.tasks_of(case.id)
            assert kartu_kendali.replay(tasks, procedure) == (None, CaseState.FINISHED)
            assert office.work.cases.paper(case.id, "surat_jawaban").released_at is not None
        by_year = {}
        for year, running in zip(
            numbers(office, "letter_numbers", "year"),
            numbers(office, "letter_numbers", "running"),
            strict=True,
        ):
            by_year.setdefault(year, []).append(running)
        for given in by_year.values():
            assert given == list(range(1, len(given) + 1))
