import re

import pytest
from pydantic import BaseModel

from storage import office_files, procedure_files
from tests.support.builders import COUNTER_SOP, OFFICE, REPORT_SOP, shipped_text
from workflow import office, parsing, procedure
from workflow.errors import OfficeError, ProcedureError
from workflow.parsing import parse_office, parse_procedure

JAKARTA = shipped_text("jakarta-data")


def complaints(text):
    """What is said about an SOP file, line by line."""
    with pytest.raises(ProcedureError) as refused:
        parse_procedure(text, source="pelayanan.yaml")
    return said(refused)


def said(refused):
    first, *others = str(refused.value).splitlines()
    assert first == "pelayanan.yaml:"
    assert all(re.match(r"  line \d+: \S", line) for line in others), others
    return [line.removeprefix("  ") for line in others]


def changed(old, new):
    assert JAKARTA.count(old) >= 1, old
    return JAKARTA.replace(old, new, 1)


def line_of(words, text=JAKARTA):
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


@pytest.mark.parametrize("file", list(procedure_files.shipped()), ids=lambda file: file.name)
def test_every_sop_that_ships_is_sound(file):
    assert f"{parse_procedure(file.text, source=file.name).id}.yaml" == file.name


@pytest.mark.parametrize("text", [COUNTER_SOP, REPORT_SOP])
def test_the_invented_sops_are_sound(text):
    assert parse_procedure(text, source="contoh.yaml").steps


def test_a_file_may_begin_with_the_mark_that_some_editors_write():
    assert parse_procedure("\ufeff" + JAKARTA, source="pelayanan.yaml").id == "jakarta-data"


def test_a_file_may_have_the_line_ends_of_windows():
    assert parse_procedure(JAKARTA.replace("\n", "\r\n"), source="x").id == "jakarta-data"


@pytest.mark.parametrize("text", ["", "\n\n", "# hanya catatan\n", "---\n"])
def test_an_empty_file(text):
    assert complaints(text) == [
        "line 1: the file is empty; copy one that ships with the product and change it"
    ]


@pytest.mark.parametrize("text", ["- satu\n- dua\n", "hanya kata-kata", "42"])
def test_a_file_of_something_else(text):
    assert complaints(text) == ["line 1: the file must consist of 'name: value' lines"]


def test_a_file_that_is_no_text():
    assert complaints("id: x\ntitle: a\x00b\n") == [
        "line 2: there is a sign here that no text holds; take it out"
    ]


def test_a_file_that_is_not_utf_8():
    text = "id: x\ntitle: Pelayanan né\n".encode("latin-1").decode(errors="replace")
    assert complaints(text) == ["line 2: this is not UTF-8; save the file as UTF-8"]


def test_a_file_in_the_encoding_of_an_old_notepad():
    text = "id: x\n".encode("utf-16").decode(errors="replace")
    assert complaints(text) == ["line 1: this is not UTF-8; save the file as UTF-8"]


def test_a_file_of_ten_megabytes():
    assert complaints("# " + "x" * 10_000_000) == [
        "line 1: the file is larger than 512 KB; an SOP takes about 20 KB"
    ]


def test_a_file_that_unfolds_until_it_fills_the_memory():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    assert complaints(bomb) == ["line 2: write the text out; '*a0' is not taken"]


def test_a_file_that_holds_itself():
    assert complaints("a: &a\n  - *a\n") == ["line 2: write the text out; '*a' is not taken"]


@pytest.mark.parametrize("text", ["[" * 20_000, "a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]"])
def test_a_file_nested_without_end(text):
    (complaint,) = complaints(text)
    assert complaint.endswith("nested too deeply")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id: x\n\ttitle: y\n", "line 2: there is a tab here; use spaces"),
        ("id: x\ntitle: a: b\n", "line 2: put a text that holds ': ' in quotes"),
        ("id: {a: b\n", "line 2: a bracket is not closed, or its words need quotes"),
        (
            "id: {ask: Siapa nama Anda?}\n",
            "line 1: a bracket is not closed, or its words need quotes",
        ),
        ("id: x\n---\nid: y\n", "line 2: take this '---' out; a file holds one document"),
        ("id: !!python/object:os.system x\n", "line 1: take the word that begins with '!' out"),
        ("form:\n  - a\n - b\n", "line 3: this line is not indented like those above it"),
        ("id: 'x\n", "line 2: a quotation mark or bracket is not closed"),
    ],
)
def test_a_file_that_is_not_yaml(text, complaint):
    assert complaints(text) == [complaint]


