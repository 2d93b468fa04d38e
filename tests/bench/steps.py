"""One durable approval, engine and database alone, beside two engines that other offices use.

What each of them does in its step, and what it leaves out, stands in its module. All keep with
`synchronous=FULL`; the others take one step after the other, as one user's request does.
"""

import json
import subprocess
import sys

from tests.bench.rows import Row, at_least

FILES = 400


def _told(module):
    command = [sys.executable, "-m", f"tests.bench.{module}", str(FILES)]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def rows():
    spiff, viewflow = _told("peers.spiff_step"), _told("peers.viewflow_step")
    ours = _told("our_step")
    together = ours["together"]
    return [
        Row(what="step: SpiffWorkflow, our SOP as BPMN", figure=_rate(spiff["sop"])),
        Row(what="step: SpiffWorkflow, a flow of two tasks", figure=_rate(spiff["small"])),
        Row(what="step: viewflow on Django, a flow of two tasks", figure=_rate(viewflow["small"])),
        _row(2, together, spiff["sop"], "SpiffWorkflow"),
        _row(6, together, viewflow["small"], "viewflow"),
        Row(
            what="step: Disposisi, one after the other",
            figure=_rate(ours["alone"]),
            beside=f"{ours['alone'] / spiff['small']:.2f} × SpiffWorkflow's two tasks, "
            f"{ours['alone'] / viewflow['small']:.2f} × viewflow",
        ),
    ]


def _row(target, together, theirs, name):
    return at_least(
        target,
        together / theirs,
        what=f"step: Disposisi, officers at once, beside {name}",
        figure=_rate(together),
        beside=f"{together / theirs:.2f} × {name}",
        unit=f" × {name}",
    )


def _rate(per_second):
    return f"{per_second:.0f} steps/s"
