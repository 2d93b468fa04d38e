import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.limits import LONGEST, Limit, LimitUnit, parse_limit

UNITS = st.sampled_from(LimitUnit)
LIMITS = UNITS.flatmap(lambda unit: st.builds(Limit, st.integers(1, LONGEST[unit]), st.just(unit)))


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("5 menit", Limit(5, LimitUnit.MINUTES)),
        ("1 jam", Limit(1, LimitUnit.HOURS)),
        ("1 jam 30 menit", Limit(90, LimitUnit.MINUTES)),
        ("7 hari", Limit(7, LimitUnit.WORKING_DAYS)),
        ("7 hari kerja", Limit(7, LimitUnit.WORKING_DAYS)),
        ("3 hari kalender", Limit(3, LimitUnit.CALENDAR_DAYS)),
        ("  10  Menit ", Limit(10, LimitUnit.MINUTES)),
    ],
)
def test_a_limit_reads_as_the_sop_writes_it(written, limit):
    assert parse_limit(written) == limit


@pytest.mark.parametrize("written", ["tanpa batas", "Tanpa Batas", "-"])
def test_a_step_may_have_no_limit(written):
    assert parse_limit(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "90",
        "menit",
        "lima menit",
        "1,5 jam",
        "-5 menit",
        "5 menit lagi",
        "30 menit 1 jam",
        "1 hari 2 jam",
        "3 minggu",
        "\u0665 menit",
        "99999999 menit",
        "Tergantung waktu persiapan",
    ],
)
def test_any_other_wording_is_refused_with_the_right_one(written):
    with pytest.raises(ValueError, match="write a limit as '15 menit', '2 jam'") as refused:
        parse_limit(written)

    assert str(refused.value).endswith(f"or 'tanpa batas', not '{written}'")


@pytest.mark.parametrize("written", [90, 8.1, None, True, 0, ["5 menit"]])
def test_what_yaml_did_not_leave_as_text_is_refused(written):
    with pytest.raises(ValueError, match="write a limit as"):
        parse_limit(written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("0 menit", "a limit in menit lies between 1 and 100000, not 0"),
        ("0 jam 0 menit", "a limit in menit lies between 1 and 100000, not 0"),
        ("100001 menit", "a limit in menit lies between 1 and 100000, not 100001"),
        ("9999999 jam", "a limit in jam lies between 1 and 1600, not 9999999"),
        ("251 hari", "a limit in hari kerja lies between 1 and 250, not 251"),
        ("400 hari kalender", "a limit in hari kalender lies between 1 and 366, not 400"),
    ],
)
def test_a_limit_of_nothing_or_of_years_is_refused(written, told):
    with pytest.raises(ValueError, match=told):
        parse_limit(written)


@given(LIMITS)
def test_a_limit_written_out_reads_back_the_same(limit):
    assert parse_limit(str(limit)) == limit
