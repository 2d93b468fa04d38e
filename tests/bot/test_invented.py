from bot.cli.sandbox.invented import office_text, unheld, with_every_lane
from tests.support.builders import COUNTER_SOP, jakarta_data, sample_office, sop
from workflow.parsing import parse_office

COUNTER = sop(COUNTER_SOP)


def test_an_office_that_has_every_post_stays_as_it_is():
    assert with_every_lane(sample_office(), [jakarta_data()]) == sample_office()


def test_a_lane_that_nobody_holds_gets_an_invented_post():
    office = with_every_lane(sample_office(), [COUNTER])

    assert [jabatan for jabatan, _ in unheld(COUNTER, sample_office())] == ["loket", "kepala"]
    assert list(unheld(COUNTER, office)) == []
    assert office.jabatan["loket"].title == "Loket (contoh)"
    assert office.alerted_for("loket") == "sekretaris"


def test_the_bot_reads_the_same_office_from_its_file():
    office = with_every_lane(sample_office(), [COUNTER])

    assert parse_office(office_text(office), source="sandbox-office.yaml") == office
