"""What an office hands the page: two procedures, the cases and the hours."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Eight in the morning in Jakarta."""

_STEPS = (
    ("1", "Pemohon", "Menyerahkan surat permohonan", 5, [("2", "Serahkan", False)]),
    (
        "2",
        "Petugas Pengadministrasi",
        "Memeriksa kelengkapan berkas",
        15,
        [("3", "YA", False), ("1", "TIDAK", True)],
    ),
    ("3", "Kepala Dinas", "Disposisi kepada Kabid", 5, [("4", "Disposisi", False)]),
    ("4", "Kabid", "Paraf surat jawaban", 10, [("5", "YA", False), ("3", "TIDAK", True)]),
    ("5", "Pemohon", "Menerima surat dan data", 5, []),
)


class Board:
    """The panel of an office; a test adds the cases it is about."""

    def __init__(self) -> None:
        self.cases: list[dict[str, Any]] = []
        self.opening: datetime | None = MONDAY + timedelta(days=1, hours=-0.5)
        self.hours: list[list[str]] | None = None
        self.people: list[int] = []
        self.trouble: dict[str, Any] | None = None
        self.play: dict[str, Any] | None = None
        self.open = True
        self.answer = self._answer

    async def __call__(self) -> dict[str, Any]:
        return await self.answer()

    async def _answer(self) -> dict[str, Any]:
        return {
            "subtitle": "Dinas Kependudukan dan Pencatatan Sipil (contoh)",
            "cases": self.cases,
            "procedures": [
                {
                    "id": "data",
                    "title": "Pelayanan Data dan Informasi Kependudukan",
                    "people": self.people,
                    "turn": self.people[:1],
                    "steps": steps({}),
                },
                {
                    "id": "laporan",
                    "title": "Pengolahan dan Penyajian Laporan",
                    "people": [1013, 1014] if self.people else [],
                    "turn": [1013] if self.people else [],
                    "steps": steps({})[:3],
                },
            ],
            "trouble": self.trouble,
            "play": self.play,
            "clock": {
                "zone": "Asia/Jakarta",
                "zone_label": "WIB",
                "open": self.open,
                "next_opening": self.opening.isoformat() if self.opening else None,
                "hours": self.hours,
            },
            "links": [{"label": "Kartu kendali", "url": "/kartu-kendali"}],
        }


def a_case(
    now_at: str,
    *,
    states: dict[str, str],
    due_in: timedelta | None = None,
    number: str = "REG-2026-0001",
    case_id: int = 1,
    turn: Sequence[int] = (),
    procedure: str = "data",
) -> dict[str, Any]:
    """`states`: what the steps are, where that is not `ahead`; `due_in`: from Monday's start."""
    return {
        "id": case_id,
        "number": number,
        "title": "Badan Pusat Statistik",
        "procedure": procedure,
        "turn": list(turn),
        "people": list(turn),
        "status": "open",
        "now_at": now_at,
        "due_at": (MONDAY + due_in).isoformat() if due_in is not None else None,
        "late": False,
        "opened_at": MONDAY.isoformat(),
        "ended_at": None,
        "steps": steps(states),
    }


def steps(states: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "id": step_id,
            "number": step_id,
            "of": len(_STEPS),
            "lane": lane,
            "kind": "verify",
            "title": title,
            "limit": {"amount": minutes, "unit": "minutes", "words": ""},
            "state": states.get(step_id, "ahead"),
            "visits": 1 if step_id in states else 0,
            "by": lane,
            "done_at": MONDAY.isoformat() if states.get(step_id) == "done" else None,
            "next": [{"to": to, "label": label, "back": back} for to, label, back in ways],
        }
        for step_id, lane, title, minutes, ways in _STEPS
    ]
