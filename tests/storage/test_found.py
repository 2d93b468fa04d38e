"""What somebody finds, asked of a played office: no more than is theirs to know, and all of it."""

import pytest

from storage.reading.found import IN_ALL, LATER_LOOKS, PAGE, found_view
from tests.support.builders import COUNTER_SOP, REPORT_SOP, shipped_text
from tests.support.office import open_office
from workflow.desk.search_terms import fill_in_terms
from workflow.ids import CaseId
from workflow.intents import ShowFound
from workflow.queries.rights import may_find
from workflow.screen_names import ScreenName
from workflow.search_terms import TermKind
from workflow.views.task import Face, Mode

KEMENDAGRI = "kemendagri-data"


@pytest.fixture
def office():
    with open_office(sops=(COUNTER_SOP, REPORT_SOP, shipped_text(KEMENDAGRI))) as office:
        office.colleague("sari", office.work.office.holder_of(KEMENDAGRI, "jfu"))
        yield office


def looks(office, name, text, **leaf):
    """What is shown to somebody who typed this."""
    me = office.ids[name]
    office.work.cards.turn(ScreenName.FOUND, me, Mode(face=Face.FOUND, outcome="one", note=text))
    return found_view(office.work, me, ShowFound(**leaf))


def finds(office, name, text, **leaf):
    return [one.number for one in looks(office, name, text, **leaf).lines]


def handed_in(office, count, name="rina"):
    """So many requests, the newest first."""
    numbers = []
    for _ in range(count):
        office.applies(name)
        numbers.insert(0, office.case.number)
    return numbers


def copied(office, count):
    """So many more cases like the one at hand, each with its task and what it is found by."""
    execute = office.work.connection.exec_driver_sql
    columns = "code, procedure_id, procedure_version, service, subject, applicant_id, state, step"
    columns += ", answers, opened_at, version, found_by"
    others = columns.replace("code", "'X' || i", 1)
    execute(
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
        f" INSERT INTO cases (number, {columns}) SELECT 'PDK-2026-9' || i, {others}"
        f" FROM cases, n WHERE id = {office.case_id}"
    )
    execute(
        "INSERT INTO tasks (case_id, step, lane, procedure_id, opened_at, done_as, note, marks,"
        " because, because_marks, version) SELECT id, '2', 'petugas', procedure_id, opened_at, '',"
        f" '', '[]', '', '[]', 1 FROM cases WHERE id > {office.case_id}"
    )
    execute(
        "INSERT INTO search_terms (hash, case_id) SELECT hash, id FROM cases, search_terms"
        f" WHERE id > {office.case_id} AND case_id = {office.case_id}"
    )


def test_a_file_is_found_from_the_moment_it_is_handed_in(office):
    [number] = handed_in(office, 1)
    for text in ("Rina Wulandari", "kesehatan", number, "1", "23 november", "045/1234", "terbuka"):
        assert finds(office, "petugas", text) == [number], text
    line = looks(office, "petugas", "rina").lines[0]
    assert (line.subject, line.lane_title) == ("Dinas Kesehatan", "Petugas Pengadministrasi")


def test_a_corrected_name_is_found_and_the_first_one_no_more(office):
    [number] = handed_in(office, 1)
    office.decides("petugas", "kembalikan", items=("instansi",))
    task = office.task
    office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
    office.says("rina", "Dinas Sosial")
    office.submits("rina")
    assert office.case.subject == "Dinas Sosial"
    assert finds(office, "petugas", "sosial rina") == [number]
    assert finds(office, "petugas", "kesehatan") == []


def test_the_number_of_a_letter_finds_its_file(office):
    handed_in(office, 2)
    office.goes_to("10")
    letter = office.work.numbers.find_reserved(office.case_id)
    assert finds(office, "petugas", letter.text) == [office.case.number]


def test_everybody_finds_what_they_may_know_of_and_nothing_else(office):
    handed_in(office, 2, "rina")
    handed_in(office, 1, "budi")
    office.applies("budi", "loket-layanan", "akta")
    office.begins("pengelola_data", "laporan-bulanan")
    office.fills("pengelola_data")
    office.submits("pengelola_data")
    every = [CaseId(one) for one in range(1, 6)]
    for name, me in office.ids.items():
        known = [
            case.number
            for case, tasks in office.work.cases.with_tasks(every[::-1])
            if may_find(office.work, me, case, tasks)
        ]
        for text in ("2026", "november 2026", "terbuka"):
            assert finds(office, name, text) == known, (name, text)
    assert len(finds(office, "rina", "2026")) == 2
    assert len(finds(office, "budi", "2026")) == 2
    assert finds(office, "it", "2026") == []


def test_whoever_left_the_post_finds_nothing_of_it(office):
    [number] = handed_in(office, 1)
    assert finds(office, "petugas", "rina") == [number]
    office.leaves("petugas", "petugas")
    assert finds(office, "petugas", "rina") == []


def test_whoever_may_not_read_the_answers_finds_no_name_among_them(office):
    """They know of the file by its subject and number; a name that they guess is not confirmed."""
    office.applies("rina", KEMENDAGRI)
    number, subject = office.case.number, office.case.subject
    named = next(value for key, value in office.case.answers.items() if key == "nama")
    assert finds(office, "kasi_pengolahan", named) == [number]
    for name in ("sekretaris", "sari"):
        assert finds(office, name, subject) == [number], name
        assert finds(office, name, number) == [number], name
        for text in (named, named.split()[0], f"{subject} {named}"):
            assert finds(office, name, text) == [], (name, text)


