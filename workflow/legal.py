"""What a decision of this office is founded on, whoever wrote the SOP."""

import re
from collections.abc import Sequence

from workflow.office import Office
from workflow.procedure import Procedure

_REGIONAL = re.compile(
    r"\b(perda|pergub|perwal|perwako|perwali|perbup"
    r"|(peraturan|keputusan|instruksi)\s+(daerah|gubernur|bupati|wali\s?kota))\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"^(provinsi|kota|kabupaten|daerah istimewa)\s+", re.IGNORECASE)
_LAW = re.compile(r"^(undang-undang|uu)\s+(?:(?:nomor|no\.?)\s+)?(?=\d)", re.IGNORECASE)


def basis_of(procedure: Procedure, office: Office) -> Sequence[str]:
    """The clauses of "Mengingat": the office's own, else those of the SOP that bind this office.

    A decree of another region's council or head binds nobody here.
    """
    if office.legal_basis:
        return office.legal_basis
    lines = procedure.legal_basis
    if not _is_of(procedure.office, office):
        lines = tuple(one for one in lines if not _REGIONAL.search(one) or _is_of(one, office))
    return [_LAW.sub("Undang-Undang Nomor ", one) for one in lines]


def _is_of(words: str, office: Office) -> bool:
    """True when words name the region of this office."""
    name = _KIND.sub("", office.letterhead.region)
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) is not None
