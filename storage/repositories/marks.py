"""What an officer has marked as wanting before a file goes back: one row an item."""

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage.models.cases import MarkRow
from storage.prepared import Prepared
from workflow.case import Defect, Mark
from workflow.ids import ItemId, TaskId

_MARKS = Prepared(
    select(MarkRow.item, MarkRow.defect)
    .where(MarkRow.task_id == bindparam("task_id"))
    .order_by(MarkRow.item)
)


class MarkRepository:
    """Marks of open tasks; those of a decision are saved with its task."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def marks(self, task_id: TaskId) -> tuple[Mark, ...]:
        return tuple(
            Mark(item=ItemId(row.item), defect=Defect(row.defect))
            for row in _MARKS.all(self._connection, task_id=task_id)
        )

    def set_mark(self, task_id: TaskId, item: ItemId, mark: Mark | None) -> None:
        self._connection.execute(
            delete(MarkRow).where(MarkRow.task_id == task_id, MarkRow.item == item)
        )
        if mark is not None:
            self._connection.execute(
                insert(MarkRow).values(task_id=task_id, item=item, defect=mark.defect.value)
            )
