"""What is not kept for ever, and what is."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage import inbox, mailboxes, outbox, sweeping
from storage.inbox import Received
from storage.models.base import Base
from storage.models.cases import CaseRow, DraftRow, MarkRow, TaskRow
from storage.models.people import InvitationRow
from storage.models.post import CardRow, CopyRow, InboxRow, OutboxRow
from storage.outbox import Settled
from storage.repositories.drafts import DraftRepository
from storage.repositories.people import PeopleRepository
from storage.sweeping import BATCH, COPIES_KEPT, FAULTS_KEPT, KEPT, SWEEPS, Swept
from tests.support.books import sent_messages
from tests.support.builders import a_draft
from tests.support.fakes import ENVELOPE, MONDAY_MORNING
from workflow.case import CaseState, Defect, Mark
from workflow.filling import Draft, FormEnding
from workflow.ids import DraftId
from workflow.intent_text import decode
from workflow.intents import ShowForm, ShowHelp
from workflow.people import Acting, Language
from workflow.views.task import Face, Mode

DAY = timedelta(days=1)
A_MONTH_LATER = MONDAY_MORNING + KEPT + DAY
A_QUARTER_LATER = MONDAY_MORNING + FAULTS_KEPT + DAY


@pytest.fixture
def sweep(connection):
    """Calls for a whole night, at a moment; gives how many rows of each kind went."""

    def swept(now):
        return {one.name: sum(batch.gone for batch in batches(one, now)) for one in SWEEPS}

    def batches(one, now):
        after = 0
        while after is not None:
            batch = one.batch(connection, now=now, after=after)
            after = batch.after
            yield batch

    return swept


@pytest.fixture
def left(connection):
    return lambda column: list(connection.scalars(select(column).order_by(column)))


def settled(connection, person, how, *, at=MONDAY_MORNING):
    outbox.add(connection, person.id, ShowHelp(), at=MONDAY_MORNING)
    [claimed] = outbox.claim(connection, now=MONDAY_MORNING, limit=1)
    outbox.settle(connection, claimed.id, how, at=at)
    mailboxes.release(connection, person.id, at=at)


def test_a_message_that_was_sent_is_forgotten_after_a_month(connection, rina, sweep, left):
    settled(connection, rina, Settled.SENT)
    settled(connection, rina, Settled.SENT, at=MONDAY_MORNING + 5 * DAY)
    assert sweep(MONDAY_MORNING + KEPT)["messages"] == 0
    assert sweep(A_MONTH_LATER)["messages"] == 1
    assert left(OutboxRow.state) == ["sent"]


@pytest.mark.parametrize("how", [Settled.REFUSED, Settled.UNCERTAIN])
def test_a_message_that_failed_is_kept_for_a_quarter_of_a_year(connection, rina, sweep, how):
    settled(connection, rina, how)
    assert sweep(A_MONTH_LATER)["messages"] == 0
    assert sweep(A_QUARTER_LATER)["messages"] == 1


def test_a_message_that_waits_is_never_forgotten(connection, rina, sweep, left):
    outbox.add(connection, rina.id, ShowHelp(), at=MONDAY_MORNING)
    sweep(A_QUARTER_LATER)
    assert left(OutboxRow.state) == ["waiting"]


def test_an_update_is_forgotten_a_month_after_it_was_handled(connection, sweep):
    updates = [Received(update_id=n, chat_id=7, body="{}") for n in (1, 2, 3)]
    inbox.put(connection, updates, at=MONDAY_MORNING, envelope=ENVELOPE)
    inbox.mark_handled(connection, 1, at=MONDAY_MORNING)
    inbox.mark_handled(connection, 2, at=A_MONTH_LATER)
    assert sweep(A_MONTH_LATER)["updates"] == 1
    assert [one.update_id for one in inbox.waiting(connection, ENVELOPE)] == [3]
    assert not inbox.put(connection, updates[1:], at=MONDAY_MORNING, envelope=ENVELOPE)
    assert inbox.put(connection, updates[:1], at=MONDAY_MORNING, envelope=ENVELOPE)


def test_an_update_set_aside_can_be_handed_in_again_for_a_quarter_of_a_year(
    connection, sweep, left
):
    one = Received(update_id=1, chat_id=7, body="{}")
    inbox.put(connection, [one], at=MONDAY_MORNING, envelope=ENVELOPE)
    while not inbox.count_attempt(connection, 1, "crashed", at=MONDAY_MORNING):
        pass
    sweep(A_MONTH_LATER)
    assert left(InboxRow.update_id) == [1]
    sweep(A_QUARTER_LATER)
    assert left(InboxRow.update_id) == []


def test_a_form_and_its_card_go_a_month_after_it_was_closed(work, rina, sweep, left):
    closed, still_open = (work.drafts.add(a_draft(person_id=rina.id)) for _ in range(2))
    for draft in (closed, still_open):
        work.cards.lay(f"form:{draft.id}", rina.id, 7)
    work.drafts.close(closed.id, FormEnding.HANDED_IN, at=MONDAY_MORNING)
    assert sweep(MONDAY_MORNING + KEPT)["forms"] == 0
    assert sweep(A_MONTH_LATER)["forms"] == 1
    assert left(DraftRow.id) == [still_open.id]
    assert left(CardRow.screen) == [f"form:{still_open.id}"]


def test_what_somebody_looked_for_goes_after_a_month(work, rina, siti, sweep, left):
    sought = Mode(face=Face.FOUND, outcome="one", note="Budi Santoso")
    for person in (rina, siti):
        work.cards.turn("found", person.id, sought)
        work.cards.lay("found", person.id, 7, at=MONDAY_MORNING)
    work.cards.lay("found", siti.id, None)
    assert sweep(MONDAY_MORNING + KEPT)["cards"] == 1
    assert left(CardRow.person_id) == [rina.id]
    assert sweep(A_MONTH_LATER)["cards"] == 1


def test_cards_go_a_month_after_their_case_has_ended(
    connection, work, rina, add_case, add_task, sweep, left
):
    ended, running = add_case(), add_case()
    cards = [f"task:{add_task(case).id}" for case in (ended, running)]
    cards += [f"{kind}:{case.id}" for case in (ended, running) for kind in ("case", "kartu")]
    for screen in [*cards, "queue", "office"]:
        work.cards.lay(screen, rina.id, 7)
    ending = {"state": CaseState.FINISHED.value, "ended_at": MONDAY_MORNING}
    connection.execute(update(CaseRow).where(CaseRow.id == ended.id).values(ending))

    assert sweep(MONDAY_MORNING + KEPT)["cards"] == 0
    assert sweep(A_MONTH_LATER)["cards"] == 3
    running_cards = [cards[1], f"case:{running.id}", f"kartu:{running.id}"]
    assert left(CardRow.screen) == sorted([*running_cards, "queue", "office"])


def test_where_a_file_lies_is_known_while_it_can_be_taken_back(work, rina, add_case, sweep, left):
    work.cards.note_copy(rina.id, add_case().id, "attachment", 7, at=MONDAY_MORNING)
    assert sweep(MONDAY_MORNING + COPIES_KEPT)["copies"] == 0
    assert sweep(MONDAY_MORNING + COPIES_KEPT + timedelta(seconds=1))["copies"] == 1
    assert left(CopyRow.id) == []


def test_marks_go_a_month_after_the_decision_and_stay_while_somebody_looks(
    connection, work, add_task, sweep, left
):
    decided, looking = add_task(), add_task()
    for task in (decided, looking):
        work.cases.set_mark(task.id, "surat", Mark(item="surat", defect=Defect.MISSING))
    done = {"done_at": MONDAY_MORNING}
    connection.execute(update(TaskRow).where(TaskRow.id == decided.id).values(done))
    assert sweep(A_MONTH_LATER)["marks"] == 1
    assert left(MarkRow.task_id) == [looking.id]


def test_a_link_that_nobody_used_goes_and_one_that_let_somebody_in_stays(work, rina, sweep, left):
    for secret in ("used", "unused"):
        work.people.invite(
            secret_hash=secret,
            jabatan="loket",
            administrator=False,
            name="Wulan Sari",
            nip="",
            rank="",
            acting=Acting.DEFINITIVE,
            at=MONDAY_MORNING,
            expires_at=MONDAY_MORNING + 7 * DAY,
        )
    work.people.spend(work.people.find_invitation("used").id, by=rina.id, at=MONDAY_MORNING)
    assert sweep(A_MONTH_LATER)["invitations"] == 0
    assert sweep(A_MONTH_LATER + 7 * DAY)["invitations"] == 1
    assert left(InvitationRow.secret_hash) == ["used"]


def test_no_batch_takes_more_than_its_share_however_much_is_old(connection, rina):
    sent_messages(connection, rina.id, 2 * BATCH + 1, at=MONDAY_MORNING)
    found, after = [], 0
    while after is not None:
        swept = sweeping.SWEEPS[0].batch(connection, now=A_MONTH_LATER, after=after)
        found.append(swept.gone)
        after = swept.after
    assert found == [BATCH, BATCH, 1]


def test_a_night_looks_at_what_is_old_and_not_at_the_rest(connection, rina, statements):
    sent_messages(connection, rina.id, 3, at=MONDAY_MORNING)
    sent_messages(connection, rina.id, 4 * BATCH, at=A_MONTH_LATER)
    with statements() as said:
        swept = sweeping.SWEEPS[0].batch(connection, now=A_MONTH_LATER, after=0)
    assert swept == Swept(gone=3, after=None)
    assert len(said) == 2


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_a_batch_is_found_by_an_index_in_every_table(connection, rina, statements):
    sent_messages(connection, rina.id, 1, at=MONDAY_MORNING)
    with statements() as said:
        for one in SWEEPS:
            one.batch(connection, now=A_QUARTER_LATER, after=0)
    for sentence in said:
        values = (None,) * sentence.count("?")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sentence}", values).all()
        assert "SCAN" not in str(plan), plan


SWEPT = {"outbox", "inbox", "drafts", "cards", "copies", "marks", "invitations"} | {
    "handed_in",
    "words",
}
# Of these nothing is ever removed at night; what they are kept for stands in operations.md.
KEPT_FOR_EVER = {
    *("cases", "tasks", "attachments", "papers", "letter_numbers", "counters", "members"),
    *("grants", "links", "disclosures", "begun", "pauses", "custody_notes", "search_terms"),
    *("surveys", "survey_counts"),
    *("people", "consents", "appointments", "mailboxes"),
    *("procedures", "special_days", "ramadan_questions"),
}


def test_a_form_that_nobody_went_on_with_is_closed_and_emptied_and_its_card_says_so(connection):
    person = PeopleRepository(connection).add(
        991, name="Budi", language=Language.INDONESIAN, at=MONDAY_MORNING
    )
    drafts = DraftRepository(connection)
    begun = [
        drafts.add(
            Draft(
                id=DraftId(0),
                person_id=person.id,
                procedure_id="jakarta-data",
                procedure_version=1,
                service=None,
                case_id=None,
                task_id=None,
                asks=("nik",),
                answers={"nik": "3175034708900001"},
                started_at=MONDAY_MORNING,
                changed_at=MONDAY_MORNING + timedelta(days=day),
            )
        )
        for day in (0, 20)
    ]
    [lapsed] = [one for one in SWEEPS if one.name == "lapsed forms"]

    done = lapsed.batch(connection, now=MONDAY_MORNING + timedelta(days=31), after=0)

    old, young = (drafts.get(one.id) for one in begun)
    assert done.gone == 1
    assert (old.closed, old.answers) == (True, {})
    assert (young.closed, young.answers) == (False, {"nik": "3175034708900001"})
    [shown] = connection.execute(select(OutboxRow.kind, OutboxRow.body)).all()
    assert decode(*shown) == ShowForm(draft_id=old.id, fresh=False, said="lapsed")


def test_of_every_table_it_was_decided_how_long_it_is_kept():
    assert set(Base.metadata.tables) == SWEPT | KEPT_FOR_EVER
    assert len(SWEEPS) == len(SWEPT) + 1  # forms lapse, and are removed later