def test_pages_follow_each_other_and_lead_back(office):
    numbers = handed_in(office, 2 * PAGE + 1)
    first = looks(office, "petugas", "rina")
    assert [one.number for one in first.lines] == numbers[:PAGE]
    assert (first.newer, first.older) == (None, first.lines[-1].case_id)
    second = looks(office, "petugas", "rina", older=first.older)
    assert [one.number for one in second.lines] == numbers[PAGE : 2 * PAGE]
    third = looks(office, "petugas", "rina", older=second.older)
    assert ([one.number for one in third.lines], third.older) == (numbers[2 * PAGE :], None)
    back = looks(office, "petugas", "rina", newer=third.newer)
    assert [one.number for one in back.lines] == numbers[PAGE : 2 * PAGE]
    assert (back.newer, back.older) == (back.lines[0].case_id, back.lines[-1].case_id)
    again = looks(office, "petugas", "rina", newer=back.newer)
    assert ([one.number for one in again.lines], again.newer) == (numbers[:PAGE], None)


def test_a_page_is_the_same_whatever_came_in_meanwhile(office):
    numbers = handed_in(office, PAGE + 2)
    first = looks(office, "petugas", "rina")
    handed_in(office, 3)
    assert finds(office, "petugas", "rina", older=first.older) == numbers[PAGE:]


def test_where_nothing_is_spelled_so_what_sounds_so_is_shown(office):
    [number] = handed_in(office, 1)
    spelled, heard = looks(office, "petugas", "wulandari"), looks(office, "petugas", "wulendary")
    assert (spelled.alike, spelled.may_sound) == (False, True)
    assert ([one.number for one in heard.lines], heard.alike) == ([number], True)
    nothing = looks(office, "petugas", "hartono")
    assert (nothing.lines, nothing.older, nothing.unfinished) == ((), None, False)


def test_of_what_is_hidden_nothing_shows_however_much_there_is(office):
    handed_in(office, 1, "budi")
    copied(office, IN_ALL + LATER_LOOKS)
    for text in ("rina", "dinas kesehatan", "2026", "terbuka", "wulendary"):
        seen = looks(office, "rina", text)
        assert (seen.lines, seen.older, seen.newer, seen.unfinished) == ((), None, None, False)
    [number] = handed_in(office, 1, "rina")
    seen = looks(office, "rina", "rina")
    assert ([one.number for one in seen.lines], seen.older, seen.unfinished) == (
        [number],
        None,
        False,
    )


def test_a_rare_name_is_found_below_any_number_of_others(office):
    [number] = handed_in(office, 1)
    copied(office, IN_ALL)
    office.work.terms.add(office.case, [TermKind.BEGINNING.term("harton")])
    found = looks(office, "petugas", "hartono kesehatan")
    assert ([one.number for one in found.lines], found.unfinished) == ([number], False)


def test_where_little_fits_the_search_says_that_it_looked_so_far_and_goes_on(office):
    [number] = handed_in(office, 1)
    copied(office, IN_ALL + LATER_LOOKS)
    office.work.connection.exec_driver_sql(
        f"UPDATE cases SET state = 'finished' WHERE id > {office.case_id}"
    )
    first = looks(office, "petugas", "rina terbuka")
    assert (first.lines, first.unfinished, first.may_sound) == ((), True, False)
    rest = looks(office, "petugas", "rina terbuka", older=first.older)
    assert ([one.number for one in rest.lines], rest.unfinished) == ([number], False)


def test_a_number_of_a_person_never_stands_in_what_is_found(office):
    handed_in(office, 1)
    office.work.connection.exec_driver_sql("UPDATE cases SET subject = 'KK 3175034708900001'")
    assert looks(office, "petugas", "rina").lines[0].subject == "KK 3175••••••••0001"


def test_a_case_whose_sop_cannot_be_read_is_shown_to_nobody(office):
    handed_in(office, 1)
    office.work.connection.exec_driver_sql("UPDATE procedures SET text = 'id: [' WHERE version = 1")
    office.context.procedure_cache.parsed.clear()
    office.context.procedure_cache.forget_use()
    office.reopens(office.context.office)
    assert finds(office, "petugas", "2026") == []


def test_cases_of_before_are_filled_in_once_and_are_found(office):
    numbers = handed_in(office, 2)
    office.work.connection.exec_driver_sql("DELETE FROM search_terms")
    office.work.connection.exec_driver_sql("UPDATE cases SET found_by = 0")
    seen = looks(office, "petugas", "rina")
    assert (seen.lines, seen.filling) == ((), True)
    assert len(fill_in_terms(office.work)) == 2
    before = office.work.connection.exec_driver_sql("SELECT * FROM search_terms").all()
    assert fill_in_terms(office.work) == []
    assert office.work.connection.exec_driver_sql("SELECT * FROM search_terms").all() == before
    assert (finds(office, "petugas", "rina"), looks(office, "petugas", "x1").filling) == (
        numbers,
        False,
    )
