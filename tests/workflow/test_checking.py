import pytest

from tests.support.builders import COUNTER_SOP, REPORT_SOP, sample_office, sop
from workflow.advising import advice
from workflow.checking.office import office_problems
from workflow.checking.sop import problems
from workflow.errors import ProcedureError
from workflow.paper_kinds import PaperKind


def complaints(text, *changes):
    """What is said about an SOP in which something was changed, with the words of the line."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    with pytest.raises(ProcedureError) as refused:
        sop(text)
    lines = text.splitlines()
    told = []
    for complaint in str(refused.value).splitlines()[1:]:
        number, what = complaint.removeprefix("  line ").split(": ", 1)
        told.append((lines[int(number) - 1].strip(), what))
    return told


def counter(*changes):
    return complaints(COUNTER_SOP, *changes)


def report(*changes):
    return complaints(REPORT_SOP, *changes)


def test_a_sound_sop_has_no_problems():
    assert problems(sop(COUNTER_SOP)) == []
    assert problems(sop(REPORT_SOP)) == []


def test_a_sound_office_has_no_problems():
    assert list(office_problems(sample_office())) == []


def test_a_way_to_a_step_that_is_not_there():
    assert counter(("Langsung, to: '4'", "Langsung, to: '9'")) == [
        ("mudah: {label: Langsung, to: '9'}", "there is no step 9; write one of 1, 2, 3, 4")
    ]


def test_a_step_in_a_lane_that_is_not_there():
    assert counter(("    lane: kepala\n", "    lane: kepla\n"))[-1] == (
        "lane: kepla",
        "there is no lane 'kepla'; write one of: kepala, loket, pemohon",
    )


def test_a_lane_that_nobody_uses():
    assert counter(("  kepala: {", "  arsip: {title: Arsip}\n  kepala: {")) == [
        ("arsip: {title: Arsip}", "no step uses the lane 'arsip'; take it out or use it")
    ]


def test_two_steps_of_one_number():
    text = COUNTER_SOP.replace("number: '4'", "number: '2'").replace("to: '4'", "to: '2'")
    assert complaints(text) == [("- number: '2'", "two steps are numbered 2; number one anew")]


def test_a_step_that_is_never_reached():
    assert counter(
        ("Lengkap, to: '3'", "Lengkap, to: '4'"), ("label: Disposisi, to: '4'", "label: Disposisi")
    ) == [
        (
            "- number: '3'",
            "step 3 is never reached; let an outcome lead to it or take it out",
        )
    ]


def test_a_step_that_never_ends():
    ends = (
        ("      cukup: {label: Cukup sampai di sini}\n", ""),
        ("      tolak: {label: Tolak, way: refuse, reasons: [Bukan wewenang kami]}\n", ""),
        ("      tolak: {label: Tolak, way: refuse, reasons: [Tidak dapat dilayani]}\n", ""),
        ("{label: Selesai}", "{label: Selesai, to: '4'}"),
    )
    assert [what for _, what in counter(*ends)] == [
        f"step {n} is a dead end; let one of its ways lead to an end (no 'to')" for n in "1234"
    ]


def test_a_return_that_leads_nowhere():
    assert counter(("label: Kembalikan, to: '1', way", "label: Kembalikan, way"))[0][1] == (
        "a return needs the step it goes back to: write 'to: <step>'"
    )


def test_a_refusal_that_leads_somewhere():
    assert counter(("label: Tolak, way", "label: Tolak, to: '1', way"))[0][1] == (
        "a refusal ends the case: take 'to' out, or write 'way: back'"
    )


@pytest.mark.parametrize("key", ["drafts", "signs", "numbers"])
def test_a_paper_that_is_not_there(key):
    found = report(("    signs: laporan\n", f"    {key}: lapran\n"))
    assert (f"{key}: lapran", "there is no paper 'lapran'; write one of: laporan") in found


RELEASED = "    limit: 1 jam\n    releases: true\n"


def test_a_release_before_any_signature():
    (found,) = counter(("    limit: 1 jam\n", RELEASED))
    assert found == (
        "releases: true",
        "step 3 releases the answer before a 'sign' step; move it behind one",
    )


def test_a_release_behind_the_signature_is_sound():
    text = REPORT_SOP.replace("terkirim: {label", "terkirim: {label", 1)
    assert sop(
        text.replace("    title: Mengirim laporan\n", "    title: Kirim\n    releases: true\n")
    )


def test_a_release_by_the_signature_itself_is_sound():
    assert sop(
        REPORT_SOP.replace("    signs: laporan\n", "    signs: laporan\n    releases: true\n")
    )


def test_a_release_that_a_branch_reaches_around_the_signature():
    found = report(
        (
            "paraf: {label: Paraf, to: '3'}",
            "paraf: {label: Paraf, to: '3'}\n      kirim: {label: Kirim, to: '4'}",
        ),
        ("    title: Mengirim laporan\n", "    title: Kirim\n    releases: true\n"),
    )
    assert found == [
        ("releases: true", "step 4 releases the answer before a 'sign' step; move it behind one")
    ]


def test_a_question_asked_twice():
    assert counter(("{id: catatan, ", "{id: nama, "))[0][1] == (
        "'nama' is asked before already; give one of the two another id"
    )


def test_a_service_that_asks_again_what_all_are_asked():
    assert counter(("{id: anak, ", "{id: nama, "))[0][1] == (
        "'nama' is asked before already; give one of the two another id"
    )


def test_two_services_may_ask_the_same():
    form = "form: [{id: anak, title: Anak, ask: 'Siapa?', example: Budi}]"
    assert sop(COUNTER_SOP.replace("{title: Kartu anak}", f"{{title: Kartu anak, {form}}}"))


def test_a_step_that_would_overwrite_what_the_applicant_told():
    form = "    form: [{id: nama, title: Nama, ask: 'Siapa?', example: Budi}]\n"
    found = counter(("    limit: 1 jam\n", f"    limit: 1 jam\n{form}"))
    assert found == [
        ("- number: '3'", "'nama' is asked of the applicant already; give it another id")
    ]


def test_a_choice_of_nothing():
    found = counter(("example: Rina Wulandari}", "example: Rina, kind: choice}"))
    assert found[0][1] == "'nama' offers nothing to choose; write 'choices: [one, two]'"


def test_a_number_that_cannot_be():
    found = counter(
        ("example: Rina Wulandari}", "example: '5', kind: number, lowest: 9, highest: 3}")
    )
    assert found[0][1] == "9 is above 'highest', 3; mend one"


DAY = "  - {id: mulai, title: Mulai, ask: 'Kapan?', example: 1 Mei 2026, kind: date%s}\n"


@pytest.mark.parametrize(
    ("bound", "what"),
    [
        ("2026-02-30", "there is no day 2026-02-30; write one such as '2026-11-23'"),
        ("mulai", "'mulai' cannot bound itself; write today, a day or another question"),
        ("nama", "there is no question 'nama' of kind date before this one is handed in"),
        ("besok", "there is no question 'besok' of kind date before this one is handed in"),
        ("anak", "there is no question 'anak' of kind date before this one is handed in"),
    ],
)
def test_a_day_bound_by_what_is_no_day(bound, what):
    written = DAY % f", not_before: {bound}"
    assert counter(("requirements:\n", f"{written}requirements:\n")) == [(written.strip(), what)]


def test_a_bound_on_what_is_no_day():
    ((_, what),) = counter(("example: Rina Wulandari}", "example: Rina, not_after: today}"))
    assert what == "'nama' is no day; write 'kind: date', or take 'not_after' out"


def test_a_bound_that_is_no_word_for_a_day():
    ((_, what),) = counter(("example: Rina Wulandari}", "example: Rina, not_after: 1-5-2026}"))
    assert "write 'today', a day such as '2026-11-23', or the id of another question" in what


def test_days_that_bound_each_other():
    pair = DAY % ", not_after: today" + (DAY % ", not_before: mulai").replace(
        "id: mulai", "id: habis"
    )
    assert problems(sop(COUNTER_SOP.replace("requirements:\n", f"{pair}requirements:\n"))) == []


def test_an_example_that_its_own_question_would_refuse():
    text = COUNTER_SOP.replace("example: Rina Wulandari}", "example: Rina, kind: nik}")
    [said] = advice(sop(text))
    assert said.startswith("nama: its example 'Rina' is not an answer of kind 'nik'")
    assert list(advice(sop(COUNTER_SOP))) == []


def test_a_name_of_a_case_with_a_place_that_nothing_fills():
    words = "subject_words: Semester {semester} {taun}"
    [said] = advice(sop(COUNTER_SOP.replace("subject: nama", f"subject: nama\n{words}")))
    assert said == "subject_words: nothing fills {taun}; there are {semester}, {tahun}"


@pytest.mark.parametrize("day", ["02-30", "02-29", "13-01", "00-10"])
def test_a_beginning_on_a_day_that_not_every_year_has(day):
    assert report(("subject: bulan", f"subject: bulan\nbegins_on: ['{day}']")) == [
        (
            f"begins_on: ['{day}']",
            f"not every year has a day {day}; write month and day, such as '07-01'",
        )
    ]


def test_a_beginning_by_the_calendar_of_what_an_applicant_asks_for():
    ((_, what),) = counter(("subject: nama", "subject: nama\nbegins_on: ['07-01']"))
    assert what == "an applicant begins this SOP, so the calendar cannot: take 'begins_on' out"


def test_a_subject_that_is_not_asked():
    assert counter(("subject: nama", "subject: perihal")) == [
        ("subject: perihal", "'perihal' is not a question of the form")
    ]


def test_a_letter_that_waits_for_an_answer_nobody_is_asked_for():
    ((_, what),) = report(("body: ['{isi}']", "body: ['{isi} {nomer}']"))
    assert what == "there is no question 'nomer' to fill {nomer}; correct its name"


@pytest.mark.parametrize("kind", PaperKind)
def test_a_letter_that_is_named_like_a_paper_of_the_office(kind):
    found = report(("  laporan: {", f"  {kind}: {{"), ("signs: laporan", f"signs: {kind}"))
    assert [what for _, what in found] == [
        f"the office itself makes a paper '{kind}'; give the letter another name"
    ]


def test_an_applicant_who_is_to_do_the_work_of_the_office():
    assert counter(("    lane: kepala\n", "    lane: pemohon\n"))[-1][1] == (
        "an applicant cannot do a 'disposisi' step"
    )


def test_a_submission_with_questions_in_the_wrong_place():
    form = "    form: [{id: alamat, title: Alamat, ask: 'Di mana?', example: Jakarta}]\n"
    found = counter(("    limit: tanpa batas\n", f"    limit: tanpa batas\n{form}"))
    assert found == [
        ("- number: '1'", "a 'submit' step asks the SOP's own form; move its questions there")
    ]


def test_a_submission_that_could_go_two_ways():
    found = counter(
        (
            "{diserahkan: {label: Serahkan, to: '2'}}",
            "{a: {label: A, to: '2'}, b: {label: B, to: '3'}}",
        )
    )
    assert found[0][1] == "step 1 needs exactly one way forward"


def test_a_signature_that_could_lead_two_ways():
    found = report(
        (
            "      tolak: {label: Tolak, way",
            "      lain: {label: Lain}\n      tolak: {label: Tolak, way",
        )
    )
    assert found[0][1] == "step 3 needs exactly one way forward"


def test_a_signature_set_by_a_press_that_does_not_ask_once_more():
    assert report(("kind: sign", "kind: paraf")) == [
        ("signs: laporan", "only a 'sign' step signs: write 'kind: sign'")
    ]


NEEDED = "example: foto KTP, optional: true, required_when: {question: %s, answers: [%s]}}"
KINDS = (
    "  - {id: jenis, title: Jenis, ask: 'Jenis apa?', kind: choice, choices: [baru, hilang], "
    "example: baru}\n"
)


def needed(question, answer, usual="example: foto KTP}"):
    asked = ("requirements:\n", f"{KINDS}requirements:\n")
    return [what for _, what in counter(asked, (usual, NEEDED % (question, answer)))]


def test_what_is_needed_by_a_choice_is_sound():
    text = COUNTER_SOP.replace("requirements:\n", f"{KINDS}requirements:\n")
    text = text.replace("example: foto KTP}", NEEDED % ("jenis", "hilang"))
    assert problems(sop(text)) == []


def test_what_is_needed_by_a_choice_that_nobody_can_make():
    assert needed("jenis", "rusak") == [
        "'rusak' is not among the choices of 'jenis'; copy one of them"
    ]


@pytest.mark.parametrize("question", ["nama", "entah"])
def test_what_is_needed_by_what_is_no_choice(question):
    assert needed(question, "hilang") == [
        f"there is no question '{question}' of kind choice; name one"
    ]


def test_what_is_always_needed_takes_no_condition():
    text = NEEDED.replace("optional: true, ", "") % ("jenis", "hilang")
    asked = ("requirements:\n", f"{KINDS}requirements:\n")
    assert [what for _, what in counter(asked, ("example: foto KTP}", text))] == [
        "'ktp' is always required; write 'optional: true', or take this out"
    ]


def test_a_lane_that_sees_files_by_grant_and_is_granted_none_is_named():
    shut = COUNTER_SOP.replace("kepala: {title: Kepala}", "kepala: {title: Kepala, by_grant: true}")
    [said] = advice(sop(shut))
    assert "no step has 'grants: kepala'" in said


def test_what_words_must_say_is_asked_only_where_somebody_writes_them():
    def with_ask(old):
        return sop(COUNTER_SOP.replace(old, f"{old}, ask: Sebutkan solusinya."))

    [said] = advice(with_ask("lengkap: {label: Lengkap, to: '3'"))
    assert "nobody writes words here" in said
    assert list(advice(with_ask("kembalikan: {label: Kembalikan, to: '1', way: back"))) == []
    assert list(advice(with_ask("disposisi: {label: Disposisi, to: '4'"))) == []


def test_a_correction_that_begins_nowhere():
    ((line, what),) = report(("subject: bulan", "subject: bulan\ncorrects: '77'"))
    assert line == "corrects: '77'"
    assert what.startswith("there is no step 77; write one of ")


def test_a_correction_that_begins_with_the_applicant():
    told = [what for _, what in counter(("subject: nama", "subject: nama\ncorrects: '1'"))]
    assert "step 1 lies with nobody when a correction begins there" in told


def test_a_correction_after_which_nobody_signs_and_releases():
    last = sop(REPORT_SOP).steps[-1].number
    told = [what for _, what in report(("subject: bulan", f"subject: bulan\ncorrects: '{last}'"))]
    assert f"from step {last} no letter is signed and released; name an earlier step" in told
