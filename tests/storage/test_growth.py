"""What grows is never scanned: a question reads a range of an index, in the index's own order."""

from dataclasses import replace

import pytest
from sqlalchemy import event, func, select

from storage import inbox
from storage.models.cases import CaseRow, TaskRow
from storage.models.post import InboxRow
from storage.reading.office import office_view
from storage.reading.paging import MOST_COUNTED
from storage.repositories.piles import Pile
from storage.repositories.search_terms import Query
from tests.support.builders import a_task
from tests.support.fakes import ENVELOPE, MONDAY_MORNING
from workflow.intents import ShowHelp
from workflow.seeking import Progress

PETUGAS = ("jakarta-data", "petugas")
PILE = Pile(procedure_id="jakarta-data", lane="petugas")
AT_DESK = Pile(procedure_id="jakarta-data", lane="pemohon", at_desk=True)

GROWING = tuple(f"SCAN {one}" for one in ("tasks", "cases", "inbox", "outbox", "search_terms"))
OF_ONE = Query(others=((1, 2), (3,)), person_id=1, officer=True)

QUESTIONS = {
    "a page of a desk": (
        lambda work: work.cases.on_desk([PILE], 1, most=100),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id=? AND due_at",
    ),
    "what comes after a decision": (
        lambda work: work.cases.ahead_of(1, [PETUGAS], most=100),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id=? AND due_at",
    ),
    "what somebody is asked about their own requests": (
        lambda work: work.cases.open_questions_to(1),
        "ix_cases_applicant_id (applicant_id=?)",
    ),
    "what was asked beside a file and is late": (
        lambda work: work.cases.side_alarms_due(MONDAY_MORNING, most=20),
        "ix_tasks_next_alarm_at (next_alarm_at<?)",
    ),
    "what a post is asked beside files": (
        lambda work: work.cases.asked_in([("jakarta-data", "@kabid_bdi")], most=8),
        "(procedure_id=? AND lane=?",
    ),
    "what corrects an answer": (
        lambda work: work.cases.corrections_of(1),
        "ix_cases_corrects (corrects=?)",
    ),
    "what lies at one step on a desk": (
        lambda work: work.cases.open_at_step(a_task(), 1, most=300),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id=?)",
    ),
    "at which steps the files of a list lie": (
        lambda work: work.cases.steps_among([1, 2, 3]),
        "INTEGER PRIMARY KEY (rowid=?)",
    ),
    "what somebody decided today": (
        lambda work: work.cases.decided_since(1, MONDAY_MORNING, most=100),
        "ix_tasks_done_at (done_by=? AND done_at>?)",
    ),
    "a page of what is late": (
        lambda work: work.cases.watched([PILE], late_at=MONDAY_MORNING, most=100),
        "ix_tasks_due (procedure_id=? AND lane=? AND due_at",
    ),
    "how many files one officer holds in a lane": (
        lambda work: work.cases.count_held([PILE], 1, most=100),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id=?)",
    ),
    "who holds anything in a lane": (
        lambda work: work.cases.holders_in([PILE]),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id>?)",
    ),
    "the first files that somebody holds": (
        lambda work: work.cases.held_by(1, [PETUGAS], most=200),
        "ix_tasks_lying (procedure_id=? AND lane=? AND holder_id=?",
    ),
    "the next files whose limits are reckoned anew": (
        lambda work: work.cases.open_with_limit(after=7, limit=200),
        "ix_tasks_open_case (case_id>?)",
    ),
    "the load of an officer": (
        lambda work: work.cases.load_of([1, 2]),
        "ix_tasks_held (holder_id=?)",
    ),
    "the work of a team": (
        lambda work: work.cases.open_in_teams(1),
        "ix_members_person (person_id=?)",
    ),
    "the newest cases of an applicant": (
        lambda work: work.cases.newest_of(1, limit=10),
        "ix_tasks_open_case (case_id=?)",
    ),
    "a case by its number": (
        lambda work: work.cases.find_by_number("PDK-2026-00001"),
        "(number=?)",
    ),
    "the administrators": (
        lambda work: work.people.administrators(),
        "ix_people_administrators",
    ),
    "what is parked": (
        lambda work: work.connection.execute(select(func.count()).where(InboxRow.parked)),
        "ix_inbox_parked",
    ),
    "how common a word is": (
        lambda work: work.terms.counted({1, 2, 3}, most=500),
        "PRIMARY KEY (hash=?)",
    ),
    "the newest cases that have a word and another": (
        lambda work: work.terms.window(
            Query(driver=(1, 2), others=((3, 4), (5,)), progress=Progress.OPEN),
            edge=9,
            most=64,
            newer=False,
        ),
        "PRIMARY KEY (hash=? AND case_id<?)",
    ),
    "the next newer cases that have a word": (
        lambda work: work.terms.window(Query(driver=(1,)), edge=9, most=64, newer=True),
        "PRIMARY KEY (hash=? AND case_id>?)",
    ),
    "whether a case has a word": (
        lambda work: work.terms.window(OF_ONE, edge=9, most=64, newer=False),
        "PRIMARY KEY (hash=? AND case_id=?)",
    ),
    "the newest cases that an officer has acted on": (
        lambda work: work.terms.window(OF_ONE, edge=9, most=64, newer=False),
        "ix_tasks_done_by (done_by=? AND case_id<?)",
    ),
    "the newest cases of a team": (
        lambda work: work.terms.window(OF_ONE, edge=9, most=64, newer=False),
        "ix_members_person (person_id=? AND case_id<?)",
    ),
    "the newest cases that somebody asked for": (
        lambda work: work.terms.window(OF_ONE, edge=9, most=64, newer=False),
        "ix_cases_applicant_id (applicant_id=? AND rowid<?)",
    ),
    "the terms of a case that are to go": (
        lambda work: work.terms.forget(7),
        "ix_search_terms_case (case_id=?)",
    ),
    "cases that cannot be found yet": (
        lambda work: work.terms.behind(most=25),
        "ix_cases_found_by (found_by<?)",
    ),
    "what came in and is not handled": (
        lambda work: inbox.waiting(work.connection, ENVELOPE, after=7),
        "ix_inbox_waiting (handled_at=? AND update_id>?)",
    ),
    "how many messages wait": (
        lambda work: office_view(work, now=MONDAY_MORNING),
        "ix_outbox_of_person",
    ),
    "which SOPs cases run on": (
        lambda work: work.procedures.running(),
        "ix_cases_running (state=?)",
    ),
}


