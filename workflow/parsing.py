"""Text of a YAML file → a checked value; errors that name the line and the mend."""

import contextlib
import re
from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from workflow.checking.faults import Path, Problem
from workflow.checking.office import office_problems
from workflow.checking.sop import problems
from workflow.errors import OfficeError, ProcedureError
from workflow.office import Office
from workflow.procedure import Procedure

LARGEST = 512 * 1024
DEEPEST = 12
# What libyaml would let through.
_STRAY = re.compile(rf"\t|{yaml.reader.Reader.NON_PRINTABLE.pattern}")
# What decoding puts in the place of a byte that is not UTF-8.
UNREADABLE = "\ufffd"

Model = TypeVar("Model", bound=BaseModel)
_Reader = yaml.SafeLoader | yaml.CSafeLoader

_MENDS = {
    "extra_forbidden": "there is no such key here; correct its name or take it out",
    "missing": "this key is missing; add it",
    "enum": "write one of: {expected}",
    "tuple_type": "write a list: [one, two]",
    "dict_type": "write 'name: value' lines under it",
    "model_type": "write 'name: value' lines under it",
    "model_attributes_type": "write 'name: value' lines under it",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "greater_than_equal": "write a number of at least {ge}",
    "less_than_equal": "write a number of at most {le}",
    "string_too_short": "write at least {min_length} characters",
    "string_too_long": "write at most {max_length} characters",
    "too_short": "write at least {min_length}",
    "too_long": "write at most {max_length}",
}

# Every pattern of the models, as its author would say it.
PATTERNS = {
    r"^[0-9]{1,3}[a-z]?$": "a number of up to three digits, perhaps with a letter: '3' or '3a'",
    r"^[a-z][a-z0-9_]{0,15}$": "small letters, digits and _, at most 16, a letter first",
    r"^[a-z][a-z0-9_]{0,23}$": "small letters, digits and _, at most 24, a letter first",
    r"^[a-z][a-z0-9_]{0,39}$": "small letters, digits and _, at most 40, a letter first",
    r"^[a-z][a-z0-9-]{2,31}$": "3 to 32 small letters, digits and -, a letter first",
    r"^[a-z][a-z0-9-]{1,19}$": "2 to 20 small letters, digits and -, a letter first",
    r"^[A-Z]{2,6}$": "two to six capital letters, such as PDK",
    r"^[0-9.]{3,12}$": "a classification such as '470' or '470.1'",
    r"^([a-z][a-z0-9_]{0,23}|\d{4}-\d\d-\d\d)$": (
        "'today', a day such as '2026-11-23', or the id of another question of kind date"
    ),
    r"^\d\d\.\d\d-\d\d\.\d\d$": "hours such as '07.30-12.00'",
    r"^\d{4}-\d\d-\d\d$": "a day such as '2026-11-23'",
    r"^(?:[0-9] ?){18}$": "the 18 digits of a NIP, in quotes: '19690202 199212 2 001'",
    r"^\d\d-\d\d$": "month and day, such as '07-01'",
    r"^[A-Za-z0-9.-]{1,10}$": "up to ten letters, digits, dots and dashes",
    r"^[A-Za-z0-9./-]{1,20}$": "up to twenty letters, digits, dots, dashes and strokes",
}

_YAML_MENDS = (
    ("found character '\\t'", "there is a tab here; use spaces"),
    ("mapping values are not allowed", "put a text that holds ': ' in quotes"),
    ("expected ',' or", "a bracket is not closed, or its words need quotes"),
    ("expected <block end>", "this line is not indented like those above it"),
    ("could not determine a constructor", "take the word that begins with '!' out"),
    ("but found another document", "take this '---' out; a file holds one document"),
    ("while scanning a quoted scalar", "a quotation mark is not closed"),
    ("found unexpected end of stream", "a quotation mark or bracket is not closed"),
)


class _Found(Exception):
    """Faults in the text, with the lines they were found at."""

    def __init__(self, *faults: tuple[int, str]) -> None:
        self.faults = faults


class _Constructor(yaml.constructor.SafeConstructor):
    """Plain values; a day stays the text it was written as."""

    yaml_constructors: ClassVar[dict[str | None, Any]] = {
        **yaml.constructor.SafeConstructor.yaml_constructors,
        "tag:yaml.org,2002:timestamp": yaml.constructor.SafeConstructor.construct_yaml_str,
    }


def parse_procedure(text: str, *, source: str) -> Procedure:
    """Read an SOP; raise ProcedureError naming file, line and mend for every fault found."""
    try:
        procedure, lines = _parse(text, Procedure)
        _ensure_sound(problems(procedure), lines)
    except _Found as found:
        raise ProcedureError(_told(source, found)) from None
    return procedure


def shaped(text: str, model: type[Model], *, source: str) -> Model:
    """Read a file as *model* and ask nothing of how it holds together; raises ProcedureError."""
    try:
        return _parse(text, model)[0]
    except _Found as found:
        raise ProcedureError(_told(source, found)) from None


def parse_office(text: str, *, source: str) -> Office:
    """Read an office file; raise OfficeError naming file, line and mend for every fault found."""
    try:
        office, lines = _parse(text, Office)
        _ensure_sound(office_problems(office), lines)
    except _Found as found:
        raise OfficeError(_told(source, found)) from None
    return office