def test_a_question_in_brackets_needs_no_quotes_where_all_else_is_right():
    text = changed("{label: Lengkap, to: '3'}", "{label: Lengkap?, to: '3'}")
    sop = parse_procedure(text, source="pelayanan.yaml")
    assert sop.step("2").outcomes["lengkap"].label == "Lengkap?"


@pytest.mark.parametrize("file", list(procedure_files.shipped()), ids=lambda file: file.name)
def test_the_quick_reader_reads_what_the_thorough_one_reads(file):
    thoroughly = f"{file.text}# a\ttab is looked at by the thorough one only\n"
    assert parse_procedure(thoroughly, source="a") == parse_procedure(file.text, source="b")


@pytest.mark.parametrize("name", ["no", "yes", "on", "1", "1.5", "null", "2026-11-23", "<<"])
def test_a_name_is_the_word_that_is_written(name):
    mend = "there is no such key here; correct its name or take it out"
    assert f"line 2: {name}: {mend}" in complaints(f"id: x\n{name}: {{y: z}}\n")


def test_a_name_that_is_no_word():
    assert complaints("id: x\n? [a, b]\n: y\n") == ["line 2: write one word before the ':'"]


def test_a_name_that_stands_twice():
    text = changed("code: PDK", "code: PDK\ncode: PDX")
    assert complaints(text) == ["line 5: 'code' stands here twice"]


def test_an_outcome_that_stands_twice():
    text = changed("      kembalikan:", "      lengkap:")
    assert complaints(text) == [f"line {line_of('      kembalikan:')}: 'lengkap' stands here twice"]


def test_a_key_that_does_not_exist():
    text = changed("code: PDK", "kode: PDK")
    assert complaints(text) == [
        "line 2: code: this key is missing; add it",
        "line 4: kode: there is no such key here; correct its name or take it out",
    ]


def test_a_key_that_is_missing_deep_within():
    text = changed("    short: Verifikasi permohonan\n", "")
    line = line_of("- number: '2'")
    assert complaints(text) == [f"line {line}: steps.2.short: this key is missing; add it"]


