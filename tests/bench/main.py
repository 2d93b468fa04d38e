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

PARTS = (
    *("approvals", "steps", "drain", "overdue", "wakes", "growth", "claiming"),
    *("papers", "uploads", "starts", "checking"),
)


def main(asked):
    as_json = "--json" in asked
    parts = [one for one in asked if not one.startswith("-")] or PARTS
    unknown = [one for one in parts if one not in PARTS]
    if unknown:
        sys.exit(f"no part is called {', '.join(unknown)}; there are {', '.join(PARTS)}")
    began, rows = time.perf_counter(), []
    for part in parts:
        print(f"measuring: {part} ...", file=sys.stderr, flush=True)
        measured = importlib.import_module(f"tests.bench.{part}").rows()
        rows += measured
        if not as_json:
            print(f"{aligned(measured)}\n", flush=True)
    seconds = time.perf_counter() - began
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[1]:.1f}, "
    machine += f"Python {platform.python_version()}, {platform.system()}"
    if as_json:
        told = {"machine": machine, "seconds": round(seconds), "rows": [asdict(r) for r in rows]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        missed = sum(row.met is False for row in rows)
        print(f"{machine}; measured in {seconds:.0f} s; {missed} targets missed")


if __name__ == "__main__":
    main(sys.argv[1:])
