from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from bot.sandbox.server import Sandbox
from bot.sandbox.visitor import People
from tests.sandbox.page.board import MONDAY, Board
from tests.support import browser
from tests.support.http_client import connected

TOKEN = "42:SANDBOX"
DESK = {"width": 1440, "height": 900}
POCKET = {"width": 390, "height": 844}

expect.set_options(timeout=15_000)


@pytest.fixture
def board():
    return Board()


@pytest_asyncio.fixture(loop_scope="session")
async def people(tmp_path, board):
    sandbox = Sandbox(
        folder=tmp_path, token=TOKEN, starts_at=MONDAY, panel=board, flood_limits=False
    )
    async with sandbox.listening(port=0) as address, People(address) as people:
        yield people


@pytest_asyncio.fixture(loop_scope="session")
async def bot(people):
    """The bot's side, which does only what the test has it do."""
    async with connected(people.address, TOKEN) as client:
        await client.call("getMe")
        yield client


@pytest_asyncio.fixture(loop_scope="session")
async def rina(people):
    """An applicant who has pressed Start."""
    rina = await people.add("Rina Wulandari", 1001, "Pemohon")
    await people.text(rina, "/start")
    return rina


@pytest_asyncio.fixture(loop_scope="session")
async def siti(people):
    siti = await people.add("Siti Aminah", 1002, "Petugas Pengadministrasi")
    await people.text(siti, "/start")
    return siti


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium():
    """One browser for all tests, for it takes longer to start than most of them; each gets a
    context of its own, which shares nothing with the others'."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=browser.chromium(), args=["--no-sandbox"]
        )
        yield launched
        await launched.close()


@asynccontextmanager
async def opened(chromium, people, **look):
    """The page; when the test is over, its console must have had nothing to complain of."""
    context = await chromium.new_context(reduced_motion="reduce", **look)
    page = await context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    await page.goto(people.address)
    yield page
    await context.close()
    assert complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def desk(chromium, people, rina):
    """The page on an office screen."""
    async with opened(chromium, people, viewport=DESK) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="session")
async def pocket(chromium, people, rina):
    """The page on a telephone."""
    async with opened(chromium, people, viewport=POCKET, has_touch=True, is_mobile=True) as page:
        yield page
