"""Names and words as they are looked for: in one spelling, by their beginnings, by their sound.

One name has many spellings: Soekarno and Sukarno, Moh. and Muhammad, Achmad and Ahmad, Rizqi and
Risky. They are folded into one, which nobody reads: two names that differ may fall together there,
and whoever searches sees both.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

SHORTEST, LONGEST = 2, 6  # letters of a beginning by which a word is found
SHORTEST_SOUND = 4  # letters; a shorter word sounds like too many others

# What stands before a name, or behind it, and is none of it.
_BEFORE = frozenset(
    (
        *("h", "hj", "haji", "hajjah", "kh", "k", "drs", "dra", "dr", "drg", "drh", "ir", "prof"),
        *("ust", "ustadz", "ustad", "ustadzah", "habib", "rd", "rr", "r", "ra", "raden"),
        *("bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari"),
        *("tn", "tuan", "ny", "nyonya", "nn", "nona", "alm", "almh", "almarhum", "almarhumah"),
    )
)
_DEGREES = frozenset(
    (
        *("sh", "se", "st", "ss", "si", "mm", "mh", "mt", "ma", "mp", "ak", "ag", "kom", "ba"),
        *("shi", "sei", "sag", "spd", "spdi", "spsi", "ssi", "ssos", "sip", "sap", "skm", "sked"),
        *("skep", "skom", "sp", "spt", "sstp", "sst", "ssn", "sik", "smn", "stp", "str", "sthi"),
        *("mag", "map", "mba", "mei", "mhum", "mkes", "mkn", "mkom", "mpd", "mpdi", "mph", "mpi"),
        *("msc", "msi", "msn", "msp", "mars", "mak", "meng", "amd", "amdkeb", "amk", "amkep"),
        *("aptnh", "apt", "ns", "phd", "cpa", "ca", "llm", "bsc", "beng", "lc", "spog", "spa"),
    )
)
# So short that they may as well be words: a degree only behind a comma, or written with dots.
_SHORT_DEGREE = 2  # letters
_MUHAMMAD = re.compile(r"m[ou]ham[ae][dt]|m[ou]hmad")
_MOH = frozenset(("moh", "mohd", "muh", "muhd", "moch", "much", "mochd", "mhd", "mhmd"))
_ABDUL = frozenset(("abd", "abdel", "abdul", "abdun", "abdur", "abdus"))
# Written as one word: Abdurrahman, Abdussalam, Abdulhalim; Abdullah is a name of its own.
_ABDUL_AND = re.compile(r"abdu(?!lah$|lahi?$)l?([a-z]{4,})")

# From one spelling to the other, in this order; what sounds alike in Indonesian falls together.
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^ch(?=and|and|in|er|en)", "c"),
        (r"chr", "kr"),
        (r"chae", "kae"),
        (r"oe|oo", "u"),
        (r"ie", "i"),
        (r"dz|ts(?=[aiueo])", "s"),
        (r"s[yjh]", "s"),
        (r"tj", "c"),
        (r"dj|j", "y"),
        (r"[kc]h", "h"),
        (r"ph|v", "f"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"(?<=[bdgt])h+", ""),
        (r"(?<=[bcdfghklmnprstw])y", "i"),
        (r"y(?=[bcdfghklmnprstw])", "i"),
        (r"([a-z])\1+", r"\1"),
        (r"(?<=[aiueo])h$", ""),
    )
)
_DOTTED = re.compile(r"(?:[a-z]{1,4}\.)+[a-z]{0,4}\.?")
_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> tuple[str, ...]:
    """Every word of a text in the one spelling: titles too, and what is written as one in parts."""
    found = [fold(word) for word, _ in _split(text)]
    return tuple(dict.fromkeys([*found, *(part for word in found for part in _parted(word))]))


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without titles and degrees; with them where nothing else is said."""
    split = _split(text)
    kept = [word for word, behind in split if not _is_degree(word, behind=behind)]
    while len(kept) > 1 and kept[0] in _BEFORE:
        del kept[0]
    found = [fold(word) for word in kept or [word for word, _ in split]]
    return tuple(part for word in found for part in _parted(word))


def _parted(word: str) -> tuple[str, ...]:
    found = _ABDUL_AND.fullmatch(word)
    return (word,) if found is None else ("abdul", found[1])


def _split(text: str) -> list[tuple[str, bool]]:
    """Words in small letters; of each whether it stands where degrees do, or is set like one."""
    found: list[tuple[str, bool]] = []
    for place, part in enumerate(_plain(text).split(",")):
        behind = place > 0 and bool(found)
        for chunk in part.split():
            degree = chunk.replace(".", "")
            dotted = _DOTTED.fullmatch(chunk) is not None and degree in _DEGREES
            words = [degree] if dotted else _WORD.findall(chunk)
            found += [(word, behind or dotted) for word in words]
    return found


def _plain(text: str) -> str:
    """Small letters without accents; an apostrophe parts no word."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return re.sub(r"['’‘`´ʼʻ]", "", kept)


def _is_degree(word: str, *, behind: bool) -> bool:
    return word in _DEGREES and (behind or len(word) > _SHORT_DEGREE)


def fold(word: str) -> str:
    """A word of small letters in the one spelling; digits stay as they are."""
    folded = word
    for pattern, plain in _SPELLINGS:
        folded = pattern.sub(plain, folded)
    if word in _MOH or _MUHAMMAD.fullmatch(folded):
        return "muhamad"
    if folded in _ABDUL:
        return "abdul"
    return folded if len(folded) >= SHORTEST else word


def beginnings(word: str) -> tuple[str, ...]:
    """The beginnings by which a word is found: "bu", "bud", "budi"."""
    longest = min(len(word), LONGEST)
    return tuple(word[:length] for length in range(SHORTEST, longest + 1)) or (word,)


def beginning(word: str) -> str:
    """That of them by which whoever types *word* looks for it."""
    return word[:LONGEST]


_SILENT = dict.fromkeys("aiueohwy")
_SAME_SOUND = str.maketrans({"d": "t", "b": "p", "f": "p", "g": "k", "c": "s"} | _SILENT)
_SAME_START = str.maketrans({"e": "i", "o": "u", "f": "p"})


def sound(word: str) -> str:
    """What is left of a word when slips of the ear are taken away; nothing of a short one."""
    if len(word) < SHORTEST_SOUND or not word.isalpha():
        return ""
    rest = re.sub(r"(.)\1+", r"\1", word[1:].replace("ng", "n").translate(_SAME_SOUND))
    return word[0].translate(_SAME_START) + rest[:LONGEST]


def joined(words: Sequence[str]) -> tuple[str, ...]:
    """Neighbours written as one: "nur aini" is found as "nuraini"."""
    return tuple(fold(one + other) for one, other in pairwise(words))
