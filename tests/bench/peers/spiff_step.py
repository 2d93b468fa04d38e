"""One step of a flow in SpiffWorkflow: `python -m tests.bench.peers.spiff_step FILES`.

As its users write it: the instance is read from SQLite, its user task run, the flow driven to the
next user task, and the instance written back, with one durable commit (`synchronous=FULL`). It
knows no person and no right to act, no office time, no record of who held the file, and sends
nothing: all that would come on top. Prints JSON: steps a second in a flow of four elements, the
fewest that have such a step, and in our own SOP, exported as BPMN.
"""

import io
import json
import re
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from storage.procedure_files import shipped
from workflow.bpmn.elements import task_id
from workflow.bpmn.writing import bpmn_text
from workflow.parsing import parse_procedure
from workflow.procedure import Way

SMALL = """<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench">
  <process id="paraf" isExecutable="true">
    <startEvent id="start"/>
    <userTask id="step_8" name="Paraf"/>
    <userTask id="step_9" name="Tanda tangan"/>
    <endEvent id="end"/>
    <sequenceFlow id="a" sourceRef="start" targetRef="step_8"/>
    <sequenceFlow id="b" sourceRef="step_8" targetRef="step_9"/>
    <sequenceFlow id="c" sourceRef="step_9" targetRef="end"/>
  </process>
</definitions>
"""


class OfficeDurations(PythonScriptEngine):
    """Reads a duration as the standard writes it; SpiffWorkflow alone wants it in quotes."""

    def evaluate(self, task, expression, external_context=None):
        if re.fullmatch(r"P[0-9T].*", expression):
            return expression
        return super().evaluate(task, expression, external_context)


def _ready(running):
    (ready,) = running.get_tasks(state=TaskState.READY, manual=True)
    return ready


def _small():
    running = _begun(SMALL, "paraf")
    running.do_engine_steps()
    return running, {}


def _our_sop():
    """Our SOP, on its way to the same step by the way that most cases take."""
    [text] = [one.text for one in shipped() if one.name.startswith("jakarta-data")]
    procedure = parse_procedure(text, source="jakarta-data")
    running = _begun(bpmn_text(procedure), procedure.id)
    while True:
        running.do_engine_steps()
        ready = _ready(running)
        step = next(one for one in procedure.steps if task_id(one) == ready.task_spec.name)
        number, outcome = step.id, forward(step)
        if number == "8":
            return running, {"outcome_8": outcome}
        ready.data[f"outcome_{number}"] = outcome
        ready.run()


def forward(step):
    return next(name for name, one in step.outcomes.items() if one.way is Way.FORWARD)


def _begun(text, name):
    parser = BpmnParser()
    parser.add_bpmn_io(io.BytesIO(text.encode()), filename=f"{name}.bpmn")
    return BpmnWorkflow(parser.get_spec(name), script_engine=OfficeDurations())


def steps_per_second(running, data, files):
    serializer = BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure())
    kept = serializer.serialize_json(running)
    engine = OfficeDurations()
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "spiff.db", isolation_level=None)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, state TEXT)")
        database.execute("BEGIN")
        database.executemany("INSERT INTO cases (state) VALUES (?)", ([kept] for _ in range(files)))
        database.execute("COMMIT")
        began = time.perf_counter()
        for case in range(1, files + 1):
            database.execute("BEGIN IMMEDIATE")
            [state] = database.execute("SELECT state FROM cases WHERE id = ?", [case]).fetchone()
            found = serializer.deserialize_json(state)
            found.script_engine = engine
            ready = _ready(found)
            ready.data.update(data)
            ready.run()
            found.do_engine_steps()
            state = serializer.serialize_json(found)
            database.execute("UPDATE cases SET state = ? WHERE id = ?", [state, case])
            database.execute("COMMIT")
        spent = time.perf_counter() - began
        database.close()
    if _ready(found).task_spec.name == _ready(running).task_spec.name:
        raise AssertionError("the flow did not move")
    return files / spent


def main(files):
    small, sop = steps_per_second(*_small(), files), steps_per_second(*_our_sop(), files // 4)
    print(json.dumps({"small": small, "sop": sop}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
