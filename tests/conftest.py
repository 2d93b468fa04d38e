import gc
import os
from pathlib import Path

from hypothesis import HealthCheck, settings

from bot.cli.lean_start import lean_start
from tests.support.browser import BROWSERS, chromium
from tests.support.examples import SOAKING, examples

BROWSER_TESTS = Path(__file__).parent / "sandbox" / "page"

# Two busy cores are slow now and then, which says nothing about the law that is tried.
settings.register_profile("office", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("office"), derandomize=True)
settings.register_profile("soak", settings.get_profile("office"), max_examples=examples(100))
PROFILE = "soak" if SOAKING else "ci" if os.environ.get("CI") else "office"
settings.load_profile(PROFILE)


def pytest_configure(config):
    """aiogram as the product has it, its models built at their first use.

    The process that only hands the tests out to others needs none of it.
    """
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        with lean_start():
            import aiogram  # noqa: F401


def pytest_collection_finish():
    """What is imported by now stays to the end: whoever looks for garbage need not look there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


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
