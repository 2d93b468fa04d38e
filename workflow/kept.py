"""An SOP that cases run on, read by its shape: rules that came later do not undo what was taken."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, create_model

from workflow.errors import ProcedureError
from workflow.parsing import parse_procedure, shaped
from workflow.procedure import Procedure


def read_kept(text: str, *, source: str) -> Procedure:
    """Read a text that was once taken, whatever today's rules say of it.

    Keys that are no longer known are passed over, and no length, pattern or law of an SOP is
    asked again. Raises ProcedureError where even the shape is another one.
    """
    try:
        return parse_procedure(text, source=source)
    except ProcedureError:
        kept: Procedure = shaped(text, _without_rules(Procedure), source=source)
        return kept


@cache
def _without_rules(model: type[BaseModel]) -> Any:
    """A model of the same fields and methods that takes whatever has the right types."""

    class Kept(model):  # type: ignore[misc, valid-type]
        model_config = ConfigDict(frozen=True, extra="ignore")

    fields: dict[str, Any] = {
        name: (_bare(field.annotation), ... if field.is_required() else _default(field))
        for name, field in model.model_fields.items()
    }
    return create_model(f"Kept{model.__name__}", __base__=Kept, **fields)


def _default(field: Any) -> Any:
    return field.get_default(call_default_factory=True)


def _bare(kind: Any) -> Any:
    """A type without what limits its values, and models without their rules."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _bare(arguments[0])
    if origin in {Union, UnionType}:
        return Union[tuple(_bare(one) for one in arguments)]  # noqa: UP007  # built, not written
    if origin in {tuple, dict, list, frozenset}:
        return origin[tuple(one if one is ... else _bare(one) for one in arguments)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _without_rules(kind)
    return kind
