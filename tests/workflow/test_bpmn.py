"""A modeller draws our SOPs, and another process engine runs them step for step as we do."""

import json
import os
import re
import shutil
import subprocess
import warnings
from datetime import UTC, datetime
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, BpmnValidator
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.bpmn.util.task import BpmnTaskFilter
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

from storage.procedure_files import shipped
from tests.support.branches import branches
from tests.support.winding import winding
from workflow.bpmn.elements import ElementKind, elements_of, flows_of, iso_duration, task_id
from workflow.bpmn.grid import Bounds
from workflow.bpmn.layout import laid_out
from workflow.bpmn.writing import bpmn_text
from workflow.case import Case, CaseState, Decision, Defect, Mark, Task
from workflow.engine import decide
from workflow.ids import CaseId, ItemId, PersonId, TaskId
from workflow.limits import parse_limit
from workflow.parsing import parse_procedure
from workflow.people import Who
from workflow.working_time import OfficeCalendar

MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
OFFICE = OfficeCalendar(zone="Asia/Jakarta")


def procedures():
    found = [parse_procedure(file.text, source=file.name) for file in shipped()]
    return {one.id: one for one in [*found, winding()]}


PROCEDURES = procedures()
BRANCHES = {name: way for one in PROCEDURES.values() for name, way in branches(one)}
MODDLE = Path(__file__).parent / "bpmn_moddle"
BPMN = {"bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL"}

every_procedure = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)


class OfficeDurations(PythonScriptEngine):
    """Reads a duration as the standard writes it; SpiffWorkflow alone wants it in quotes."""

    def evaluate(self, task, expression, external_context=None):
        if re.fullmatch(r"P[0-9T].*", expression):
            return expression
        return super().evaluate(task, expression, external_context)


def elsewhere(procedure, way):
    """The steps that SpiffWorkflow meets on a way, and the ends at which it comes out."""
    parser = BpmnParser(validator=BpmnValidator())
    parser.add_bpmn_io(BytesIO(bpmn_text(procedure).encode()), filename=f"{procedure.id}.bpmn")
    running = BpmnWorkflow(parser.get_spec(procedure.id), script_engine=OfficeDurations())
    met = []
    for step_id, outcome in way:
        running.do_engine_steps()
        (ready,) = running.get_tasks(state=TaskState.READY, manual=True)
        met.append(ready.task_spec.name)
        ready.data[f"outcome_{step_id}"] = outcome
        ready.run()
    running.do_engine_steps()
    assert running.completed
    ended = running.get_tasks(task_filter=BpmnTaskFilter(state=TaskState.COMPLETED))
    return met, [one.task_spec.name for one in ended if one.task_spec.name.startswith("end_")]


def here(procedure, way):
    """The steps that our engine meets on the same way, and how the case ends."""
    case = Case(
        id=CaseId(1),
        number="X-2026-1",
        code=procedure.code,
        procedure_id=procedure.id,
        procedure_version=1,
        service=None,
        subject="",
        applicant_id=PersonId(1),
        state=CaseState.OPEN,
        step=procedure.first.id,
        answers={},
        opened_at=MONDAY,
        ended_at=None,
    )
    met = []
    for _, outcome in way:
        step = procedure.step(case.step)
        met.append(task_id(step))
        task = Task(
            id=TaskId(1),
            case_id=case.id,
            step=step.id,
            lane=step.lane,
            opened_at=MONDAY,
            due_at=None,
        )
        decision = Decision(
            outcome=outcome,
            by=PersonId(2),
            title="Petugas",
            at=MONDAY,
            note="Ada yang kurang",
            marks=(Mark(item=ItemId("nama"), defect=Defect.MISSING),),
        )
        who = Who(person_id=PersonId(2), lanes={step.lane}, title="Petugas")
        case = decide(case, task, decision, procedure, who, OFFICE).case
    return met, case.state


