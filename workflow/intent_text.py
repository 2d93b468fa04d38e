"""Intents as the outbox keeps them: a kind and some JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from workflow import intents, office_intents, officer_intents, survey_intents
from workflow.intents import Intent
from workflow.papers import PaperName, paper_name

# Every intent by the name of its kind.
KINDS: Mapping[str, type[Intent]] = {
    name: kind
    for module in (intents, office_intents, officer_intents, survey_intents)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Intent) and kind is not Intent
}
_FIELDS = {
    kind: {one.name: one.type for one in fields(kind)}  # type: ignore[arg-type]
    for kind in KINDS.values()
}
# What JSON knows as text, and an intent holds as something else.
_READERS: dict[Any, Callable[[Any], Any]] = {PaperName: paper_name}


def encode(intent: Intent) -> tuple[str, str]:
    """Return an intent's kind and its JSON, as the outbox keeps them."""
    kind = type(intent)
    said = {name: getattr(intent, name) for name in _FIELDS[kind]}
    return kind.__name__, json.dumps(said, separators=(",", ":"), default=_out)


def decode(kind: str, body: str) -> Intent:
    """The inverse of encode."""
    said: dict[str, Any] = json.loads(body, object_hook=_in)
    types = _FIELDS[KINDS[kind]]
    made: Intent = KINDS[kind](**{name: _read(types.get(name), it) for name, it in said.items()})
    return made


def _read(kind: Any, value: Any) -> Any:
    if kind in _READERS:
        return _READERS[kind](value)
    return tuple(value) if isinstance(value, list) else value


def _out(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"$at": value.isoformat()}
    if isinstance(value, date):
        return {"$on": value.isoformat()}
    raise TypeError(f"an intent cannot hold {value!r}")


def _in(found: dict[str, Any]) -> Any:
    match found:
        case {"$at": at}:
            return datetime.fromisoformat(at)
        case {"$on": on}:
            return date.fromisoformat(on)
    return found
