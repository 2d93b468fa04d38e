"""The lanes of an SOP as its sentences name them: "Kadis" is the lane "Kepala Dinas"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# One word for each post, however it is written.
_POSTS = tuple(
    (re.compile(rf"\b(?:{written})\b"), post)
    for written, post in (
        (r"kepala sub ?direktorat|kasubdit", "kasubdit"),
        (r"kepala sub ?bagian|kasub ?bagi?a?n?|kasubbag|kasubag", "kasubag"),
        (r"kepala dinas|ka dinas|kadis(?:dukcapil)?|kadin", "kadis"),
        (r"kepala bidang|kabid", "kabid"),
        (r"kepala seksi|kasie|kasi", "kasi"),
        (r"kepala upt[d]?|ka upt[d]?", "kaupt"),
        (r"sekretaris dinas|sekdis|sekdin|sekretaris", "sekretaris"),
        (r"staff", "staf"),
    )
)
# A lane that begins with one of these is meant when the word stands alone.
_HEADS = frozenset(
    (
        *(
            "kasubdit",
            "kasubag",
            "kadis",
            "kabid",
            "kasi",
            "kaupt",
            "sekretaris",
            "direktur",
            "staf",
            "tim",
            "petugas",
        ),
        *("operator", "pemohon", "masyarakat", "camat", "lurah", "bendahara", "verifikator"),
    )
)
# Who is meant by the name of a unit to which something is handed over.
_UNITS = {"seksi": "kasi", "bidang": "kabid", "subdit": "kasubdit", "sekretariat": "sekretaris"}
_TOWARDS = frozenset(("kepada", "ke"))
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_ANYONE = re.compile(r"\b(?:pemohon|masyarakat|penduduk|warga|pengguna layanan)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A lane that a sentence names: from word to word, and the words around it."""

    lane: str
    begins: int
    ends: int
    before: str
    after: str

    @property
    def receives(self) -> bool:
        """True in "menyerahkan kepada Kepala Seksi"."""
        return self.before in _TOWARDS


def words_of(text: str) -> list[str]:
    """The words of a sentence, posts by their one name."""
    plain = " ".join(_WORD.findall(text.lower()))
    for written, post in _POSTS:
        plain = written.sub(post, plain)
    return plain.split()


def asks_for_something(title: str) -> bool:
    """Whether a lane is the applicant's: "SKPD Pemohon", "Masyarakat/Pemohon"."""
    return _ANYONE.search(title.lower()) is not None


class Lanes:
    """The lanes of one SOP, found again in sentences."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._aliases = {title: tuple(_aliases(title)) for title in titles}

    def mentions(self, text: str) -> list[Mention]:
        """Every lane that *text* names, in order; a name that fits two lanes is none."""
        words = words_of(text)
        found, at = [], 0
        while at < len(words):
            lane, length = self._named(words, at)
            if lane:
                found.append(
                    Mention(
                        lane=lane,
                        begins=at,
                        ends=at + length,
                        before=words[at - 1] if at else "",
                        after=words[at + length] if at + length < len(words) else "",
                    )
                )
            at += max(1, length)
        return found

    def _named(self, words: Sequence[str], at: int) -> tuple[str, int]:
        here = list(words[at : at + 12])
        if at and words[at - 1] in _TOWARDS:
            here[0] = _UNITS.get(here[0], here[0])
        lengths = {
            title: max((_length(alias, here) for alias in aliases), default=0)
            for title, aliases in self._aliases.items()
        }
        longest = max(lengths.values(), default=0)
        best = [title for title, length in lengths.items() if length == longest]
        return (best[0], longest) if longest and len(best) == 1 else ("", longest)


def _aliases(title: str) -> Iterator[tuple[str, ...]]:
    yield from (tuple(name.split()) for name in _ANYONE.findall(title.lower()))
    for name in (title, _IN_BRACKETS.sub(" ", title), *_IN_BRACKETS.findall(title)):
        for part in (name, *name.split("/")):
            words = tuple(words_of(part))
            if words:
                yield words


def _length(alias: Sequence[str], words: Sequence[str]) -> int:
    """How many words of an alias stand here: all of them, or its head and what follows."""
    same = 0
    for one, other in zip(alias, words, strict=False):
        if one != other:
            break
        same += 1
    return same if same == len(alias) or alias[0] in _HEADS else 0
