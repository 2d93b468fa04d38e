"""Rights that are asked again when the deed is done need to know whose they were.

Of a signature or seal: whose press, in which appointment, and a digest of what it is set on. Of a
link: which administrator issued it. Of a form: whether it was begun at the desk for a citizen.

Expand only: code older than this revision ignores the columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("signing_by", sa.Integer(), nullable=True))
        tasks.add_column(sa.Column("signing_as", sa.Integer(), nullable=True))
        tasks.add_column(sa.Column("signing_of", sa.String(64), server_default="", nullable=False))
        tasks.create_foreign_key(
            op.f("fk_tasks_signing_by_people"), "people", ["signing_by"], ["id"]
        )
    with op.batch_alter_table("invitations") as invitations:
        invitations.add_column(sa.Column("issued_by", sa.Integer(), nullable=True))
        invitations.create_foreign_key(
            op.f("fk_invitations_issued_by_people"), "people", ["issued_by"], ["id"]
        )
    op.add_column("drafts", sa.Column("at_desk", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("drafts", "at_desk")
    with op.batch_alter_table("invitations") as invitations:
        invitations.drop_constraint(op.f("fk_invitations_issued_by_people"), type_="foreignkey")
        invitations.drop_column("issued_by")
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_constraint(op.f("fk_tasks_signing_by_people"), type_="foreignkey")
        tasks.drop_column("signing_of")
        tasks.drop_column("signing_as")
        tasks.drop_column("signing_by")
