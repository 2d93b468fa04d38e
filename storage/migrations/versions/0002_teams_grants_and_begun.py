"""Teams appointed for a case, files opened to a named person, cases begun by the calendar.

Expand only: code older than this revision ignores the tables and the column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("lane", sa.String(length=60), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_members_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_members_person_id_people")
        ),
        sa.PrimaryKeyConstraint("case_id", "lane", "person_id", name=op.f("pk_members")),
    )
    op.create_table(
        "grants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_grants_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_grants_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
    )
    op.create_index("ix_grants_case", "grants", ["case_id", "person_id"], unique=False)
    op.create_table(
        "begun",
        sa.Column("procedure_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_begun_case_id_cases")),
        sa.PrimaryKeyConstraint("procedure_id", "day", name=op.f("pk_begun")),
    )
    with op.batch_alter_table("attachments") as attachments:
        attachments.add_column(
            sa.Column("signatures", sa.Text(), server_default="", nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("attachments") as attachments:
        attachments.drop_column("signatures")
    op.drop_table("begun")
    op.drop_index("ix_grants_case", table_name="grants")
    op.drop_table("grants")
    op.drop_table("members")
