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


def _add_person(table: str, column: str) -> None:
    """In place: SQLite does not let go of a table of tasks to which marks and forms point."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
        f" CONSTRAINT fk_{table}_{column}_people REFERENCES people (id)"
    )


def upgrade() -> None:
    _add_person("tasks", "signing_by")
    op.add_column("tasks", sa.Column("signing_as", sa.Integer(), nullable=True))
    op.add_column(
        "tasks", sa.Column("signing_of", sa.String(64), server_default="", nullable=False)
    )
    _add_person("invitations", "issued_by")
    op.add_column("drafts", sa.Column("at_desk", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("drafts", "at_desk")
    with op.batch_alter_table("invitations") as invitations:
        invitations.drop_column("issued_by")
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_column("signing_of")
        tasks.drop_column("signing_as")
        tasks.drop_column("signing_by")
