"""Every paper of the office, and the letters of an SOP: what stands on it, and what draws it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, TypeVar

from messages.documents.kartu_kendali import kartu_kendali
from messages.documents.lembar_disposisi import lembar_disposisi
from messages.documents.lembar_isian import lembar_isian
from messages.documents.resi import resi
from messages.documents.seal import seal_face
from messages.documents.sk_tim import sk_tim
from messages.documents.surat_jawaban import surat_jawaban
from messages.documents.tanda_terima import tanda_terima
from messages.fonts import inline
from messages.localizer import Localizer, localizer_for
from storage.reading.paper.kartu_kendali import kartu_kendali_paper
from storage.reading.paper.letter import letter_paper
from storage.reading.paper.reader import PaperReader
from storage.reading.paper.receipts import resi_paper, tanda_terima_paper
from storage.reading.paper.sheets import lembar_disposisi_paper, lembar_isian_paper
from storage.reading.paper.sk_tim import sk_tim_paper
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import CaseId
from workflow.papers import PAPERS, Paper, PaperKind, PaperName, SuratJawabanPaper
from workflow.people import Language

Drawn = TypeVar("Drawn", bound=Paper)


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """What is read for the papers of one kind, and what draws it."""

    reads: Callable[[PaperReader], Paper]
    draws: Callable[[Any, Localizer], bytes]


def made(
    reads: Callable[[PaperReader], Drawn], draws: Callable[[Drawn, Localizer], bytes]
) -> PaperMaker:
    """A paper is drawn from what is read for it, and from nothing else."""
    return PaperMaker(reads, draws)


MAKERS: Mapping[PaperKind, PaperMaker] = {
    PaperKind.RESI: made(resi_paper, resi),
    PaperKind.TANDA_TERIMA: made(tanda_terima_paper, tanda_terima),
    PaperKind.KARTU_KENDALI: made(kartu_kendali_paper, kartu_kendali),
    PaperKind.SK_TIM: made(sk_tim_paper, sk_tim),
    PaperKind.LEMBAR_DISPOSISI: made(lembar_disposisi_paper, lembar_disposisi),
    PaperKind.LEMBAR_ISIAN: made(lembar_isian_paper, lembar_isian),
}


def paper_of(
    work: SqlUnitOfWork, case_id: CaseId, kind: PaperName, *, bot_name: str, now: datetime
) -> Paper:
    """What stands on a paper of this kind; a letter as the draft it is before its signature."""
    reader = PaperReader(work, case_id, bot_name, now)
    if isinstance(kind, PaperKind):
        return MAKERS[kind].reads(reader)
    return letter_paper(reader, kind, number="", signatory=None, signed_at=None)


def draw_paper(paper: Paper, language: Language, zone: tzinfo) -> bytes:
    """Draw a paper; CPU-bound, tens of milliseconds.

    In the language of the law, but for what its reader keeps as a proof.
    """
    personal = paper.kind is not None and PAPERS[paper.kind].personal
    say = localizer_for(language if personal else Language.INDONESIAN, zone, escape=inline)
    if isinstance(paper, SuratJawabanPaper):
        return surat_jawaban(paper, say)
    if paper.kind is None:
        raise TypeError(f"nobody draws {paper!r}")
    return MAKERS[paper.kind].draws(paper, say)


def draw_seal(office_name: str, at: datetime, zone: tzinfo) -> bytes:
    return seal_face(office_name, at, localizer_for(Language.INDONESIAN, zone, escape=inline))
