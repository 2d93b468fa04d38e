"""The names of the papers that every office makes, which no SOP may give to a letter."""

from enum import StrEnum


class PaperKind(StrEnum):
    """The papers that the office makes of every case; its letters are the SOP's own."""

    RESI = "resi"
    TANDA_TERIMA = "tanda_terima"
    KARTU_KENDALI = "kartu_kendali"
    SK_TIM = "sk_tim"
    LEMBAR_DISPOSISI = "lembar_disposisi"
    LEMBAR_ISIAN = "lembar_isian"
