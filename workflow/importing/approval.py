"""What stands under "Disahkan oleh": a position, and who held it, in one run of words."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\bNI[PK]\.?\s*[:.]?\s*([0-9][0-9 ]{10,})")
_DEGREE = 3  # letters of the longest that is written without a full stop: SKM
_NIP = 18  # digits; what is longer or shorter is another number of a person
_STEP = r"(?: (?:Utama|Muda|Madya|(?:Tingkat|Tk\.?) ?I))*"
# A pangkat: with its golongan, or as the last words; misread it is known by the golongan alone.
_RANK = re.compile(
    rf"\b(?:(?:Juru|Pengatur|Penata|Pembina){_STEP}|Pem[a-z]+{_STEP}(?=\s*\())"
    r"(?:\s*\(\s*[IV]+\s*/\s*[a-e]\s*\)|[\s,]*$)",
)
_INSIDE_BRACKETS = re.compile(r"(?<=\() | (?=\))")


@dataclass(frozen=True, slots=True)
class WrittenApprover:
    """Who approved the SOP, as far as the document tells."""

    name: str = ""
    rank: str = ""
    nip: str = ""
    # A number stands there that is no NIP.
    strange: bool = False
    # Whose NIP it is could not be told from the position.
    unnamed: bool = False


def read_approval(words: str, office: str) -> tuple[str, WrittenApprover]:
    """The position and its holder.

    A name is taken only where a NIP follows it; the position ends with the office's name or at a
    comma. Else all of it stays the position, for its reader to see.
    """
    number = _NUMBER.search(words)
    if number is None:
        return words.strip(" ,"), WrittenApprover()
    nip = " ".join(number[1].split())
    strange = len(nip.replace(" ", "")) != _NIP
    before, rank = _without_rank(words[: number.start()])
    behind, its_rank = _without_rank(words[number.end() :])
    position, name = _divided(before, office)
    approver = WrittenApprover(
        name=name,
        rank=rank or its_rank,
        nip="" if strange else nip,
        strange=strange,
        unnamed=not name,
    )
    return f"{position} {behind}".strip(), approver


def _without_rank(words: str) -> tuple[str, str]:
    ranked = _RANK.search(words)
    if ranked is None:
        return words.strip(" ,"), ""
    rest = f"{words[: ranked.start()].strip(' ,')} {words[ranked.end() :].strip(' ,')}"
    return rest.strip(), _INSIDE_BRACKETS.sub("", ranked[0]).strip()


def _divided(words: str, office: str) -> tuple[str, str]:
    """The position and a name; all of it is the position where no name is left for certain."""
    at = words.lower().find(office.lower()) if office else -1
    end = at + len(office) if at >= 0 else words.find(", ")
    position, name = words[:end], words[end:].strip(" ,")
    return (position, name) if end > 0 and _is_name(name) else (words, "")


def _is_name(words: str) -> bool:
    """More than degrees: "M.Si" and "SH, MH" stand behind a name and are none."""
    bare = (word.strip(",") for word in words.split())
    return any(len(word) > _DEGREE and "." not in word for word in bare)
