"""Files that wait while they lie on a desk, and what for.

Expand only: code older than this revision ignores the table and the column, and shows a file whose
limit waits as one without a limit.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_OPEN = sa.text("ended_at IS NULL")


def _moment(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _person(name: str, *, nullable: bool = True) -> sa.Column[object]:
    key = sa.ForeignKey("people.id", name=op.f(f"fk_pauses_{name}_people"))
    return sa.Column(name, sa.Integer(), key, nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("jabatan", sa.String(60), nullable=False),
        sa.Column("reason", sa.String(24), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("whose", sa.String(10), nullable=False),
        _moment("begun_at", nullable=False),
        _person("begun_by", nullable=False),
        sa.Column("begun_as", sa.String(120), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        _moment("stopped_at"),
        _person("agreed_by"),
        sa.Column("agreed_as", sa.String(120), nullable=False),
        _moment("ended_at"),
        _person("ended_by"),
        sa.Column("ended_as", sa.String(120), nullable=False),
        sa.Column("ending", sa.String(12), nullable=True),
    )
    op.create_index("ix_pauses_case", "pauses", ["case_id", "id"])
    op.create_index("ix_pauses_task", "pauses", ["task_id", "id"])
    op.create_index("ix_pauses_begun", "pauses", ["begun_at", "jabatan"])
    op.create_index(
        "ix_pauses_open",
        "pauses",
        ["task_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.add_column("tasks", sa.Column("pause_id", sa.Integer(), nullable=True))
    op.add_column("tasks", _moment("limit_from"))


def downgrade() -> None:
    op.drop_column("tasks", "limit_from")
    op.drop_column("tasks", "pause_id")
    op.drop_table("pauses")
