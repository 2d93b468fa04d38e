"""A case may correct the delivered answer of another.

Expand only: code older than this revision writes and reads no such column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("corrects", sa.Integer(), nullable=True))
    where = sa.text("corrects IS NOT NULL")
    op.create_index(
        "ix_cases_corrects", "cases", ["corrects"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    op.drop_index("ix_cases_corrects", "cases")
    op.drop_column("cases", "corrects")
