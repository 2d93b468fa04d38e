from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from bot.sandbox.server import Sandbox
from tests.sandbox.page.board import MONDAY, Board
from tests.support import phones
from tests.support.clients import TOKEN
from tests.support.http_client import connected

CHROMIUM = Path("/usr/bin/chromium")
HERE = Path(__file__).parent
DESK = {"width": 1440, "height": 900}
POCKET = {"width": 390, "height": 844}

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(config, items):
    if CHROMIUM.exists():
        return
    ours = [item for item in items if HERE in item.path.parents]
    items[:] = [item for item in items if item not in ours]
    config.hook.pytest_deselected(items=ours)


def pytest_terminal_summary(terminalreporter):
    if not CHROMIUM.exists():
        terminalreporter.write_line(
            f"Browser tests did not run: Chromium is not installed ({CHROMIUM}).", red=True
        )


@pytest.fixture
def board():
    return Board()


@pytest.fixture
async def town(tmp_path, board):
    sandbox = Sandbox(
        folder=tmp_path, token=TOKEN, starts_at=MONDAY, panel=board, flood_limits=False
    )
    async with sandbox.listening(port=0) as address, phones.town(address) as town:
        yield town


@pytest.fixture
async def bot(town):
    """The bot's side, which does only what the test has it do."""
    async with connected(town.address, TOKEN) as client:
        await client.call("getMe")
        yield client


@pytest.fixture
async def rina(town):
    """An applicant who has pressed Start."""
    rina = await town.person(1001, "Rina Wulandari", role="Pemohon")
    await rina.writes("/start")
    return rina


@pytest.fixture
async def siti(town):
    siti = await town.person(1002, "Siti Aminah", role="Petugas Pengadministrasi")
    await siti.writes("/start")
    return siti


@pytest.fixture
async def chromium():
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox"]
        )
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(chromium, town, **look):
    """The page; when the test is over, its console must have had nothing to complain of."""
    context = await chromium.new_context(**look)
    page = await context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    await page.goto(town.address)
    yield page
    await context.close()
    assert complaints == []


@pytest.fixture
async def desk(chromium, town, rina):
    """The page on an office screen."""
    async with opened(chromium, town, viewport=DESK) as page:
        yield page


@pytest.fixture
async def pocket(chromium, town, rina):
    """The page on a telephone."""
    async with opened(chromium, town, viewport=POCKET, has_touch=True, is_mobile=True) as page:
        yield page
