import pytest

from tests.support.builders import an_office, sample_office, shipped_text, sop
from workflow.legal import basis_of

BENGKULU = sop(shipped_text("bengkulu-semester"))


def of(government, **changes):
    """An office of another government."""
    office = an_office()
    head = office.letterhead.model_copy(update={"government": government})
    return office.model_copy(update={"letterhead": head, **changes})


def test_a_decree_of_another_regions_governor_founds_nothing_here():
    assert not [line for line in basis_of(BENGKULU, sample_office()) if "Gubernur" in line]
    assert len(basis_of(BENGKULU, sample_office())) == 2


@pytest.mark.parametrize("government", ["Pemerintah Provinsi Bengkulu", "PEMERINTAH BENGKULU"])
def test_an_office_founds_its_decision_on_its_own_governors_decree(government):
    assert len(basis_of(BENGKULU, of(government))) == 3


def test_what_the_office_file_names_goes_before_what_the_sop_names():
    own = ("Peraturan Wali Kota Contoh Nomor 1 Tahun 2026",)
    assert basis_of(BENGKULU, of("Pemerintah Kota Contoh", legal_basis=own)) == own


def test_a_law_is_cited_with_the_word_nomor():
    assert basis_of(BENGKULU, sample_office())[0].startswith("Undang-Undang Nomor 24 Tahun 2013")
