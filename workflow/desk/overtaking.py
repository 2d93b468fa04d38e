"""A file goes on: what was asked beside it while it lay there waits for no answer any more."""

from workflow.case import Case, Task
from workflow.desk.opinions import overtake_opinions
from workflow.desk.question_ends import overtake_question
from workflow.ports import UnitOfWork


def overtake_asked(work: UnitOfWork, case: Case, done: Task) -> None:
    """What the applicant asked the office is answered all the same, and stays."""
    asked = work.cases.side_tasks_of(case.id)
    overtake_question(work, case, done, asked)
    overtake_opinions(work, done, asked)
