"""Whether a request, an answer or an update is one the Bot API could have carried."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.support.bot_api_schema import PRIMITIVES, Definition, the_schema

Range = tuple[str, int, int]

# The ranges of the Bot API's prose that this kind of bot can meet. Lengths are in characters after
# the entities were parsed, in UTF-8 bytes, in items of a list, or the number itself.
CAPTION: Range = ("characters", 0, 1024)
RANGES: Mapping[tuple[str, str], Range] = {
    ("sendMessage", "text"): ("characters", 1, 4096),
    ("editMessageText", "text"): ("characters", 1, 4096),
    ("sendDocument", "caption"): CAPTION,
    ("sendPhoto", "caption"): CAPTION,
    ("copyMessage", "caption"): CAPTION,
    ("editMessageCaption", "caption"): CAPTION,
    ("InputMediaDocument", "caption"): CAPTION,
    ("InputMediaPhoto", "caption"): CAPTION,
    ("answerCallbackQuery", "text"): ("characters", 0, 200),
    ("InlineKeyboardButton", "callback_data"): ("bytes", 1, 64),
    ("CopyTextButton", "text"): ("characters", 1, 256),
    ("ReplyKeyboardMarkup", "input_field_placeholder"): ("characters", 1, 64),
    ("BotCommand", "command"): ("characters", 1, 32),
    ("BotCommand", "description"): ("characters", 1, 256),
    ("setMyCommands", "commands"): ("items", 0, 100),
    ("setMyName", "name"): ("characters", 0, 64),
    ("setMyDescription", "description"): ("characters", 0, 512),
    ("setMyShortDescription", "short_description"): ("characters", 0, 120),
    ("setWebhook", "max_connections"): ("number", 1, 100),
    ("setWebhook", "secret_token"): ("characters", 1, 256),
    ("getUpdates", "limit"): ("number", 1, 100),
    ("sendMediaGroup", "media"): ("items", 1, 10),  # the prose says 2; Telegram's server takes 1
    ("deleteMessages", "message_ids"): ("items", 1, 100),
    ("Message", "text"): ("characters", 0, 4096),
    ("Message", "caption"): CAPTION,
    ("CallbackQuery", "data"): ("bytes", 1, 64),
}

FITS: Mapping[str, Callable[[Any], bool]] = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
    "InputFile": lambda value: isinstance(value, Mapping) and "bytes" in value,
}

BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def problems_in_request(method: str, params: Mapping[str, Any]) -> list[str]:
    """What could be objected to before looking at any chat; values may still be form text."""
    definition = next(
        (each for name, each in the_schema().methods.items() if name.lower() == method.lower()),
        None,
    )
    if definition is None:
        return [f"{method}: there is no such method"]
    sent = {
        name: decoded(value, definition.fields[name].type) if name in definition.fields else value
        for name, value in params.items()
    }
    return list(_problems_in_fields(sent, definition, method, method))


def problems_in_answer(method: str, result: object) -> list[str]:
    """Where the result of a call is not what the Bot API says the method returns."""
    return list(_problems(result, the_schema().methods[method].returns, method))


def problems_in_update(update: object) -> list[str]:
    """Where an update is not one the Bot API could deliver."""
    found = list(_problems(update, "Update", "Update"))
    if isinstance(update, Mapping) and len(update) != 2:
        found.append(f"Update: carries {sorted(set(update) - {'update_id'})}, not one thing")
    return found


def decoded(value: Any, kind: str) -> Any:
    """A value as its declared type, when it came as text in a form; unchanged when it cannot be."""
    if not isinstance(value, str) or "String" in alternatives(kind):
        return value
    if kind == "Boolean":
        return BOOLEANS.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return value


def alternatives(kind: str) -> list[str]:
    """The types a written type allows: "Integer or String" allows two."""
    if kind.startswith("Array of "):
        return [kind]
    listed = [part for part in re.split(r" or |, | and ", kind) if part]
    known = the_schema().types.get(kind)
    return list(known.one_of) if known and known.one_of else listed


def _problems(value: Any, kind: str, where: str) -> Iterator[str]:
    if kind.startswith("Array of "):
        yield from _problems_in_list(value, kind.removeprefix("Array of "), where)
        return
    choices = alternatives(kind)
    if len(choices) > 1:
        yield from _fewest(value, choices, where)
        return
    if kind in PRIMITIVES or kind == "InputFile":
        if not FITS[kind](value):
            yield f"{where}: {value!r:.60} is no {kind}"
        return
    if not isinstance(value, Mapping):
        yield f"{where}: {value!r:.60} is no {kind}"
        return
    yield from _problems_in_fields(value, the_schema().types[kind], kind, where)


def _problems_in_list(value: Any, kind: str, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where}: {value!r:.60} is no list"
        return
    members = " or ".join(alternatives(kind)) if not kind.startswith("Array of ") else kind
    for index, each in enumerate(value):
        yield from _problems(each, members, f"{where}[{index}]")


def _fewest(value: Any, choices: list[str], where: str) -> list[str]:
    named = [choice for choice in choices if _names_itself(value, choice)]
    tries = [list(_problems(value, choice, where)) for choice in named or choices]
    return min(tries, key=len)


def _names_itself(value: Any, kind: str) -> bool:
    definition = the_schema().types.get(kind)
    if definition is None or not isinstance(value, Mapping):
        return False
    return any(
        field.always is not None and value.get(name) == field.always
        for name, field in definition.fields.items()
    )


def _problems_in_fields(
    value: Mapping[str, Any], definition: Definition, owner: str, where: str
) -> Iterator[str]:
    for name in sorted(value.keys() - definition.fields.keys()):
        yield f"{where}.{name}: {owner} has no such field"
    for name, field in definition.fields.items():
        if name not in value:
            if field.required:
                yield f"{where}.{name}: is required"
            continue
        if field.always is not None and value[name] != field.always:
            yield f"{where}.{name}: {value[name]!r} where only {field.always!r} may stand"
        yield from _problems(value[name], field.type, f"{where}.{name}")
        yield from _out_of_range(value, owner, name, where)


def _out_of_range(value: Mapping[str, Any], owner: str, name: str, where: str) -> Iterator[str]:
    if (owner, name) not in RANGES:
        return
    measure, least, most = RANGES[owner, name]
    size = _measured(value[name], measure, parsed=value.get("parse_mode") == "HTML")
    if size is not None and not least <= size <= most:
        yield f"{where}.{name}: {size} {measure}, where {least} to {most} are allowed"


def _measured(value: Any, measure: str, *, parsed: bool) -> int | None:
    if measure == "number":
        return value if isinstance(value, int) else None
    if measure == "items":
        return len(value) if isinstance(value, list) else None
    if not isinstance(value, str):
        return None
    if measure == "bytes":
        return len(value.encode())
    return len(html.unescape(re.sub(r"<[^>]*>", "", value)) if parsed else value)
