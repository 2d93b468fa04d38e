import pytest

from tests.support.builders import COUNTER_SOP, REPORT_SOP, an_office, shipped_text
from tests.support.office import open_office
from workflow.ids import ProcedureId


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


@pytest.fixture
def counter():
    """A request that the petugas entered, and that now lies with another desk."""
    sipenduduk = ProcedureId("pekanbaru-sipenduduk")
    with open_office(sops=(shipped_text(sipenduduk),)) as office:
        office.begins("petugas", sipenduduk, "kk")
        office.fills("petugas")
        office.submits("petugas")
        office.goes_to("3")
        office.silence()
        yield office
