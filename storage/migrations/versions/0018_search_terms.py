"""Cases are found by keyed hashes of words, sounds, numbers and days; who did what is found too.

Expand only: a release older than this revision writes no terms, and the next start fills them in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "cases", sa.Column("found_by", sa.SmallInteger(), nullable=False, server_default="0")
    )
    op.create_index("ix_cases_found_by", "cases", ["found_by"])
    op.create_table(
        "search_terms",
        sa.Column("hash", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column(
            "case_id",
            sa.Integer(),
            sa.ForeignKey("cases.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_search_terms_case", "search_terms", ["case_id"])
    op.create_index(
        "ix_tasks_done_by",
        "tasks",
        ["done_by", "case_id"],
        sqlite_where=sa.text("done_by IS NOT NULL"),
        postgresql_where=sa.text("done_by IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_tasks_done_by", "tasks")
    op.drop_table("search_terms")
    op.drop_index("ix_cases_found_by", "cases")
    op.drop_column("cases", "found_by")
