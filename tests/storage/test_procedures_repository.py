import pytest

from storage.repositories.procedures import ProcedureCache, ProcedureRepository
from tests.support.builders import COUNTER_SOP, REPORT_SOP, sop
from tests.support.fakes import MONDAY_MORNING
from workflow.errors import NotFound

CHANGED = COUNTER_SOP.replace("title: Pelayanan Loket", "title: Pelayanan Loket Terpadu")


@pytest.fixture
def procedure_cache():
    return ProcedureCache()


@pytest.fixture
def procedures(connection, procedure_cache):
    return ProcedureRepository(connection, procedure_cache)


def keep(procedures, text):
    return procedures.keep(sop(text), text, at=MONDAY_MORNING)


def test_a_text_that_did_not_change_is_the_same_version(procedures):
    assert [keep(procedures, COUNTER_SOP) for _ in range(2)] == [1, 1]


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(procedures):
    assert [keep(procedures, text) for text in (COUNTER_SOP, CHANGED)] == [1, 2]
    assert procedures.get("loket-layanan", 1).title == "Pelayanan Loket"
    assert procedures.get("loket-layanan", 2).title == "Pelayanan Loket Terpadu"


def test_a_text_that_returns_is_newer_than_the_one_between(procedures):
    assert [keep(procedures, text) for text in (COUNTER_SOP, CHANGED, COUNTER_SOP)] == [1, 2, 3]


def test_new_cases_begin_on_the_newest_version(procedures):
    for text in (COUNTER_SOP, CHANGED, REPORT_SOP):
        keep(procedures, text)
    version, procedure = procedures.latest("loket-layanan")
    assert (version, procedure.title) == (2, "Pelayanan Loket Terpadu")
    offered = [(version, procedure.id) for version, procedure in procedures.offered()]
    assert offered == [(1, "laporan-bulanan"), (2, "loket-layanan")]


def test_an_sop_that_was_taken_away_begins_no_case_but_its_cases_go_on(procedures):
    for text in (COUNTER_SOP, REPORT_SOP):
        keep(procedures, text)
    procedures.offer_only(["laporan-bulanan"])
    assert procedures.latest("loket-layanan") is None
    assert [procedure.id for _, procedure in procedures.offered()] == ["laporan-bulanan"]
    assert procedures.get("loket-layanan", 1).title == "Pelayanan Loket"
    procedures.offer_only(["loket-layanan", "laporan-bulanan"])
    assert procedures.latest("loket-layanan") is not None
    procedures.offer_only([])
    assert procedures.offered() == ()


def test_a_version_that_never_was_is_not_found(procedures):
    keep(procedures, COUNTER_SOP)
    with pytest.raises(NotFound):
        procedures.get("loket-layanan", 2)
    assert procedures.latest("surat-pindah") is None


def test_each_version_is_read_once_in_a_process(
    connection, procedure_cache, procedures, statements
):
    keep(procedures, COUNTER_SOP)
    first = procedures.latest("loket-layanan")[1]
    with statements() as said:
        later = ProcedureRepository(connection, procedure_cache)
        assert later.get("loket-layanan", 1) is first
        assert later.latest("loket-layanan") == (1, first)
        assert len(later.offered()) == 1
    assert said == []
