"""Whose phones lie on the table for an SOP."""

import pytest

from bot.cli.sandbox.casting import beginners_of, cast_of
from bot.cli.sandbox.personas import APPLICANT, officers_of
from storage import office_files, procedure_files
from workflow.parsing import parse_office, parse_procedure


@pytest.fixture(scope="module")
def office():
    return parse_office(office_files.sample_text(), source=office_files.SAMPLE)


@pytest.fixture(scope="module")
def officers(office):
    return officers_of(office)


@pytest.fixture(scope="module")
def sops():
    read = (parse_procedure(file.text, source=file.name) for file in procedure_files.shipped())
    return {procedure.id: procedure for procedure in read}


def roles(phones, officers):
    titles = {one.id: one.role for one in (APPLICANT, *officers)}
    return [titles[one] for one in phones]


def test_the_phones_lie_in_the_order_of_the_steps_and_then_comes_who_hears_of_delays(
    sops, office, officers
):
    cast = cast_of(sops["jakarta-data"], office, APPLICANT, officers)

    assert roles(cast, officers) == [
        "Pemohon",
        "Petugas Pengadministrasi",
        "Kepala Dinas",
        "Kepala Bidang Data dan Informasi",
        "Kepala Seksi Pemanfaatan Data",
        "Pengelola Data",
        "Sekretaris Dinas",
    ]


def test_an_sop_of_several_services_brings_the_kasi_of_each(sops, office, officers):
    cast = cast_of(sops["pekanbaru-sipenduduk"], office, APPLICANT, officers)

    assert {"Kepala Seksi Kelahiran", "Kepala Seksi Kematian"} <= set(roles(cast, officers))


def test_a_case_begins_on_the_phone_of_the_first_step(sops, office, officers):
    begins = {
        name: roles(beginners_of(sop, office, APPLICANT, officers), officers)
        for name, sop in sops.items()
    }

    assert begins["jakarta-data"] == ["Pemohon"]
    assert begins["bengkulu-semester"] == ["Kepala Dinas"]


def test_nobody_lies_there_twice_and_every_sop_has_somebody_to_begin(sops, office, officers):
    for sop in sops.values():
        cast = cast_of(sop, office, APPLICANT, officers)
        begins = beginners_of(sop, office, APPLICANT, officers)

        assert len(cast) == len(set(cast)), sop.id
        assert begins, sop.id
        assert set(begins) <= set(cast), sop.id
