"""A letter has a code and a number of its own; files are found by their digest, to be swept.

Expand only: code older than this revision ignores the columns and the table. A number that was
given before belongs to the first letter that bears it; one that was only reserved, to the next
that asks for it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_OWNERS = """
    UPDATE letter_numbers SET paper = (
        SELECT papers.kind FROM papers
        WHERE papers.case_id = letter_numbers.case_id AND papers.number = letter_numbers.text
        ORDER BY papers.id LIMIT 1
    )
    WHERE EXISTS (
        SELECT 1 FROM papers
        WHERE papers.case_id = letter_numbers.case_id AND papers.number = letter_numbers.text
    )
"""


def upgrade() -> None:
    with op.batch_alter_table("papers") as papers:
        papers.add_column(sa.Column("code", sa.String(24), nullable=False, server_default=""))
        papers.create_index("ix_papers_digest", ["digest"])
        papers.create_index("ix_papers_code", ["code"])
    with op.batch_alter_table("attachments") as attachments:
        attachments.create_index("ix_attachments_digest", ["digest"])
    with op.batch_alter_table("letter_numbers") as numbers:
        numbers.add_column(sa.Column("paper", sa.String(40), nullable=False, server_default=""))
    op.execute(_OWNERS)
    op.create_table(
        "handed_in",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("handed_in")
    with op.batch_alter_table("letter_numbers") as numbers:
        numbers.drop_column("paper")
    with op.batch_alter_table("attachments") as attachments:
        attachments.drop_index("ix_attachments_digest")
    with op.batch_alter_table("papers") as papers:
        papers.drop_index("ix_papers_code")
        papers.drop_index("ix_papers_digest")
        papers.drop_column("code")
