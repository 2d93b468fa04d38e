"""Officers and administrators get a menu of their own; the one for all is an applicant's.

The bot lists a person's commands when something about that person changes. For those who came
before this revision that is asked for here, once. Code older than this revision sets what it
cannot read aside.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO outbox"
        " (person_id, kind, body, urgency, state, attempts, created_at, error)"
        " SELECT id, 'ListCommands', '{}', 1, 'waiting', 0, CURRENT_TIMESTAMP, '' FROM people"
        " WHERE administrator OR id IN (SELECT person_id FROM appointments)"
    )


def downgrade() -> None:
    op.execute("DELETE FROM outbox WHERE kind = 'ListCommands'")
