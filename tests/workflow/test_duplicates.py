from dataclasses import replace

import pytest

from tests.support.planted import Planting
from workflow.duplicates import Claimant, Likeness, is_one_person, likeness, slips

RINA = Claimant(name="Rina Wulandari", nik="3175034708900001", phone="+6281234567890")
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("seed", SEEDS)
def test_of_two_thousand_pairs_nearly_all_repeats_are_seen_and_hardly_a_twin_is_suspected(seed):
    planting = Planting(seed)
    repeats, others = planting.positives(1000), planting.negatives(1000)
    missed = [pair for pair in repeats if not is_one_person(*pair)]
    suspected = [pair for pair in others if is_one_person(*pair)]
    assert len(missed) <= 20, missed[:5]
    assert len(suspected) <= 5, suspected[:5]


def test_it_does_not_matter_which_came_first():
    planting = Planting(4)
    for one, other in [*planting.positives(300), *planting.negatives(300)]:
        assert is_one_person(one, other) == is_one_person(other, one), (one, other)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Moh. Rizki", "Muhammad Rizky", Likeness.SAME),
        ("M. Rizki", "Muhammad Rizki", Likeness.SAME),
        ("Drs. Budi Santoso, M.Si", "Budi Santoso", Likeness.SAME),
        ("Nur Aini", "Nuraini", Likeness.SAME),
        ("Santoso Budi", "Budi Santoso", Likeness.SAME),
        ("Rina Wulandri", "Rina Wulandari", Likeness.SLIPPED),
        ("Rina Wulandari Putri", "Rina Wulandari", Likeness.SLIPPED),
        ("Rini Wulandari", "Rina Wulandari", Likeness.SLIPPED),
        ("Husein Wijaya", "Hasan Wijaya", Likeness.HEARD),
        ("Budi Santoso", "Rina Wulandari", Likeness.OTHER),
        ("Rina", "Rina Wulandari", Likeness.OTHER),
        ("Rina Kusuma", "Rina Wulandari", Likeness.OTHER),
        ("", "Rina Wulandari", Likeness.OTHER),
    ],
)
def test_how_alike_two_names_are(one, other, how):
    assert likeness(one, other) is how
    assert likeness(other, one) is how


def test_a_nik_that_is_one_is_one_person_whatever_the_name():
    assert is_one_person(RINA, replace(RINA, name="R. Wulan", phone=""))


def test_a_slip_in_a_nik_is_forgiven_where_the_name_is_alike():
    slipped = replace(RINA, nik="3175034708900001".replace("4708", "4780"))
    assert is_one_person(RINA, slipped)
    assert not is_one_person(RINA, replace(slipped, name="Budi Santoso"))
    assert not is_one_person(RINA, replace(RINA, nik="3175034709910001"))


def test_twins_are_two_though_their_numbers_differ_in_one_digit():
    assert not is_one_person(RINA, replace(RINA, name="Rini Wulandari", nik="3175034708900002"))
    assert is_one_person(RINA, replace(RINA, name="RINA WULANDARI", nik="3175034708900002"))


def test_a_parent_may_ask_for_each_of_two_children():
    hasan, husein = (replace(RINA, about=(one,)) for one in ("Hasan Wijaya", "Husein Wijaya"))
    assert not is_one_person(hasan, husein)
    assert is_one_person(hasan, replace(RINA, about=("Hassan Widjaja",)))


def test_without_a_nik_the_telephone_and_the_whole_name_decide():
    without = replace(RINA, nik="")
    assert is_one_person(without, replace(RINA, name="Ibu Rina Woelandari"))
    assert is_one_person(without, replace(RINA, name="Rina Wulanadri"))
    assert not is_one_person(without, replace(RINA, name="Rini Wulandari"))
    assert not is_one_person(without, replace(without, phone="+6281111111111"))
    assert not is_one_person(replace(without, phone=""), replace(without, phone=""))


def test_slips_are_counted_as_a_hand_makes_them():
    for one, other, count in (
        ("wulandari", "wulandari", 0),
        ("wulandari", "wulndari", 1),
        ("wulandari", "wulanadri", 1),
        ("wulandari", "wulandarri", 1),
        ("wulandari", "wilandary", 2),
        ("", "ab", 2),
    ):
        assert slips(one, other) == slips(other, one) == count
