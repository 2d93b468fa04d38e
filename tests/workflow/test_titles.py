import pytest

from tests.support.builders import jakarta_data, sample_office, shipped_text, sop
from workflow.titles import lane_title, told_apart


def title(procedure, lane):
    return lane_title(sample_office(), procedure, lane)


def test_a_lane_goes_by_the_offices_own_title_and_not_by_the_sops_column():
    assert jakarta_data().lanes["kabid_bdi"].title == "Kepala Bidang BDI"
    assert title(jakarta_data(), "kabid_bdi") == "Kepala Bidang Data dan Informasi"


def test_the_office_file_says_which_jabatan_sits_in_a_lane_of_another_name():
    assert title(sop(shipped_text("kemendagri-data")), "direktur") == "Kepala Dinas"


@pytest.mark.parametrize(
    ("name", "lane", "word"),
    [
        ("jakarta-data", "pemohon", "SKPD Pemohon"),
        ("bengkulu-semester", "tim", "Tim Pengolahan dan Penyajian Data"),
    ],
)
def test_who_is_no_jabatan_goes_by_the_sops_word(name, lane, word):
    assert title(sop(shipped_text(name)), lane) == word


def test_a_lane_whose_jabatan_the_office_lacks_goes_by_the_sops_word():
    text = shipped_text("jakarta-data").replace("kasi", "koordinator")
    assert title(sop(text), "koordinator") == "Kepala Seksi"


DATA = ("Pelayanan Data dan Informasi Kependudukan", "PDK")
MINISTRY = ("Layanan Data dan Informasi Kependudukan", "LDK")


def test_services_of_nearly_one_name_begin_with_the_code_of_their_sop():
    assert told_apart([DATA, ("Kartu Keluarga", "SPD"), MINISTRY]) == [
        "PDK · Pelayanan Data dan Informasi Kependudukan",
        "Kartu Keluarga",
        "LDK · Layanan Data dan Informasi Kependudukan",
    ]


def test_services_that_nobody_confuses_keep_their_names():
    names = [DATA, ("Akta Kelahiran", "SPD"), ("Akta Kematian", "SPD"), ("Akta Perceraian", "APC")]
    assert told_apart(names) == [title for title, _ in names]
