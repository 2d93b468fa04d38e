"""`make bench`: prints a table, or JSON; every ratio is taken within one run.

`make bench ONLY=drain` measures one part, `ONLY="drain starts"` two.
"""

import importlib
import json
import os
import platform
import sys
import time
from dataclasses import asdict

from tests.bench.rows import aligned

PARTS = ("approvals", "steps", "drain", "overdue", "wakes", "papers", "starts")


def main(asked):
    as_json = "--json" in asked
    parts = [one for one in asked if not one.startswith("-")] or PARTS
    unknown = [one for one in parts if one not in PARTS]
    if unknown:
        sys.exit(f"no part is called {', '.join(unknown)}; there are {', '.join(PARTS)}")
    began, rows = time.perf_counter(), []
    for part in parts:
        print(f"measuring: {part} ...", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"tests.bench.{part}").rows()
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}, "
    machine += f"Python {platform.python_version()}, {platform.system()}"
    seconds = time.perf_counter() - began
    if as_json:
        told = {"machine": machine, "seconds": round(seconds), "rows": [asdict(r) for r in rows]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(f"{machine}; measured in {seconds:.0f} s\n\n{aligned(rows)}")


if __name__ == "__main__":
    main(sys.argv[1:])
