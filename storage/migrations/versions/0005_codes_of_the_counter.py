"""A code of its own for whoever follows a case that was entered at the counter.

It was the code of verification, which stands on every letter. Letters keep theirs. Whoever has
linked a case before still opens it with the resi in hand; where nobody has, a letter may already
be out with that code, so an old resi links nobody any more. Expand only: code older than this
revision ignores the column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # SQLite adds and drops a column in place; a copy of the table would stumble over its tasks.
    op.add_column("cases", sa.Column("link_code", sa.String(length=20), nullable=True))
    op.create_index(op.f("ix_cases_link_code"), "cases", ["link_code"], unique=True)
    op.execute("UPDATE cases SET link_code = code WHERE applicant_id IS NOT NULL")


def downgrade() -> None:
    op.drop_index(op.f("ix_cases_link_code"), table_name="cases")
    op.drop_column("cases", "link_code")
