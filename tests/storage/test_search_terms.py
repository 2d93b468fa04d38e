import pytest
from sqlalchemy import select

from storage.models.cases import CaseRow, TermRow
from storage.repositories.search_terms import Query, TermRepository
from storage.term_key import TermKey
from tests.support.fakes import MONDAY_MORNING, TERM_KEY
from workflow.engine import NewTask
from workflow.search_terms import RULES, TermKind
from workflow.seeking import Progress

BUDI, SANTOSO = TermKind.BEGINNING.term("budi"), TermKind.BEGINNING.term("santos")
FAR = 10**9


@pytest.fixture
def terms(work):
    return work.terms


def rows_of(connection, case):
    return set(connection.scalars(select(TermRow.hash).where(TermRow.case_id == case.id)))


def hash_of(term, procedure="jakarta-data"):
    return TERM_KEY.hash_of(procedure, term)


def test_of_a_name_the_books_keep_what_nobody_reads(connection, terms, add_case):
    case = add_case()
    terms.keep(case, {BUDI, SANTOSO})
    assert rows_of(connection, case) == {hash_of(BUDI), hash_of(SANTOSO)}
    assert hash_of(BUDI) != hash_of(BUDI, "kemendagri-data")
    assert hash_of(BUDI) != TermKey(b"another key" * 3).hash_of("jakarta-data", BUDI)
    assert abs(hash_of(BUDI)) < 2**63


def test_a_corrected_name_takes_the_place_of_the_first(connection, terms, add_case):
    case = add_case()
    terms.keep(case, {BUDI})
    terms.keep(case, {SANTOSO})
    assert rows_of(connection, case) == {hash_of(SANTOSO)}
    terms.add(case, {SANTOSO, BUDI})
    assert rows_of(connection, case) == {hash_of(SANTOSO), hash_of(BUDI)}


def test_with_a_case_goes_all_by_which_it_was_found(connection, terms, add_case):
    case, other = add_case(), add_case()
    terms.keep(case, {BUDI})
    terms.keep(other, {BUDI})
    connection.execute(CaseRow.__table__.delete().where(CaseRow.id == case.id))
    assert rows_of(connection, case) == set()
    assert rows_of(connection, other) == {hash_of(BUDI)}


def test_cases_without_terms_are_behind_until_they_have_some(terms, add_case):
    first, second = add_case(), add_case()
    assert {first.id, second.id} <= set(terms.behind(most=FAR))
    terms.keep(first, {BUDI})
    assert first.id not in terms.behind(most=FAR)
    assert second.id in terms.behind(most=FAR)
    assert len(terms.behind(most=1)) == 1


def test_without_the_offices_key_a_case_is_left_for_the_next_start(connection, terms, add_case):
    case = add_case()
    terms.keep(case, {BUDI})
    TermRepository(connection, None).keep(case, {SANTOSO})
    assert rows_of(connection, case) == set()
    assert case.id in terms.behind(most=FAR)
    assert TermRepository(connection, None).behind(most=1) == ()


def test_cases_of_older_rules_are_made_to_be_found_anew(connection, terms, add_case):
    case = add_case()
    terms.keep(case, {BUDI})
    of_case = CaseRow.__table__.update().where(CaseRow.id == case.id)
    connection.execute(of_case.values(found_by=RULES - 1))
    assert case.id in terms.behind(most=FAR)


def test_a_common_word_is_counted_no_further_than_is_asked(terms, add_case):
    for _ in range(5):
        terms.keep(add_case(), {BUDI})
    terms.keep(add_case(), {SANTOSO})
    budi, santoso, nobody = (hash_of(one) for one in (BUDI, SANTOSO, TermKind.WHOLE.term("x")))
    assert terms.counted({budi, santoso, nobody}, most=3) == {budi: 3, santoso: 1, nobody: 0}
    assert terms.counted(set(), most=3) == {}


@pytest.fixture
def cases(terms, add_case, rina, siti):
    """Ten cases of Budi, every third of them Budi Santoso, every other one Siti's."""
    made = []
    for place in range(10):
        case = add_case(applicant_id=siti.id if place % 2 else rina.id)
        terms.keep(case, {BUDI, SANTOSO} if place % 3 == 0 else {BUDI})
        made.append(case)
    return made