@pytest.fixture
def cases(work):
    return work.cases


@pytest.fixture
def plans(connection):
    """Calls for how SQLite would answer each statement that a question sends."""

    def planned(ask):
        said = []

        def heard(conn, cursor, statement, parameters, context, executemany):
            if not statement.startswith("BEGIN"):
                said.append((statement, parameters))

        event.listen(connection, "before_cursor_execute", heard)
        ask()
        event.remove(connection, "before_cursor_execute", heard)
        explained = (
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(values)).all()
            for statement, values in said
        )
        return [row.detail for rows in explained for row in rows]

    return planned


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_grows_is_never_scanned(work, plans, question):
    ask, index = QUESTIONS[question]
    if work.connection.dialect.name != "sqlite":
        ask(work)  # PostgreSQL decides by how much there is
        return
    plan = plans(lambda: ask(work))
    assert any(index in line for line in plan), plan
    whole = [
        line
        for line in plan
        if line.startswith(("SCAN tasks", "SCAN cases", "SCAN inbox", "SCAN search"))
    ]
    assert [line for line in whole if "USING INDEX" not in line] == []


def test_a_file_of_the_counter_lies_there_until_its_applicant_comes_with_the_resi(
    connection, cases, add_case, add_task, rina
):
    case = add_case(applicant_id=None)
    task = add_task(case, lane="pemohon")
    add_task(lane="pemohon")
    assert cases.on_desk([AT_DESK], 1, most=9) == [(task.id, task.due_at)]
    cases.link_applicant(case.id, rina.id)
    assert cases.on_desk([AT_DESK], 1, most=9) == []


def test_a_file_waits_to_be_named_until_it_is_open_to_somebody_who_sits_there(
    cases, add_task, rina, siti
):
    task = add_task()
    waiting = replace(PILE, unnamed=frozenset({rina.id}))
    cases.open_grant(task.case_id, siti.id, at=MONDAY_MORNING)
    assert [one for one, _ in cases.on_desk([waiting], siti.id, most=9)] == [task.id]
    cases.open_grant(task.case_id, rina.id, at=MONDAY_MORNING)
    assert cases.on_desk([waiting], siti.id, most=9) == []
    granted = replace(PILE, granted=True)
    assert [one for one, _ in cases.on_desk([granted], rina.id, most=9)] == [task.id]
    assert cases.on_desk([granted], siti.id, most=9) == []


def test_of_a_lane_only_the_versions_are_read_that_are_asked_for(cases, add_task, add_case, siti):
    task = add_task(add_case(procedure_version=2))
    add_task()
    found = cases.on_desk([replace(PILE, versions=frozenset({2, 3}))], siti.id, most=9)
    assert [one for one, _ in found] == [task.id]


def test_what_a_colleague_left_behind_is_everybodys(cases, add_task, rina, siti):
    task = add_task(holder_id=rina.id)
    assert cases.holders_in([PILE]) == [(*PETUGAS, rina.id)]
    assert cases.on_desk([PILE], siti.id, most=9) == []
    left = replace(PILE, left=frozenset({rina.id}))
    assert [one for one, _ in cases.on_desk([left], siti.id, most=9)] == [task.id]


def test_an_open_task_says_itself_in_which_sop_it_lies(connection, add_task, add_case):
    task = add_task(add_case(procedure_id="loket"))
    found = select(TaskRow.procedure_id, CaseRow.procedure_id).join(CaseRow)
    assert connection.execute(found.where(TaskRow.id == task.id)).one() == ("loket", "loket")


def test_a_desk_is_counted_no_further_than_is_asked(cases, add_task, siti):
    for minute in range(12):
        add_task(due_at=None if minute % 2 else MONDAY_MORNING)
    assert len(cases.on_desk([PILE], siti.id, most=9)) == 9
    assert cases.count_in([PILE], most=9) == 9
    watched = cases.watched([PILE], late_at=MONDAY_MORNING.replace(year=2027), most=9)
    assert (watched.late, watched.on_desk, len(watched.ids)) == (6, 9, 9)


def test_messages_that_wait_are_counted_no_further_than_is_shown(work, rina):
    for _ in range(MOST_COUNTED + 5):
        work.tell(rina.id, ShowHelp())
    assert office_view(work, now=MONDAY_MORNING).waiting == MOST_COUNTED


def test_what_a_whole_house_is_asked_is_read_in_one_statement(cases):
    posts = [("jakarta-data", f"@jabatan_{one}") for one in range(1200)]
    assert cases.asked_in([*posts, *((f"sop-{one}", "@kabid") for one in range(40))], most=8) == []
