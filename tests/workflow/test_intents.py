from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import TaskAlreadyDone
from workflow.intent_text import KINDS, decode, encode
from workflow.intents import (
    RemoveMessage,
    SendPaper,
    ShowCase,
    ShowTask,
    Tell,
    TellAlarms,
    urgency,
)
from workflow.papers import PaperKind, paper_name

MOMENTS = st.datetimes(timezones=st.just(UTC))
FACTS = st.one_of(st.text(), st.integers(-(2**60), 2**60), st.dates(), MOMENTS)
VALUES = {
    "arguments": st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), FACTS),
    "task_ids": st.lists(st.integers(1)).map(tuple),
    "overdue": st.lists(st.integers(1)).map(tuple),
    "kind": st.one_of(st.sampled_from(PaperKind), st.text()).map(paper_name),
}
BY_TYPE = {"bool": st.booleans(), "str": st.text(), "int": st.integers()}


def some(kind):
    def value(field):
        named = getattr(field.type, "__name__", str(field.type))
        return VALUES.get(field.name, BY_TYPE.get(named, st.integers(1)))

    return st.builds(kind, **{field.name: value(field) for field in fields(kind)})


INTENTS = st.one_of(*(some(kind) for kind in KINDS.values()))


@given(INTENTS)
def test_what_comes_out_of_the_outbox_is_what_went_in(intent):
    assert decode(*encode(intent)) == intent


def test_a_paper_of_the_office_is_known_again_and_a_letter_is_a_letter():
    kept = [decode(*encode(SendPaper(case_id=1, kind=kind))) for kind in (*PaperKind, "surat")]
    assert [isinstance(one.kind, PaperKind) for one in kept] == [True] * len(PaperKind) + [False]


def test_what_lies_in_the_outbox_of_an_earlier_release_is_read():
    sent = decode("SendPaper", '{"case_id":7,"kind":"kartu_kendali"}')
    assert sent.kind is PaperKind.KARTU_KENDALI


def test_a_refusal_keeps_its_moment_on_the_way():
    refusal = TaskAlreadyDone(done_by="Petugas", done_at=datetime(2026, 11, 23, 2, tzinfo=UTC))
    told = Tell(message_id=refusal.message_id, arguments=refusal.arguments)
    assert decode(*encode(told)).arguments["done_at"] == refusal.done_at


def test_a_day_stays_a_day():
    told = Tell(message_id="x", arguments={"on": date(2026, 11, 23)})
    assert decode(*encode(told)).arguments["on"] == date(2026, 11, 23)


def test_what_no_message_can_say_is_not_kept():
    with pytest.raises(TypeError, match="an intent cannot hold"):
        encode(Tell(message_id="x", arguments={"what": object()}))


def test_answers_go_before_edits_edits_before_reminders_and_tidying_comes_last():
    sent = SendPaper(case_id=1, kind=PaperKind.RESI)
    order = [sent, ShowTask(task_id=1), TellAlarms(task_ids=(1,)), RemoveMessage(message_id=1)]
    assert [urgency(one) for one in order] == [1, 2, 3, 4]
    assert urgency(ShowCase(case_id=1, fresh=True)) == urgency(sent)