def met(window, cases):
    """Which of the cases, by their place."""
    ids = [one.id for one in cases]
    return [ids.index(one) for one in window.fitting]


def test_the_newest_are_met_first_and_no_more_looked_at_than_is_asked(terms, cases):
    query = Query(driver=(hash_of(BUDI),), others=((hash_of(SANTOSO),),))
    first = terms.window(query, edge=FAR, most=4, newer=False)
    assert (met(first, cases), first.looked_at, first.last) == ([9, 6], 4, cases[6].id)
    rest = terms.window(query, edge=first.last, most=40, newer=False)
    assert (met(rest, cases), rest.looked_at, rest.last) == ([3, 0], 6, cases[0].id)
    nothing = terms.window(query, edge=rest.last, most=40, newer=False)
    assert (nothing.fitting, nothing.looked_at, nothing.last) == ([], 0, rest.last)


def test_the_way_back_meets_the_same_from_the_other_end(terms, cases):
    query = Query(driver=(hash_of(BUDI),), others=((hash_of(SANTOSO),),))
    back = terms.window(query, edge=cases[0].id, most=4, newer=True)
    assert (met(back, cases), back.looked_at, back.last) == ([3], 4, cases[4].id)


def test_several_spellings_are_met_in_one_order_and_each_case_once(terms, cases):
    query = Query(driver=(hash_of(BUDI), hash_of(SANTOSO)))
    found = terms.window(query, edge=FAR, most=5, newer=False)
    assert met(found, cases) == [9, 8, 7, 6, 5]


def test_among_those_of_one_person_nobody_elses_are_met(connection, work, terms, cases, siti):
    budi = ((hash_of(BUDI),),)
    own = Query(others=budi, person_id=siti.id)
    assert met(terms.window(own, edge=FAR, most=40, newer=False), cases) == [9, 7, 5, 3, 1]
    driven = Query(driver=budi[0], person_id=siti.id)
    assert met(terms.window(driven, edge=FAR, most=40, newer=False), cases) == [9, 7, 5, 3, 1]
    work.cases.set_member(cases[4].id, "tim", siti.id, member=True)
    acted = work.cases.open_task(
        cases[2].id, NewTask(step="2", lane="petugas", opened_at=MONDAY_MORNING, due_at=None), None
    )
    connection.exec_driver_sql(f"UPDATE tasks SET done_by = {siti.id} WHERE id = {acted.id}")
    for query in (
        Query(others=budi, person_id=siti.id, officer=True),
        Query(driver=budi[0], person_id=siti.id, officer=True),
    ):
        found = terms.window(query, edge=FAR, most=40, newer=False)
        assert met(found, cases) == [9, 7, 5, 4, 3, 2, 1]


def test_only_what_is_open_or_closed_or_refused_is_met_where_that_is_asked(
    connection, terms, cases
):
    for place, state in ((1, "finished"), (2, "refused")):
        of_case = CaseRow.__table__.update().where(CaseRow.id == cases[place].id)
        connection.execute(of_case.values(state=state))
    for progress, places in (
        (Progress.CLOSED, [2, 1]),
        (Progress.REFUSED, [2]),
        (Progress.OPEN, [9, 8, 7, 6, 5, 4, 3, 0]),
    ):
        query = Query(driver=(hash_of(BUDI),), progress=progress)
        assert met(terms.window(query, edge=FAR, most=40, newer=False), cases) == places


def test_cases_are_read_with_their_tasks_in_the_order_that_is_asked(work, add_case, add_task):
    one, other, without = add_case(), add_case(), add_case()
    tasks = [add_task(one), add_task(other), add_task(one)]
    read = work.cases.with_tasks([other.id, one.id, without.id])
    assert [(case.id, [task.id for task in its]) for case, its in read] == [
        (other.id, [tasks[1].id]),
        (one.id, [tasks[0].id, tasks[2].id]),
    ]
