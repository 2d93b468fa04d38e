"""SOPs nobody would write: any number of lanes, rows, ways on, ways back, and endings."""

from hypothesis import strategies as st

from workflow.procedure import Procedure

_TEXT = (
    "Memeriksa kelengkapan berkas permohonan pemohon dan mencatat hasilnya pada lembar disposisi "
    "lalu menyerahkan kepada Kepala Seksi Pengolahan dan Penyajian Data untuk ditindaklanjuti"
)
_WORDS = _TEXT.split()
_LABELS = ("Lengkap", "Kembalikan", "Perlu perbaikan data", "Tolak", "Teruskan ke Kepala Bidang")


def an_sop(lanes, rows, **changes):
    """An SOP of *lanes* columns; a row is its number, its lane and its outcomes.

    An outcome is (to, way), with None for an end.
    """
    usual = {
        "id": "karangan",
        "title": "Pelayanan Karangan",
        "code": "KRG",
        "office": "Dinas Contoh",
        "lanes": {f"l{lane}": {"title": title} for lane, title in enumerate(lanes)},
        "subject": "nama",
        "steps": [
            {
                "number": number,
                "lane": f"l{lane}",
                "kind": "process",
                "title": "Memeriksa berkas",
                "short": "Memeriksa",
                "limit": "5 menit",
                "outcomes": {
                    f"o{index}": {"label": _LABELS[index % 5], "to": to, "way": way}
                    for index, (to, way) in enumerate(outcomes)
                },
            }
            | more
            for number, lane, outcomes, more in rows
        ],
    }
    return Procedure.model_validate(usual | changes)


@st.composite
def invented_sops(draw, most_steps=40, most_lanes=9):
    lanes = draw(st.integers(1, most_lanes))
    count = draw(st.integers(1, most_steps))
    numbers = [str(number + 1) for number in range(count)]
    if count > 3 and draw(st.booleans()):
        numbers[3] = "3a"
    busy = draw(st.sampled_from([0.1, 0.5]))
    rows = [_row(draw, numbers, index, lanes, busy) for index in range(count)]
    titles = [
        " ".join(_WORDS[lane * 2 : lane * 2 + draw(st.integers(1, 5))]) for lane in range(lanes)
    ]
    return an_sop(titles, rows)


def _row(draw, numbers, index, lanes, busy):
    last = index == len(numbers) - 1
    outcomes = [(None if last else numbers[index + 1], "forward")]
    while len(outcomes) < 5 and draw(st.floats(0, 1)) < busy:
        kind = draw(st.sampled_from(["skip", "back", "refuse", "end", "anywhere"]))
        match kind:
            case "skip":
                outcomes.append((draw(st.sampled_from(numbers[index:])), "forward"))
            case "back":
                outcomes.append((draw(st.sampled_from(numbers[: index + 1])), "back"))
            case "anywhere":
                outcomes.append((draw(st.sampled_from(numbers)), "back"))
            case "refuse":
                outcomes.append((None, "refuse"))
            case _:
                outcomes.append((None, "forward"))
    more = {
        "title": (f"{_TEXT} " * 3)[: draw(st.sampled_from([30, 120, 500]))],
        "materials": [" ".join(_WORDS[:4])] * draw(st.integers(0, 4)),
        "output": [" ".join(_WORDS[4:9])] * draw(st.integers(0, 2)),
        "note": " ".join(_WORDS[:9]) if draw(st.integers(0, 4)) == 0 else "",
    }
    return numbers[index], draw(st.integers(0, lanes - 1)), outcomes, more
