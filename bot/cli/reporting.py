"""How the command line speaks: plain sentences, or JSON where a machine reads them."""

import json
import logging
import sys
from typing import Any, NoReturn

import typer
from pydantic import ValidationError

from bot.health.logs import JsonLines
from bot.settings import Settings


def tell(sentence: str) -> None:
    typer.echo(sentence)


def tell_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def fail(sentence: str, *, code: int = 1) -> NoReturn:
    """Say what is wrong and how to mend it, and stop."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def read_settings(**given: Any) -> Settings:
    """The settings of the environment; a bad one is named with its mend."""
    try:
        return Settings(**given)
    except ValidationError as error:
        faults = [_fault(one["loc"], one["msg"]) for one in error.errors()]
        fail("These settings cannot be used:\n  " + "\n  ".join(faults))


def _fault(place: tuple[int | str, ...], message: str) -> str:
    """One fault of a setting by its name; of several together by what was said of them."""
    said = message.removeprefix("Value error, ")
    return f"DISPOSISI_{str(place[0]).upper()}: {said}" if place else said


def start_logging(level: str, *, form: str = "text") -> None:
    """To standard error, as lines of text or one JSON object a line."""
    out = logging.StreamHandler(sys.stderr)
    text = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    out.setFormatter(JsonLines() if form == "json" else text)
    logging.basicConfig(level=level, handlers=[out])
    for loud in (
        "apscheduler",
        "alembic",
        "aiogram",
        "aiohttp.access",
        "pyhanko",
        "pikepdf",
        "fontTools",
    ):
        logging.getLogger(loud).setLevel(max(logging.WARNING, logging.getLevelName(level)))
