"""What lies on which phone since when, so that it can be taken back; who was linked to a case.

Expand only: code older than this revision ignores the columns and tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    with op.batch_alter_table("cards") as cards:
        cards.add_column(sa.Column("laid_at", moment, nullable=True))
        cards.create_index("ix_cards_laid", ["person_id", "laid_at"])
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", moment, nullable=False),
    )
    op.create_index("ix_copies_person", "copies", ["person_id", "id"])
    op.create_index("ix_copies_sent_at", "copies", ["sent_at"])
    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("what", sa.String(12), nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_index("ix_links_case", "links", ["case_id", "id"])


def downgrade() -> None:
    op.drop_table("links")
    op.drop_table("copies")
    with op.batch_alter_table("cards") as cards:
        cards.drop_index("ix_cards_laid")
        cards.drop_column("laid_at")
