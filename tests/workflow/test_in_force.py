from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import AGUS, LETTER_SOP, SITI, a_task, at, sop
from tests.support.invented_sops import invented_sops
from workflow.in_force import in_force, is_signed, parafs_in_force

PROCEDURE = sop(LETTER_SOP)
HOLDERS = {"pengelola_data": SITI, "kasi": AGUS, "kabid_bdi": 4, "kepala_dinas": 5}


def history(*acts):
    """Tasks as "step outcome"; the last one may be open."""
    tasks = []
    for number, act in enumerate(acts, start=1):
        step, _, outcome = act.partition(" ")
        lane = PROCEDURE.step(step).lane
        done = {"done_at": at_minute(number), "done_by": HOLDERS[lane], "done_as": lane}
        tasks.append(
            a_task(
                id=number,
                step=step,
                lane=lane,
                opened_at=at_minute(number - 1),
                outcome=outcome or None,
                **(done if outcome else {}),
            )
        )
    return tasks


def at_minute(number):
    return at(date(2026, 11, 23), f"09.{number:02}")


def signs_of(*acts):
    return [(task.id, task.done_as) for task in parafs_in_force(history(*acts), PROCEDURE)]


def test_a_return_at_a_step_of_paraf_is_no_paraf():
    assert signs_of("1 serahkan", "2 paraf", "3 ke_kasi", "2") == []
    assert signs_of("1 serahkan", "2 perbaiki", "1 serahkan", "2 paraf", "3") == [(4, "kasi")]


def test_a_paraf_that_is_set_once_more_stands_once():
    acts = ("1 serahkan", "2 paraf", "3 ke_kasi", "2 paraf", "3 paraf", "4")
    assert signs_of(*acts) == [(4, "kasi"), (5, "kabid_bdi")]


def test_a_letter_that_is_rewritten_bears_no_paraf_of_before():
    assert signs_of("1 serahkan", "2 paraf", "3 ke_staf", "1 serahkan", "2") == []


def test_a_return_from_above_takes_only_the_parafs_it_passes_again():
    acts = ("1 serahkan", "2 paraf", "3 paraf", "4 ke_kabid", "3")
    assert signs_of(*acts) == [(2, "kasi")]


def test_a_signature_holds_until_the_letter_is_sent_back_before_it():
    signed = ("1 serahkan", "2 paraf", "3 paraf", "4 tandatangani", "5")
    assert is_signed("surat", history(*signed), PROCEDURE)
    returned = (*signed[:-1], "5 ke_kasi", "2")
    assert not is_signed("surat", history(*returned), PROCEDURE)
    again = (*returned[:-1], "2 paraf", "3 paraf", "4 tandatangani", "5")
    assert is_signed("surat", history(*again), PROCEDURE)
    assert not is_signed("surat", history(*signed[:3], "4 ke_kabid", "3"), PROCEDURE)


@given(st.data())
def test_no_step_is_in_force_twice_and_the_last_task_always_is(data):
    procedure = data.draw(invented_sops(most_steps=12))
    step, tasks = procedure.first, []
    for number in range(data.draw(st.integers(1, 25))):
        name, outcome = data.draw(st.sampled_from(sorted(step.outcomes.items())))
        tasks.append(a_task(id=number, step=step.id, lane=step.lane, outcome=name))
        if outcome.to is None:
            break
        step = procedure.step(outcome.to)
    held = in_force(tasks)
    assert len({task.step for task in held}) == len(held)
    assert held[-1] == tasks[-1]
    assert [task.id for task in held] == sorted(task.id for task in held)