@pytest.mark.parametrize(("name", "way"), BRANCHES.items(), ids=BRANCHES)
def test_another_engine_takes_the_same_steps_to_the_same_end(name, way):
    procedure = PROCEDURES[name.split()[0]]

    met, ends = elsewhere(procedure, way)
    expected, state = here(procedure, way)

    assert met == expected
    assert state is not CaseState.OPEN
    assert ends == [f"end_{way[-1][0]}_{way[-1][1]}"]
    named = {one.id: one.name for one in elements_of(procedure)}
    assert named[ends[0]] == ("Ditolak" if state is CaseState.REFUSED else "Selesai")


@every_procedure
def test_every_limit_runs_beside_its_step_and_does_not_cut_it_short(procedure):
    root = ElementTree.fromstring(bpmn_text(procedure))

    found = {
        one.get("attachedToRef"): (
            one.get("cancelActivity"),
            one.findtext(".//bpmn:timeDuration", namespaces=BPMN),
        )
        for one in root.iterfind(".//bpmn:boundaryEvent", BPMN)
    }

    assert found == {
        task_id(step): ("false", iso_duration(step.limit))
        for step in procedure.steps
        if step.limit is not None
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("15 menit", "PT15M"),
        ("1 jam 30 menit", "PT90M"),
        ("2 jam", "PT2H"),
        ("3 hari kerja", "P3D"),
        ("7 hari kalender", "P7D"),
    ],
)
def test_a_limit_is_told_as_the_standard_writes_durations(written, told):
    assert iso_duration(parse_limit(written)) == told


@every_procedure
def test_the_words_of_the_sop_stand_at_its_tasks(procedure):
    root = ElementTree.fromstring(bpmn_text(procedure))

    for step in procedure.steps:
        task = root.find(f".//bpmn:userTask[@id='{task_id(step)}']", BPMN)
        said = [one.text for one in task.iterfind("bpmn:documentation", BPMN)]
        assert said[0] == " ".join(step.title.split())
        assert all(any(word in line for line in said) for word in step.output)
        assert not step.note or any(" ".join(step.note.split()) in line for line in said)


@every_procedure
def test_each_step_stands_in_the_lane_of_who_does_it(procedure):
    root = ElementTree.fromstring(bpmn_text(procedure))

    lanes = {
        lane.get("id"): {ref.text for ref in lane.iterfind("bpmn:flowNodeRef", BPMN)}
        for lane in root.iterfind(".//bpmn:lane", BPMN)
    }

    rows = {step.lane for step in procedure.steps}
    assert list(lanes) == [f"lane_{lane}" for lane in procedure.lanes if lane in rows]
    assert sum(map(len, lanes.values())) == len(list(elements_of(procedure)))
    for step in procedure.steps:
        assert task_id(step) in lanes[f"lane_{step.lane}"]


def test_who_stands_in_for_a_lane_is_written_at_it():
    root = ElementTree.fromstring(bpmn_text(PROCEDURES["pekanbaru-sipenduduk"]))

    said = [one.text for one in root.iterfind(".//bpmn:lane[@id='lane_kasi']/*", BPMN)]
    assert "Akta Kelahiran: Kepala Seksi Kelahiran" in said


@every_procedure
def test_ids_are_names_and_name_one_thing(procedure):
    ids = [one.get("id") for one in ElementTree.fromstring(bpmn_text(procedure)).iter()]
    given = [one for one in ids if one is not None]

    assert len(given) == len(set(given))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", one) for one in given)


@every_procedure
def test_the_same_sop_gives_the_same_file(procedure):
    again = procedures()[procedure.id]

    assert bpmn_text(again) == bpmn_text(procedure)


def test_signs_that_xml_cannot_hold_are_left_out():
    text = bpmn_text(winding())

    etree.fromstring(text.encode())
    assert "SOP yang berliku &amp; panjang &lt;sekali&gt;" in text
    assert "\u0001" not in text


@every_procedure
def test_no_shape_of_the_drawing_covers_another(procedure):
    layout = laid_out(procedure)
    attached = {one.id for one in elements_of(procedure) if one.kind is ElementKind.LIMIT}
    free = [box for name, box in layout.shapes.items() if name not in attached]

    assert not [pair for pair in combinations(free, 2) if overlap(*pair)]


