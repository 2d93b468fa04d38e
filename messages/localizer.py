"""Sentences in one language, loud when one is missing."""

import html
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from babel.dates import get_day_names, get_month_names
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

LANGUAGES = ("id", "en")

# Sentences of one language that are remembered, some hundred bytes each.
SAID_LATELY = 8192

Width = Literal["abbreviated", "wide"]
Argument = str | int | date | datetime
_CLOCK = {"id": "%H.%M", "en": "%H:%M"}
_NEAR = timedelta(days=6)  # farther away, a weekday alone could be last week's


class MissingMessage(LookupError):
    """A sentence nobody wrote, or one whose argument nobody gave."""


class Localizer:
    """Says things in one language. Markup lives in the sentences, never in values.

    Text given as an argument is escaped. A datetime is said as `moment` and a
    date as `day`, so a refusal's fields can be handed on as they are. A year is
    given as text: a number would be said with a thousands separator.
    """

    def __init__(
        self,
        language: str,
        zone: tzinfo,
        catalogues: Iterable[str],
        escape: Callable[[str], str] = html.escape,
    ) -> None:
        self.language = language
        self.zone = zone
        self._escape = escape
        self._sentence = _sentences(language, tuple(catalogues))

    def __call__(self, message_id: str, /, **arguments: Argument) -> str:
        """Say the message; MissingMessage if it, or one of its arguments, is not there."""
        said = tuple([(name, self._said(value)) for name, value in arguments.items()])
        return self._sentence(message_id, said)

    def moment(self, at: datetime, *, now: datetime | None = None) -> str:
        """A weekday and an hour on the office's wall: "Sen 08.10 WIB".

        Given *now*, a moment more than six days away also says its date:
        "Sen 23 Nov 08.10 WIB".
        """
        local = at.astimezone(self.zone)
        day = _weekday(self.language, local, "abbreviated")
        if now is not None and abs(local.date() - now.astimezone(self.zone).date()) > _NEAR:
            day = f"{day} {local.day} {_month(self.language, local, 'abbreviated')}"
        return f"{day} {self.clock(at)} {local.tzname()}"

    def full(self, at: datetime) -> str:
        """Everything about a moment: "Senin, 23 November 2026 08.10 WIB"."""
        local = at.astimezone(self.zone)
        weekday = _weekday(self.language, local, "wide")
        return f"{weekday}, {self.day(at)} {self.clock(at)} {local.tzname()}"

    def day(self, on: date) -> str:
        """The date as letters write it: "23 November 2026"."""
        local = on.astimezone(self.zone) if isinstance(on, datetime) else on
        return f"{local.day} {_month(self.language, local, 'wide')} {local.year}"

    def weekday(self, on: date) -> str:
        """The day of the week: "Senin"."""
        return _weekday(self.language, on, "wide")

    def clock(self, at: datetime) -> str:
        """The hour on the office's wall: "08.10"."""
        return at.astimezone(self.zone).strftime(_CLOCK[self.language])

    def wall(self, at: time) -> str:
        """An hour that the office keeps: "07.30"."""
        return at.strftime(_CLOCK[self.language])

    def _said(self, value: Argument) -> str | int:
        match value:
            case str():
                return self._escape(value)
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
        return value


def localizer_for(
    language: str, zone: tzinfo, escape: Callable[[str], str] = html.escape
) -> Localizer:
    """Speak *language* from the catalogues that come with the product.

    Cheap: the sentences of a language are read once and shared by all zones.
    """
    return Localizer(language, zone, _catalogues(language), escape)


@lru_cache
def _catalogues(language: str) -> tuple[str, ...]:
    if language not in LANGUAGES:
        raise MissingMessage(f"no catalogue speaks {language!r}")
    folder = resources.files("messages") / "catalogues" / language
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(file.read_text("utf-8") for file in files if file.name.endswith(".ftl"))


@lru_cache(maxsize=64)
def _sentences(
    language: str, catalogues: tuple[str, ...]
) -> Callable[[str, tuple[tuple[str, str | int], ...]], str]:
    """Says a message with its arguments; what was said lately is remembered.

    Most of a card is the same on every card, and Fluent walks through its grammar anew each time.
    """
    bundle = _bundle(language, catalogues)

    @lru_cache(maxsize=SAID_LATELY)
    def say(message_id: str, said: tuple[tuple[str, str | int], ...]) -> str:
        if not bundle.has_message(message_id):
            raise MissingMessage(message_id)
        pattern = bundle.get_message(message_id).value
        if pattern is None:
            raise MissingMessage(f"{message_id} has no text")
        text, errors = bundle.format_pattern(pattern, dict(said))
        if errors:
            raise MissingMessage(f"{message_id}: {errors}")
        return str(text)

    return say


def _bundle(language: str, catalogues: tuple[str, ...]) -> FluentBundle:
    # Isolation marks would end up in PDF files and in what people copy.
    bundle = FluentBundle([language], use_isolating=False)
    for text in catalogues:
        resource = FluentResource(text)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise MissingMessage(f"cannot read: {entry.content!r}")
            if isinstance(entry, ast.Message) and bundle.has_message(entry.id.name):
                raise MissingMessage(f"written twice: {entry.id.name}")
            bundle.add_resource(ast.Resource([entry]))
    return bundle


def _weekday(language: str, on: date, width: Width) -> str:
    return _weekdays(language, width)[on.weekday()]


def _month(language: str, on: date, width: Width) -> str:
    return _months(language, width)[on.month]


@cache
def _weekdays(language: str, width: Width) -> Mapping[int, str]:
    return dict(get_day_names(width, locale=language))


@cache
def _months(language: str, width: Width) -> Mapping[int, str]:
    return dict(get_month_names(width, locale=language))
