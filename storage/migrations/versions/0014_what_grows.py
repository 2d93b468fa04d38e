"""Indexes for books that grow: an open task says itself in which SOP, and whether the desk acts.

Expand only. The SOP is filled in for open tasks alone: there are few of them, and only they are
looked for by lane. A task that was closed before keeps an empty one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

LYING = ["procedure_id", "lane", "holder_id", "due_at", "id"]
OPEN = "done_at IS NULL"

FILL_IN = """
    UPDATE tasks SET
        procedure_id = (SELECT procedure_id FROM cases WHERE cases.id = tasks.case_id),
        at_desk = (SELECT applicant_id IS NULL FROM cases WHERE cases.id = tasks.case_id)
    WHERE done_at IS NULL
"""


def _add(name: str, table: str, columns: list[str], where: str, flag: str = "") -> None:
    """SQLite takes a partial index only for a query in the same words: there a flag is 1."""
    asked = [one for one in (where, flag) if one]
    on_sqlite = [one for one in (where, flag and f"{flag} = 1") if one]
    op.create_index(
        name,
        table,
        columns,
        sqlite_where=sa.text(" AND ".join(on_sqlite)),
        postgresql_where=sa.text(" AND ".join(asked)),
    )


def upgrade() -> None:
    op.add_column(
        "tasks", sa.Column("procedure_id", sa.String(40), nullable=False, server_default="")
    )
    op.add_column(
        "tasks", sa.Column("at_desk", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.execute(FILL_IN)
    op.drop_index("ix_tasks_open", "tasks")
    _add("ix_tasks_lying", "tasks", LYING, OPEN)
    _add("ix_tasks_at_desk", "tasks", LYING, OPEN, "at_desk")
    _add("ix_tasks_due", "tasks", ["procedure_id", "lane", "due_at", "id"], OPEN)
    _add("ix_tasks_open_case", "tasks", ["case_id"], OPEN)
    _add("ix_tasks_held", "tasks", ["holder_id"], f"{OPEN} AND holder_id IS NOT NULL")
    op.create_index("ix_cases_running", "cases", ["state", "procedure_id", "procedure_version"])
    _add("ix_people_administrators", "people", ["id"], "", "administrator")
    op.create_index("ix_members_person", "members", ["person_id", "case_id", "lane"])
    _add("ix_inbox_parked", "inbox", ["update_id"], "", "parked")


def downgrade() -> None:
    op.drop_index("ix_inbox_parked", "inbox")
    op.drop_index("ix_members_person", "members")
    op.drop_index("ix_people_administrators", "people")
    op.drop_index("ix_cases_running", "cases")
    for name in ("held", "open_case", "due", "at_desk", "lying"):
        op.drop_index(f"ix_tasks_{name}", "tasks")
    op.create_index("ix_tasks_open", "tasks", ["done_at", "lane", "due_at"])
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_column("at_desk")
        tasks.drop_column("procedure_id")
