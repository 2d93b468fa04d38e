"""Which Chromium opens the page in the tests."""

from pathlib import Path

# Debian's Chromium without windows draws the same for a third of the work, so it comes first.
BROWSERS = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))


def chromium() -> Path | None:
    """Where Chromium is installed; nothing when it is not."""
    return next((path for path in BROWSERS if path.exists()), None)