def _told(source: str, found: _Found) -> str:
    faults = dict.fromkeys(sorted(found.faults, key=lambda fault: fault[0]))
    return "\n".join([f"{source}:", *(f"  line {line}: {what}" for line, what in faults)])


def _ensure_sound(faults: Iterable[Problem], lines: dict[Path, int]) -> None:
    found = [(_line(lines, where), what) for where, what in faults]
    if found:
        raise _Found(*found)


def _parse(text: str, model: type[Model]) -> tuple[Model, dict[Path, int]]:
    """libyaml reads ten times as fast; what is wrong is told in the words of the other reader."""
    if len(text.encode(errors="replace")) > LARGEST:
        raise _Found((1, f"the file is larger than {LARGEST // 1024} KB; an SOP takes about 20 KB"))
    if yaml.__with_libyaml__ and not _STRAY.search(text):
        with contextlib.suppress(_Found):
            return _read(text, model, yaml.CSafeLoader)
    return _read(text, model, yaml.SafeLoader)


def _read(text: str, model: type[Model], reader: type[_Reader]) -> tuple[Model, dict[Path, int]]:
    data, lines = _load(text, reader)
    if data is None:
        raise _Found((1, "the file is empty; copy one that ships with the product and change it"))
    if not isinstance(data, dict):
        raise _Found((1, "the file must consist of 'name: value' lines"))
    try:
        return model.model_validate(data), lines
    except ValidationError as error:
        raise _Found(*(_fault(one, data, lines) for one in error.errors())) from None


def _load(text: str, reader: type[_Reader]) -> tuple[Any, dict[Path, int]]:
    unreadable = text.find(UNREADABLE)
    if unreadable >= 0:
        raise _Found((_line_at(text, unreadable), "this is not UTF-8; save the file as UTF-8"))
    lines: dict[Path, int] = {}
    try:
        _ensure_plain(text, reader)
        node = yaml.compose(text, Loader=reader)
        if node is None:
            return None, lines
        _walk(node, (), lines)
        return _Constructor().construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Found((mark.line + 1 if mark else 1, _mend_yaml(error.problem or ""))) from None
    except yaml.reader.ReaderError as error:
        what = "there is a sign here that no text holds; take it out"
        raise _Found((_line_at(text, error.position), what)) from None
    except RecursionError:
        raise _Found((1, "nested too deeply")) from None
    except ValueError as error:
        raise _Found((1, f"a value cannot be read ({error}); put it in quotes")) from None


def _ensure_plain(text: str, reader: type[_Reader]) -> None:
    """Refuse what a small file can keep this machine busy with, before anything is built.

    Aliases unfold until they fill the memory; brackets in brackets take the square of their time.
    """
    depth = 0
    for event in yaml.parse(text, Loader=reader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST + 1:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise _Found((line, "nested too deeply"))
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise _Found((line, f"write the text out; '*{event.anchor}' is not taken"))


def _walk(node: yaml.Node, path: Path, lines: dict[Path, int]) -> None:
    if len(path) > DEEPEST:
        raise _Found((node.start_mark.line + 1, "nested too deeply"))
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, _name(key))
            if here in lines:
                raise _Found((key.start_mark.line + 1, f"'{key.value}' stands here twice"))
            _walk(value, here, lines)
            lines[here] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines)


def _name(key: yaml.Node) -> str:
    """A key's name as it is written; YAML alone would take `on` for true and `1` for a number."""
    if not isinstance(key, yaml.ScalarNode):
        raise _Found((key.start_mark.line + 1, "write one word before the ':'"))
    key.tag = "tag:yaml.org,2002:str"
    return str(key.value)


def _line(lines: dict[Path, int], path: Path) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _fault(error: Any, data: Any, lines: dict[Path, int]) -> tuple[int, str]:
    path = tuple(part for part in error["loc"] if part != "[key]")
    where = ".".join(_called(data, path))
    return _line(lines, path), f"{where}: {_mend(error)}" if where else _mend(error)


def _called(data: Any, path: Path) -> Iterable[str]:
    """A path in the file's own words: a step by its number, an item by its id."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        own = data if isinstance(part, int) and isinstance(data, dict) else {}
        place = part + 1 if isinstance(part, int) else part
        yield str(own.get("number", own.get("id", place)))


def _mend(error: Any) -> str:
    """What to write instead, from one of pydantic's errors."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_type":
        return _in_quotes(error["input"])
    if kind == "string_pattern_mismatch":
        return f"write {PATTERNS[context['pattern']]}"
    if kind in _MENDS:
        return _MENDS[kind].format(**context)
    return str(error["msg"]).removeprefix("Value error, ")


def _mend_yaml(problem: str) -> str:
    """What to do where the text is not YAML at all."""
    for beginning, what in _YAML_MENDS:
        if beginning in problem:
            return what
    return f"this cannot be read ({problem}); compare it with a file that ships with the product"


def _in_quotes(found: object) -> str:
    if isinstance(found, bool | int | float):
        return f"put it in quotes, as text: '{found}'"
    return "write it as text"
