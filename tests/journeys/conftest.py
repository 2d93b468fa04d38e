import pytest_asyncio

from tests.support.journal import assert_journal_conforms
from tests.support.running import an_office_at_work


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def office(tmp_path_factory):
    """One office for the journeys of a module; whatever they did, its bot spoke as Telegram asks
    and never stumbled."""
    async with an_office_at_work(tmp_path_factory.mktemp("office")) as office:
        yield office
        assert_journal_conforms(await office.people.journal())
        assert "Traceback" not in office.log(), office.log()
