"""`disposisi sop schema`: what an editor must know to complete and check SOP and office files."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from bot.cli.reporting import tell
from workflow.limits import NO_LIMIT, LimitUnit
from workflow.office import Office
from workflow.procedure import Procedure

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The model keeps a limit as a value; an author writes it as the SOP does.
_AMOUNT = "[0-9]{1,7}"
_UNITS = "|".join((*LimitUnit, "hari"))
_LIMIT = {
    "description": "How long the step may take: '15 menit', '2 jam', '1 jam 30 menit', "
    "'3 hari kerja', '7 hari kalender', or 'tanpa batas'. '7 hari' is seven working days.",
    "type": "string",
    "pattern": f"^({'|'.join(NO_LIMIT)}|{_AMOUNT} ({_UNITS})|{_AMOUNT} jam {_AMOUNT} menit)$",
}

Out = Annotated[Path, typer.Option(help="The folder to write both files into.", file_okay=False)]


def schema(out: Out = Path()) -> None:
    """Write procedure.schema.json and office.schema.json, for editors of these files."""
    out.mkdir(parents=True, exist_ok=True)
    for name, described in schemas().items():
        path = out / name
        text = json.dumps(described, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        tell(str(path))


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schemas by the names of their files."""
    procedure = _of(Procedure)
    definitions = procedure["$defs"]
    definitions["Step"]["properties"]["limit"] = _LIMIT
    del definitions["Limit"], definitions["LimitUnit"]
    office = _of(Office)
    for limit in ("opinion_limit", "enquiry_limit"):
        office["properties"][limit] = _LIMIT
    del office["$defs"]["Limit"], office["$defs"]["LimitUnit"]
    return {"procedure.schema.json": procedure, "office.schema.json": office}


def _of(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": DIALECT, **model.model_json_schema(schema_generator=_ForEditors)}


class _ForEditors(GenerateJsonSchema):
    """Leaves out titles that only repeat a key, and lets no key through that the model refuses."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def dict_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dict_schema(schema)
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made
