"""A cell of the column Waktu → a limit, or a question about it."""

import re
from dataclasses import dataclass

from workflow.limits import NO_LIMIT, parse_limit

NONE = "-"

_OPEN = re.compile(
    r"\b(tergantung|menyesuaikan|disesuaikan|sesuai|kondisional|insidentil|tentatif)"
)
# "15 (lima belas) menit": the number once more, and nothing else.
_IN_WORDS = re.compile(
    r"\((?:(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh|sebelas|seratus|puluh|belas|ratus) ?)+\)"
)
_ABOUT = re.compile(
    r"^(?:±|\+/-|~|kurang lebih|maks(?:imal|imum)?\.?|paling lama|max\.?|selama)\s*"
)
_ABBREVIATED = (
    (re.compile(r"(?<=\d)(?=[a-z])"), " "),
    (re.compile(r"\b(?:mnt|min|menit\.)(?![a-z])|(?<=\d)\s*['′]"), " menit"),
    (re.compile(r"\bhr\b"), "hari"),
    (re.compile(r"\bhk\b"), "hari kerja"),
    (re.compile(r"\bminutes?\b"), "menit"),
    (re.compile(r"\bhours?\b"), "jam"),
    (re.compile(r"\bdays?\b"), "hari"),
    (re.compile(r"(?:½|\b1/2|\bsetengah) jam"), "30 menit"),
)
_HALF = re.compile(r"(\d{1,3})[.,]5 jam")
_NUMBER = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_CLOCK = re.compile(r"\d{1,3}[:.]\d{2}(?::\d{2})?(?:\s*(?:jam|wib|wita|wit))?")
_TIME = re.compile(
    r"(?:±|~|\+/-|maks\w*\.?|max\.?|paling lama|kurang lebih)?\s*\d+(?:\s?[.,/x-]\s?\d+)?\s*"
    r"(?:\([a-z ]{1,40}\)\s*)?(?:menit|mnt|min\b|jam|hari|hr\b|minggu|bulan|detik|')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLimit:
    """A limit that `parse_limit` takes, the document's words where they say more, and doubts."""

    limit: str = NONE
    words: str = ""
    note: str = ""
    doubt: str = ""


def is_time(cell: str) -> bool:
    """Whether a cell can only stand in the column Waktu."""
    plain = cell.lower()
    return len(plain) <= 60 and bool(_TIME.match(plain) or _OPEN.match(plain))


def read_span(cell: str, *, unit: str = "") -> WrittenLimit:
    """Read what stands in the column Waktu; *unit* is that of its heading, if it names one."""
    written = " ".join(cell.split())
    plain = written.lower().replace("–", "-").replace("—", "-")
    if not plain:
        return WrittenLimit(
            doubt="kolom Waktu kosong; berapa batas waktunya? Sementara tanpa batas"
        )
    if plain in NO_LIMIT:
        return WrittenLimit()
    if _OPEN.search(plain) and not _NUMBER.search(plain):
        return WrittenLimit(words=written, note=f"Waktu '{written}' dibaca sebagai tanpa batas")
    if unit and plain.isdecimal():
        return _sure(f"{plain} {unit}", written, f"Satuan '{unit}' diambil dari kepala kolom")
    limit, note = _spelled_out(plain)
    try:
        parse_limit(limit)
    except ValueError:
        return WrittenLimit(words=written, doubt=_why(written, limit))
    return _sure(limit, written, note)


def _sure(limit: str, written: str, note: str) -> WrittenLimit:
    try:
        parse_limit(limit)
    except ValueError:
        return WrittenLimit(words=written, doubt=_why(written, limit))
    notes = [note] if note else []
    if limit.endswith(" hari"):
        notes.append("'hari' dibaca hari kerja")
    return WrittenLimit(limit=limit, words=written if note else "", note="; ".join(notes))


def _spelled_out(plain: str) -> tuple[str, str]:
    """The usual ways to write a limit, as this product writes it, and what was changed."""
    if _readable(plain):
        return plain, ""
    limit = " ".join(_ABOUT.sub("", _IN_WORDS.sub("", plain)).rstrip(".").split())
    for short, long in _ABBREVIATED:
        limit = " ".join(short.sub(long, limit).split())
    half = _HALF.fullmatch(limit)
    if half is not None:
        limit = f"{60 * int(half[1]) + 30} menit"
    return limit, f"Waktu '{plain}' dibaca '{limit}'"


def _readable(limit: str) -> bool:
    try:
        parse_limit(limit)
    except ValueError:
        return False
    return True


def _why(written: str, limit: str) -> str:
    if ":" in written and _CLOCK.fullmatch(limit):
        return f"waktu ditulis seperti jam ('{written}'); berapa lamanya? Sementara tanpa batas"
    if _DECIMAL.fullmatch(limit):
        return f"waktu tanpa satuan ('{written}'); menit, jam, atau hari? Sementara tanpa batas"
    if re.fullmatch(_DECIMAL.pattern + r" (?:menit|jam|hari)", limit):
        return f"waktu berupa pecahan ('{written}'); berapa tepatnya? Sementara tanpa batas"
    numbers = len(_NUMBER.findall(limit))
    if numbers > 1:
        return f"dua waktu dalam satu sel ('{written}'); mana yang berlaku? Sementara tanpa batas"
    if re.fullmatch(r"\d+", limit):
        return f"waktu tanpa satuan ('{written}'); menit, jam, atau hari? Sementara tanpa batas"
    if re.fullmatch(r"\d+ (?:menit|jam|hari|hari kerja|hari kalender)", limit):
        return f"waktu di luar batas ('{written}'); berapa yang benar? Sementara tanpa batas"
    return f"satuan waktu tidak dikenal ('{written}'); berapa batasnya? Sementara tanpa batas"
