"""An index of the messages that are being gathered, which are few among many.

Expand only: code older than this revision gathers nothing, and leaves such messages alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    where = sa.text("state = 'gathering'")
    op.create_index(
        "ix_outbox_gathering",
        "outbox",
        ["person_id", "id"],
        sqlite_where=where,
        postgresql_where=where,
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_gathering", "outbox")
