from dataclasses import replace

import pytest

from tests.support.builders import MINUTE, a_draft, a_file
from tests.support.fakes import MONDAY_MORNING
from workflow.errors import NotFound
from workflow.filling import FormEnding

LATER = MONDAY_MORNING + MINUTE


@pytest.fixture
def drafts(work):
    return work.drafts


def test_a_half_filled_form_is_read_as_it_was_left(drafts, rina):
    draft = drafts.add(a_draft("nama", "surat", person_id=rina.id, service="akta"))
    filled = replace(
        draft,
        answers={"nama": "Rina"},
        files={"surat": (a_file("halaman-1.jpg"), a_file("halaman-2.jpg", size=7))},
        at=1,
        reviewing=True,
        changed_at=LATER,
    )
    drafts.save(filled)
    assert drafts.get(draft.id) == filled


def test_a_form_nobody_began_is_not_found(drafts, rina):
    with pytest.raises(NotFound):
        drafts.get(404)
    assert drafts.find_open(rina.id) is None


def test_the_open_form_is_the_one_touched_last(drafts, rina, siti):
    first = drafts.add(a_draft(person_id=rina.id))
    second = drafts.add(a_draft(person_id=rina.id))
    drafts.add(a_draft(person_id=siti.id))
    assert drafts.find_open(rina.id).id == second.id
    drafts.save(replace(first, changed_at=LATER))
    assert drafts.find_open(rina.id).id == first.id


def test_a_form_that_is_handed_in_is_open_no_more(drafts, rina):
    draft = drafts.add(a_draft(person_id=rina.id))
    drafts.close(draft.id, FormEnding.HANDED_IN, at=LATER)
    assert drafts.get(draft.id).closed
    assert drafts.find_open(rina.id) is None


def test_the_form_of_a_task_belongs_to_whoever_fills_it_in(drafts, add_task, rina, siti):
    task = add_task()
    drafts.add(a_draft(person_id=siti.id))
    work = drafts.add(a_draft(person_id=siti.id, task_id=task.id, case_id=task.case_id))
    assert drafts.find_for_task(task.id, siti.id) == work
    assert drafts.find_for_task(task.id, rina.id) is None
    drafts.close(work.id, FormEnding.HANDED_IN, at=LATER)
    assert drafts.find_for_task(task.id, siti.id) is None