def test_a_limit_without_its_unit():
    text = changed("limit: 15 menit", "limit: 90")
    (complaint,) = complaints(text)
    assert complaint == (
        f"line {line_of('limit: 15 menit')}: steps.2.limit: write a limit as '15 menit', '2 jam', "
        "'3 hari kerja', '7 hari kalender' or 'tanpa batas', not '90'"
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("number: '11'", "number: 11", "steps.11.number: put it in quotes, as text: '11'"),
        ("to: '3'", "to: 3", "steps.2.outcomes.lengkap.to: put it in quotes, as text: '3'"),
        ("number: 296 TAHUN 2017", "number: 296", "number: put it in quotes, as text: '296'"),
        ("number: 296 TAHUN 2017", "number: [296]", "number: write it as text"),
        ("number: 296 TAHUN 2017", "number:", "number: write it as text"),
        ("code: PDK", "code: Pdk", "code: write two to six capital letters, such as PDK"),
        ("applicant: true", "applicant: mungkin", "lanes.pemohon.applicant: write true or false"),
        ("most: 2", "most: 20", "requirements.identitas.most: write a number of at most 10"),
        ("most: 2", "most: dua", "requirements.identitas.most: write a whole number"),
        ("longest: 120", "longest: 0", "form.instansi.longest: write a number of at least 1"),
        ("lanes:\n", "lanes: []\nlain:\n", "lanes: write 'name: value' lines under it"),
        (
            "label: Lengkap,",
            f"label: {'x' * 40},",
            "steps.2.outcomes.lengkap.label: write at most 32 characters",
        ),
        (
            "way: back",
            "way: balik",
            "steps.2.outcomes.kembalikan.way: write one of: 'forward', 'back' or 'refuse'",
        ),
        (
            "materials: [Berkas permohonan]",
            "materials: Berkas",
            "steps.1.materials: write a list: [one, two]",
        ),
        (
            "  petugas: {",
            "  Petugas-1: {",
            "lanes.Petugas-1: write small letters, digits and _, at most 40, a letter first",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_its_mend(old, new, complaint):
    text = changed(old, new)
    found = complaints(text)
    assert complaint in [line.split(": ", 1)[1] for line in found]
    told = next(line for line in found if complaint in line)
    assert told == f"line {line_of(new.splitlines()[0], text)}: {complaint}"


@pytest.mark.parametrize("day", ["2017-02-30", "2017-07-01", "2017-13-45"])
def test_a_day_is_the_text_it_was_written_as(day):
    assert parse_procedure(changed("Juli 2017", day), source="x").made_on == day


def test_a_number_too_long_for_any_machine():
    (complaint,) = complaints(changed("longest: 120", f"longest: {'9' * 5000}"))
    assert "put it in quotes" in complaint


def test_all_faults_are_told_at_once_by_line():
    text = changed("limit: 15 menit", "limit: 15").replace("code: PDK", "code: 1")
    text = text.replace("label: Saya terima", "label: ''") + "\nbaru: 1\n"
    lines = [int(line.split()[1].rstrip(":")) for line in complaints(text)]
    assert len(lines) == 4
    assert lines == sorted(lines)


def test_a_fault_is_told_once():
    text = changed("limit: 15 menit", "limit: 15")
    assert len(complaints(text)) == 1


def test_every_pattern_of_a_file_has_words_for_its_author():
    def patterns(schema):
        if isinstance(schema, dict):
            yield from ([schema["pattern"]] if isinstance(schema.get("pattern"), str) else [])
            for value in schema.values():
                yield from patterns(value)
            yield from schema.get("patternProperties", ())
        elif isinstance(schema, list):
            for value in schema:
                yield from patterns(value)

    models = [procedure.Procedure, office.Office]
    assert all(issubclass(model, BaseModel) for model in models)
    used = {found for model in models for found in patterns(model.model_json_schema())}
    assert used <= set(parsing.PATTERNS)


class TestAnOfficeFile:
    def complaints(self, old, new):
        assert old in OFFICE
        with pytest.raises(OfficeError) as refused:
            parse_office(OFFICE.replace(old, new, 1), source="pelayanan.yaml")
        return said(refused)

    def test_that_ships_is_sound(self):
        assert parse_office(office_files.sample_text(), source="x").sample

    def test_names_only_jabatan_that_are_there(self):
        (complaint,) = self.complaints("alert: sekretaris}", "alert: sekertaris}")
        line = line_of("  kepala_dinas: {", OFFICE)
        assert complaint == (
            f"line {line}: there is no jabatan 'sekertaris'; write one of: "
            "kabid_bdi, kasi, kepala_dinas, pengelola_data, petugas, sekretaris"
        )

    def test_seats_nobody_in_a_lane_who_is_not_there(self):
        (complaint,) = self.complaints("{loket: petugas,", "{loket: loket,")
        line = line_of("loket-layanan", OFFICE)
        assert complaint.startswith(f"line {line}: there is no jabatan 'loket'")

    def test_lies_in_a_zone_of_indonesia(self):
        (complaint,) = self.complaints("zone: Asia/Jakarta", "zone: WIB")
        line = line_of("zone:", OFFICE)
        assert complaint.startswith(f"line {line}: zone: write Asia/Jakarta (WIB)")

    @pytest.mark.parametrize(
        "hours", ["'12.00-07.30'", "'25.00-26.00'", "'07.30-12.00', '11.00-16.00'"]
    )
    def test_opens_before_it_closes(self, hours):
        (complaint,) = self.complaints("zone:", f"hours: {{monday: [{hours}]}}\nzone:")
        assert complaint.startswith(f"line {line_of('zone:', OFFICE)}: ")

    def test_writes_its_hours_as_an_office_does(self):
        (complaint,) = self.complaints("zone:", "hours: {monday: ['7:30-12:00']}\nzone:")
        assert complaint.endswith("hours.monday.1: write hours such as '07.30-12.00'")

    def test_closes_on_days_written_with_or_without_quotes(self):
        closures = "closures: [{on: 2026-12-24, name: Rapat}, {on: '2026-12-31', name: Rapat}]\n"
        parsed = parse_office(closures + OFFICE, source="x")
        assert [one.on for one in parsed.closures] == ["2026-12-24", "2026-12-31"]

    def test_closes_only_on_days_that_exist(self):
        (complaint,) = self.complaints("zone:", "closures: [{on: 2026-02-30, name: Rapat}]\nzone:")
        line = line_of("zone:", OFFICE)
        assert (
            complaint == f"line {line}: there is no day 2026-02-30; write one such as '2026-11-23'"
        )


def test_a_name_stands_on_one_line_however_it_is_written():
    text = COUNTER_SOP.replace("title: Pelayanan Loket", 'title: "Pelayanan\\n\\n\\tLoket"')
    assert parse_procedure(text, source="loket.yaml").title == "Pelayanan Loket"
