"""Text of a YAML file → a checked value; errors that name the line and the mend."""

from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from workflow.checking import problems
from workflow.errors import OfficeError, ProcedureError
from workflow.office import Office
from workflow.procedure import Procedure

LARGEST = 512 * 1024
DEEPEST = 12

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]


class _Found(Exception):
    """A fault in the text, with the line it was found at."""


def parse_procedure(text: str, *, source: str) -> Procedure:
    """Read an SOP; raise ProcedureError naming file, line and mend for every fault found."""
    try:
        procedure, lines = _parse(text, Procedure)
        faults = [f"line {_line(lines, where)}: {what}" for where, what in problems(procedure)]
        if faults:
            raise _Found("\n".join(faults))
    except _Found as fault:
        raise ProcedureError(_told(source, fault)) from None
    return procedure


def parse_office(text: str, *, source: str) -> Office:
    """Read an office file; raise OfficeError naming file, line and mend for every fault found."""
    try:
        office, _ = _parse(text, Office)
    except _Found as fault:
        raise OfficeError(_told(source, fault)) from None
    return office


def _told(source: str, fault: _Found) -> str:
    return f"{source}:\n" + "\n".join(f"  {line}" for line in str(fault).splitlines())


def _parse(text: str, model: type[Model]) -> tuple[Model, dict[Path, int]]:
    if len(text.encode()) > LARGEST:
        raise _Found(f"the file is larger than {LARGEST // 1024} KB; an SOP takes about 20 KB")
    data, lines = _load(text)
    if not isinstance(data, dict):
        raise _Found("line 1: the file must be a list of 'name: value' lines")
    try:
        return model.model_validate(data), lines
    except ValidationError as error:
        faults = [_fault(one["loc"], one["msg"], one["type"], lines) for one in error.errors()]
        raise _Found("\n".join(dict.fromkeys(faults))) from None


def _load(text: str) -> tuple[Any, dict[Path, int]]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _Found(f"line {line}: this is not YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise _Found(f"this is not YAML: {error}") from None
    lines: dict[Path, int] = {}
    if node is not None:
        _ensure_plain(text)
        _walk(node, (), lines)
    return yaml.safe_load(text), lines


def _ensure_plain(text: str) -> None:
    """Refuse aliases: with them a small file can unfold until it fills the memory."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise _Found(f"line {line}: write the text out; '*{event.anchor}' is not taken")


def _walk(node: yaml.Node, path: Path, lines: dict[Path, int]) -> None:
    if len(path) > DEEPEST:
        raise _Found(f"line {node.start_mark.line + 1}: nested too deeply")
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise _Found(f"line {key.start_mark.line + 1}: '{name}' stands here twice")
            seen.add(name)
            _walk(value, (*path, name), lines)
            lines[(*path, name)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines)


def _line(lines: dict[Path, int], path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _fault(path: Path, message: str, kind: str, lines: dict[Path, int]) -> str:
    where = ".".join(str(part) for part in path if part != "[key]")
    mend = {
        "extra_forbidden": "there is no such key here; correct its name or take it out",
        "missing": "this key is missing; add it",
    }.get(kind, message.removeprefix("Value error, "))
    return f"line {_line(lines, path)}: {where}: {mend}" if where else f"line 1: {mend}"
