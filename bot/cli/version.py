"""Which version of the product this is, and from which revision of its code."""

import json
import subprocess
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

SBOM = "sboms/disposisi.cdx.json"
REVISION = "disposisi:revision"
_SHOWN = 12  # characters of a revision
_ROOT = Path(__file__).parents[2]


def version_line() -> str:
    """The product, its version and its revision: "disposisi 0.1.0 (revision 1a2b3c4d5e6f)"."""
    installed = distribution("disposisi")
    revision = _of_release(installed.read_text(SBOM)) or _of_checkout()
    known = f"revision {revision[:_SHOWN]}{revision[40:]}" if revision else "revision unknown"
    return f"disposisi {installed.version} ({known})"


def _of_release(sbom: str | None) -> str:
    """A wheel of `make release` says in its bill of materials from what it was built."""
    told: Any = json.loads(sbom or "{}")
    about = told.get("metadata", {}).get("component", {}).get("properties", ())
    return next((str(one["value"]) for one in about if one["name"] == REVISION), "")


def _of_checkout() -> str:
    """In a folder that git keeps: its commit, and whether something was changed since."""
    if not (_ROOT / ".git").exists():
        return ""
    commit = _git("rev-parse", "HEAD")
    return commit and commit + ("+" if _git("status", "--porcelain", "-uno") else "")


def _git(*asked: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(_ROOT), *asked],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
            timeout=5,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
