"""The books of an office in a folder of a test."""

from contextlib import contextmanager

from storage import migrating
from storage.database import writing_engine


@contextmanager
def books_in(folder):
    """The writing engine of new books, with all their tables."""
    engine = writing_engine(f"sqlite:///{folder / 'office.db'}")
    with engine.begin() as connection:
        migrating.upgrade(connection)
    yield engine
    engine.dispose()
