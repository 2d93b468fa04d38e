"""What the buttons of a supervisor ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import PersonId, TaskId


@dataclass(frozen=True, slots=True)
class Overview(Action):
    """What is late, with whom, since when; a page of it."""

    tag: ClassVar[str] = "ov"
    page: int


@dataclass(frozen=True, slots=True)
class Giving(Action):
    """Choose to whom of the lane a file is given."""

    tag: ClassVar[str] = "gv"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    page: int


@dataclass(frozen=True, slots=True)
class GiveTo(Action):
    """Give a file to a colleague of the lane."""

    tag: ClassVar[str] = "gi"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class Remind(Action):
    """Remind whoever holds a file."""

    tag: ClassVar[str] = "rm"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class Locking(Action):
    """A phone is lost: choose whose."""

    tag: ClassVar[str] = "lk"
    page: int


@dataclass(frozen=True, slots=True)
class LockAccess(Action):
    """Lock an officer's access, at once."""

    tag: ClassVar[str] = "lx"
    person_id: PersonId
