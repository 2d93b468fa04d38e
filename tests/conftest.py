import os
from pathlib import Path

from hypothesis import HealthCheck, settings

from bot.cli.lean_start import lean_start
from tests.support.browser import BROWSERS, chromium

with lean_start():  # as the product does: aiogram's models are built when a test uses them
    import aiogram  # noqa: F401

BROWSER_TESTS = Path(__file__).parent / "sandbox" / "page"

# Two busy cores are slow now and then, which says nothing about the law that is tried.
settings.register_profile("office", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("office"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "office")


def pytest_collection_modifyitems(config, items):
    if chromium() is not None:
        return
    browsing = [item for item in items if BROWSER_TESTS in item.path.parents]
    items[:] = [item for item in items if item not in browsing]
    config.hook.pytest_deselected(items=browsing)


def pytest_terminal_summary(terminalreporter):
    if chromium() is None:
        places = " or ".join(str(path) for path in BROWSERS)
        terminalreporter.write_line(
            f"Browser tests did not run: Chromium is not installed ({places}).", red=True
        )
