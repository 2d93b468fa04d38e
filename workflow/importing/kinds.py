"""The kind of a step from its verbs: "memverifikasi" → verify, "memberi paraf" → paraf."""

import re
from dataclasses import dataclass

from workflow.importing.arrows import without_returns
from workflow.procedure import StepKind

_ORDER = re.compile(
    r"\b(?:memerintahkan|menugaskan|menginstruksikan|memberi(?:kan)? (?:perintah|instruksi))\b",
    re.IGNORECASE,
)
_IF = re.compile(r"^(?:jika|apabila|bila)\b[^,]{0,200},\s*", re.IGNORECASE)
_PAST = re.compile(r"\byang (?:telah|sudah|akan) (?:di ?)?\w+", re.IGNORECASE)
_BEGINS = (
    r"(?:menyusun|menyiapkan|mempersiapkan|penyusunan|penyiapan|mengisi|mengajukan"
    r"|membuat|pembuatan|menyerahkan|menyampaikan|mengirim)"
)
# What is signed to say that something was handed over is no letter of the office.
_TANDA_TERIMA = r"(?:surat |bukti |buku |lembar )?(?:tanda terima|penerimaan|ekspedisi|pengambilan)"
_OUTSIDE = r"\b(?:pengguna|pemohon|masyarakat|pihak|instansi|penduduk)\b"


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind and the words it comes from; *sure* is false when the words fit two kinds."""

    kind: StepKind
    because: str
    sure: bool = True


# In this order: the first that is found decides.
_ACTS: tuple[tuple[StepKind, str], ...] = (
    (StepKind.BACKUP, r"\b(?:back[- ]?up|mencadangkan|pencadangan)\b"),
    (StepKind.APPOINT, r"\b(?:membentuk|menunjuk|pembentukan|penunjukan) tim\b"),
    (
        StepKind.SIGN,
        (
            r"\b(?:menandatangani|ditandatangani|penandatanganan|membubuhkan tanda tangan"
            r"|(?:melakukan|memberikan|membubuhkan) tte)\b"
            rf"(?! (?:{_TANDA_TERIMA}))|^tanda tangan\b"
        ),
    ),
    (StepKind.PARAF, r"\b(?:memaraf|diparaf|paraf)\b"),
    (StepKind.REGISTER, r"\b(?:memberi(?:kan)? (?:nomor|stempel|cap)|menomori|penomoran)\b"),
    (
        StepKind.DELIVER,
        (
            r"\b(?:menyerahkan|mengirim(?:kan)?|menyebarluaskan|menyampaikan|disampaikan|membagikan)\b"
            rf"(?!.{{0,60}}\bresi\b).{{0,80}}{_OUTSIDE}"
        ),
    ),
    (
        StepKind.DISPOSISI,
        (
            r"^disposisi\b|\b(?:mendisposisikan|(?:memberi(?:kan)?|membuat|menulis) (?:\w+ ){0,2}?"
            r"(?:disposisi|petunjuk|arahan|hak akses|perintah|instruksi))\b"
            r"|\b(?:memerintahkan|menugaskan|menginstruksikan)\b"
        ),
    ),
    (
        StepKind.PROCESS,
        (
            r"\b(?:membuat|menyusun|menyiapkan|mengolah|mengentri|menginput"
            r"|melakukan (?:pengolahan|pengentrian|entri|perekaman|pencetakan))\b"
            r"|^(?:penyusunan|penyiapan|pengolahan|pembuatan|pelaksanaan|kegiatan)\b"
        ),
    ),
    (
        StepKind.VERIFY,
        (
            r"\b(?:memverifikasi|verifikasi|memvalidasi|validasi|memeriksa|meneliti|mengevaluasi"
            r"|mengecek|mengoreksi|koreksi|menelaah)\b"
        ),
    ),
    (StepKind.REGISTER, r"\b(?:mengarsipkan|mengagendakan|mencatat|meregistrasi)\b"),
    (StepKind.PROCESS, r"\b(?:membuka|mencetak|mengambil|merekam|menghitung|menganalisis)\b"),
)
# Correcting is checking, and often ends in a paraf that the table does not name.
_UNSURE = re.compile(r"\b(?:mengoreksi|koreksi|menelaah)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:paraf|memaraf) ?(?:dan|serta|/|&) ?(?:tanda ?tangan|menandatangani|tte)\b"
    r"|\b(?:tanda ?tangan|menandatangani|tte) ?(?:dan|serta|/|&) ?(?:paraf|memaraf)\b",
    re.IGNORECASE,
)


def guess_kind(what: str, *, first: bool, by_applicant: bool) -> Guess | None:
    """The kind of a row, or None when its words tell nothing."""
    text = _IF.sub("", _PAST.sub("", without_returns(what)).strip())
    if by_applicant:
        return _by_applicant(text, first=first)
    begins = re.match(_BEGINS, text, re.IGNORECASE)
    if first and begins is not None:
        return Guess(StepKind.SUBMIT, begins[0].lower())
    order = _ORDER.search(text)
    # What is ordered is done by somebody else, later.
    text = text[: order.end()] if order is not None else text
    for kind, verbs in _ACTS:
        found = re.search(verbs, text, re.IGNORECASE)
        if found is not None:
            because = " ".join(found[0].lower().split()[:3])
            return Guess(kind, because, sure=not _is_unsure(kind, text))
    return None


def _is_unsure(kind: StepKind, text: str) -> bool:
    if kind in {StepKind.PARAF, StepKind.SIGN}:
        return _BOTH.search(text) is not None
    return kind is StepKind.VERIFY and _UNSURE.search(text) is not None


def _by_applicant(text: str, *, first: bool) -> Guess | None:
    receives = re.search(r"\b(?:menerima|mengambil|penerimaan|pengambilan)\b", text, re.IGNORECASE)
    if first:
        return Guess(StepKind.SUBMIT, "baris pertama pemohon")
    return Guess(StepKind.ACKNOWLEDGE, receives[0].lower()) if receives else None
