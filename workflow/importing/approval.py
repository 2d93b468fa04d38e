"""What stands under "Disahkan oleh": a position, and who held it, in one run of words."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\bNI[PK]\.?\s*[:.]?\s*([0-9][0-9 ]{10,})")
_NIP = 18  # digits; what is longer or shorter is another number of a person
_STEP = r"(?: (?:Utama|Muda|Madya|(?:Tingkat|Tk\.?) ?I))*"
# A pangkat; misread it is known by the golongan behind it.
_RANK = re.compile(
    rf"\b(?:(?:Juru|Pengatur|Penata|Pembina){_STEP}|Pem[a-z]+{_STEP}(?=\s*\())"
    r"(?:\s*\(\s*[IV]+\s*/\s*[a-e]\s*\))?(?!\w)",
)
_INSIDE_BRACKETS = re.compile(r"(?<=\() | (?=\))")


@dataclass(frozen=True, slots=True)
class Approver:
    """Who approved the SOP, as far as the document tells."""

    name: str = ""
    rank: str = ""
    nip: str = ""
    # A number stands there that is no NIP.
    strange: bool = False


def read_approval(words: str, office: str) -> tuple[str, Approver]:
    """The position and its holder.

    A name is taken only where a NIP follows it; the position ends with the office's name or at a
    comma. Else all of it stays the position, for its reader to see.
    """
    number = _NUMBER.search(words)
    if number is None:
        return words.strip(" ,"), Approver()
    nip = " ".join(number[1].split())
    strange = len(nip.replace(" ", "")) != _NIP
    before = words[: number.start()].strip(" ,")
    ranked = _RANK.search(before)
    rank = "" if ranked is None else _INSIDE_BRACKETS.sub("", ranked[0]).strip()
    bare = before if ranked is None else before[: ranked.start()].strip(" ,")
    position, name = _divided(bare, office)
    return position, Approver(name=name, rank=rank, nip="" if strange else nip, strange=strange)


def _divided(words: str, office: str) -> tuple[str, str]:
    at = words.lower().find(office.lower()) if office else -1
    if at >= 0:
        end = at + len(office)
        return words[:end], words[end:].strip(" ,")
    position, comma, name = words.partition(", ")
    return (position, name.strip()) if comma else (words, "")
