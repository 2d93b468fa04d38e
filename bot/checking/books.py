"""The books with themselves: shape, references, SOPs, numbers, and every case."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine

from bot.checking.report import Progress, Report
from storage.checking import numbers, shape, sops
from storage.checking.cases import CasePage, count_of_cases, ids_of_cases, page_of_cases
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.auditing import Audited, flaws_of
from workflow.errors import NotFound
from workflow.flaws import Flaw, FlawKind

PART = "cases"
SAMPLED = 100  # cases of one stretch in a night
PAGE = 250  # cases that are read at once, and a twentieth of other rows


class BookCheck:
    """Reads page by page, each in a transaction of its own: nobody who writes waits for it."""

    def __init__(
        self,
        engine: Engine,
        context: OfficeContext,
        clock: Callable[[], datetime],
        report: Report,
        told: Progress,
        *,
        page: int = PAGE,
    ) -> None:
        self._size = page
        self._engine = engine
        self._context = context
        self._clock = clock
        self._report = report
        self._told = told

    def shape_is_there(self) -> bool:
        """Whether all tables are there; without one nothing else can be asked."""
        with self._reading() as connection:
            self._report.add(shape.flaws_of_shape(connection))
        return not self._report.counts[FlawKind.TABLE_MISSING]

    def whole(self) -> None:
        """All of it: what rows refer to, SOPs, posts, numbers, cases."""
        self._references()
        self._sops_and_posts()
        self._cases_and_numbers()

    def sample(self, stretches: int) -> None:
        """SOPs and posts, and some stretches of cases, chosen at random."""
        self._sops_and_posts()
        with self._reading() as connection:
            first, last = ids_of_cases(connection)
        begins = range(first - 1, last, SAMPLED) if last else range(0)
        for after in random.sample(begins, min(stretches, len(begins))):
            with self._reading() as connection:
                self._page(connection, page_of_cases(connection, after, size=SAMPLED))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    def _references(self) -> None:
        found = shape.tables()
        for place, table in enumerate(found):
            after = None
            while True:
                with self._reading() as connection:
                    flaws, after = shape.page_of_orphans(
                        connection, table, after, size=self._size * 20
                    )
                self._report.add(flaws)
                if after is None:
                    break
            self._told("references", place + 1, len(found))

    def _sops_and_posts(self) -> None:
        with self._reading() as connection:
            self._report.add(sops.flaws_of_sops(connection))
            work = SqlUnitOfWork(connection, self._context, self._clock())
            self._report.add(
                Flaw(FlawKind.POST_LOST, {"name": one.name, "jabatan": one.jabatan})
                for one in work.people.without_post(at=work.now)
            )

    def _cases_and_numbers(self) -> None:
        seen = numbers.new_seen()
        with self._reading() as connection:
            before, restored = numbers.counters(connection), numbers.was_restored(connection)
            total = count_of_cases(connection)
        after: int | None = 0
        while after is not None:
            with self._reading() as connection:
                page = page_of_cases(connection, after, size=self._size)
                self._page(connection, page)
            for number in page.numbers:
                numbers.add_registration(number, seen)
            after = page.after
            self._told(PART, self._report.looked[PART], total)
        with self._reading() as connection:
            numbers.add_letters(connection, seen, size=self._size * 20)
            counted = numbers.counters(connection)
        self._report.add(
            numbers.flaws_of_numbers(seen, before=before, after=counted, restored=restored)
        )

    def _page(self, connection: Connection, page: CasePage) -> None:
        self._report.looked[PART] += len(page.numbers)
        self._report.add(page.flaws)
        work = SqlUnitOfWork(connection, self._context, self._clock())
        for one in page.cases:
            self._report.add(audited(work, one))


def audited(work: SqlUnitOfWork, one: Audited) -> Iterator[Flaw]:
    """What is wrong with a case by the SOP on which it runs; nothing where that cannot be read."""
    case = one.case
    try:
        procedure = work.procedures.find(case.procedure_id, case.procedure_version)
    except NotFound:
        return  # said of the SOP
    if procedure is None:
        return
    # The books may be ahead of the machine's clock, which was set back.
    now = max([work.now, *(task.opened_at for task in one.main)])
    yield from flaws_of(one, procedure, work.office, work.calendar, now=now)