@every_procedure
def test_every_shape_stands_within_its_lane_and_every_lane_within_the_pool(procedure):
    layout = laid_out(procedure)

    for one in elements_of(procedure):
        assert contains(layout.lanes[one.lane], layout.shapes[one.id]), one.id
    assert all(contains(layout.pool, lane) for lane in layout.lanes.values())


@every_procedure
def test_an_arrow_runs_from_edge_to_edge_and_through_no_shape(procedure):
    layout = laid_out(procedure)

    for flow in flows_of(procedure):
        points = layout.edges[flow.id]
        assert touches(layout.shapes[flow.source], points[0]), flow.id
        assert touches(layout.shapes[flow.target], points[-1]), flow.id
        own = {flow.source, flow.target}
        limits = {f"limit_{one.removeprefix('task_')}" for one in own}
        for line in pairwise(points):
            crossed = {name for name, box in layout.shapes.items() if overlap(thin(*line), box)}
            assert crossed <= limits, flow.id


@every_procedure
def test_two_arrows_share_a_line_only_where_they_leave_the_same_gateway(procedure):
    layout = laid_out(procedure)
    flows = list(flows_of(procedure))

    for one, other in combinations(flows, 2):
        if one.source == other.source:
            continue
        for a in pairwise(layout.edges[one.id]):
            for b in pairwise(layout.edges[other.id]):
                assert not run_together(a, b), (one.id, other.id)


@every_procedure
def test_no_words_stand_on_a_shape_or_on_other_words(procedure):
    layout = laid_out(procedure)
    words = list(layout.labels.values())

    for label in words:
        assert contains(layout.pool, label)
        assert not [name for name, box in layout.shapes.items() if overlap(label, box)]
    assert not [pair for pair in combinations(words, 2) if overlap(*pair)]


def overlap(one, other):
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


def contains(outer, inner):
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


def touches(box, point):
    x, y = point
    on_side = x in (box.x, box.right) and box.y <= y <= box.bottom
    return on_side or (y in (box.y, box.bottom) and box.x <= x <= box.right)


def thin(a, b):
    """A line as a box without the two pixels where it ends on a shape's edge."""
    (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    assert left == right or top == bottom, "arrows run straight"
    if left == right:
        return Bounds(left, top + 1, 1, max(bottom - top - 2, 0))
    return Bounds(left + 1, top, max(right - left - 2, 0), 1)


def run_together(one, other):
    for axis in (0, 1):
        if {one[0][axis], one[1][axis]} == {other[0][axis], other[1][axis]} and (
            one[0][axis] == one[1][axis]
        ):
            along = 1 - axis
            (a, b), (c, d) = (sorted(point[along] for point in line) for line in (one, other))
            return a < d and c < b
    return False


@pytest.fixture
def moddle(tmp_path):
    """A folder in which check.mjs runs; where it cannot, that is said and counted as not passed."""
    for file in ("package.json", "check.mjs"):
        shutil.copy(MODDLE / file, tmp_path)
    npm = shutil.which("npm")
    if npm is None:
        did_not_run("npm is not installed")
    command = [npm, "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"]
    installed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    if installed.returncode and "CI" not in os.environ:
        did_not_run("npm could not fetch bpmn-moddle")
    assert not installed.returncode, installed.stderr
    return tmp_path


def did_not_run(why):
    warnings.warn(f"NOT RUN: bpmn-moddle read no file, because {why}", stacklevel=1)
    pytest.xfail(why)


@pytest.mark.filterwarnings("default:NOT RUN")
def test_a_modeller_reads_every_file_without_a_warning(moddle):
    for name, one in PROCEDURES.items():
        (moddle / name).write_text(bpmn_text(one), encoding="utf-8")

    command = ["node", "check.mjs", *PROCEDURES]
    told = subprocess.run(command, cwd=moddle, check=True, capture_output=True, text=True).stdout

    for name, found in json.loads(told).items():
        elements, flows = (len(list(of(PROCEDURES[name]))) for of in (elements_of, flows_of))
        lanes = len({step.lane for step in PROCEDURES[name].steps})
        assert found["warnings"] == []
        assert found["elements"] == elements + flows
        assert found["drawn"] == elements + flows + lanes + 1
