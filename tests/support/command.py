"""The command line as a process of its own, as the office's IT person calls it."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[2]


def disposisi(
    folder: Path, *arguments: str, timeout: float = 60.0, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run `disposisi` in *folder* with its data there; settings as `bot_token="42:X"`."""
    bare = {name: one for name, one in os.environ.items() if not name.startswith("DISPOSISI_")}
    given = {"data_dir": str(folder / "data"), **settings}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={
            **bare,
            "PYTHONPATH": str(HERE),
            **{f"DISPOSISI_{name.upper()}": value for name, value in given.items()},
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
    )
