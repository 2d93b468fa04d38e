import pytest

from tests.support.builders import COUNTER_SOP, REPORT_SOP, an_office
from tests.support.office import open_office


@pytest.fixture
def office():
    """An office where Rina may ask for data, stand at the counter, and the Pengelola may report."""
    with open_office(office=an_office(), sops=(COUNTER_SOP, REPORT_SOP)) as office:
        yield office


@pytest.fixture
def verifying(office):
    """The task of the petugas, who has a new request on the desk."""
    office.applies()
    return office.task
