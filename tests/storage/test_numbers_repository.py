from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import writing_engine
from storage.repositories.numbers import NumberRepository
from tests.support.fakes import MONDAY_MORNING
from workflow.numbering import LetterNumber


@pytest.fixture
def numbers(work):
    return work.numbers


def a_number(case, running=1):
    return LetterNumber(
        series="470",
        year=2026,
        running=running,
        text=f"470/{running}/DUKCAPIL/XI/2026",
        case_id=case.id,
        reserved_at=MONDAY_MORNING,
        booked_at=None,
        explained="",
    )


def test_numbers_run_on_within_a_series_and_begin_anew_each_year(numbers):
    assert [numbers.next_running("PDK", 2026) for _ in range(3)] == [1, 2, 3]
    assert numbers.next_running("surat:470", 2026) == 1
    assert numbers.next_running("PDK", 2027) == 1
    assert numbers.next_running("PDK", 2026) == 4


def test_a_number_of_work_that_was_undone_is_given_again(own_engine):
    with own_engine.connect() as connection:
        assert NumberRepository(connection).next_running("PDK", 2026) == 1
        connection.rollback()
        assert NumberRepository(connection).next_running("PDK", 2026) == 1


def test_two_processes_never_get_the_same_number_not_even_the_first(url):
    """Sixteen requests over two counters; the first number of the year among them."""

    def take(_):
        engine = writing_engine(url)
        taken = []
        for _ in range(8):
            with engine.begin() as connection:
                taken.append(NumberRepository(connection).next_running("PDK", 2027))
        engine.dispose()
        return taken

    with ThreadPoolExecutor(2) as counters:
        here, there = counters.map(take, range(2))
    assert sorted(here + there) == list(range(1, 17))


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
def test_whoever_asks_for_the_first_number_second_waits_for_the_second(url, own_engine):
    other = writing_engine(url)
    with ThreadPoolExecutor(1) as elsewhere, own_engine.begin() as here:
        assert NumberRepository(here).next_running("PDK", 2027) == 1

        def ask():
            with other.begin() as there:
                return NumberRepository(there).next_running("PDK", 2027)

        asked = elsewhere.submit(ask)
        _wait_until_blocked(own_engine)
        here.commit()
        assert asked.result(timeout=10) == 2
    other.dispose()


def _wait_until_blocked(engine):
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    with engine.connect() as looking:
        for _ in range(1000):
            if looking.exec_driver_sql(waiting).scalar_one():
                return
            looking.exec_driver_sql("SELECT pg_sleep(0.01)")
            looking.rollback()
    raise AssertionError("nobody waits")


def test_a_reserved_number_is_found_again_after_a_crash(numbers, add_case):
    case = add_case()
    assert numbers.find_reserved(case.id) is None
    numbers.reserve(a_number(case))
    assert numbers.find_reserved(case.id) == a_number(case)


def test_the_book_refuses_a_number_that_was_given(numbers, add_case):
    numbers.reserve(a_number(add_case()))
    with pytest.raises(IntegrityError):
        numbers.reserve(a_number(add_case()))


def test_the_seal_books_the_number(numbers, add_case):
    case, other = add_case(), add_case()
    numbers.reserve(a_number(case, 1))
    numbers.reserve(a_number(other, 2))
    numbers.book(case.id, at=MONDAY_MORNING)
    assert numbers.find_reserved(case.id).booked_at == MONDAY_MORNING
    assert numbers.find_reserved(other.id).booked_at is None


def test_a_number_that_stays_unused_says_why(numbers, add_case):
    case = add_case()
    numbers.reserve(a_number(case))
    numbers.explain(case.id, "Permohonan ditarik kembali")
    assert numbers.find_reserved(case.id).explained == "Permohonan ditarik kembali"
