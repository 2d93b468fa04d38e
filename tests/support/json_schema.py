"""Just enough JSON Schema to hold a file to ours; a word it does not know is a failure."""

import re

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
UNCHECKED = {"$schema", "$defs", "title", "description", "default", "type"}
# What becomes of keys that are not listed.
OTHER_KEYS = {"patternProperties", "additionalProperties"}


def faults(value, schema, root=None, where="file"):
    """Every place of *value* that the schema does not allow."""
    root = root or schema
    if "type" in schema and not _is_a(value, schema["type"]):
        return [f"{where}: not a {schema['type']}"]
    found = []
    for word, asked in schema.items():
        if word in UNCHECKED:
            continue
        match word:
            case "$ref":
                found += faults(value, _looked_up(root, asked), root, where)
            case "anyOf":
                if all(faults(value, one, root, where) for one in asked):
                    found.append(f"{where}: none of the ways to write it")
            case "enum":
                found += [] if value in asked else [f"{where}: not one of {asked}"]
            case "pattern":
                found += [] if re.search(asked, str(value)) else [f"{where}: not like {asked}"]
            case "minLength" | "minItems" | "minProperties":
                found += [] if len(value) >= asked else [f"{where}: too short"]
            case "maxLength" | "maxItems" | "maxProperties":
                found += [] if len(value) <= asked else [f"{where}: too long"]
            case "minimum":
                found += [] if value >= asked else [f"{where}: too small"]
            case "maximum":
                found += [] if value <= asked else [f"{where}: too large"]
            case "required":
                found += [f"{where}: {name} is missing" for name in asked if name not in value]
            case "items":
                for place, one in enumerate(value):
                    found += faults(one, asked, root, f"{where}.{place}")
            case "properties":
                for name in asked.keys() & value.keys():
                    found += faults(value[name], asked[name], root, f"{where}.{name}")
            case _ if word not in OTHER_KEYS:
                found.append(f"{where}: the schema says {word!r}, which this reader does not know")
    if isinstance(value, dict) and OTHER_KEYS & schema.keys():
        found += _other_keys(value, schema, root, where)
    return found


def _is_a(value, kind):
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _other_keys(value, schema, root, where):
    found = []
    for name in value.keys() - schema.get("properties", {}).keys():
        for pattern, asked in schema.get("patternProperties", {}).items():
            if re.search(pattern, name):
                found += faults(value[name], asked, root, f"{where}.{name}")
                break
        else:
            rest = schema.get("additionalProperties", True)
            if rest is False:
                found.append(f"{where}: there is no key {name}")
            elif isinstance(rest, dict):
                found += faults(value[name], rest, root, f"{where}.{name}")
    return found


def _looked_up(root, reference):
    here = root
    for part in reference.removeprefix("#/").split("/"):
        here = here[part]
    return here
