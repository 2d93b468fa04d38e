import pytest

from tests.support.builders import COUNTER_SOP, REPORT_SOP, sample_office
from tests.support.office import open_office

SEATS = {"loket-layanan": {"loket": "petugas", "kepala": "kepala_dinas"}}


@pytest.fixture
def office():
    """An office where Rina may ask for data, stand at the counter, and the Pengelola may report."""
    with_counter = sample_office().model_copy(update={"lanes": SEATS})
    with open_office(office=with_counter, sops=(COUNTER_SOP, REPORT_SOP)) as office:
        yield office
