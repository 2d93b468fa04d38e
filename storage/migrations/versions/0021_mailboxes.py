"""A claim asks the mailboxes for whom something waits; what waits for a moment has its own state.

Expand only: code older than this revision takes no notice of the table, and leaves those alone
that wait for a moment. At each start the mailboxes are made anew from the outbox.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_LATER = """
    UPDATE outbox SET state = 'later' WHERE state = 'waiting' AND not_before IS NOT NULL
"""
_MAILBOXES = """
    INSERT INTO mailboxes (person_id, urgency, since, taken)
    SELECT person_id, min(urgency), min(created_at), false FROM outbox
    WHERE state = 'waiting' GROUP BY person_id
"""


def _partial(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )


def upgrade() -> None:
    op.create_table(
        "mailboxes",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("urgency", sa.Integer()),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken", sa.Boolean(), nullable=False),
    )
    op.execute(_LATER)
    op.execute(_MAILBOXES)
    op.drop_index("ix_outbox_waiting", "outbox")
    of_person = ["person_id", "urgency", "id"]
    _partial("ix_outbox_of_person", "outbox", of_person, "state = 'waiting'")
    _partial("ix_outbox_later", "outbox", ["not_before", "id"], "state = 'later'")
    _partial("ix_outbox_claimed", "outbox", ["person_id", "id"], "state = 'claimed'")
    free = ["taken", "urgency", "since", "person_id"]
    _partial("ix_mailboxes_free", "mailboxes", free, "urgency IS NOT NULL")


def downgrade() -> None:
    for name in ("claimed", "later", "of_person"):
        op.drop_index(f"ix_outbox_{name}", "outbox")
    op.create_index("ix_outbox_waiting", "outbox", ["state", "urgency", "id"])
    op.execute("UPDATE outbox SET state = 'waiting' WHERE state = 'later'")
    op.drop_table("mailboxes")
