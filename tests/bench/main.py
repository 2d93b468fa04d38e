"""`make bench`: prints a table, or JSON; every ratio is taken within one run."""

import json
import os
import platform
import sys
import time

from tests.bench import approvals, papers, starts, wakes


def main():
    began = time.perf_counter()
    rows = [*approvals.table(), *wakes.table(), *papers.table(), *starts.table()]
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
    if "--json" in sys.argv:
        told = [{"what": what, "figure": figure, "beside": beside} for what, figure, beside in rows]
        print(json.dumps({"machine": machine, "rows": told}, ensure_ascii=False, indent=2))
        return
    print(f"{machine}; {time.perf_counter() - began:.0f} s\n")
    width = max(len(what) for what, _, _ in rows)
    for what, figure, beside in rows:
        print(f"{what:{width}}  {figure:24}  {beside}")


if __name__ == "__main__":
    main()
