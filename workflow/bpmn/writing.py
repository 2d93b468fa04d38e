"""An SOP as a BPMN 2.0 file that modellers draw and process engines run."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element as Tag
from xml.etree.ElementTree import SubElement, indent, tostring

from workflow.bpmn.elements import (
    Element,
    ElementKind,
    Flow,
    elements_of,
    flows_of,
    iso_duration,
    lanes_of,
    plain,
    task_id,
)
from workflow.bpmn.grid import Bounds
from workflow.bpmn.layout import BpmnLayout, laid_out
from workflow.ids import LaneId
from workflow.procedure import Procedure

# The namespaces of the standard (OMG formal/2013-12-09).
NAMESPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
TARGET = "urn:disposisi:sop:"


def bpmn_text(procedure: Procedure) -> str:
    """Write *procedure* as BPMN 2.0: a pool, its lanes, tasks, gateways, limits and a diagram.

    The same procedure gives the same bytes. A gateway's conditions read the variable
    `outcome_<step>`, to which whoever runs the file sets the id of the chosen outcome.
    Limits are ISO 8601 durations, which know no office hours: an engine needs a calendar
    of its own, and the words of each limit stand beside it.
    """
    root = Tag("bpmn:definitions", {**NAMESPACES, "id": "sop_file"})
    root.set("targetNamespace", TARGET + procedure.id)
    root.set("expressionLanguage", "https://www.python.org/")
    pool = SubElement(root, "bpmn:collaboration", id="sop_collaboration")
    SubElement(
        pool, "bpmn:participant", id="sop_pool", name=_title(procedure), processRef=procedure.id
    )
    _add_process(root, procedure)
    _add_diagram(root, procedure, laid_out(procedure))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _title(procedure: Procedure) -> str:
    return plain(procedure.title)


def _add_process(root: Tag, procedure: Procedure) -> None:
    process = SubElement(
        root, "bpmn:process", id=procedure.id, name=_title(procedure), isExecutable="true"
    )
    _document(process, f"{procedure.office}. SOP {procedure.number}".rstrip(), procedure.note)
    elements, flows = tuple(elements_of(procedure)), tuple(flows_of(procedure))
    lanes = SubElement(process, "bpmn:laneSet", id="sop_lanes")
    for lane in lanes_of(procedure):
        title = plain(procedure.lanes[lane].title)
        tag = SubElement(lanes, "bpmn:lane", id=f"lane_{lane}", name=title)
        _document(tag, *_stand_ins(procedure, lane))
        for one in elements:
            if one.lane == lane:
                SubElement(tag, "bpmn:flowNodeRef").text = one.id
    for one in elements:
        _add_element(process, one, flows)
    for flow in flows:
        _add_flow(process, flow)


def _add_element(process: Tag, element: Element, flows: tuple[Flow, ...]) -> None:
    tag = SubElement(process, f"bpmn:{element.kind}", id=element.id)
    if element.name:
        tag.set("name", element.name)
    if element.kind is ElementKind.LIMIT:
        tag.set("cancelActivity", "false")
        tag.set("attachedToRef", task_id(element.step))
    if element.kind in (ElementKind.TASK, ElementKind.LIMIT):
        _document(tag, *_words(element))
    for flow in flows:
        if flow.target == element.id:
            SubElement(tag, "bpmn:incoming").text = flow.id
    for flow in flows:
        if flow.source == element.id:
            SubElement(tag, "bpmn:outgoing").text = flow.id
    if element.kind is ElementKind.LIMIT and element.step.limit is not None:
        timer = SubElement(tag, "bpmn:timerEventDefinition", id=f"timer_{element.step.number}")
        duration = SubElement(timer, "bpmn:timeDuration")
        duration.set("xsi:type", "bpmn:tFormalExpression")
        duration.text = iso_duration(element.step.limit)


def _words(element: Element) -> Iterator[str]:
    """What the SOP itself says at this place."""
    step = element.step
    if element.kind is ElementKind.LIMIT:
        yield f"Waktu menurut SOP, dihitung dalam jam kerja: {step.limit_words or step.limit}"
        return
    yield step.title
    yield _listed("Kelengkapan", step.materials)
    yield _listed("Output", step.output)
    yield _listed("Keterangan", (step.remark,))
    yield _listed("Disimpulkan", (step.note,))


def _stand_ins(procedure: Procedure, lane: LaneId) -> Iterator[str]:
    """Who sits here instead, where that depends on the service."""
    for service in procedure.services.values():
        if lane in service.lanes:
            yield f"{service.title}: {procedure.lanes[service.lanes[lane]].title}"


def _listed(head: str, words: tuple[str, ...]) -> str:
    said = "; ".join(word for word in words if word)
    return f"{head}: {said}" if said else ""


def _document(tag: Tag, *words: str) -> None:
    for text in words:
        if text:
            SubElement(tag, "bpmn:documentation").text = plain(text)


def _add_flow(process: Tag, flow: Flow) -> None:
    tag = SubElement(
        process, "bpmn:sequenceFlow", id=flow.id, sourceRef=flow.source, targetRef=flow.target
    )
    if not flow.condition:
        return
    tag.set("name", flow.name)
    condition = SubElement(tag, "bpmn:conditionExpression")
    condition.set("xsi:type", "bpmn:tFormalExpression")
    condition.text = flow.condition


def _add_diagram(root: Tag, procedure: Procedure, layout: BpmnLayout) -> None:
    diagram = SubElement(root, "bpmndi:BPMNDiagram", id="sop_diagram")
    plane = SubElement(diagram, "bpmndi:BPMNPlane", id="sop_plane", bpmnElement="sop_collaboration")
    _add_shape(plane, "sop_pool", layout.pool, isHorizontal="true")
    for lane, band in layout.lanes.items():
        _add_shape(plane, f"lane_{lane}", band, isHorizontal="true")
    for one in elements_of(procedure):
        extra = {"isMarkerVisible": "true"} if one.kind is ElementKind.GATEWAY else {}
        shape = _add_shape(plane, one.id, layout.shapes[one.id], **extra)
        _add_label(shape, layout.labels.get(one.id))
    for flow in flows_of(procedure):
        edge = SubElement(plane, "bpmndi:BPMNEdge", id=f"{flow.id}_di", bpmnElement=flow.id)
        for x, y in layout.edges[flow.id]:
            SubElement(edge, "di:waypoint", x=str(x), y=str(y))
        _add_label(edge, layout.labels.get(flow.id))


def _add_shape(plane: Tag, drawn: str, box: Bounds, **extra: str) -> Tag:
    shape = SubElement(
        plane, "bpmndi:BPMNShape", {"id": f"{drawn}_di", "bpmnElement": drawn, **extra}
    )
    _add_bounds(shape, box)
    return shape


def _add_label(tag: Tag, box: Bounds | None) -> None:
    if box is not None:
        _add_bounds(SubElement(tag, "bpmndi:BPMNLabel"), box)


def _add_bounds(tag: Tag, box: Bounds) -> None:
    bounds = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    SubElement(tag, "dc:Bounds", {name: str(value) for name, value in bounds.items()})
