"""Menus of officers and administrators name /cari: they are asked for here, once.

A menu of one's own is listed anew only when something about that person changes; the menu for
everybody is at each start.
"""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO outbox"
        " (person_id, kind, body, urgency, state, attempts, created_at, error)"
        " SELECT id, 'ListCommands', '{}', 1, 'waiting', 0, CURRENT_TIMESTAMP, '' FROM people"
        " WHERE (administrator OR id IN (SELECT person_id FROM appointments))"
        " AND id NOT IN (SELECT person_id FROM outbox"
        " WHERE kind = 'ListCommands' AND state = 'waiting')"
    )


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE kind = 'ListCommands'")
