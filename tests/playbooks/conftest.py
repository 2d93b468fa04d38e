"""The same plays on the desks and by the real bot over HTTP."""

from contextlib import asynccontextmanager

import pytest_asyncio

from tests.support.journal import assert_journal_conforms
from tests.support.playbook_bot import OverHttp
from tests.support.playbook_desks import on_the_desks
from tests.support.running import an_office_at_work


@asynccontextmanager
async def by_the_bot(folder):
    """One bot for the plays of a module; it spoke as Telegram asks and never stumbled."""
    async with an_office_at_work(folder) as office:
        yield office
        assert_journal_conforms(await office.people.journal())
        assert "Traceback" not in office.log(), office.log()


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["desks", "http"])
async def at_work(request, tmp_path_factory):
    """The bot's office; nothing where a play needs no bot."""
    if request.param == "desks":
        yield None
        return
    async with by_the_bot(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest_asyncio.fixture(loop_scope="module")
async def stage(at_work):
    if at_work is not None:
        yield OverHttp(at_work)
        return
    async with on_the_desks() as stage:
        yield stage
