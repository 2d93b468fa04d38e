"""New books in a folder, and the writer that changes them."""

import pytest

from storage.unit_of_work import OfficeContext
from tests.support.books import books_in
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import a_writer


@pytest.fixture
def engine(tmp_path):
    with books_in(tmp_path) as engine:
        yield engine


@pytest.fixture
def writer(engine):
    writer = a_writer(engine, until_room=0.01)
    yield writer
    writer.close()


@pytest.fixture
def context():
    return OfficeContext(office=sample_office(), calendar=sample_calendar())
