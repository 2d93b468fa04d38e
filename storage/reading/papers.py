"""What stands on each paper of a case, as it is true now."""

from collections.abc import Callable, Mapping
from datetime import datetime

from storage.reading.paper.kartu_kendali import kartu_kendali_paper
from storage.reading.paper.letter import letter_paper
from storage.reading.paper.reader import PaperReader
from storage.reading.paper.receipts import resi_paper, tanda_terima_paper
from storage.reading.paper.sheets import lembar_disposisi_paper, lembar_isian_paper
from storage.reading.paper.sk_tim import sk_tim_paper
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import CaseId, PaperId
from workflow.papers import Paper, PaperKind, PaperName, SuratJawabanPaper
from workflow.people import Appointment


def paper_of(
    work: SqlUnitOfWork, case_id: CaseId, kind: PaperName, *, bot_name: str, now: datetime
) -> Paper:
    """What stands on a paper of this kind; a letter as the draft it is before its signature."""
    reader = PaperReader(work, case_id, bot_name, now)
    if isinstance(kind, PaperKind):
        return _PAPERS[kind](reader)
    return letter_paper(reader, kind, number="", signatory=None, signed_at=None)


def signed_letter(
    work: SqlUnitOfWork,
    case_id: CaseId,
    kind: PaperId,
    *,
    number: str,
    signatory: Appointment,
    code: str = "",
    bot_name: str,
    now: datetime,
) -> SuratJawabanPaper:
    """The letter as it goes to be signed: with its number, its code, its signatory and the day."""
    reader = PaperReader(work, case_id, bot_name, now)
    reader.code = code or reader.code
    return letter_paper(reader, kind, number=number, signatory=signatory, signed_at=now)


_PAPERS: Mapping[PaperKind, Callable[[PaperReader], Paper]] = {
    PaperKind.RESI: resi_paper,
    PaperKind.LEMBAR_DISPOSISI: lembar_disposisi_paper,
    PaperKind.LEMBAR_ISIAN: lembar_isian_paper,
    PaperKind.KARTU_KENDALI: kartu_kendali_paper,
    PaperKind.TANDA_TERIMA: tanda_terima_paper,
    PaperKind.SK_TIM: sk_tim_paper,
}
