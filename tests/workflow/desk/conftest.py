import pytest

from tests.support.builders import COUNTER_SOP, REPORT_SOP
from tests.support.office import open_office


@pytest.fixture
def office():
    """An office where Rina may ask for data, stand at the counter, and the Kasi may report."""
    with open_office(sops=(COUNTER_SOP, REPORT_SOP)) as office:
        yield office
