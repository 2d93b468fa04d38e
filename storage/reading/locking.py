"""Whose access a superior may lock."""

from storage.reading.paging import named, paged
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import PersonId
from workflow.queries.access import subordinates
from workflow.queries.posts import title_of
from workflow.views.supervisor import AccessLine, LockingView

PAGE = 8


def locking_view(work: SqlUnitOfWork, person_id: PersonId, page: int) -> LockingView:
    shown, page, pages = paged(subordinates(work, person_id), page, PAGE)
    return LockingView(
        lines=tuple(
            AccessLine(person_id=one.person_id, name=named(one), jabatan=title_of(work, one))
            for one in shown
        ),
        first=page * PAGE + 1,
        page=page,
        pages=pages,
    )
