"""Words out of a document: without what a copy left in them, and cut into items."""

import html
import re
from collections.abc import Collection

_BREAK = re.compile(r"</?(?:li|p|br|ol|ul|div|tr)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
BULLET = re.compile(r"\s*[•●▪◦‣\uf0b7\uf0a7]\s*")
_LISTED = re.compile(r"^(?:[-–—*]|\(?[0-9]{1,2}[.)]|[a-z][.)])\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOTHING = frozenset(("", "-", "–", "—", ".", ":"))
_SMALL = re.compile(r"dan|di|ke|dari|untuk|tentang|dengan|atau|pada|yang|oleh|atas|serta")
# What stays in capitals when a title in capitals is calmed down.
_CAPITALS = re.compile(
    r"DKI|DIY|NTB|NTT|RI|SOP|SIAK|SIPENDUDUK|KTP|KTP-EL|KK|KIA|NIK|TIK|PIAK|SKPD|OPD|UPTD?"
    r"|BDI|DKB|DWH|ADB|TTE|[IVX]+"
)


def tidy(text: str) -> str:
    """Without markup and control signs; a line break stays where the document has one."""
    text = html.unescape(_BREAK.sub("\n", text))
    text = _CONTROL.sub("", _TAG.sub("", text).replace("**", ""))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def sentence(text: str) -> str:
    """Several lines as one; what stood behind a bullet becomes a sentence."""
    pieces = [" ".join(piece.split()) for piece in BULLET.split(text)]
    joined = ""
    for piece in filter(None, pieces):
        stop = "" if not joined or joined[-1] in ".,;:" else "."
        joined = f"{joined}{stop} {piece}" if joined else piece
    return joined


def items(text: str) -> list[str]:
    """One cell as a list: cut at line breaks and bullets, without its numbers."""
    pieces = (piece for line in text.split("\n") for piece in BULLET.split(line))
    return [bare for piece in pieces if (bare := unlisted(piece)) not in _NOTHING]


def unlisted(text: str) -> str:
    """An item without the number or dash that stands before it."""
    return _LISTED.sub("", " ".join(text.split()))


def listed(text: str) -> bool:
    return _LISTED.match(text) is not None


def calm(text: str) -> str:
    """A title in capitals as a title in words: "PELAYANAN DATA" → "Pelayanan Data"."""
    text = " ".join(text.split())
    if text.upper() != text:
        return text
    return " ".join(_calm_word(word, first=not place) for place, word in enumerate(text.split()))


def _calm_word(word: str, *, first: bool) -> str:
    bare = word.strip("().,;:")
    if not first and _SMALL.fullmatch(bare.lower()):
        return word.lower()
    if _CAPITALS.fullmatch(bare) or len(bare) <= 3:
        return word
    return _LETTERS.sub(lambda found: found[0].capitalize(), word)


def slug(text: str, *, longest: int, joint: str) -> str:
    """An id of small letters and digits, cut between words where that is possible."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    made = ""
    for word in words:
        longer = f"{made}{joint}{word}" if made else word
        if len(longer) > longest:
            break
        made = longer
    made = made or "".join(words)[:longest]
    return made if made[:1].isalpha() else f"x{made}"[:longest]


def shorten(text: str, longest: int) -> str:
    """At most *longest* characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rpartition(" ")[0] or text[:longest]
    return cut.rstrip(" ,;:(/-")


def broken_word(before: str, after: str, words: Collection[str]) -> str:
    """Two pieces as one; a word torn between them is whole again if *words* knows it whole."""
    left, right = before.rpartition(" ")[2], after.partition(" ")[0]
    whole = f"{left}{right}".lower()
    torn = whole in words and whole not in {left.lower(), right.lower()}
    return f"{before}{after}" if torn or before.endswith("/") else f"{before} {after}"
