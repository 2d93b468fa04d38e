"""The sentences of the catalogues, found by their Indonesian words, in either language."""

import html
import re
from functools import cache

from fluent.syntax import FluentParser, ast

from messages.localizer import _catalogues


@cache
def patterns(words: str, language: str) -> tuple[re.Pattern[str], ...]:
    """What says *words* in a language: the words themselves, and what stands for them.

    A sentence whose words they are, or are part of, is looked for whole in the other language.
    """
    literal = re.compile(re.escape(words))
    if language == "id":
        return (literal,)
    other = _sentences(language)
    ids = [name for name, runs in _sentences("id").items() if _holds(runs, words)]
    return (literal, *(_as_regex(other[name]) for name in ids if _is_telling(other[name])))


def _holds(runs: tuple[str, ...], words: str) -> bool:
    """Whether the words stand in one run of a sentence, or are the whole of it."""
    return any(words in run for run in runs) or bool(
        _is_telling(runs) and _as_regex(runs).fullmatch(words)
    )


def _is_telling(runs: tuple[str, ...]) -> bool:
    return any(len(run.strip()) > 2 for run in runs)


def _as_regex(runs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(".*?".join(re.escape(run.strip("\n")) for run in runs), re.DOTALL)


@cache
def _sentences(language: str) -> dict[str, tuple[str, ...]]:
    """By their ids: the runs of text between what is put in."""
    entries = [entry for text in _catalogues(language) for entry in FluentParser().parse(text).body]
    return {
        entry.id.name: tuple(_runs(entry.value))
        for entry in entries
        if isinstance(entry, ast.Message) and entry.value is not None
    }


def _runs(pattern: ast.Pattern):
    run = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            run += html.unescape(re.sub(r"<[^>]+>", "", element.value))
        else:
            yield run
            run = ""
    yield run
