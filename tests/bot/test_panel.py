"""What the sandbox's page draws above the phones, as the office's books have it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.cli.sandbox.panel import CasePanel, Playbill
from bot.opening import context_for
from storage import migrating
from storage.database import reading_engine, writing_engine
from storage.unit_of_work import SqlUnitOfWork
from tests.support.builders import (
    LETTER_SOP,
    an_office,
    jakarta_data,
    sample_office,
    shipped_text,
    sop,
)
from tests.support.fakes import FixedClock
from tests.support.office import PlayedOffice
from workflow.people import Language
from workflow.special_days import DayKind

WIB = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def context(clock):
    return context_for(sample_office(), now=clock.now())


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'kantor.db'}"


@pytest.fixture
async def panel(url, context, clock):
    engine = reading_engine(url)
    playbill = Playbill(procedure=jakarta_data(), people=[1001], begins=[1001])
    yield CasePanel(engine, context, clock, [playbill])
    await engine.dispose()


def closes(url, context, clock, day):
    """The administrator closes a day in the chat."""
    engine = writing_engine(url)
    with engine.begin() as connection:
        migrating.upgrade(connection)
        work = SqlUnitOfWork(connection, context, clock.now())
        it = work.people.add(1, name="It", language=Language.INDONESIAN, at=clock.now())
        work.days.add(DayKind.CLOSED, day, day, "Hari jadi kota", by=it.id, at=clock.now())
    engine.dispose()


async def opening_after(panel, clock, *moment):
    clock.move_to(datetime(*moment, tzinfo=WIB))
    hours = (await panel())["clock"]
    return hours["open"], datetime.fromisoformat(hours["next_opening"]).astimezone(WIB)


async def test_the_next_opening_leaves_holidays_out(panel, clock):
    evening = await opening_after(panel, clock, 2026, 12, 31, 20, 0)
    assert evening == (False, datetime(2027, 1, 4, 7, 30, tzinfo=WIB))


async def test_the_next_opening_leaves_out_what_was_closed_in_the_chat(panel, url, context, clock):
    closes(url, context, clock, date(2026, 11, 24))

    monday = await opening_after(panel, clock, 2026, 11, 23, 9, 0)
    tuesday = await opening_after(panel, clock, 2026, 11, 24, 9, 0)

    wednesday = datetime(2026, 11, 25, 7, 30, tzinfo=WIB)
    assert (monday, tuesday) == ((True, wednesday), (False, wednesday))


async def test_a_step_names_who_sits_there_as_the_phone_does_and_its_limit_for_any_language(panel):
    [procedure] = (await panel())["procedures"]

    first, *_ = procedure["steps"]
    lanes = {step["lane"] for step in procedure["steps"]}

    assert first["lane"] == "Pemohon"
    assert "Kepala Bidang Data dan Informasi" in lanes
    assert "Kepala Bidang BDI" not in lanes
    assert first["limit"] == {"amount": 5, "unit": "minutes", "words": ""}


async def test_a_step_is_counted_on_the_page_as_on_the_cards(url, context, clock):
    engine = reading_engine(url)
    sop_of_pekanbaru = sop(shipped_text("pekanbaru-sipenduduk"))
    playbill = Playbill(procedure=sop_of_pekanbaru, people=[1001], begins=[1001])
    [procedure] = (await CasePanel(engine, context, clock, [playbill])())["procedures"]
    await engine.dispose()

    counted = {step["number"]: step["of"] for step in procedure["steps"]}
    assert counted == {"0": 0, "1": 6, "2": 6, "3": 6, "3a": 0, "4": 6, "5": 6, "6": 6}


async def test_the_page_is_given_the_hours_that_a_countdown_needs(url, panel, context, clock):
    closes(url, context, clock, date(2026, 11, 24))
    clock.move_to(datetime(2026, 11, 23, 9, tzinfo=WIB))
    hours = [
        [datetime.fromisoformat(moment).astimezone(WIB).strftime("%d %H.%M") for moment in span]
        for span in (await panel())["clock"]["hours"]
    ]
    assert hours == [["23 07.30", "23 12.00"], ["23 13.00", "23 16.00"]]


async def test_a_step_that_must_be_passed_again_is_ahead_on_the_page(url):
    engine = writing_engine(url)
    with engine.begin() as connection:
        migrating.upgrade(connection)
        office = PlayedOffice(connection, office=an_office(), sops=(LETTER_SOP,))
        office.begins("pengelola_data", "surat-berparaf")
        office.goes_to("4")
        office.decides("kepala_dinas", "ke_kabid", reason="Periksa lagi")
        office.decides("kabid_bdi", "ke_staf", reason="Tulis ulang")
    engine.dispose()
    reading = reading_engine(url)
    playbill = Playbill(procedure=sop(LETTER_SOP), people=[1001], begins=[1001])
    [case] = (await CasePanel(reading, office.context, office.clock, [playbill])())["cases"]
    await reading.dispose()

    states = {step["number"]: step["state"] for step in case["steps"]}
    assert states == {"1": "returned", "2": "ahead", "3": "ahead", "4": "ahead", "5": "ahead"}
