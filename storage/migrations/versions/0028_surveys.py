"""The satisfaction survey after a delivered answer.

Expand only: code older than this revision ignores the tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "surveys",
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("procedure_id", sa.String(60), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
    )
    op.create_table(
        "survey_counts",
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("procedure_id", sa.String(60), primary_key=True),
        sa.Column("element", sa.String(4), primary_key=True),
        sa.Column("value", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("counted", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("survey_counts")
    op.drop_table("surveys")
