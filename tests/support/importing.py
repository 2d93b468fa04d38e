"""Tables as an office pastes them, and what an import makes of them."""

from pathlib import Path

import yaml

from workflow.importing.drafting import drafts
from workflow.importing.lines import SourceLine

SEEDS = Path(__file__).parents[1] / "data" / "seeds"


def seed(beginning):
    """The path of one of the five documents."""
    return next(SEEDS.glob(f"{beginning}_*.txt"))


def lines_of(text):
    """Pasted text as lines of cells."""
    return [
        SourceLine(number=number, cells=tuple(cell.strip() for cell in line.split("\t")))
        for number, line in enumerate(text.split("\n"), start=1)
    ]


def imported(text, source="tabel.txt"):
    """Every draft of a pasted text, with its file read back."""
    made = drafts(lines_of(text), source=source)
    return [(draft, yaml.safe_load(draft.text)) for draft in made]


def a_table(*rows, lanes=("Pemohon", "Petugas", "Kepala Dinas"), heading=None):
    """An official table. A row is number, words, marked lane (or None), materials, time, output."""
    first = ["No", "Uraian Prosedur", "Pelaksana", *[""] * (len(lanes) - 1), "Mutu Baku", "", ""]
    second = ["", "", *lanes, "Kelengkapan", "Waktu", "Output", "Ket"]
    text = ["\t".join(first), "\t".join(heading or second)]
    for number, what, marked, materials, time, output, *remark in rows:
        marks = ["●" if lane == marked else "" for lane in lanes]
        text.append("\t".join([number, what, *marks, materials, time, output, *remark]))
    return "\n".join(text)


def asked(draft):
    """What is asked, as (row, about)."""
    return [(one.row, one.about.value) for one in draft.doubts]


def asked_at(draft, row):
    return " ".join(one.words for one in draft.doubts if one.row == row)


def step_of(read, number):
    return next(step for step in read["steps"] if step["number"] == number)
