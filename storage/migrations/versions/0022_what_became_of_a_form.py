"""Whether a closed form was handed in, cancelled or left to lapse, to be said when it is pressed.

Expand only: code older than this revision ignores the column. Of forms closed before it stays
empty; what became of them is told as far as their case shows it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("drafts") as drafts:
        drafts.add_column(sa.Column("ending", sa.String(length=20), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_column("ending")
