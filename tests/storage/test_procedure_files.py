import pytest

from storage import office_files, procedure_files
from workflow.errors import ProcedureError
from workflow.parsing import LARGEST, parse_office, parse_procedure


@pytest.mark.parametrize("file", list(procedure_files.shipped()), ids=lambda file: file.name)
def test_every_sop_of_the_package_is_one(file):
    assert parse_procedure(file.text, source=file.name).id == file.name.removesuffix(".yaml")


def test_the_sops_of_the_package_come_by_name():
    names = [file.name for file in procedure_files.shipped()]
    assert "jakarta-data.yaml" in names
    assert names == sorted(names)
    assert not any("office" in name for name in names)


def test_the_offices_own_sops_are_its_yaml_files(tmp_path):
    for name in ("b.yml", "a.yaml", "notes.txt", "c.yaml~"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "archive").mkdir()
    own = list(procedure_files.own(tmp_path))
    assert [(file.name, file.text) for file in own] == [("a.yaml", "a.yaml"), ("b.yml", "b.yml")]


def test_a_folder_that_does_not_exist_holds_none(tmp_path):
    assert list(procedure_files.own(tmp_path / "none")) == []


def test_a_huge_file_is_not_read_to_its_end_and_is_refused(tmp_path):
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"#" * (LARGEST + 1000))
    file = procedure_files.read(path)
    assert len(file.text) == LARGEST + 1
    with pytest.raises(ProcedureError, match=r"huge\.yaml"):
        parse_procedure(file.text, source=file.name)


def test_a_file_that_is_no_text_is_refused_in_words(tmp_path):
    path = tmp_path / "picture.yaml"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    file = procedure_files.read(path)
    with pytest.raises(ProcedureError, match=r"picture\.yaml"):
        parse_procedure(file.text, source=file.name)


def test_the_sample_office_is_one():
    office = parse_office(office_files.sample_text(), source=office_files.SAMPLE)
    assert office.sample


def test_an_office_file_is_read_even_where_it_is_not_utf_8(tmp_path):
    path = tmp_path / "office.yaml"
    path.write_bytes(b"name: Dinas \xe9")
    assert office_files.text_of(path) == "name: Dinas \ufffd"
