"""Acting appointments with their decree, told at their beginning and end.

Expand only: code older than this revision ignores the columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("appointments") as appointments:
        appointments.add_column(sa.Column("sk", sa.String(60), server_default="", nullable=False))
        appointments.add_column(sa.Column("speaks_at", sa.DateTime(timezone=True), nullable=True))
        appointments.create_index(op.f("ix_appointments_speaks_at"), ["speaks_at"], unique=False)
    with op.batch_alter_table("invitations") as invitations:
        invitations.add_column(sa.Column("begins_at", sa.DateTime(timezone=True), nullable=True))
        invitations.add_column(sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
        invitations.add_column(sa.Column("sk", sa.String(60), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("invitations") as invitations:
        for name in ("sk", "ends_at", "begins_at"):
            invitations.drop_column(name)
    with op.batch_alter_table("appointments") as appointments:
        appointments.drop_index(op.f("ix_appointments_speaks_at"))
        for name in ("speaks_at", "sk"):
            appointments.drop_column(name)
