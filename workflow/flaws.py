"""What may be wrong with an office's books and files: one kind of flaw a fact that must hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class FlawKind(StrEnum):
    """Which fact does not hold."""

    BOOKS_DAMAGED = "books_damaged"
    TABLE_MISSING = "table_missing"
    INDEX_MISSING = "index_missing"
    ORPHAN = "orphan"
    SOP_UNREADABLE = "sop_unreadable"
    SOP_CHANGED = "sop_changed"
    SOP_MISSING = "sop_missing"
    ROW_UNREADABLE = "row_unreadable"
    NO_MAIN_TASK = "no_main_task"
    TWO_MAIN_TASKS = "two_main_tasks"
    TASK_AFTER_END = "task_after_end"
    END_UNDATED = "end_undated"
    CARD_BROKEN = "card_broken"
    STANDS_ELSEWHERE = "stands_elsewhere"
    SUM_WRONG = "sum_wrong"
    TIME_BACKWARDS = "time_backwards"
    TIME_TORN = "time_torn"
    BESIDE_ASTRAY = "beside_astray"
    PAUSE_ASTRAY = "pause_astray"
    MIRROR_WRONG = "mirror_wrong"
    NUMBER_MISSING = "number_missing"
    NUMBER_OF_BEFORE = "number_of_before"
    COUNTER_BEHIND = "counter_behind"
    FILE_MISSING = "file_missing"
    FILE_MISNAMED = "file_misnamed"
    FILE_DAMAGED = "file_damaged"
    FILE_OTHER_SIZE = "file_other_size"
    FILE_UNREFERRED = "file_unreferred"
    FILE_FOREIGN = "file_foreign"
    SIGNATURE_LACKING = "signature_lacking"
    SIGNATURE_BROKEN = "signature_broken"
    OPEN_TO_OTHERS = "open_to_others"
    POST_LOST = "post_lost"
    # On a copy of the books, when an upgrade is rehearsed.
    MIGRATION_FAILED = "migration_failed"
    ROWS_GONE = "rows_gone"
    MESSAGE_UNREADABLE = "message_unreadable"
    FORM_UNREADABLE = "form_unreadable"
    CARD_UNDRAWN = "card_undrawn"

    @property
    def is_remark(self) -> bool:
        """What is to be known and is no fault: a restored office lacks numbers of after it."""
        return self in {FlawKind.NUMBER_OF_BEFORE, FlawKind.ROWS_GONE}


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, with the facts that its sentence names."""

    kind: FlawKind
    facts: Mapping[str, str | int] = field(default_factory=dict)
