"""A draft as a YAML file; every question stands as a comment where its answer belongs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from workflow.importing.doubts import About, Doubt

MARK = "PERTANYAAN"
_INTRO = (
    "Diimpor dari tabel SOP. Jawab setiap PERTANYAAN, perbaiki isiannya, lalu hapus barisnya.",
    "Periksa hasilnya dengan: disposisi sop check BERKAS",
)


def written(values: Mapping[str, Any], doubts: Sequence[Doubt]) -> str:
    """The whole file. Reading it back gives *values*."""
    chunks = [*_comments(_INTRO), *_asked(doubts, About.IDENTITY)]
    for key, value in values.items():
        if key == "steps":
            continue
        if key == "lanes":
            chunks += ["", *_asked(doubts, About.LANES), *_asked(doubts, About.COLUMN)]
        if key == "form":
            chunks += ["", *_asked(doubts, About.FORM)]
        chunks.append(_dumped({key: value}))
    chunks += ["", *_asked(doubts, About.REST), "steps:"]
    for step in values["steps"]:
        here = [one for one in doubts if one.row == step["number"]]
        chunks += _comments((f"{MARK} {one}" for one in here), indent="  ")
        chunks += [_indented(_dumped([step])), ""]
    return "\n".join(chunks).rstrip("\n") + "\n"


def _asked(doubts: Iterable[Doubt], about: About) -> list[str]:
    here = [one for one in doubts if one.about is about and not one.row]
    return list(_comments(f"{MARK} {one}" for one in here))


def _comments(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    for line in lines:
        yield f"{indent}# {' '.join(line.split())}"


def _dumped(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100).rstrip("\n")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else line for line in text.split("\n"))
