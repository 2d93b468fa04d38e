import asyncio
import contextlib

import pytest
from sqlalchemy import func, select

from bot.scheduler.filling_in import FillingIn
from storage.models.cases import CaseRow, TermRow
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from tests.support.books import books_in
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import MONDAY_MORNING, TERM_KEY, FixedClock, a_writer
from workflow.desk.search_terms import BATCH

CASES = 2 * BATCH + 3


def add_cases(connection, context):
    """As a release wrote them that knew of no search; their SOP is not in these books."""
    work = SqlUnitOfWork(connection, context, MONDAY_MORNING)
    for place in range(CASES):
        work.cases.add(
            number=f"PDK-2026-{place:05d}",
            code=f"CODE{place}",
            link_code=None,
            procedure_id="jakarta-data",
            procedure_version=1,
            service=None,
            subject="Dinas Kesehatan",
            applicant_id=None,
            step="2",
            answers={"nama": "Rina Wulandari"},
            at=MONDAY_MORNING,
        )


def counted(connection):
    behind = connection.scalar(select(func.count()).where(CaseRow.found_by == 0))
    return behind, connection.scalar(select(func.count()).select_from(TermRow))


@pytest.fixture
async def office(tmp_path):
    """A writer over books of before, what fills them in, and a way to count."""
    context = OfficeContext(office=sample_office(), calendar=sample_calendar(), term_key=TERM_KEY)
    with books_in(tmp_path) as engine:
        with engine.begin() as connection:
            add_cases(connection, context)
        writer = a_writer(engine)
        yield writer, FillingIn(writer, context, FixedClock())
        writer.close()


async def test_cases_of_before_are_filled_in_a_few_at_a_time_until_none_is_left(office):
    writer, filling_in = office
    assert await writer.run(counted) == (CASES, 0)
    assert await filling_in.fill() == CASES
    behind, terms = await writer.run(counted)
    assert (behind, terms > CASES) == (0, True)
    assert await filling_in.fill() == 0
    assert await writer.run(counted) == (0, terms)


class Broken:
    """A writer whose books cannot be read."""

    async def run(self, do):
        raise ValueError("no books")


async def test_an_office_stays_open_though_its_cases_cannot_be_filled_in(office, caplog):
    _, filling_in = office
    broken = FillingIn(Broken(), filling_in._context, FixedClock())
    job = asyncio.ensure_future(broken.run())
    done, _ = await asyncio.wait([job], timeout=0.05)
    assert not done
    assert "cannot all be made to be found" in caplog.text
    job.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await job
